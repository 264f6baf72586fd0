"""French words that stand in for missing ones: their language is written wherever HTML can say it, and no mark is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.borrowed import borrowed, in_html, is_borrowed, own_inside, sentence, told, unmarked, within
from vigie.reading import hidden_character
from vigie.values import Text

FR = '<span lang="fr" dir="ltr">'


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>{}</p>", f"<p>{FR}Un mot</span></p>"),
        ("<p>ا {} ب</p>", f"<p>ا {FR}Un mot</span> ب</p>"),
        ("<title>{}</title>", "<title>Un mot</title>"),
        ('<meta name="description" content="{}">', '<meta name="description" content="Un mot" lang="fr" dir="ltr">'),
        ('<nav aria-label="{}">ا</nav>', "<nav>ا</nav>"),
        ('<svg role="img" aria-label="{}" lang="ps"></svg>', '<svg role="img" aria-label="Un mot" lang="fr" dir="ltr"></svg>'),
        ('<svg><text x="1">{}</text></svg>', '<svg><text x="1"><tspan lang="fr" dir="ltr">Un mot</tspan></text></svg>'),
        ('<p data-none="{}"></p>', '<p data-none="Un mot"></p>'),
        ('<a title="ا {} ب">ا</a>', '<a title="ا Un mot ب">ا</a>'),
        ("<script>{}</script>", "<script>Un mot</script>"),
    ],
)  # fmt: skip
def test_its_language_is_written_where_it_can_be(html, written):
    """An element around a text; an attribute of what holds nothing else; a name in the wrong language is left out."""
    assert in_html(html.format(borrowed("Un mot")), "ps") == written


def test_what_is_of_the_page_inside_a_french_sentence_is_of_the_page_again():
    """And numbers and addresses are of no language."""
    said = sentence(f"Le {own_inside('جنوري')}, {own_inside('12')}, {own_inside('https://a.example/b')}.")
    assert in_html(f"<p>{said}</p>", "ps") == (
        f'<p>{FR}Le <span lang="ps" dir="rtl">جنوري</span>, 12, https://a.example/b.</span></p>'
    )


def test_french_inside_french_is_one_text():
    """A borrowed sentence filled in with another."""
    said = sentence(f"Selon {own_inside(borrowed('Miprof'))} : oui")
    assert unmarked(said) == "Selon Miprof : oui"
    assert is_borrowed(said) and told(said, "ps") == Text("Selon Miprof : oui", "fr")


def test_two_borrowed_texts_are_not_one():
    """Nor is a sentence that only begins with one: a title in two languages is said to be in that of the page."""
    assert not is_borrowed(borrowed("Un") + borrowed("deux"))
    assert not is_borrowed(borrowed("Un") + " ب")
    assert told(f"{borrowed('Un')} ب", "ps") == Text("Un ب", "ps")


def test_a_text_without_letters_is_never_borrowed():
    """A number is written the same."""
    assert borrowed("12 / 3") == "12 / 3"
    assert within(Text("mot", "fr"), "fr") == "mot" and within(Text("word", "en"), "uk") == "word"


def test_html_without_marks_is_the_very_same():
    """The pages of a complete language cost nothing."""
    html = "<p  class=a>x</p>"
    assert in_html(html, "ar") is html


def test_no_text_of_an_editor_holds_a_mark():
    """They are refused when a file is read."""
    for sign in borrowed("a")[0], own_inside("a")[0], borrowed("a")[-1]:
        assert hidden_character(f"mot{sign}") is not None


@given(st.text(alphabet="\ufdd0\ufdd1\ufdd2ab<", max_size=20))
def test_marks_in_disorder_leave_neither_marks_nor_open_elements(text):
    """Whatever stands in an attribute or a text."""
    escaped = text.replace("<", "&lt;")
    html = in_html(f'<p title="{escaped}">{escaped}</p>', "uk")
    assert html.count("<span") == html.count("</span>")
    assert not any(sign in html for sign in "\ufdd0\ufdd1\ufdd2")
    assert unmarked(text) == text.translate(dict.fromkeys((0xFDD0, 0xFDD1, 0xFDD2)))

"""Numbers and Latin words inside a right-to-left text."""

import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_texts import texts
from vigie.isolate import isolate_html, isolate_text, runs

QUIET = settings(max_examples=500, deadline=None, derandomize=True, database=None)
BDI = re.compile(r"</?bdi[^>]*>")
MIXED = st.text(st.sampled_from(list("ابحقو،؛ 0123456789aLRé.-/:@&'’_+%,€<>\"()\n\u00a0\u202f–?=#"))) | st.text()


@pytest.mark.parametrize("case", texts("isolated.yaml"))
def test_what_would_be_turned_around_is_isolated_and_nothing_else(case):
    """Runs of several groups and Latin words are found whole; single numbers and Arabic are left alone."""
    assert runs(case["input"]) == case["runs"]


@pytest.mark.parametrize("case", texts("isolated.yaml"))
def test_content_is_isolated_by_an_element_and_attributes_by_characters(case):
    """The same runs, in ``<bdi dir="ltr">`` and between U+2066 and U+2069."""
    html, text = escape(case["input"], quote=False), case["input"]
    for run in case["runs"]:
        lang = ' lang="fr"' if re.search("[A-Za-z]", run) else ""
        html = html.replace(escape(run, quote=False), f'<bdi dir="ltr"{lang}>{escape(run, quote=False)}</bdi>')
        text = text.replace(run, f"\u2066{run}\u2069")
    assert isolate_html(f"<p>{escape(case['input'], quote=False)}</p>") == f"<p>{html}</p>"
    assert isolate_text(case["input"]) == text


@pytest.mark.parametrize(
    "html",
    [
        '<span lang="fr" dir="ltr">Ac.Sé <b>24/7</b></span>',
        '<p lang="fr">un texte</p>',
        '<a class="phone" href="tel:0806000126" dir="ltr">0 806 000 126</a>',
        '<bdi dir="ltr">225-4-1</bdi>',
        "<code>a-b</code>",
        "<script>a.b</script>",
        "<textarea>a.b</textarea>",
        "<option>a.b</option>",
        '<p lang="fr"><img alt="Ac.Sé"> Ac.Sé</p>',
        '<img lang="fr" alt="Ac.Sé">',
        "<p>نص</p>",
        "<p title>نص</p>",
        "<bdi>a-b</bdi>",
        "<style>a.b</style>",
        "<title>a.b</title>",
        '<p lang="fr">a</i> b-c</p>',
        '<div lang="fr"><div>a</div> b-c</div>',
        '<div lang="fr"><p>a</p> b-c<br> d-e</div>',
    ],
)
def test_what_settles_its_own_direction_is_left_alone(html):
    """An element with ``lang`` or ``dir``, isolated already, or that is no text, is not touched, inside included."""
    assert isolate_html(html) == html


def test_isolation_begins_again_after_such_an_element():
    """Only what is inside is left alone, however deep; ``<br>`` and stray ends settle nothing."""
    assert isolate_html('<p><span lang="fr"><b>a</b></span> 1-2<br>3-4</i> 5-6</p> 7-8') == (
        '<p><span lang="fr"><b>a</b></span> <bdi dir="ltr">1-2</bdi><br><bdi dir="ltr">3-4</bdi></i> '
        '<bdi dir="ltr">5-6</bdi></p> <bdi dir="ltr">7-8</bdi>'
    )


@pytest.mark.parametrize(
    "settled", ['<p lang="fr">a-b</p>', '<img lang="fr" alt="a-b">', '<bdi dir="ltr">1-2</bdi>', "<i></i>", "<br>"]
)
def test_what_follows_at_the_root_is_isolated(settled):
    """An element closed, or one that holds nothing, settles nothing of what comes next."""
    assert isolate_html(f"{settled} 3-4") == f'{settled} <bdi dir="ltr">3-4</bdi>'


def test_an_element_left_open_ends_with_what_holds_it():
    """``</div>`` closes the French paragraph inside it that nobody closed."""
    assert isolate_html('<div><p lang="fr">a-b</div>1-2') == '<div><p lang="fr">a-b</div><bdi dir="ltr">1-2</bdi>'


@pytest.mark.parametrize("name", ["aria-label", "title", "alt", "content"])
def test_attributes_that_are_shown_are_isolated(name):
    """They hold no markup: the characters U+2066 and U+2069."""
    assert (
        isolate_html(f'<img {name}="رقم 24/7" src="a-b.png">') == f'<img {name}="رقم \u206624/7\u2069" src="a-b.png">'
    )


def test_other_attributes_are_never_touched():
    """Addresses, names and values that no reader sees stay as they are, as do empty ones."""
    html = '<a href="/ar/plan/a-b/" id="a-b" class="c-d" data-x="24/7" title="" hidden>نص</a>'
    assert isolate_html(html) == html


@QUIET
@given(MIXED)
def test_isolation_adds_only_its_marks(text):
    """Without the tags, or without the characters, the text is what it was."""
    html = isolate_html(f"<p>{escape(text)}</p>")
    assert unescape(BDI.sub("", html)[3:-4]) == unescape(escape(text))
    if "\u2066" not in text and "\u2069" not in text:
        assert isolate_text(text).replace("\u2066", "").replace("\u2069", "") == text


@QUIET
@given(MIXED)
def test_isolating_twice_is_isolating_once(text):
    """Neither content nor attributes are isolated again."""
    once = isolate_html(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert isolate_html(once) == once
    assert isolate_text(isolate_text(text)) == isolate_text(text)


@QUIET
@given(MIXED)
def test_no_run_is_a_single_number_and_each_stands_in_the_text(text):
    """What is isolated is written in the text, in order, and is more than one group of digits."""
    position = 0
    for run in runs(text):
        assert not re.fullmatch("[0-9]+", run)
        position = text.index(run, position) + len(run)

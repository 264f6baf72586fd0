"""Lists and pages of dated texts, in French and in another language."""

import pytest
from small_post import post

from vigie.documents import TranslationState
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.news.pages import entries_about, entries_for, post_pages
from vigie.values import Text

STRINGS = {
    "actualites_title": "Actualités",
    "actualites_description": "Toutes.",
    "plaidoyer_title": "Plaidoyer",
    "plaidoyer_description": "Tout.",
}
OLD, NEW, MONTH = "2024-01-01-a", "2024-06-14-b", "2024-06"


@pytest.fixture(scope="module")
def posts():
    return (
        post(OLD, header="measures: [contenu-un]\n"),
        post(NEW),
        post(
            OLD,
            lang="ar",
            header="measures: [contenu-un]\ntranslation: {source: null, state: draft, method: machine}\n",
        ),
        post(MONTH, "plaidoyer", header="measures: [contenu-un]\n"),
        post("2024-02-02-seul", lang="ar"),
        post("2024-03-03-autre", lang="en"),
    )


def _names(entries):
    return [(e.post.document.stem, e.post.lang) for e in entries]


def test_a_list_shows_the_most_recent_first(posts):
    """French readers find the French texts by date, whatever the folder."""
    assert _names(entries_for(posts, "fr")) == [(NEW, "fr"), (MONTH, "fr"), (OLD, "fr")]


def test_two_texts_of_one_day_are_listed_by_name():
    """The order never depends on that of the files."""
    texts = [post(f"2024-01-01-{name}") for name in ("b", "a", "c")]
    expected = [(f"2024-01-01-{name}", "fr") for name in ("c", "b", "a")]
    assert _names(entries_for(texts, "fr")) == _names(entries_for(texts[::-1], "fr")) == expected


def test_a_list_of_one_folder_leaves_the_other_out(posts):
    """News and plaidoyer are listed apart."""
    assert _names(entries_for(posts, "fr", "actualites")) == [(NEW, "fr"), (OLD, "fr")]
    assert _names(entries_for(posts, "fr", "plaidoyer")) == [(MONTH, "fr")]


def test_another_language_lists_its_texts_and_the_french_of_the_others(posts):
    """Once each: its own text when there is one, never a third language."""
    assert _names(entries_for(posts, "ar")) == [
        (NEW, "fr"),
        (MONTH, "fr"),
        ("2024-02-02-seul", "ar"),
        (OLD, "ar"),
    ]


def test_the_order_of_the_files_changes_nothing(posts):
    """The translation wins whether it is read before or after the French."""
    assert _names(entries_for(reversed(posts), "ar")) == _names(entries_for(posts, "ar"))


def test_an_entry_carries_the_language_of_its_words(posts):
    """A French title in an Arabic list says that it is French."""
    first = entries_for(posts, "ar")[0]
    assert (first.title, first.description) == (Text(f"Titre fr de {NEW}", "fr"), Text("Phrase fr.", "fr"))
    assert entries_for(posts, "ar")[-1].title == Text(f"Titre ar de {OLD}", "ar")


def test_the_texts_about_a_measure_are_those_that_cite_it(posts):
    """In the reader's language when there is one; part of an id is not the id."""
    assert _names(entries_about(posts, "ar", {"contenu-un"})) == [(MONTH, "fr"), (OLD, "ar")]
    assert entries_about(posts, "fr", {"contenu"}) == ()


def test_each_folder_has_a_list_and_each_text_of_the_language_a_page(posts):
    """Lists first, in the order of the folders; no page for another language's text."""
    pages = post_pages(iter(posts), iter(posts), "ar", Interface("ar", STRINGS))
    assert [(p.kind, p.path) for p in pages] == [
        ("posts", "ar/actualites/"),
        ("posts", "ar/plaidoyer/"),
        ("post", f"ar/actualites/{OLD}/"),
        ("post", "ar/actualites/2024-02-02-seul/"),
    ]
    assert [p.title for p in pages] == [
        Text("Actualités", "ar"),
        Text("Plaidoyer", "ar"),
        Text(f"Titre ar de {OLD}", "ar"),
        Text("Titre ar de 2024-02-02-seul", "ar"),
    ]
    assert [p.description for p in pages] == ["Toutes.", "Tout.", "Phrase ar.", "Phrase ar."]
    assert [entry.post.folder for entry in pages[1].subject.entries] == ["plaidoyer"]
    assert (pages[0].subject.folder, len(pages[0].subject.entries)) == ("actualites", 3)
    assert pages[2].subject is posts[2]


def test_a_french_list_lists_french_only(posts):
    """The source language never lists a translation."""
    pages = post_pages(posts, posts, SOURCE, Interface(SOURCE, STRINGS))
    assert {entry.post.lang for page in pages[:2] for entry in page.subject.entries} == {"fr"}
    assert [p.address for p in pages[2:]] == [f"actualites/{OLD}/", f"actualites/{NEW}/", f"plaidoyer/{MONTH}/"]


def test_a_text_that_left_the_lists_keeps_its_page(posts):
    """Pages are those of the published, lists those of the listed."""
    pages = post_pages(posts, posts[1:2], "fr", Interface("fr", STRINGS))
    assert [_names(page.subject.entries) for page in pages[:2]] == [[(NEW, "fr")], []]
    assert [p.address for p in pages[2:]] == [f"actualites/{OLD}/", f"actualites/{NEW}/", f"plaidoyer/{MONTH}/"]


def test_a_page_carries_the_state_of_its_translation(posts):
    """What its header says of the translation reaches the page; a French text says nothing."""
    pages = {lang: post_pages(posts, posts, lang, Interface(lang, STRINGS)) for lang in ("ar", "fr")}
    assert [p.translation for p in pages["ar"]] == [
        None,
        None,
        TranslationState(source=None, state="draft", method="machine"),
        None,
    ]
    assert {p.translation for p in pages["fr"]} == {None}


def test_a_sensitive_text_has_a_neutral_page():
    """What the header says reaches the page."""
    texts = (post(OLD, header="sensitive: true\n"), post(NEW))
    pages = post_pages(texts, texts, "fr", Interface("fr", STRINGS))[2:]
    assert [(p.address, p.sensitive, p.neutral) for p in pages] == [
        (f"actualites/{OLD}/", True, True),
        (f"actualites/{NEW}/", False, False),
    ]

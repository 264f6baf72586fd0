"""A text as lists show it: once, in the readers' language or announced as French, the newest first."""

import pytest
from small_post import post

from vigie.news.entries import entries_for
from vigie.values import Text

OLD, NEW, MONTH = "2024-01-01-a", "2024-06-14-b", "2024-06"


@pytest.fixture(scope="module")
def posts():
    return (
        post(OLD),
        post(NEW),
        post(OLD, lang="ar", header="translation: {source: null, state: draft, method: machine}\n"),
        post(MONTH, "plaidoyer"),
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

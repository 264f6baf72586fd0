"""The listed texts of a language, sorted in every way that pages ask for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_post import post

from vigie.news.newsroom import MOST_RELATED, newsroom


def _stems(entries):
    return [entry.post.document.stem for entry in entries]


def _post(stem, folder="actualites", lang="fr", **keys):
    return post(stem, folder, lang, header="".join(f"{key}: {value}\n" for key, value in keys.items()))


@pytest.fixture(scope="module")
def texts():
    return (
        _post("2025-05-05-c", category="loi", topics="[greta, plan]", measures="[un]"),
        _post("2024-12-12-b", category="loi", topics="[plan]", measures="[un, deux]"),
        _post("2024-01-01-a", category="chiffres", measures="[deux]"),
        _post("2024-06", "plaidoyer", topics="[plan]"),
        _post("2024-03", "plaidoyer"),
    )


@pytest.fixture(scope="module")
def room(texts):
    return newsroom(texts, "fr")


def test_each_text_is_in_its_folder_year_category_topics_and_measures(room):
    """The newest first in each; plaidoyer is among the topics too; nothing is listed where it is not."""
    assert _stems(room.entries) == ["2025-05-05-c", "2024-12-12-b", "2024-06", "2024-03", "2024-01-01-a"]
    assert {key: _stems(found) for key, found in room.by_folder.items()} == {
        "actualites": ["2025-05-05-c", "2024-12-12-b", "2024-01-01-a"],
        "plaidoyer": ["2024-06", "2024-03"],
    }
    assert {key: _stems(found) for key, found in room.by_year.items()} == {
        ("actualites", "2025"): ["2025-05-05-c"],
        ("actualites", "2024"): ["2024-12-12-b", "2024-01-01-a"],
        ("plaidoyer", "2024"): ["2024-06", "2024-03"],
    }
    assert {key: _stems(found) for key, found in room.by_category.items()} == {
        "loi": ["2025-05-05-c", "2024-12-12-b"],
        "chiffres": ["2024-01-01-a"],
    }
    assert {key: _stems(found) for key, found in room.by_topic.items()} == {
        "greta": ["2025-05-05-c"],
        "plan": ["2025-05-05-c", "2024-12-12-b", "2024-06"],
    }
    assert {key: _stems(found) for key, found in room.by_measure.items()} == {
        "un": ["2025-05-05-c", "2024-12-12-b"],
        "deux": ["2024-12-12-b", "2024-01-01-a"],
    }


def test_a_subject_named_twice_counts_once():
    """A slip of the editor shows no text twice."""
    room = newsroom([_post("2025-05-05-c", topics="[plan, plan]", measures="[un, un]")], "fr")
    assert _stems(room.by_topic["plan"]) == _stems(room.by_measure["un"]) == ["2025-05-05-c"]


def test_the_texts_about_a_measure_and_those_it_comes_from_are_one_list(room):
    """Each once, the newest first; part of an id is not the id."""
    assert _stems(room.about(("deux", "un"))) == ["2025-05-05-c", "2024-12-12-b", "2024-01-01-a"]
    assert room.about(("u",)) == ()


def test_neighbours_are_those_of_the_same_folder(texts, room):
    """Before, then after, in time; None at the ends."""
    assert [e and e.post.document.stem for e in room.neighbours(texts[1])] == ["2024-01-01-a", "2025-05-05-c"]
    assert [e and e.post.document.stem for e in room.neighbours(texts[0])] == ["2024-12-12-b", None]
    assert [e and e.post.document.stem for e in room.neighbours(texts[2])] == [None, "2024-12-12-b"]
    assert [e and e.post.document.stem for e in room.neighbours(texts[4])] == [None, "2024-06"]


def test_a_text_that_left_the_lists_has_no_neighbours(texts):
    """Nothing leads to it, and it does not pretend to be among the others."""
    assert newsroom(texts[1:], "fr").neighbours(texts[0]) == (None, None)


def test_a_translation_has_the_place_of_its_french_text(texts):
    """Readers of Arabic go on in Arabic where there is a text, in French elsewhere."""
    arabic = _post("2024-12-12-b", lang="ar", category="loi")
    room = newsroom([*texts, arabic], "ar")
    assert [(e.post.lang, e.post.document.stem) for e in room.neighbours(arabic)] == [
        ("fr", "2024-01-01-a"),
        ("fr", "2025-05-05-c"),
    ]
    assert room.neighbours(texts[0])[0].post is arabic


def test_related_texts_share_the_most(texts, room):
    """A measure counts more than a topic, then the newest comes first; a text is not related to itself or to nothing."""
    assert _stems(room.related(texts[0])) == ["2024-12-12-b", "2024-06"]
    assert _stems(room.related(texts[1])) == ["2025-05-05-c", "2024-01-01-a", "2024-06"]
    assert room.related(texts[4]) == ()


def test_related_texts_are_few():
    """Four at most, the newest of those that share as much."""
    many = [_post(f"2024-01-{day:02}-x", topics="[plan]") for day in range(1, 29)]
    related = newsroom(many, "fr").related(many[0])
    assert len(related) == MOST_RELATED
    assert _stems(related) == ["2024-01-28-x", "2024-01-27-x", "2024-01-26-x", "2024-01-25-x"]


def test_events_to_come_are_told_the_next_first():
    """Those under way too; past ones and texts without event are not; ten at most."""
    texts = [
        _post("2024-01-01-passe", event="{start: 2024-02-01}"),
        _post("2024-01-02-loin", event="{start: 2024-05-01 18:30}"),
        _post("2024-01-03-proche", event="{start: 2024-03-02}"),
        _post("2024-01-04-en-cours", event="{start: 2024-02-27, end: 2024-03-01}"),
        _post("2024-01-05-sans"),
    ]
    coming = newsroom(texts, "fr").coming(date(2024, 3, 1))
    assert _stems(coming) == ["2024-01-04-en-cours", "2024-01-03-proche", "2024-01-02-loin"]
    many = [_post(f"2024-01-{n:02}-x", event="{start: 2024-05-01}") for n in range(1, 15)]
    assert len(newsroom(many, "fr").coming(date(2024, 3, 1))) == 10


@given(st.lists(st.dates(min_value=date(2000, 1, 1)), unique=True, max_size=12))
def test_going_back_then_on_returns_to_the_same_text(days):
    """Whatever the dates: the text after the text before is the text."""
    posts = [_post(f"{day.isoformat()}-x") for day in days]
    room = newsroom(posts, "fr")
    for here in posts:
        older, newer = room.neighbours(here)
        assert older is None or room.neighbours(older.post)[1].post is here
        assert newer is None or room.neighbours(newer.post)[0].post is here

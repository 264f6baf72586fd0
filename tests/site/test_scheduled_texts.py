"""Texts that wait, expire, announce an event or a document."""

import datetime

import pytest

from built import html_of
from vigie.ready import make_ready

TODAY = datetime.date(2026, 11, 22)
NAME = "2026-11-20-essai"
ADDRESS = f"actualites/{NAME}/"


@pytest.fixture
def write(project_copy):
    """Write the post with more front matter."""

    def write(more: str):
        path = project_copy / f"docs/fr/actualites/{NAME}.md"
        path.write_text(
            f"---\ntitle: Un essai\ndescription: Pour voir.\ncategory: loi\nmeasures: [observatoire]\n{more}\n---\n\nTexte.\n",
            encoding="utf-8",
        )
        return project_copy

    return write


def test_a_text_waits_for_its_day(write):
    """Before publish_on it is nowhere; on that day it is on its page and in the list."""
    project = write("publish_on: 2026-12-01")
    waiting = make_ready(project, datetime.date(2026, 11, 30))
    assert [name for name in waiting.framed if NAME in name] == []
    assert [name for name, framed in waiting.framed.items() if "Un essai" in framed.main] == []
    later = make_ready(project, datetime.date(2026, 12, 1))
    assert "Texte." in html_of(later, ADDRESS)
    assert "Un essai" in html_of(later, "actualites/")


def test_an_expired_text_leaves_the_lists_and_keeps_its_page(write):
    """Its page says since when."""
    ready = make_ready(write("expire_on: 2026-11-22"), TODAY)
    assert "n’est plus d’actualité depuis le 22 novembre 2026" in html_of(ready, ADDRESS)
    assert "Un essai" not in html_of(ready, "actualites/") + html_of(ready, "")


def test_a_draft_is_nowhere(write):
    """draft: true keeps it out of the site."""
    ready = make_ready(write("draft: true"), TODAY)
    assert [name for name in {**ready.framed, **ready.files} if NAME in name] == []
    assert [name for name, framed in ready.framed.items() if "Un essai" in framed.main] == []


def test_an_event_says_when_and_where(write):
    """Day and hour of Paris in words, place, address to follow."""
    event = "event: {start: 2026-12-05 18:30, end: 2026-12-05 20:00, place: Paris, online: 'https://exemple.org/'}"
    html = html_of(make_ready(write(event), TODAY), ADDRESS)
    for expected in (
        "5 décembre 2026, 18:30",
        "5 décembre 2026, 20:00",
        "<dd>Paris</dd>",
        'href="https://exemple.org/"',
    ):
        assert expected in html


def test_a_new_text_is_in_the_list_on_the_home_page_and_on_its_measure(write):
    """One file is enough."""
    ready = make_ready(write(""), TODAY)
    for page in ("actualites/", "", "plan/mesures/observatoire/", "ar/actualites/"):
        assert "Un essai" in html_of(ready, page), page

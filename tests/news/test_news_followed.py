"""Where pages announce the feeds: in the head of those that may tell, and in words on the lists."""

from urllib.parse import urljoin

import pytest
from small_news import FIRST, project, read

from vigie.html_stream import read_html
from vigie.news.feeds.followed import declared
from vigie.pages import Page
from vigie.render import Renderer
from vigie.site.pages import all_pages
from vigie.values import Text

ATOM, JSON = "application/atom+xml", "application/feed+json"


@pytest.fixture(scope="module")
def french_only(tmp_path_factory):
    return read(project(tmp_path_factory.mktemp("french"), arabic={}))


def links(build, address, lang="fr"):
    """Type, language and address of each feed that the head of a page names."""
    index = all_pages(build)
    head = Renderer(build, index).framed(index.get(lang, address)).head
    tags = [dict(event.attributes) for event in read_html(head) if event.data == "link"]
    assert all(tag["title"] for tag in tags if tag.get("type") in (ATOM, JSON))
    return [(tag["type"], tag["hreflang"], tag["href"]) for tag in tags if tag.get("type") in (ATOM, JSON)]


def shown(build, address, lang="fr"):
    index = all_pages(build)
    events = read_html(Renderer(build, index).fragment(index.get(lang, address)))
    tags = [dict(event.attributes) for event in events if event.kind == "start" and event.data == "a"]
    return [(tag["type"], tag.get("hreflang"), tag["href"]) for tag in tags if "type" in tag]


@pytest.mark.parametrize("address", ["actualites/", "plaidoyer/", "sujets/", "sujets/greta/", f"{FIRST}/"])
def test_pages_of_dated_texts_name_the_feeds_of_their_language(bare, address):
    """Two links each, those of the page's language."""
    for lang, prefix in (("fr", ""), ("ar", "ar/")):
        found = links(bare, address, lang)
        assert [(kind, of) for kind, of, _href in found] == [(ATOM, lang), (JSON, lang)]
        led_to = [urljoin(f"/{prefix}{address}", href) for _kind, _of, href in found]
        assert led_to == [f"/{prefix}actualites/flux.atom", f"/{prefix}actualites/flux.json"]


@pytest.mark.parametrize("address", ["recherche/", "404.html", "plan/mesures/"])
def test_other_pages_name_none_of_them(bare, address):
    """Their weight is for what they are about."""
    assert not [href for _kind, _of, href in links(bare, address) if "flux" in href]


def test_a_page_that_must_tell_nothing_names_no_feed(bare):
    """A sensitive text, a vital home page, a page that stands in for another."""
    assert links(bare, "actualites/2024-05-06-sensible/") == []
    home = Page("fr", "", "home", Text("Accueil", "fr"), "D.")
    assert len(declared(bare, home)) == 2
    for change in ({"vital": True}, {"sensitive": True}, {"real": False}):
        assert declared(bare, Page("fr", "", "home", Text("Accueil", "fr"), "D.", **change)) == ()


def test_lists_offer_the_feeds_in_words(bare):
    """Texts in two formats, their events, the calendar of the plan."""
    assert shown(bare, "actualites/") == [
        (ATOM, None, "flux.atom"),
        (JSON, None, "flux.json"),
        ("text/calendar", None, "evenements.ics"),
        ("text/calendar", None, "../plan/donnees/calendrier.ics"),
    ]
    assert [href for _kind, _of, href in shown(bare, "plaidoyer/")][0] == "../actualites/flux.atom"
    assert [(of, href) for _kind, of, href in shown(bare, "actualites/", "ar")] == [
        (None, "flux.atom"),
        (None, "flux.json"),
        ("fr", "../../plan/donnees/calendrier.ics"),
    ]


def test_readers_of_a_language_without_texts_are_offered_the_french_ones(french_only):
    """As their lists show them: announced as French."""
    assert [(of, href) for _kind, of, href in links(french_only, "actualites/", "ar")] == [
        ("fr", "../../actualites/flux.atom"),
        ("fr", "../../actualites/flux.json"),
    ]
    assert {of for _kind, of, _href in shown(french_only, "actualites/", "ar")} == {"fr"}


def test_without_any_text_only_the_calendar_of_the_plan_is_offered(tmp_path):
    """No link leads to a file that is not written."""
    build = read(project(tmp_path, {}, {}))
    assert [href for _kind, _of, href in shown(build, "actualites/")] == ["../plan/donnees/calendrier.ics"]
    assert links(build, "actualites/") == links(build, "actualites/", "ar") == []

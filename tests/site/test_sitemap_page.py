"""The map of the site: every real page of a language once, under its section of the menu."""

from vigie.pages import Page, PageIndex
from vigie.site.navigation import Navigation, Section
from vigie.site.sitemap_page import site_map
from vigie.strict_yaml import Located
from vigie.values import Text

MENU = Navigation(
    (
        Section("menu_plan", ("plan/", "plan/mesures/", "plan/analyse/")),
        Section("menu_help", ("infos/", "infos/z/", "infos/a/")),
        Section("menu_news", ("actualites/",)),
        Section("menu_about", ("vide/",)),
    ),
    (),
    Located(None),
)


def a_page(address, kind="page", lang="fr", *, real=True):
    return Page(lang, address, kind, Text(f"Titre de {address}", lang), "", real=real)


def shown(pages, lang="fr"):
    """The map as addresses: section → [(page, [pages below])]."""
    sections = site_map(PageIndex.of(pages), MENU, lang)
    return {
        section.key: [(entry.page.address, [page.address for page in entry.below]) for entry in section.entries]
        for section in sections
    }


def test_sections_and_their_pages_follow_the_menu():
    """Not the alphabet; a section without page is left out."""
    pages = [a_page(address) for address in ("infos/a/", "infos/z/", "infos/", "plan/")]
    assert shown(pages) == {
        "menu_plan": [("plan/", [])],
        "menu_help": [("infos/", []), ("infos/z/", []), ("infos/a/", [])],
    }
    assert list(shown(pages)) == ["menu_plan", "menu_help"]


def test_pages_that_the_menu_does_not_list_are_below_the_nearest_one():
    """Measures below their table; what has no page above it comes last in its section."""
    pages = [
        a_page("plan/mesures/b/", "measure"),
        a_page("plan/mesures/a/", "measure"),
        a_page("plan/mesures/", "measures"),
        a_page("plan/annexe/"),
        a_page("plan/"),
    ]
    below = ["plan/mesures/a/", "plan/mesures/b/"]
    assert shown(pages) == {"menu_plan": [("plan/", ["plan/annexe/"]), ("plan/mesures/", below)]}
    alone = [page for page in pages if page.address != "plan/"]
    assert shown(alone) == {"menu_plan": [("plan/mesures/", below), ("plan/annexe/", [])]}


def test_the_most_recent_text_comes_first():
    """As in the lists."""
    days = ["actualites/2024-01-02-a/", "actualites/2025-01-01-b/", "actualites/2023-05-05-c/"]
    pages = [a_page("actualites/", "posts"), *(a_page(day, "post") for day in days)]
    assert shown(pages) == {"menu_news": [("actualites/", [days[1], days[0], days[2]])]}


def test_a_page_out_of_every_section_is_not_lost():
    """It comes last, under words of its own."""
    assert shown([a_page("presse/"), a_page("infos/")]) == {
        "menu_help": [("infos/", [])],
        "map_other": [("presse/", [])],
    }


def test_what_is_no_text_of_the_language_is_not_listed():
    """Stand-ins, other languages, errors, the home page (linked above) and the map itself."""
    pages = [
        a_page("", "home"),
        a_page("404.html", "error"),
        a_page("recherche/", "search"),
        a_page("infos/", "missing", real=False),
        a_page("plan/", lang="ar"),
    ]
    assert shown(pages) == {}
    assert shown(pages, "ar") == {"menu_plan": [("plan/", [])]}

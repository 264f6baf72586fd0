"""The map of the site: every real page of a language once, under its section of the menu."""

from vigie.news.listing import Listing
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


def test_archives_by_year_come_first_the_newest_before_the_others():
    """As in the lists; the texts themselves are found from there, however many there are."""
    years = ["actualites/2024/", "actualites/2025/", "actualites/2023/"]
    pages = [
        a_page("actualites/", "posts"),
        a_page("actualites/categories/loi/", "archive"),
        *(a_page(year, "archive") for year in years),
        a_page("actualites/2024-01-02-a/", "post"),
    ]
    below = [years[1], years[0], years[2], "actualites/categories/loi/"]
    assert shown(pages) == {"menu_news": [("actualites/", below)]}


def test_later_pages_of_a_list_are_not_on_the_map():
    """They are reached from the first; so are the texts that cite one measure."""
    inner = Page("fr", "actualites/page-2/", "posts", Text("2", "fr"), "", Listing("actualites/", 2, 30, ()))
    about = Page("fr", "plan/mesures/a/textes/", "archive", Text("a", "fr"), "", Listing("plan/mesures/a/", 1, 1, ()))
    assert shown([a_page("actualites/", "posts"), a_page("plan/"), inner, about]) == {
        "menu_plan": [("plan/", [])],
        "menu_news": [("actualites/", [])],
    }


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

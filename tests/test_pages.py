"""Pages and the way from one to another."""

import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.documents import TranslationState
from vigie.pages import Page, PageIndex, relative_url
from vigie.values import Text


def page(address, lang="fr", kind="page", **more):
    return Page(lang, address, kind, Text("t", lang), "d", **more)


@pytest.mark.parametrize(
    ("lang", "address", "path", "file"),
    [
        ("fr", "", "", "index.html"),
        ("fr", "infos/droits/", "infos/droits/", "infos/droits/index.html"),
        ("ar", "", "ar/", "ar/index.html"),
        ("ar", "plan/mesures/", "ar/plan/mesures/", "ar/plan/mesures/index.html"),
        ("fr", "404.html", "404.html", "404.html"),
        ("ar", "404.html", "ar/404.html", "ar/404.html"),
    ],
)
def test_a_page_has_one_place(lang, address, path, file):
    """Its path from the root, and the file that is written there."""
    assert (page(address, lang).path, page(address, lang).file) == (path, file)


@pytest.mark.parametrize(
    ("start", "target", "url"),
    [
        ("", "", "./"),
        ("", "infos/droits/", "infos/droits/"),
        ("", "assets/site.css", "assets/site.css"),
        ("", "ar/", "ar/"),
        ("infos/", "", "../"),
        ("infos/", "infos/", "./"),
        ("infos/", "infos/droits/", "droits/"),
        ("infos/", "plan/", "../plan/"),
        ("infos/droits/", "", "../../"),
        ("infos/droits/", "infos/", "../"),
        ("infos/droits/", "infos/droits/", "./"),
        ("infos/droits/", "infos/travail/", "../travail/"),
        ("infos/droits/", "assets/site.css", "../../assets/site.css"),
        ("plan/mesures/contenu-un/", "ar/plan/mesures/contenu-un/", "../../../ar/plan/mesures/contenu-un/"),
        ("plan/mesures/contenu-un/", "flux.xml", "../../../flux.xml"),
        ("infos/droits/", "infos/droits/#danger", "./#danger"),
        ("infos/droits/", "infos/#a", "../#a"),
        ("infos/droits/", "#a", "../../#a"),
        ("", "#a", "./#a"),
        ("", "infos/droits.pdf#page", "infos/droits.pdf#page"),
    ],
)
def test_a_page_links_from_its_own_depth(start, target, url):
    """The site may be served from any folder: no link begins at the server's root."""
    assert relative_url(page(start), target) == url


def test_a_page_of_another_language_is_one_level_deeper():
    """The path counts, not the address."""
    assert relative_url(page("infos/", "ar"), "infos/") == "../../infos/"
    assert relative_url(page("", "ar"), "ar/plan/") == "plan/"
    assert relative_url(page("", "ar"), "") == "../"


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("target", ["", "infos/droits/", "assets/site.css", "ar/#a"])
def test_an_error_page_links_from_the_servers_root(lang, target):
    """It is served at any depth."""
    assert relative_url(page("404.html", lang, "error"), target) == f"/{target}"


NAMES = st.lists(st.sampled_from(["a", "b", "plan", "ar"]), max_size=4)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(NAMES, NAMES, st.booleans())
def test_every_relative_address_leads_to_its_target(start, target, is_file):
    """Followed from the page's folder, it arrives where it should, with its last slash."""
    begins = "".join(f"{name}/" for name in start)
    ends = "".join(f"{name}/" for name in target) + ("x.css" if is_file else "")
    url = relative_url(page(begins), ends)
    assert posixpath.normpath(posixpath.join("/", begins, url)) == posixpath.normpath("/" + ends)
    assert url.endswith("/") != is_file
    assert not url.startswith("/")


def test_vital_and_sensitive_pages_are_neutral():
    """Tabs and previews must not tell what either is about."""
    assert page("a/", vital=True).neutral
    assert page("a/", sensitive=True).neutral
    assert not page("a/").neutral


@pytest.mark.parametrize(
    ("state", "method", "note"),
    [
        ("draft", "machine", "machine_note"),
        ("translated", "machine", "machine_note"),
        ("draft", "machine_and_human", "machine_note"),
        ("translated", "human", "unreviewed_note"),
        ("reviewed", "machine", None),
        ("reviewed", "human", None),
    ],
)
def test_a_translation_that_nobody_reviewed_says_so(state, method, note):
    """Until it is reviewed readers know how it was made."""
    assert page("a/", translation=TranslationState(source=None, state=state, method=method)).note == note


def test_a_text_that_is_no_translation_says_nothing():
    """French texts have no such note."""
    assert page("a/").note is None


def test_only_error_pages_are_errors():
    """By their kind, whatever their address."""
    assert page("404.html", kind="error").is_error
    assert not page("404.html").is_error


def test_of_two_pages_at_one_place_the_first_wins():
    """An editor's page comes before a generated one."""
    first, second, other = page("a/", vital=True), page("a/"), page("a/", "ar")
    index = PageIndex.of([first, second, other])
    assert index.get("fr", "a/") is first
    assert index.get("ar", "a/") is other
    assert index.get("fr", "b/") is None


def test_the_pages_of_a_language_come_by_address():
    """And no page of another language among them."""
    index = PageIndex.of([page("b/"), page("a/", "ar"), page(""), page("a/")])
    assert [p.address for p in index.in_language("fr")] == ["", "a/", "b/"]
    assert [p.address for p in index.in_language("ar")] == ["a/"]


def test_the_translations_of_a_page_are_true_texts_that_may_be_shown():
    """Neither a stand-in, nor an error page, nor a language that is not shown."""
    french = page("a/")
    arabic, ukrainian = page("a/", "ar"), page("a/", "uk", real=False)
    index = PageIndex.of([french, arabic, ukrainian, page("404.html", kind="error")])
    assert index.translations(french, ["fr", "ar", "uk", "en"]) == {"fr": french, "ar": arabic}
    assert index.translations(arabic, ["ar"]) == {"ar": arabic}
    assert index.translations(page("404.html", kind="error"), ["fr"]) == {}

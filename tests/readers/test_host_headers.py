"""The file ``_headers``: on hosts that join the values of two rules as on those that keep the last, the same list."""

import datetime
import re

import pytest

from vigie.load_build import load_build
from vigie.pages import Page
from vigie.readers.headers import Served, headers_of
from vigie.readers.host_headers import host_headers
from vigie.site.pages import all_pages
from vigie.values import Text

STATES = [Served(("fr", "ar"), True), Served(("fr", "ar"), False, ("ar",)), Served(("fr", "ar"), False)]
OTHER_FILES = ["/assets/site.css", "/assets/leave.js", "/pagefind/pagefind.js", "/pagefind/fragment/fr_1.pf_fragment"]
OTHER_FILES += ["/telechargements/infos-ar.html", "/telechargements/infos-ar.pdf"]
OTHER_FILES += ["/images/photo-0123abcd.webp", "/documents/rapport-0123abcd.pdf"]


@pytest.fixture(scope="module")
def pages(project_root):
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    return [page for page in all_pages(build).by_place.values() if page.kind != "old_address"]


def test_old_addresses_take_none_of_the_rules(pages):
    """They may be hundreds, where hosts read a hundred rules: their policy is in their own ``<meta>``."""
    old = Page("fr", "mars_2024/", "old_address", Text("x", "fr"), "x", real=False)
    assert host_headers(STATES[0], [*pages, old]) == host_headers(STATES[0], pages)


def _rules(text):
    """Each rule: its address, its headers in order."""
    return [
        (block.split("\n")[0], [tuple(line.strip().split(": ", 1)) for line in block.strip().split("\n")[1:]])
        for block in text.split("\n\n")
    ]


def _fits(rule, path):
    return re.fullmatch(re.escape(rule).replace(r"\*", ".*"), path) is not None


def _sent(rules, path):
    return [header for rule, headers in rules if _fits(rule, path) for header in headers]


@pytest.mark.parametrize("site", STATES, ids=["draft", "pilot", "public"])
def test_each_page_and_file_gets_the_whole_list_once(pages, site):
    """No header comes from two rules that fit one address: joined or replaced, it would not be the one meant."""
    rules = _rules(host_headers(site, pages))
    shown = [f"/{page.path}" for page in pages]
    assert len(shown) > 50
    for path in [*shown, *OTHER_FILES]:
        sent = _sent(rules, path)
        assert len(dict(sent)) == len(sent), path
        assert dict(sent) == headers_of(path, site, https=True), path


def test_only_the_search_may_run_its_program():
    """Its rule fits its page; a page beside it, whose name begins alike, has its own."""
    names = ("", "recherche/", "rechercher/", "infos/", "infos/urgence/", "404.html")
    title = Text("x", "fr")
    pages = [Page(lang, name, "page", title, "x") for lang in ("fr", "ar") for name in names]
    rules = _rules(host_headers(STATES[0], pages))
    allowed = {
        rule for rule, headers in rules if "wasm-unsafe-eval" in dict(headers).get("Content-Security-Policy", "")
    }
    assert allowed == {"/recherche/*", "/ar/recherche/*"}
    assert {"/", "/ar/", "/infos/*", "/rechercher/*", "/ar/404.html"} <= {rule for rule, _headers in rules}


@pytest.mark.parametrize("site", STATES, ids=["draft", "pilot", "public"])
def test_the_file_keeps_to_the_limits_of_hosts(pages, site):
    """Cloudflare Pages reads 100 rules, of 2,000 letters a line, with one star each."""
    text = host_headers(site, pages)
    rules = _rules(text)
    assert len({rule for rule, _headers in rules}) == len(rules) <= 100
    assert max(map(len, text.split("\n"))) <= 2000
    assert all(rule.startswith("/") and rule.count("*") <= 1 for rule, _headers in rules)
    assert host_headers(site, reversed(pages)) == text

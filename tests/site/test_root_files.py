"""Sitemap and robots: closed while the site is a draft, true texts of public languages afterwards."""

import dataclasses
import datetime
from xml.etree import ElementTree

import pytest

from vigie.load_build import load_build
from vigie.site.pages import all_pages
from vigie.site.root_files import robots, root_files, sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def draft(project_root):
    build, problems = load_build(project_root, datetime.date(2026, 11, 22))
    assert problems == []
    return _site(build, status="draft", site_url=None)


def _site(build, *, arabic="pilot", **changes):
    site = build.site.record
    languages = tuple(
        lang.model_copy(update={"status": arabic}) if lang.code == "ar" else lang for lang in site.languages
    )
    record = site.model_copy(update={"languages": languages, **changes})
    return dataclasses.replace(build, site=dataclasses.replace(build.site, record=record))


def _entries(build):
    tree = ElementTree.fromstring(sitemap(build, all_pages(build)))  # noqa: S314 - our own text
    return {
        entry.find("s:loc", NAMES).text: {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)
        }
        for entry in tree.findall("s:url", NAMES)
    }


@pytest.mark.parametrize("url", [None, "https://exemple.org/"])
def test_a_draft_is_closed_and_has_no_sitemap(draft, url):
    """Whatever its address: nobody may index what nobody has validated."""
    build = _site(draft, site_url=url)
    files = root_files(build, all_pages(build))
    assert files["robots.txt"] == "User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in files


def test_a_public_site_without_address_is_open_without_sitemap(draft):
    """A sitemap holds full addresses only."""
    build = _site(draft, status="public")
    files = root_files(build, all_pages(build))
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "sitemap.xml" not in files


@pytest.mark.parametrize("url", ["https://exemple.org", "https://exemple.org/"])
def test_a_public_site_names_its_sitemap(draft, url):
    """The address is written with one slash, however the editor wrote it."""
    build = _site(draft, status="public", site_url=url)
    files = root_files(build, all_pages(build))
    assert sorted(files) == [".well-known/security.txt", "_headers", "_redirects", "robots.txt", "sitemap.xml"]
    assert files["robots.txt"] == robots(build) == "User-agent: *\nAllow: /\nSitemap: https://exemple.org/sitemap.xml\n"
    assert files["sitemap.xml"].startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    assert {address[:20] for address in _entries(build)} == {"https://exemple.org/"}
    assert "https://exemple.org/" in _entries(build)
    assert not any("//" in address.removeprefix("https://") for address in _entries(build))


def test_a_pilot_language_is_not_told(draft):
    """Neither its pages nor links to them."""
    entries = _entries(_site(draft, status="public", site_url="https://exemple.org/"))
    assert not any("/ar/" in address for address in entries)
    assert set(map(len, entries.values())) == {0}
    assert {
        "https://exemple.org/infos/qui-appeler/",
        "https://exemple.org/plan/mesures/observatoire/",
        "https://exemple.org/plaidoyer/2024-06/",
    } <= set(entries)


def test_two_public_languages_name_each_other_where_both_have_the_text(draft):
    """A true translation has both alternates; a French text alone has none; a stand-in is not there."""
    build = _site(draft, arabic="public", status="public", site_url="https://exemple.org/")
    entries, index = _entries(build), all_pages(build)
    both = {"fr": "https://exemple.org/plan/", "ar": "https://exemple.org/ar/plan/"}
    assert entries[both["fr"]] == entries[both["ar"]] == both
    stand_ins = [page for page in index.in_language("ar") if not page.real]
    assert stand_ins, "without a page that is not translated this test would prove nothing"
    for page in stand_ins:
        assert f"https://exemple.org/{page.path}" not in entries
        if index.get("fr", page.address).real:  # a vital page may be withheld in both
            assert entries[f"https://exemple.org/{page.address}"] == {}


def test_error_pages_are_not_told(draft):
    """Each real page once, no 404, and none of those for volunteers."""
    build = _site(draft, arabic="public", status="public", site_url="https://exemple.org/")
    entries, index = _entries(build), all_pages(build)
    told = [
        page
        for lang in ("fr", "ar")
        for page in index.in_language(lang)
        if page.real and not page.is_error and not page.for_volunteers
    ]
    assert sorted(entries) == sorted(f"https://exemple.org/{page.path}" for page in told)
    assert not any("404" in address for address in entries)
    assert sitemap(build, index).count("<loc>") == len(entries)


def test_an_address_is_escaped(draft):
    """A root with « & » gives XML all the same."""
    build = _site(draft, status="public", site_url="https://exemple.org/a&b/")
    assert "https://exemple.org/a&b/infos/qui-appeler/" in _entries(build)

"""Addresses that have been published: one may be added to ``permalinks.txt``, none may ever vanish from the site.

Never remove a line of that file to make this test pass: give the old address a page, or keep the record.
"""

import datetime
from pathlib import Path

import pytest

from vigie.load_build import load_build
from vigie.site.pages import all_pages

LINES = (Path(__file__).parent / "permalinks.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def pages(project_root):
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    index = all_pages(build)
    return {page.path: page for language in build.languages for page in index.in_language(language.code)}


@pytest.mark.parametrize("address", LINES)
def test_a_published_address_still_leads_to_its_text(address, pages):
    """Each line is the address of a true page of a measure or a post."""
    assert address in pages, "this address has been published: it may not vanish"
    assert pages[address].real
    assert pages[address].kind in ("measure", "post")


def test_every_measure_has_its_address_in_the_list(pages):
    """A new record of the ledger is added to the list, in every language where it has a page."""
    measures = {path for path, page in pages.items() if page.kind == "measure"}
    assert sorted(measures - set(LINES)) == [], "add these lines to permalinks.txt"


def test_the_list_is_sorted_without_repetition():
    """One address a line, in order, so that a vanished one is seen in a review."""
    assert sorted(set(LINES)) == LINES
    assert all(line.endswith("/") and not line.startswith("/") for line in LINES)

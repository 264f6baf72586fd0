"""A list read page by page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_post import post

from vigie.news.entries import entry_of
from vigie.news.listing import PER_PAGE, Listing, listings, page_address

ENTRY = entry_of(post())


def _of(total, number=1, address="actualites/"):
    return list(listings(address, (ENTRY,) * total))[number - 1]


@given(st.integers(min_value=0, max_value=200))
def test_no_page_lists_more_than_twenty_and_nothing_is_lost(total):
    """Every text on one page, pages numbered from 1, all full but the last."""
    pages = list(listings("a/", tuple(range(total))))
    assert [entry for page in pages for entry in page.entries] == list(range(total))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(len(page.entries) == PER_PAGE for page in pages[:-1]) and len(pages[-1].entries) <= PER_PAGE
    assert {(page.total, page.pages) for page in pages} == {(total, len(pages))}
    assert PER_PAGE == 20


def test_an_empty_list_is_one_empty_page():
    """It says that there is nothing, rather than not being there."""
    assert list(listings("a/", ())) == [Listing("a/", 1, 0, ())]


def test_the_first_page_has_the_address_of_the_list():
    """An address that was given never moves when the list grows."""
    assert [_of(41).address_of(n) for n in (1, 2, 3)] == ["actualites/", "actualites/page-2/", "actualites/page-3/"]
    assert page_address("x/", 1) == "x/"


@pytest.mark.parametrize(
    ("total", "number", "offered"),
    [
        (20, 1, (1,)),
        (21, 1, (1, 2)),
        (100, 1, (1, 2, None, 5)),
        (100, 3, (1, 2, 3, 4, 5)),
        (80, 1, (1, 2, 3, 4)),
        (2000, 50, (1, None, 49, 50, 51, None, 100)),
        (2000, 100, (1, None, 99, 100)),
        (2000, 4, (1, 2, 3, 4, 5, None, 100)),
    ],
)
def test_the_pages_offered_are_few_and_lead_everywhere(total, number, offered):
    """First, last, neighbours; one page left out is shown rather than three dots."""
    assert _of(total, number).numbers == offered


def test_texts_are_grouped_by_year():
    """In the order of the list."""
    entries = tuple(entry_of(post(f"{year}-01-01-x")) for year in (2025, 2025, 2024))
    (page,) = listings("actualites/", entries)
    assert [(year, len(group)) for year, group in page.years] == [("2025", 2), ("2024", 1)]


@pytest.mark.parametrize(
    ("address", "one"), [("actualites/", False), ("actualites/2024/", True), ("sujets/plan/", False)]
)
def test_a_list_of_one_year_needs_no_heading_for_it(address, one):
    """Its own title says the year."""
    assert _of(1, address=address).of_one_year is one

"""The map of the site, for readers: every real page of a language under its section of the menu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigie.news.pages import is_an_inner_list
from vigie.pages import Page, PageIndex
from vigie.site.navigation import Navigation, Section

OTHERS = "map_other"
"""The key of the words over pages that are in no section of the menu."""

_LEFT_OUT = ("home", "error", "search", "filtered", "moved", "post")
"""Filters of a table and texts with a date are reached from their lists, which the map names."""


@dataclass(frozen=True)
class MapEntry:
    """A page, and the pages under its address that the menu does not list (measures, archives of the news)."""

    page: Page
    below: tuple[Page, ...] = ()


@dataclass(frozen=True)
class MapSection:
    """A section of the menu: the key of its words in ``interface.yaml``, and its entries in the menu's order."""

    key: str
    entries: tuple[MapEntry, ...]


def site_map(index: PageIndex, navigation: Navigation, lang: str) -> tuple[MapSection, ...]:
    """Each real page of ``lang`` once, save the home page, the map itself, errors, and what its own list or table leads to.

    Sections without page are left out.
    """
    pages = [
        page
        for page in index.in_language(lang)
        if page.real and page.kind not in _LEFT_OUT and not page.for_volunteers and not is_an_inner_list(page)
    ]
    places: list[tuple[str, Section | None]] = [(section.key, section) for section in navigation.sections]
    sections = (
        MapSection(key, _entries([p for p in pages if navigation.section_of(p.address) == place], place))
        for key, place in [*places, (OTHERS, None)]
    )
    return tuple(section for section in sections if section.entries)


def _entries(pages: list[Page], section: Section | None) -> tuple[MapEntry, ...]:
    """Those that the menu lists, in its order, with the others under the nearest; what is under none comes last."""
    order = section.addresses if section else ()
    by_address = {page.address: page for page in pages}
    listed = [by_address[address] for address in dict.fromkeys(order) if address in by_address]
    below: dict[str | None, list[Page]] = {}
    for page in pages:
        if page not in listed:
            below.setdefault(_nearest(page, listed), []).append(page)
    return (
        *(MapEntry(page, _ordered(below.get(page.address, ()))) for page in listed),
        *(MapEntry(page) for page in _ordered(below.get(None, ()))),
    )


def _nearest(page: Page, listed: Iterable[Page]) -> str | None:
    above = [other.address for other in listed if page.address.startswith(other.address)]
    return max(above, key=len, default=None)


def _ordered(pages: Iterable[Page]) -> tuple[Page, ...]:
    """By address; of archives by year, which their address ends with, the most recent first."""
    by_address = sorted(pages, key=lambda page: page.address)
    dated = [page for page in by_address if page.address.rstrip("/").rpartition("/")[2].isdigit()]
    return (*reversed(dated), *(page for page in by_address if page not in dated))

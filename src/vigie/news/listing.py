"""One page of a list of dated texts: twenty of them, grouped by year, and where the other pages are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from vigie.news.entries import PostEntry
from vigie.values import Text

PER_PAGE = 20
"""No page lists more (design of the news); a list of any length is read page by page."""


@dataclass(frozen=True)
class Archive:
    """A list that belongs to another, as pages offer it: its words, its address, how many texts."""

    text: Text
    address: str
    count: int


@dataclass(frozen=True)
class Listing:
    """Page ``number`` (from 1) of the list at ``address`` (under its language's root), of ``total`` texts in all."""

    address: str
    number: int
    total: int
    entries: tuple[PostEntry, ...]

    @property
    def pages(self) -> int:
        """How many pages the list has; one when it is empty."""
        return max(1, -(-self.total // PER_PAGE))

    def address_of(self, number: int) -> str:
        """Of another page of the list: the first has the list's own address."""
        return page_address(self.address, number)

    @property
    def years(self) -> tuple[tuple[str, tuple[PostEntry, ...]], ...]:
        """The texts under their year, in the order of the list."""
        return tuple((year, tuple(group)) for year, group in groupby(self.entries, key=lambda entry: entry.year))

    @property
    def of_one_year(self) -> bool:
        """Whether a heading for its year would say what the list's own title says."""
        return self.address.rstrip("/").rpartition("/")[2].isdigit()

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The pages to offer: the first, the last and those around this one; None where some are left out."""
        near = {1, self.pages, *range(self.number - 1, self.number + 2)}
        shown = sorted(number for number in near if 1 <= number <= self.pages)
        offered: list[int | None] = []
        for number in shown:
            last = offered[-1] if offered else None
            if last is not None and number - last == 2:
                offered.append(number - 1)
            elif last is not None and number - last > 2:
                offered.append(None)
            offered.append(number)
        return tuple(offered)


def page_address(address: str, number: int) -> str:
    """``actualites/``, then ``actualites/page-2/``."""
    return address if number == 1 else f"{address}page-{number}/"


def listings(address: str, entries: tuple[PostEntry, ...]) -> Iterator[Listing]:
    """The pages of a list; one, empty, when there is nothing to list."""
    for number, start in enumerate(range(0, max(1, len(entries)), PER_PAGE), start=1):
        yield Listing(address, number, len(entries), entries[start : start + PER_PAGE])

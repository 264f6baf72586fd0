"""What the markers of ``plan/donnees/`` give to ``overrides/partials/measures/<name>.html``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vigie.build import Build
from vigie.languages import SOURCE, Language
from vigie.measures import citation
from vigie.measures.open_data.columns import Column, Type
from vigie.measures.open_data.table import Table
from vigie.measures.open_data.tables import all_tables
from vigie.measures.views import TABLE
from vigie.pages import Page
from vigie.values import Text

Context = dict[str, Any]


@dataclass(frozen=True)
class ShownColumn:
    """A column of the dictionary; its words are French on every page."""

    key: str
    title: Text
    description: Text
    type: Type
    allowed: tuple[str, ...]
    words: str | None
    many: bool
    required: bool


@dataclass(frozen=True)
class ShownTable:
    """A table of the dictionary."""

    name: str
    said: Text
    columns: tuple[ShownColumn, ...]


def _shown(table: Table) -> ShownTable:
    return ShownTable(table.name, Text(table.description, SOURCE), tuple(map(_shown_column, table.columns)))


def _shown_column(column: Column) -> ShownColumn:
    """The closed list is left out where the description already gives it with its words."""
    told = all(value in column.description for value in column.allowed)
    title, description = Text(column.title, SOURCE), Text(column.description, SOURCE)
    allowed = () if told else column.allowed
    return ShownColumn(column.key, title, description, column.type, allowed, column.words, column.many, column.required)


def _files(build: Build, page: Page) -> Context:
    return {"states": build.edition_views[page.lang]}


def _dictionary(build: Build, page: Page) -> Context:  # noqa: ARG001 - the same for every page
    return {"tables": tuple(_shown(table) for table in all_tables(build.ledger.record))}


def _cite_ledger(build: Build, page: Page) -> Context:
    """The lines to copy: today's table, then each state; without an address of the site they hold the path alone."""
    t, ledger, site = build.interfaces[page.lang], build.ledger.record, build.site.record

    def cite(when: str, address: str) -> citation.Citation:
        path = f"{Language(page.lang).prefix}{address}"
        return citation.cite_line(t, ledger.plan, when, path, site_url=site.site_url, is_draft=build.is_draft)

    states = build.edition_views[page.lang]
    return {
        "today": cite(citation.as_of(t, ledger.as_of), TABLE),
        "states": [(state, cite(citation.state_of(t, state.edition), state.address)) for state in states],
    }


DATA_MARKERS: dict[tuple[str, str], Callable[[Build, Page], Context]] = {
    ("measures", "files"): _files,
    ("measures", "dictionary"): _dictionary,
    ("measures", "cite-ledger"): _cite_ledger,
}

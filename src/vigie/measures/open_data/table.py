"""A table of the ledger: its columns and its rows, whatever the format they are written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigie.measures.open_data.columns import Cell, Column, spaced


@dataclass(frozen=True)
class Link:
    """The values of ``column`` are keys of another table."""

    column: str
    table: str
    key: str = "id"


@dataclass(frozen=True)
class Table:
    """One table; ``name`` is that of its files, without accents."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()


def table(
    name: str,
    title: str,
    description: str,
    columns: Iterable[Column],
    records: Iterable[object],
    *,
    key: tuple[str, ...] = ("id",),
    links: tuple[Link, ...] = (),
) -> Table:
    """A table whose rows are read from ``records``, in their order."""
    columns = tuple(columns)
    rows = tuple(tuple(column.read(record) for column in columns) for record in records)
    return Table(name, spaced(title), spaced(description), columns, rows, key, links)

"""What a spreadsheet, a CSV file or a DOCX table gives once read: cells with their place, and what is wrong with one."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from vigie.problems import visible


@dataclass(frozen=True)
class Place:
    """Where a cell is. ``column`` is a letter (``D``) in a sheet; in a DOCX, the header of the column."""

    table: str
    row: int
    column: str = ""
    is_sheet: bool = True

    @property
    def short(self) -> str:
        """« Constats!D12 »: what a spreadsheet understands; « tableau 1, ligne 12, colonne « Pilote » » of a DOCX."""
        if self.is_sheet:
            return f"{self.table}!{self.column}{self.row}" if self.column else f"{self.table}, ligne {self.row}"
        return f"{self.table}, ligne {self.row}" + (f", colonne « {self.column} »" if self.column else "")

    @property
    def long(self) -> str:
        """« Ligne 12, feuille « Constats », cellule D12 »."""
        if not self.is_sheet:
            return self.short[:1].upper() + self.short[1:]
        line = f"Ligne {self.row}, feuille « {self.table} »"
        return f"{line}, cellule {self.column}{self.row}" if self.column else line

    @property
    def of_row(self) -> Place:
        """The row alone."""
        return Place(self.table, self.row, "", self.is_sheet)


@dataclass(frozen=True)
class Remark:
    """One thing to mend in a file that comes in: a value, like ``Problem``, but its place is a cell."""

    place: str
    what: str
    mend: str
    blocking: bool = True

    def __str__(self) -> str:
        said = visible(f"{self.place} : {self.what} ; {self.mend}")
        return said if self.blocking else f"{said} (avertissement)"


Raw = str | int | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None


@dataclass(frozen=True)
class Cell:
    """What a cell holds, as the file says it; nothing is converted yet."""

    place: Place
    raw: Raw = None
    format: str = ""
    wrong: tuple[str, str] | None = None
    """What makes it unreadable whatever it holds (a formula, merged cells), and the mend."""

    @property
    def is_empty(self) -> bool:
        """Nothing but spaces."""
        return self.wrong is None and (self.raw is None or (isinstance(self.raw, str) and not self.raw.strip()))


@dataclass(frozen=True)
class Table:
    """A sheet or a table: its title, its number in the file, its rows, first row included."""

    title: str
    number: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Row:
    """A row read as a record: the cells by key of the record."""

    place: Place
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Rows:
    """The rows of each kind of record, and what is wrong with the tables they come from."""

    by_kind: dict[str, list[Row]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

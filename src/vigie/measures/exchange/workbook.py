"""The workbook to edit: a sheet per kind of record, everything as text, lists of allowed values, and how to use it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from vigie.measures.exchange.columns import PARENT, SHEETS, Column, Sheet
from vigie.measures.exchange.labels import LABELS, shown
from vigie.measures.exchange.meaning import text_shown
from vigie.measures.exchange.origin import origin_rows
from vigie.measures.exchange.our_rows import LISTS, ORIGIN, README
from vigie.measures.exchange.readme_sheet import LINES
from vigie.measures.exchange.record_places import Data, at, lists_of, records_of

TEXT = "@"
"""The format that keeps a spreadsheet from making a day of « 2024-12 »."""
_SPARE_ROWS = 1_000
"""Rows below the last one that have the drop-down lists too."""
_HEADER = PatternFill("solid", fgColor="FFDDE6EE")
_KEY = PatternFill("solid", fgColor="FFEEEEEE")
_BOLD, _TITLE = Font(name="Calibri", bold=True), Font(name="Calibri", bold=True, size=14)
_LINE = 15.0
"""Height of a line, in points; LibreOffice gives one to each row that says nothing."""
_TALLEST = 400.0
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook_bytes(data: Data) -> bytes:
    """The workbook of ``data``, the plain data of ``data/measures.yaml`` once checked."""
    workbook = Workbook()
    readme = workbook.active
    assert isinstance(readme, Worksheet)  # noqa: S101 - a new workbook has one sheet
    _write_readme(readme)
    lists = _lists(data)
    rows = {sheet.kind: list(_rows(data, sheet)) for sheet in SHEETS}
    for sheet in SHEETS:
        _write_sheet(workbook.create_sheet(sheet.title), sheet, rows[sheet.kind], lists)
    _write_lists(workbook.create_sheet(LISTS), lists)
    hidden = workbook.create_sheet(ORIGIN)
    hidden.sheet_state = "hidden"
    for row in origin_rows((kind, cells["id"], cells) for kind, found in rows.items() for cells in found):
        hidden.append(row)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _rows(data: Data, sheet: Sheet) -> Iterator[dict[str, str]]:
    """What each cell shows, by key."""
    for owner, place in records_of(data, sheet.kind).values():
        record = at(data, place)
        yield {column.key: _shown(record, column, owner) for column in sheet.columns}


def _shown(record: Data, column: Column, owner: str) -> str:
    held: Any = owner if column.key == PARENT else record.get(column.group)
    if column.inner:
        held = held.get(column.inner) if isinstance(held, dict) else None
    return text_shown(held, column)


def _write_sheet(target: Worksheet, sheet: Sheet, rows: list[dict[str, str]], lists: dict[str, list[str]]) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        header = _put(target, 1, number, column.header)
        header.font = _BOLD
        header.fill = _HEADER
        header.comment = Comment(_explained(sheet, column), "vigie", width=320, height=140)
        target.column_dimensions[letter].width = column.width
        target.column_dimensions[letter].number_format = TEXT
        for row_number, row in enumerate(rows, start=2):
            cell = _put(target, row_number, number, row[column.key])
            if column.key in ("id", PARENT):
                cell.fill = _KEY
        if name := _list_for(sheet, column):
            _offer(target, letter, len(rows), name, lists)
    target.row_dimensions[1].height = _height({c.header: c.width for c in sheet.columns})
    for row_number, row in enumerate(rows, start=2):
        target.row_dimensions[row_number].height = _height({row[c.key]: c.width for c in sheet.columns})
    target.freeze_panes = "B2"
    target.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(len(rows) + 1, 2)}"


def _put(target: Worksheet, row: int, column: int, text: str) -> Any:
    """A cell that holds a text and nothing else: no formula, no date, no number."""
    cell = target.cell(row, column)
    if text:
        cell.value = text
        cell.data_type = "s"  # openpyxl would make a formula of « = »
    cell.number_format = TEXT
    cell.alignment = _WRAPPED
    return cell


def _height(widths: dict[str, int]) -> float:
    """Room for the longest of these texts in columns of these widths (in signs)."""
    lines = max((-(-len(text) * 1.15 // width) for text, width in widths.items()), default=1)
    return min(max(lines, 1) * _LINE, _TALLEST)


def _explained(sheet: Sheet, column: Column) -> str:
    said = sheet.description(column)
    if column.form == "choices":
        said += ". Plusieurs valeurs : séparez-les par « ; ». Voir la feuille « Listes »."
    elif column.form == "ids":
        said += ". Des identifiants, séparés par « ; »."
    elif column.form == "date":
        said += ". Aussi précis que la source : 2024, 2024-12 ou 2024-12-31."
    elif column.form == "day":
        said += ". Un jour : 2024-12-31."
    return said


def _list_for(sheet: Sheet, column: Column) -> str | None:
    """The title of the list that the column offers; one cell holds one of its values."""
    if column.form == "choice":
        return column.title
    if column.key == PARENT:
        return "Indicateurs et séries" if sheet.kind == "values" else "Contenus et mesures"
    return "Axes" if column.key == "axis" else None


def _offer(target: Worksheet, letter: str, rows: int, name: str, lists: dict[str, list[str]]) -> None:
    place = get_column_letter(list(lists).index(name) + 1)
    last = max(len(lists[name]), 1) + 1
    offered = DataValidation(type="list", formula1=f"{LISTS}!${place}$2:${place}${last}", allow_blank=True)
    offered.errorTitle, offered.error = "Valeur inconnue", "Choisissez dans la liste (voir la feuille « Listes »)."
    offered.showErrorMessage = True
    offered.add(f"{letter}2:{letter}{rows + _SPARE_ROWS}")
    target.add_data_validation(offered)


def _lists(data: Data) -> dict[str, list[str]]:
    """The columns of the sheet of lists: closed lists, then what may be referred to."""
    titles = {column.key: column.title for sheet in SHEETS for column in sheet.columns if column.choices}
    lists = {titles[name]: [shown(choices, key) for key in choices] for name, choices in LABELS.items()}
    lists["Contenus et mesures"] = list(records_of(data, "measures"))
    lists["Indicateurs et séries"] = list(lists_of(data, "values"))
    lists["Axes"] = [axis["id"] for axis in data["axes"]]
    lists["Sources (clé)"] = list(data["sources"])
    lists["Sources (document)"] = [source["title"] for source in data["sources"].values()]
    return lists


def _write_lists(target: Worksheet, lists: dict[str, list[str]]) -> None:
    for number, (title, items) in enumerate(lists.items(), start=1):
        header = _put(target, 1, number, title)
        header.font = _BOLD
        header.fill = _HEADER
        target.column_dimensions[get_column_letter(number)].width = 60 if title == "Sources (document)" else 32
        for row, text in enumerate(items, start=2):
            _put(target, row, number, text)
    target.freeze_panes = "A2"


def _write_readme(target: Worksheet, lines: Iterable[str] = LINES) -> None:
    target.title = README
    target.column_dimensions["A"].width = 100
    for number, line in enumerate(lines, start=1):
        is_title = line.startswith("# ")
        cell = _put(target, number, 1, line.removeprefix("# "))
        target.row_dimensions[number].height = 1.4 * _LINE if is_title else _height({line: 100})
        if is_title:
            cell.font = _TITLE

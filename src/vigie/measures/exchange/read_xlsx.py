"""Sheets of an XLSX file: cells as they are, with what nobody could import told cell by cell (merged cells)."""

from __future__ import annotations

import html
import io
import re
import zipfile

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from vigie.archives import what_is_wrong_with
from vigie.measures.exchange.cells import Cell, Place, Remark, Table
from vigie.measures.exchange.meaning import Refused

MOST_ROWS = 20_000
MOST_COLUMNS = 300
LARGEST_RANGE = 10_000
_RANGES = re.compile(r"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")


def read_xlsx(raw: bytes, name: str) -> tuple[list[Table], list[Remark]]:
    """The sheets of the workbook, or why they cannot be read. ``name`` is that of the file, for messages."""
    if refused := what_is_wrong_with(raw) or _ranges_too_large(raw):
        return [], [Remark(name, *refused)]
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(raw))
        sheets = [sheet for sheet in workbook.worksheets if isinstance(sheet, Worksheet)]
    except Exception:  # openpyxl says anything of a broken file
        return [], [Remark(name, "ce classeur ne s’ouvre pas", "enregistrez-le de nouveau au format .xlsx")]
    large = [
        Remark(
            sheet.title,
            f"cette feuille va jusqu’à la ligne {sheet.max_row} et la colonne {get_column_letter(sheet.max_column)}",
            f"{MOST_ROWS} lignes et {MOST_COLUMNS} colonnes au plus : supprimez celles qui ne servent pas",
        )
        for sheet in sheets
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS
    ]
    return ([] if large else [_table(sheet, number) for number, sheet in enumerate(sheets, start=1)]), large


def _ranges_too_large(raw: bytes) -> Refused | None:
    """openpyxl makes a cell of every place of a merged range, be it the whole sheet: looked for before it opens the file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.namelist():
            if not part.lower().endswith(".xml"):
                continue
            for written in _RANGES.findall(archive.read(part).decode("utf-8", "replace")):
                reference = html.unescape(written)
                if ":" in reference and _area(reference) > LARGEST_RANGE:
                    return (
                        f"ce classeur fusionne la zone {reference[:40]}",
                        "défusionnez-la, ou ne gardez que le tableau",
                    )
    return None


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError:
        return LARGEST_RANGE + 1
    if None in (left, top, right, bottom):
        return LARGEST_RANGE + 1
    return (int(right or 0) - int(left or 0) + 1) * (int(bottom or 0) - int(top or 0) + 1)


def _table(sheet: Worksheet, number: int) -> Table:
    merged = {place for found in sheet.merged_cells.ranges for place in found.cells}
    rows = tuple(
        tuple(
            Cell(
                Place(sheet.title, row, get_column_letter(column)),
                found.value,  # type: ignore[arg-type] # formulas have their own class, and are refused
                str(found.number_format),
                wrong=_wrong(found.data_type, found.value, is_merged=(row, column) in merged),
            )
            for column, found in enumerate(cells, start=1)
        )
        for row, cells in enumerate(sheet.iter_rows(), start=1)
    )
    return Table(sheet.title, number, rows)


def _wrong(data_type: str, value: object, *, is_merged: bool) -> Refused | None:
    if is_merged:
        return "cette cellule est fusionnée avec une autre", "défusionnez-les, et recopiez le texte dans chaque ligne"
    if data_type == "f":
        return "cette cellule contient une formule", "collez sa valeur seule (collage spécial, valeurs)"
    if data_type == "e":
        return f"le tableur y met une erreur ({value})", "retapez la valeur"
    return None

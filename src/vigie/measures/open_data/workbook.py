"""All tables in one XLSX workbook, a sheet each and the dictionary; the same tables make the same bytes.

Texts are texts, dates included: never a formula, never a day made of a month. What a spreadsheet writes of itself and
of the clock (times of the ZIP, document properties) is replaced.
"""

from __future__ import annotations

import functools
import io
import zipfile
from typing import TYPE_CHECKING

from vigie.feeds.legible import legible
from vigie.measures.open_data.columns import Cell
from vigie.measures.open_data.guard import could_run
from vigie.measures.open_data.table import Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can write."""
_PROPERTIES = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}
_WIDEST = 60
_NARROWEST = 12
"""Widths of columns, in characters."""


@functools.lru_cache(maxsize=2)
def workbook(tables: tuple[Table, ...]) -> bytes:
    """The workbook. Cached: the preview and the tests build the same tables again and again."""
    from openpyxl import Workbook  # noqa: PLC0415 - a quarter of a second, which only those who write it pay
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        _set_widths(sheet, table)
        keys = [WriteOnlyCell(sheet, column.key) for column in table.columns]
        for key in keys:
            key.font = bold
        sheet.append(keys)
        for row in table.rows:
            sheet.append([_cell(sheet, cell) for cell in row])
    written = io.BytesIO()
    book.save(written)
    return repacked(written.getvalue())


def _set_widths(sheet: WriteOnlyWorksheet, table: Table) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, column in enumerate(table.columns, start=1):
        longest = max((len(str(row[number - 1] or "")) for row in table.rows), default=0)
        width = min(_WIDEST, max(_NARROWEST, len(column.key) + 2, longest + 2))
        sheet.column_dimensions[get_column_letter(number)].width = width  # type: ignore[attr-defined] # missing stub


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> Cell | SheetCell:
    """A number or a yes/no as such, a text as a text whatever it begins with (« #N/A » would be an error)."""
    if not isinstance(value, str):
        return value
    text = legible(value)
    if not (could_run(text) or text.startswith("#")):
        return text
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True  # it stays a text when somebody edits the cell
    return cell


def repacked(archive: bytes) -> bytes:
    """The same workbook without the clock and without the name of a program."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(out, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            after.writestr(entry, _PROPERTIES.get(name) or before.read(name))
    return out.getvalue()

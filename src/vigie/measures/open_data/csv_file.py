"""A table as CSV: UTF-8, comma, lines ended by CR LF (RFC 4180), first line the keys, decimal point, ``true`` and ``false``."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from vigie.measures.open_data.columns import Cell
from vigie.measures.open_data.guard import guarded
from vigie.measures.open_data.table import Table


def csv_file(table: Table) -> bytes:
    """Every cell as text; a text that a spreadsheet would run is preceded by an apostrophe, a number never is."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([as_text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def as_text(cell: Cell) -> str:
    """Empty for None; no exponent, no separator of thousands."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return format(Decimal(repr(cell)), "f")
    return guarded(cell)

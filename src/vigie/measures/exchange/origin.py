"""What each cell held when the workbook was made, as short digests in a hidden sheet.

So an old workbook brings in what was edited in it, and never undoes what was changed in the file meanwhile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from vigie.measures.exchange.cells import Table
from vigie.measures.exchange.our_rows import ORIGIN

Key = tuple[str, str, str]
"""Kind of record, id, key of the column."""


def digest(text: str) -> str:
    """Twelve signs that tell two texts apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def origin_rows(shown: Iterable[tuple[str, str, dict[str, str]]]) -> list[list[str]]:
    """The rows of the hidden sheet, from (kind, id, text shown by key)."""
    return [[kind, id_, " ".join(f"{k}={digest(text)}" for k, text in cells.items())] for kind, id_, cells in shown]


def read_origin(tables: Iterable[Table]) -> dict[Key, str] | None:
    """The digest of each cell at the time of the export; None when the sheet is not there."""
    table = next((table for table in tables if table.title == ORIGIN), None)
    if table is None:
        return None
    found: dict[Key, str] = {}
    for row in table.rows:
        texts = [str(cell.raw or "") for cell in row[:3]]
        if len(texts) == 3:
            for part in texts[2].split():
                key, _, value = part.partition("=")
                found[texts[0], texts[1], key] = value
    return found

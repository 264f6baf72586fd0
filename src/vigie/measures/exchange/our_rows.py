"""The rows of the workbook that ``vigie export`` made: a column is known by the key at the end of its title."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from vigie.measures.exchange.cells import Remark, Row, Rows, Table
from vigie.measures.exchange.columns import SHEETS, Sheet
from vigie.measures.exchange.labels import key_of
from vigie.measures.exchange.meaning import clean

README, LISTS, ORIGIN = "Lisez-moi", "Listes", "Origine"
"""The sheets of our workbook that hold no record."""


def rows_of_our_workbook(tables: Iterable[Table], name: str) -> Rows:
    """The sheets that ``vigie export`` made, found again by their titles."""
    tables = list(tables)
    rows = Rows()
    titles = {sheet.title: sheet for sheet in SHEETS}
    if not any(table.title in titles for table in tables):
        mend = "donnez une carte des colonnes : --map carte.yaml (voir contributing/measures-spreadsheets.md)"
        rows.remarks.append(Remark(name, "ce fichier ne vient pas de « vigie export »", mend))
        return rows
    for table in tables:
        if table.title in titles:
            sheet = titles[table.title]
            rows.by_kind[sheet.kind] = _by_our_headers(table, sheet, rows.remarks)
        elif (ours := _renamed(table)) is not None:
            what = f"cette feuille a les colonnes de « {ours.title} », mais plus son nom : elle ne serait pas lue"
            rows.remarks.append(Remark(table.title, what, f"renommez-la « {ours.title} », ou supprimez-la"))
        elif table.title not in (README, LISTS, ORIGIN):
            what, mend = "cette feuille n’est pas lue", "rien à faire si c’est la vôtre"
            rows.remarks.append(Remark(table.title, what, mend, blocking=False))
    return rows


def _renamed(table: Table) -> Sheet | None:
    """The sheet of ours whose headers this one still has; rows added to it must not be lost in silence."""
    keys = {key_of(clean(str(cell.raw or ""))) for cell in (table.rows[0] if table.rows else ())}
    return next(
        (sheet for sheet in SHEETS if "id" in keys and len(keys & set(sheet.by_key)) > len(sheet.by_key) / 2), None
    )


def _by_our_headers(table: Table, sheet: Sheet, remarks: list[Remark]) -> list[Row]:
    keys: dict[int, str] = {}
    for at, cell in enumerate(table.rows[0] if table.rows else ()):
        header = clean(str(cell.raw or ""))
        key = key_of(header)
        below = any(not row[at].is_empty for row in table.rows[1:] if at < len(row))
        if key in sheet.by_key and key not in keys.values():
            keys[at] = key
        elif key in sheet.by_key:
            remarks.append(Remark(cell.place.short, f"la colonne « {key} » y est deux fois", "gardez-en une"))
        elif header or below:
            near = difflib.get_close_matches(key, sheet.by_key, n=1)
            mend = (
                f"remettez « {sheet.by_key[near[0]].header} »" if near else "ôtez-la, ou remettez son titre d’origine"
            )
            remarks.append(Remark(cell.place.short, f"la colonne « {header[:40]} » est inconnue", mend))
    if "id" not in keys.values():
        mend = f"remettez la colonne « {sheet.by_key['id'].header} »"
        remarks.append(Remark(table.title, "la colonne des identifiants manque", mend))
        return []
    return [
        Row(cells[0].place.of_row, {key: cells[at] for at, key in keys.items() if at < len(cells)})
        for cells in table.rows[1:]
        if any(not cell.is_empty for cell in cells)
    ]

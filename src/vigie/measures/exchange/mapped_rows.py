"""The rows of somebody else's table, read through a column map."""

from __future__ import annotations

import re

from vigie.measures.exchange.cells import Cell, Remark, Row, Rows, Table
from vigie.measures.exchange.column_map import ALL, ColumnMap, Written
from vigie.measures.exchange.columns import BY_KIND, RecordKind
from vigie.measures.exchange.meaning import text_of, value_of
from vigie.slugs import slug

_IN_BRACES = re.compile(r"\{([a-z_.]+)\}")


def rows_by_map(tables: list[Table], column_map: ColumnMap, name: str) -> Rows:
    """The rows of the tables that the map names."""
    rows = Rows()
    found = rows.by_kind.setdefault(column_map.records, [])
    for table in _chosen(tables, column_map, name, rows.remarks):
        found.extend(_by_map(table, column_map, rows.remarks))
    return rows


def _chosen(tables: list[Table], column_map: ColumnMap, name: str, remarks: list[Remark]) -> list[Table]:
    if column_map.table == ALL:
        return tables
    wanted = column_map.table if isinstance(column_map.table, tuple) else (column_map.table,)
    chosen = []
    for which in wanted:
        match = [t for t in tables if which == t.number or (isinstance(which, str) and _same(which, t.title))]
        if len(match) == 1:
            chosen += match
            continue
        known = ", ".join(f"{t.number}" + (f" « {t.title[:40]} »" if t.title else "") for t in tables) or "aucun"
        what = f"le tableau « {which} » y est {len(match)} fois"
        remarks.append(Remark(name, what, f"table: le numéro ou le titre d’un seul ; il y a : {known}"))
    return chosen


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    """Case, apostrophes and kinds of spaces do not make another header."""
    return " ".join(text.replace("’", "'").split()).casefold()


def _by_map(table: Table, column_map: ColumnMap, remarks: list[Remark]) -> list[Row]:
    at_header = column_map.header_row - 1
    headers = [_plain(str(cell.raw or "")) for cell in table.rows[at_header]] if len(table.rows) > at_header else []
    where = table.rows[0][0].place.table if table.rows and table.rows[0] else f"tableau {table.number}"
    keys: dict[int, str] = {}
    for title, key in column_map.columns.items():
        at = [number for number, header in enumerate(headers) if header == _plain(title)]
        if len(at) == 1:
            keys[at[0]] = key
            continue
        found = ", ".join(f"« {header} »" for header in headers if header) or "aucun titre"
        remarks.append(Remark(where, f"la colonne « {title} » y est {len(at)} fois", f"titres trouvés : {found}"))
    ignored = {_plain(title) for title in column_map.ignore}
    for at_, header in enumerate(headers):
        if at_ in keys or header in ignored:
            continue
        if header or any(not row[at_].is_empty for row in table.rows[at_header + 1 :] if at_ < len(row)):
            place, named = (
                table.rows[at_header][at_].place.short,
                f"la colonne « {header} »" if header else "une colonne sans titre",
            )
            remarks.append(
                Remark(
                    place,
                    f"la carte ne dit rien d’{named}" if not header else f"la carte ne dit rien de {named}",
                    "ajoutez-la à columns, ou à ignore",
                )
            )
    rows = []
    for cells in table.rows[at_header + 1 :]:
        is_header_again = [_plain(str(cell.raw or "")) for cell in cells] == headers
        if is_header_again or all(cell.is_empty for cell in cells):
            continue
        rows.append(_row(cells, keys, column_map, remarks))
    return rows


def _row(cells: tuple[Cell, ...], keys: dict[int, str], column_map: ColumnMap, remarks: list[Remark]) -> Row:
    place = cells[0].place.of_row
    given: dict[str, Cell] = {}
    for at, key in keys.items():
        if at < len(cells) and (cell := _translated(cells[at], key, column_map)) is not None:
            given[key] = cell
    if column_map.id is not None:
        made, missing = _filled(column_map.id, given, column_map.records, as_address=True)
        remarks += [
            Remark(place.short, f"« {key} » est vide : pas d’identifiant possible", "complétez la cellule")
            for key in missing
        ]
        given = {"id": Cell(place, made or None), **given}
    return Row(place, given)


def _translated(cell: Cell, key: str, column_map: ColumnMap) -> Cell | None:
    """The cell with the map's own words; None when it is empty, which says nothing unless the map says what."""
    if cell.is_empty:
        return Cell(cell.place, column_map.empty[key]) if key in column_map.empty else None
    words = {_plain(word): value for word, value in column_map.values.get(key, {}).items()}
    if isinstance(cell.raw, str) and _plain(cell.raw) in words:
        return Cell(cell.place, words[_plain(cell.raw)])
    return cell


def fixed_cells(row: Row, column_map: ColumnMap | None) -> dict[str, Cell]:
    """What the map gives to a new record that the row does not."""
    if column_map is None:
        return {}
    return {
        key: Cell(row.place, _filled(_one_text(value), row.cells, column_map.records)[0])
        for key, value in column_map.fixed.items()
        if key not in row.cells
    }


def _one_text(value: Written | tuple[Written, ...]) -> str:
    if isinstance(value, tuple):
        return " ; ".join(_one_text(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _filled(
    pattern: str, given: dict[str, Cell], kind: RecordKind, *, as_address: bool = False
) -> tuple[str, list[str]]:
    """``pattern`` with the values of other cells in its braces, and the keys that are empty."""
    missing = [key for key in _IN_BRACES.findall(pattern) if key not in given or given[key].is_empty]

    def word(match: re.Match[str]) -> str:
        key = match.group(1)
        if key in missing:
            return ""
        column = BY_KIND[kind].by_key[key]
        text, _wrong = text_of(given[key], column)  # said when the cell itself is read
        value, wrong = value_of(text, column) if text else (text, None)
        said = text if wrong or isinstance(value, list) else str(value)
        return slug(said) if as_address else said

    return ("" if as_address and missing else _IN_BRACES.sub(word, pattern)), missing

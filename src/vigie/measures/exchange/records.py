"""Rows become changes of the data: a cell that differs is an edit, an unknown id is a new record, an absent row is nothing."""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass, field
from typing import Any

from vigie.measures.exchange.cells import Cell, Place, Remark, Row
from vigie.measures.exchange.column_map import ColumnMap
from vigie.measures.exchange.columns import PARENT, SHEETS, Column, RecordKind, Sheet
from vigie.measures.exchange.mapped_rows import fixed_cells
from vigie.measures.exchange.meaning import text_of, text_shown, value_of
from vigie.measures.exchange.new_record import new_record, nothing
from vigie.measures.exchange.origin import Key, digest
from vigie.measures.exchange.record_places import Data, at, lists_of, records_of
from vigie.measures.withdrawal import EMPTIED
from vigie.strict_yaml import Location


@dataclass(frozen=True)
class Change:
    """One cell that changes a record, or a row that adds one (``column`` is then None)."""

    place: Place
    kind: RecordKind
    id: str
    column: Column | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Applied:
    """The data once changed, what changed, where each part comes from, and what is wrong."""

    data: Data
    changes: list[Change] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    places: dict[Location, Place] = field(default_factory=dict)
    absent: dict[RecordKind, list[str]] = field(default_factory=dict)
    """Records of the file without a row: they stay as they are."""


def apply_rows(
    data: Data,
    rows: dict[str, list[Row]],
    today: datetime.date,
    column_map: ColumnMap | None = None,
    origin: dict[Key, str] | None = None,
) -> Applied:
    """``data`` is not touched; measures come first, so that a finding may belong to a new one."""
    applied = Applied(copy.deepcopy(data))
    for sheet in SHEETS:
        if sheet.kind in rows:
            _Sheet(applied, sheet, today, column_map, origin).apply(rows[sheet.kind])
    return applied


@dataclass(frozen=True)
class _Sheet:
    """The rows of one kind, brought into ``applied``."""

    applied: Applied
    sheet: Sheet
    today: datetime.date
    column_map: ColumnMap | None
    origin: dict[Key, str] | None

    def apply(self, rows: list[Row]) -> None:
        kind = self.sheet.kind
        known = records_of(self.applied.data, kind)
        exported = {id_ for k, id_, _key in self.origin or () if k == kind}
        seen: dict[str, Row] = {}
        for row in rows:
            id_ = self._id(row)
            if not id_:
                continue
            if id_ in seen:
                first = seen[id_].place.short
                self._remark(row, "id", f"l’identifiant « {id_} » est déjà {first}", "un identifiant, une ligne")
            elif id_ in known:
                self._amend(row, id_, *known[id_])
            elif id_ in exported:
                mend = "exportez de nouveau, et reportez vos modifications dans le nouveau classeur"
                self._remark(row, "id", f"« {id_} » n’est plus dans le registre", mend)
            else:
                self._add(row, id_)
            seen.setdefault(id_, row)
        if self.column_map is None and (absent := [id_ for id_ in known if id_ not in seen]):
            self.applied.absent[kind] = absent

    def _id(self, row: Row) -> str:
        cell = row.cells.get("id")
        text, wrong = text_of(cell, self.sheet.by_key["id"]) if cell else ("", None)
        value, wrong = value_of(text, self.sheet.by_key["id"]) if text and not wrong else ("", wrong)
        if wrong:
            self._remark(row, "id", *wrong)
        elif not value and not (cell and cell.place.of_row == cell.place):  # a pattern that failed has said so
            mend = "écrivez-en un nouveau : lettres minuscules sans accent, chiffres, traits d’union"
            self._remark(row, "id", f"ce {self.sheet.singular} n’a pas d’identifiant", mend)
        return str(value or "")

    def _remark(self, row: Row, key: str, what: str, mend: str, *, blocking: bool = True) -> None:
        place = row.cells[key].place if key in row.cells else row.place
        self.applied.remarks.append(Remark(place.short, what, mend, blocking))

    def _amend(self, row: Row, id_: str, owner: str, place: Location) -> None:
        record = at(self.applied.data, place)
        edited: set[str] = set()
        for key, cell in row.cells.items():
            column = self.sheet.by_key[key]
            now = owner if key == PARENT else _get(record, column)
            text, wrong = text_of(cell, column)
            shown = text_shown(now, column)
            before = None if self.origin is None else self.origin.get((self.sheet.kind, id_, key), "")
            if not wrong and (key == "id" or text == shown or not _was_edited(text, before)):
                continue
            value, wrong = (nothing(column), wrong) if wrong or not text else value_of(text, column)
            if wrong:
                self._remark(row, key, *wrong)
            elif _same(value, now):
                continue
            elif key == PARENT:
                what = f"ce {self.sheet.singular} appartient à « {owner} » : il n’en change pas"
                self._remark(row, key, what, f"remettez {owner}, ou ajoutez une ligne avec un autre identifiant")
            elif before is not None and before != digest(shown):
                what = f"le registre a changé depuis l’export : « {key} » y est maintenant « {shown[:60]} »"
                self._remark(row, key, what, "exportez de nouveau, et reportez-y votre modification")
            else:
                _set(record, self.sheet, column, value)
                self._note(Change(cell.place, self.sheet.kind, id_, column, shown, text), place)
                edited.add(column.group)
        if edited and self.sheet.kind != "measures" and not _was_withdrawn(edited, record):
            what = f"« {id_} » est déjà noté : s’il est publié, il ne se corrige pas dans sa ligne"
            mend = "ajoutez une ligne, en disant ce qu’elle corrige ; « vigie check --since » le refuserait"
            self._remark(row, "id", what, mend, blocking=False)

    def _note(self, change: Change, place: Location) -> None:
        self.applied.changes.append(change)
        if change.column is None:
            self.applied.places[place] = change.place
        else:
            column = change.column
            self.applied.places[(*place, *column.key.split("."))] = change.place
            self.applied.places.setdefault((*place, column.group), change.place)

    def _add(self, row: Row, id_: str) -> None:
        cells = {**fixed_cells(row, self.column_map), **row.cells}
        row = Row(row.place, cells)
        read = {key: self._read(row, key, cell) for key, cell in cells.items() if key in self.sheet.by_key}
        owned = lists_of(self.applied.data, self.sheet.kind)
        parent = read.pop(PARENT, None)
        owner = parent if isinstance(parent, str) else ""
        if owner not in owned:
            mend = "écrivez l’identifiant de ce à quoi cette ligne se rattache (voir la feuille « Listes »)"
            self._remark(row, PARENT, f"« {owner} » n’existe pas" if owner else "le rattachement est vide", mend)
            return
        records = at(self.applied.data, owned[owner])
        place: Location = (*owned[owner], len(records))
        record, missing = new_record(self.sheet, {**read, "id": id_}, self.today)
        records.append(record)
        for column in missing:
            mend = self.sheet.description(column)
            if self.column_map:
                mend += f" ; dans la carte : une colonne, ou fixed: {{{column.key}: …}}"
            self._remark(row, column.key, f"« {column.title} » ({column.key}) est vide", mend)
        self._note(Change(row.place, self.sheet.kind, id_), place)
        for key, cell in cells.items():
            self.applied.places[(*place, *key.split("."))] = cell.place
            self.applied.places.setdefault((*place, key.partition(".")[0]), cell.place)

    def _read(self, row: Row, key: str, cell: Cell) -> Any:
        column = self.sheet.by_key[key]
        text, wrong = text_of(cell, column)
        value, wrong = value_of(text, column) if text and not wrong else (None, wrong)
        if wrong:
            self._remark(row, key, *wrong)
            return wrong  # anything but nothing: it has been said once
        return value


def _was_withdrawn(edited: set[str], record: Data) -> bool:
    """Whether nothing but a withdrawal was written, and what it empties: only it changes what was published."""
    emptied = {key for key in edited & EMPTIED if record[key] is None}
    return record.get("withdrawn") is not None and edited == emptied | {"withdrawn"}


def _was_edited(text: str, before: str | None) -> bool:
    """Whether somebody changed the cell since the export; ``before`` is its digest then, "" for a row added since."""
    if before is None:
        return True
    return bool(text) if before == "" else before != digest(text)


def _get(record: Data, column: Column) -> Any:
    held = record.get(column.group)
    if not column.inner:
        return held
    return held.get(column.inner) if isinstance(held, dict) else None


def _set(record: Data, sheet: Sheet, column: Column, value: Any) -> None:
    if not column.inner:
        record[column.key] = value
        return
    held = record.get(column.group)
    inner = {c.inner: _get(record, c) for c in sheet.columns if c.group == column.group}
    inner |= {**(held or {}), column.inner: value}
    record[column.group] = inner if any(part is not None for part in inner.values()) else None
    in_order = {key: record[key] for key in sheet.keys_of_the_record if key in record}
    record.clear()
    record.update(in_order)


def _same(value: Any, now: Any) -> bool:
    """1 is not true, but the year 2024 is the same, quoted or not."""
    if isinstance(value, bool) or isinstance(now, bool):
        return value is now
    if isinstance(value, int) and isinstance(now, str):
        return str(value) == now
    return bool(value == now) or (value == [] and now is None)

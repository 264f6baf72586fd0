"""A complete new record: every key of the model, in its order; what nobody gave is unknown, null or empty, or asked for."""

from __future__ import annotations

import datetime
from typing import Any

from vigie.measures import vocabulary as v
from vigie.measures.exchange.columns import BY_KIND, Column, RecordKind, Sheet
from vigie.measures.exchange.record_places import Data

_EMPTY_LISTS = ("indicators", "findings", "replies")
"""Lists of records, which have no column: empty in a new record."""
_REQUIRED: dict[RecordKind, set[str]] = {
    "measures": {"label", "plain", "sources", "forms", "audiences", "verifiable.value", "verifiable.why"},
    "findings": {"date", "by", "sources"},
    "claims": {"date", "by", "statement", "sources"},
    "values": {"period", "value", "qualifier", "sources"},
}
"""What no default can say in the place of a person."""


def new_record(sheet: Sheet, read: dict[str, Any], today: datetime.date) -> tuple[Data, list[Column]]:
    """The record of a row, from its values by key, and the columns that it cannot do without."""
    defaults = _defaults(sheet.kind, read, today)
    record: Data = {}
    missing: list[Column] = []
    for key in sheet.keys_of_the_record:
        columns = [column for column in sheet.columns if column.group == key]
        if not columns:
            record[key] = [] if key in _EMPTY_LISTS else None
            continue
        given = {c.inner: defaults.get(c.key) if read.get(c.key) is None else read[c.key] for c in columns}
        missing += [c for c in columns if given[c.inner] is None and c.key in _REQUIRED[sheet.kind]]
        if "" in given:
            record[key] = given[""]
        elif any(value is not None for value in given.values()):
            record[key] = given
        elif sheet.model.model_fields[key].is_required():
            record[key] = None  # a key that a record may do without is left out
    return record, missing


def _defaults(kind: RecordKind, read: dict[str, Any], today: datetime.date) -> dict[str, Any]:
    said: dict[str, Any] = {"added_on": today.isoformat()}
    if kind == "measures":
        said["kind"] = "content" if read.get("number") is None else "measure"
        said |= {column.key: nothing(column) for column in BY_KIND[kind].columns if column.group == "plan_says"}
        said["former_ids"] = []
    elif kind == "findings":
        said["progress"] = "not_assessed"
    elif kind == "values":
        said["state"] = "unknown"
    return said


def nothing(column: Column) -> Any:
    """What an empty cell means: nothing, never 0; of the plan, that we do not know."""
    if column.group == "plan_says" and column.form == "text":
        return v.UNKNOWN
    return [] if column.form in ("ids", "choices") else None

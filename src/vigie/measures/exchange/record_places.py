"""Where the records of each kind stand in the data of ``data/measures.yaml``."""

from __future__ import annotations

from typing import Any

from vigie.measures.exchange.columns import RecordKind
from vigie.strict_yaml import Location

Data = dict[str, Any]


def lists_of(data: Data, kind: RecordKind) -> dict[str, Location]:
    """Each list that holds records of ``kind``, by the id of what owns it (nothing for those that nobody owns)."""
    if kind == "measures":
        return {"": ("measures",)}
    if kind == "claims":
        return {"": ("plan", "claims")}
    measures = list(enumerate(data["measures"]))
    if kind == "findings":
        return {measure["id"]: ("measures", m, "findings") for m, measure in measures}
    found: dict[str, Location] = {}
    for m, measure in measures:
        for i, indicator in enumerate(measure["indicators"]):
            found[indicator["id"]] = ("measures", m, "indicators", i, "values")
    for s, series in enumerate(data["series"]):
        found[series["id"]] = ("series", s, "values")
    return found


def records_of(data: Data, kind: RecordKind) -> dict[str, tuple[str, Location]]:
    """The records of ``kind`` in the order of the file: id → (id of the owner, place)."""
    return {
        record["id"]: (owner, (*place, index))
        for owner, place in lists_of(data, kind).items()
        for index, record in enumerate(at(data, place))
    }


def at(data: Data, place: Location) -> Any:
    """What stands at ``place``."""
    found: Any = data
    for part in place:
        found = found[part]
    return found

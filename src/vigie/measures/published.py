"""What a ledger published, read from the raw values of its file: claims, findings, figures, states, contents and measures.

Raw values and not records: a file of the past may have another shape. Whatever is not of the expected form is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from vigie.measures.finding import Finding
from vigie.measures.indicators import Value
from vigie.measures.plan import Claim
from vigie.strict_yaml import Location

Key = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True)
class Kind:
    """How a kind of published record is named, and how one of them is mended."""

    model: type[BaseModel]
    name: str
    published: str
    it: str
    mend: str


KINDS = {
    "claim": Kind(
        Claim, "l’affirmation", "publiée", "la", "ajoutez à la fin de la liste une affirmation qui la précise, ou withdrawn: {on, ground}"
    ),
    "finding": Kind(
        Finding, "le constat", "publié", "le", "ajoutez un constat avec correction_of: {id, reason}, ou withdrawn: {on, ground}"
    ),
    "value": Kind(
        Value, "le chiffre", "publié", "le",
        "ajoutez à la fin de la liste un autre chiffre, avec sa source, et dites dans limits ce qui change ; "
        "un chiffre ne se retire pas (contributing/withdrawals.md)",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Published:
    """One record as it is written."""

    kind: str
    id: str
    holders: tuple[str, ...]
    """Ids of what it is written in, the outermost first: its measure, its indicator, its series."""
    place: Location
    written: dict[str, Any]


def published(value: Any) -> dict[Key, Published]:
    """Every claim, finding and figure of a ledger's file; of two with one id, the first."""
    found: dict[Key, Published] = {}
    for record in _published(value):
        found.setdefault((record.kind, record.id), record)
    return found


def _published(value: Any) -> Iterator[Published]:
    for n, claim in entries(_under(_under(value, "plan"), "claims")):
        yield Published("claim", claim["id"], ("plan",), ("plan", "claims", n), claim)
    for m, measure in entries(_under(value, "measures")):
        id_, place = measure["id"], ("measures", m)
        for n, finding in entries(measure.get("findings")):
            yield Published("finding", finding["id"], (id_,), (*place, "findings", n), finding)
        for i, indicator in entries(measure.get("indicators")):
            for n, figure in entries(indicator.get("values")):
                held = (*place, "indicators", i, "values", n)
                yield Published("value", figure["id"], (id_, indicator["id"]), held, figure)
    for s, series in entries(_under(value, "series")):
        for n, figure in entries(series.get("values")):
            yield Published("value", figure["id"], (series["id"],), ("series", s, "values", n), figure)


def measures_of(value: Any) -> dict[str, tuple[Location, dict[str, Any]]]:
    """Contents and measures, by id, with their place."""
    return {entry["id"]: (("measures", n), entry) for n, entry in entries(_under(value, "measures"))}


def meetings_of(value: Any) -> dict[str, tuple[Location, dict[str, Any]]]:
    """Meetings, by id, with their place."""
    found = entries(_under(_under(value, "plan"), "meetings"))
    return {entry["id"]: (("plan", "meetings", n), entry) for n, entry in found}


def text_read(value: Any) -> str | None:
    """The day on which the plan was read, as it is written."""
    day = _under(_under(value, "plan"), "text_read")
    return day if isinstance(day, str) else None


def replies_of(finding: dict[str, Any]) -> list[dict[str, Any]]:
    """Its replies, in their order."""
    replies = finding.get("replies")
    return [reply for reply in replies if isinstance(reply, dict)] if isinstance(replies, list) else []


def known_keys(value: Any) -> dict[str, set[str]]:
    """Of each kind of record, the keys that existed then: any that one record held."""
    known: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for record in _published(value):
        known[record.kind] |= set(record.written)
    return known


def changed_keys(old: dict[str, Any], new: dict[str, Any], names: set[str]) -> list[str]:
    """Those of ``names`` whose value is no longer the same, in alphabetical order; a key that lacks counts as null."""
    return sorted(name for name in names if _differ(old.get(name), new.get(name)))


def _differ(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_differ(value, new.get(key)) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) != len(new) or any(_differ(*pair) for pair in zip(old, new, strict=True))
    return type(old) is not type(new) or old != new


def entries(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a list that have an id, with their rank."""
    for rank, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield rank, entry


def _under(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None

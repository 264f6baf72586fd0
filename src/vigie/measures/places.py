"""Where things are in the ledger: every finding, value, source, date and id, with its place in the file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding
from vigie.measures.indicators import Indicator, Series, Value
from vigie.measures.model import Ledger, Measure
from vigie.measures.plan import Plan
from vigie.measures.withdrawal import Withdrawal
from vigie.strict_yaml import Location
from vigie.values import PartialDate


def findings(ledger: Ledger) -> Iterator[tuple[Location, Finding]]:
    """Every finding."""
    for m, measure in enumerate(ledger.measures):
        for f, finding in enumerate(measure.findings):
            yield ("measures", m, "findings", f), finding


def figures(ledger: Ledger) -> Iterator[tuple[Location, Indicator | Series]]:
    """Every indicator, then every series."""
    for m, measure in enumerate(ledger.measures):
        for i, indicator in enumerate(measure.indicators):
            yield ("measures", m, "indicators", i), indicator
    for s, series in enumerate(ledger.series):
        yield ("series", s), series


def values(ledger: Ledger) -> Iterator[tuple[Location, Value, v.Nature]]:
    """Every figure and its nature, which is that of its indicator or series."""
    for place, holder in figures(ledger):
        for n, value in enumerate(holder.values):
            yield (*place, "values", n), value, holder.nature


def said(ledger: Ledger) -> Iterator[tuple[Location, PartialDate | None, datetime.date]]:
    """Every claim, finding, reply and figure: when it was said, and the day on which we noted it."""
    for index, claim in enumerate(ledger.plan.claims):
        yield ("plan", "claims", index), claim.date, claim.added_on
    for place, finding in findings(ledger):
        yield place, finding.date, finding.added_on
        for index, reply in enumerate(finding.replies):
            yield (*place, "replies", index), reply.date, reply.added_on
    for place, value, _nature in values(ledger):
        yield place, value.date, value.added_on


@dataclass(frozen=True)
class Withdrawn:
    """A text that had to go: how it is named, the day on which it had been noted, its withdrawal."""

    place: Location
    named: str
    added_on: datetime.date
    withdrawal: Withdrawal


def withdrawn(ledger: Ledger) -> Iterator[Withdrawn]:
    """Every claim, finding and reply that was withdrawn."""
    for index, claim in enumerate(ledger.plan.claims):
        if claim.withdrawn is not None:
            yield Withdrawn(("plan", "claims", index), f"« {claim.id} »", claim.added_on, claim.withdrawn)
    for place, finding in findings(ledger):
        if finding.withdrawn is not None:
            yield Withdrawn(place, f"« {finding.id} »", finding.added_on, finding.withdrawn)
        for index, reply in enumerate(finding.replies):
            if reply.withdrawn is not None:
                named = f"le texte d’une réponse à « {finding.id} »"
                yield Withdrawn((*place, "replies", index), named, reply.added_on, reply.withdrawn)


def cited(ledger: Ledger) -> Iterator[tuple[Location, tuple[str, ...]]]:
    """Every list of sources."""
    plan = ledger.plan
    for name in ("claims", "meetings", "deadlines"):
        for index, record in enumerate(getattr(plan, name)):
            yield ("plan", name, index, "sources"), record.sources
    for index, axis in enumerate(ledger.axes):
        yield ("axes", index, "sources"), axis.sources
    for m, measure in enumerate(ledger.measures):
        yield ("measures", m, "sources"), measure.sources
        for i, indicator in enumerate(measure.indicators):
            if indicator.target is not None and not isinstance(indicator.target, str):
                yield ("measures", m, "indicators", i, "target", "sources"), indicator.target.sources
    for place, finding in findings(ledger):
        yield (*place, "sources"), finding.sources
        for index, reply in enumerate(finding.replies):
            yield (*place, "replies", index, "sources"), reply.sources
    for index, series in enumerate(ledger.series):
        yield ("series", index, "sources"), series.sources
    for place, value, _nature in values(ledger):
        yield (*place, "sources"), value.sources


def dated(ledger: Ledger) -> Iterator[tuple[Location, datetime.date]]:
    """Every date of what has already been: said, read, held, noted. Deadlines and next releases are not among them."""
    for place, date in _dates(ledger):
        if date is not None:
            yield place, date.first_day if isinstance(date, PartialDate) else date


def _dates(ledger: Ledger) -> Iterator[tuple[Location, PartialDate | datetime.date | None]]:
    yield from _dates_of_the_plan(ledger.plan)
    for id_, source in ledger.sources.items():
        yield ("sources", id_, "date"), source.date
        yield ("sources", id_, "accessed"), source.accessed
    for m, measure in enumerate(ledger.measures):
        yield ("measures", m, "added_on"), measure.added_on
        for i, indicator in enumerate(measure.indicators):
            if indicator.validated:
                yield ("measures", m, "indicators", i, "validated", "on"), indicator.validated.on
    for place, finding in findings(ledger):
        yield (*place, "date"), finding.date
        yield (*place, "added_on"), finding.added_on
        yield (*place, "searched", "date"), finding.searched.date if finding.searched else None
        yield (*place, "validated", "on"), finding.validated.on if finding.validated else None
        for index, reply in enumerate(finding.replies):
            yield (*place, "replies", index, "date"), reply.date
            yield (*place, "replies", index, "added_on"), reply.added_on
    for gone in withdrawn(ledger):
        yield (*gone.place, "withdrawn", "on"), gone.withdrawal.on
    for place, value, _nature in values(ledger):
        yield (*place, "date"), value.date
        yield (*place, "added_on"), value.added_on


def _dates_of_the_plan(plan: Plan) -> Iterator[tuple[Location, PartialDate | datetime.date | None]]:
    yield ("plan", "presented_on"), plan.presented_on
    yield ("plan", "text_read"), plan.text_read
    for index, claim in enumerate(plan.claims):
        yield ("plan", "claims", index, "date"), claim.date
        yield ("plan", "claims", index, "added_on"), claim.added_on
    for index, meeting in enumerate(plan.meetings):
        yield ("plan", "meetings", index, "date"), meeting.date
        if meeting.edition:
            yield ("plan", "meetings", index, "edition", "established_on"), meeting.edition.established_on
    for index, deadline in enumerate(plan.deadlines):
        yield ("plan", "deadlines", index, "searched", "date"), deadline.searched.date if deadline.searched else None


def ids(ledger: Ledger) -> Iterator[tuple[Location, str]]:
    """Every id that is an address or an anchor."""
    plan = ledger.plan
    for name in ("claims", "meetings", "deadlines"):
        for index, record in enumerate(getattr(plan, name)):
            yield ("plan", name, index, "id"), record.id
    for index, axis in enumerate(ledger.axes):
        yield ("axes", index, "id"), axis.id
    for m, measure in enumerate(ledger.measures):
        yield ("measures", m, "id"), measure.id
        for i, indicator in enumerate(measure.indicators):
            yield ("measures", m, "indicators", i, "id"), indicator.id
    for index, series in enumerate(ledger.series):
        yield ("series", index, "id"), series.id
    for place, finding in findings(ledger):
        yield (*place, "id"), finding.id
    for place, value, _nature in values(ledger):
        yield (*place, "id"), value.id


def former_ids(ledger: Ledger) -> Iterator[tuple[Location, Measure, str]]:
    """Every former id, and the content or measure that comes from it."""
    for m, measure in enumerate(ledger.measures):
        for index, id_ in enumerate(measure.former_ids):
            yield ("measures", m, "former_ids", index), measure, id_


def texts(value: Any, place: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a value read from YAML."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*place, index))

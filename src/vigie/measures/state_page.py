"""What the page of a state of the table shows: what is new, what has no certain date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from vigie.measures.finding import Finding, Reply
from vigie.measures.indicators import Value
from vigie.measures.views import ClaimView, EditionView, FindingView, LedgerView, MeasureView
from vigie.values import Text


@dataclass(frozen=True)
class NotedValue:
    """A figure, what it counts, and where its limits are printed; None for a series, which is tied to no record."""

    value: Value
    name: Text
    unit: str | None
    address: str | None


@dataclass(frozen=True)
class NotedReply:
    """A reply, and the finding that it answers."""

    measure: MeasureView
    finding: Finding
    reply: Reply


@dataclass(frozen=True)
class Noted:
    """Records of a state: said of the plan, said of each record, answered, figures."""

    claims: tuple[ClaimView, ...]
    findings: tuple[tuple[MeasureView, tuple[FindingView, ...]], ...]
    values: tuple[NotedValue, ...]
    replies: tuple[NotedReply, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.claims or self.findings or self.values or self.replies)


def new_in(state: EditionView) -> Noted:
    """What it has that the state before had not."""
    changes = state.changes
    claims, values = (c.id for c in changes.claims), (x.id for x in changes.values)
    return _noted(state.ledger, {*claims, *values, *(f.id for _m, f in changes.findings)})


def uncertain_in(state: EditionView) -> Noted:
    """What had been noted when it was established, with a date too vague to tell whether it was said by then."""
    return replace(_noted(state.uncertain, None), replies=tuple(_uncertain_replies(state)))


def _uncertain_replies(state: EditionView) -> Iterator[NotedReply]:
    """In the order of the table; what they answer is in the state, or uncertain too."""
    for measure in state.ledger.measures:
        replies = state.uncertain_replies(measure.measure.id)
        yield from (NotedReply(measure, finding, reply) for finding, reply in replies)


def _noted(view: LedgerView, ids: Collection[str] | None) -> Noted:
    """The records of ``view`` among ``ids``, or all of them; by record, the earliest first."""

    def kept(id_: str) -> bool:
        return ids is None or id_ in ids

    groups = (
        (measure, tuple(f for column in measure.columns for f in reversed(column.findings) if kept(f.finding.id)))
        for measure in view.measures
    )
    return Noted(
        tuple(claim for claim in view.claims if kept(claim.claim.id)),
        tuple((measure, findings) for measure, findings in groups if findings),
        tuple(noted for noted in _values(view) if kept(noted.value.id)),
    )


def _values(view: LedgerView) -> Iterator[NotedValue]:
    for measure in view.measures:
        for shown in measure.indicators:
            address = f"{measure.address}#{shown.indicator.id}"
            yield from (NotedValue(x, shown.name, shown.indicator.unit, address) for x in shown.indicator.values)
    for series in view.series:
        yield from (NotedValue(x, series.name, None, None) for x in series.series.values)

"""The sources of a state, in the order in which its dossier cites them first: their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vigie.measures import vocabulary as v
from vigie.measures.finding import Reply
from vigie.measures.views import ClaimView, EditionView, LedgerView, MeasureView, SourceView


def cited(state: EditionView) -> tuple[SourceView, ...]:
    """Each once. Those of what is said of the whole plan come first: the summary has the same numbers, and low ones."""
    return tuple({source.id: source for source in _every(state)}.values())


def newest_first(claims: Iterable[ClaimView], side: v.Side) -> tuple[ClaimView, ...]:
    """What a side said of the whole plan, the most recent first; of two of one date, the last written down."""
    last_first = list(claims)[::-1]
    return tuple(sorted((c for c in last_first if c.side == side), key=lambda c: c.claim.date, reverse=True))


def _every(state: EditionView) -> Iterator[SourceView]:
    for ledger in (state.ledger, state.uncertain):
        for side in v.ORDERED_SIDES:
            for claim in newest_first(ledger.claims, side):
                if claim.claim.withdrawn is None:
                    yield from claim.sources
    for sure, vague in zip(state.ledger.measures, state.uncertain.measures, strict=True):
        yield from sure.sources
        yield from _of_measure(sure)
        yield from _of_measure(vague, [reply for _finding, reply in state.uncertain_replies(vague.measure.id)])
    for ledger in (state.ledger, state.uncertain):
        yield from _of_series(ledger)


def _of_measure(measure: MeasureView, others: Iterable[Reply] = ()) -> Iterator[SourceView]:
    """Findings with their replies, then ``others``, then figures: as a chapter prints them."""
    for column in measure.columns:
        for finding in column.findings:
            if finding.finding.withdrawn is None:
                yield from finding.sources
            yield from _of_replies(measure, finding.finding.replies)
    yield from _of_replies(measure, others)
    for shown in measure.indicators:
        for value in shown.indicator.values:
            yield from measure.cited(value.sources)


def _of_replies(measure: MeasureView, replies: Iterable[Reply]) -> Iterator[SourceView]:
    for reply in replies:
        if reply.withdrawn is None:
            yield from measure.cited(reply.sources)


def _of_series(ledger: LedgerView) -> Iterator[SourceView]:
    for shown in ledger.series:
        for value in shown.series.values:
            yield from shown.cited(value.sources)

"""The table as it stood on a day: nothing but records that were already noted when the state was established.

A record dated before the day but noted later never enters, so that a quotation never moves. A date less exact than the
day (« 2024 ») may fall before or after it: such records are kept apart, never counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vigie.measures.finding import Finding, Reply
from vigie.measures.indicators import Series, Value
from vigie.measures.model import Ledger, Measure, PlanSaysOf
from vigie.measures.plan import Claim, Meeting
from vigie.measures.vocabulary import UNKNOWN
from vigie.values import PartialDate

Test = Callable[[PartialDate | None, datetime.date], bool]
"""Whether a record belongs: its date, the day on which it was noted."""
Then = Callable[[Finding], Finding]
"""A finding as it was when the state was established."""


@dataclass(frozen=True)
class EditionOf:
    """The state of the table on the day of a meeting."""

    meeting: Meeting
    ledger: Ledger
    """What was certainly said by then, and noted when the state was established."""
    uncertain: Ledger
    """What was noted by then, with a date too vague to tell whether it was said by then."""
    uncertain_replies: tuple[tuple[Finding, Reply], ...]
    """The same of replies, each with the finding that it answers, which may be certain."""

    @property
    def day(self) -> datetime.date:
        return self.meeting.date.first_day

    @property
    def established_on(self) -> datetime.date:
        assert self.meeting.edition is not None  # noqa: S101 - only meetings with an edition make one
        return self.meeting.edition.established_on

    @property
    def is_reconstituted(self) -> bool:
        """Whether it was established after the day it shows."""
        return self.meeting.is_reconstituted


@dataclass(frozen=True)
class Changes:
    """What one state has that the one before had not."""

    claims: tuple[Claim, ...]
    findings: tuple[tuple[Measure, Finding], ...]
    values: tuple[Value, ...]


def editions(ledger: Ledger) -> tuple[EditionOf, ...]:
    """The states of the table, the earliest first."""
    meetings = sorted((m for m in ledger.plan.meetings if m.edition is not None), key=lambda m: m.date)
    return tuple(edition(ledger, meeting) for meeting in meetings)


def edition(ledger: Ledger, meeting: Meeting) -> EditionOf:
    """The state of the table on the day of ``meeting``, which has an edition."""
    assert meeting.edition is not None  # noqa: S101 - asked only of meetings that have one
    day, established = meeting.date.first_day, meeting.edition.established_on

    def certain(date: PartialDate | None, added_on: datetime.date) -> bool:
        return added_on <= established and date is not None and date.last_day <= day

    def uncertain(date: PartialDate | None, added_on: datetime.date) -> bool:
        return added_on <= established and (date is None or date.first_day <= day < date.last_day)

    def kept(belongs: Test) -> Ledger:
        return _kept(ledger, belongs, lambda finding: _as_it_was(finding, certain, established), established)

    sure, vague = kept(certain), kept(uncertain)
    shown = {f.id for part in (sure, vague) for m in part.measures for f in m.findings}
    replies = (
        (finding, reply)
        for measure in ledger.measures
        for finding in measure.findings
        if finding.id in shown
        for reply in finding.replies
        if uncertain(reply.date, reply.added_on)
    )
    return EditionOf(meeting, sure, vague, tuple(replies))


def _kept(ledger: Ledger, belongs: Test, as_it_was: Then, established: datetime.date) -> Ledger:
    """The ledger with the records that belong; what changes in place (what the plan says, dates to come) is left out."""
    read = ledger.plan.text_read
    plan = ledger.plan.model_copy(
        update={
            "claims": tuple(c for c in ledger.plan.claims if belongs(c.date, c.added_on)),
            "meetings": (),
            "deadlines": (),
            "text_read": read if read is not None and read <= established else None,
        }
    )
    measures = (
        _measure(m, belongs, as_it_was, read=plan.text_read is not None)
        for m in ledger.measures
        if m.added_on <= established
    )
    series = (_series(s, belongs) for s in ledger.series)
    return ledger.model_copy(
        update={"plan": plan, "measures": tuple(measures), "series": tuple(s for s in series if s.values)}
    )


def _measure(measure: Measure, belongs: Test, as_it_was: Then, *, read: bool) -> Measure:
    indicators = (
        i.model_copy(update={"values": tuple(x for x in i.values if belongs(x.date, x.added_on))})
        for i in measure.indicators
    )
    unread = PlanSaysOf(
        lead=UNKNOWN, partners=UNKNOWN, deadline=UNKNOWN, budget=UNKNOWN, indicators=UNKNOWN, target=UNKNOWN, page=None
    )
    return measure.model_copy(
        update={
            "findings": tuple(as_it_was(f) for f in measure.findings if belongs(f.date, f.added_on)),
            "indicators": tuple(i for i in indicators if i.values),
            "plan_says": measure.plan_says if read else unread,
        }
    )


def _as_it_was(finding: Finding, certain: Test, established: datetime.date) -> Finding:
    """Without the signature or the reply that came later. A withdrawal always holds."""
    signed = finding.validated is not None and finding.validated.on <= established
    return finding.model_copy(
        update={
            "validated": finding.validated if signed else None,
            "replies": tuple(r for r in finding.replies if certain(r.date, r.added_on)),
        }
    )


def _series(series: Series, belongs: Test) -> Series:
    values = tuple(x for x in series.values if belongs(x.date, x.added_on))
    periods = {x.period for x in values}
    return series.model_copy(
        update={"values": values, "breaks": tuple(b for b in series.breaks if set(b.between) <= periods)}
    )


def changes(before: EditionOf | None, after: EditionOf) -> Changes:
    """What ``after`` certainly has and ``before`` had not; everything when there is none before."""
    known = _ids(before.ledger) if before else frozenset()
    return Changes(
        tuple(c for c in after.ledger.plan.claims if c.id not in known),
        tuple((m, f) for m in after.ledger.listed for f in m.findings if f.id not in known),
        tuple(x for x in _values(after.ledger) if x.id not in known),
    )


def _ids(ledger: Ledger) -> frozenset[str]:
    findings = (f.id for m in ledger.measures for f in m.findings)
    return frozenset([*(c.id for c in ledger.plan.claims), *findings, *(x.id for x in _values(ledger))])


def _values(ledger: Ledger) -> Iterable[Value]:
    yield from (x for m in ledger.measures for i in m.indicators for x in i.values)
    yield from (x for s in ledger.series for x in s.values)

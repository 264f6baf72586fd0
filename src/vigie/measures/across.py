"""The ledger read across its records: the rows of the plan's pages, in the order in which they are printed.

What one record says is in ``standing``; here records are chosen, put side by side and sorted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding
from vigie.measures.indicators import Value
from vigie.measures.model import Ledger, PlanSaysOf
from vigie.measures.points import Picture, ordered_periods, picture
from vigie.measures.standing import Question, stated
from vigie.measures.views import DeadlineView, EditionView, FindingView, LedgerView, MeasureView, SeriesView

SCALES: dict[Question, tuple[str, ...]] = {"progress": v.ORDERED_PROGRESS, "sufficiency": v.ORDERED_SUFFICIENCY}
"""The answers that can be compared, in the order in which they are printed."""


@dataclass(frozen=True)
class Difference:
    """One question on one record, answered differently: the answers in the order of the scale."""

    question: Question
    answers: tuple[FindingView, ...]


@dataclass(frozen=True)
class Differing:
    """A record and the questions on which voices differ."""

    measure: MeasureView
    differences: tuple[Difference, ...]


def differing(measures: Iterable[MeasureView]) -> tuple[Differing, ...]:
    """The records on which two assessments differ, in the order of the table."""
    return tuple(
        Differing(
            measure,
            tuple(
                Difference(
                    gap.question,
                    tuple(measure.view_of(answer) for answer in sorted(gap.answers, key=partial(_rank, gap.question))),
                )
                for gap in measure.gaps
            ),
        )
        for measure in measures
        if measure.gaps
    )


def _rank(question: Question, answer: Finding) -> int:
    """Its place on the scale of the question."""
    return SCALES[question].index(getattr(answer, question))


def assessed(measures: Iterable[MeasureView]) -> tuple[tuple[v.Side, int], ...]:
    """Of how many records each voice has given an answer that can be compared."""
    listed = tuple(measures)
    return tuple((side, sum(_has_assessed(m, side) for m in listed)) for side in v.ORDERED_SIDES)


def _has_assessed(measure: MeasureView, side: v.Side) -> bool:
    return any(
        getattr(finding, question) in scale
        for finding in measure.measure.standing(side)
        for question, scale in SCALES.items()
    )


def by_oldest_information(measures: Iterable[MeasureView]) -> tuple[MeasureView, ...]:
    """Those of which no text is known first, then the oldest last text first; a year counts from its first day."""
    last = [(measure, measure.last_information.by_anyone) for measure in measures]
    known = [(text.date, rank, measure) for rank, (measure, text) in enumerate(last) if text is not None]
    return (
        *(measure for measure, text in last if text is None),
        *(measure for _date, _rank_in_table, measure in sorted(known, key=lambda found: found[:2])),
    )


QUESTIONS = tuple(name for name in PlanSaysOf.model_fields if name != "page")
"""The six questions asked of the plan on each record."""


@dataclass(frozen=True)
class Said:
    """What the plan says of one record: each question with its answer, and how many are answered."""

    measure: MeasureView
    answers: tuple[tuple[str, str], ...]
    stated: int


def said_by_the_plan(measures: Iterable[MeasureView]) -> tuple[Said, ...]:
    """One row per record; meaningful only once the plan has been read."""
    return tuple(Said(m, tuple(m.measure.plan_says.values.items()), stated(m.measure)) for m in measures)


@dataclass(frozen=True)
class StateCounts:
    """A state of the table in numbers: what it has that the one before had not, and what stayed out for want of a day."""

    state: EditionView
    claims: int
    findings: int
    values: int
    uncertain: int


def counted_states(states: Iterable[EditionView]) -> tuple[StateCounts, ...]:
    """The most recent first."""
    counts = [
        StateCounts(
            state,
            len(new.claims),
            len({finding.id for _measure, finding in new.findings}),
            len(new.values),
            _records(state.edition.uncertain) + len(state.edition.uncertain_replies),
        )
        for state in states
        for new in (state.changes,)
    ]
    return tuple(reversed(counts))


def _records(ledger: Ledger) -> int:
    """How many claims, findings and figures it holds."""
    figures_of_measures = (i.values for m in ledger.measures for i in m.indicators)
    lists = (*(m.findings for m in ledger.measures), *figures_of_measures, *(s.values for s in ledger.series))
    return len(ledger.plan.claims) + sum(len(found) for found in lists)


DEADLINE_STATES = ("too_vague", "to_come", "day_passed", "held", "done", "passed_without_trace")
"""In the order in which they are printed."""


@dataclass(frozen=True)
class Due:
    """The deadlines that are in one state."""

    state: str
    deadlines: tuple[DeadlineView, ...]


def due(deadlines: Iterable[DeadlineView]) -> tuple[Due, ...]:
    """The deadlines by state, those without any left out; each list from the earliest date."""
    listed = tuple(deadlines)
    found = (Due(state, tuple(d for d in listed if d.state == state)) for state in DEADLINE_STATES)
    return tuple(group for group in found if group.deadlines)


@dataclass(frozen=True)
class Figures:
    """A series as shown: its picture when there is one, its wholes, its parts or its shares in tables of their own."""

    view: SeriesView
    picture: Picture | None

    @property
    def has_respondents(self) -> bool:
        return any(value.respondents is not None for value in self.view.series.values)

    @property
    def are_shares(self) -> bool:
        """Whether each value has a base of its own, which stands beside it."""
        return self.view.series.nature == "rate"

    @property
    def tables(self) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """``whole``, then ``parts``, when there are some; or ``shares`` alone: each with its values, by period."""
        values = self.view.series.values
        order = ordered_periods(value.period for value in values)
        by_period = sorted(values, key=lambda value: order.index(value.period))
        if self.are_shares:
            return (("shares", tuple(by_period)),)
        split = {
            "whole": tuple(x for x in by_period if x.breakdown is None),
            "parts": tuple(x for x in by_period if x.breakdown is not None),
        }
        return tuple((name, found) for name, found in split.items() if found)


@dataclass(frozen=True)
class Counted:
    """The series counted by associations, or by the administration: never both."""

    by: str
    series: tuple[Figures, ...]


def figures(ledger: LedgerView, *, rtl: bool) -> tuple[Counted, ...]:
    """The series under two headings, which are not to be compared."""
    shown = tuple(Figures(view, picture(view.series, rtl=rtl)) for view in ledger.series)
    groups = (
        Counted(by, tuple(s for s in shown if v.COUNTED_BY[s.view.series.counted_as] == by))
        for by in dict.fromkeys(v.COUNTED_BY.values())
    )
    return tuple(group for group in groups if group.series)

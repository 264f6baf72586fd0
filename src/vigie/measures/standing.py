"""Where things stand, derived from the findings and never stored: status per voice, differences, silence, tallies.

Nothing is late, silent or different here without the dated search or the two assessments that it needs.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding
from vigie.measures.model import Measure
from vigie.measures.plan import Deadline, Search

Question = Literal["progress", "sufficiency"]


@dataclass(frozen=True)
class Gap:
    """Two voices or more have answered one question on one measure, and not in the same way."""

    question: Question
    answers: tuple[Finding, ...]
    """The last answer of each voice that gave one, in the order of the voices."""


@dataclass(frozen=True)
class LastInformation:
    """The last public texts on a measure, and how many months passed without one, up to a recorded search."""

    by_state: Finding | None
    by_anyone: Finding | None
    search: Search | None
    months: int | None
    """Whole months between the last text of any voice and the search; None when no search followed it."""


def gaps(measure: Measure) -> tuple[Gap, ...]:
    """The questions that two voices have answered differently; one answer alone differs from nothing."""
    found = []
    questions: tuple[tuple[Question, tuple[str, ...]], ...] = (
        ("progress", v.ORDERED_PROGRESS),
        ("sufficiency", v.ORDERED_SUFFICIENCY),
    )
    for question, scale in questions:
        answers = tuple(a for side in v.ORDERED_SIDES if (a := _answer(measure, side, question, scale)))
        if len({getattr(answer, question) for answer in answers}) > 1:
            found.append(Gap(question, answers))
    return tuple(found)


def _answer(measure: Measure, side: v.Side, question: str, scale: tuple[str, ...]) -> Finding | None:
    """The last finding of a side whose answer has a place on the scale."""
    return next((f for f in measure.standing(side) if getattr(f, question) in scale), None)


def heard_without_two_assessments(measure: Measure) -> bool:
    """Whether several voices have spoken of it while no question was answered by two of them: nothing to compare."""
    speaking = sum(measure.latest(side) is not None for side in v.ORDERED_SIDES)
    if speaking < 2:
        return False
    return not any(
        sum(_answer(measure, side, question, scale) is not None for side in v.ORDERED_SIDES) > 1
        for question, scale in (("progress", v.ORDERED_PROGRESS), ("sufficiency", v.ORDERED_SUFFICIENCY))
    )


def last_information(measure: Measure) -> LastInformation:
    """What was last made public, and the silence since, counted only up to the last recorded search."""
    texts = [f for f in measure.standing_findings if f.progress != "no_information"]
    searches = [f.searched for f in measure.standing_findings if f.searched is not None]
    by_anyone = _last(texts)
    search = max(searches, key=lambda found: found.date, default=None)
    months = None
    if by_anyone is not None and search is not None and search.date > by_anyone.date.last_day:
        months = whole_months(by_anyone.date.last_day, search.date)
    return LastInformation(_last(f for f in texts if f.side == "state"), by_anyone, search, months)


def _last(findings: Iterable[Finding]) -> Finding | None:
    """The most recent; of two of one date, the last written down."""
    return max(enumerate(findings), key=lambda found: (found[1].date, found[0]), default=(0, None))[1]


def whole_months(start: datetime.date, end: datetime.date) -> int:
    """How many whole months fit between two days, ``start`` being the earlier."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def deadline_state(deadline: Deadline, today: datetime.date) -> str:
    """``held``, ``done`` or ``passed_without_trace`` as recorded; else ``to_come``, ``too_vague`` or ``day_passed``.

    ``too_vague`` is a year or a month that has begun and is not over: nobody can tell whether the date has passed. In the
    last two, nobody has looked.
    """
    if deadline.status != "unknown":
        return deadline.status
    if deadline.date.last_day < today:
        return "day_passed"
    begun = deadline.date.first_day <= today and deadline.date.precision != "day"
    return "too_vague" if begun else "to_come"


def stated(measure: Measure) -> int:
    """How many of the six questions the plan answers; meaningful only once it has been read."""
    return sum(said not in (v.UNKNOWN, v.NOT_STATED) for said in measure.plan_says.values.values())


def tally(measures: Iterable[Measure], side: v.Side) -> dict[str, int]:
    """How many measures a side gives each status; ``not_assessed`` for those of which it says none. Sums to all."""
    said = Counter(status.progress if (status := m.status(side)) else "not_assessed" for m in measures)
    return {progress: said[progress] for progress in v.ALL_PROGRESS if said[progress]}


def crosses_a_break(breaks: Iterable[tuple[str, str]], before: str, after: str, order: tuple[str, ...]) -> bool:
    """Whether a line from one period to another would pass over a break; ``order`` holds all periods, earliest first."""
    between = set(pairwise(order[order.index(before) : order.index(after) + 1]))
    positions = {period: index for index, period in enumerate(order)}
    for start, end in breaks:
        low, high = sorted((positions[start], positions[end]))
        if between & set(pairwise(order[low : high + 1])):
            return True
    return False

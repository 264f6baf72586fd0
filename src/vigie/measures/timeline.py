"""The findings of one record along time, as the places of a small picture: no template computes a coordinate.

A day is a point. A date known to the month or the year is a bar over all of it: it is never made more exact. Along the
line of time, places are percentages of the picture's width, so that it fits any screen; down the page, pixels. For a
language read from right to left, time runs that way too.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding
from vigie.measures.model import Measure
from vigie.measures.plan import Plan
from vigie.values import PartialDate

TOP = 20
"""Height of the strip that holds the numbers of the meetings."""
LABEL = 22
"""Height of the line that names a voice."""
ROW = 18
"""Height of a row of marks."""
BOTTOM = 22
"""Height of the strip that holds the years."""
POINT = 4.0
"""The width that a point needs, in percent: about 12 px on a phone."""
DECIMALS = 2
"""Of a percentage: a tenth of a pixel on any screen."""
NARROWEST_NAMED = 9.0
"""A piece of a year narrower than this, in percent, has no room for its name."""
_ONE_DAY = datetime.timedelta(days=1)
_TOUCHING = 0.02
"""Two bars that only touch stand in one row, whatever their rounding."""


@dataclass(frozen=True)
class Mark:
    """A finding: a point when its day is known (``width`` 0), else a bar over the whole time that its date may mean."""

    finding: Finding
    x: float
    """The left end of the bar, or the point, in percent."""
    width: float
    y: int
    """Its middle."""

    @property
    def is_point(self) -> bool:
        return not self.width

    @property
    def top(self) -> int:
        """Where a bar of 10 px begins."""
        return self.y - 5


@dataclass(frozen=True)
class Lane:
    """One voice, always there even when it said nothing."""

    side: v.Side
    label_y: int
    """The line on which its name is written."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Year:
    """A year of the axis: where it begins, and the middle of what is shown of it."""

    name: str
    start: float
    middle: float
    is_named: bool


@dataclass(frozen=True)
class MeetingLine:
    """A meeting whose state of the table is shown: a thin line, numbered in order of time."""

    number: int
    day: datetime.date
    x: float

    @property
    def anchor(self) -> str:
        """Of that state on the record's page."""
        return f"etat-{self.day.isoformat()}"


@dataclass(frozen=True)
class Timeline:
    """The whole picture."""

    lanes: tuple[Lane, ...]
    years: tuple[Year, ...]
    meetings: tuple[MeetingLine, ...]
    first: datetime.date
    last: datetime.date
    height: int
    left_out: int
    """How many findings are not drawn, because they were withdrawn or corrected."""
    edge: int
    """Where the line of reading begins: 0, or 100 when it runs from right to left."""

    @property
    def base(self) -> int:
        """The line of the axis."""
        return self.height - BOTTOM

    @property
    def counts(self) -> dict[str, int]:
        """How many findings are drawn, by voice."""
        return {lane.side: len(lane.marks) for lane in self.lanes}


def timeline(measure: Measure, plan: Plan, *, mirrored: bool) -> Timeline | None:
    """The picture of the findings of ``measure`` that stand; None when fewer than two do: one mark shows nothing."""
    standing = measure.standing_findings
    if len(standing) < 2:
        return None
    axis = _axis([finding.date for finding in standing], plan)
    lanes: list[Lane] = []
    top = TOP
    for side in v.ORDERED_SIDES:
        marks, rows = _stacked((f for f in standing if f.side == side), axis, top + LABEL)
        lanes.append(Lane(side, top + LABEL - 7, marks))
        top += LABEL + rows * ROW
    meetings = sorted(m.date.first_day for m in plan.meetings if m.edition is not None)
    whole = Timeline(
        tuple(lanes),
        axis.years,
        tuple(
            MeetingLine(number, day, axis.middle(day))
            for number, day in enumerate(meetings, start=1)
            if axis.first <= day <= axis.last
        ),
        axis.first,
        axis.last,
        top + BOTTOM,
        len(measure.findings) - len(standing),
        edge=0,
    )
    return _mirrored(whole) if mirrored else whole


@dataclass(frozen=True)
class _Axis:
    """From the first day to the last, both shown."""

    first: datetime.date
    last: datetime.date

    def start(self, day: datetime.date) -> float:
        """Where ``day`` begins, in percent."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), DECIMALS)

    def middle(self, day: datetime.date) -> float:
        return round((self.start(day) + self.start(day + _ONE_DAY)) / 2, DECIMALS)

    @property
    def years(self) -> tuple[Year, ...]:
        found = []
        for year in range(self.first.year, self.last.year + 1):
            start = max(0.0, self.start(datetime.date(year, 1, 1)))
            end = self.start(datetime.date(year, 12, 31) + _ONE_DAY)
            found.append(
                Year(str(year), start, round((start + end) / 2, DECIMALS), is_named=end - start >= NARROWEST_NAMED)
            )
        return tuple(found)


def _axis(dates: list[PartialDate], plan: Plan) -> _Axis:
    """From the month of the plan's presentation, or of an earlier record, to the end of the year of the last event.

    It stops with what is known: what follows has not been looked at, and an empty stretch would look like silence.
    """
    states = [meeting.date for meeting in plan.meetings if meeting.edition is not None]
    first = min(plan.presented_on.first_day, *(date.first_day for date in dates))
    last = max(date.last_day for date in [plan.presented_on, *dates, *states])
    return _Axis(first.replace(day=1), datetime.date(last.year, 12, 31))


def _stacked(findings: Iterable[Finding], axis: _Axis, top: int) -> tuple[tuple[Mark, ...], int]:
    """The marks of one voice, none over another, and how many rows they need (one at least)."""
    free: list[float] = []
    """Of each row, where it is free again."""
    marks = []
    for finding in sorted(findings, key=lambda found: (found.date.first_day, found.date.written)):
        is_day = finding.date.precision == "day"
        start = axis.middle(finding.date.first_day) if is_day else axis.start(finding.date.first_day)
        width = 0.0 if is_day else round(axis.start(finding.date.last_day + _ONE_DAY) - start, DECIMALS)
        taken_from = start - POINT / 2 if is_day else start
        row = next((index for index, end in enumerate(free) if end <= taken_from + _TOUCHING), len(free))
        free[row : row + 1] = [start + (POINT / 2 if is_day else width)]
        marks.append(Mark(finding, start, width, top + row * ROW + ROW // 2))
    return tuple(marks), max(1, len(free))


def _mirrored(whole: Timeline) -> Timeline:
    """Time from right to left; what goes down the page stays."""
    return replace(
        whole,
        lanes=tuple(
            replace(
                lane, marks=tuple(replace(mark, x=_from_the_other_side(mark.x + mark.width)) for mark in lane.marks)
            )
            for lane in whole.lanes
        ),
        years=tuple(
            replace(year, start=_from_the_other_side(year.start), middle=_from_the_other_side(year.middle))
            for year in whole.years
        ),
        meetings=tuple(replace(line, x=_from_the_other_side(line.x)) for line in whole.meetings),
        edge=100,
    )


def _from_the_other_side(place: float) -> float:
    return round(100 - place, DECIMALS)

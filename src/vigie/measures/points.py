"""The picture of a series: one point per figure, heights from zero, and nothing that the figures do not say.

Coordinates in the units of the picture's own box (0 at the top, as in SVG). Parts of a whole and shares
are in no picture: they have another denominator. A line joins two years that follow each other, when nothing broke between
them and both figures are figures: « plus de 6 000 » is a bound, and the slope of a line that ends there would be invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from vigie.measures.indicators import Break, Series, Value
from vigie.measures.standing import crosses_a_break

NARROWEST, SIDE = 320, 46
"""Width of a picture on a phone, and of the margin at each end."""
STEP, STEP_WITH_WORDS = 56, 80
"""Least distance of two periods: room for a number, or for « 44 réponses » and « plus de »."""
HEIGHT, TOP, BOTTOM = 224, 56, 172
"""Height of a picture, of its highest point, and of zero."""
WIDEST_ON_A_PHONE = 400
"""A wider picture keeps its size and scrolls: made smaller, it could not be read."""
RADIUS, EDGE = 6, 8
BOUNDS = ("more_than", "less_than")


@dataclass(frozen=True)
class Point:
    """A figure in its place. ``below`` when another figure of the same period is above it: its label goes under."""

    value: Value
    x: float
    y: float
    below: bool = False

    @property
    def hollow(self) -> bool:
        """Whether its source does not give it as exact: another shape, not only another colour."""
        return self.value.qualifier != "exact"

    @property
    def diamond(self) -> str:
        """The corners of its shape when it is hollow, as SVG writes them."""
        corners = (
            (self.x, self.y - RADIUS - 1),
            (self.x + RADIUS + 1, self.y),
            (self.x, self.y + RADIUS + 1),
            (self.x - RADIUS - 1, self.y),
        )
        return " ".join(f"{round(x, 1)},{round(y, 1)}" for x, y in corners)

    @property
    def number_y(self) -> float:
        """Where the foot of its number stands."""
        return self.y + 22 if self.below else self.y - 12

    @property
    def qualifier_y(self) -> float:
        """Where « environ » or « plus de » stands: a line away from the number."""
        return self.y + 36 if self.below else self.y - 27


@dataclass(frozen=True)
class Period:
    """A period under the axis; how many associations answered, when one figure says so."""

    name: str
    x: float
    respondents: int | None


@dataclass(frozen=True)
class Line:
    """From one figure to the next."""

    start: Point
    end: Point


@dataclass(frozen=True)
class Cut:
    """A break in the way of counting: where it shows, and its number in the list under the picture."""

    number: int
    x: float


@dataclass(frozen=True)
class Picture:
    """All that is drawn of one series."""

    width: float
    height: float
    base: float
    zero_x: float
    """Where « 0 » stands: at the edge where time begins."""
    periods: tuple[Period, ...]
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...]

    @property
    def wide(self) -> bool:
        """Whether it would be too small to read on a phone: then it scrolls."""
        return self.width > WIDEST_ON_A_PHONE

    @property
    def has_hollow(self) -> bool:
        return any(point.hollow for point in self.points)

    @property
    def has_respondents(self) -> bool:
        return any(period.respondents is not None for period in self.periods)


def picture(series: Series, *, rtl: bool) -> Picture | None:
    """The picture of ``series``, time running as the language reads; None of shares, nor when fewer than two periods have a number."""
    if series.nature != "number":
        return None
    figures = [(value, number) for value in series.values if (number := whole_number(value)) is not None]
    names = ordered_periods(value.period for value, _number in figures)
    if len(names) < 2 or any(number < 0 for _value, number in figures):
        return None
    words = any(value.respondents is not None or value.qualifier != "exact" for value, _number in figures)
    places = _Places(names, STEP_WITH_WORDS if words else STEP, rtl=rtl)
    highest = max(number for _value, number in figures) or 1
    points: list[Point] = []
    for name in names:
        of_period = sorted((f for f in figures if f[0].period == name), key=lambda f: -f[1])
        for rank, (value, number) in enumerate(of_period):
            y = round(BOTTOM - (BOTTOM - TOP) * number / highest, 1)
            points.append(Point(value, places.x(name), y, below=rank > 0))
    return Picture(
        places.width,
        HEIGHT,
        BOTTOM,
        places.width - EDGE if rtl else EDGE,
        tuple(Period(name, places.x(name), _answering(name, points)) for name in names),
        tuple(points),
        _lines(points, series),
        _cuts(series.breaks, places),
    )


def whole_number(value: Value) -> int | float | None:
    """The number that a picture may show: of the whole, never of a part; a text or « unknown » is no number."""
    if value.breakdown is not None or isinstance(value.value, bool | str):
        return None
    return value.value


def ordered_periods(periods: Iterable[str]) -> tuple[str, ...]:
    """Each once, years from the earliest; other periods in the order of the file, which alone can tell."""
    once = tuple(dict.fromkeys(periods))
    return tuple(sorted(once, key=int)) if all(_is_year(period) for period in once) else once


def _is_year(period: str) -> bool:
    return len(period) == 4 and period.isascii() and period.isdigit()


class _Places:
    """Where each period stands: years at their distance, other periods one after the other."""

    def __init__(self, names: tuple[str, ...], least: float, *, rtl: bool) -> None:
        self._years = all(_is_year(name) for name in names)
        self._names = names
        self._rtl = rtl
        steps = int(names[-1]) - int(names[0]) if self._years else len(names) - 1
        self.width = max(NARROWEST, 2 * SIDE + least * steps)
        self._step = (self.width - 2 * SIDE) / steps

    def x(self, name: str) -> float:
        """The middle of a period of the picture."""
        return self._at(self._rank(name))

    def between(self, one: str, other: str) -> float | None:
        """Half-way between two periods; None when that is not in the picture."""
        if not self._years and not {one, other} <= set(self._names):
            return None
        if self._years and not (_is_year(one) and _is_year(other)):
            return None
        middle = (self._rank(one) + self._rank(other)) / 2
        return self._at(middle) if 0 < middle < self._rank(self._names[-1]) else None

    def _rank(self, name: str) -> int:
        return int(name) - int(self._names[0]) if self._years else self._names.index(name)

    def _at(self, rank: float) -> float:
        x = SIDE + self._step * rank
        return round(self.width - x if self._rtl else x, 1)


def _answering(name: str, points: list[Point]) -> int | None:
    """How many associations answered for a period; None when nobody says, or when two figures disagree."""
    said = {point.value.respondents for point in points if point.value.period == name}
    return said.pop() if len(said) == 1 else None


def _lines(points: list[Point], series: Series) -> tuple[Line, ...]:
    order = ordered_periods(value.period for value in series.values)
    breaks = [cut.between for cut in series.breaks if set(cut.between) <= set(order)]
    alone = [p for p in points if sum(other.value.period == p.value.period for other in points) == 1]
    return tuple(
        Line(start, end)
        for start, end in pairwise(alone)
        if _follow(start.value.period, end.value.period)
        and not {start.value.qualifier, end.value.qualifier} & set(BOUNDS)
        and not crosses_a_break(breaks, start.value.period, end.value.period, order)
    )


def _follow(before: str, after: str) -> bool:
    """Whether nothing lies between them; of periods that are not years nobody can tell."""
    return _is_year(before) and _is_year(after) and int(after) - int(before) == 1


def _cuts(breaks: tuple[Break, ...], places: _Places) -> tuple[Cut, ...]:
    found = ((number, places.between(*cut.between)) for number, cut in enumerate(breaks, start=1))
    return tuple(Cut(number, x) for number, x in found if x is not None)

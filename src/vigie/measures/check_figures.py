"""Rules on figures: a percentage has its base, a small part shows nobody, no line crosses a change of base."""

from __future__ import annotations

import re
from itertools import pairwise

from vigie.data_files import Loaded
from vigie.measures.indicators import SMALLEST_PUBLISHED_COUNT, Series, Value
from vigie.measures.model import Ledger
from vigie.measures.places import figures, values
from vigie.measures.standing import crosses_a_break
from vigie.problems import Problem

_PER_CENT = re.compile(r"%|\bpour[ \u00a0\u202f-]?cents?\b", re.IGNORECASE)
_ANSWERED = ("spotted", "accompanied")
"""What associations count, each for those that answered: two years compare only if as many did."""


def a_rate_says_how_many_answered(ledger: Loaded[Ledger]) -> list[Problem]:
    """A percentage never travels without its base, whether its nature, its unit or its own text says that it is one."""
    return [
        ledger.problem(
            (*place, "values", index, "respondents"),
            f"« {value.id} » est un taux sans sa base",
            "notez respondents: (sur combien), ou choisissez une autre nature",
        )
        for place, holder in figures(ledger.record)
        for index, value in enumerate(holder.values)
        if not value.respondents
        and (_is_a_rate(holder) or (isinstance(value.value, str) and _PER_CENT.search(value.value)))
    ]


def _is_a_rate(holder: object) -> bool:
    return getattr(holder, "nature", "") == "rate" or bool(_PER_CENT.search(getattr(holder, "unit", "")))


def a_breakdown_shows_nobody(ledger: Loaded[Ledger]) -> list[Problem]:
    """A part of the victims counts at least so many people that nobody can be recognised in it."""
    return [
        ledger.problem(
            (*place, "value"),
            f"« {value.id} » compte moins de {SMALLEST_PUBLISHED_COUNT} personnes",
            "regroupez les catégories : un si petit nombre peut désigner quelqu’un",
        )
        for place, value, nature in values(ledger.record)
        if value.breakdown and nature in ("number", "text") and _is_small(value)
    ]


def _is_small(value: Value) -> bool:
    if isinstance(value.value, bool):
        return False
    try:
        count = float(value.value)
    except ValueError:
        return False
    below = value.qualifier in ("less_than", "nearly")
    return count <= SMALLEST_PUBLISHED_COUNT if below else count < SMALLEST_PUBLISHED_COUNT


def a_break_is_between_two_periods(ledger: Loaded[Ledger]) -> list[Problem]:
    """A break separates something."""
    return [
        ledger.problem(("series", s, "breaks", b, "between"), "cette rupture n’est entre rien", "écrivez deux périodes")
        for s, series in enumerate(ledger.record.series)
        for b, cut in enumerate(series.breaks)
        if len(set(cut.between)) == 1
    ]


def breaks_are_between_periods_of_the_series(ledger: Loaded[Ledger]) -> list[Problem]:
    """A break names periods that the series has."""
    return [
        ledger.problem(
            ("series", s, "breaks", b, "between"),
            f"la période « {missing} » n’est pas dans cette série",
            "écrivez une période de « values »",
        )
        for s, series in enumerate(ledger.record.series)
        for b, cut in enumerate(series.breaks)
        for missing in cut.between
        if missing not in {value.period for value in series.values}
    ]


def a_change_of_base_is_a_break(ledger: Loaded[Ledger]) -> list[Problem]:
    """When the number of associations that answered changes, no line joins the two periods."""
    problems = []
    for s, series in enumerate(ledger.record.series):
        if series.counted_as not in _ANSWERED and not any(value.respondents for value in series.values):
            continue
        order = tuple(sorted({value.period for value in series.values}))
        breaks = [cut.between for cut in series.breaks if set(cut.between) <= set(order)]
        for before, (index, after) in _consecutive(series):
            bases = before.respondents, after.respondents
            if bases[0] != bases[1] and not crosses_a_break(breaks, before.period, after.period, order):
                said = [f"{base} réponses" if base is not None else "un nombre inconnu de réponses" for base in bases]
                what = f"de {before.period} à {after.period}, la base passe de {said[0]} à {said[1]}, sans rupture"
                mend = f'ajoutez à breaks: {{between: ["{before.period}", "{after.period}"], why: …}}'
                problems.append(ledger.problem(("series", s, "values", index, "respondents"), what, mend))
    return problems


def _consecutive(series: Series) -> list[tuple[Value, tuple[int, Value]]]:
    """Each figure and the next one of the same part, by period; of two of one period, the last noted."""
    parts: dict[object, dict[str, tuple[int, Value]]] = {}
    for index, value in enumerate(series.values):
        parts.setdefault(value.breakdown and (value.breakdown.by, value.breakdown.key), {})[value.period] = index, value
    return [
        (before, after)
        for found in parts.values()
        for (_index, before), after in pairwise(found[period] for period in sorted(found))
    ]

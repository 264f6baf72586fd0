"""Rules on figures: a percentage has its base, a small part shows nobody, no line crosses a change of base."""

from __future__ import annotations

import re
from itertools import pairwise

from vigie.data_files import Loaded
from vigie.measures.indicators import PER_CENT, SMALLEST_PUBLISHED_COUNT, Indicator, Series, Value
from vigie.measures.model import Ledger
from vigie.measures.places import figures
from vigie.measures.standing import crosses_a_break
from vigie.problems import Problem

_ANSWERED = ("spotted", "accompanied")
"""What associations count, each for those that answered: two years compare only if as many did."""

_NUMBER = re.compile(r"\d+(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
"""The first number of a figure, which a text may hold too: « 4 femmes », « 1 234 »."""


def a_rate_says_how_many_answered(ledger: Loaded[Ledger]) -> list[Problem]:
    """A percentage never travels without its base, whether its nature, its unit or its own text says that it is one.

    A series counts people: what a share of them is a share of is people too, never the associations that answered.
    """
    problems = []
    for place, holder in figures(ledger.record):
        of_people = isinstance(holder, Series) and holder.nature == "rate"
        for index, value in enumerate(holder.values):
            if not _is_a_rate(holder, value) or value.base or (value.respondents and not of_people):
                continue
            mend = (
                "notez base: {value, qualifier, of} (sur combien de personnes, et lesquelles), ou ne notez pas cette part"
                if of_people
                else "notez respondents: (sur combien), base: {value, qualifier, of}, ou choisissez une autre nature"
            )
            where = (*place, "values", index, "respondents")
            problems.append(ledger.problem(where, f"« {value.id} » est un taux sans sa base", mend))
    return problems


def _is_a_rate(holder: Indicator | Series, value: Value) -> bool:
    said = isinstance(value.value, str) and PER_CENT.search(value.value)
    return holder.nature == "rate" or bool(said or PER_CENT.search(holder.unit))


def only_a_rate_has_a_base(ledger: Loaded[Ledger]) -> list[Problem]:
    """A number is of nothing: a base beside it would make it read as a share."""
    return [
        ledger.problem(
            (*place, "values", index, "base"),
            f"« {value.id} » a une base, mais n’est pas un taux",
            "ôtez base, ou notez la part dans une série ou un repère dont la nature est rate",
        )
        for place, holder in figures(ledger.record)
        for index, value in enumerate(holder.values)
        if value.base and not _is_a_rate(holder, value)
    ]


def a_share_is_at_most_the_whole(ledger: Loaded[Ledger]) -> list[Problem]:
    """A share of people goes from 0 to 100; a rise is no share."""
    return [
        ledger.problem(
            (*place, "values", index, "value"),
            f"« {value.id} » n’est pas une part : elle irait de 0 à 100",
            "écrivez le nombre de la source ; une hausse ou un pour mille n’est pas une part",
        )
        for place, holder in figures(ledger.record)
        if isinstance(holder, Series) and holder.nature == "rate"
        for index, value in enumerate(holder.values)
        if isinstance(value.value, bool) or (isinstance(value.value, int | float) and not 0 <= value.value <= 100)
    ]


def a_breakdown_shows_nobody(ledger: Loaded[Ledger]) -> list[Problem]:
    """A part of the victims counts at least so many people that nobody can be recognised in it, share or number."""
    return [
        ledger.problem(
            (*place, "values", index, "value"),
            f"« {value.id} » compte moins de {SMALLEST_PUBLISHED_COUNT} personnes",
            "regroupez les catégories : un si petit nombre peut désigner quelqu’un",
        )
        for place, holder in figures(ledger.record)
        for index, value in enumerate(holder.values)
        if value.breakdown and (count := _people(holder, value)) is not None and _is_small(count, value)
    ]


def _people(holder: Indicator | Series, value: Value) -> float | None:
    """How many people a part counts; of a share, as many as its base tells; None when nothing tells."""
    if isinstance(value.value, bool):
        return None
    written = _NUMBER.search(str(value.value))
    if written is None:
        return None
    count = float(re.sub(r"[\s\u00a0\u202f]", "", written.group()).replace(",", "."))
    if holder.nature in ("number", "text"):
        return count
    is_share = holder.nature == "rate" and value.base and PER_CENT.search(holder.unit)
    return count / 100 * value.base.value if is_share and value.base else None


def _is_small(count: float, value: Value) -> bool:
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
    """When the number of associations that answered, or what a share is a share of, changes, the two do not compare."""
    problems = []
    for s, series in enumerate(ledger.record.series):
        based = any(value.respondents or value.base for value in series.values)
        if series.counted_as not in _ANSWERED and not based:
            continue
        order = tuple(sorted({value.period for value in series.values}))
        breaks = [cut.between for cut in series.breaks if set(cut.between) <= set(order)]
        for before, (index, after) in _consecutive(series):
            said = [_answers(value.respondents) for value in (before, after)]
            if said[0] == said[1]:
                said = [value.base.of if value.base else "" for value in (before, after)]
            if said[0] != said[1] and not crosses_a_break(breaks, before.period, after.period, order):
                what = f"de {before.period} à {after.period}, la base passe de {said[0]} à {said[1]}, sans rupture"
                mend = f'ajoutez à breaks: {{between: ["{before.period}", "{after.period}"], why: …}}'
                problems.append(ledger.problem(("series", s, "values", index, "respondents"), what, mend))
    return problems


def _answers(respondents: int | None) -> str:
    return f"{respondents} réponses" if respondents is not None else "un nombre inconnu de réponses"


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

"""Rules on the plan: what may be written before it is read, its numbers, its axes, the states of the table."""

from __future__ import annotations

from vigie.data_files import Loaded
from vigie.measures import vocabulary as v
from vigie.measures.model import Ledger
from vigie.problems import Problem
from vigie.strict_yaml import Location


def the_plan_is_silent_only_once_read(ledger: Loaded[Ledger]) -> list[Problem]:
    """« not_stated » means that the plan was read and does not say."""
    if ledger.record.plan.text_read is not None:
        return []
    return [
        ledger.problem(
            ("measures", index, "plan_says", key),
            f"« not_stated » pour « {key} », mais le plan n’a pas été lu (plan.text_read est null)",
            "écrivez unknown, ou datez plan.text_read une fois le texte lu",
        )
        for index, measure in enumerate(ledger.record.measures)
        for key, said in measure.plan_says.values.items()
        if said == v.NOT_STATED
    ]


def the_plan_is_quoted_only_once_read(ledger: Loaded[Ledger]) -> list[Problem]:
    """What the plan says, its page and its official titles are read in it, never in what others say of it."""
    record = ledger.record
    if record.plan.text_read is not None:
        return []
    quoted: list[tuple[Location, object]] = [
        (("axes", index, "title"), axis.title) for index, axis in enumerate(record.axes)
    ]
    for index, measure in enumerate(record.measures):
        quoted.append((("measures", index, "title"), measure.title))
        quoted.append((("measures", index, "plan_says", "page"), measure.plan_says.page))
        quoted += [
            (("measures", index, "plan_says", key), said)
            for key, said in measure.plan_says.values.items()
            if said not in (v.UNKNOWN, v.NOT_STATED)
        ]
    return [
        ledger.problem(
            place,
            f"« {place[-1]} » cite le plan, qui n’a pas été lu (plan.text_read est null)",
            f"écrivez {v.UNKNOWN if place[-1] not in ('title', 'page') else 'null'}, ou datez plan.text_read",
        )
        for place, text in quoted
        if text is not None
    ]


def a_measure_is_numbered_only_once_the_plan_is_read(ledger: Loaded[Ledger]) -> list[Problem]:
    """A number is read in the plan, never deduced from an order or from memory."""
    if ledger.record.plan.text_read is not None:
        return []
    return [
        ledger.problem(
            ("measures", index, "number"),
            f"« {measure.id} » a un numéro du plan, qui n’a pas été lu (plan.text_read est null)",
            "écrivez kind: content et number: null, ou datez plan.text_read une fois le texte lu",
        )
        for index, measure in enumerate(ledger.record.measures)
        if measure.number is not None
    ]


def a_number_is_one_of_the_plans(ledger: Loaded[Ledger]) -> list[Problem]:
    """Numbers go from 1 to the count that was announced."""
    count = ledger.record.plan.measure_count
    return [
        ledger.problem(
            ("measures", index, "number"), f"le numéro {measure.number} dépasse {count}", "lisez-le dans le plan"
        )
        for index, measure in enumerate(ledger.record.measures)
        if measure.number is not None and measure.number > count
    ]


def a_number_belongs_to_one_measure(ledger: Loaded[Ledger]) -> list[Problem]:
    """Two measures never share a number of the plan."""
    problems = []
    seen: dict[int, str] = {}
    for index, measure in enumerate(ledger.record.measures):
        if measure.number is None:
            continue
        if measure.number in seen:
            what = f"le numéro {measure.number} est déjà celui de « {seen[measure.number]} »"
            problems.append(ledger.problem(("measures", index, "number"), what, "un numéro, une mesure"))
        seen.setdefault(measure.number, measure.id)
    return problems


def an_axis_number_belongs_to_one_axis(ledger: Loaded[Ledger]) -> list[Problem]:
    """Two axes never share a number."""
    problems = []
    seen: dict[int, str] = {}
    for index, axis in enumerate(ledger.record.axes):
        if axis.number is None:
            continue
        if axis.number in seen:
            what = f"le numéro {axis.number} est déjà celui de l’axe « {seen[axis.number]} »"
            problems.append(
                ledger.problem(("axes", index, "number"), what, "un numéro, un axe ; null si l’on ne sait pas")
            )
        seen.setdefault(axis.number, axis.id)
    return problems


def every_axis_exists(ledger: Loaded[Ledger]) -> list[Problem]:
    """A measure's axis is one of « axes »."""
    known = {axis.id for axis in ledger.record.axes}
    return [
        ledger.problem(
            ("measures", index, "axis"), f"l’axe « {measure.axis} » n’est pas dans « axes »", "corrigez, ou null"
        )
        for index, measure in enumerate(ledger.record.measures)
        if measure.axis is not None and measure.axis not in known
    ]


def a_day_has_one_state_of_the_table(ledger: Loaded[Ledger]) -> list[Problem]:
    """The day is the address of the state: two meetings of one day cannot both have one."""
    problems = []
    first: dict[str, str] = {}
    for index, meeting in enumerate(ledger.record.plan.meetings):
        if meeting.edition is None:
            continue
        day = meeting.date.written
        if day in first:
            what = f"le {day} a déjà son état du tableau, avec « {first[day]} »"
            mend = "un état par jour : edition: null à l’une des deux réunions"
            problems.append(ledger.problem(("plan", "meetings", index, "edition"), what, mend))
        first.setdefault(day, meeting.id)
    return problems

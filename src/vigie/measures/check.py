"""The rules that need the whole ledger, the day or another file: one function per rule, named as what it enforces."""

from __future__ import annotations

import datetime
from itertools import pairwise

from vigie.data_files import Loaded
from vigie.measures import vocabulary as v
from vigie.measures.indicators import SMALLEST_PUBLISHED_COUNT, Value
from vigie.measures.model import Ledger
from vigie.measures.places import cited, dated, findings, ids, values
from vigie.measures.words import LedgerWords
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Location

Rule = list[Problem]


def check_ledger(ledger: Loaded[Ledger], refused: RefusedHosts, today: datetime.date) -> Rule:
    """Every rule, in the order of the file."""
    return [
        *the_plan_is_silent_only_once_read(ledger),
        *the_plan_is_quoted_only_once_read(ledger),
        *every_source_is_in_the_registry(ledger),
        *no_copy_is_cited(ledger, refused),
        *nothing_is_dated_in_the_future(ledger, today),
        *findings_are_in_the_order_they_were_added(ledger),
        *claims_are_in_the_order_they_were_added(ledger),
        *what_cannot_be_verified_is_not_declared_done(ledger),
        *numbers_are_in_range_and_used_once(ledger),
        *no_id_is_used_twice(ledger),
        *every_axis_exists(ledger),
        *a_correction_corrects_an_earlier_finding(ledger),
        *a_rate_says_how_many_answered(ledger),
        *a_breakdown_shows_nobody(ledger),
        *breaks_are_between_periods_of_the_series(ledger),
    ]


def the_plan_is_silent_only_once_read(ledger: Loaded[Ledger]) -> Rule:
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


def the_plan_is_quoted_only_once_read(ledger: Loaded[Ledger]) -> Rule:
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


def every_source_is_in_the_registry(ledger: Loaded[Ledger]) -> Rule:
    """A source is named by its key in « sources »."""
    return [
        ledger.problem(
            (*place, index), f"la source « {id_} » n’est pas dans « sources »", "ajoutez-la, ou corrigez son nom"
        )
        for place, ids in cited(ledger.record)
        for index, id_ in enumerate(ids)
        if id_ not in ledger.record.sources
    ]


def no_copy_is_cited(ledger: Loaded[Ledger], refused: RefusedHosts) -> Rule:
    """Copies and mirrors are not sources."""
    problems = []
    for id_, source in ledger.record.sources.items():
        for key in ("url", "archive_url"):
            address = getattr(source, key)
            if address and (why := refused.refuses(address)):
                mend = "donnez l’adresse de l’original, ou null en nommant le document"
                problems.append(ledger.problem(("sources", id_, key), f"ce site ne se cite pas ({why})", mend))
    return problems


def nothing_is_dated_in_the_future(ledger: Loaded[Ledger], today: datetime.date) -> Rule:
    """What was said was said; what was noted was noted."""
    return [
        ledger.problem(place, f"cette date ({day.isoformat()}) est dans le futur", "corrigez-la")
        for place, day in dated(ledger.record)
        if day > today
    ]


def findings_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> Rule:
    """The list is only ever added to, at its end."""
    problems = []
    for m, measure in enumerate(ledger.record.measures):
        for f, (before, after) in enumerate(zip(measure.findings, measure.findings[1:], strict=False), start=1):
            if after.added_on < before.added_on:
                mend = "un constat s’ajoute à la fin de la liste, avec la date du jour"
                problems.append(
                    ledger.problem(("measures", m, "findings", f, "added_on"), "ce constat n’est pas à sa place", mend)
                )
    return problems


def claims_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> Rule:
    """What is said of the whole plan is only ever added to, like the findings."""
    claims = ledger.record.plan.claims
    mend = "une affirmation s’ajoute à la fin de la liste, avec la date du jour"
    return [
        ledger.problem(("plan", "claims", index, "added_on"), "cette affirmation n’est pas à sa place", mend)
        for index, (before, after) in enumerate(pairwise(claims), start=1)
        if after.added_on < before.added_on
    ]


def what_cannot_be_verified_is_not_declared_done(ledger: Loaded[Ledger]) -> Rule:
    """« done » by another voice than the State's, on what nobody can verify, would be an opinion."""
    problems = []
    for place, finding in findings(ledger.record):
        measure = ledger.record.measures[int(place[1])]
        if finding.progress == "done" and finding.side != "state" and measure.verifiable.value == "none":
            what = "« done » sur un point que rien ne permet de vérifier"
            problems.append(ledger.problem((*place, "progress"), what, "revoyez verifiable, ou la valeur de progress"))
    return problems


def numbers_are_in_range_and_used_once(ledger: Loaded[Ledger]) -> Rule:
    """A number of the plan belongs to one measure."""
    problems = []
    seen: dict[int, str] = {}
    count = ledger.record.plan.measure_count
    for index, measure in enumerate(ledger.record.measures):
        if measure.number is None:
            continue
        place = ("measures", index, "number")
        if measure.number > count:
            problems.append(
                ledger.problem(place, f"le numéro {measure.number} dépasse {count}", "lisez-le dans le plan")
            )
        if measure.number in seen:
            what = f"le numéro {measure.number} est déjà celui de « {seen[measure.number]} »"
            problems.append(ledger.problem(place, what, "un numéro, une mesure"))
        seen.setdefault(measure.number, measure.id)
    return problems


def no_id_is_used_twice(ledger: Loaded[Ledger]) -> Rule:
    """An id is an address: unique in the whole file, for ever."""
    problems = []
    first: dict[str, int] = {}
    for place, id_ in sorted(ids(ledger.record), key=lambda found: ledger.located.line(found[0])):
        if id_ in first:
            what = f"l’identifiant « {id_} » sert déjà (ligne {first[id_]})"
            problems.append(ledger.problem(place, what, "choisissez-en un autre : un identifiant est une adresse"))
        first.setdefault(id_, ledger.located.line(place))
    return problems


def every_axis_exists(ledger: Loaded[Ledger]) -> Rule:
    """A measure's axis is one of « axes »."""
    known = {axis.id for axis in ledger.record.axes}
    return [
        ledger.problem(
            ("measures", index, "axis"), f"l’axe « {measure.axis} » n’est pas dans « axes »", "corrigez, ou null"
        )
        for index, measure in enumerate(ledger.record.measures)
        if measure.axis is not None and measure.axis not in known
    ]


def a_correction_corrects_an_earlier_finding(ledger: Loaded[Ledger]) -> Rule:
    """Both stay visible: the corrected one exists, before it, on the same measure."""
    problems = []
    for place, finding in findings(ledger.record):
        if finding.correction_of is None:
            continue
        before = [f.id for f in ledger.record.measures[int(place[1])].findings[: int(place[3])]]
        if finding.correction_of.id not in before:
            what = f"« {finding.correction_of.id} » n’est pas un constat antérieur de cette mesure"
            problems.append(ledger.problem((*place, "correction_of"), what, "donnez l’identifiant du constat corrigé"))
    return problems


def a_rate_says_how_many_answered(ledger: Loaded[Ledger]) -> Rule:
    """A percentage never travels without its base."""
    return [
        ledger.problem(
            (*place, "respondents"),
            f"« {value.id} » est un taux sans sa base",
            "notez respondents: (sur combien), ou choisissez une autre nature",
        )
        for place, value, nature in values(ledger.record)
        if nature == "rate" and not value.respondents
    ]


def a_breakdown_shows_nobody(ledger: Loaded[Ledger]) -> Rule:
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


def breaks_are_between_periods_of_the_series(ledger: Loaded[Ledger]) -> Rule:
    """A break is named by two different periods that the series has."""
    problems = []
    for s, series in enumerate(ledger.record.series):
        periods = {value.period for value in series.values}
        for b, cut in enumerate(series.breaks):
            place = ("series", s, "breaks", b, "between")
            if len(set(cut.between)) == 1:
                problems.append(ledger.problem(place, "cette rupture n’est entre rien", "écrivez deux périodes"))
            for missing in (p for p in cut.between if p not in periods):
                what = f"la période « {missing} » n’est pas dans cette série"
                problems.append(ledger.problem(place, what, "écrivez une période de « values »"))
    return problems


def check_words(words: Loaded[LedgerWords], ledger: Ledger) -> Rule:
    """A translation names records that exist, once each."""
    problems = []
    known = {
        "axes": {a.id for a in ledger.axes},
        "claims": {c.id for c in ledger.plan.claims},
        "measures": {m.id for m in ledger.measures},
        "meetings": {m.id for m in ledger.plan.meetings},
        "deadlines": {d.id for d in ledger.plan.deadlines},
        "indicators": {i.id for m in ledger.measures for i in m.indicators},
        "series": {s.id for s in ledger.series},
    }
    for name, written in known.items():
        seen: set[str] = set()
        for index, record in enumerate(getattr(words.record, name)):
            place = (name, index, "id")
            if record.id not in written:
                problems.append(words.problem(place, f"« {record.id} » n’est pas dans data/measures.yaml", "corrigez"))
            if record.id in seen:
                problems.append(words.problem(place, f"« {record.id} » est traduit deux fois", "gardez une traduction"))
            seen.add(record.id)
    return problems

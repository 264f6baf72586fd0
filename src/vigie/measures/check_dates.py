"""Rules on dates: nothing in the future, lists in the order of their additions, nothing noted before it was said."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol

from vigie.data_files import Loaded
from vigie.measures.model import Ledger
from vigie.measures.places import dated, figures, findings, said, withdrawn
from vigie.problems import Problem
from vigie.strict_yaml import Location


class _Noted(Protocol):
    @property
    def added_on(self) -> datetime.date: ...


def nothing_is_dated_in_the_future(ledger: Loaded[Ledger], today: datetime.date) -> list[Problem]:
    """What was said was said; what was noted was noted."""
    return [
        ledger.problem(place, f"cette date ({day.isoformat()}) est dans le futur", "corrigez-la")
        for place, day in dated(ledger.record)
        if day > today
    ]


def claims_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> list[Problem]:
    """What is said of the whole plan is only ever added to, like the findings."""
    what = "cette affirmation n’est pas à sa place"
    mend = "une affirmation s’ajoute à la fin de la liste, avec la date du jour"
    return _out_of_order(ledger, ("plan", "claims"), ledger.record.plan.claims, what, mend)


def findings_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> list[Problem]:
    """The list is only ever added to, at its end."""
    what = "ce constat n’est pas à sa place"
    mend = "un constat s’ajoute à la fin de la liste, avec la date du jour"
    return [
        problem
        for m, measure in enumerate(ledger.record.measures)
        for problem in _out_of_order(ledger, ("measures", m, "findings"), measure.findings, what, mend)
    ]


def replies_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> list[Problem]:
    """Answers to one finding follow one another."""
    what = "cette réponse n’est pas à sa place"
    mend = "une réponse s’ajoute à la fin de la liste, avec la date du jour"
    return [
        problem
        for place, finding in findings(ledger.record)
        for problem in _out_of_order(ledger, (*place, "replies"), finding.replies, what, mend)
    ]


def figures_are_in_the_order_they_were_added(ledger: Loaded[Ledger]) -> list[Problem]:
    """The values of an indicator or of a series are only ever added to, at their end."""
    what = "ce chiffre n’est pas à sa place"
    mend = "un chiffre s’ajoute à la fin de la liste, avec la date du jour, quelle que soit sa période"
    return [
        problem
        for place, holder in figures(ledger.record)
        for problem in _out_of_order(ledger, (*place, "values"), holder.values, what, mend)
    ]


def _out_of_order(
    ledger: Loaded[Ledger], place: Location, records: Iterable[_Noted], what: str, mend: str
) -> list[Problem]:
    return [
        ledger.problem((*place, index, "added_on"), what, mend)
        for index, (before, after) in enumerate(pairwise(records), start=1)
        if after.added_on < before.added_on
    ]


def nothing_is_noted_before_it_was_said(ledger: Loaded[Ledger]) -> list[Problem]:
    """Claims, findings, replies and figures are written down on the day they are said, or later."""
    return [
        ledger.problem(
            (*place, "added_on"),
            f"noté le {added_on.isoformat()}, avant d’être dit ({date})",
            "added_on : le jour où vous l’écrivez ici",
        )
        for place, date, added_on in said(ledger.record)
        if date is not None and date.first_day > added_on
    ]


def nothing_is_signed_before_it_was_noted(ledger: Loaded[Ledger]) -> list[Problem]:
    """The collectif signs a text that is there, on that day or later."""
    return [
        ledger.problem(
            (*place, "validated", "on"),
            f"« {finding.id} » serait signé avant d’être noté ({finding.added_on.isoformat()})",
            "on : le jour de la signature",
        )
        for place, finding in findings(ledger.record)
        if finding.validated is not None and finding.validated.on < finding.added_on
    ]


def nothing_is_withdrawn_before_it_was_noted(ledger: Loaded[Ledger]) -> list[Problem]:
    """What is withdrawn was there."""
    return [
        ledger.problem(
            (*gone.place, "withdrawn", "on"),
            f"{gone.named} serait retiré avant d’être noté ({gone.added_on.isoformat()})",
            "on : le jour du retrait",
        )
        for gone in withdrawn(ledger.record)
        if gone.withdrawal.on < gone.added_on
    ]

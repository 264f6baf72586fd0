"""The check of the ledger: every rule is one function of ``check_*.py``, named as what it enforces, and asked here."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from vigie.data_files import Loaded
from vigie.measures.check_addresses import (
    a_former_id_is_named_once,
    a_former_id_is_that_of_another_record,
    a_former_id_names_nothing_else,
    a_former_id_was_that_of_a_content,
    no_address_is_that_of_the_filters,
    no_id_is_used_twice,
    what_gave_way_comes_from_nothing,
    what_gave_way_hears_nothing_new,
)
from vigie.measures.check_dates import (
    claims_are_in_the_order_they_were_added,
    figures_are_in_the_order_they_were_added,
    findings_are_in_the_order_they_were_added,
    nothing_is_dated_in_the_future,
    nothing_is_noted_before_it_was_said,
    nothing_is_signed_before_it_was_noted,
    nothing_is_withdrawn_before_it_was_noted,
    replies_are_in_the_order_they_were_added,
)
from vigie.measures.check_figures import (
    a_break_is_between_two_periods,
    a_breakdown_shows_nobody,
    a_change_of_base_is_a_break,
    a_rate_says_how_many_answered,
    a_share_is_at_most_the_whole,
    breaks_are_between_periods_of_the_series,
    only_a_rate_has_a_base,
)
from vigie.measures.check_plan import (
    a_day_has_one_state_of_the_table,
    a_measure_is_numbered_only_once_the_plan_is_read,
    a_number_belongs_to_one_measure,
    a_number_is_one_of_the_plans,
    an_axis_number_belongs_to_one_axis,
    every_axis_exists,
    the_plan_is_quoted_only_once_read,
    the_plan_is_silent_only_once_read,
)
from vigie.measures.check_records import (
    a_correction_corrects_an_earlier_finding,
    every_source_is_in_the_registry,
    no_copy_is_cited,
    no_text_begins_like_a_formula,
    the_replies_go_with_what_is_withdrawn,
    what_cannot_be_verified_is_not_declared_done,
)
from vigie.measures.model import Ledger
from vigie.measures.words import LedgerWords
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts


def check_ledger(ledger: Loaded[Ledger], refused: RefusedHosts, today: datetime.date) -> list[Problem]:
    """What every rule refuses; those of one record alone are in the models, those of the YAML in the strict reader."""
    return [
        *the_plan_is_silent_only_once_read(ledger),
        *the_plan_is_quoted_only_once_read(ledger),
        *a_measure_is_numbered_only_once_the_plan_is_read(ledger),
        *a_number_is_one_of_the_plans(ledger),
        *a_number_belongs_to_one_measure(ledger),
        *an_axis_number_belongs_to_one_axis(ledger),
        *every_axis_exists(ledger),
        *a_day_has_one_state_of_the_table(ledger),
        *no_id_is_used_twice(ledger),
        *no_address_is_that_of_the_filters(ledger),
        *a_former_id_is_that_of_another_record(ledger),
        *a_former_id_is_named_once(ledger),
        *a_former_id_was_that_of_a_content(ledger),
        *a_former_id_names_nothing_else(ledger),
        *what_gave_way_comes_from_nothing(ledger),
        *what_gave_way_hears_nothing_new(ledger),
        *nothing_is_dated_in_the_future(ledger, today),
        *claims_are_in_the_order_they_were_added(ledger),
        *findings_are_in_the_order_they_were_added(ledger),
        *replies_are_in_the_order_they_were_added(ledger),
        *figures_are_in_the_order_they_were_added(ledger),
        *nothing_is_noted_before_it_was_said(ledger),
        *nothing_is_signed_before_it_was_noted(ledger),
        *nothing_is_withdrawn_before_it_was_noted(ledger),
        *every_source_is_in_the_registry(ledger),
        *no_copy_is_cited(ledger, refused),
        *what_cannot_be_verified_is_not_declared_done(ledger),
        *a_correction_corrects_an_earlier_finding(ledger),
        *the_replies_go_with_what_is_withdrawn(ledger),
        *no_text_begins_like_a_formula(ledger),
        *a_rate_says_how_many_answered(ledger),
        *only_a_rate_has_a_base(ledger),
        *a_share_is_at_most_the_whole(ledger),
        *a_breakdown_shows_nobody(ledger),
        *a_break_is_between_two_periods(ledger),
        *breaks_are_between_periods_of_the_series(ledger),
        *a_change_of_base_is_a_break(ledger),
    ]


def check_words(words: Loaded[LedgerWords], ledger: Ledger, gone: Collection[str] = ()) -> list[Problem]:
    """A translation names records that exist, once each; ``gone``: those that the French had, and has no more."""
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
                what = f"« {record.id} » n’est pas dans data/measures.yaml"
                problems.append(
                    words.problem(place, what, "corrigez, ou ôtez cette fiche", blocking=record.id not in gone)
                )
            if record.id in seen:
                problems.append(words.problem(place, f"« {record.id} » est traduit deux fois", "gardez une traduction"))
            seen.add(record.id)
    return [*problems, *no_translation_keeps_a_withdrawn_text(words, ledger), *no_text_begins_like_a_formula(words)]


def no_translation_keeps_a_withdrawn_text(words: Loaded[LedgerWords], ledger: Ledger) -> list[Problem]:
    """A text that had to go goes in every language."""
    gone = {claim.id for claim in ledger.plan.claims if claim.withdrawn is not None}
    return [
        words.problem(("claims", index, "id"), f"« {claim.id} » est retirée, mais sa traduction reste", "ôtez-la")
        for index, claim in enumerate(words.record.claims)
        if claim.id in gone
    ]

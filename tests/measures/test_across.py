"""The rows of the plan's pages: how records are sorted, grouped and named, without any page."""

from typing import get_args

import pytest
from small_ledger import TODAY, finding, loaded_ledger, with_deadline, with_findings

from vigie.measures import vocabulary as v
from vigie.measures.across import DEADLINE_STATES, by_oldest_information, counted_states, due, figures
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.method import CNCDH, OGP
from vigie.measures.open_data.state_file import State


def test_what_a_state_keeps_apart_is_counted_as_in_its_row_of_the_open_data():
    """Replies of too vague a date included, so that a page and a table say one number."""
    later = (("date: 2020-04-07", "date: 2020-10-20"), ("established_on: 2020-09-30", "established_on: 2022-12-31"))
    ledger = loaded_ledger(*later).record
    (counted,) = counted_states(edition_views(ledger_view(ledger, None, "fr", TODAY), None))
    assert counted.uncertain == State(counted.state.edition).uncertain_count
    assert len(counted.state.edition.uncertain_replies) == 1


def test_the_oldest_last_text_comes_first_after_those_without_text():
    """A year known alone counts from its first day."""
    ledger = with_findings(finding("vieux", "2019", "miprof")).record
    order = [m.measure.id for m in by_oldest_information(ledger_view(ledger, None, "fr", TODAY).measures)]
    assert order == ["mesure-sept", "contenu-un"]
    order = [
        m.measure.id for m in by_oldest_information(ledger_view(loaded_ledger().record, None, "fr", TODAY).measures)
    ]
    assert order == ["mesure-sept", "contenu-un"], "no text at all: first"
    ledger = with_findings(finding("neuf", "2022", "miprof")).record
    order = [m.measure.id for m in by_oldest_information(ledger_view(ledger, None, "fr", TODAY).measures)]
    assert order == ["contenu-un", "mesure-sept"]


@pytest.mark.parametrize(
    ("date", "status", "state"),
    [
        ("2026-11-23", "unknown", "to_come"),
        ("2026", "unknown", "too_vague"),
        ("2026-11", "unknown", "too_vague"),
        ("2027", "unknown", "to_come"),
        ("2026-12", "unknown", "to_come"),
        ("2026-11-22", "unknown", "to_come"),
        ("2026-10", "unknown", "day_passed"),
        ("2026-11-21", "unknown", "day_passed"),
        ("2026", "done", "done"),
        ("2026-10", "held", "held"),
    ],
)
def test_a_deadline_is_never_late_by_its_date_alone(date, status, state):
    """A year or a month that has begun and is not over tells neither; a day that has passed is one that nobody looked into."""
    view = ledger_view(with_deadline(date, status).record, None, "fr", TODAY)
    assert [group.state for group in due(view.deadlines)] == [state]
    assert state in DEADLINE_STATES


def test_figures_of_associations_and_of_the_administration_never_share_a_heading():
    """Every word for a counted person has its side, and a series goes under that one."""
    assert set(v.COUNTED_BY) == set(get_args(v.CountedAs))
    for word, by in v.COUNTED_BY.items():
        ledger = loaded_ledger(("counted_as: spotted", f"counted_as: {word}")).record
        shown = figures(ledger_view(ledger, None, "fr", TODAY), rtl=False)
        assert [(g.by, len(g.series)) for g in shown] == [(by, 1)]


def test_engaged_is_never_done_in_the_words_of_others():
    """Every value has its mapping, and « engagée » means neither « réalisée » nor « complete »."""
    assert set(CNCDH) == set(OGP) == set(v.ALL_PROGRESS)
    assert set(CNCDH["engaged"]) & set(CNCDH["done"]) == set(OGP["engaged"]) & set(OGP["done"]) == set()
    assert CNCDH["not_assessed"] == OGP["not_assessed"] == ()

"""The ledger, refusal by refusal, on a small fictional one (``golden/ledger.yaml``)."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_cases import assert_refused, cases, changed, text_of
from vigie.data_files import parse_data
from vigie.measures.check import check_ledger
from vigie.measures.model import Ledger
from vigie.refused_hosts import RefusedHost, RefusedHosts

TODAY = datetime.date(2026, 11, 22)
REFUSED = RefusedHosts(refused_hosts=(RefusedHost(host="copies.example", why="Copie fictive"),))
LEDGER = text_of("ledger.yaml")


def _problems(text):
    loaded, problems = parse_data(Ledger, text, "data/measures.yaml")
    return problems if loaded is None else check_ledger(loaded, REFUSED, TODAY)


@pytest.mark.parametrize("case", cases("ledger_refusals.yaml"))
def test_each_mutation_of_the_ledger_is_refused(case):
    """Each mutation is refused on its line, in French, and with nothing more said than needed."""
    text = changed(LEDGER, case)
    assert_refused(case, text, _problems(text))


@pytest.mark.parametrize("case", cases("ledger_accepted.yaml"))
def test_what_stands_just_short_of_a_refusal_is_accepted(case):
    """The small ledger and its harmless variants raise no problem at all."""
    assert _problems(changed(LEDGER, case)) == []


def test_all_problems_are_told_at_once():
    """Several mistakes in one file are all reported, each on its line."""
    text = LEDGER.replace("axis: axe-un", "axis: axe-deux").replace("respondents: 45", "respondents: 0")
    assert [p.what for p in _problems(text)] == [
        "l’axe « axe-deux » n’est pas dans « axes »",
        "« valeur-deux » est un taux sans sa base",
    ]


def test_problems_name_the_file_they_were_read_from():
    """The path shown is the one given, with the line in the usual form."""
    (problem,) = _problems(LEDGER.replace("kind: committee", "kind: repas"))
    assert str(problem).startswith("data/measures.yaml:28: « kind »")


LINES = LEDGER.split("\n")


@settings(max_examples=50)
@given(st.integers(0, len(LINES) - 1), st.sampled_from(["", "  ", "- ", "[]", "null", "{", "x: y", "id: contenu-un"]))
def test_no_broken_line_makes_the_check_raise(index, replacement):
    """Whatever replaces a line, the answer is a list of problems with lines of the file."""
    text = "\n".join([*LINES[:index], replacement, *LINES[index + 1 :]])
    assert all(1 <= problem.line <= len(LINES) for problem in _problems(text))


@settings(max_examples=30)
@given(st.integers(0, len(LEDGER)), st.integers(0, 40))
def test_no_missing_piece_makes_the_check_raise(start, length):
    """Cutting any piece out gives problems or a ledger, never an error."""
    text = LEDGER[:start] + LEDGER[start + length :]
    assert all(problem.what and problem.mend for problem in _problems(text))

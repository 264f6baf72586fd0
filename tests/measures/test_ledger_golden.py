"""The ledger, refusal by refusal, on a small fictional one (``golden/ledger.yaml``)."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from small_ledger import PATH, READ, REFUSED, TODAY, ledger_text

from built import ROOT
from golden_cases import assert_refused, cases, changed
from vigie.data_files import parse_data
from vigie.interface import Interface
from vigie.measures.check import check_ledger
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.model import Ledger
from vigie.measures.pages import measure_pages

LEDGER = ledger_text(READ)
REFUSALS = cases("ledger_refusals.yaml")
TYPES = {
    "unknown key", "duplicate", "missing", "missing source", "wrong type", "closed list", "bare boolean", "sexagesimal",
    "octal", "yaml", "date", "future", "order", "too early", "source", "mirror", "address", "id", "former id", "number",
    "axis", "edition", "correction", "withdrawal", "signature", "search", "verifiable", "target", "rate", "breakdown",
    "break", "plan unread", "formula", "length", "markup", "hidden character",
}  # fmt: skip


def _problems(text):
    loaded, problems = parse_data(Ledger, text, "data/measures.yaml")
    return problems if loaded is None else check_ledger(loaded, REFUSED, TODAY)


@pytest.mark.parametrize("case", REFUSALS)
def test_each_mutation_of_the_ledger_is_refused(case):
    """Each mutation is refused on its line, in French, and with nothing more said than needed."""
    text = changed(LEDGER if case.raw.get("read", True) else ledger_text(), case)
    assert_refused(case, text, _problems(text))


def test_the_list_of_mutations_is_long_and_leaves_no_type_out():
    """A hundred slips of the hand at least, of every type that the design refuses."""
    types = [parameter.values[0].raw["type"] for parameter in REFUSALS]
    assert len(types) >= 100
    assert set(types) == TYPES


def test_pages_are_made_of_a_ledger_that_the_check_refuses():
    """Pages are made before the rules are asked: what a rule refuses must not stop them with an error of ours."""
    words = Interface("fr", yaml.safe_load((ROOT / "data/interface.yaml").read_text(encoding="utf-8")))
    read = [
        changed(LEDGER, c) for c in (p.values[0] for p in REFUSALS) if c.raw["type"] in ("former id", "id", "edition")
    ]
    ledgers = [loaded.record for text in read if (loaded := parse_data(Ledger, text, PATH)[0])]
    assert len(ledgers) > 20
    for ledger in ledgers:
        view = ledger_view(ledger, None, "fr", TODAY)
        assert measure_pages(view, edition_views(view, None), words)


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

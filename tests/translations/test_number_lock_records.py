"""The number lock on data: helplines, ledger, topics and words of the interface, field by field."""

import datetime

import pytest

from built import ROOT, TODAY
from vigie.documents import TranslationState
from vigie.load_build import load_build
from vigie.measures.words import LedgerWords
from vigie.site.check_numbers import numbers_of_data_are_those_of_the_french


def _problems(root):
    build, problems = load_build(root, datetime.date.fromisoformat(TODAY))
    assert build is not None, problems
    return numbers_of_data_are_those_of_the_french(build)


def test_the_data_of_the_repository_raise_nothing():
    """No false alarm on the helplines and the ledger."""
    assert [str(problem) for problem in _problems(ROOT)] == []


@pytest.mark.parametrize(
    ("file", "before", "after", "french", "says"),
    [
        ("contacts.yaml", "تعلن الخدمة عن 12 لغة", "تعلن الخدمة عن 21 لغة", 'languages_note: "Le service annonce 12 langues', "« 12 »"),
        ("measures.yaml", "50 تدبيراً من أصل 60", "50 تدبيراً من أصل 66", "", "« 66 »"),
        ("measures.yaml", "2024-2027\n", "2024-2026\n", "title: Plan national", "« 2024-2027 »"),
        ("interface.yaml", "2024-2027", "2024-2025", "", "« 2024-2027 »"),
    ],
)  # fmt: skip
def test_a_slip_in_a_record_is_told_with_both_lines(project_copy, file, before, after, french, says):
    """On the field's line, with the line of the French field."""
    path = project_copy / "data" / "ar" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    (problem,) = _problems(project_copy)
    assert problem.path == f"data/ar/{file}"
    assert says in problem.what
    assert problem.blocking
    _, _, named = problem.what.rpartition(f"(data/{file}:")
    lines = (project_copy / "data" / file).read_text(encoding="utf-8").split("\n")
    assert french in lines[int(named.rstrip(")")) - 1]
    own = path.read_text(encoding="utf-8").split("\n")
    assert any(after.split("\n")[0] in line for line in own[problem.line - 1 : problem.line + 5])


def test_the_ledger_has_no_allowance():
    """A difference is allowed in a text alone: a record is short enough to be written again."""
    assert LedgerWords.model_fields["translation"].annotation is TranslationState

"""Golden cases of whole texts: a YAML list of cases, each with a ``name``, an ``input`` and what is expected of it.

``problems`` lists all of them, by line, as ``line: piece of the message`` (pieces are joined by `` … ``).
"""

from typing import Any

import pytest
import yaml

from golden_cases import text_of


def texts(name: str) -> list[Any]:
    """The cases of the golden file ``name``, as parameters whose ids are their names."""
    cases = yaml.safe_load(text_of(name))
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), "two cases have one name"
    return [pytest.param(case, id=case["name"]) for case in cases]


def assert_says(problems: list[Any], expected: list[str]) -> None:
    """``problems`` are those of ``expected``, no more and no less, on their lines and in their words."""
    shown = [f"{problem.line}: {problem.what} ; {problem.mend}" for problem in sorted(problems)]
    left = list(shown)
    for written in expected:
        line, pieces = written.split(": ", 1)
        found = [one for one in left if one.startswith(f"{line}: ") and _holds(one, pieces.split(" … "))]
        assert found, f"nothing says « {written} » : {shown}"
        left.remove(found[0])
    assert not left, f"said too much: {left}"


def _holds(text: str, pieces: list[str]) -> bool:
    return all(piece in text for piece in pieces)

"""Golden cases of refusals: one small good text, and a YAML list of replacements that must each be refused.

A case holds ``name``, ``replace`` and ``by`` (or ``edits``, a list of them), ``at`` (a fragment of the changed text, on
whose line the problem must be) and ``says`` (pieces of the French message). ``count`` when it makes several problems.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Case:
    """One replacement and what must be said of it."""

    name: str
    edits: tuple[tuple[str, str], ...]
    at: str
    says: tuple[str, ...]
    count: int
    raw: dict[str, Any]


def text_of(name: str) -> str:
    """The golden file ``name``."""
    return (FOLDER / name).read_text(encoding="utf-8")


def cases(name: str) -> list[Any]:
    """The cases of the golden file ``name``, as parameters whose ids are their names."""
    found = [_case(raw) for raw in yaml.safe_load(text_of(name))]
    assert len({case.name for case in found}) == len(found), "two cases have one name"
    return [pytest.param(case, id=case.name) for case in found]


def _case(raw: dict[str, Any]) -> Case:
    edits = raw.get("edits", [raw] if "replace" in raw else [])
    pairs = tuple((str(edit["replace"]), str(edit["by"])) for edit in edits)
    return Case(str(raw["name"]), pairs, str(raw.get("at", "")), tuple(raw.get("says", ())), raw.get("count", 1), raw)


def changed(text: str, case: Case) -> str:
    """``text`` after the replacements of ``case``, each of a fragment that stands in it once."""
    for before, after in case.edits:
        assert text.count(before) == 1, f"« {before} » is {text.count(before)} times in the text"
        text = text.replace(before, after)
    return text


def line_of(fragment: str, text: str) -> int:
    """The line, from 1, of a fragment that stands once in ``text``."""
    assert text.count(fragment) == 1, f"« {fragment} » is {text.count(fragment)} times in the text"
    return text[: text.index(fragment)].count("\n") + 1


def assert_refused(case: Case, text: str, problems: list[Any]) -> None:
    """``problems`` are as many as the case says, and one is on the line and in the words that it expects."""
    shown = [str(problem) for problem in problems]
    assert len(problems) == case.count, shown
    line = line_of(case.at, text)
    assert [p for p in problems if p.line == line and p.blocking and all(words in str(p) for words in case.says)], (
        f"nothing on line {line} says {case.says}: {shown}"
    )

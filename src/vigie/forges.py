"""Problems as forges show them on the changed lines of a merge request: GitHub's annotations, GitLab's report of quality."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from vigie.problems import Problem, visible

_SHOWN_BY_GITHUB = 10
"""Of each kind and step; it drops the others without a word."""


def github_annotations(problems: Iterable[Problem]) -> list[str]:
    """One line each, those that block first; the tenth of a kind tells how many more there are."""
    found = sorted(set(problems))
    lines = []
    for kind, blocks in (("error", True), ("warning", False)):
        of_kind = [problem for problem in found if problem.blocking == blocks]
        shown = of_kind if len(of_kind) <= _SHOWN_BY_GITHUB else of_kind[: _SHOWN_BY_GITHUB - 1]
        lines += [_annotation(kind, problem) for problem in shown]
        if left := len(of_kind) - len(shown):
            lines.append(f"::{kind}::et {left} autres, dans le journal de cette étape")
    return lines


def _annotation(kind: str, problem: Problem) -> str:
    said = _escaped(f"{problem.what} ; {problem.mend}")
    return f"::{kind} file={_escaped(problem.path, (':', ','))},line={problem.line}::{said}"


def _escaped(text: str, more: Iterable[str] = ()) -> str:
    """What an editor wrote never begins a command of its own; ``more`` are the signs that would end a property."""
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return visible(text)


def gitlab_report(problems: Iterable[Problem]) -> str:
    """The JSON that GitLab reads as a report of code quality; an empty list when all is well, so that it says so."""
    seen: Counter[str] = Counter()
    entries = []
    for problem in sorted(set(problems), key=lambda p: (not p.blocking, p)):
        same = f"{problem.path}\0{problem.what}"
        seen[same] += 1
        entries.append(
            {
                "description": visible(f"{problem.what} ; {problem.mend}"),
                "check_name": "vigie",
                "fingerprint": hashlib.sha256(f"{same}\0{seen[same]}".encode(errors="replace")).hexdigest(),
                "severity": "blocker" if problem.blocking else "minor",
                "location": {"path": visible(problem.path), "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"

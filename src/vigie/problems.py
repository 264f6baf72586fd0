"""Problems are values: where, what is wrong, what would be right, in French.

Checks return them, callers collect them all, and the build stops once with the whole list. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = "\u00a0\u202f\u2009"
"""Spaces of French punctuation, which Python calls unprintable."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor can mend.

    ``path`` is relative to the project's root, with slashes; ``line`` counts from 1 (1 when the whole file is meant).
    ``blocking`` is false for what deserves a look but must not stop a build (an old verification date).
    """

    path: str
    line: int
    what: str
    mend: str
    blocking: bool = True

    def __str__(self) -> str:
        """``path:line: what is wrong ; what would be right``: the form every editor and forge can click."""
        return visible(f"{self.path}:{self.line}: {self.what} ; {self.mend}")


def visible(text: str) -> str:
    """``text`` on one line: the name of a file or a pasted word must not begin a line of its own, nor move the terminal."""
    return "".join(sign if sign.isprintable() or sign in _SPACES else ascii(sign)[1:-1] for sign in text)


class ProblemsFound(Exception):
    """Raised once, at the edge, with every blocking problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.blocking]


def report(problems: Iterable[Problem]) -> str:
    """The list as an editor reads it: one line each, sorted by file and line, then the count."""
    found = sorted(set(problems))
    lines = [str(problem) if problem.blocking else f"{problem} (avertissement)" for problem in found]
    stops = len(blocking(found))
    if found:
        plural = "s" if stops > 1 else ""
        lines.append(f"{stops} problème{plural} à corriger, {len(found) - stops} avertissement(s).")
    return "\n".join(lines)

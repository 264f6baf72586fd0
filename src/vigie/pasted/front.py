"""The header of a text: what stands between its first line « --- » and the next one. No mend touches it."""

from __future__ import annotations

import re

from vigie.pasted.hidden import HIDDEN

_MARK = "---"
_LEADING_RULES = re.compile(r"(?:\s*-{3}[^\S\n]*(?:\n|\Z))+")


def front_and_body(text: str) -> tuple[str, str]:
    """The header with its marks (or ""), and the rest; all of ``text`` is header when nothing closes it.

    Right or wrong, what is between the marks is the header: a key badly written is told by the check, never lost.
    """
    lines = text.split("\n")
    opening = _opening(lines)
    if opening is None:
        return "", text
    closing = _closing(lines, opening)
    body = "" if closing is None else "\n".join(lines[closing + 1 :])
    return text[: len(text) - len(body)], body


def never_closed(text: str) -> int | None:
    """The line, from 1, of the mark that opens a header which nothing closes; None when there is none."""
    lines = text.split("\n")
    opening = _opening(lines)
    return opening + 1 if opening is not None and _closing(lines, opening) is None else None


def without_leading_rules(text: str) -> str:
    """``text`` without the rules it begins with: they would be read as the opening of a header."""
    found = _LEADING_RULES.match(text)
    return text[found.end() :].lstrip("\n") if found else text


def _opening(lines: list[str]) -> int | None:
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    return first if first is not None and HIDDEN.sub("", lines[first]).rstrip() == _MARK else None


def _closing(lines: list[str], opening: int) -> int | None:
    return next((n for n, line in enumerate(lines) if n > opening and line.rstrip() == _MARK), None)

"""Lines that are code by their indentation, or inside a list: beside those between fences at the margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

_STEP = 4
"""The spaces that make a line belong to what is above."""
_CONTAINER = re.compile(r"(?:[-*+]\s|\d+[.)]\s|!!!\s|\?\?\?|:\s|\[\^|>)")
_PASTED_BULLET = re.compile(r"\s*[•·∙▪▫‣◦●○■□►–—\uf0b7\uf0a7§o]\s")
_FENCE = re.compile(r"(?P<list>[ \t]*(?:[-*+]|\d+[.)])[ \t]+)?[ \t]*(?P<fence>`{3,}|~{3,})[^`]*\Z")


def fenced_in_lists(lines: list[str]) -> frozenset[int]:
    """The lines, from 0, of the blocks between fences that stand in from the margin: those of a point of a list."""
    closing: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if (bare := line.strip())[:3] in ("```", "~~~"):
            closing[bare].append(index)
    code: set[int] = set()
    after = 0
    for index, line in enumerate(lines):
        if index < after or (fence := _FENCE.match(line)) is None or not (fence["list"] or line[:1].isspace()):
            continue
        ends = closing[fence["fence"]]
        place = bisect_right(ends, index)
        if place < len(ends):
            after = ends[place] + 1
            code.update(range(index + (fence["list"] is not None), after))
    return frozenset(code)


def indented_code(lines: list[str]) -> frozenset[int]:
    """Lines that four spaces more than their list, or note, make code after an empty line: not the paragraphs of these."""
    code: set[int] = set()
    inside = False
    depth = 0
    blank = True
    for index, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        indent = _indent(line)
        inside = indent >= _STEP * (depth + 1) and (inside or blank) and not _PASTED_BULLET.match(line)
        if inside:
            code.add(index)
        elif _CONTAINER.match(line.lstrip(" \t")):
            depth = min(depth, indent // _STEP) + 1
        elif blank:
            depth = min(depth, indent // _STEP)
        blank = False
    return frozenset(code)


def _indent(line: str) -> int:
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blanks.expandtabs(_STEP))

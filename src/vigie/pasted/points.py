"""« 🔹 » at the head of a line or in the middle of a paragraph: the points of a list; other pictures go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vigie.pasted.prose import KEPT
from vigie.pasted.signs import (
    AFTER_SENTENCE,
    CLOSING_DASH,
    DASH_POINT,
    SIGN,
    TYPED_POINT,
    is_point,
    number_of,
    without_loose_tails,
)

_BLANKS = " \t\u00a0"
_HEAD = re.compile(r"(?P<before>[ \t\u00a0]*(?:>[ ]?)*)(?P<mark>(?:[-*+]|\d+[.)])[ \t]+)?(?P<strong>\*{1,3}|_{1,3})?")
_SENTENCE_END = re.compile(r"[.!?…»)]['\"*_]*\Z")
LIST_LINE = re.compile(r"\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+\S")
HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s|$)|\s{0,3}#{2,6}\S")


@dataclass
class _Pieces:
    """What a line becomes: paragraphs and points, in order."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def close(self, mark: str, text: str) -> None:
        if text.strip():
            self.found.append((mark, _tidy(text)))


def lists(text: str) -> tuple[str, list[str]]:
    """``text``, masked, with its lists as Markdown; and the last point of each list made from inside a paragraph."""
    written: list[str] = []
    doubtful: list[str] = []
    made_point = False
    lines = text.split("\n")
    dashes = _dash_points(lines)
    for index, line in enumerate(lines):
        pieces = _pieces(line, dash=index in dashes)
        if pieces is None:
            if made_point and line.strip() and not LIST_LINE.match(line) and line[:1] not in " \t":
                written.append("")
            written.append(line)
            made_point = made_point and bool(line.strip()) and LIST_LINE.match(line) is not None
            continue
        for rank, (mark, words) in enumerate(pieces):
            if written and written[-1].strip() and (rank or made_point) and not (mark and LIST_LINE.match(written[-1])):
                written.append("")
            written.append(f"{mark}{words}")
        made_point = bool(pieces and pieces[-1][0])
        if len(pieces) > 1 and made_point:
            doubtful.append(pieces[-1][1])
        if not pieces:
            written.append("")
    return "\n".join(written), doubtful


def _pieces(line: str, *, dash: bool) -> list[tuple[str, str]] | None:
    """The paragraphs (no mark) and points of a line; None when it stays as it is."""
    if "|" in line and line.strip().startswith("|"):
        return None  # in a table, ✔ is the answer
    if HEADING.match(line):
        words = _tidy(SIGN.sub(_dropped, line))
        return [("", words)] if words != line else None
    parts = AFTER_SENTENCE.split(line) if line.count("[") == line.count("]") else [line]
    if len(parts) == 1 and not SIGN.search(line) and not _typed(line) and not dash:
        return None
    found: list[tuple[str, str]] = []
    for rank, part in enumerate(parts):
        found += _split(part, first=rank == 0, dash=dash and rank == 0)
    return found


def _typed(line: str) -> bool:
    return TYPED_POINT.match(line.lstrip(_BLANKS)) is not None


def _dash_points(lines: Sequence[str]) -> frozenset[int]:
    """The lines whose dash begins a point: after « : », or beside another point, and with no second dash."""
    written = [(index, line.strip(_BLANKS)) for index, line in enumerate(lines) if line.strip()]
    begins = [_begins_point(line) for _index, line in written]
    found: set[int] = set()
    for rank, (index, line) in enumerate(written):
        if (mark := DASH_POINT.match(line)) is None or CLOSING_DASH.search(line, mark.end()):
            continue
        after_colon = rank > 0 and written[rank - 1][1].endswith(":")
        beside = (rank > 0 and begins[rank - 1]) or (rank + 1 < len(begins) and begins[rank + 1])
        if after_colon or beside:
            found.add(index)
    return frozenset(found)


def _begins_point(line: str) -> bool:
    sign = SIGN.match(line)
    pictured = sign is not None and (sign["keycap"] is not None or is_point(sign.group()))
    return pictured or any(pattern.match(line) is not None for pattern in (DASH_POINT, TYPED_POINT, LIST_LINE))


def _split(line: str, *, first: bool, dash: bool) -> list[tuple[str, str]]:
    head = _HEAD.match(line)
    if head is None:  # it matches nothing at all too
        return [("", line)]
    before, mark, strong = head["before"] or "", head["mark"] or "", head["strong"] or ""
    rest = line[head.end() :]
    if typed := ((DASH_POINT if dash else TYPED_POINT).match(rest) if not mark else None):
        mark, rest = "- ", rest[typed.end() :]
    pieces = _Pieces()
    current, position = "", 0
    current_mark = mark
    for sign in SIGN.finditer(rest):
        words = current + rest[position : sign.start()]
        after = rest[sign.end() :].lstrip(" \u00a0\u202f*_")
        position = sign.end()
        role = _role(sign, words, after, strong)
        if role is None:
            current = _joined(words, sign, rest[position:])
        elif not words.strip() and current_mark and role != "":
            current = ""  # « - 🔹 mot »: the point is there already
        else:
            pieces.close(current_mark, words)
            current, current_mark = "", role
    pieces.close(current_mark, current + rest[position:])
    indent = before if first else ""
    return [
        ((indent if mark_ and ">" in indent else _indent(indent)) + mark_, (strong if rank == 0 else "") + words)
        for rank, (mark_, words) in enumerate(pieces.found)
    ]


def _indent(before: str) -> str:
    return before if ">" in before or not before.strip(" ") else ""


def _role(sign: re.Match[str], words: str, after: str, strong: str) -> str | None:
    """« - » or « 1. » when a point begins here, "" when a paragraph does, None when the sign only goes."""
    inside = words.count("[") > words.count("]") or (strong + words).count("**") % 2
    begins = not words.strip(" \u00a0\u202f")
    if inside and not (begins and strong):
        return None
    if sign["keycap"]:
        return f"{number_of(sign['keycap'])}. " if begins or words[-1:].isspace() else None
    if is_point(sign.group()) and after:
        return "- " if begins or words[-1:] in " \u00a0\u202f\t" else None
    if not begins and _SENTENCE_END.search(words.rstrip()) and after[:1].isupper():
        return ""
    return None


def _joined(words: str, sign: re.Match[str], after: str) -> str:
    kept = number_of(sign["keycap"]) if sign["keycap"] else ""
    glued = words[-1:].isalnum() and after[:1].isalnum()
    return words + (kept or (" " if glued else ""))


def _dropped(sign: re.Match[str]) -> str:
    return number_of(sign["keycap"]) if sign["keycap"] else " "


def _tidy(words: str) -> str:
    """No space at the ends nor twice, where a picture was."""
    return re.sub(r"(?<=\S)[ ]{2,}(?=\S)", " ", without_loose_tails(words)).strip(" \t\u00a0\u202f")


def lines_with_points(lines: Sequence[str]) -> list[int]:
    """The indexes of the lines of a published text that still have a picture as the point of a list, or a typed point."""
    dashes = _dash_points(lines)
    return [index for index, line in enumerate(lines) if _has_point(line, dash=index in dashes)]


def _has_point(line: str, *, dash: bool) -> bool:
    if line.strip().startswith("|") or HEADING.match(line):
        return False
    return (
        dash
        or _typed(line)
        or any(sign["keycap"] or is_point(sign.group()) for sign in SIGN.finditer(line.replace(KEPT, "x")))
    )

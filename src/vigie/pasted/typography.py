"""French spacing, quotation marks and apostrophes. Lines that hold Arabic or Hebrew are left alone."""

from __future__ import annotations

import re

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SPACE = "[ \u00a0\u202f\u2009]"
_WORD_END = r"(?:(?<=[^\W_])|(?<=[)»\]%”…’\0*]))"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"«{_SPACE}*(?=[^\s»])"), "«\u00a0"),
    (re.compile(rf"(?<=[^\s«]){_SPACE}*»"), "\u00a0»"),
    (re.compile(rf"(?<=[^\s|>#]){_SPACE}+:(?=\s|$|[*_»\")\0])"), "\u00a0:"),
    (re.compile(rf"{_WORD_END}:(?=[ \t]|$|\*)"), "\u00a0:"),
    (re.compile(rf"(?<=[^\s|>#«(¿¡]){_SPACE}+([;!?]+)(?=\s|$|[»)*_\"\0.,…])"), "\u202f\\1"),
    (re.compile(rf"{_WORD_END}([;!?]+)(?=\s|$|[»)*_\"])"), "\u202f\\1"),
    (re.compile(rf"(?<=\d){_SPACE}*%(?!\w)"), "\u00a0%"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W_]|[\0\[*_«])"), "’"),
    (re.compile("(?<=\\d)[\u2000-\u200a](?=\\d{3}(?!\\d))"), "\u202f"),
    (re.compile(r"(?<=\w) +([,.])(?=\s|$)"), r"\1"),
)
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE = set(" \u00a0\u202f(\u2014\u2013[{’'*_|/\0\t")
_AFTER = set(" \u00a0\u202f.,;:!?)]}…*_|/—–\0\t")


def french(text: str) -> str:
    """``text``, masked, with French spacing on each line."""
    return "\n".join(french_line(line) for line in text.split("\n"))


def french_line(line: str) -> str:
    """One line."""
    if _RTL.search(line):
        return line
    line = _guillemets(_guillemets(line, '"', '"'), "“", "”")
    for pattern, by in _RULES:
        line = pattern.sub(by, line)
    return line if "|" in line else _DOUBLE.sub(" ", line)


def _guillemets(line: str, opening: str, closing: str) -> str:
    """Quotation marks as « », when each one of the line has surely its own, outside « »."""
    if opening not in line:
        return line
    places = [n for n, sign in enumerate(line) if sign in (opening, closing)]
    if not places or len(places) % 2:
        return line
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if not all(_opens(line, a, opening) and _closes(line, b, closing) for a, b in pairs):
        return line
    if any(line.count("«", 0, place) != line.count("»", 0, place) for place in places):
        return line
    signs = list(line)
    for first, last in pairs:
        signs[first], signs[last] = "«\u00a0", "\u00a0»"
    return "".join(signs)


def _opens(line: str, place: int, sign: str) -> bool:
    return (
        line[place] == sign and (place == 0 or line[place - 1] in _BEFORE) and not line[place + 1 : place + 2].isspace()
    )


def _closes(line: str, place: int, sign: str) -> bool:
    after = line[place + 1 : place + 2]
    return line[place] == sign and not line[place - 1].isspace() and (not after or after in _AFTER)


def unpaired_quotes(line: str) -> bool:
    """Whether a straight quotation mark stays after the mend, outside Arabic."""
    return '"' in french_line(line) and not _RTL.search(line)

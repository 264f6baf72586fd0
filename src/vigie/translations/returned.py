"""A sheet that came back by mail: quoted, wrapped, signed, sent twice; what was written under each part is found again.

Nothing is guessed: what cannot be read is told with its line, and nothing is lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vigie.problems import Problem
from vigie.translations.sheet import NAMES, REREAD

_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that programs add to show two directions on one line; the site isolates by itself and refuses them."""
_SAME = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‐‑–—\u00a0\u202f＝＃［］", "01234567890123456789----  =#[]")
"""What keyboards and programs write for the signs of a mark, one for one: places stay the same."""
_OPEN, _CLOSE = r"(?:\[\[|\]\])\s*", r"\s*(?:\[\[|\]\])"
_HEAD = re.compile(
    rf"{_OPEN}vigie\s+(?P<lang>[a-z]{{2}})\s+(?P<name>[a-z0-9/_-]+)\s+(?P<code>[0-9A-HJKMNP-TV-Z]{{10}}){_CLOSE}",
    re.IGNORECASE,
)
_PART = r"(?P<part>[a-z0-9-]+(?:\.[a-z_]+)?)(?:\s*<https?://[^<>\s]*>)?"
"""A section, or a record and its field, of which some programs make an address: ``x.name <http://x.name>``."""
_MARK = re.compile(rf"{_OPEN}(?:\#\s*{_PART}|(?P<answer>=)|(?P<end>fin)){_CLOSE}", re.IGNORECASE)
_QUOTES = re.compile(r"(?:[ \t]?>)*")
_YES = frozenset({"oui", "نعم", "yes", "si", "sí", "да", "так", "da", "هو"})
_IDS = {name: id_ for id_, name in NAMES.items()}
_CUT_LINK = re.compile(r'\]\([^()\s"]*(?:[ \t]*\n[ \t]*[^()\s"]+)+\)')
_NO = frozenset({"non", "pas", "no", "not", "لا", "لم", "ليس"})
_DOUBLED = re.compile(r"\]\((?P<address>[^()\s<>]+)\s*<(?P=address)>\)")
"""An address that a mail program wrote twice."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Returned:
    """What a sheet brought back: the page, the code of the French that it showed, the words by part; empty ones are left out.

    ``reread``: its author says to have read the whole text again, in their mother tongue.
    """

    lang: str
    name: str
    code: str
    parts: dict[str, str]
    reread: bool = False
    french: dict[str, str] = field(default_factory=dict)
    """The French of each part as the sheet showed it."""


def read_sheet(text: str, path: str, yes: str = "") -> tuple[Returned | None, list[Problem]]:
    """What a volunteer sent back; every part without end or without answer is told on its line.

    ``yes``: how the volunteer's language says it, beside those that are known.
    """
    lines = _BIDI.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    heads = _heads(lines)
    if not heads:
        mend = "gardez la première ligne de la fiche, entre [[ et ]]"
        return None, [Problem(path, 1, "ce n’est pas une fiche de traduction, ou sa première ligne manque", mend)]
    ends = [*(line for _depth, line in heads[1:]), len(lines)]
    read = [
        (depth, _read(_unquoted(lines[start:end], depth), start, path, yes))
        for (depth, start), end in zip(heads, ends, strict=True)
    ]
    filled = [one for one in read if one[1][0].parts] or read[:1]
    least = min(depth for depth, _one in filled)
    nearest = [one for depth, one in filled if depth == least]
    returned, problems = nearest[0]
    if len(nearest) > 1:
        what = "il y a plusieurs fiches remplies dans ce message"
        problems = [*problems, Problem(path, heads[1][1] + 1, what, "gardez-en une par fichier")]
    if not returned.parts and not problems:
        problems = [Problem(path, 1, "cette fiche est vide", "écrivez la traduction sous chaque [[=]]")]
    return returned, problems


def _heads(lines: list[str]) -> list[tuple[int, int]]:
    """Of each sheet of the mail: how deep it is quoted, and on which line it begins (a program may cut its mark in two)."""
    found = []
    for number, line in enumerate(lines):
        if re.search(r"(?:\[\[|\]\]|［［)\s*vigie\b", line.translate(_SAME), re.IGNORECASE):
            depth = _depth(line)
            if _HEAD.search("\n".join(_unquoted(lines[number : number + 4], depth)).translate(_SAME)):
                found.append((depth, number))
    return found


def _depth(line: str) -> int:
    return _QUOTES.match(line)[0].count(">")  # type: ignore[index] # it matches nothing, too


def _unquoted(lines: list[str], depth: int) -> list[str]:
    """Without the quotation signs that a mail put before the sheet; deeper ones are the text's own."""
    if not depth:
        return lines
    return [re.sub(rf"\A(?:[ \t]?>){{1,{depth}}} ?", "", line) for line in lines]


def _read(lines: list[str], before: int, path: str, yes: str) -> tuple[Returned, list[Problem]]:
    """One sheet, whose first line is ``before`` + 1 of the file."""
    text = "\n".join(lines).replace("\u00a0", " ")
    head = _HEAD.search(text.translate(_SAME))
    assert head is not None  # noqa: S101 - found before
    parts: dict[str, str] = {}
    french: dict[str, str] = {}
    problems: list[Problem] = []
    ended = False
    for part, shown, words, line in _answers(text, head.end()):
        place = before + line
        if part is None:
            ended = True
        elif words is None:
            what = f"la partie « {part} » a perdu son [[=]]"
            problems.append(Problem(path, place, what, "remettez-le sous le français"))
        elif _IDS.get(part, part) in parts:
            problems.append(Problem(path, place, f"la partie « {part} » est là deux fois", "gardez-en une"))
        else:
            parts[_IDS.get(part, part)] = words
            french[_IDS.get(part, part)] = shown
    if not ended:
        what = "la fin [[fin]] manque : la fiche est peut-être coupée"
        problems.append(Problem(path, before + len(lines), what, "renvoyez-la entière"))
    reread = _says_yes(parts.pop(REREAD, ""), yes)
    lang, name, code = head["lang"].lower(), head["name"].lower(), head["code"].upper()
    return Returned(lang, name, code, {id_: words for id_, words in parts.items() if words}, reread, french), problems


def _answers(text: str, start: int) -> Iterator[tuple[str | None, str, str | None, int]]:
    """Each part, the French shown, its answer (None: it has none) and its line; last, no part at all once the end is there.

    Words on the line of a mark are words too: a phone often writes after it, not under it.
    """
    marks = list(_MARK.finditer(text.translate(_SAME), start))
    for number, mark in enumerate(marks):
        if mark["end"]:
            yield None, "", None, 0
            return
        if mark["part"] is None:
            continue
        inside = [next((m for m in marks[number + 1 :] if not m["answer"]), None), *marks[number + 1 : number + 2]]
        until = inside[0].start() if inside[0] else len(text)
        answer = inside[1] if len(inside) > 1 and inside[1] and inside[1]["answer"] else None
        shown = text[mark.end() : answer.start() if answer else until].strip()
        line = text.count("\n", 0, mark.start()) + 1
        yield mark["part"].lower(), shown, _cleaned(text[answer.end() : until]) if answer else None, line


def _cleaned(words: str) -> str:
    """Without the spaces that a mail leaves around lines, nor a mark written twice; addresses cut in two are whole again."""
    words = re.sub(rf"{_OPEN}={_CLOSE}", "", words)
    words = _CUT_LINK.sub(lambda link: re.sub(r"\s+", "", link[0]), words)
    words = _DOUBLED.sub(r"](\g<address>)", words)
    return "\n".join(line.rstrip() for line in words.split("\n")).strip("\n \t")


def _says_yes(words: str, yes: str) -> bool:
    """« oui », wherever it stands (« I did, yes »), unless something is denied too."""
    said = {word.casefold() for word in _WORD.findall(words)}
    return bool(said & ({*_YES, yes.casefold()} - {""})) and not said & _NO

"""The bilingual sheet of one task: text that a volunteer fills in a mail, on a phone, without Git; read back by the tool.

Each part to translate stands between marks that survive a mail: ``[[#droits]]``, the French, ``[[=]]``, then the words asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vigie.borrowed import unmarked
from vigie.interface import Interface
from vigie.problems import Problem
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section

_HEAD = re.compile(
    r"\[\[\s*vigie\s+(?P<lang>[a-z]{2})\s+(?P<name>[a-z0-9/_-]+)\s+(?P<code>[0-9A-HJKMNP-TV-Z]{10})\s*\]\]"
)
_PART = re.compile(r"\[\[\s*#(?P<id>[a-z0-9-]+)\s*\]\]")
_ANSWER = re.compile(r"\[\[\s*=\s*\]\]")
_END = re.compile(r"\[\[\s*fin\s*\]\]")
_QUOTE = re.compile(r"^(?:[ \t]?>)+[ \t]?")
_HEADING = re.compile(r"^[ \t]*#{0,6}[ \t]*(?P<words>.*?)[ \t]*(?:\{[^{}]*\})?[ \t]*$")
_NAMES = {TITLE: "titre", DESCRIPTION: "description", OPENING: "debut"}
_IDS = {name: id_ for id_, name in _NAMES.items()}
"""Names of the parts without heading, in signs that every keyboard has; a section may not bear them (see ``RESERVED``)."""
RESERVED = frozenset(_IDS)


@dataclass(frozen=True)
class Task:
    """One part to translate: the French of today, and the words of the translation when there are some already."""

    french: Section
    current: str = ""


@dataclass(frozen=True)
class Returned:
    """What a sheet brought back: the page, the code of the French that it showed, the words by part; empty ones are left out."""

    lang: str
    name: str
    code: str
    parts: dict[str, str]


def sheet_text(lang: str, name: str, code: str, tasks: Iterable[Task], t: Interface) -> str:
    """The sheet, with its instructions in the volunteer's language (``t``)."""
    lines = [f"[[vigie {lang} {name} {code}]]", "", unmarked(t("sheet_intro")), unmarked(t("sheet_rules")), ""]
    for task in tasks:
        lines += [f"[[#{_NAMES.get(task.french.id, task.french.id)}]]", task.french.text, "[[=]]", task.current, ""]
    return "\n".join([*lines, "[[fin]]", ""])


def read_sheet(text: str, path: str) -> tuple[Returned | None, list[Problem]]:
    """What a volunteer sent back, quoted by a mail or not; every part without end or without answer is told on its line."""
    lines = [
        _QUOTE.sub("", line.replace("\u00a0", " "))
        for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    ]
    head = next((m for line in lines if (m := _HEAD.search(line))), None)
    if head is None:
        mend = "gardez la première ligne de la fiche, entre [[ et ]]"
        return None, [Problem(path, 1, "ce n’est pas une fiche de traduction, ou sa première ligne manque", mend)]
    problems: list[Problem] = []
    parts: dict[str, list[str]] = {}
    current: str | None = None
    answering = False
    begun = 1
    for number, line in enumerate(lines, start=1):
        if found := _PART.search(line):
            problems += _unanswered(path, current, begun, answering=answering)
            current, begun, answering = _IDS.get(found["id"], found["id"]), number, False
            if current in parts:
                problems.append(Problem(path, number, f"la partie « {found['id']} » est là deux fois", "gardez-en une"))
        elif _ANSWER.search(line) and current is not None:
            answering = True
            parts.setdefault(current, [])
        elif _END.search(line):
            break
        elif answering and current is not None:
            parts[current].append(line)
    else:
        problems.append(
            Problem(path, len(lines), "la fin [[fin]] manque : la fiche est peut-être coupée", "renvoyez-la entière")
        )
    problems += _unanswered(path, current, begun, answering=answering)
    filled = {id_: words for id_, found in parts.items() if (words := "\n".join(found).strip())}
    if not filled and not problems:
        problems.append(Problem(path, 1, "cette fiche est vide", "écrivez la traduction sous chaque [[=]]"))
    return Returned(head["lang"], head["name"], head["code"], filled), problems


def _unanswered(path: str, current: str | None, begun: int, *, answering: bool) -> list[Problem]:
    if current is None or answering:
        return []
    return [
        Problem(
            path,
            begun,
            f"la partie « {_NAMES.get(current, current)} » a perdu son [[=]]",
            "remettez-le sous le français",
        )
    ]


def with_heading(words: str, french: Section) -> str:
    """The words of a section under the heading's own signs: level, id and mark are those of the French."""
    first, _, rest = french.text.partition("\n")
    shape = re.match(r"(#{2,6}) .*?(\{[^{}]*\})\s*$", first)
    if shape is None:
        return words
    own, _, below = words.partition("\n")
    match = _HEADING.match(own)
    heading = f"{shape.group(1)} {match['words'] if match else own} {shape.group(2)}"
    return f"{heading}\n\n{below.strip()}".rstrip() if rest.strip() or below.strip() else heading


def merged_body(current: Iterable[Section], french: Iterable[Section], returned: dict[str, str]) -> str:
    """The body of the translation once ``returned`` is in it: the sections in the order of the French.

    A section that nobody has translated yet is left out (readers get the French there); one that the French has no more goes.
    """
    own = {section.id: section.text for section in current}
    written = []
    for section in french:
        if section.id in (TITLE, DESCRIPTION):
            continue
        if section.id in returned:
            written.append(
                with_heading(returned[section.id], section) if section.id != OPENING else returned[section.id]
            )
        elif section.id in own:
            written.append(own[section.id])
    return "\n\n".join(written) + "\n"

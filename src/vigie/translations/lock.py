"""``data/translations.lock.jsonl``: the French texts that translations were made from, kept by code.

Written by the tool, never by hand: so that « what changed? » is answered without git, in a shallow clone, in a zip.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from vigie.problems import Problem
from vigie.reading import read_text
from vigie.records import Record
from vigie.translations.pins import code_of
from vigie.translations.sections import Section
from vigie.values import Day, PinCode

LOCK = "data/translations.lock.jsonl"
_REMADE = "ce fichier est écrit par l’outil : reprenez-le de l’historique, ou du projet d’origine"
Hash = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{16}$")]


class PinnedPart(Record):
    """One part of a French text, as it was."""

    id: str
    text: str
    critical: bool = False


class PinnedText(Record):
    """A French text as it was when it was translated: the page's name, its parts in order.

    ``on``: the first day on which a translation was said to follow it; None when nobody wrote it down.
    """

    page: str
    on: Day | None = None
    parts: tuple[PinnedPart, ...]


class Minor(Record):
    """A change of one French part that no translation has to follow, and why."""

    page: str
    part: str
    before: Hash
    after: Hash
    reason: str


class PinnedLine(PinnedText):
    """A line of the file that keeps a text."""

    code: PinCode


class MinorLine(Record):
    """A line of the file that keeps a change needless to follow."""

    minor: Minor


@dataclass(frozen=True)
class Lock:
    """All pinned texts, by code, and the changes declared needless to follow."""

    texts: Mapping[str, PinnedText] = field(default_factory=dict)
    minor: tuple[Minor, ...] = ()

    def with_text(self, page: str, sections: Iterable[Section], on: datetime.date | None = None) -> tuple[Lock, str]:
        """The lock with the text of ``page`` as it is in ``sections``, and the code of that text.

        A text already there is kept, with its day, which says since when a translation has not moved, and with the links
        and lists that it had: those of the translations that follow it.
        """
        sections = tuple(sections)
        code = code_of(sections)
        if known := self.texts.get(code):
            kept = known if known.on else known.model_copy(update={"on": on})
            return replace(self, texts={**self.texts, code: kept}), code
        parts = tuple(PinnedPart(id=s.id, text=s.text, critical=s.critical) for s in sections)
        text = PinnedText(page=page, on=on, parts=parts)
        return replace(self, texts={**self.texts, code: text}), code

    def keeping(self, codes: Collection[str]) -> Lock:
        """Without the texts that no translation refers to any more."""
        return replace(self, texts={code: text for code, text in self.texts.items() if code in codes})

    def same(self, before: str, after: str) -> bool:
        """Whether the parts of hashes ``before`` and ``after`` say the same, through changes declared minor."""
        reached, waiting = {before}, [before]
        while waiting:
            here = waiting.pop()
            for change in self.minor:
                for one, other in ((change.before, change.after), (change.after, change.before)):
                    if one == here and other not in reached:
                        reached.add(other)
                        waiting.append(other)
        return after in reached


def sections_in(text: PinnedText) -> tuple[Section, ...]:
    """The parts of a pinned text."""
    return tuple(Section(part.id, part.text, part.critical) for part in text.parts)


def lock_text(lock: Lock) -> str:
    """The file's text: a line for each text, by page, then one for each minor change; so two people's changes rarely meet."""
    texts = sorted(lock.texts.items(), key=lambda item: (item[1].page, item[0]))
    lines = [{"code": code, **text.model_dump(mode="json", exclude_defaults=True)} for code, text in texts]
    lines += [{"minor": change.model_dump()} for change in lock.minor]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def load_lock(root: Path) -> tuple[Lock, list[Problem]]:
    """The lock of the project at ``root``, empty when there is none; a text that is not that of its code is told."""
    if not (root / LOCK).exists():
        return Lock(), []
    text, problems = read_text(root / LOCK, root)
    if problems:
        return Lock(), problems
    return parse_lock(text)


def parse_lock(text: str) -> tuple[Lock, list[Problem]]:
    """The lock written in ``text``; a line that two people wrote alike counts once, the first day of a text is kept."""
    texts: dict[str, PinnedText] = {}
    minor: dict[Minor, None] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        read = _read(line)
        if read is None:
            marks = line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
            what = "deux changements de ce fichier se croisent" if marks else "cette ligne ne se lit pas"
            mend = "gardez toutes les lignes des deux côtés, ôtez les trois marques" if marks else _REMADE
            problems.append(Problem(LOCK, number, what, mend))
        elif isinstance(read, Minor):
            minor[read] = None
        else:
            code, pinned = read
            if code_of(sections_in(pinned)) != code:
                what = f"le texte gardé sous le code {code} n’est plus celui qui a été traduit"
                problems.append(Problem(LOCK, number, what, _REMADE))
            known = texts.get(code)
            texts[code] = min((pinned, known), key=_day) if known else pinned
    return Lock(texts, tuple(minor)), problems


def _day(pinned: PinnedText) -> datetime.date:
    return pinned.on or datetime.date.max


def _read(line: str) -> tuple[str, PinnedText] | Minor | None:
    try:
        found = json.loads(line)
        if not isinstance(found, dict):
            return None
        if "minor" in found:
            return MinorLine.model_validate_json(line).minor
        read = PinnedLine.model_validate_json(line)
    except (json.JSONDecodeError, ValidationError, RecursionError):
        return None
    return read.code, PinnedText(page=read.page, on=read.on, parts=read.parts)

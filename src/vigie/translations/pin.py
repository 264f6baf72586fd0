"""What the commands change: the code in a translation's header, the lock, the changes declared minor. Text in, text out."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vigie.languages import SOURCE
from vigie.translations.facts import facts_in
from vigie.translations.lock import Lock, Minor, PinnedText
from vigie.translations.pins import hash_of, normalised
from vigie.translations.record_text import written
from vigie.translations.sections import Section
from vigie.translations.status import compared, moved_to_now

_SOURCE = re.compile(r"(?P<before>\bsource:[ \t]*)(?P<code>null|~|\"?[0-9A-HJKMNP-TV-Z]{10}\"?)(?=[ \t]*(?:[,}#\n]|$))")
_FIXED = re.compile(r"contact:[\w-]+|\d+")
"""What a change without consequence never touches, however it is written."""


@dataclass(frozen=True)
class Refused(Exception):
    """Why a command does nothing, in French, with what to do."""

    what: str


def with_source(text: str, code: str) -> str | None:
    """The file's ``text`` with ``code`` in its header; None when the header has no ``source`` to replace."""
    end = text.find("\n---", 3)
    header = text[: end if end > 0 else 0]
    changed, count = _SOURCE.subn(lambda m: m["before"] + written(code), header, count=1)
    return changed + text[len(header) :] if count else None


def with_header_words(text: str, words: dict[str, str]) -> str:
    """The file's ``text`` with other words for keys of its header (``title``, ``description``), quoted."""
    end = text.find("\n---", 3) + 1
    header, rest = text[:end], text[end:]
    for key, value in words.items():
        found = re.search(rf"^{key}:.*\n(?:[ \t]+.*\n)*", header, flags=re.MULTILINE)
        if found:
            header = f"{header[: found.start()]}{key}: {quoted(' '.join(value.split()))}\n{header[found.end() :]}"
    return header + rest


def quoted(words: str) -> str:
    """``words`` as YAML reads them back, on one line: what JSON writes is YAML."""
    return json.dumps(words, ensure_ascii=False)


def done(
    lock: Lock,
    name: str,
    code: str | None,
    french: tuple[Section, ...],
    only: str | None = None,
    on: datetime.date | None = None,
) -> tuple[Lock, str]:
    """The lock and the new code of a translation of ``name``, made from ``code``, once it follows the French of today.

    ``only``: one part of it, the others stay what they were (nobody said of which French, when there is no code yet).
    """
    if only is None:
        return lock.with_text(name, french, on)
    pinned = lock.texts.get(code or "") or PinnedText(page=name, parts=())
    known = {part.id for part in pinned.parts} | {part.id for part in french}
    if only not in known:
        raise Refused(f"la section « {only} » n’existe pas ; sections : {', '.join(sorted(known))}")
    return lock.with_text(name, moved_to_now(pinned, french, only), on)


def minor(
    lock: Lock, page: str, french: tuple[Section, ...], codes: Iterable[str], reason: str, only: str | None = None
) -> tuple[Lock, tuple[str, ...]]:
    """The lock once the changes of ``page`` since ``codes`` are declared minor, and the parts that they touch.

    ``Refused`` when nothing changed, or when a change is not minor: a number, a helpline, a part added or removed.
    """
    found: dict[tuple[str, str], Minor] = {}
    for code in codes:
        for part in compared(lock.texts[code], french, lock):
            if part.change == "unchanged" or (only and part.id != only):
                continue
            if part.before is None or part.now is None:
                raise Refused(f"la partie « {part.id} » a été ajoutée ou ôtée : ce n’est pas mineur, elle se traduit")
            if _fixed(part.before) != _fixed(part.now):
                raise Refused(
                    f"dans la partie « {part.id} », un nombre, une date ou un numéro d’aide a changé : elle se traduit"
                )
            before, after = hash_of(part.before.text), hash_of(part.now.text)
            found[before, after] = Minor(page=page, part=part.id, before=before, after=after, reason=reason)
    if not found:
        raise Refused("aucune partie de cette page n’a changé depuis ses traductions")
    parts = tuple(dict.fromkeys(change.part for change in found.values()))
    return replace(lock, minor=(*lock.minor, *found.values())), parts


def _fixed(section: Section) -> list[str]:
    """A helpline, and every number, date, amount, article of law, in digits or in letters (« un » is an article)."""
    text = normalised(section.text)
    facts = (f for f in facts_in(text, SOURCE) if not (f.in_letters and f.value == "1"))
    return sorted([*_FIXED.findall(text), *(f"{fact.kind} {fact.value} {fact.unit}" for fact in facts)])

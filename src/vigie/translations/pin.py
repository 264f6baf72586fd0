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
from vigie.translations.status import PartStatus, compared, moved_to_now

_SOURCE = re.compile(r"(?P<before>\bsource:[ \t]*)(?P<code>null|~|\"?[0-9A-HJKMNP-TV-Z]{10}\"?)(?=[ \t]*(?:[,}#\n]|$))")
_FIXED = re.compile(
    r"contact:[\w-]+|(?-i:\b[IVXLCDM]{2,}\b)"
    r"|\b(?:ne|pas|jamais|plus|moins|sans|sauf|aucune?|ni|seulement|interdite?s?|obligatoires?)\b|\bn'"
    r"|\b(?:moitiés?|tiers|quarts?|double|triple|dizaines?|douzaines?|vingtaines?|trentaines?|centaines?|milliers?)\b",
    re.IGNORECASE,
)
"""What a change without consequence never touches, however it is written."""


class Refused(Exception):
    """Why a command does nothing, in French, with what to do: ``what``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


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


@dataclass(frozen=True)
class Declared:
    """The lock once changes are declared minor, and the parts that they touch, each as it was and as it is."""

    lock: Lock
    parts: tuple[PartStatus, ...]


def minor(
    lock: Lock,
    page: str,
    french: tuple[Section, ...],
    codes: Iterable[str],
    reason: str,
    only: str | None = None,
    *,
    whole: bool = False,
) -> Declared:
    """The changes of ``page`` since ``codes`` declared minor: those of the part ``only``, or of the one that changed.

    ``whole``: all that changed, as in a record, which was named itself.

    ``Refused`` when nothing changed, when several parts did and none is named, when a part that can hurt is not named,
    or when a change is not minor: a number, a helpline, a negation, a part added or removed.
    """
    ids = {part.id for part in french} | {part.id for code in codes for part in lock.texts[code].parts}
    if only and only not in ids:
        raise Refused(f"la section « {only} » n’existe pas ; sections : {', '.join(sorted(ids))}")
    found: dict[tuple[str, str], PartStatus] = {}
    for code in codes:
        for part in compared(lock.texts[code], french, lock):
            if part.change == "unchanged" or (only and part.id != only):
                continue
            if part.before is None or part.now is None:
                raise Refused(f"la partie « {part.id} » a été ajoutée ou ôtée : ce n’est pas mineur, elle se traduit")
            if _fixed(part.before) != _fixed(part.now):
                raise Refused(
                    f"dans la partie « {part.id} », un nombre, une date, un numéro d’aide ou une négation a changé : "
                    "elle se traduit"
                )
            found[hash_of(part.before.text), hash_of(part.now.text)] = part
    if not found:
        raise Refused("aucune partie n’a changé de mots depuis ses traductions")
    parts = {part.id: part for part in found.values()}
    if only is None and not whole and (len(parts) > 1 or any(part.critical for part in parts.values())):
        raise Refused(f"dites laquelle, après un # : {', '.join(parts)}")
    changes = tuple(
        Minor(page=page, part=part.id, before=before, after=after, reason=reason)
        for (before, after), part in found.items()
    )
    return Declared(replace(lock, minor=(*lock.minor, *changes)), tuple(parts.values()))


def _fixed(section: Section) -> list[str]:
    """In order: helplines, numbers, dates, amounts, articles of law, in digits or in letters, and what turns a sentence round.

    « un » alone is an article; « un mois » is a time limit.
    """
    text = normalised(section.text)
    facts = (f for f in facts_in(text, SOURCE) if not (f.in_letters and f.value == "1" and f.unit is None))
    return [*(found.casefold() for found in _FIXED.findall(text)), *(f"{f.kind} {f.value} {f.unit}" for f in facts)]

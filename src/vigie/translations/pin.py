"""What the commands change: the code in a translation's header, the lock, the changes declared minor. Text in, text out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vigie.documents import Document
from vigie.languages import SOURCE
from vigie.placeholders import TO_TRANSLATE
from vigie.translations.facts import facts_in
from vigie.translations.lock import Lock, Minor
from vigie.translations.pins import hash_of, normalised
from vigie.translations.record_text import written
from vigie.translations.sections import Section
from vigie.translations.status import compared, moved_to_now

_SOURCE = re.compile(r"(?P<before>\bsource:[ \t]*)(?P<code>null|~|\"?[0-9A-HJKMNP-TV-Z]{10}\"?)(?=[ \t]*(?:[,}#\n]|$))")
_KEY = re.compile(r"^(?P<key>[a-z_]+):.*\n?(?:[ \t]+.*\n?|\n)*", re.MULTILINE)
"""A key of a header with the lines under it."""
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
        quoted = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
        found = re.search(rf"^{key}:.*\n(?:[ \t]+.*\n)*", header, flags=re.MULTILINE)
        if found:
            header = f'{header[: found.start()]}{key}: "{quoted}"\n{header[found.end() :]}'
    return header + rest


def done(
    lock: Lock,
    name: str,
    code: str | None,
    french: tuple[Section, ...],
    only: str | None = None,
    on: datetime.date | None = None,
) -> tuple[Lock, str]:
    """The lock and the new code of a translation of ``name``, made from ``code``, once it follows the French of today.

    ``only``: one part of it, the others stay what they were.
    """
    if only is None:
        return lock.with_text(name, french, on)
    pinned = lock.texts.get(code or "")
    if pinned is None:
        raise Refused("cette traduction n’a pas encore de code : sans #section d’abord, pour toute la page")
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


def blank_translation(text: str, french: Document) -> str:
    """A file to translate, from the ``text`` of a French one: its header, then every block marked « À TRADUIRE »."""
    header = text.split("\n---", 1)[0].removeprefix("---").strip("\n")
    kept = [
        _blank_key(match["key"], match[0].rstrip("\n"))
        for match in _KEY.finditer(header)
        if match["key"] not in ("translation", "draft")
    ]
    lines = ["---", *kept, "translation: {source: null, state: draft, method: human}", "---"]
    body = "\n\n".join(_to_translate(block) for block in re.split(r"\n{2,}", french.body.strip()))
    return "\n".join(lines) + f"\n\n{body}\n"


def _blank_key(key: str, written: str) -> str:
    if key == "legal_review":
        return "legal_review: null"
    if key not in ("title", "description"):
        return written
    words = re.sub(r"\s+", " ", written.partition(":")[2]).strip().strip("\"'")
    return f'{key}: "{TO_TRANSLATE} : {words}"'


def _to_translate(block: str) -> str:
    """A block of Markdown with its mark after the signs that open it; markers and rules are nobody's words."""
    if block.startswith("<!--") or not re.search(r"\w", block):
        return block
    return re.sub(r"\A((?:[ \t]*(?:#{1,6}|[-*+>]|\d+\.|!!! \w+)[ \t]+)?)", rf"\1{TO_TRANSLATE} : ", block, count=1)

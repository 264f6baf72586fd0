"""The numbers of a text, each in one form whatever the language: what a translation may neither lose, add nor alter.

``facts_in`` reads what a reader sees: addresses, ids and markers are not facts. « 7 285 », « 7,285 » (English) and
« ٧٬٢٨٥ » are one value; so are « 3 M€ » and « €3 million », « 12 décembre 2024 » and « 12 كانون الأول 2024 ».
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from vigie.translations.fact_forms import Kind, scanner
from vigie.translations.number_words import fold

_MARKUP = re.compile(
    r"<!--.*?-->|\]\([^)\n]*\)|\]\[[^\]\n]*\]|<?\bhttps?://[^\s>)]+>?|\{[^}\n]*\}|[\[\]*`\u0640]"
    r"|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]|[\u064b-\u0652]"
)
"""Also what Arabic adds to its letters: vowels and the stroke that stretches a word."""
_CONNECTED = re.compile(r" ?(?:-|à|au|et|ou|to|and|or|until|الي|حتي|او|و|y|a|o|și|та|до|і) ?(?:le |the )?\Z")
DAYS_OF_THE_WEEK = frozenset(f"{n}/7" for n in range(2, 7))
"""« six jours sur sept »; every day may be said in many ways, and is left free."""


@dataclass(frozen=True)
class Fact:
    """One number of a text. ``written`` is as the text has it; ``line`` is that on which it begins."""

    kind: Kind
    value: str
    line: int
    written: str
    in_letters: bool = False
    unit: str | None = None
    """Of time, when one follows: « 30 jours » and « 30 mois » differ."""
    parts: tuple[str, ...] = ()
    """The plain numbers in it: « de 2024 à 2027 » says what « 2024-2027 » says."""

    @property
    def must_be_kept(self) -> bool:
        """In digits, or in letters a time limit, an amount, a percentage; « une personne » or « les deux » are no facts."""
        if not self.in_letters:
            return True
        if self.kind == "group":
            return self.value in DAYS_OF_THE_WEEK
        measured = self.unit is not None or self.kind in ("amount", "percent")
        return measured and self.value != "1" and not self.is_a_manner_of_speaking

    @property
    def is_a_manner_of_speaking(self) -> bool:
        """« huit jours » is a week, « quinze jours » two."""
        return self.in_letters and self.unit == "day" and self.value in ("8", "15")


def shown(text: str) -> str:
    """What is read of Markdown ``text``, with its lines."""
    return _MARKUP.sub("", unicodedata.normalize("NFC", html.unescape(text)))


def facts_in(text: str, lang: str, first_line: int = 1) -> tuple[Fact, ...]:
    """The numbers of ``text``, in order; ``first_line`` is the line on which it begins."""
    facts = _facts_in(text, lang)
    return facts if first_line == 1 else tuple(replace(fact, line=fact.line + first_line - 1) for fact in facts)


@lru_cache(maxsize=16384)
def _facts_in(text: str, lang: str) -> tuple[Fact, ...]:
    read = shown(text)
    folded = fold(read)
    facts: list[Fact] = []
    after: tuple[int, Fact] | None = None
    for found in reversed(list(scanner(lang).scan(folded))):
        line = 1 + read.count("\n", 0, found.begin)
        written = " ".join(read[found.begin : found.end].split())
        fact = Fact(found.kind, found.value, line, written, found.in_letters, found.unit, found.parts)
        if after and _CONNECTED.match(folded[found.end : after[0]]):
            fact = _like(fact, after[1])
        facts.append(fact)
        after = (found.begin, fact)
    return tuple(reversed(facts))


def _like(fact: Fact, following: Fact) -> Fact:
    """« 16 » of « du 16 au 25 juin » is a day of June, « 10 » of « 10 à 15 % » a percentage."""
    if fact.kind != "number" or fact.unit or fact.in_letters:
        return fact
    if following.kind == "date" and len(fact.value) <= 2 and not following.value.startswith("?"):
        month = following.value.split(".")[1]
        return replace(fact, kind="date", value=f"{fact.value}.{month}.?", parts=(fact.value,))
    if following.kind in ("percent", "amount"):
        return replace(fact, kind=following.kind)
    return replace(fact, unit=following.unit) if following.kind == "number" else fact

"""The number lock of records: each field of ``data/<lang>/*.yaml`` says the numbers of the French field of its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vigie.problems import Problem
from vigie.translations.families import french_key
from vigie.translations.record_pins import TrackedRecord
from vigie.translations.told import Place, differing_facts, facts_of_a_value

_MEND = "écrivez les nombres du français, en chiffres ou en lettres"


def numbers_of_a_record(tracked: TrackedRecord) -> Iterator[Problem]:
    """Every field that is a text, beside the French that it was made from: what changed since is no slip of the translation."""
    behind = {part.id: part.before for part in tracked.status.behind} if tracked.status else {}
    for part in tracked.parts if tracked.french else ():
        text, before = getattr(tracked.own.record, part.id, None), behind.get(part.id, part)
        if tracked.french and isinstance(text, str) and before is not None:
            there = replace(tracked.french.place(french_key(part.id)), of_then=part.id in behind)
            yield from numbers_of_a_text(before.text, text, tracked.lang, there, tracked.own.place(part.id))


def numbers_of_a_text(said: str, text: str, lang: str, there: Place, here: Place) -> Iterator[Problem]:
    """Problems of one field."""
    for difference in differing_facts("", [facts_of_a_value(said, text, lang, there, here)], lang):
        yield replace(difference.problem, mend=_MEND)

"""Every record of ``data/<lang>/`` beside the French one of its id: field by field, as pages are section by section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vigie.translations.families import Family, Listed, fields_of
from vigie.translations.lock import Lock, sections_in
from vigie.translations.pins import hash_of
from vigie.translations.sections import Section
from vigie.translations.status import Status, status_of


@dataclass(frozen=True)
class TrackedRecord:
    """One translated record; ``status`` is None when its French record is gone."""

    lang: str
    list: str
    own: Listed
    french: Listed | None
    parts: tuple[Section, ...]
    """The French fields of today."""
    status: Status | None
    once: bool = False
    """Whether it was made from a French record of its own id: then it is the French that is gone, not the id that is wrong."""

    @property
    def path(self) -> str:
        return self.own.loaded.path

    @property
    def name(self) -> str:
        """That of the French record in the lock and in commands: ``data/contacts.yaml#119``."""
        return f"data/{self.path.rsplit('/', 1)[1]}#{self.own.id}"


def track_records(families: Iterable[Family], lock: Lock) -> tuple[TrackedRecord, ...]:
    """All of them, in the order of the files."""
    found = []
    for family in families:
        for own, french in family.pairs():
            parts = fields_of(own.record, french) if french else ()
            status = status_of(own.source, parts, lock) if french else None
            record = TrackedRecord(family.lang, family.name, own, french, parts, status)
            pinned = lock.texts.get(own.source or "")
            found.append(replace(record, once=pinned is not None and pinned.page == record.name))
    return tuple(found)


@dataclass(frozen=True)
class MadeFrom:
    """The French fields that the records of one language were made from, by list and id; those without code are not here."""

    fields: Mapping[tuple[str, str], Mapping[str, Section]]
    lock: Lock

    def newer(self, list_: str, id_: str, key: str, french: str) -> str | None:
        """``french`` when the words of that field were made from another text; None when they say what it says."""
        then = self.fields.get((list_, id_))
        if then is None:
            return None
        before = then.get(key)
        if before is not None and (before.text == french or self.lock.same(hash_of(before.text), hash_of(french))):
            return None
        return french


def made_from(records: Iterable[TrackedRecord], lang: str, lock: Lock) -> MadeFrom:
    """That of the records of ``lang``."""
    fields = {}
    for record in records:
        pinned = lock.texts.get(record.own.source or "")
        if record.lang == lang and pinned:
            fields[record.list, record.own.id] = {section.id: section for section in sections_in(pinned)}
    return MadeFrom(fields, lock)

"""The French records of one file of ``data/``, each beside what one language has of it: what waits, and its sheet.

A field is a part of the sheet, named after its record: ``119.hours``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vigie.translations.families import FILES, FrenchList, Listed, fields_for
from vigie.translations.glossary import Glossary
from vigie.translations.lock import Lock
from vigie.translations.record_pins import TrackedRecord
from vigie.translations.sections import Section
from vigie.translations.sheet import Asked, Sheet, terms_in
from vigie.translations.tasks import Task
from vigie.values import Text

SHEETS: Mapping[str, str] = {f"data/{file}": file for file in FILES}
"""The names of the sheets of records, and the file of each."""
ALOUD = "french_sentence_read"
"""How a French sentence is said, written in the letters of the language: no translation, and not every language needs it."""
_DISCREET = frozenset({"contacts"})
_HELPLINE_WRONG, _HELPLINE_MISSING, _OTHER = 0, 2, 6


@dataclass(frozen=True)
class DataRecord:
    """A French record and its translation, None when there is none; ``parts``: its French fields of today."""

    list: FrenchList
    french: Listed
    tracked: TrackedRecord | None
    parts: tuple[Section, ...]

    @property
    def id(self) -> str:
        return self.french.id

    @property
    def name(self) -> str:
        """That of its French in the lock: ``data/contacts.yaml#119``."""
        return f"data/{self.list.file}.yaml#{self.id}"

    def part_name(self, field: str) -> str:
        """That of one of its fields on a sheet."""
        return f"{self.id}.{field}"

    def words(self, field: str) -> str | None:
        """The words of the translation."""
        said = getattr(self.tracked.own.record, field, None) if self.tracked else None
        return said if isinstance(said, str) else None

    @property
    def state(self) -> Literal["missing", "unpinned", "behind", "up_to_date"]:
        """``unpinned``: nobody knows which French it follows."""
        if self.tracked is None or self.tracked.status is None:
            return "missing" if self.parts else "up_to_date"
        status = self.tracked.status
        if status.behind:
            return "behind"
        return "up_to_date" if status.state == "up_to_date" else "unpinned"

    @property
    def asked(self) -> tuple[Section, ...]:
        """The French fields to translate: those that changed, or all of them when nobody knows which did.

        How a sentence is said aloud is asked of no translation that does without.
        """
        if self.state == "missing":
            return self.parts
        status = self.tracked.status if self.tracked else None
        behind = {part.id for part in status.behind} if status else set()
        changed = self.parts if self.state == "unpinned" else [part for part in self.parts if part.id in behind]
        return tuple(part for part in changed if part.id != ALOUD or self.words(ALOUD) is not None)

    @property
    def gone(self) -> tuple[str, ...]:
        """The fields that the French had when it was translated, and has no more."""
        status = self.tracked.status if self.tracked else None
        return tuple(part.id for part in status.behind if part.now is None) if status else ()

    @property
    def waits(self) -> bool:
        return bool(self.asked or self.gone)


def records_of(
    lists: Iterable[FrenchList], tracked: Iterable[TrackedRecord], lang: str, file: str
) -> tuple[DataRecord, ...]:
    """The records of ``data/<file>.yaml`` for ``lang``, in the order of the French file; ``tracked``: those of all languages."""
    own: dict[tuple[str, str], TrackedRecord] = {}
    for record in tracked:
        if record.lang == lang:
            own.setdefault((record.list, record.own.id), record)
    found = [
        DataRecord(french, listed, own.get((french.name, listed.id)), fields_for(french.words, listed))
        for french in lists
        if french.file == file
        for listed in french.records
    ]
    return tuple(sorted(found, key=lambda record: record.french.line))


def sheet_of_records(lang: str, file: str, records: Iterable[DataRecord], glossary: Glossary) -> Sheet:
    """What ``lang`` lacks of the file, field by field."""
    asked = tuple(
        Asked(replace(part, id=record.part_name(part.id)), record.words(part.id) or "")
        for record in records
        for part in record.asked
    )
    french = [part.french for part in asked]
    name = f"data/{file}"
    _lock, code = Lock().with_text(name, french)
    terms = terms_in("\n".join(part.text for part in french), glossary, lang)
    aloud = any(part.id.endswith(f".{ALOUD}") for part in french)
    return Sheet(lang, name, code, asked, terms=terms, aloud=aloud)


def task_of_records(file: str, records: Sequence[DataRecord], title: Text) -> Task | None:
    """The work that the records of one file ask for; None when they are all up to date.

    A helpline that may be wrong hurts before one that is missing: there, readers get the French.
    """
    waiting = [record for record in records if record.waits]
    if not waiting:
        return None
    words = sum(part.words for record in waiting for part in record.asked)
    harm = _OTHER
    if file == "contacts":
        harm = _HELPLINE_MISSING if all(record.state == "missing" for record in waiting) else _HELPLINE_WRONG
    can_be_written = any(record.asked for record in waiting)
    return Task("records", f"data/{file}", title, words, harm, sheet=can_be_written, discreet=file in _DISCREET)

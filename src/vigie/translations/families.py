"""The records that another language translates, beside the French ones of the same id: helplines, topics, the ledger's lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from vigie.data_files import Loaded
from vigie.measures.model import Ledger
from vigie.measures.words import (
    AxisWords,
    ClaimWords,
    DeadlineWords,
    FigureWords,
    LedgerWords,
    MeasureWords,
    MeetingWords,
)
from vigie.readers.model import Contacts, ContactsWords, ContactWords
from vigie.site.model import Topics, TopicsWords, TopicWords
from vigie.strict_yaml import Location
from vigie.translations.sections import Section
from vigie.translations.told import Place

_FRENCH_OF = {"french_sentence_read": "french_sentence", "plan_title": "title"}
"""The French field that a field of another name is made from."""
PLAN = "plan"
"""The list of one: the title of the plan, whose code is that of the whole file."""
_NO_WORDS = ("id", "source")


@dataclass(frozen=True)
class Listed:
    """A record and where its file writes it."""

    id: str
    record: BaseModel
    loaded: Loaded[Any]
    location: Location

    @property
    def source(self) -> str | None:
        """The code of the French that it was made from."""
        state = getattr(self.record, "translation", self.record)
        code = getattr(state, "source", None)
        return str(code) if code else None

    @property
    def line(self) -> int:
        """That on which it begins."""
        return self.loaded.located.line(self.location)

    def place(self, key: str) -> Place:
        """The line of one of its fields."""
        return Place(self.loaded.path, self.loaded.located.line((*self.location, key)))


@dataclass(frozen=True)
class Family:
    """One list of records in one language and in French. ``name``: that of the list (``contacts``, ``claims``…)."""

    lang: str
    name: str
    own: tuple[Listed, ...]
    french: tuple[Listed, ...]

    def pairs(self) -> Iterator[tuple[Listed, Listed | None]]:
        """Each record with the French one of its id, None when there is none."""
        known = {record.id: record for record in self.french}
        for record in self.own:
            yield record, known.get(record.id)


@dataclass(frozen=True)
class FrenchList:
    """The French records of one list of ``data/<file>.yaml``; ``words``: what one of them is in another language."""

    file: str
    name: str
    words: type[BaseModel]
    records: tuple[Listed, ...]


FILES: Mapping[str, type[BaseModel]] = {"contacts": ContactsWords, "topics": TopicsWords, "measures": LedgerWords}
"""The files of ``data/<lang>/`` that are made of records, and what each holds."""


def french_lists(contacts: Loaded[Contacts], topics: Loaded[Topics], ledger: Loaded[Ledger]) -> tuple[FrenchList, ...]:
    """Every list that other languages translate."""
    title = (Listed(PLAN, ledger.record.plan, ledger, ("plan",)),)
    return (
        FrenchList("contacts", "contacts", ContactWords, _listed(contacts, contacts.record.contacts, "contacts")),
        FrenchList("topics", "topics", TopicWords, _listed(topics, topics.record.topics, "topics")),
        *(FrenchList("measures", name, _LEDGER[name], found) for name, found in _ledger_records(ledger).items()),
        FrenchList("measures", PLAN, LedgerWords, title),
    )


_LEDGER: Mapping[str, type[BaseModel]] = {
    "claims": ClaimWords,
    "meetings": MeetingWords,
    "deadlines": DeadlineWords,
    "axes": AxisWords,
    "measures": MeasureWords,
    "series": FigureWords,
    "indicators": FigureWords,
}


def families(lists: Iterable[FrenchList], words: Mapping[str, Mapping[str, Loaded[Any]]]) -> tuple[Family, ...]:
    """All of them, language by language within each list; ``words``: what other languages wrote, by file and language."""
    found = []
    for french in lists:
        for lang, loaded in words[french.file].items():
            if french.name != PLAN:
                own = _listed(loaded, getattr(loaded.record, french.name), french.name)
                found.append(Family(lang, french.name, own, french.records))
            elif loaded.record.plan_title is not None:
                found.append(Family(lang, PLAN, (Listed(PLAN, loaded.record, loaded, ()),), french.records))
    return tuple(found)


def _ledger_records(loaded: Loaded[Ledger]) -> dict[str, tuple[Listed, ...]]:
    """The French records, by the name of their list in the words of another language."""
    ledger = loaded.record
    return {
        "claims": _listed(loaded, ledger.plan.claims, "plan", "claims"),
        "meetings": _listed(loaded, ledger.plan.meetings, "plan", "meetings"),
        "deadlines": _listed(loaded, ledger.plan.deadlines, "plan", "deadlines"),
        "axes": _listed(loaded, ledger.axes, "axes"),
        "measures": _listed(loaded, ledger.measures, "measures"),
        "series": _listed(loaded, ledger.series, "series"),
        "indicators": tuple(
            indicator
            for n, measure in enumerate(ledger.measures)
            for indicator in _listed(loaded, measure.indicators, "measures", n, "indicators")
        ),
    }


def _listed(loaded: Loaded[Any], records: Iterable[BaseModel], *where: str | int) -> tuple[Listed, ...]:
    """The ``records`` of the list at ``where``."""
    return tuple(
        Listed(str(getattr(record, "id", "")), record, loaded, (*where, index)) for index, record in enumerate(records)
    )


def fields_of(own: BaseModel, french: Listed) -> tuple[Section, ...]:
    """The French fields that a record like ``own`` translates, as the parts of a text: an empty one is left out."""
    return fields_for(type(own), french)


def fields_for(words: type[BaseModel], french: Listed) -> tuple[Section, ...]:
    """The same, of a record that may not be there yet."""
    parts = []
    for key in words.model_fields:
        said = getattr(french.record, french_key(key), None)
        if key not in _NO_WORDS and isinstance(said, str) and said:
            parts.append(Section(key, said, critical=_can_hurt(french), line=french.place(french_key(key)).line))
    return tuple(parts)


def french_key(key: str) -> str:
    """The French field that the field ``key`` of another language is made from."""
    return _FRENCH_OF.get(key, key)


def _can_hurt(french: Listed) -> bool:
    """The words of a helpline: whom it is for, its hours, what happens when one calls."""
    return french.loaded.path == "data/contacts.yaml"

"""The number lock of records: each field of ``data/<lang>/*.yaml`` says the numbers of the French field of its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from vigie.data_files import Loaded
from vigie.problems import Problem
from vigie.strict_yaml import Location
from vigie.translations.told import Place, differing_facts, facts_of_a_value

_MEND = "écrivez les nombres du français, en chiffres ou en lettres"


@dataclass(frozen=True)
class Listed:
    """A record and where its file writes it."""

    record: BaseModel
    loaded: Loaded[Any]
    location: Location

    def place(self, key: str) -> Place:
        """The line of one of its fields."""
        return Place(self.loaded.path, self.loaded.located.line((*self.location, key)))


def listed(loaded: Loaded[Any], records: Iterable[BaseModel], *where: str | int) -> list[Listed]:
    """The ``records`` of the list at ``where``."""
    return [Listed(record, loaded, (*where, index)) for index, record in enumerate(records)]


def numbers_of_records(own: Iterable[Listed], french: Iterable[Listed], lang: str) -> Iterator[Problem]:
    """Every field of ``own`` that is a text, beside the field of the French record of the same id."""
    known = {getattr(source.record, "id", None): source for source in french}
    for translated in own:
        source = known.get(getattr(translated.record, "id", ""))
        for key, text in translated.record if source else ():  # one of an unknown id is refused elsewhere
            said = getattr(source.record, key, None) if source else None
            if key != "id" and source and isinstance(text, str) and isinstance(said, str):
                yield from numbers_of_a_text(said, text, lang, source.place(key), translated.place(key))


def numbers_of_a_text(said: str, text: str, lang: str, there: Place, here: Place) -> Iterator[Problem]:
    """Problems of one field."""
    for difference in differing_facts("", [facts_of_a_value(said, text, lang, there, here)], lang):
        yield replace(difference.problem, mend=_MEND)

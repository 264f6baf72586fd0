"""Small values of the domain shared by all features: ids, partial dates, texts that know their language."""

from __future__ import annotations

import calendar
import datetime
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import total_ordering
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from vigie.records import Record, refusal
from vigie.web_address import what_hides

_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_MARKUP = re.compile(r"[<>]")
LONGEST = 5_000
"""Of a text inside a header or a record: the longest that people have needed is ten times shorter."""
_CLIMBS = re.compile(r"\.\.[/\\]")
"""A path that leaves its folder: no sentence holds one."""


PinCode = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{10}$")]
"""The code of a French text, as the tool writes it."""


@dataclass(frozen=True)
class Text:
    """A text and the language it is written in: on a page in another language it is wrapped in its own ``lang``.

    ``newer``: the French of today, when these words were made from another; readers see both.
    """

    value: str
    lang: str
    newer: str | None = None

    def __str__(self) -> str:
        return self.value


Newer = Callable[[str, str, str, str], str | None]
"""From a list, an id, a field and its French of today to that French, when the translation was made from another."""


def never_newer(_list: str, _id: str, _key: str, _french: str) -> str | None:
    """Translations that were never tied to a French text."""
    return None


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date as exact as its source: a year, a month or a day. Sorted by its first possible day."""

    written: str

    def __post_init__(self) -> None:
        match = _PARTIAL.match(self.written)
        try:
            if match is None:
                raise ValueError(self.written)
            self._first_day()
        except ValueError:
            raise ValueError(f"pas une date : {self.written}") from None

    def _first_day(self) -> datetime.date:
        year, month, day = (int(part) for part in (self.written + "-01-01").split("-")[:3])
        return datetime.date(year, month, day)

    @property
    def first_day(self) -> datetime.date:
        """The earliest day it can mean."""
        return self._first_day()

    @property
    def last_day(self) -> datetime.date:
        """The latest day it can mean."""
        first = self.first_day
        if self.precision == "day":
            return first
        month = 12 if self.precision == "year" else first.month
        return datetime.date(first.year, month, calendar.monthrange(first.year, month)[1])

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        return {4: "year", 7: "month", 10: "day"}[len(self.written)]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first_day, self.written) < (other.first_day, other.written)

    def __str__(self) -> str:
        return self.written

    @classmethod
    def parse(cls, value: object) -> PartialDate:
        """From YAML: ``2024`` (read as a number), ``2024-06`` or ``2024-06-14``."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        try:
            return cls(value if isinstance(value, str) else "")
        except ValueError:
            raise refusal(
                f"« {_as_written(value)} » n’est pas une date", "écrivez 2024, 2024-06 ou 2024-06-14"
            ) from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"
        return {
            "anyOf": [{"type": "string", "pattern": pattern}, {"type": "integer", "minimum": 1900, "maximum": 2100}]
        }


def _parse_day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value if isinstance(value, str) and _DAY.match(value) else "")
    except ValueError:
        raise refusal(f"« {_as_written(value)} » n’est pas un jour", "écrivez 2024-06-14 (année-mois-jour)") from None


def _as_written(value: object) -> str:
    """As the editor wrote it (null, true), not as Python says it."""
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))[:60]


class _DaySchema:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _parse_day, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


Day = Annotated[datetime.date, _DaySchema]
"""A whole day, written 2024-06-14."""


def _id(value: str) -> str:
    if not _ID.match(value) or len(value) > 80:
        raise refusal(
            f"l’identifiant « {value[:40]} » n’est pas de la bonne forme",
            "lettres minuscules sans accent, chiffres et traits d’union, 80 signes au plus",
        )
    return value


def _no_markup(value: str) -> str:
    if _MARKUP.search(value):
        raise refusal("ce texte contient « < » ou « > »", "écrivez-le sans balise : le site met en forme lui-même")
    if len(value) > LONGEST:
        raise refusal(
            f"ce texte a {len(value)} signes", f"{LONGEST} au plus : le corps du texte est fait pour le reste"
        )
    if _CLIMBS.search(value):
        raise refusal("ce texte contient « ../ », qui n’est pas un mot", "ôtez-le")
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in value):
        raise refusal("ce texte est vide", "écrivez-le, ou null s’il n’est pas connu et que la clé l’admet")
    return value


def _https(value: str) -> str:
    if not re.match(r"https?://[^\s<>\"'`{}|\\^]+\Z", value):
        raise refusal(
            f"« {value[:60]} » n’est pas une adresse du web", "elle commence par https:// et n’a pas d’espace"
        )
    if "…" in value or "..." in value:
        raise refusal(
            f"l’adresse « {value[:60]} » n’est pas complète", "recopiez-la entière, ou null si elle n’est pas connue"
        )
    if hidden := what_hides(value):
        raise refusal(*hidden)
    return value


Id = Annotated[str, AfterValidator(_id)]
PlainText = Annotated[str, Field(min_length=1), AfterValidator(_no_markup)]
"""A text without markup, shown escaped."""
WebAddress = Annotated[str, AfterValidator(_https)]


def words_at_most(limit: int) -> AfterValidator:
    """A validator refusing a text of more than ``limit`` words."""

    def check(value: str) -> str:
        count = len(value.split())
        if count > limit:
            raise refusal(f"ce texte a {count} mots", f"{limit} au plus : coupez-le")
        return value

    return AfterValidator(check)


class Reference(Record):
    """Where a fact was read: the document's name, and its address when the original's is known."""

    title: PlainText = Field(description="Nom du document ou de la page")
    url: WebAddress | None = Field(default=None, description="Adresse de l’original, ou null si elle n’est pas connue")
    date: PartialDate | None = Field(default=None, description="Date du document, aussi précise qu’on la connaît")

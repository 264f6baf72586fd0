"""What we know of a language: its code, direction, own name, dates and numbers (by Babel), and its place in addresses."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from vigie.values import PartialDate

SOURCE = "fr"
"""French is the source language: at the site's root, and what the others are translated from."""


@dataclass(frozen=True)
class Language:
    """One language of the site. ``code`` is ISO 639-1; an unknown one raises ``babel.UnknownLocaleError``."""

    code: str

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.code)

    @property
    def direction(self) -> str:
        """ "rtl" or "ltr"."""
        return "rtl" if self._locale.character_order == "right-to-left" else "ltr"

    @property
    def name(self) -> str:
        """Its name in itself, as a reader looks for it: « العربية »."""
        name = self._locale.get_display_name(self.code) or self.code
        return name[:1].upper() + name[1:]

    def name_of(self, code: str) -> str:
        """The name, in this language, of another."""
        return Locale.parse(code).get_display_name(self._locale) or code

    @property
    def prefix(self) -> str:
        """First part of its addresses: "" for the source language, "ar/" for Arabic."""
        return "" if self.code == SOURCE else f"{self.code}/"

    def date(self, value: PartialDate | datetime.date) -> str:
        """A date in words, as exact as it is: « 12 décembre 2024 », « juin 2024 », « 2024 »."""
        if isinstance(value, datetime.date) or value.precision == "day":
            day = value if isinstance(value, datetime.date) else value.first_day
            written = format_date(day, "long", locale=self._locale)
            return written.replace("1 ", "1er ", 1) if self.code == "fr" and day.day == 1 else written
        if value.precision == "month":
            return format_skeleton("yMMMM", value.first_day, locale=self._locale)
        return value.written

    def number(self, value: int | float) -> str:
        """A number with the language's separators, in the digits 0-9 (phones and articles of law use them too)."""
        return format_decimal(value, locale=self._locale)

    def amount(self, value: int | float, unit: str) -> str:
        """A number and its unit; no line ends between a number and the sign %."""
        return f"{self.number(value)}{chr(0xA0) if unit.startswith('%') else ' '}{unit}"


@lru_cache(maxsize=512)
def is_known(code: str) -> bool:
    """Whether ``code`` is a language that Babel knows."""
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True

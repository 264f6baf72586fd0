"""Dates in figures: « 29.01.2025 » is « 29 janvier 2025 »; « 03/04/2025 » is two days, and a person knows which."""

from __future__ import annotations

import datetime
import re

from babel.dates import get_month_names

NUMERIC = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?![\w/-]|\.\d)"
)
_MONTHS = get_month_names("wide", locale="fr")
_LAST_MONTH = 12


def dates_in_words(text: str) -> str:
    """``text`` with each date in figures that can only be read one way written in words."""
    return NUMERIC.sub(lambda match: in_words(match) or match.group(), text)


def in_words(match: re.Match[str]) -> str | None:
    """The date of a match of ``NUMERIC`` in words; None when it has two readings, or none."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    if not 1900 <= year < 2100 or (day <= _LAST_MONTH and day != month):
        return None
    return f"{'1er' if day == 1 else day} {_MONTHS[month]} {year}"


def may_be_a_date(match: re.Match[str]) -> bool:
    """Whether the figures are those of a day: « 10.20.30 » is a version."""
    first, second = int(match["day"]), int(match["month"])
    return 0 < first <= 31 and 0 < second <= _LAST_MONTH

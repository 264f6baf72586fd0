"""How a calendar is written (iCalendar, RFC 5545). What it holds is said by those who make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Calendar

MEDIA_TYPE = "text/calendar"


def new_calendar(producer: str, title: str, description: str) -> Calendar:
    """The calendar without its events; its name under both keys that programs read."""
    from icalendar import Calendar, vText  # noqa: PLC0415 - a tenth of a second, which only those who write it pay

    calendar = Calendar()
    calendar.add("prodid", producer)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(title))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, vText(description))
    return calendar

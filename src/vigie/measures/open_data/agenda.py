"""The meetings and the announced dates as a calendar (iCalendar, RFC 5545), in French, without alarm or clock.

A day is an event of that day. A month is one event as long as the month, whose title says that only the month is known.
A year would hide a whole calendar: it is left out, and the calendar's description names what is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vigie.build import Build
from vigie.feeds.calendar_file import new_calendar
from vigie.feeds.identity import noon, permanent_name
from vigie.feeds.state_of_site import drafted
from vigie.interface import Interface
from vigie.languages import SOURCE, Language
from vigie.measures.model import Ledger
from vigie.measures.plan import Deadline, Meeting
from vigie.values import PartialDate

if TYPE_CHECKING:
    from icalendar import Event

AGENDA = "plan/donnees/calendrier.ics"
_PRODUCER = "-//Registre du plan national//FR"


@dataclass(frozen=True)
class Dated:
    """What the calendar shows of one meeting or announced date."""

    name: tuple[str, str]
    date: PartialDate
    title: str
    details: tuple[str, ...]


def dated(ledger: Ledger, t: Interface) -> tuple[Dated, ...]:
    """Meetings and announced dates, the earliest first."""
    found = [*_meetings(ledger, t), *_deadlines(ledger, t)]
    return tuple(sorted(found, key=lambda event: (event.date, event.name)))


def _meetings(ledger: Ledger, t: Interface) -> Iterator[Dated]:
    for meeting in ledger.plan.meetings:
        title = t("ics_meeting", title=meeting.title)
        yield Dated(("meeting", meeting.id), meeting.date, title, _sources(ledger, meeting, t))


def _deadlines(ledger: Ledger, t: Interface) -> Iterator[Dated]:
    for deadline in ledger.plan.deadlines:
        title = t("ics_deadline", title=deadline.label)
        by = [t("ics_announced_by", voice=t(f"voice_{deadline.announced_by}"))] if deadline.announced_by else []
        said = [*by, t(f"ics_status_{deadline.status}")]
        yield Dated(("deadline", deadline.id), deadline.date, title, (*said, *_sources(ledger, deadline, t)))


def _sources(ledger: Ledger, record: Meeting | Deadline, t: Interface) -> tuple[str, ...]:
    cited = [ledger.sources[id_] for id_ in record.sources if id_ in ledger.sources]
    return (t("sources"), *(f"– {source.title}, {source.publisher}" for source in cited))


def agenda(build: Build) -> bytes:
    """The calendar."""
    ledger, t = build.ledger.record, build.interfaces[SOURCE]
    events = dated(ledger, t)
    left_out = [event for event in events if event.date.precision == "year"]
    said = [drafted(build, t("ics_description"))]
    if left_out:
        said += [t("ics_left_out"), *(f"– {event.title} ({event.date})" for event in left_out)]
    calendar = new_calendar(_PRODUCER, t("ics_title"), "\n".join(said))
    for event in events:
        if event.date.precision != "year":
            calendar.add_component(_event(event, ledger, t))
    return bytes(calendar.to_ical())


def _event(dated: Dated, ledger: Ledger, t: Interface) -> Event:
    from icalendar import Event  # noqa: PLC0415 - a tenth of a second, which only those who write it pay

    exact = dated.date.precision == "day"
    event = Event()
    event.add("uid", str(permanent_name(ledger.plan.id, *dated.name)))
    event.add("dtstamp", noon(ledger.as_of))
    event.add("dtstart", dated.date.first_day)
    event.add("dtend", dated.date.last_day + datetime.timedelta(days=1))  # the day after: RFC 5545, 3.6.1
    known = "" if exact else t("ics_date_known", date=Language(SOURCE).date(dated.date))
    event.add("summary", f"{dated.title} {known}".strip())
    event.add("description", "\n".join(dated.details))
    event.add("transp", "TRANSPARENT")  # nobody is busy
    return event

"""The events that dated texts announce, as a calendar (iCalendar, RFC 5545), without alarm or clock.

An event with hours is at those hours in Paris; one whose start or end is a day alone lasts whole days, and its hour, if it
has one, is said in words.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vigie.build import Build
from vigie.feeds.calendar_file import new_calendar
from vigie.feeds.identity import noon
from vigie.feeds.place import Place
from vigie.feeds.state_of_site import drafted
from vigie.interface import Interface
from vigie.languages import Language
from vigie.news import model
from vigie.news.feeds.feed import changed_on, name_of, plain
from vigie.news.feeds.followed import EVENTS, own_posts

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCER = "-//Textes du collectif//FR"
_PARIS = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
"""The rule of the hours of Paris since 1996; written here so that the file is the same on every machine."""


def agenda(build: Build, lang: str) -> bytes | None:
    """The events of the listed texts of ``lang``, the earliest first; None when there is none."""
    from icalendar import Timezone  # noqa: PLC0415 - a tenth of a second, which only those who write it pay

    found = [(post, post.meta.event) for post in own_posts(build.listed_posts, lang) if post.meta.event]
    if not found:
        return None
    t, language = build.interfaces[lang], Language(lang)
    place = Place(build.site.record.site_url, f"{language.prefix}{EVENTS}")
    title = plain(t("events_title", site=t("site_name")), lang)
    calendar = new_calendar(_PRODUCER, title, plain(drafted(build, t("events_description"), lang), lang))
    if any(event.has_hours for _post, event in found):
        calendar.add_component(Timezone.from_ical(_PARIS))
    for post, event in sorted(found, key=lambda pair: (pair[1].start, pair[0].document.name)):
        calendar.add_component(_event(post, event, place, t))
    return bytes(calendar.to_ical())


def _event(post: model.Post, announced: model.Event, place: Place, t: Interface) -> Event:
    from icalendar import Event  # noqa: PLC0415 - same

    title, said = (
        (t("neutral_title"), t("neutral_description"))
        if post.meta.sensitive
        else (post.meta.title, post.meta.description)
    )
    event = Event()
    event.add("uid", str(name_of(post, "event")))
    event.add("dtstamp", noon(changed_on(post)))
    if announced.has_hours:
        event.add("dtstart", announced.starts_at)
        if announced.ends_at > announced.starts_at:
            event.add("dtend", announced.ends_at)
    else:
        event.add("dtstart", announced.starts_at.date())
        event.add("dtend", announced.last_day + datetime.timedelta(days=1))  # the day after: RFC 5545, 3.6.1
    event.add("summary", plain(title, post.lang))
    if announced.place and not post.meta.sensitive:
        event.add("location", plain(announced.place, post.lang))
    address = place.to(f"{Language(post.lang).prefix}{post.address}") if place.site_url else None
    hours = None if announced.has_hours else _hours_in_words(announced, t)
    online = t("event_online_at", address=announced.online) if announced.online and not post.meta.sensitive else None
    details = [said, hours, online, address]
    event.add("description", "\n".join(plain(line, post.lang) for line in details if line))
    if address:
        event.add("url", address)
    event.add("transp", "TRANSPARENT")  # to be seen, nobody has said that they go
    return event


def _hours_in_words(announced: model.Event, t: Interface) -> str | None:
    """What whole days would lose: the hour of the one end that has one."""
    hours = [written for written in (announced.start, announced.end) if written and " " in written]
    return t("event_hours", written=hours[0].replace(" ", ", ")) if hours else None

"""The events of dated texts, as a calendar read by a program that is not ours, and as pages show them."""

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from small_news import FRENCH, SITE, changed, files, project, read
from small_post import post

from vigie.render import Renderer
from vigie.site.pages import all_pages

PATH, ARABIC_PATH = "actualites/evenements.ics", "ar/actualites/evenements.ics"
NAME = "actualites/2025-01-03-evenement"
_EVENT = 'event: {start: 2025-02-12 18:30, end: 2025-02-12 20:00, place: "Salle imaginaire, Paris", online: "https://video.example/salon"}'


def with_event(written, header=""):
    """The texts, whose only event is ``written``."""
    return FRENCH | {NAME: FRENCH[NAME].replace(_EVENT, f"event: {{{written}}}\n{header}".rstrip())}


def calendar(build, path=PATH):
    found = icalendar.Calendar.from_ical(files(build)[path])
    assert not found.errors and found.events
    return found


def only_event(build, path=PATH):
    (event,) = calendar(build, path).events
    return event


def test_an_event_has_its_hours_in_paris(bare):
    """Summer and winter, with the rule of the hours in the file: no program has to know them."""
    event = only_event(bare)
    assert event["dtstart"].params["tzid"] == event["dtend"].params["tzid"] == "Europe/Paris"
    paris = ZoneInfo("Europe/Paris")
    assert event["dtstart"].dt == datetime.datetime(2025, 2, 12, 18, 30, tzinfo=paris)
    assert event["dtend"].dt == datetime.datetime(2025, 2, 12, 20, tzinfo=paris)
    (zone,) = calendar(bare).timezones
    for month, hours in ((2, 1), (7, 2)):
        moment = datetime.datetime(2025, month, 12, 18, 30)
        assert zone.to_tz(lookup_tzid=False).utcoffset(moment) == datetime.timedelta(hours=hours)


def test_an_event_says_where_what_and_by_which_text(bare):
    """Place, address to follow it, the text's description and, once the site has one, its address."""
    event = only_event(changed(bare, site_url=SITE))
    assert (event["summary"], event["location"]) == ("Une rencontre fictive", "Salle imaginaire, Paris")
    assert str(event["url"]) == f"{SITE}{NAME}/"
    assert event["description"].split("\n") == [
        "On s’y retrouve.",
        "En ligne\u00a0: https://video.example/salon",
        f"{SITE}{NAME}/",
    ]
    assert "url" not in only_event(bare) and "://site" not in only_event(bare)["description"]
    assert event["transp"] == "TRANSPARENT" and "VALARM" not in files(bare)[PATH].decode()


def test_an_event_keeps_its_name_and_its_stamp(bare):
    """Wherever the site is and whatever the day of the build; the stamp is the day of the text."""
    seen = [only_event(b) for b in (bare, changed(bare, site_url=SITE, today=datetime.date(2026, 12, 1)))]
    assert len({str(event["uid"]) for event in seen}) == 1
    assert {event["dtstamp"].dt for event in seen} == {datetime.datetime(2025, 1, 3, 12, tzinfo=datetime.UTC)}
    assert files(bare)[PATH] == files(changed(bare, today=datetime.date(2026, 12, 1)))[PATH]


@pytest.mark.parametrize(
    ("written", "start", "end", "said"),
    [
        ("start: 2025-02-12", "2025-02-12", "2025-02-13", None),
        ("start: 2025-02-12, end: 2025-02-14", "2025-02-12", "2025-02-15", None),
        ("start: 2025-02-12 18:30, end: 2025-02-14", "2025-02-12", "2025-02-15", "2025-02-12, 18:30"),
        ("start: 2025-02-12, end: 2025-02-14 09:00", "2025-02-12", "2025-02-15", "2025-02-14, 09:00"),
    ],
)
def test_a_day_alone_makes_whole_days(tmp_path, written, start, end, said):
    """The end is the day after, as the format has it; an hour that whole days would lose is said."""
    build = read(project(tmp_path, with_event(written)))
    event = only_event(build)
    assert (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) == (start, end)
    assert event["dtstart"].params.get("value") == "DATE"
    assert event["description"] == "On s’y retrouve." + (f"\nHeure connue\u00a0: {said}" if said else "")
    assert not calendar(build).timezones


@pytest.mark.parametrize("end", ["", ", end: 2025-02-12 18:30"])
def test_an_instant_has_no_end(tmp_path, end):
    """The format refuses an end that is not after the start."""
    event = only_event(read(project(tmp_path, with_event(f"start: 2025-02-12 18:30{end}"))))
    assert "dtend" not in event and event["dtstart"].dt.hour == 18


def test_a_sensitive_event_has_a_neutral_title(tmp_path):
    """An agenda shows titles to whoever looks over a shoulder."""
    event = only_event(read(project(tmp_path, with_event("start: 2025-02-12", "sensitive: true"))))
    assert (event["summary"], event["description"]) == ("Informations", "Informations pratiques.")


def test_an_arabic_event_is_in_the_arabic_calendar(tmp_path):
    """Its own name, its numbers isolated; no text of another language."""
    text = "---\ntitle: لقاء 12-02-2025\ndescription: د.\ncategory: loi\nevent: {start: 2025-02-12}\n---\nن.\n"
    build = read(project(tmp_path, arabic={NAME: text}))
    event = only_event(build, ARABIC_PATH)
    assert event["summary"] == "لقاء \u206612-02-2025\u2069"
    assert str(event["uid"]) != str(only_event(build)["uid"])


def test_without_events_there_is_no_calendar(tmp_path):
    """Neither written nor offered; that of the plan is."""
    build = read(project(tmp_path, FRENCH | {NAME: FRENCH[NAME].replace(f"{_EVENT}\n", "")}))
    assert PATH not in files(build)
    index = all_pages(build)
    shown = Renderer(build, index).fragment(index.get("fr", "actualites/"))
    assert "evenements.ics" not in shown and 'href="../plan/donnees/calendrier.ics" type="text/calendar"' in shown


@pytest.mark.parametrize(
    ("event", "last", "hours"),
    [
        ("start: 2025-02-12", "2025-02-12", False),
        ("start: 2025-02-12 18:30", "2025-02-12", True),
        ("start: 2025-02-12 18:30, end: 2025-02-13 01:00", "2025-02-13", True),
        ("start: 2025-02-12 18:30, end: 2025-02-14", "2025-02-14", False),
    ],
)
def test_an_event_is_past_the_day_after_its_last(event, last, hours):
    """On its last day it is still to come, whatever the hour: the build knows the day alone."""
    announced = post(header=f"event: {{{event}}}\n").meta.event
    day = datetime.date.fromisoformat(last)
    assert (announced.last_day, announced.has_hours) == (day, hours)
    assert [announced.is_past(day + datetime.timedelta(days=n)) for n in (-1, 0, 1)] == [False, False, True]


def test_the_page_says_that_an_event_is_past(bare):
    """From the day after; the feed, which the clock must not touch, never says it."""
    for day, said in ((12, False), (13, True)):
        build = changed(bare, today=datetime.date(2025, 2, day))
        index = all_pages(build)
        assert ("Cet événement est passé." in Renderer(build, index).fragment(index.get("fr", f"{NAME}/"))) == said
        assert "événement est passé" not in files(build)["actualites/flux.atom"].decode()

"""The number lock over the data of the whole build: helplines, topics, ledger and words of the interface."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.translations.records import Listed, listed, numbers_of_a_text, numbers_of_records
from vigie.translations.told import Place


def numbers_of_data_are_those_of_the_french(build: Build) -> list[Problem]:
    """Each field of ``data/<lang>/*.yaml`` beside the French one."""
    problems: list[Problem] = []
    contacts = listed(build.contacts, build.contacts.record.contacts, "contacts")
    for lang, spoken in build.contact_words.items():
        problems += numbers_of_records(listed(spoken, spoken.record.contacts, "contacts"), contacts, lang)
    topics = listed(build.topics, build.topics.record.topics, "topics")
    for lang, named in build.topic_words.items():
        problems += numbers_of_records(listed(named, named.record.topics, "topics"), topics, lang)
    return [*problems, *_ledger(build), *_interfaces(build)]


def _ledger(build: Build) -> Iterator[Problem]:
    french = _ledger_records(build)
    for lang, words in build.ledger_words.items():
        for name, records in french.items():
            yield from numbers_of_records(listed(words, getattr(words.record, name), name), records, lang)
        there = Place(build.ledger.path, build.ledger.located.line(("plan", "title")))
        here = Place(words.path, words.located.line(("plan_title",)))
        if title := words.record.plan_title:
            yield from numbers_of_a_text(build.ledger.record.plan.title, title, lang, there, here)


def _ledger_records(build: Build) -> dict[str, list[Listed]]:
    """The French records, by the name of their list in the words of another language."""
    loaded, ledger = build.ledger, build.ledger.record
    return {
        "claims": listed(loaded, ledger.plan.claims, "plan", "claims"),
        "meetings": listed(loaded, ledger.plan.meetings, "plan", "meetings"),
        "deadlines": listed(loaded, ledger.plan.deadlines, "plan", "deadlines"),
        "axes": listed(loaded, ledger.axes, "axes"),
        "measures": listed(loaded, ledger.measures, "measures"),
        "series": listed(loaded, ledger.series, "series"),
        "indicators": [
            indicator
            for n, measure in enumerate(ledger.measures)
            for indicator in listed(loaded, measure.indicators, "measures", n, "indicators")
        ],
    }


def _interfaces(build: Build) -> Iterator[Problem]:
    french = build.strings[SOURCE]
    for lang, strings in build.strings.items():
        for key, text in strings.record.root.items() if lang != SOURCE else ():
            if said := french.record.root.get(key):
                there = Place(french.path, french.located.line((key,)))
                yield from numbers_of_a_text(said, text, lang, there, Place(strings.path, strings.located.line((key,))))

"""The number lock over the data of the whole build: helplines, topics, ledger and words of the interface."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.translations.records import numbers_of_a_record, numbers_of_a_text
from vigie.translations.told import Place


def numbers_of_data_are_those_of_the_french(build: Build) -> list[Problem]:
    """Each field of ``data/<lang>/*.yaml`` beside the French one."""
    return [*(problem for record in build.records for problem in numbers_of_a_record(record)), *_interfaces(build)]


def _interfaces(build: Build) -> Iterator[Problem]:
    french = build.strings[SOURCE]
    for lang, strings in build.strings.items():
        for key, text in strings.record.root.items() if lang != SOURCE else ():
            if said := french.record.root.get(key):
                there = Place(french.path, french.located.line((key,)))
                yield from numbers_of_a_text(said, text, lang, there, Place(strings.path, strings.located.line((key,))))

"""The words of every text against the glossary: refused in a translation, told in a French text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from vigie.build import Build
from vigie.data_files import Loaded
from vigie.documents import Document
from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.strict_yaml import Location
from vigie.translations.forbidden import Found, forbidden_variants, the_same
from vigie.translations.glossary import Glossary, check_glossary

SHOWN_IN_FRONT = ("title", "description")
NO_WORDS_OF_OURS = frozenset({"id", "url", "sources"})
"""Keys of data files under which stand names, addresses and the titles of others."""


def check_wording(build: Build) -> list[Problem]:
    """The glossary itself, then each forbidden variant in a page, a text, or the words of ``data/``."""
    glossary = the_same(build.glossary.record)
    problems = check_glossary(build.glossary, build.refused_hosts.record)
    for document in (*(page.document for page in build.documents), *(post.document for post in build.posts)):
        problems += of_document(document, glossary)
    french: tuple[Loaded[Any], ...] = (build.ledger, build.contacts, build.topics)
    for loaded in (*french, build.strings[SOURCE]):
        problems += of_data(loaded, SOURCE, glossary)
    words: tuple[Mapping[str, Loaded[Any]], ...] = (build.ledger_words, build.contact_words, build.topic_words)
    for lang in build.strings:
        if lang != SOURCE:
            for loaded in (build.strings[lang], *(every[lang] for every in words if lang in every)):
                problems += of_data(loaded, lang, glossary)
    return problems


def of_document(document: Document, glossary: Glossary) -> list[Problem]:
    """The title, the description and the body of a page or a text; the titles of its sources are those of others."""
    front = document.front.value if isinstance(document.front.value, dict) else {}
    problems = [
        _problem(document.path, document.front.line((key,)), found)
        for key in SHOWN_IN_FRONT
        for found in forbidden_variants(str(front.get(key, "")), document.lang, glossary)
    ]
    for found in forbidden_variants(document.body, document.lang, glossary):
        problems.append(_problem(document.path, document.body_line + found.line - 1, found))
    return problems


def of_data(loaded: Loaded[BaseModel], lang: str, glossary: Glossary) -> list[Problem]:
    """Every text of a file of ``data/``, on the line where it begins."""
    return [
        _problem(loaded.path, loaded.located.line(place), found)
        for place, text in _texts(loaded.located.value, ())
        for found in forbidden_variants(text, lang, glossary)
    ]


def _texts(value: Any, place: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NO_WORDS_OF_OURS:
                yield from _texts(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*place, number))


def _problem(path: str, line: int, found: Found) -> Problem:
    what = f"« {found.variant.variant} » n’est pas le mot du glossaire ({found.variant.why})"
    mend = f"écrivez « {found.right} » ; si le passage est juste, ajoutez-le à unless dans data/glossary.yaml"
    return Problem(path, line, what, mend, blocking=found.lang != SOURCE)

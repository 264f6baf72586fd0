"""The number lock: a translation says the numbers, links and lists of its French text, section by section.

One message names both lines. What differs for a good reason is written in the translation's header, with the reason;
a reason that no difference needs any more is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from vigie.documents import Document, TextTranslation, front_value
from vigie.problems import Problem, blocking
from vigie.translations.blocks import INTRODUCTION, Section, sections_of
from vigie.translations.facts import shown
from vigie.translations.number_words import fold
from vigie.translations.section_numbers import differences_in_section
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE
from vigie.translations.told import Place, Told, differing_facts, facts_of_a_value, told
from vigie.translations.tracking import Tracked


def numbers_and_links_are_right(
    own: Document, french: Document, translation: TextTranslation | None, tracked: Tracked
) -> list[Problem]:
    """Those of the French, of today or, where it has changed since the translation was made, of then.

    A part whose French has other links or lists but the same words may have the old ones or the new: whoever mends an
    address in French is not stopped by a language that he does not read.
    """
    then = dict(tracked.translated_from)
    problems = numbers_and_links_are_those_of_the_french(own, french, translation, then)
    for part, text in tracked.reshaped.items() if blocking(problems) else ():
        tried = numbers_and_links_are_those_of_the_french(own, french, translation, {**then, part: text})
        if len(blocking(tried)) < len(blocking(problems)):
            then[part], problems = text, tried
    return problems


def numbers_and_links_are_those_of_the_french(
    own: Document,
    french: Document,
    translation: TextTranslation | None,
    translated_from: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Every difference that the header does not allow, and every allowance that is no longer needed.

    ``translated_from``: the French of the parts that have changed since, by id. What changed is no slip of the translation:
    those are held to what they were made from.
    """
    then = translated_from or {}
    allowed = translation.differences if translation else ()
    used: set[int] = set()
    problems = []
    for difference in [*_in_header(own, french, then), *_in_body(own, french, then)]:
        words = {_form(word) for word in difference.words}
        reasons = {
            index
            for index, allowance in enumerate(allowed)
            if allowance.section == difference.section and _form(allowance.what) in words
        }
        used |= reasons
        if not reasons:
            problems.append(difference.problem)
    for index, allowance in enumerate(allowed):
        if index not in used:
            line = own.front.line(("translation", "differences", index))
            what = f"rien ne diffère plus : « {allowance.what} », section « {allowance.section} »"
            problems.append(Problem(own.path, line, what, "ôtez cette ligne de differences", blocking=False))
    return problems


def _in_header(own: Document, french: Document, then: Mapping[str, str]) -> Iterator[Told]:
    for key, part in (("title", TITLE), ("description", DESCRIPTION)):
        said = then.get(part, front_value(french, key))
        yield from _value(own, french, key, (key,), said, front_value(own, key), of_then=part in then)
    theirs, ours = front_value(french, "sources") or [], front_value(own, "sources") or []
    if not isinstance(theirs, list) or not isinstance(ours, list):
        return  # already refused
    if len(theirs) != len(ours):
        there = Place(french.path, french.front.line(("sources",)))
        what = f"{len(ours)} sources ici, {len(theirs)} en français ({there})"
        here = Place(own.path, own.front.line(("sources",)))
        yield _only_told(told("sources", here, what, mend="reprenez les sources du français"))
        return
    for index, (source, copy) in enumerate(zip(theirs, ours, strict=True)):
        if isinstance(source, dict) and isinstance(copy, dict):
            yield from _source(own, french, index, source, copy)


def _only_told(found: Told) -> Told:
    """Sources have no code: nobody knows which of the two moved, so nobody is stopped."""
    return replace(found, problem=replace(found.problem, blocking=False))


def _source(
    own: Document, french: Document, index: int, source: dict[str, Any], copy: dict[str, Any]
) -> Iterator[Told]:
    """The same address and date, and the numbers of the title."""
    where = ("sources", index)
    there, here = Place(french.path, french.front.line(where)), Place(own.path, own.front.line(where))
    for key in ("url", "date"):
        said, copied = str(source.get(key)), str(copy.get(key))
        if said != copied:
            what = f"« {key}: {copied} » est ici, mais le français dit « {said} » ({there})"
            yield _only_told(told("sources", here, what, said, copied))
    yield from _value(own, french, "sources", where, source.get("title"), copy.get("title"))


def _value(
    own: Document,
    french: Document,
    section: str,
    where: tuple[str | int, ...],
    said: object,
    text: object,
    *,
    of_then: bool = False,
) -> Iterator[Told]:
    if isinstance(said, str) and isinstance(text, str):
        there, here = Place(french.path, french.front.line(where), of_then), Place(own.path, own.front.line(where))
        yield from differing_facts(section, [facts_of_a_value(said, text, own.lang, there, here)], own.lang)


def _in_body(own: Document, french: Document, then: Mapping[str, str]) -> Iterator[Told]:
    """Section by section; when sections are missing or added, that is told elsewhere, and mended first."""
    ours = {section.id: section for section in sections_of(own.body, own.body_line)}
    today = {section.id: section for section in sections_of(french.body, french.body_line)}
    theirs = _as_translated(today, then, ours, french.body_line)
    lone = set(theirs) ^ set(ours)
    if lone - {INTRODUCTION}:
        return
    for name, section in theirs.items():
        if name in ours:
            yield from differences_in_section(own, french, section, ours[name])
    if lone:
        there = Place(french.path, theirs[INTRODUCTION].line if INTRODUCTION in theirs else french.body_line)
        here = Place(own.path, ours[INTRODUCTION].line if INTRODUCTION in ours else own.body_line)
        what = f"le texte avant la première section n’est que d’un côté ({there})"
        yield told(INTRODUCTION, here, what, mend="traduisez-le, ou ôtez-le")


def _as_translated(
    today: Mapping[str, Section], then: Mapping[str, str], ours: Mapping[str, Section], first_line: int
) -> dict[str, Section]:
    """The French sections that the translation was made from: ``then`` in the place of those that changed since.

    A section added or removed since, that the translation already has or has no more, is of today.
    """
    found = dict(today)
    for part, text in then.items():
        name = INTRODUCTION if part == OPENING else part
        if part in (TITLE, DESCRIPTION) or (not text and name in ours):
            continue
        line = found.pop(name).line if name in found else first_line
        if name in ours:
            found |= {s.id: replace(s, of_then=True) for s in sections_of(text, line)}
    return found


def _form(words: str) -> str:
    """Words as they are compared: the volunteer copies them from the message."""
    return " ".join(fold(shown(words) or words).split())

"""The number lock: a translation says the numbers, links and lists of its French text, section by section.

One message names both lines. What differs for a good reason is written in the translation's header, with the reason;
a reason that no difference needs any more is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vigie.documents import Document, TextTranslation, front_value
from vigie.problems import Problem
from vigie.translations.compare import differences
from vigie.translations.facts import Fact, facts_in, shown
from vigie.translations.number_words import fold
from vigie.translations.sections import Section, sections_of

_HEADER = ("title", "description")
_MEND = "reprenez le français, ou dites pourquoi dans translation: differences"
_LISTS = {"item": ("la liste", "éléments"), "row": ("le tableau", "lignes")}


@dataclass(frozen=True)
class Place:
    """A line of a file."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Told:
    """A difference: in which section, by what words it may be allowed, and what is said of it."""

    section: str
    words: tuple[str, ...]
    problem: Problem


def numbers_and_links_are_those_of_the_french(
    own: Document, french: Document, translation: TextTranslation | None
) -> list[Problem]:
    """Every difference that the header does not allow, and every allowance that is no longer needed."""
    told = [*_in_header(own, french), *_in_body(own, french)]
    allowed = translation.differences if translation else ()
    used: set[int] = set()
    problems = []
    for difference in told:
        reasons = {
            index
            for index, allowance in enumerate(allowed)
            if allowance.section == difference.section and _form(allowance.what) in map(_form, difference.words)
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


def differing_facts(
    french: Sequence[Sequence[Fact]], own: Sequence[Sequence[Fact]], lang: str, places: Sequence[tuple[Place, Place]]
) -> Iterator[tuple[tuple[str, ...], Problem]]:
    """The words and the problem of each difference; ``places`` are the first lines of each block, French and own."""
    for found in differences(french, own, lang):
        there, here = places[found.block]
        if found.french:
            there = Place(there.path, found.french.line)
        if found.own:
            here = Place(here.path, found.own.line)
        what = ""
        if found.french and found.own:
            what = f"« {found.own.written} » est ici, mais le français dit « {found.french.written} » ({there})"
        elif found.french:
            what = f"« {found.french.written} » du français ({there}) manque ici"
        elif found.own:
            what = f"« {found.own.written} » n’est pas dans le français ({there})"
        yield (
            tuple(fact.written for fact in (found.french, found.own) if fact),
            Problem(here.path, here.line, what, _MEND),
        )


def _in_header(own: Document, french: Document) -> Iterator[Told]:
    for key in _HEADER:
        here, there = Place(own.path, own.front.line((key,))), Place(french.path, french.front.line((key,)))
        texts = (front_value(french, key), front_value(own, key))
        if not all(isinstance(text, str) for text in texts):
            continue  # already refused
        facts = [
            _on_line(facts_in(text, lang), place.line)
            for text, lang, place in zip(texts, (french.lang, own.lang), (there, here), strict=True)
        ]
        for words, problem in differing_facts([facts[0]], [facts[1]], own.lang, [(there, here)]):
            yield Told(key, words, problem)
    yield from _sources(own, french)


def _sources(own: Document, french: Document) -> Iterator[Told]:
    """Posts: the same sources, of the same days, in the same order."""
    listed = [front_value(document, "sources") or [] for document in (french, own)]
    if not all(isinstance(sources, list) for sources in listed):
        return
    here, there = Place(own.path, own.front.line(("sources",))), Place(french.path, french.front.line(("sources",)))
    if len(listed[0]) != len(listed[1]):
        what = f"« sources » a {len(listed[1])} éléments, {len(listed[0])} en français ({there})"
        yield Told("sources", (), Problem(here.path, here.line, what, "reprenez les sources du français"))
        return
    for index, (source, ours) in enumerate(zip(*listed, strict=True)):
        if not isinstance(source, dict) or not isinstance(ours, dict):
            continue
        there = Place(french.path, french.front.line(("sources", index)))
        here = Place(own.path, own.front.line(("sources", index)))
        for key in ("url", "date"):
            if str(source.get(key)) != str(ours.get(key)):
                what = f"« {ours.get(key)} » est ici, mais le français dit « {source.get(key)} » ({there})"
                words = (str(source.get(key)), str(ours.get(key)))
                yield Told("sources", words, Problem(here.path, here.line, what, _MEND))
        facts = [
            _on_line(facts_in(str(record.get("title")), document.lang), place.line)
            for record, document, place in ((source, french, there), (ours, own, here))
        ]
        for words, problem in differing_facts([facts[0]], [facts[1]], own.lang, [(there, here)]):
            yield Told("sources", words, problem)


def _on_line(facts: Iterable[Fact], line: int) -> list[Fact]:
    """Facts of a value of the header, which may be folded over several lines: they are shown where it begins."""
    return [Fact(f.kind, f.value, line, f.written, f.in_letters, f.unit, f.parts) for f in facts]


def _in_body(own: Document, french: Document) -> Iterator[Told]:
    theirs = sections_of(french.body, french.body_line)
    ours = {section.id: section for section in sections_of(own.body, own.body_line)}
    if Counter(section.id for section in theirs) != Counter(ours.keys()):
        yield from _without_introduction(own, french, {section.id: section for section in theirs}, ours)
        return
    for section in theirs:
        yield from _in_section(own, french, section, ours[section.id])


def _without_introduction(
    own: Document, french: Document, theirs: dict[str, Section], ours: dict[str, Section]
) -> Iterator[Told]:
    """Text before the first heading on one side only; other sections that differ are told with their ids."""
    lone = set(theirs) ^ set(ours)
    if lone != {"introduction"}:
        return
    for key, section in theirs.items():
        if key in ours:
            yield from _in_section(own, french, section, ours[key])
    there, here = theirs.get("introduction"), ours.get("introduction")
    french_line = there.line if there else french.body_line
    own_line = here.line if here else own.body_line
    what = f"le texte avant la première section n’est que d’un côté ({Place(french.path, french_line)})"
    yield Told("introduction", (), Problem(own.path, own_line, what, "traduisez-le, ou ôtez-le"))


def _in_section(own: Document, french: Document, theirs: Section, ours: Section) -> Iterator[Told]:
    aligned = [block.kind for block in theirs.blocks] == [block.kind for block in ours.blocks]
    french_facts = [facts_in(block.text, french.lang, block.line) for block in theirs.blocks]
    own_facts = [facts_in(block.text, own.lang, block.line) for block in ours.blocks]
    places = [
        (Place(french.path, a.line), Place(own.path, b.line)) for a, b in zip(theirs.blocks, ours.blocks, strict=False)
    ]
    if not aligned:
        french_facts, own_facts = (
            [tuple(f for fs in french_facts for f in fs)],
            [tuple(f for fs in own_facts for f in fs)],
        )
        places = places[:1]
    for words, problem in differing_facts(french_facts, own_facts, own.lang, places):
        yield Told(theirs.id, words, problem)
    yield from _lists(own, french, theirs, ours)
    yield from _links(own, french, theirs, ours, places)


def _lists(own: Document, french: Document, theirs: Section, ours: Section) -> Iterator[Told]:
    if len(theirs.lists) != len(ours.lists):
        there, here = Place(french.path, theirs.line), Place(own.path, ours.line)
        what = f"cette section a {len(ours.lists)} liste(s) ou tableau(x), {len(theirs.lists)} en français ({there})"
        yield Told(theirs.id, (), Problem(here.path, here.line, what, "reprenez les listes du français"))
        return
    for (kind, line, count), (own_kind, own_line, own_count) in zip(theirs.lists, ours.lists, strict=True):
        if (kind, count) != (own_kind, own_count):
            name, things = _LISTS[own_kind]
            theirs_are = _LISTS[kind][1]
            what = f"{name} a {own_count} {things}, {count} {theirs_are} en français ({Place(french.path, line)})"
            yield Told(theirs.id, (), Problem(own.path, own_line, what, "le même nombre des deux côtés"))


def _links(
    own: Document, french: Document, theirs: Section, ours: Section, places: Sequence[tuple[Place, Place]]
) -> Iterator[Told]:
    """The same targets, however often; a missing and an added one of the same place are one difference."""
    french_links, own_links = theirs.links(french.name), ours.links(own.name)
    missing = {link.target: link for link in french_links if link.target not in {own.target for own in own_links}}
    added = {link.target: link for link in own_links if link.target not in {link.target for link in french_links}}
    beside = {there.line: here for there, here in places}
    for target, link in list(missing.items()):
        here = beside.get(link.line, Place(own.path, ours.line))
        there = Place(french.path, link.line)
        other = next((o for o in added.values() if o.line == here.line or len(missing) == len(added) == 1), None)
        if other:
            del added[other.target], missing[target]
            what = f"ce lien mène à « {other.written} », et en français à « {link.written} » ({there})"
            yield Told(theirs.id, (link.written, other.written), Problem(own.path, other.line, what, _MEND))
        else:
            what = f"le lien « {link.written} » du français ({there}) manque ici"
            yield Told(theirs.id, (link.written,), Problem(here.path, here.line, what, _MEND))
    facing = {here.line: there for there, here in places}
    for link in added.values():
        there = facing.get(link.line, Place(french.path, theirs.line))
        what = f"le lien « {link.written} » n’est pas dans le français ({there})"
        yield Told(theirs.id, (link.written,), Problem(own.path, link.line, what, _MEND))


def _form(words: str) -> str:
    """Words as they are compared: the volunteer copies them from the message."""
    return " ".join(fold(shown(words) or words).split())

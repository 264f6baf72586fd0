"""One section beside its French: its numbers, its lists and tables, where its links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vigie.documents import Document
from vigie.translations.blocks import Block, BlockKind, Link, Section
from vigie.translations.facts import facts_in
from vigie.translations.link_lock import differing_links
from vigie.translations.number_words import fold
from vigie.translations.told import Facing, Place, Told, differing_facts, told

_CELL_ENDS = re.compile(r"(?<!\\)\|")
_NAMES: dict[BlockKind, tuple[str, str]] = {"item": ("une liste", "élément"), "row": ("un tableau", "ligne")}


def differences_in_section(own: Document, french: Document, theirs: Section, ours: Section) -> Iterator[Told]:
    """Paragraph by paragraph, and cell by cell, when both sides have the same; else the section as a whole."""
    facing = [(theirs.blocks, ours.blocks)]
    if [block.kind for block in theirs.blocks] == [block.kind for block in ours.blocks]:
        facing = [
            ((a,), (b,)) for pair in zip(theirs.blocks, ours.blocks, strict=True) for a, b in _facing_cells(*pair)
        ]
    pieces = [_piece(own, french, there, here, of_then=theirs.of_then) for there, here in facing]
    links = [(_links(there, french), _links(here, own)) for there, here in facing]
    facts = list(differing_facts(theirs.id, pieces, own.lang))
    numbers = {(fact.problem.line, _digits(word)) for fact in facts for word in fact.words}
    yield from facts
    yield from _lists(own, french, theirs, ours)
    for link in differing_links(theirs.id, pieces, links):
        if not any(
            word.startswith("contact:") and (link.problem.line, _digits(word)) in numbers for word in link.words
        ):
            yield link  # a helpline for another is one slip: its number is told, its target goes with it


def _facing_cells(theirs: Block, ours: Block) -> list[tuple[Block, Block]]:
    """The cells of two rows that have as many; any other block is left whole."""
    cells, own_cells = (_CELL_ENDS.split(block.text) for block in (theirs, ours))
    if theirs.kind != "row" or len(cells) != len(own_cells):
        return [(theirs, ours)]
    return [
        (replace(theirs, text=cell), replace(ours, text=own_cell))
        for cell, own_cell in zip(cells, own_cells, strict=True)
    ]


def _digits(words: str) -> str:
    return "".join(char for char in fold(words) if char.isdigit())


def _links(blocks: tuple[Block, ...], document: Document) -> tuple[Link, ...]:
    return tuple(link for block in blocks for link in block.links(document.name))


def _piece(
    own: Document, french: Document, theirs: tuple[Block, ...], ours: tuple[Block, ...], *, of_then: bool
) -> Facing:
    there, here = Place(french.path, theirs[0].line, of_then), Place(own.path, ours[0].line)
    facts = tuple(fact for block in theirs for fact in facts_in(block.text, french.lang, block.line))
    own_facts = tuple(fact for block in ours for fact in facts_in(block.text, own.lang, block.line))
    same_lines = len(theirs) == len(ours) == 1 and theirs[0].text.count("\n") == ours[0].text.count("\n")
    return Facing(there, here, facts, own_facts, line_by_line=same_lines)


def _lists(own: Document, french: Document, theirs: Section, ours: Section) -> Iterator[Told]:
    """As many lists and tables, each with as many items or rows."""
    if len(theirs.lists) != len(ours.lists):
        there, here = Place(french.path, theirs.line, theirs.of_then), Place(own.path, ours.line)
        what = f"cette section a {len(ours.lists)} listes ou tableaux, {len(theirs.lists)} en français ({there})"
        yield told(theirs.id, here, what, mend="reprenez les listes du français")
        return
    for (kind, line, count), (own_kind, own_line, own_count) in zip(theirs.lists, ours.lists, strict=True):
        if (kind, count) != (own_kind, own_count):
            (is_here, things), (is_there, their_things) = _NAMES[own_kind], _NAMES[kind]
            there = Place(french.path, line, theirs.of_then)
            what = f"{is_here} de {_several(own_count, things)} ; en français, {is_there} de {_several(count, their_things)} ({there})"
            yield told(theirs.id, Place(own.path, own_line), what, mend="reprenez la liste du français, ligne à ligne")


def _several(count: int, things: str) -> str:
    return f"{count} {things}{'s' if count > 1 else ''}"

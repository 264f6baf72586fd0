"""One section beside its French: its numbers, its lists and tables, where its links lead."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.documents import Document
from vigie.translations.blocks import Block, BlockKind, Section
from vigie.translations.facts import facts_in
from vigie.translations.number_words import fold
from vigie.translations.told import Facing, Place, Told, differing_facts, told

_NAMES: dict[BlockKind, tuple[str, str]] = {"item": ("une liste", "élément"), "row": ("un tableau", "ligne")}


def differences_in_section(own: Document, french: Document, theirs: Section, ours: Section) -> Iterator[Told]:
    """Paragraph by paragraph when both sides have the same; else the section as a whole."""
    pieces = [_piece(own, french, theirs.blocks, ours.blocks, of_then=theirs.of_then)]
    if [block.kind for block in theirs.blocks] == [block.kind for block in ours.blocks]:
        pieces = [
            _piece(own, french, (a,), (b,), of_then=theirs.of_then)
            for a, b in zip(theirs.blocks, ours.blocks, strict=True)
        ]
    facts = list(differing_facts(theirs.id, pieces, own.lang))
    numbers = {(fact.problem.line, _digits(word)) for fact in facts for word in fact.words}
    yield from facts
    yield from _lists(own, french, theirs, ours)
    for link in _links(own, french, theirs, ours, pieces):
        if not any(
            word.startswith("contact:") and (link.problem.line, _digits(word)) in numbers for word in link.words
        ):
            yield link  # a helpline for another is one slip: its number is told, its target goes with it


def _digits(words: str) -> str:
    return "".join(char for char in fold(words) if char.isdigit())


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


def _links(own: Document, french: Document, theirs: Section, ours: Section, pieces: list[Facing]) -> Iterator[Told]:
    """The same targets, however often; a missing and an added one on facing lines are one difference."""
    french_links = {link.target: link for link in theirs.links(french.name)}
    own_links = {link.target: link for link in ours.links(own.name)}
    missing = [link for target, link in french_links.items() if target not in own_links]
    added = [link for target, link in own_links.items() if target not in french_links]
    for link in missing:
        there = Place(french.path, link.line)
        here = max(
            (piece for piece in pieces if piece.there.line <= link.line), key=lambda piece: piece.there.line
        ).here
        other = next((o for o in added if o.line == here.line or len(missing) == len(added) == 1), None)
        if other:
            added.remove(other)
            what = f"ce lien mène à « {other.written} », et en français à « {link.written} » ({there})"
            yield told(theirs.id, here.at(other.line), what, link.written, other.written)
        else:
            yield told(theirs.id, here, f"le lien « {link.written} » du français ({there}) manque ici", link.written)
    for link in added:
        piece = max((piece for piece in pieces if piece.here.line <= link.line), key=lambda piece: piece.here.line)
        what = f"le lien « {link.written} » n’est pas dans le français ({piece.there})"
        yield told(theirs.id, piece.here.at(link.line), what, link.written)

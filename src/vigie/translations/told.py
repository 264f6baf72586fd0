"""What is said of a difference: one message, on the line of the translation, that names the French line too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.translations.compare import differences
from vigie.translations.facts import Fact, facts_in

MEND = "reprenez le français, ou dites pourquoi dans translation: differences"


@dataclass(frozen=True)
class Place:
    """A line of a file."""

    path: str
    line: int
    of_then: bool = False
    """A text that has changed since it was translated: its lines are not those of today."""

    def __str__(self) -> str:
        return f"{self.path}, tel qu’il était à la traduction" if self.of_then else f"{self.path}:{self.line}"

    def at(self, line: int) -> Place:
        """Another line of the same file."""
        return replace(self, line=line)


@dataclass(frozen=True)
class Told:
    """A difference: in which section, by what words it may be allowed, and what is said of it."""

    section: str
    words: tuple[str, ...]
    problem: Problem


@dataclass(frozen=True)
class Facing:
    """A piece of French and its translation: where each begins, their facts, and whether their lines go together."""

    there: Place
    here: Place
    french: tuple[Fact, ...]
    own: tuple[Fact, ...]
    line_by_line: bool = False


def told(section: str, here: Place, what: str, *words: str, mend: str = MEND) -> Told:
    """A difference on the line ``here``."""
    return Told(section, words, Problem(here.path, here.line, what, mend))


def facts_of_a_value(said: str, text: str, lang: str, there: Place, here: Place) -> Facing:
    """A French value and its translation; folded over several lines, they are shown where they begin."""
    theirs = tuple(replace(fact, line=there.line) for fact in facts_in(said, SOURCE))
    return Facing(there, here, theirs, tuple(replace(fact, line=here.line) for fact in facts_in(text, lang)))


def differing_facts(section: str, pieces: Sequence[Facing], lang: str) -> Iterator[Told]:
    """What the facts of ``pieces``, in ``lang``, lost, added or altered."""
    for found in differences([piece.french for piece in pieces], [piece.own for piece in pieces], lang):
        piece = pieces[found.block]
        if found.french and found.own:
            there = piece.there.at(found.french.line)
            what = f"« {found.own.written} » est ici, mais le français dit « {found.french.written} » ({there})"
            yield told(section, piece.here.at(found.own.line), what, found.french.written, found.own.written)
        elif found.french:
            there = piece.there.at(found.french.line)
            further = there.line - piece.there.line if piece.line_by_line else 0
            what = f"« {found.french.written} » du français ({there}) manque ici"
            yield told(section, piece.here.at(piece.here.line + further), what, found.french.written)
        elif found.own:
            further = found.own.line - piece.here.line if piece.line_by_line else 0
            there = piece.there.at(piece.there.line + further)
            what = f"« {found.own.written} » n’est pas dans le français ({there})"
            yield told(section, piece.here.at(found.own.line), what, found.own.written)

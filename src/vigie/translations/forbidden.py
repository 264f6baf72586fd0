"""The forbidden variants of the glossary in a text: which, on which line, and the word to write instead.

``forbidden_variants`` reads Markdown or plain text. What nobody reads as words (targets of links, ids, code, markers,
placeholders) is left out first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate

from vigie.translations.glossary import LANGUAGES, Glossary, GlossaryLanguage, Term, Variant
from vigie.translations.words import fold, literal_of, pattern_of

_NO_WORDS = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$"  # a block of code
    r"|<!--.*?-->"  # a marker
    r"|`[^`\n]*`"  # code in a sentence
    r"|^[ ]{0,3}\[[^\]\n]+\]:.*?$"  # the definition of a link
    r"|<?https?://[^\s)>\]]+>?"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+",
    re.MULTILINE | re.DOTALL,
)
_TARGET = re.compile(r"(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|\{[^}\n]*\}")
"""The target of a link, the id of a title, a placeholder: taken out, the words around them are one phrase."""
_SIGNS = re.compile(r"[\[\]*>]")


@dataclass(frozen=True)
class Found:
    """One occurrence: its line in the text (from 1), as it is written once folded, the variant and its term."""

    line: int
    written: str
    variant: Variant
    term: Term
    lang: GlossaryLanguage

    @property
    def right(self) -> str:
        """What to write instead."""
        return self.term.word(self.lang)


@dataclass(frozen=True)
class _Search:
    """A variant ready to be found, and the phrases that excuse it."""

    variant: Variant
    term: Term
    literal: str
    found: re.Pattern[str]
    excused: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, eq=False)
class _Searches:
    """Those of one language; told apart by identity, so that they are a key at no cost."""

    lang: GlossaryLanguage
    every: tuple[_Search, ...]


def forbidden_variants(text: str, lang: str, glossary: Glossary) -> tuple[Found, ...]:
    """Every forbidden variant of ``lang`` in ``text``, in order; none for a language that the glossary does not know."""
    known = next((code for code in LANGUAGES if code == lang), None)
    if known is None:
        return ()
    return _found(text, _searches(glossary, known))


def the_same(glossary: Glossary) -> Glossary:
    """The first glossary of this process equal to ``glossary``: a text searched with it is not searched again."""
    return _kept(glossary)


@lru_cache(maxsize=4)
def _kept(glossary: Glossary) -> Glossary:
    return glossary


@lru_cache(maxsize=8192)
def _found(text: str, searches: _Searches) -> tuple[Found, ...]:
    lang = searches.lang
    lines = [fold(_SIGNS.sub("", unescape(line)), lang) for line in _only_words(text).split("\n")]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    folded = " ".join(lines)
    found: list[tuple[int, int, _Search]] = []
    for search in searches.every:
        for match in search.found.finditer(folded) if search.literal in folded else ():
            if not any(_covers(excuse, folded, match) for excuse in search.excused):
                found.append((match.start(), match.end(), search))
    return tuple(
        Found(bisect_right(starts, start), folded[start:end], search.variant, search.term, lang)
        for start, end, search in _longest(found)
    )


def _longest(found: list[tuple[int, int, _Search]]) -> list[tuple[int, int, _Search]]:
    """In order, without those that stand inside a longer one: one slip is told once."""
    kept: list[tuple[int, int, _Search]] = []
    for start, end, search in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end, search))
    return kept


def _only_words(text: str) -> str:
    """``text`` on the same lines, without what is no word."""
    return _TARGET.sub("", _NO_WORDS.sub(lambda match: "|" + "\n" * match.group().count("\n"), text))


def _covers(excuse: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether an occurrence of ``excuse`` holds all of ``match``."""
    return any(one.start() <= match.start() and match.end() <= one.end() for one in excuse.finditer(text))


@lru_cache(maxsize=32)
def _searches(glossary: Glossary, lang: GlossaryLanguage) -> _Searches:
    """A term of the glossary is always right: a variant inside one (« smuggling » in « smuggling of migrants ») too."""
    searches = []
    for term in glossary.terms:
        for variant in term.forbidden.in_language(lang):
            found = re.compile(pattern_of(variant.variant, lang))
            right = [other.word(lang) for other in glossary.terms if found.search(fold(other.word(lang), lang))]
            excused = (*right, *(exemption.within for exemption in variant.unless))
            patterns = tuple(re.compile(pattern_of(phrase, lang)) for phrase in excused)
            searches.append(_Search(variant, term, literal_of(variant.variant, lang), found, patterns))
    return _Searches(lang, tuple(searches))

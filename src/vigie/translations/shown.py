"""The glossary as readers see it: one row per term, the words of the page's language first, in its alphabetical order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from vigie.languages import SOURCE
from vigie.translations.glossary import LANGUAGES, Glossary, GlossaryLanguage, Term, Variant
from vigie.translations.words import core, fold
from vigie.values import Text


@dataclass(frozen=True)
class ShownTerm:
    """A row: the term in each language (in the order of the columns), what to avoid, what not to confuse it with."""

    term: Term
    words: tuple[Text, ...]
    definition: Text
    avoided: tuple[tuple[Text, Variant], ...]
    confused: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class ShownGlossary:
    """The columns of words, then the rows."""

    columns: tuple[GlossaryLanguage, ...]
    rows: tuple[ShownTerm, ...]


def shown_glossary(glossary: Glossary, lang: str) -> ShownGlossary:
    """For a page in ``lang``; a language that the glossary does not know reads it as French does."""
    first: GlossaryLanguage = next((code for code in LANGUAGES if code == lang), "fr")
    columns = (first, *(code for code in LANGUAGES if code != first))
    terms = {term.id: term for term in glossary.terms}
    rows = tuple(
        ShownTerm(
            term,
            tuple(Text(term.word(code), code) for code in columns),
            Text(term.definition, SOURCE),
            tuple((Text(variant.variant, first), variant) for variant in term.forbidden.in_language(first)),
            tuple((other, Text(terms[other].word(first), first)) for other in term.confused_with),
        )
        for term in sorted(glossary.terms, key=lambda term: _place(term.word(first), first))
    )
    return ShownGlossary(columns, rows)


def _place(word: str, lang: str) -> str:
    """Where a word stands in a dictionary: neither accents nor, in Arabic, the article count."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", fold(word, lang)) if unicodedata.category(sign) != "Mn"
    )
    return core(bare) if lang == "ar" else bare

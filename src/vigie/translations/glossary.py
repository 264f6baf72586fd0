"""``data/glossary.yaml``: the words of the field in each language, and those that say something else.

Rules of one term are in its record; those between terms are in ``check_glossary``, which knows the lines.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, model_validator

from vigie.data_files import Loaded
from vigie.problems import Problem
from vigie.records import Record, refusal
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Location
from vigie.translations.words import core, fold, pattern_of
from vigie.values import Id, PlainText, WebAddress

GlossaryLanguage = Literal["fr", "ar", "en"]
LANGUAGES: tuple[GlossaryLanguage, ...] = get_args(GlossaryLanguage)
SHORTEST_IN_ARABIC = 4
"""Letters of a single forbidden word: « رق » (slavery) after « و » (and) is « ورق » (paper)."""


_NEXT_SENTENCE = re.compile(r"(?:(?<=\w\w)\.|[!?…])\s+\S")
"""A point after a letter alone (« L. 425-1 ») ends nothing."""


def _one_sentence(value: str) -> str:
    if not value.endswith(".") or _NEXT_SENTENCE.search(value):
        raise refusal("cette définition n’est pas une phrase", "une seule phrase, avec son point, sans autre point")
    return value


class TermSource(Record):
    """The official text in which a term stands, and in which languages it stands there."""

    title: PlainText = Field(description="Titre du texte officiel, et son article")
    url: WebAddress | None = Field(description="Adresse de l’original, ou null si elle n’est pas connue")
    covers: tuple[GlossaryLanguage, ...] = Field(
        min_length=1, description="Langues dans lesquelles ce texte emploie exactement ce terme : fr, ar, en"
    )

    @model_validator(mode="after")
    def each_language_once(self) -> TermSource:
        """A language is covered or it is not."""
        if len(set(self.covers)) < len(self.covers):
            raise refusal("une langue est nommée deux fois dans « covers »", "une fois suffit")
        return self

    @property
    def leaves_to_us(self) -> tuple[GlossaryLanguage, ...]:
        """The languages in which the text does not say the term: the word is this site's own."""
        return tuple(lang for lang in LANGUAGES if lang not in self.covers)


class Exemption(Record):
    """A phrase in which a forbidden variant is right, and why."""

    within: PlainText = Field(description="Passage où la variante est juste : il la contient")
    why: PlainText = Field(description="Pourquoi elle y est juste")


class Variant(Record):
    """What is not written for a term, and why."""

    variant: PlainText = Field(description="Mot ou passage à ne pas écrire")
    why: PlainText = Field(description="Pourquoi : ce qu’il dit d’autre")
    unless: tuple[Exemption, ...] = Field(default=(), description="Passages où la variante est admise")


class Forbidden(Record):
    """The forbidden variants of a term, by language."""

    fr: tuple[Variant, ...] = Field(default=(), description="Variantes à éviter en français (avertissement)")
    ar: tuple[Variant, ...] = Field(default=(), description="Variantes refusées en arabe")
    en: tuple[Variant, ...] = Field(default=(), description="Variantes refusées en anglais")

    def in_language(self, lang: str) -> tuple[Variant, ...]:
        """Those of ``lang``; none for a language that the glossary does not know."""
        return getattr(self, lang) if lang in LANGUAGES else ()


class Term(Record):
    """One term, the same thing in each language."""

    id: Id = Field(description="Identifiant permanent : c’est aussi l’ancre de la page")
    fr: PlainText = Field(description="Le terme en français")
    ar: PlainText = Field(description="Le terme en arabe")
    en: PlainText = Field(description="Le terme en anglais")
    definition: Annotated[PlainText, AfterValidator(_one_sentence)] = Field(
        description="Ce qu’il veut dire ici, en français, en une phrase simple"
    )
    source: TermSource | None = Field(description="Texte officiel qui emploie ce terme ; null : usage de ce site")
    forbidden: Forbidden = Field(default=Forbidden(), description="Ce qu’on n’écrit pas pour ce terme")
    confused_with: tuple[Id, ...] = Field(default=(), description="id d’autres termes, justes mais différents")
    note: PlainText | None = Field(default=None, description="Pour qui traduit ; ne paraît pas sur le site")

    def word(self, lang: GlossaryLanguage) -> str:
        """The term in ``lang``."""
        return {"fr": self.fr, "ar": self.ar, "en": self.en}[lang]

    @model_validator(mode="after")
    def each_variant_can_be_found(self) -> Term:
        """A variant is long enough, is there once, and each of its exemptions holds it."""
        for lang in LANGUAGES:
            seen: set[str] = set()
            for variant in self.forbidden.in_language(lang):
                written = fold(variant.variant, lang)
                if written in seen:
                    raise refusal(f"« {variant.variant} » est interdit deux fois", "une fois suffit")
                seen.add(written)
                if lang == "ar" and " " not in written and len(core(written)) < SHORTEST_IN_ARABIC:
                    what = f"« {variant.variant} » est trop court pour être reconnu"
                    raise refusal(what, f"{SHORTEST_IN_ARABIC} lettres au moins, ou plusieurs mots")
                found = re.compile(pattern_of(variant.variant, lang))
                for exemption in variant.unless:
                    if not found.search(fold(exemption.within, lang)):
                        what = f"le passage admis « {exemption.within} » ne contient pas « {variant.variant} »"
                        raise refusal(what, "écrivez le passage entier, variante comprise")
        return self


class Glossary(Record):
    """``data/glossary.yaml``."""

    terms: tuple[Term, ...] = Field(min_length=1, description="Les termes")

    def __hash__(self) -> int:
        """Of what is at hand: the glossary is a key at each text, and a hash of every field would cost more than the search."""
        return hash((len(self.terms), self.terms[0].id))


def check_glossary(glossary: Loaded[Glossary], refused: RefusedHosts) -> list[Problem]:
    """What a term may not be beside the others: said twice, forbidden elsewhere, unknown; and where it was read."""
    problems = _said_twice(glossary)
    known = {term.id for term in glossary.record.terms}
    for index, term in enumerate(glossary.record.terms):
        place: Location = ("terms", index)
        for number, other in enumerate(term.confused_with):
            if other == term.id or other not in known:
                what = f"« {other} » n’est pas un autre terme du glossaire"
                problems.append(glossary.problem((*place, "confused_with", number), what, "corrigez l’id, ou ôtez-le"))
        why = refused.refuses(term.source.url) if term.source and term.source.url else None
        if why:
            what = f"ce site ne se cite pas ({why})"
            problems.append(glossary.problem((*place, "source", "url"), what, "l’adresse de l’original, ou null"))
    return problems


def _said_twice(glossary: Loaded[Glossary]) -> list[Problem]:
    """One id is one term; one word of a language is one term; what a term says is forbidden for no other."""
    problems = []
    ids: set[str] = set()
    words: dict[tuple[str, str], str] = {}
    for index, term in enumerate(glossary.record.terms):
        if term.id in ids:
            what = f"l’identifiant « {term.id} » sert deux fois"
            problems.append(glossary.problem(("terms", index, "id"), what, "choisissez-en un autre"))
        ids.add(term.id)
        for lang in LANGUAGES:
            first = words.setdefault((lang, fold(term.word(lang), lang)), term.id)
            if first != term.id:
                what = f"« {term.word(lang)} » est déjà le terme de « {first} »"
                mend = "un mot par notion : ce qui diffère en français diffère dans chaque langue"
                problems.append(glossary.problem(("terms", index, lang), what, mend))
    for index, term in enumerate(glossary.record.terms):
        for lang in LANGUAGES:
            for number, variant in enumerate(term.forbidden.in_language(lang)):
                owner = words.get((lang, fold(variant.variant, lang)))
                if owner is not None:
                    what = f"« {variant.variant} » est interdit ici, et c’est le terme de « {owner} »"
                    mend = "ôtez-le ; s’il est juste pour autre chose, mettez cet id dans confused_with"
                    place = ("terms", index, "forbidden", lang, number, "variant")
                    problems.append(glossary.problem(place, what, mend))
    return problems

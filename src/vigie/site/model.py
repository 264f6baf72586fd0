"""``data/site.yaml``, ``organisations.yaml``, ``topics.yaml``: who publishes, who is a member, what texts speak of."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from vigie.documents import TranslatedRecord
from vigie.languages import SOURCE, is_known
from vigie.records import Record, refusal
from vigie.values import Id, PlainText, Reference, WebAddress

LanguageStatus = Literal["hidden", "pilot", "public"]


class SiteLanguage(Record):
    """A language of the site and how far it may be shown."""

    code: str = Field(pattern=r"^[a-z]{2}$", description="Code de la langue, deux lettres (fr, ar, en…)")
    status: LanguageStatus = Field(
        description="hidden : pas construite, mais vérifiée ; pilot : signalée, hors des moteurs ; public : complète et relue"
    )
    name: Annotated[PlainText, Field(max_length=40)] | None = Field(
        default=None, description="Nom de la langue dans cette langue ; sans cette clé, celui de CLDR"
    )
    leave_to: WebAddress = Field(
        description="Où mène « Quitter vite » dans cette langue : https, un autre site, une page banale, sans « ? »"
    )

    @model_validator(mode="after")
    def the_code_is_a_language(self) -> SiteLanguage:
        """Direction, dates and own name come from the code."""
        if not is_known(self.code):
            raise refusal(f"« {self.code} » n’est pas un code de langue", "deux lettres, par exemple ar")
        return self

    @model_validator(mode="after")
    def leave_to_is_harmless(self) -> SiteLanguage:
        """The way out is https, without a query that could say where the reader came from."""
        parts = urlsplit(self.leave_to)
        if parts.scheme != "https" or parts.query or parts.fragment:
            raise refusal(
                f"« {self.leave_to} » ne convient pas à « Quitter vite »", "une adresse https, sans « ? » ni « # »"
            )
        return self


class Publisher(Record):
    """Facts that the law asks a publisher to show; null is shown « à compléter par le collectif »."""

    name: PlainText = Field(description="Nom du collectif")
    legal_form: PlainText | None = Field(description="Forme juridique de l’éditeur")
    address: PlainText | None = Field(description="Adresse postale du siège (jamais celle d’un lieu d’accueil)")
    registration: PlainText | None = Field(description="Numéro RNA ou SIREN")
    director: PlainText | None = Field(description="Directrice ou directeur de la publication (fonction publique)")
    host: PlainText | None = Field(description="Hébergeur du site : nom, adresse, contact")
    press: PlainText | None = Field(description="Contact presse (adresse générique, jamais personnelle)")


class Site(Record):
    """``data/site.yaml``."""

    status: Literal["draft", "public"] = Field(
        description="draft : « Maquette » sur chaque page, hors des moteurs ; public : seulement quand le collectif a signé"
    )
    site_url: WebAddress | None = Field(
        description="Adresse du site publié (https://…/), ou null tant qu’elle n’est pas décidée"
    )
    contact_email: str = Field(
        pattern=r"^[a-z0-9.\-]+@[a-z0-9.\-]+$",
        description="Adresse générique du collectif (jamais une adresse personnelle)",
    )
    translations_mail_read_by: PlainText | None = Field(
        default=None,
        description="Qui lit les traductions reçues par courriel (fonction, jamais un nom) ; null : pas encore décidé",
    )
    languages: tuple[SiteLanguage, ...] = Field(min_length=1, description="Langues du site ; le français d’abord")
    publisher: Publisher = Field(description="Qui publie : « null » s’affiche « à compléter par le collectif »")

    @model_validator(mode="after")
    def french_comes_first(self) -> Site:
        """French is the source language, shown, at the root, and each language is named once."""
        codes = [language.code for language in self.languages]
        if codes[0] != SOURCE or len(set(codes)) != len(codes):
            raise refusal("la liste des langues ne convient pas", "« fr » d’abord, et chaque langue une seule fois")
        if self.languages[0].status != "public":
            raise refusal("le français est la langue source, toujours publique", "status: public")
        return self

    @model_validator(mode="after")
    def the_address_is_a_root(self) -> Site:
        """The addresses of the pages are written after it."""
        parts = urlsplit(self.site_url or "")
        if parts.query or parts.fragment:
            raise refusal(
                f"« {self.site_url} » n’est pas l’adresse d’un site",
                "sans « ? » ni « # », par exemple https://exemple.org/",
            )
        return self

    @model_validator(mode="after")
    def the_way_out_leads_elsewhere(self) -> Site:
        """« Quitter vite » never leads back to this site."""
        here = _bare_host(self.site_url or "")
        for language in self.languages:
            if here and _bare_host(language.leave_to) == here:
                raise refusal("« Quitter vite » mène à ce site", "choisissez un autre site")
        return self


def _bare_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


class MemberCount(Record):
    """How many associations the collectif says it has."""

    value: int = Field(ge=1, description="Nombre d’associations annoncé par le collectif")
    to_confirm: bool = Field(description="true tant que le collectif ne l’a pas confirmé pour aujourd’hui")
    sources: tuple[Reference, ...] = Field(min_length=1, description="Où ce nombre a été lu")


class Organisation(Record):
    """A member of the collectif, or an association named as one that the collectif must confirm."""

    id: Id = Field(description="Identifiant permanent")
    name: PlainText = Field(description="Nom de l’association")
    role: Literal["coordinator", "member", "to_confirm"] = Field(
        description="coordinator : coordonne ; member : nom établi ; to_confirm : nommée ailleurs, à vérifier"
    )
    site: WebAddress | None = Field(description="Site de l’association, ou null")
    sources: tuple[Reference, ...] = Field(min_length=1, description="Où l’on a lu qu’elle est membre")
    note: PlainText | None = Field(description="Précision montrée à côté du nom")


class Organisations(Record):
    """``data/organisations.yaml``."""

    member_count: MemberCount = Field(description="Nombre de membres")
    organisations: tuple[Organisation, ...] = Field(min_length=1, description="Les associations")

    @model_validator(mode="after")
    def each_is_named_once(self) -> Organisations:
        """An id is one association."""
        return _once(self, [organisation.id for organisation in self.organisations])


class Topic(Record):
    """A subject that texts and measures share."""

    id: Id = Field(description="Identifiant permanent")
    label: PlainText = Field(description="Nom du sujet, tel qu’on le lit")


class Topics(Record):
    """``data/topics.yaml``."""

    topics: tuple[Topic, ...] = Field(min_length=1, description="Les sujets")

    @model_validator(mode="after")
    def each_is_named_once(self) -> Topics:
        """An id is one subject."""
        return _once(self, [topic.id for topic in self.topics])


class TopicWords(TranslatedRecord):
    """The words of one topic in another language."""

    id: Id = Field(description="Identifiant dans data/topics.yaml")
    label: PlainText = Field(description="Nom du sujet, traduit")


class TopicsWords(Record):
    """``data/<lang>/topics.yaml``."""

    topics: tuple[TopicWords, ...] = Field(description="Les sujets traduits ; une liste vide tant qu’aucun ne l’est")

    @model_validator(mode="after")
    def each_is_named_once(self) -> TopicsWords:
        """An id is one subject."""
        return _once(self, [topic.id for topic in self.topics])


R = TypeVar("R", bound=Record)


def _once(record: R, ids: list[str]) -> R:
    """``record``, unless one of its ``ids`` is there twice."""
    twice = next((id_ for id_ in ids if ids.count(id_) > 1), None)
    if twice is not None:
        raise refusal(f"l’identifiant « {twice} » sert deux fois", "choisissez-en un autre, ou gardez une fiche")
    return record

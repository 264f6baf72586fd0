"""The form of a post: its file name gives its date and address, its front matter the rest."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from vigie.documents import Document, LegalReview, TextTranslation
from vigie.records import Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText, Reference, WebAddress

Category = Literal["rencontre", "formation", "campagne", "chiffres", "loi", "international", "publication"]
Folder = Literal["actualites", "plaidoyer"]
FOLDERS: tuple[Folder, ...] = ("actualites", "plaidoyer")
PARIS = ZoneInfo("Europe/Paris")

_NEWS_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
_PLAIDOYER_NAME = re.compile(r"(?P<date>\d{4}-\d{2})(?:-(?P<slug>[a-z][a-z0-9]*(?:-[a-z0-9]+)*))?\Z")


class Event(Record):
    """When and where something takes place; never a place that could locate a shelter."""

    start: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$")] = Field(
        description="Début, heure de Paris : 2025-02-12 18:30"
    )
    end: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$")] | None = Field(
        default=None, description="Fin"
    )
    place: PlainText | None = Field(default=None, description="Lieu public, jamais un lieu d’accueil")
    online: WebAddress | None = Field(default=None, description="Adresse pour suivre en ligne")

    @model_validator(mode="after")
    def an_event_ends_after_it_begins(self) -> Event:
        """Dates and hours exist in Paris, and the end is not before the start."""
        moments = []
        for written in filter(None, (self.start, self.end)):
            try:
                moment = datetime.datetime.fromisoformat(written).replace(tzinfo=PARIS)
                there = moment.astimezone(datetime.UTC).astimezone(PARIS)
            except (ValueError, OverflowError):
                raise refusal(f"« {written} » n’existe pas", "écrivez 2025-02-12 ou 2025-02-12 18:30") from None
            if there.replace(tzinfo=None) != moment.replace(tzinfo=None):
                raise refusal(f"« {written} » n’existe pas à Paris", "cette nuit-là, l’heure d’été saute une heure")
            moments.append(moment)
        if moments != sorted(moments):
            raise refusal("l’événement finit avant de commencer", "corrigez start ou end")
        return self


class Attachment(Record):
    """A document beside the text."""

    file: str = Field(
        pattern=r"^[a-z0-9][a-z0-9_-]*\.[a-z0-9]{2,5}$", description="Nom du fichier, dans le même dossier"
    )
    title: PlainText = Field(description="Ce que c’est")
    language: str = Field(pattern=r"^[a-z]{2}$", description="Langue du document")


class BasedOn(Record):
    """The other body whose publication this text was made from."""

    publisher: PlainText = Field(description="Qui a publié")
    url: WebAddress = Field(description="Adresse de la publication")


class PostMeta(Record):
    """Front matter of a post."""

    title: Annotated[PlainText, Field(max_length=110)] = Field(description="Titre, 110 caractères au plus, sans balise")
    description: Annotated[PlainText, Field(max_length=300)] = Field(
        description="Une phrase, pour les listes et les flux"
    )
    category: Category | None = Field(default=None, description="Catégorie (actualités seulement)")
    measures: tuple[Id, ...] = Field(default=(), description="Identifiants des mesures ou contenus dont parle le texte")
    topics: tuple[Id, ...] = Field(default=(), description="Sujets (data/topics.yaml)")
    sources: tuple[Reference, ...] = Field(default=(), description="Sources du texte")
    event: Event | None = Field(default=None, description="Si le texte annonce un événement")
    attachments: tuple[Attachment, ...] = Field(default=(), description="Documents joints")
    publish_on: Day | None = Field(default=None, description="Paraît ce jour-là")
    expire_on: Day | None = Field(default=None, description="Quitte les listes ce jour-là ; la page reste")
    updated_on: Day | None = Field(
        default=None, description="Jour de la dernière correction de fond : la page le dit, les flux aussi"
    )
    based_on: BasedOn | None = Field(
        default=None, description="Si le texte vient de la publication d’un autre organisme"
    )
    draft: bool = Field(default=False, description="true : ne paraît pas")
    sensitive: bool = Field(default=False, description="true : titre neutre dans les onglets et aperçus")
    legal_review: LegalReview | None = Field(default=None, description="Relecture juridique : null, ou {role, date}")
    translation: TextTranslation | None = Field(default=None, description="D’où vient cette traduction")

    @model_validator(mode="after")
    def a_text_expires_after_it_appears(self) -> PostMeta:
        """A text that expires before it appears would never be seen."""
        if self.publish_on and self.expire_on and self.expire_on <= self.publish_on:
            raise refusal("ce texte disparaît avant de paraître", "expire_on après publish_on")
        return self


@dataclass(frozen=True)
class Post:
    """A post: the document, its front matter, and what its file name says."""

    document: Document
    meta: PostMeta
    folder: Folder
    date: PartialDate

    def has_appeared(self, today: datetime.date) -> bool:
        """Whether readers may see it: not a draft, and its day of publication has come."""
        return not self.meta.draft and (self.meta.publish_on is None or self.meta.publish_on <= today)

    def has_expired(self, today: datetime.date) -> bool:
        """Whether it has left the lists; its page stays, with a dated notice."""
        return self.meta.expire_on is not None and self.meta.expire_on <= today

    @property
    def appeared_on(self) -> datetime.date:
        """The first day on which readers could see it: that of its name, or a later ``publish_on``."""
        named = self.date.first_day
        return max(named, self.meta.publish_on) if self.meta.publish_on else named

    @property
    def lang(self) -> str:
        return self.document.lang

    @property
    def address(self) -> str:
        return self.document.address


def date_in_name(folder: Folder, stem: str) -> PartialDate | None:
    """The date that a post's file name gives, or None when the name has not the form of its folder."""
    match = (_NEWS_NAME if folder == "actualites" else _PLAIDOYER_NAME).match(stem)
    if match is None:
        return None
    try:
        return PartialDate(match["date"])
    except ValueError:
        return None

"""The form of a post: its file name gives its date and address, its front matter the rest."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
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
                if written is self.end and " " not in written:
                    moment = moment.replace(hour=23, minute=59)  # a day alone lasts until its end
                there = moment.astimezone(datetime.UTC).astimezone(PARIS)
            except (ValueError, OverflowError):
                raise refusal(f"« {written} » n’existe pas", "écrivez 2025-02-12 ou 2025-02-12 18:30") from None
            if there.replace(tzinfo=None) != moment.replace(tzinfo=None):
                raise refusal(f"« {written} » n’existe pas à Paris", "cette nuit-là, l’heure d’été saute une heure")
            moments.append(moment)
        if moments != sorted(moments):
            raise refusal("l’événement finit avant de commencer", "corrigez start ou end")
        return self

    @property
    def has_hours(self) -> bool:
        """Whether all that is known of it is an hour, not a day alone."""
        return all(" " in written for written in (self.start, self.end or self.start))

    @property
    def starts_at(self) -> datetime.datetime:
        """In Paris; midnight of a day alone."""
        return datetime.datetime.fromisoformat(self.start).replace(tzinfo=PARIS)

    @property
    def ends_at(self) -> datetime.datetime:
        """In Paris; the start when no end is known."""
        return datetime.datetime.fromisoformat(self.end or self.start).replace(tzinfo=PARIS)

    @property
    def last_day(self) -> datetime.date:
        return self.ends_at.date()

    def is_past(self, today: datetime.date) -> bool:
        """Whether its last day is over: on that day it is still to come, whatever the hour."""
        return self.last_day < today


class Attachment(Record):
    """A document beside the text, or beside its French text."""

    file: str = Field(
        pattern=r"^[a-z0-9][a-z0-9_-]*\.[a-z0-9]{2,5}$", description="Nom du fichier PDF, dans le même dossier"
    )
    title: PlainText = Field(description="Titre du document, dans sa langue")
    language: str = Field(pattern=r"^[a-z]{2}$", description="Langue du document : fr, ar, en…")


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
    attachments: tuple[Attachment, ...] = Field(default=(), description="Documents joints (PDF)")
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


@dataclass(frozen=True)
class Post:
    """A post: the document, its front matter, and what its file name says."""

    document: Document
    meta: PostMeta
    folder: Folder
    date: PartialDate

    def has_appeared(self, today: datetime.date) -> bool:
        """Whether readers may see it: not a draft, and its day has come (that of its name, or a later ``publish_on``)."""
        return not self.meta.draft and self.appeared_on <= today

    def has_expired(self, today: datetime.date) -> bool:
        """Whether it has left the lists; its page stays, with a dated notice."""
        return self.meta.expire_on is not None and self.meta.expire_on <= today

    @property
    def appeared_on(self) -> datetime.date:
        """The first day on which readers can see it: that of its name, or a later ``publish_on``."""
        named = self.date.first_day
        return max(named, self.meta.publish_on) if self.meta.publish_on else named

    @property
    def original(self) -> str | None:
        """The address of what it was made from: another body's publication, or the text that a summary sums up."""
        if self.meta.based_on:
            return self.meta.based_on.url
        return self.meta.sources[0].url if self.folder == "plaidoyer" and self.meta.sources else None

    @property
    def lang(self) -> str:
        return self.document.lang

    @property
    def address(self) -> str:
        return self.document.address


def following(post: Post, french: Post) -> Post:
    """A translation, which appears no earlier than its French text, leaves the lists with it, and is as discreet."""
    later = max(filter(None, (post.meta.publish_on, french.meta.publish_on)), default=None)
    update = {
        "draft": post.meta.draft or french.meta.draft,
        "publish_on": later,
        "expire_on": french.meta.expire_on,
        "sensitive": post.meta.sensitive or french.meta.sensitive,
    }
    return replace(post, meta=post.meta.model_copy(update=update))


def date_in_name(folder: Folder, stem: str) -> PartialDate | None:
    """The date that a post's file name gives, or None when the name has not the form of its folder."""
    match = (_NEWS_NAME if folder == "actualites" else _PLAIDOYER_NAME).match(stem)
    if match is None:
        return None
    try:
        return PartialDate(match["date"])
    except ValueError:
        return None

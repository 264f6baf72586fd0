"""``data/contacts.yaml``: the lines that a person in danger may call. Nothing here is ever guessed."""

from __future__ import annotations

import datetime
import re
from typing import Literal

from pydantic import Field, model_validator

from vigie.documents import TranslatedRecord
from vigie.records import Record, refusal
from vigie.values import Day, PlainText, Reference

VERIFICATION_AGES_AFTER = datetime.timedelta(days=180)
"""A number not called for six months is announced as such: the project's own rule, not a source's."""

Channel = Literal["call", "sms", "app", "video", "web"]
_SURCHARGED = re.compile(r"(?:0|\+33|0033)8(?:1|2|9)\d*|118\d{3}")
"""Numbers that cost more than a call (Arcep: 081, 082, 089, and 118 for directories); 080 are free."""
_NUMBER = re.compile(r"\+?[0-9](?:[0-9 \u00A0\u202F.-]*[0-9])?\Z")


class Contact(Record):
    """One helpline. null means that we do not know, and is shown « à vérifier »."""

    id: str = Field(
        pattern=r"^[a-z0-9-]{2,20}$", description="Identifiant, employé dans les textes : [119](contact:119)"
    )
    number: PlainText = Field(description="Le numéro tel qu’on le lit, entre guillemets")
    dial: str = Field(pattern=r"^\+?[0-9]{2,15}$", description="Le numéro tel que le téléphone le compose, sans espace")
    channels: tuple[Channel, ...] = Field(min_length=1, description="Comment joindre : call, sms, app, video, web")
    name: PlainText = Field(description="Nom du service")
    urgent: bool = Field(description="true : danger immédiat, montré d’abord")
    for_whom: PlainText = Field(description="Pour qui, en une phrase courte")
    not_for: PlainText | None = Field(description="Ce que ce n’est pas, ou null")
    hours: PlainText | None = Field(description="Heures, ou null si elles sont à vérifier")
    languages: tuple[str, ...] = Field(description="Codes des langues parlées, connus d’une source")
    languages_note: PlainText | None = Field(description="Précision sur les langues, ou null")
    cost: PlainText | None = Field(description="Prix de l’appel, ou null")
    on_bill: bool | None = Field(
        description="L’appel se voit-il sur la facture : true, false, ou null si l’on ne sait pas"
    )
    what_happens: PlainText | None = Field(description="Ce qui se passe quand on appelle, ou null")
    french_sentence: PlainText = Field(description="Une phrase simple à dire en français")
    verified_on: Day | None = Field(description="Jour où le collectif a vérifié ce numéro, ou null (« à vérifier »)")
    sources: tuple[Reference, ...] = Field(min_length=1, description="Où ce numéro a été lu")
    mark: Literal["V", "S-safe"] = Field(
        description="Confiance de la source : V (officielle) ou S-safe (nationale, publiable)"
    )

    @model_validator(mode="after")
    def number_and_dial_agree(self) -> Contact:
        """The digits shown are the digits dialled (a slip here sends a person in danger to a stranger)."""
        if not _NUMBER.match(self.number):
            raise refusal(
                f"number « {self.number} » n’est pas un seul numéro", "des chiffres et des espaces, un « + » devant"
            )
        shown = "".join(c for c in self.number if c == "+" or c.isdigit())
        if shown != self.dial:
            raise refusal(
                f"number « {self.number} » et dial « {self.dial} » diffèrent", "les mêmes chiffres des deux côtés"
            )
        if _SURCHARGED.fullmatch(self.dial):
            raise refusal(f"le {self.number} est un numéro surtaxé", "un numéro gratuit, ou au prix d’un appel")
        if self.id.isdigit() and self.id != self.dial.lstrip("+"):
            mend = "les textes écrivent le numéro et mènent à l’identifiant : les mêmes chiffres"
            raise refusal(f"l’identifiant « {self.id} » n’est pas le numéro composé, « {self.dial} »", mend)
        return self

    @model_validator(mode="after")
    def it_can_be_reached_by_phone(self) -> Contact:
        """A number that takes neither calls nor messages would leave a person waiting."""
        if not {"call", "sms"} & set(self.channels):
            raise refusal(
                f"le {self.number} ne prend ni appel ni SMS", "ajoutez call ou sms à channels, ou ôtez ce contact"
            )
        return self

    def href(self) -> str:
        """What a tap does: a call when the line takes calls, else a message."""
        return f"{'tel' if 'call' in self.channels else 'sms'}:{self.dial}"


class Contacts(Record):
    """``data/contacts.yaml``."""

    contacts: tuple[Contact, ...] = Field(min_length=1, description="Les numéros, le plus urgent d’abord")


class ContactWords(TranslatedRecord):
    """``data/<lang>/contacts.yaml``: the words of one contact in another language; the numbers stay in French data."""

    id: str = Field(description="Identifiant du contact")
    name: PlainText = Field(description="Nom du service")
    for_whom: PlainText = Field(description="Pour qui")
    not_for: PlainText | None = Field(description="Ce que ce n’est pas")
    hours: PlainText | None = Field(description="Heures")
    languages_note: PlainText | None = Field(description="Précision sur les langues")
    cost: PlainText | None = Field(description="Prix")
    what_happens: PlainText | None = Field(description="Ce qui se passe quand on appelle")
    french_sentence_read: PlainText | None = Field(
        description="La phrase française écrite avec les lettres de la langue"
    )


class ContactsWords(Record):
    """``data/<lang>/contacts.yaml``."""

    contacts: tuple[ContactWords, ...] = Field(description="Les mots de chaque contact")

"""Helplines as a reader of one language sees them: words in that language when they exist, numbers always the same."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vigie.languages import SOURCE, Language
from vigie.readers.model import VERIFICATION_AGES_AFTER, Contact, Contacts, ContactsWords
from vigie.values import Newer, Text, never_newer


@dataclass(frozen=True)
class ContactView:
    """A helpline in one language; None stays None and is shown « à vérifier » (for urgent lines, in the folded part)."""

    contact: Contact
    name: Text
    for_whom: Text
    not_for: Text | None
    hours: Text | None
    languages: tuple[Text, ...]
    languages_note: Text | None
    cost: Text | None
    what_happens: Text | None
    sentence: Text
    sentence_read: Text | None
    verification_is_old: bool

    @property
    def unknown(self) -> tuple[str, ...]:
        """The keys of the interface that name what nobody has established, for where room is short."""
        facts = {
            "contact_hours": self.hours,
            "contact_cost": self.cost,
            "contact_what": self.what_happens,
            "contact_bill": self.contact.on_bill,
        }
        return tuple(key for key, value in facts.items() if value is None)


def contact_views(
    contacts: Contacts, words: ContactsWords | None, lang: str, today: datetime.date, newer: Newer = never_newer
) -> tuple[ContactView, ...]:
    """The helplines for readers of ``lang``, in the order of the file."""
    own = {w.id: w for w in words.contacts} if words else {}
    return tuple(_view(contact, own.get(contact.id), lang, today, newer) for contact in contacts.contacts)


def _view(contact: Contact, words: object, lang: str, today: datetime.date, newer: Newer) -> ContactView:
    def said(name: str) -> Text | None:
        french = getattr(contact, name)
        translated = getattr(words, name) if words is not None else None
        if french is None:
            return None  # what the French says no more is said no more
        if translated is None:
            return Text(french, SOURCE)
        return Text(translated, lang, newer("contacts", contact.id, name, french))

    def always(name: str) -> Text:
        return said(name) or Text(getattr(contact, name), SOURCE)

    read = getattr(words, "french_sentence_read", None)
    if newer("contacts", contact.id, "french_sentence_read", contact.french_sentence):
        read = None  # the sentence is shown; to read out another one would harm
    age = today - contact.verified_on if contact.verified_on else None
    return ContactView(
        contact=contact,
        name=always("name"),
        for_whom=always("for_whom"),
        not_for=said("not_for"),
        hours=said("hours"),
        languages=tuple(Text(Language(lang).name_of(code), lang) for code in contact.languages),
        languages_note=said("languages_note"),
        cost=said("cost"),
        what_happens=said("what_happens"),
        sentence=Text(contact.french_sentence, SOURCE),
        sentence_read=Text(read, lang) if read else None,
        verification_is_old=age is not None and age > VERIFICATION_AGES_AFTER,
    )

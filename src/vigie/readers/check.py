"""The rules of helplines that need the whole file, the day or another file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping

from vigie.data_files import Loaded
from vigie.languages import is_known
from vigie.problems import Problem
from vigie.readers.model import VERIFICATION_AGES_AFTER, Contacts, ContactsWords
from vigie.refused_hosts import RefusedHosts

_CODE = re.compile(r"[a-z]{2,3}\Z")


def check_contacts(contacts: Loaded[Contacts], refused: RefusedHosts, today: datetime.date) -> list[Problem]:
    """Every rule of ``data/contacts.yaml``."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for index, contact in enumerate(contacts.record.contacts):
        place = ("contacts", index)
        if contact.id in seen:
            problems.append(
                contacts.problem((*place, "id"), f"« {contact.id} » est décrit deux fois", "gardez une fiche")
            )
        seen.add(contact.id)
        for n, code in enumerate(contact.languages):
            if not _CODE.match(code) or not is_known(code):
                what = f"« {code} » n’est pas un code de langue"
                problems.append(contacts.problem((*place, "languages", n), what, "deux lettres, par exemple ar"))
        for n, source in enumerate(contact.sources):
            if source.url and (why := refused.refuses(source.url)):
                problems.append(
                    contacts.problem((*place, "sources", n), f"ce site ne se cite pas ({why})", "citez l’original")
                )
        problems += _verification(contacts, index, today)
    if not any(contact.urgent for contact in contacts.record.contacts):
        problems.append(
            contacts.problem(("contacts",), "aucun numéro n’est urgent", "marquez urgent: true le danger immédiat")
        )
    return problems


def _verification(contacts: Loaded[Contacts], index: int, today: datetime.date) -> list[Problem]:
    contact = contacts.record.contacts[index]
    place = ("contacts", index, "verified_on")
    if contact.verified_on is None:
        return []
    if contact.verified_on > today:
        return [
            contacts.problem(place, "cette vérification est dans le futur", "notez le jour de l’appel de vérification")
        ]
    if today - contact.verified_on > VERIFICATION_AGES_AFTER:
        what = f"le {contact.number} a été vérifié il y a plus de six mois"
        return [contacts.problem(place, what, "appelez, puis notez le jour", blocking=False)]
    return []


def check_contact_words(
    words: Loaded[ContactsWords],
    contacts: Contacts,
    changed: Mapping[str, Collection[str]] | None = None,
    gone: Collection[str] = (),
) -> list[Problem]:
    """A translation describes lines that exist, and says no less: no text appears or vanishes.

    ``changed``: by id, the fields whose French has changed since the translation; readers see the French of today there.
    ``gone``: the lines that the French had, and has no more.
    """
    problems: list[Problem] = []
    known = {contact.id: contact for contact in contacts.contacts}
    seen: set[str] = set()
    for index, own in enumerate(words.record.contacts):
        if own.id in seen:
            what = f"« {own.id} » est traduit deux fois"
            problems.append(words.problem(("contacts", index, "id"), what, "gardez une traduction"))
        seen.add(own.id)
        contact = known.get(own.id)
        if contact is None:
            what = f"« {own.id} » n’est pas dans data/contacts.yaml"
            mend = "corrigez l’identifiant, ou ôtez cette fiche"
            problems.append(words.problem(("contacts", index, "id"), what, mend, blocking=own.id not in gone))
            continue
        behind = (changed or {}).get(own.id, ())
        for key in ("not_for", "hours", "languages_note", "cost", "what_happens"):
            if key not in behind and (getattr(own, key) is None) != (getattr(contact, key) is None):
                mend = "traduisez le texte français, ou écrivez null quand il est null"
                problems.append(words.problem(("contacts", index, key), f"« {key} » ne suit pas le français", mend))
    return problems

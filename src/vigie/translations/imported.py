"""A sheet that came back, made part of its translation: the file, its header, and the French that it follows from now on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vigie.documents import Document
from vigie.problems import Problem
from vigie.translations.blank import blank_translation
from vigie.translations.lock import Lock, PinnedText, sections_in
from vigie.translations.pin import Refused, with_header_words, with_source
from vigie.translations.pins import TYPOGRAPHY, code_of
from vigie.translations.read_back import refusals
from vigie.translations.returned import Returned
from vigie.translations.sections import DESCRIPTION, TITLE, Section
from vigie.translations.sheet import NAMES
from vigie.translations.status import moved_to_now
from vigie.translations.tracking import Tracked
from vigie.translations.written import merged_body, same_words

_MACHINE = re.compile(r"(\bmethod:[ \t]*)machine(?![\w])")
_DRAFT = re.compile(r"(\bstate:[ \t]*)draft\b")
_REVIEWED = re.compile(r"(\bstate:[ \t]*)reviewed\b")
_STATE = re.compile(r"(\bstate:[ \t]*)\w+")


@dataclass(frozen=True)
class Place:
    """Where a sheet goes: the French of today and its file, the translation when there is one, its parts and its file."""

    document: Document
    source: str
    french: tuple[Section, ...]
    tracked: Tracked | None = None
    own: tuple[Section, ...] = ()
    before: str = ""


@dataclass(frozen=True)
class Imported:
    """The lock and the file's text; ``left``: parts that did not come in, because their French has changed since.

    ``problems``: why the site could not read that text, which is then not to be written.
    """

    lock: Lock
    code: str
    text: str
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    same: tuple[str, ...] = ()
    """Parts behind their French that came back as they went: they stay behind."""


def imported(place: Place, returned: Returned, lock: Lock, on: datetime.date, *, reviewed: bool = False) -> Imported:
    """``returned`` made part of the translation. ``reviewed``: whoever keeps the site vouches for its native reader.

    ``Refused`` when it cannot be: an unknown part, a review that was not declared or is not whole.
    """
    kept, left = _still_true(place, returned)
    parts = {id_: words for id_, words in returned.parts.items() if id_ in kept}
    if not place.before and not {TITLE, DESCRIPTION} <= parts.keys():
        raise Refused("cette traduction est nouvelle : renvoyez aussi le titre et la description")
    same = _sent_back_as_it_was(place, parts)
    parts = {id_: words for id_, words in parts.items() if id_ not in same}
    if not parts and not returned.reread:
        raise Refused(
            "tout est revenu comme c’était parti : rien à faire entrer. Si rien n’est à changer, "
            f"« vigie done {place.tracked.document.path if place.tracked else ''} »"
        )
    _each_has_its_title_and_its_text(place, parts)
    now = _followed(place, parts, lock)
    if reviewed:
        _review_is_whole(place, returned, now, left)
    changed = _changed(place.own, parts)
    header = place.before or blank_translation(place.source, place.document)
    head = header[: header.index("\n---", 3) + len("\n---\n")]
    head = with_header_words(head, {key: changed[id_] for key, id_ in _HEADER.items() if id_ in changed})
    lock, code = lock.with_text(returned.name, now, on)
    head = with_source(head, code) or head
    head = _DRAFT.sub(r"\1translated", head, count=1) if not place.before else head
    head = _MACHINE.sub(r"\1machine_and_human", head, count=1) if place.before and changed else head
    head = _REVIEWED.sub(r"\1translated", head, count=1) if changed else head
    head = _STATE.sub(r"\1reviewed", head, count=1) if reviewed else head
    text = f"{head}\n{merged_body(place.own, place.french, parts)}"
    there = {*parts, *(section.id for section in place.own)}
    sections = [part.id for part in place.french if part.id in there and part.id not in NAMES]
    problems = refusals(text, returned.lang, returned.name, sections)
    return Imported(lock, code, text, tuple(left), tuple(problems), tuple(NAMES.get(id_, id_) for id_ in same))


_HEADER = {"title": TITLE, "description": DESCRIPTION}


def _sent_back_as_it_was(place: Place, parts: Mapping[str, str]) -> list[str]:
    """The parts whose French has changed and whose words have not: nobody has looked at them, or nobody says so."""
    status = place.tracked.status if place.tracked else None
    behind = {part.id for part in status.behind} if status else set()
    changed = _changed(place.own, parts)
    return [id_ for id_ in parts if id_ in behind and id_ not in changed]


def _each_has_its_title_and_its_text(place: Place, parts: Mapping[str, str]) -> None:
    """A part that lost its title would have its first sentence as one."""
    for part in place.french:
        words = parts.get(part.id, "").strip()
        if words and part.text.startswith("#") and "\n" in part.text.strip() and "\n" not in words:
            raise Refused(
                f"la partie « {part.id} » n’a qu’une ligne : en français, un titre puis du texte. "
                "Remettez son titre sur une ligne, puis une ligne vide, puis le texte"
            )


def _still_true(place: Place, returned: Returned) -> tuple[set[str], list[str]]:
    """The parts made from the French of today, and the names of those that are not."""
    today = {part.id: part.text for part in place.french}
    if code_of(place.french) == returned.code:
        if unknown := sorted(set(returned.parts) - set(today)):
            raise Refused(f"la fiche a des parties inconnues : {', '.join(unknown)}")
        return set(returned.parts), []
    same = {id_ for id_ in returned.parts if bare(returned.french.get(id_, "")) == bare(today.get(id_, "\0"))}
    left = [NAMES.get(id_, id_) for id_ in returned.parts if id_ not in same]
    if not same:
        what = "le texte français a changé depuis que cette fiche est partie"
        raise Refused(f"{what} ; refaites-la avec « vigie sheet » et reportez-y les mots")
    return same, left


def bare(text: str) -> str:
    """What no mail changes of a French text."""
    return re.sub(r"[\s>]+", "", text.translate(TYPOGRAPHY))


def _changed(own: Iterable[Section], parts: Mapping[str, str]) -> dict[str, str]:
    """The parts whose words are not those that the translation had."""
    had = {section.id: section.text for section in own}
    return {id_: words for id_, words in parts.items() if not same_words(words, had.get(id_, ""))}


def _followed(place: Place, parts: Mapping[str, str], lock: Lock) -> tuple[Section, ...]:
    """The French that the translation is made from now: today's for the returned parts, what it was for the others."""
    pinned = _pinned(place, lock)
    own = {section.id for section in place.own}
    if pinned is None:
        today = {part.id for part in place.french}
        if missing := sorted(NAMES.get(id_, id_) for id_ in own & today - set(parts)):
            raise Refused(
                "on ne sait pas de quel texte français vient cette traduction : il faut la fiche entière, "
                f"ou d’abord « vigie done {place.tracked.document.path if place.tracked else ''} » ; "
                f"manquent : {', '.join(missing)}"
            )
        return tuple(part for part in place.french if part.id in parts)
    for id_ in parts:
        scratch, code = Lock().with_text(pinned.page, moved_to_now(pinned, place.french, id_))
        pinned = scratch.texts[code]
    return sections_in(pinned)


def _pinned(place: Place, lock: Lock) -> PinnedText | None:
    state = place.tracked.state if place.tracked else None
    return lock.texts.get(state.source or "") if state else None


def _review_is_whole(place: Place, returned: Returned, now: tuple[Section, ...], left: list[str]) -> None:
    """« Reviewed » is said of a whole text, by somebody who wrote that they read it all."""
    if not returned.reread:
        raise Refused("personne n’a écrit « oui » sous [[#relu]] : cette fiche ne dit pas que tout a été relu")
    if left or code_of(now) != code_of(place.french):
        raise Refused(
            "la traduction ne suit pas tout le texte français d’aujourd’hui : elle ne peut pas être « reviewed »"
        )

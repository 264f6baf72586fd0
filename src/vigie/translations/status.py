"""How far a translation is from its French text, part by part. Computed at each build, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vigie.translations.lock import Lock, PinnedText, sections_in
from vigie.translations.pins import hash_of
from vigie.translations.sections import Section

Change = Literal["unchanged", "changed", "added", "removed"]
State = Literal["up_to_date", "partly_behind", "to_review", "unpinned"]


@dataclass(frozen=True)
class PartStatus:
    """One part: ``before`` is the French that was translated, ``now`` the French of today; None where there is none."""

    id: str
    change: Change
    before: Section | None
    now: Section | None

    @property
    def critical(self) -> bool:
        """Whether it can hurt if wrong, then or now."""
        return any(part.critical for part in (self.before, self.now) if part)

    @property
    def words(self) -> int:
        """The French words to translate again."""
        return self.now.words if self.now and self.change in ("changed", "added") else 0


@dataclass(frozen=True)
class Status:
    """One translation beside its French text."""

    state: State
    parts: tuple[PartStatus, ...]

    @property
    def behind(self) -> tuple[PartStatus, ...]:
        """What changed in French since."""
        return tuple(part for part in self.parts if part.change != "unchanged")

    @property
    def words(self) -> int:
        """The French words to translate again."""
        return sum(part.words for part in self.parts)


def status_of(code: str | None, now: tuple[Section, ...], lock: Lock) -> Status:
    """That of a translation made from the text ``code`` (None: it was never pinned), beside the French of ``now``."""
    pinned = lock.texts.get(code) if code else None
    if pinned is None:
        parts = tuple(PartStatus(part.id, "unchanged", None, part) for part in now)
        return Status("unpinned" if code is None else "to_review", parts)
    parts = compared(pinned, now, lock)
    behind = [part for part in parts if part.change != "unchanged"]
    if any(part.critical for part in behind):
        return Status("to_review", parts)
    return Status("partly_behind" if behind else "up_to_date", parts)


def compared(pinned: PinnedText, now: tuple[Section, ...], lock: Lock) -> tuple[PartStatus, ...]:
    """Every part of today in order, then those that are no more."""
    then = {section.id: section for section in sections_in(pinned)}
    parts = [_compared(then.pop(section.id, None), section, lock) for section in now]
    return (*parts, *(PartStatus(gone.id, "removed", gone, None) for gone in then.values()))


def _compared(before: Section | None, now: Section, lock: Lock) -> PartStatus:
    if before is None:
        return PartStatus(now.id, "added", None, now)
    same = lock.same(hash_of(before.text), hash_of(now.text))
    return PartStatus(now.id, "unchanged" if same else "changed", before, now)


def moved_to_now(pinned: PinnedText, now: tuple[Section, ...], only: str) -> tuple[Section, ...]:
    """The text that a translation is made from once its part ``only`` follows the French of today, and no other.

    In the order of today; parts that are no more, and are not ``only``, keep their place at the end.
    """
    then = {section.id: section for section in sections_in(pinned)}
    today = {section.id: section for section in now}
    kept = [today[s.id] if s.id == only else then[s.id] for s in now if s.id == only or s.id in then]
    return (*kept, *(section for id_, section in then.items() if id_ not in today and id_ != only))

"""What ``done``, ``diff`` and ``minor`` speak of: a translated page, text or record, each with its French of today."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from vigie.translations.families import PLAN
from vigie.translations.pin import with_source
from vigie.translations.record_pins import TrackedRecord
from vigie.translations.record_text import with_code_on_line, with_record_code
from vigie.translations.sections import Section
from vigie.translations.status import Status
from vigie.translations.tracking import Tracked


@dataclass(frozen=True)
class Target:
    """One translation. ``name``: that of its French in the lock and in commands; ``french``: its parts of today."""

    path: str
    record: str | None
    """The record's id; None for a page or a text."""
    name: str
    source: str | None
    french: tuple[Section, ...]
    status: Status | None
    line: int
    with_code: Callable[[str, str], str | None]
    """From the file's text and a code to the text with it, None when it has no place for one."""

    @property
    def shown(self) -> str:
        """As it is typed."""
        return self.path if self.record is None else f"{self.path}#{self.record}"

    def is_named(self, asked: str) -> bool:
        """Whether ``asked`` is this, its file, or a folder above it."""
        return asked in (self.path, self.shown) or self.path.startswith(f"{asked}/")


def of_page(tracked: Tracked, french: tuple[Section, ...]) -> Target:
    """``french`` is empty when the translation is an orphan."""
    document, state = tracked.document, tracked.state
    source = state.source if state else None
    return Target(document.path, None, document.name, source, french, tracked.status, 1, with_source)


def of_record(tracked: TrackedRecord) -> Target:
    """The plan's title has its code in ``translation``; the others beside their id."""
    own = tracked.own
    if tracked.list == PLAN:
        line = own.loaded.located.line(("translation", "source"))
        write: Callable[[str, str], str | None] = partial(_on_line, with_code_on_line, line)
    else:
        line = own.place("id").line
        write = partial(_on_line, with_record_code, line)
    return Target(own.loaded.path, own.id, tracked.name, own.source, tracked.parts, tracked.status, line, write)


def _on_line(write: Callable[[str, int, str], str | None], line: int, text: str, code: str) -> str | None:
    return write(text, line, code)


def used_codes(targets: Iterable[Target], changed: dict[tuple[str, str | None], str] | None = None) -> set[str]:
    """The codes that translations refer to, with those of ``changed`` (path and record → new code) in their place."""
    codes = {(target.path, target.record): target.source for target in targets}
    return {code for code in (codes | dict(changed or {})).values() if code}

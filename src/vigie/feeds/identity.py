"""Names that never change, for programs that follow a feed or a calendar: the same wherever the site is, and before it has an address."""

from __future__ import annotations

import datetime
import uuid

_NAMESPACE = uuid.UUID("6f6e2d5a-3c1e-5b0c-9d1b-7c1d5a2f4e10")
"""Never to be changed: every reader's program would take all that it knows for new."""


def permanent_name(*parts: str) -> uuid.UUID:
    """The name of what ``parts`` point to: the plan, a kind of record, an id; or a folder, a file's name, a language."""
    return uuid.uuid5(_NAMESPACE, "/".join(parts))


def noon(day: datetime.date) -> datetime.datetime:
    """``day`` for formats that want an hour: noon in UTC is the same day in nearly every place of the world."""
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)

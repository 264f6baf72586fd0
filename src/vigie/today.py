"""The only question to the clock. ``VIGIE_TODAY=2026-11-22`` pins the day, for tests and reproducible builds."""

from __future__ import annotations

import datetime
import os
from zoneinfo import ZoneInfo

VARIABLE = "VIGIE_TODAY"


def today() -> datetime.date:
    """The day in Paris, or the pinned one; a ``ValueError`` when the variable holds no date."""
    pinned = os.environ.get(VARIABLE)
    return datetime.date.fromisoformat(pinned) if pinned else datetime.datetime.now(ZoneInfo("Europe/Paris")).date()

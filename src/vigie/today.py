"""The only question to the clock. ``VIGIE_TODAY=2026-11-22`` pins the day, for tests and reproducible builds."""

from __future__ import annotations

import datetime
import os
from zoneinfo import ZoneInfo

import click

VARIABLE = "VIGIE_TODAY"


def today() -> datetime.date:
    """The day in Paris, or the pinned one; refuses (``ClickException``) a variable that holds no date."""
    pinned = os.environ.get(VARIABLE)
    if not pinned:
        return datetime.datetime.now(ZoneInfo("Europe/Paris")).date()
    try:
        return datetime.date.fromisoformat(pinned)
    except ValueError:
        raise click.ClickException(f"{VARIABLE}={pinned} n’est pas un jour ; écrivez par exemple 2026-11-22") from None

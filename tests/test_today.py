"""The only question to the clock."""

import datetime

import click
import pytest

from vigie import today as module
from vigie.today import VARIABLE, today


def test_the_variable_pins_the_day(monkeypatch):
    """``VIGIE_TODAY`` is believed before any clock."""
    monkeypatch.setenv("VIGIE_TODAY", "2024-02-29")
    assert today() == datetime.date(2024, 2, 29)
    assert VARIABLE == "VIGIE_TODAY"


@pytest.mark.parametrize("written", ["demain", "2024-02-30", "29/02/2024"])
def test_a_pinned_day_that_is_no_day_is_refused(monkeypatch, written):
    """A slip in the variable never falls back on the clock."""
    monkeypatch.setenv("VIGIE_TODAY", written)
    with pytest.raises(click.ClickException) as caught:
        today()
    assert caught.value.message == f"VIGIE_TODAY={written} n’est pas un jour ; écrivez par exemple 2026-11-22"


@pytest.mark.parametrize("pinned", [None, ""])
def test_without_the_variable_the_day_is_that_of_paris(monkeypatch, pinned):
    """At 23:30 in Greenwich in November, Paris has begun the next day."""

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC).astimezone(tz)

    monkeypatch.delenv("VIGIE_TODAY", raising=False)
    if pinned is not None:
        monkeypatch.setenv("VIGIE_TODAY", pinned)
    monkeypatch.setattr(module.datetime, "datetime", Clock)
    assert today() == datetime.date(2026, 11, 23)

"""The line to copy when one cites a record or a state of the table: who, what, as of when, where."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.languages import Language
from vigie.measures.editions import EditionOf
from vigie.measures.plan import Plan
from vigie.values import Text


@dataclass(frozen=True)
class Citation:
    """Three parts, because an address keeps its own direction in a right-to-left text."""

    words: str
    address: str
    note: str
    """What the address lacks, or nothing."""

    def __str__(self) -> str:
        return f"{self.words} {self.address}{self.note}"


def cite_line(
    t: Interface,
    plan: Plan,
    when: str,
    path: str,
    *,
    site_url: str | None,
    is_draft: bool,
    label: Text | str | None = None,
) -> Citation:
    """How to cite ``path`` (from the site's root, with its anchor) as of ``when``; ``label`` names the record, if one.

    ``when`` is words made by ``as_of`` or ``state_of``. Without an address of the site, the path stands alone and says so.
    """
    who = t("cite_publisher") + (t("cite_draft") if is_draft else "")
    years = f"{plan.period.start.first_day.year}-{plan.period.end.first_day.year}"
    named = {"who": who, "years": years, "when": when}
    words = t("cite_table", **named) if label is None else t("cite_record", label=label, **named)
    if site_url is None:
        return Citation(words, path, t("cite_no_domain"))
    return Citation(words, f"{site_url.rstrip('/')}/{path}", "")


def as_of(t: Interface, day: datetime.date) -> str:
    """Today's table: the last day on which something was noted."""
    return t("cite_as_of", date=Language(t.lang).date(day))


def state_of(t: Interface, state: EditionOf) -> str:
    """A state of the table; « reconstitué » when it was established after its day."""
    language = Language(t.lang)
    day, established = language.date(state.day), language.date(state.established_on)
    if state.is_reconstituted:
        return t("cite_state_rebuilt", date=day, established=established)
    return t("cite_state", date=day)

"""The filters of the table: by form, by public, by axis, by status of each voice, by lead. Each choice has an address.

Only what tells measures apart is offered: a filter with one choice would say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from vigie.measures import vocabulary as v
from vigie.measures.model import Ledger, Measure
from vigie.slugs import slug

FILTERS = "plan/mesures/filtre/"
"""Under this address, one page per choice, for readers without JavaScript."""

FACET_OF_SIDE: dict[v.Side, str] = {"state": "etat", "independent": "instances", "associations": "associations"}
"""The filter by the status that each voice gives."""


@dataclass(frozen=True)
class Choice:
    """One value of a filter and the measures that have it."""

    facet: str
    slug: str
    words: str
    """Its key in ``interface.yaml``, or the text itself when ``is_text``."""
    measures: frozenset[str]
    is_text: bool = False

    @property
    def address(self) -> str:
        return f"{FILTERS}{self.facet}-{self.slug}/"


@dataclass(frozen=True)
class Facet:
    """A filter: its name in addresses, and its choices in the order of the closed list."""

    name: str
    choices: tuple[Choice, ...]


def facets(ledger: Ledger) -> tuple[Facet, ...]:
    """The filters that tell the listed measures apart."""
    measures = ledger.listed
    axes = {axis.id: axis.title or axis.subject for axis in ledger.axes}
    found = [
        Facet("forme", _choices("forme", measures, lambda m: m.forms, "form_")),
        Facet("public", _choices("public", measures, lambda m: m.audiences, "audience_")),
        *(
            Facet(name, _choices(name, measures, partial(_status, side), "filter_progress_"))
            for side, name in FACET_OF_SIDE.items()
        ),
        Facet("axe", _texts("axe", measures, lambda m: m.axis, axes)),
        Facet("pilote", _texts("pilote", measures, _lead, {})),
    ]
    return tuple(facet for facet in found if len(facet.choices) > 1)


def _status(side: v.Side, measure: Measure) -> tuple[str]:
    status = measure.status(side)
    return (status.progress if status else "not_assessed",)


def _lead(measure: Measure) -> str | None:
    said = measure.plan_says.lead
    return None if said in (v.UNKNOWN, v.NOT_STATED) else said


def _choices(
    facet: str, measures: Iterable[Measure], values: Callable[[Measure], Iterable[str]], prefix: str
) -> tuple[Choice, ...]:
    having: dict[str, set[str]] = {}
    for measure in measures:
        for value in values(measure):
            having.setdefault(value, set()).add(measure.id)
    return tuple(
        Choice(facet, v.SLUGS[value], f"{prefix}{value}", frozenset(having[value]))
        for value in v.SLUGS
        if value in having
    )


def _texts(
    facet: str, measures: Iterable[Measure], value: Callable[[Measure], str | None], names: dict[str, str]
) -> tuple[Choice, ...]:
    having: dict[str, set[str]] = {}
    for measure in measures:
        if said := value(measure):
            having.setdefault(said, set()).add(measure.id)
    return tuple(
        Choice(facet, slug(said), names.get(said, said), frozenset(having[said]), is_text=True)
        for said in sorted(having)
    )

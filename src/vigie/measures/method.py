"""The closed lists as the method page prints them, taken from the vocabulary: the page cannot lie about the code.

The mappings to the words of others are our own reading, and the page says so; no equivalent is better than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from vigie.measures import vocabulary as v
from vigie.measures.across import DEADLINE_STATES, SCALES
from vigie.values import Text

CNCDH: dict[v.Progress, tuple[str, ...]] = {
    "not_assessed": (),
    "no_information": (),
    "mentioned": (),
    "not_started": ("non réalisée",),
    "engaged": ("non réalisée", "partiellement réalisée"),
    "partly_done": ("partiellement réalisée",),
    "done": ("réalisée",),
    "abandoned": ("non réalisée",),
}
"""The words of the Commission nationale consultative des droits de l’homme for the second plan."""
OGP: dict[v.Progress, tuple[str, ...]] = {
    "not_assessed": (),
    "no_information": ("no evidence available",),
    "mentioned": (),
    "not_started": ("not started",),
    "engaged": ("limited", "substantial"),
    "partly_done": ("limited", "substantial"),
    "done": ("complete",),
    "abandoned": (),
}
"""The words of the Independent Reporting Mechanism of the Open Government Partnership."""


@dataclass(frozen=True)
class Status:
    """An answer to « où en est-on ? »: its nearest words elsewhere, none when there is no equivalent."""

    progress: v.Progress
    cncdh: tuple[Text, ...]
    ogp: tuple[Text, ...]


@dataclass(frozen=True)
class Voices:
    """Who speaks on one side."""

    side: v.Side
    voices: tuple[str, ...]


@dataclass(frozen=True)
class ClosedList:
    """A closed list whose words are in ``interface.yaml`` under its name."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Everything that the method page prints of the code."""

    statuses: tuple[Status, ...]
    sides: tuple[Voices, ...]
    scales: tuple[ClosedList, ...]
    sufficiency: tuple[str, ...]
    counted: tuple[ClosedList, ...]
    qualifiers: tuple[str, ...]
    deadlines: tuple[str, ...]


def vocabulary() -> Vocabulary:
    """The closed lists of today's code."""
    return Vocabulary(
        tuple(
            Status(p, tuple(Text(word, "fr") for word in CNCDH[p]), tuple(Text(word, "en") for word in OGP[p]))
            for p in v.ALL_PROGRESS
        ),
        tuple(Voices(side, tuple(voice for voice, of in v.SIDES.items() if of == side)) for side in v.ORDERED_SIDES),
        tuple(ClosedList(question, scale) for question, scale in SCALES.items()),
        get_args(v.Sufficiency),
        tuple(
            ClosedList(by, tuple(word for word, of in v.COUNTED_BY.items() if of == by))
            for by in dict.fromkeys(v.COUNTED_BY.values())
        ),
        get_args(v.Qualifier),
        DEADLINE_STATES,
    )

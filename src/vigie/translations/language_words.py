"""What a language must tell so that its numbers in letters are recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LanguageWords:
    """Words and what they say. Those of one entry of ``units``, ``scales`` and ``months`` are separated by spaces."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """« troisième »: no time limit, even before « jour »."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Of time, by their English name: minute, hour, day, week, month, year."""
    scales: Mapping[int, str] = field(default_factory=dict)
    """Thousands, millions, billions, after a number."""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What says « 24/24 » or « 7/7 » without a digit."""
    duals: Mapping[str, str] = field(default_factory=dict)
    """Two of a unit of time in one word: word to unit."""
    months: tuple[str, ...] = ()
    """Other names than those of Babel, January first; ``_`` for a space in a name."""
    joint: str = ""
    """Regular expression: what stands between hundreds or thousands and the rest (« مئة وخمسون »). None: they are not added."""
    rest_from: int = 2
    """The smallest rest: where a noun may say two by itself, two after a hundred may be two of something else."""

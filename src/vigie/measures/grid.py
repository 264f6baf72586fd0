"""What is counted together: contents whose number is not established, or numbered measures, never both in one count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vigie.measures import vocabulary as v
from vigie.measures.model import Ledger
from vigie.measures.standing import tally

if TYPE_CHECKING:
    from vigie.measures.views import MeasureView


@dataclass(frozen=True)
class Group:
    """Rows of one kind, in their order: that of the file for contents, by number for measures."""

    kind: v.Kind
    rows: tuple[MeasureView, ...]
    total: int
    """How many of this kind the ledger lists: the only denominator of the group."""

    def tally(self, side: v.Side) -> dict[str, int]:
        """How many of its rows a side gives each status; sums to all of them."""
        return tally((row.measure for row in self.rows), side)

    @property
    def said(self) -> tuple[str, ...]:
        """The statuses that a voice gives to one of its rows at least, in the order of the closed list."""
        found = {cell.progress for row in self.rows for cell in row.cells}
        return tuple(progress for progress in v.ALL_PROGRESS if progress in found)


def grouped(rows: Iterable[MeasureView], ledger: Ledger) -> tuple[Group, ...]:
    """``rows`` by kind, contents first; a kind without row has no group."""
    rows = tuple(rows)
    contents = tuple(row for row in rows if row.measure.kind == "content")
    numbered = tuple(sorted((r for r in rows if r.measure.kind == "measure"), key=lambda r: r.measure.number or 0))
    groups = (Group("content", contents, len(ledger.contents)), Group("measure", numbered, len(ledger.numbered)))
    return tuple(group for group in groups if group.rows)

"""What the page of one content or measure shows besides the record: its states, its indicators ready to be read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vigie.measures import vocabulary as v
from vigie.measures.citation import Citation
from vigie.measures.indicators import Indicator, Target
from vigie.measures.views import Cell, Column, EditionView, FindingView, IndicatorView, MeasureView


@dataclass(frozen=True)
class StateOfRecord:
    """What each voice had said of one record by the day of a state of the table."""

    state: EditionView
    then: MeasureView
    uncertain: tuple[FindingView, ...]
    """Noted by then, but whose date is too vague to tell whether they were said by then."""
    cite: Citation

    @property
    def day(self) -> datetime.date:
        return self.state.edition.day

    @property
    def anchor(self) -> str:
        return f"etat-{self.day.isoformat()}"

    @property
    def voices(self) -> tuple[tuple[Cell, Column], ...]:
        """Each voice, always all three: its last answer by then, and all that it had said, the most recent first."""
        return tuple(zip(self.then.cells, self.then.columns, strict=True))


@dataclass(frozen=True)
class ShownIndicator:
    """An indicator in one language, and the address to write about it."""

    view: IndicatorView
    suggest: str

    @property
    def indicator(self) -> Indicator:
        return self.view.indicator

    @property
    def target(self) -> Target | None:
        """The target, when somebody set one that we know."""
        return self.indicator.target if isinstance(self.indicator.target, Target) else None

    @property
    def shows_respondents(self) -> bool:
        """Whether how many answered has a meaning here: a count of files has no respondents."""
        said = any(x.respondents is not None or x.base is not None for x in self.indicator.values)
        return self.indicator.nature == "rate" or said

    @property
    def missing_breakdowns(self) -> tuple[v.BreakdownBy, ...]:
        """The parts that were expected and that no value gives."""
        given = {value.breakdown.by for value in self.indicator.values if value.breakdown}
        return tuple(by for by in self.indicator.expected_breakdowns if by not in given)


def states_of(
    id_: str, states: Iterable[EditionView], cite: Callable[[EditionView, str], Citation]
) -> tuple[StateOfRecord, ...]:
    """The states that show the record, the most recent first; ``cite`` gives the line of one from its anchor."""
    found = []
    for state in states:
        then = next((m for m in state.ledger.measures if m.measure.id == id_), None)
        if then is None:
            continue
        vague = (m for m in state.uncertain.measures if m.measure.id == id_)
        findings = tuple(f for m in vague for column in m.columns for f in column.findings)
        anchor = f"etat-{state.edition.day.isoformat()}"
        found.append(StateOfRecord(state, then, findings, cite(state, anchor)))
    return tuple(reversed(found))

"""The ledger seen by readers of one language: texts with their language, voices in columns, sources as cited."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vigie.documents import TranslationState
from vigie.languages import Language
from vigie.measures import vocabulary as v
from vigie.measures.editions import Changes, EditionOf, changes
from vigie.measures.facets import FACET_OF_SIDE, Choice, Facet
from vigie.measures.finding import Finding, Reply
from vigie.measures.grid import Group, grouped
from vigie.measures.indicators import Indicator, Series
from vigie.measures.model import Ledger, Measure
from vigie.measures.plan import Claim, Deadline, Meeting, Source
from vigie.measures.standing import Gap, LastInformation, gaps, heard_without_two_assessments, last_information, tally
from vigie.values import Text

TABLE = "plan/mesures/"
STATES = "plan/etats/"


@dataclass(frozen=True)
class SourceView:
    """A source as cited: its name in its own language, its publisher, its address when the original's is known."""

    id: str
    title: Text
    source: Source


@dataclass(frozen=True)
class FindingView:
    """A finding with its text's language and its sources; ``noted_under`` names the content it was written for."""

    finding: Finding
    statement: Text
    sources: tuple[SourceView, ...]
    noted_under: Text | None = None


@dataclass(frozen=True)
class Column:
    """One of the three voices and what it said, the most recent first."""

    side: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class Cell:
    """Where things stand according to one voice: its last answer, and its last text, which may say nothing of it."""

    side: v.Side
    status: Finding | None
    last: Finding | None

    @property
    def shown(self) -> Finding | None:
        """What the table shows: the answer when there is one, else the last text."""
        return self.status or self.last

    @property
    def progress(self) -> str:
        return self.status.progress if self.status else "not_assessed"

    @property
    def facet(self) -> str:
        """The filter by this voice's status."""
        return FACET_OF_SIDE[self.side]


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with its words in the language, when they are translated."""

    indicator: Indicator
    name: Text
    definition: Text
    limits: Text


@dataclass(frozen=True)
class MeasureView:
    """A content or measure in one language."""

    measure: Measure
    label: Text
    plain: Text
    sources: tuple[SourceView, ...]
    columns: tuple[Column, ...]
    indicators: tuple[IndicatorView, ...]
    registry: Mapping[str, Source]
    filters: Mapping[str, str]
    """Of each filter, the choices it belongs to, separated by spaces: read by the table's script."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """One per voice, always all three."""
        return tuple(Cell(side, self.measure.status(side), self.measure.latest(side)) for side in v.ORDERED_SIDES)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return gaps(self.measure)

    @property
    def heard_without_two_assessments(self) -> bool:
        return heard_without_two_assessments(self.measure)

    @property
    def last_information(self) -> LastInformation:
        return last_information(self.measure)

    def cited(self, ids: tuple[str, ...]) -> tuple[SourceView, ...]:
        """The sources of one value or reply, as cited."""
        return cited_sources(ids, self.registry)

    def view_of(self, finding: Finding) -> FindingView:
        """The view of one of its findings."""
        return next(f for column in self.columns for f in column.findings if f.finding.id == finding.id)

    def finding_named(self, id_: str) -> FindingView | None:
        """The view of its finding ``id_``; None when it has none (the check tells it)."""
        return next((f for column in self.columns for f in column.findings if f.finding.id == id_), None)

    def corrections_of(self, finding: Finding) -> tuple[Finding, ...]:
        """Those that correct it, in the order they were added; a withdrawn correction corrects nothing."""
        others = self.measure.findings
        return tuple(f for f in others if f.correction_of and f.correction_of.id == finding.id and not f.withdrawn)

    @property
    def address(self) -> str:
        return f"{TABLE}{self.measure.id}/"


@dataclass(frozen=True)
class ClaimView:
    """What somebody says of the plan as a whole."""

    claim: Claim
    side: str
    statement: Text
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class MeetingView:
    meeting: Meeting
    title: Text
    sources: tuple[SourceView, ...]

    @property
    def edition_address(self) -> str | None:
        """The page of the state of the table on that day, when there is one."""
        return f"{STATES}{self.meeting.date}/" if self.meeting.edition else None


@dataclass(frozen=True)
class DeadlineView:
    deadline: Deadline
    label: Text
    state: str
    """As ``standing.deadline_state`` tells it on the day of the build."""
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class SeriesView:
    series: Series
    name: Text
    definition: Text
    limits: Text
    sources: tuple[SourceView, ...]
    registry: Mapping[str, Source]

    def cited(self, ids: tuple[str, ...]) -> tuple[SourceView, ...]:
        return cited_sources(ids, self.registry)


@dataclass(frozen=True)
class Archived:
    """A content that became measures: its page stays, and leads to them."""

    view: MeasureView
    successors: tuple[MeasureView, ...]


@dataclass(frozen=True)
class LedgerView:
    """The ledger in one language."""

    ledger: Ledger
    lang: str
    today: datetime.date
    measures: tuple[MeasureView, ...]
    archived: tuple[Archived, ...]
    claims: tuple[ClaimView, ...]
    meetings: tuple[MeetingView, ...]
    deadlines: tuple[DeadlineView, ...]
    series: tuple[SeriesView, ...]
    axes: Mapping[str, Text]
    facets: tuple[Facet, ...]
    translation: TranslationState | None

    @property
    def contents_count(self) -> int:
        return len(self.ledger.contents)

    @property
    def numbered_count(self) -> int:
        return len(self.ledger.numbered)

    @property
    def latest_claim_per_side(self) -> tuple[ClaimView, ...]:
        """The last thing that each side said of the plan as a whole and that holds, for those that spoke."""
        last = {claim.side: claim for claim in self.claims if claim.claim.withdrawn is None}
        return tuple(last[side] for side in v.ORDERED_SIDES if side in last)

    def tally(self, side: v.Side) -> dict[str, int]:
        """How many of the listed records a side gives each status."""
        return tally(self.ledger.listed, side)

    def grouped(self, rows: tuple[MeasureView, ...]) -> tuple[Group, ...]:
        """``rows`` as they may be counted: contents without a number apart from numbered measures."""
        return grouped(rows, self.ledger)

    def named(self, id_: str) -> MeasureView:
        """The listed content or measure ``id_``."""
        return next(m for m in self.measures if m.measure.id == id_)

    def only(self, ids: frozenset[str]) -> tuple[MeasureView, ...]:
        """Those of ``ids``, in the order of the table."""
        return tuple(m for m in self.measures if m.measure.id in ids)


@dataclass(frozen=True)
class EditionView:
    """The state of the table on a day, in one language, beside the one before."""

    edition: EditionOf
    meeting: MeetingView
    ledger: LedgerView
    uncertain: LedgerView
    before: EditionOf | None

    @property
    def address(self) -> str:
        return f"{STATES}{self.edition.day.isoformat()}/"

    @property
    def day_in_words(self) -> str:
        return Language(self.ledger.lang).date(self.edition.day)

    def uncertain_replies(self, id_: str) -> tuple[tuple[Finding, Reply], ...]:
        """The replies of too vague a date to the findings of record ``id_``, certain or not, each with its finding."""
        views = (view for part in (self.ledger, self.uncertain) for view in part.measures if view.measure.id == id_)
        held = {finding.id for view in views for finding in view.measure.findings}
        return tuple((finding, reply) for finding, reply in self.edition.uncertain_replies if finding.id in held)

    @cached_property
    def changes(self) -> Changes:
        """What it has that the one before had not."""
        return changes(self.before, self.edition)


@dataclass(frozen=True)
class Filtered:
    """The table reduced to one choice of one filter."""

    ledger: LedgerView
    choice: Choice

    @property
    def measures(self) -> tuple[MeasureView, ...]:
        return self.ledger.only(self.choice.measures)


@dataclass(frozen=True)
class Moved:
    """An address whose content became measures, and is no longer written in the file."""

    id: str
    successors: tuple[MeasureView, ...]


def cited_sources(ids: tuple[str, ...], registry: Mapping[str, Source]) -> tuple[SourceView, ...]:
    """Those of the registry; an id that is not there is a problem of the check, told with its line."""
    found = ((id_, registry[id_]) for id_ in ids if id_ in registry)
    return tuple(SourceView(id_, Text(source.title, source.language), source) for id_, source in found)

"""The record of the ledger: frozen, French-described, and the rules that one record alone can tell.

Rules that need the whole file, the clock or the disk are in ``check``. Design: findings are only ever added; a gap is
a value; « not stated by the plan » is not « we have not read the plan ».
"""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from vigie.measures import vocabulary as v
from vigie.measures.indicators import Indicator, Series
from vigie.records import Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText, WebAddress, words_at_most

Statement = Annotated[PlainText, words_at_most(120)]
Plain = Annotated[PlainText, words_at_most(60)]
SourceIds = Annotated[
    tuple[Id, ...], Field(min_length=1, description="Sources (clés du registre « sources »), une au moins")
]
PlanSays = PlainText
"""A text read in the plan, or ``unknown``, or ``not_stated``."""


class Source(Record):
    """A document of the registry; a dead address is mended here, once."""

    title: PlainText = Field(description="Nom du document")
    publisher: PlainText = Field(description="Qui l’a publié")
    date: PartialDate | None = Field(description="Date de publication, aussi précise qu’on la connaît")
    url: WebAddress | None = Field(description="Adresse de l’original ; null plutôt qu’une copie")
    archive_url: WebAddress | None = Field(description="Adresse d’une archive publique, ou null")
    accessed: Day | None = Field(description="Jour où la page a été consultée, ou null")
    kind: v.SourceKind = Field(description="Nature du document")
    language: str = Field(pattern=r"^[a-z]{2}$", description="Langue du document")


class Search(Record):
    """A dated search that found nothing: only it allows to say that nothing is public."""

    date: Day = Field(description="Jour de la recherche")
    where: PlainText = Field(description="Où l’on a cherché")


class Validation(Record):
    """Who signed, and when."""

    on: Day = Field(description="Jour")
    by: PlainText = Field(description="Fonction de la personne ou instance")


class Claim(Record):
    """What somebody says of the plan as a whole: never a status of a measure."""

    id: Id
    date: PartialDate = Field(description="Quand cela a été dit")
    by: v.Voice = Field(description="Qui l’a dit")
    statement: Statement = Field(description="Ce qui a été dit, 120 mots au plus")
    sources: SourceIds
    added_on: Day = Field(description="Jour où nous l’avons noté")


class Meeting(Record):
    """A meeting that followed the plan."""

    id: Id
    date: PartialDate
    title: PlainText
    kind: v.MeetingKind
    sources: SourceIds


class Deadline(Record):
    """A date that somebody announced."""

    id: Id
    date: PartialDate
    label: PlainText
    announced_by: v.Voice | None
    status: v.DeadlineStatus
    searched: Search | None = Field(description="Recherche datée, exigée pour passed_without_trace")
    sources: SourceIds

    @model_validator(mode="after")
    def silence_needs_a_search(self) -> Deadline:
        """Nothing is « without trace » without a dated search."""
        if self.status == "passed_without_trace" and self.searched is None:
            raise refusal(
                f"l’échéance « {self.id} » est dite sans trace", "notez la recherche : searched: {date, where}"
            )
        return self


class Period(Record):
    start: Day
    end: Day

    @model_validator(mode="after")
    def a_period_ends_after_it_begins(self) -> Period:
        """Start and end are not exchanged."""
        if self.end < self.start:
            raise refusal("la période finit avant de commencer", "corrigez start ou end")
        return self


class Plan(Record):
    """The plan as such."""

    id: Id
    title: PlainText
    presented_on: PartialDate
    period: Period
    measure_count: int = Field(ge=1, le=200)
    text_read: Day | None = Field(
        description="Jour où le texte officiel a été lu ; tant que null, « not_stated » est refusé"
    )
    claims: tuple[Claim, ...]
    meetings: tuple[Meeting, ...]
    deadlines: tuple[Deadline, ...]


class Axis(Record):
    """An axis of the plan; its title only once read in the official text."""

    id: Id
    number: int | None = Field(ge=1, le=20)
    title: PlainText | None
    subject: PlainText
    sources: SourceIds


class PlanSaysOf(Record):
    """What the plan itself says of a measure: a text, ``unknown`` (not read) or ``not_stated`` (read, and silent)."""

    lead: PlanSays
    partners: PlanSays
    deadline: PlanSays
    budget: PlanSays
    indicators: PlanSays
    target: PlanSays
    page: int | None = Field(ge=1)

    @cached_property
    def values(self) -> dict[str, str]:
        """The six questions and their answers, in the order of the record."""
        return {
            name: getattr(self, name) for name in ("lead", "partners", "deadline", "budget", "indicators", "target")
        }


class VerifiableBecause(Record):
    value: v.Verifiable
    why: PlainText


class Reply(Record):
    """Right of reply: printed beside the finding it answers."""

    date: PartialDate
    by: v.Voice
    text: Statement
    sources: SourceIds


class Correction(Record):
    id: Id
    reason: PlainText


class Withdrawal(Record):
    """A tombstone: the text is gone, its place stays."""

    on: Day
    ground: Literal["legal", "safety", "privacy"]


class Finding(Record):
    """What one voice says of one measure, on a date, with its sources."""

    id: Id
    date: PartialDate = Field(description="Quand la source a parlé")
    added_on: Day = Field(description="Quand nous l’avons noté ; l’ordre de la liste")
    by: v.Voice
    progress: v.Progress
    searched: Search | None = Field(default=None, description="Exigée pour no_information")
    sufficiency: v.Sufficiency | None
    statement: Statement | None = Field(
        description="120 mots au plus ; des actes et des fonctions, ni personnes ni intentions"
    )
    demand: PlainText | None
    sources: SourceIds
    validated: Validation | None = Field(description="Signature du collectif ; null s’affiche « projet, non validé »")
    correction_of: Correction | None
    withdrawn: Withdrawal | None
    replies: tuple[Reply, ...]

    @model_validator(mode="after")
    def no_information_needs_a_search(self) -> Finding:
        """« Aucune information publique » is the result of a dated search, never of not having looked."""
        if self.progress == "no_information" and self.searched is None:
            raise refusal(
                f"« {self.id} » dit qu’il n’y a pas d’information", "notez la recherche : searched: {date, where}"
            )
        return self

    @model_validator(mode="after")
    def a_withdrawn_finding_has_no_text(self) -> Finding:
        """A withdrawal removes the text; anything else keeps it."""
        if (self.withdrawn is None) == (self.statement is None):
            raise refusal(
                f"« {self.id} » : statement et withdrawn se contredisent", "un texte, ou un retrait, pas les deux"
            )
        if self.withdrawn is not None and self.demand is not None:
            raise refusal(f"« {self.id} » est retiré, mais sa demande reste lisible", "demand: null")
        return self

    @property
    def side(self) -> v.Side:
        """state, independent or associations."""
        return v.SIDES[self.by]


class Measure(Record):
    """A content of the plan known from a source, or a measure numbered in the plan. ``id`` is its address for ever."""

    id: Id
    kind: v.Kind
    number: int | None = Field(ge=1)
    title: PlainText | None = Field(description="Intitulé officiel, null tant que le texte n’a pas été lu")
    label: Annotated[PlainText, Field(max_length=70)]
    plain: Plain
    sources: SourceIds
    axis: Id | None
    forms: tuple[v.Form, ...] = Field(min_length=1)
    audiences: tuple[v.Audience, ...] = Field(min_length=1)
    plan_says: PlanSaysOf
    verifiable: VerifiableBecause
    indicators: tuple[Indicator, ...]
    findings: tuple[Finding, ...]
    former_ids: tuple[Id, ...]

    @model_validator(mode="after")
    def only_a_measure_has_a_number(self) -> Measure:
        """A content has neither number nor official title: its place among the 60 is not established."""
        if self.kind == "content" and (self.number is not None or self.title is not None):
            raise refusal(f"« {self.id} » est un contenu, pas une mesure numérotée", "number: null et title: null")
        if self.kind == "measure" and self.number is None:
            raise refusal(
                f"« {self.id} » est une mesure sans numéro", "number: le numéro lu dans le plan, ou kind: content"
            )
        return self

    def latest(self, side: v.Side) -> Finding | None:
        """The last finding of a side that still holds: neither withdrawn nor corrected by another."""
        corrected = {f.correction_of.id for f in self.findings if f.correction_of and f.withdrawn is None}
        return next((f for f in self.of_side(side) if f.withdrawn is None and f.id not in corrected), None)

    def of_side(self, side: v.Side) -> tuple[Finding, ...]:
        """The findings of a side, the most recent first; of two of one date, the last written down."""
        newest_first = [f for f in reversed(self.findings) if f.side == side]
        return tuple(sorted(newest_first, key=lambda f: f.date, reverse=True))


class Ledger(Record):
    """``data/measures.yaml``, whole."""

    plan: Plan
    axes: tuple[Axis, ...]
    sources: dict[Id, Source]
    measures: tuple[Measure, ...]
    series: tuple[Series, ...]

    @property
    def as_of(self) -> datetime.date:
        """The last day on which something was noted: how far the information goes, whatever the day of the build."""
        noted = [claim.added_on for claim in self.plan.claims]
        noted += [finding.added_on for measure in self.measures for finding in measure.findings]
        noted += [v.added_on for m in self.measures for i in m.indicators for v in i.values]
        noted += [v.added_on for series in self.series for v in series.values]
        return max(noted, default=self.plan.presented_on.first_day)

    @property
    def contents(self) -> tuple[Measure, ...]:
        """The contents whose number in the plan is not established."""
        return tuple(m for m in self.measures if m.kind == "content")

    @property
    def numbered(self) -> tuple[Measure, ...]:
        """The measures read in the plan, by number."""
        return tuple(sorted((m for m in self.measures if m.kind == "measure"), key=lambda m: m.number or 0))

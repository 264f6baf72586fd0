"""Indicators and series: numbers that never travel without their definition, their limits and their sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from vigie.measures import vocabulary as v
from vigie.records import Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText

SMALLEST_PUBLISHED_COUNT = 11
"""A breakdown of victims under 11 people could let somebody be recognised (design of the ledger, « Refused »)."""

Number = int | float
SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Breakdown(Record):
    """The part of the whole that a value counts."""

    by: v.BreakdownBy
    key: PlainText


class Value(Record):
    """One figure for one period."""

    id: Id
    period: PlainText = Field(description='Période comptée, entre guillemets : "2024"')
    value: bool | int | float | PlainText
    qualifier: v.Qualifier = Field(
        description="exact, about (environ), more_than (plus de), less_than, nearly (près de)"
    )
    respondents: int | None = Field(ge=0, description="Nombre d’associations ayant répondu, ou null")
    breakdown: Breakdown | None
    state: v.ValueState
    sources: SourceIds
    date: PartialDate | None = Field(description="Quand la source a publié ce chiffre")
    added_on: Day

    @model_validator(mode="after")
    def a_breakdown_shows_nobody(self) -> Value:
        """Small groups are not published."""
        counted = isinstance(self.value, int) and not isinstance(self.value, bool)
        if self.breakdown and counted and isinstance(self.value, int) and self.value < SMALLEST_PUBLISHED_COUNT:
            raise refusal(
                f"« {self.id} » compte moins de {SMALLEST_PUBLISHED_COUNT} personnes",
                "regroupez les catégories : un si petit nombre peut désigner quelqu’un",
            )
        return self


class Target(Record):
    """A value to reach, and who set it."""

    value: Number | PlainText
    set_by: v.Proposer
    sources: SourceIds


class Validated(Record):
    on: Day
    by: PlainText


class Indicator(Record):
    """A way to tell where a measure stands. Proposed by the editors until validated."""

    id: Id
    name: PlainText
    definition: PlainText
    unit: PlainText
    kind: v.IndicatorKind
    nature: v.Nature
    direction: v.Direction
    proposed_by: v.Proposer
    validated: Validated | None
    baseline: Number | PlainText
    midterm: Number | PlainText
    final: Number | PlainText
    target: Target | Literal["unknown"] | None
    frequency: PlainText | None
    producer: PlainText | None
    next_release: PartialDate | None
    expected_breakdowns: tuple[v.BreakdownBy, ...]
    quality: v.Quality
    limits: PlainText
    values: tuple[Value, ...]


class Break(Record):
    """Between these two periods the way of counting changed: no line is drawn across."""

    between: tuple[PlainText, PlainText]
    why: PlainText


class Series(Record):
    """Context figures tied to no measure."""

    id: Id
    name: PlainText
    definition: PlainText
    counted_as: v.CountedAs
    producer: PlainText
    values: tuple[Value, ...] = Field(min_length=1)
    breaks: tuple[Break, ...]
    limits: PlainText
    sources: SourceIds

"""Indicators and series: numbers that never travel without their definition, their limits and their sources."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from vigie.measures import vocabulary as v
from vigie.records import REFUSAL, Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText

SMALLEST_PUBLISHED_COUNT = 11
"""A breakdown of victims under 11 people could let somebody be recognised (design of the ledger, « Refused »)."""


def _figure(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """One message for a figure that is neither a number nor a text, instead of one per form that it could have."""
    try:
        return handler(value)
    except ValidationError as error:
        own = next((e["ctx"] for e in error.errors() if e["type"] == REFUSAL), None)
        if own is not None:
            raise refusal(own["what"], own["mend"]) from None
        raise refusal(
            "ceci n’est ni un nombre ni un texte", "écrivez la valeur, ou unknown si on ne la connaît pas"
        ) from None


Figure = Annotated[int | float | PlainText, WrapValidator(_figure)]
"""A number, a text, or ``unknown``."""
SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Breakdown(Record):
    """The part of the whole that a value counts."""

    by: v.BreakdownBy
    key: PlainText


class Value(Record):
    """One figure for one period."""

    id: Id
    period: PlainText = Field(description='Période comptée, entre guillemets : "2024"')
    value: Annotated[bool | int | float | PlainText, WrapValidator(_figure)]
    qualifier: v.Qualifier = Field(
        description="exact, about (environ), more_than (plus de), less_than, nearly (près de)"
    )
    respondents: int | None = Field(ge=0, description="Nombre d’associations ayant répondu, ou null")
    breakdown: Breakdown | None
    state: v.ValueState
    sources: SourceIds
    date: PartialDate | None = Field(description="Quand la source a publié ce chiffre")
    added_on: Day


class Target(Record):
    """A value to reach, and who set it."""

    value: Figure
    set_by: v.Proposer
    sources: SourceIds


def _target(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Messages on the target's own keys, instead of one per form that it could have."""
    if isinstance(value, dict):
        return Target.model_validate_json(json.dumps(value))
    if value not in (None, v.UNKNOWN):
        raise refusal("« target » n’est pas une cible", "écrivez {value, set_by, sources}, unknown ou null")
    return handler(value)


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
    baseline: Figure
    midterm: Figure
    final: Figure
    target: Annotated[Target | Literal["unknown"] | None, WrapValidator(_target)]
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

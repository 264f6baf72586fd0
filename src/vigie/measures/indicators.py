"""Indicators and series: numbers that never travel without their definition, their limits and their sources."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator, model_validator

from vigie.measures import explained
from vigie.measures import vocabulary as v
from vigie.records import REFUSAL, Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText

SMALLEST_PUBLISHED_COUNT = 11
"""A breakdown of victims under 11 people could let somebody be recognised (design of the ledger, « Refused »)."""
PER_CENT = re.compile(r"%|\bpour[ \u00a0\u202f-]?cents?\b", re.IGNORECASE)
"""What makes a unit or a text a percentage."""


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

    by: v.BreakdownBy = Field(description=f"Selon quoi : {explained.BREAKDOWNS}")
    key: PlainText = Field(description="La part comptée")


class Base(Record):
    """Of how many a share is a part, and of what: never more exact than its source."""

    value: int = Field(gt=0, description="Sur combien : le nombre que donne la source")
    qualifier: v.Qualifier = Field(
        description="exact, about (environ), more_than (plus de), less_than, nearly (près de)"
    )
    of: PlainText = Field(description="De quoi : ce que ce nombre compte, dans les mots de la source")


class Value(Record):
    """One figure for one period."""

    id: Id = Field(description="Identifiant permanent")
    period: PlainText = Field(description='Période comptée, entre guillemets : "2024"')
    value: Annotated[bool | int | float | PlainText, WrapValidator(_figure)] = Field(
        description="Le chiffre, tel que la source le donne"
    )
    qualifier: v.Qualifier = Field(
        description="exact, about (environ), more_than (plus de), less_than, nearly (près de)"
    )
    respondents: int | None = Field(
        ge=0,
        description="Nombre d’associations que donne la source (celles qui ont répondu, sauf limite contraire), ou null",
    )
    base: Base | None = Field(
        default=None, description="D’un taux : sur combien, et de quoi ; facultative, et absente ailleurs"
    )
    breakdown: Breakdown | None = Field(description="La part comptée, ou null pour le tout")
    state: v.ValueState = Field(description="final (définitif), provisional (provisoire) ou unknown")
    sources: SourceIds = Field(description="Sources")
    date: PartialDate | None = Field(description="Quand la source a publié ce chiffre")
    added_on: Day = Field(description="Jour où nous l’avons noté")


class Target(Record):
    """A value to reach, and who set it."""

    value: Figure = Field(description="La valeur")
    set_by: v.Proposer = Field(description=f"Qui l’a fixée : {explained.PROPOSERS}")
    sources: SourceIds = Field(description="Sources")


def _target(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Messages on the target's own keys, instead of one per form that it could have."""
    if isinstance(value, dict):
        return Target.model_validate_json(json.dumps(value))
    if value not in (None, v.UNKNOWN):
        raise refusal("« target » n’est pas une cible", "écrivez {value, set_by, sources}, unknown ou null")
    return handler(value)


class Validated(Record):
    on: Day = Field(description="Jour")
    by: PlainText = Field(description="Fonction ou instance")


class Indicator(Record):
    """A way to tell where a measure stands. Proposed by the editors until validated."""

    id: Id = Field(description="Identifiant permanent")
    name: PlainText = Field(description="Nom")
    definition: PlainText = Field(description="Ce qui est compté, exactement")
    unit: PlainText = Field(description="Unité")
    kind: v.IndicatorKind = Field(description="means (moyens), output (réalisation), result (résultat) ou impact")
    nature: v.Nature = Field(description="number, rate (taux), amount (montant), true_false ou text")
    direction: v.Direction = Field(description="up (plus c’est haut, mieux c’est), down ou neutral")
    proposed_by: v.Proposer = Field(description=f"Qui le propose : {explained.PROPOSERS}")
    validated: Validated | None = Field(description="Signature, ou null : montré comme une proposition")
    baseline: Figure = Field(description="Valeur de départ, ou unknown")
    midterm: Figure = Field(description="Valeur à mi-parcours, ou unknown")
    final: Figure = Field(description="Valeur finale, ou unknown")
    target: Annotated[Target | Literal["unknown"] | None, WrapValidator(_target)] = Field(
        description="Valeur à atteindre et qui l’a fixée, unknown ou null"
    )
    frequency: PlainText | None = Field(description="Rythme de publication, ou null")
    producer: PlainText | None = Field(description="Qui produit le chiffre, ou null")
    next_release: PartialDate | None = Field(description="Prochaine publication annoncée, ou null")
    expected_breakdowns: tuple[v.BreakdownBy, ...] = Field(
        description=f"Répartitions attendues : {explained.BREAKDOWNS}"
    )
    quality: v.Quality = Field(description="solid (solide), fragile, estimate (estimation) ou unknown")
    limits: PlainText = Field(description="Limites, imprimées à côté du chiffre")
    values: tuple[Value, ...] = Field(description="Les valeurs, par période")


class Break(Record):
    """Between these two periods the way of counting changed: no line is drawn across."""

    between: tuple[PlainText, PlainText] = Field(description="Les deux périodes")
    why: PlainText = Field(description="Ce qui a changé dans la façon de compter")


class Series(Record):
    """Context figures tied to no measure."""

    id: Id = Field(description="Identifiant permanent")
    name: PlainText = Field(description="Nom")
    definition: PlainText = Field(description="Ce qui est compté, exactement")
    unit: PlainText = Field(description="Unité : personnes, ou % pour une part")
    nature: v.SeriesNature = Field(description="number (nombre de personnes) ou rate (part, en %)")
    counted_as: v.CountedAs = Field(
        description="spotted (repérées), accompanied (accompagnées), recorded (enregistrées), identified (identifiées) ou convicted (condamnées)"
    )
    producer: PlainText = Field(description="Qui produit les chiffres")
    values: tuple[Value, ...] = Field(min_length=1, description="Les valeurs, par période")
    breaks: tuple[Break, ...] = Field(description="Ruptures : aucune ligne ne les franchit")
    limits: PlainText = Field(description="Limites, imprimées à côté")
    sources: SourceIds = Field(description="Sources de la série")

    @model_validator(mode="after")
    def the_unit_says_as_much_as_the_nature(self) -> Series:
        """A share called a number would be drawn, and asked for no base."""
        if (self.nature == "rate") is not bool(PER_CENT.search(self.unit)):
            raise refusal(
                f"« nature » dit {self.nature}, mais l’unité est « {self.unit} »",
                'une part : nature: rate et unit: "%" ; un nombre : nature: number et ce qu’il compte',
            )
        return self

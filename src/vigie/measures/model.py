"""The record of the ledger: frozen, French-described, and the rules that one record alone can tell.

Rules that need the whole file, the clock or the disk are in ``check``. Design: findings are only ever added; a gap is
a value; « not stated by the plan » is not « we have not read the plan ».
"""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from vigie.measures import explained
from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding
from vigie.measures.indicators import Indicator, Series
from vigie.measures.plan import Axis, Plan, Source, SourceIds
from vigie.records import Record, refusal
from vigie.values import Day, Id, PlainText, words_at_most

Plain = Annotated[PlainText, words_at_most(60)]
PlanSays = PlainText
"""A text read in the plan, or ``unknown``, or ``not_stated``."""


class PlanSaysOf(Record):
    """What the plan itself says of a measure: a text, ``unknown`` (not read) or ``not_stated`` (read, and silent)."""

    lead: PlanSays = Field(
        description="Pilote : un texte lu dans le plan, unknown (pas lu) ou not_stated (lu, non précisé)"
    )
    partners: PlanSays = Field(description="Partenaires : un texte, unknown ou not_stated")
    deadline: PlanSays = Field(description="Échéance : un texte, unknown ou not_stated")
    budget: PlanSays = Field(description="Moyens : un texte, unknown ou not_stated")
    indicators: PlanSays = Field(description="Indicateurs : un texte, unknown ou not_stated")
    target: PlanSays = Field(description="Cible : un texte, unknown ou not_stated")
    page: int | None = Field(ge=1, description="Page du plan, ou null")

    @cached_property
    def values(self) -> dict[str, str]:
        """The six questions and their answers, in the order of the record."""
        return {
            name: getattr(self, name) for name in ("lead", "partners", "deadline", "budget", "indicators", "target")
        }


class VerifiableBecause(Record):
    value: v.Verifiable = Field(description="full (oui), partly (en partie) ou none (non)")
    why: PlainText = Field(description="Pourquoi")


class Measure(Record):
    """A content of the plan known from a source, or a measure numbered in the plan. ``id`` is its address for ever."""

    id: Id = Field(description="Identifiant permanent : c’est l’adresse de la page")
    kind: v.Kind = Field(
        description="content (contenu connu d’une source) ou measure (mesure numérotée, lue dans le plan)"
    )
    added_on: Day = Field(description="Jour où nous l’avons noté ici : un état du tableau plus ancien ne le montre pas")
    number: int | None = Field(ge=1, description="Numéro dans le plan, null pour un contenu")
    title: PlainText | None = Field(description="Intitulé officiel, null tant que le texte n’a pas été lu")
    label: Annotated[PlainText, Field(max_length=70)] = Field(description="Notre nom court, 70 signes au plus")
    plain: Plain = Field(description="Pour le public, 60 mots au plus")
    sources: SourceIds
    axis: Id | None = Field(description="Identifiant de l’axe, ou null")
    forms: tuple[v.Form, ...] = Field(min_length=1, description=f"Formes d’exploitation concernées : {explained.FORMS}")
    audiences: tuple[v.Audience, ...] = Field(min_length=1, description=f"Publics concernés : {explained.AUDIENCES}")
    plan_says: PlanSaysOf = Field(description="Ce que le plan lui-même précise")
    verifiable: VerifiableBecause = Field(description="Peut-on vérifier, et pourquoi")
    indicators: tuple[Indicator, ...] = Field(description="Indicateurs")
    findings: tuple[Finding, ...] = Field(description="Constats, dans l’ordre où ils ont été notés")
    former_ids: tuple[Id, ...] = Field(
        description="Contenus dont cette mesure est issue : leurs constats y figurent, leurs adresses y mènent"
    )

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

    @cached_property
    def standing_findings(self) -> tuple[Finding, ...]:
        """Those that still hold, in the order they were added: neither withdrawn nor corrected by another."""
        corrected = {f.correction_of.id for f in self.findings if f.correction_of and f.withdrawn is None}
        return tuple(f for f in self.findings if f.withdrawn is None and f.id not in corrected)

    def latest(self, side: v.Side) -> Finding | None:
        """The last finding of a side that still holds."""
        return next(iter(self.standing(side)), None)

    def status(self, side: v.Side) -> Finding | None:
        """The last answer of a side to « where do things stand? », one that has its place among ``ORDERED_PROGRESS``.

        Failing that, the last finding that is ``mentioned`` or ``no_information``. A later text that answers less never
        erases an answer: being spoken of again, or a search without result, says nothing of what was answered.
        """
        standing = self.standing(side)
        answer = next((f for f in standing if f.progress in v.ORDERED_PROGRESS), None)
        return answer or next((f for f in standing if f.progress != "not_assessed"), None)

    def standing(self, side: v.Side) -> list[Finding]:
        """The findings of a side that still hold, the most recent first."""
        standing = {f.id for f in self.standing_findings}
        return [f for f in self.of_side(side) if f.id in standing]

    def of_side(self, side: v.Side) -> tuple[Finding, ...]:
        """The findings of a side, the most recent first; of two of one date, the last written down."""
        newest_first = [f for f in reversed(self.findings) if f.side == side]
        return tuple(sorted(newest_first, key=lambda f: f.date, reverse=True))


class Ledger(Record):
    """``data/measures.yaml``, whole."""

    plan: Plan = Field(description="Le plan")
    axes: tuple[Axis, ...] = Field(description="Les axes connus")
    sources: dict[Id, Source] = Field(description="Registre des sources : clé, puis document")
    measures: tuple[Measure, ...] = Field(description="Les contenus et mesures")
    series: tuple[Series, ...] = Field(description="Les séries de chiffres qui ne tiennent à aucune mesure")

    @property
    def as_of(self) -> datetime.date:
        """The last day on which something was noted: how far the information goes, whatever the day of the build."""
        noted = [claim.added_on for claim in self.plan.claims]
        noted += [measure.added_on for measure in self.measures]
        noted += [finding.added_on for measure in self.measures for finding in measure.findings]
        noted += [reply.added_on for m in self.measures for f in m.findings for reply in f.replies]
        noted += [v.added_on for m in self.measures for i in m.indicators for v in i.values]
        noted += [v.added_on for series in self.series for v in series.values]
        return max(noted, default=self.plan.presented_on.first_day)

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """Of each former id, the measures that it became, in the order of the file."""
        found: dict[str, tuple[str, ...]] = {}
        for measure in self.measures:
            for former in measure.former_ids:
                found[former] = (*found.get(former, ()), measure.id)
        return found

    @cached_property
    def listed(self) -> tuple[Measure, ...]:
        """The contents and measures of today: a content that became measures has given way to them.

        Each holds its own findings and indicators, then those of the contents it comes from, which keep their ids.
        """
        by_id = {measure.id: measure for measure in self.measures}
        return tuple(
            _with_inheritance(measure, [by_id[f] for f in measure.former_ids if f in by_id])
            for measure in self.measures
            if measure.id not in self.successors
        )

    @property
    def contents(self) -> tuple[Measure, ...]:
        """The contents whose number in the plan is not established."""
        return tuple(m for m in self.listed if m.kind == "content")

    @property
    def numbered(self) -> tuple[Measure, ...]:
        """The measures read in the plan, by number."""
        return tuple(sorted((m for m in self.listed if m.kind == "measure"), key=lambda m: m.number or 0))


def _with_inheritance(measure: Measure, formers: list[Measure]) -> Measure:
    if not formers:
        return measure
    findings = [f for former in formers for f in former.findings] + list(measure.findings)
    indicators = [i for former in formers for i in former.indicators] + list(measure.indicators)
    return measure.model_copy(
        update={
            "findings": tuple(sorted(findings, key=lambda finding: finding.added_on)),
            "indicators": tuple(indicators),
        }
    )

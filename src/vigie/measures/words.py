"""``data/<lang>/measures.yaml``: the words of the ledger in another language. Facts stay in the French file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vigie.documents import TranslatedRecord, TranslationState
from vigie.measures.model import Plain
from vigie.measures.plan import Statement
from vigie.records import Record
from vigie.values import Id, PlainText


class MeasureWords(TranslatedRecord):
    """Label and plain words of one content or measure."""

    id: Id = Field(description="Identifiant dans data/measures.yaml")
    label: Annotated[PlainText, Field(max_length=70)] = Field(description="Nom court")
    plain: Plain = Field(description="Pour le public, 60 mots au plus")


class ClaimWords(TranslatedRecord):
    """What somebody says of the plan, translated."""

    id: Id = Field(description="Identifiant de la déclaration")
    statement: Statement = Field(description="Texte traduit, 120 mots au plus")


class AxisWords(TranslatedRecord):
    id: Id = Field(description="Identifiant de l’axe")
    subject: PlainText = Field(description="Sujet, traduit")


class MeetingWords(TranslatedRecord):
    id: Id = Field(description="Identifiant de la réunion")
    title: PlainText = Field(description="Nom de la réunion, traduit")


class DeadlineWords(TranslatedRecord):
    id: Id = Field(description="Identifiant de l’échéance")
    label: PlainText = Field(description="Ce qui est annoncé, traduit")


class FigureWords(TranslatedRecord):
    """An indicator or a series: what is counted, and its limits."""

    id: Id = Field(description="Identifiant de l’indicateur ou de la série")
    name: PlainText = Field(description="Nom, traduit")
    definition: PlainText = Field(description="Ce qui est compté, traduit")
    limits: PlainText = Field(description="Limites, traduites")


class LedgerWords(Record):
    """``data/<lang>/measures.yaml``."""

    translation: TranslationState = Field(description="D’où vient cette traduction, et où elle en est")
    plan_title: PlainText | None = Field(description="Le titre du plan, traduit ; null tant qu’il ne l’est pas")
    axes: tuple[AxisWords, ...] = Field(description="Les axes")
    claims: tuple[ClaimWords, ...] = Field(description="Les déclarations")
    measures: tuple[MeasureWords, ...] = Field(description="Les contenus et mesures")
    meetings: tuple[MeetingWords, ...] = Field(default=(), description="Les réunions")
    deadlines: tuple[DeadlineWords, ...] = Field(default=(), description="Les échéances")
    indicators: tuple[FigureWords, ...] = Field(default=(), description="Les indicateurs")
    series: tuple[FigureWords, ...] = Field(default=(), description="Les séries de chiffres")

    @property
    def says_something(self) -> bool:
        """Whether anything is translated: before, readers have the French, and no translation to be warned of."""
        said = (self.axes, self.claims, self.measures, self.meetings, self.deadlines, self.indicators, self.series)
        return self.plan_title is not None or any(said)

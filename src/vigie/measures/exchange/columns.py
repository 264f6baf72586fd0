"""What each sheet holds: one column per thing that an editor may change, named by its key in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import BaseModel

from vigie.measures.exchange.labels import LABELS
from vigie.measures.finding import Finding
from vigie.measures.indicators import Value
from vigie.measures.model import Measure
from vigie.measures.plan import Claim

RecordKind = Literal["measures", "findings", "claims", "values"]
Form = Literal["text", "id", "ids", "day", "date", "number", "figure", "choice", "choices"]
"""``date`` may be partial (2024-12), ``day`` is whole; ``figure`` is a number, a text or true/false."""

PARENT = "parent"
"""The column that says to which measure, indicator or series a row belongs; it is no key of the record."""


@dataclass(frozen=True)
class Column:
    """One column: ``key`` is the key in the file, with a dot for a key within a key (``plan_says.lead``)."""

    key: str
    title: str
    form: Form = "text"
    width: int = 16

    @property
    def header(self) -> str:
        """« Pilote (plan_says.lead) »: readable, and still known when the title is changed."""
        return f"{self.title} ({self.key})"

    @property
    def choices(self) -> dict[str, str]:
        """Allowed values and their French words; empty when the column is free."""
        return LABELS[self.key] if self.form in ("choice", "choices") else {}

    @property
    def group(self) -> str:
        """The key of the record that holds it: ``plan_says`` for ``plan_says.lead``."""
        return self.key.partition(".")[0]

    @property
    def inner(self) -> str:
        """The key within the group, or nothing."""
        return self.key.partition(".")[2]


@dataclass(frozen=True)
class Sheet:
    """One sheet: the records of one kind."""

    kind: RecordKind
    title: str
    singular: str
    model: type[BaseModel]
    columns: tuple[Column, ...]

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """Columns by key."""
        return {column.key: column for column in self.columns}

    @property
    def keys_of_the_record(self) -> list[str]:
        """The keys of the file, in its order."""
        return list(self.model.model_fields)

    def description(self, column: Column) -> str:
        """What the model says of the key, in French."""
        if column.key == PARENT:
            return "À quoi se rattache cette ligne : un identifiant qui existe déjà"
        field = self.model.model_fields[column.group]
        if column.inner:
            inner = _model_in(field.annotation)
            field = inner.model_fields[column.inner] if inner else field
        return field.description or ""


def _model_in(annotation: object) -> type[BaseModel] | None:
    found = [annotation, *getattr(annotation, "__args__", ())]
    return next((a for a in found if isinstance(a, type) and issubclass(a, BaseModel)), None)


_ID = Column("id", "Identifiant", "id", 26)
_ADDED = Column("added_on", "Noté le", "day", 13)
_SOURCES = Column("sources", "Sources", "ids", 30)
_WITHDRAWN = (
    Column("withdrawn.on", "Retiré le", "day", 13),
    Column("withdrawn.ground", "Retiré : motif", "choice", 16),
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "measures",
        "Contenus et mesures",
        "contenu ou mesure",
        Measure,
        (
            _ID,
            Column("kind", "Nature", "choice", 18),
            _ADDED,
            Column("number", "Numéro dans le plan", "number", 10),
            Column("title", "Intitulé officiel", width=44),
            Column("label", "Nom court", width=32),
            Column("plain", "Pour le public", width=60),
            _SOURCES,
            Column("axis", "Axe", "id", 22),
            Column("forms", "Formes", "choices", 24),
            Column("audiences", "Publics", "choices", 20),
            Column("plan_says.lead", "Pilote", width=24),
            Column("plan_says.partners", "Partenaires", width=24),
            Column("plan_says.deadline", "Échéance", width=22),
            Column("plan_says.budget", "Moyens", width=18),
            Column("plan_says.indicators", "Indicateurs", width=30),
            Column("plan_says.target", "Cible", width=18),
            Column("plan_says.page", "Page du plan", "number", 17),
            Column("verifiable.value", "Vérifiable", "choice", 19),
            Column("verifiable.why", "Vérifiable : pourquoi", width=44),
            Column("former_ids", "Anciens identifiants", "ids", 24),
        ),
    ),
    Sheet(
        "findings",
        "Constats",
        "constat",
        Finding,
        (
            _ID,
            Column(PARENT, "Mesure", "id", 26),
            Column("date", "Date de la source", "date", 13),
            _ADDED,
            Column("by", "Qui parle", "choice", 26),
            Column("progress", "Où cela en est", "choice", 26),
            Column("searched.date", "Recherché le", "day", 13),
            Column("searched.where", "Recherché où", width=24),
            Column("sufficiency", "Est-ce suffisant", "choice", 24),
            Column("statement", "Constat", width=70),
            Column("demand", "Demande", width=40),
            _SOURCES,
            Column("validated.on", "Validé le", "day", 13),
            Column("validated.by", "Validé par", width=20),
            Column("correction_of.id", "Corrige le constat", "id", 24),
            Column("correction_of.reason", "Corrige : pourquoi", width=24),
            *_WITHDRAWN,
        ),
    ),
    Sheet(
        "claims",
        "Sur le plan entier",
        "affirmation",
        Claim,
        (
            _ID,
            Column("date", "Date de la source", "date", 13),
            Column("by", "Qui parle", "choice", 26),
            Column("statement", "Ce qui est dit", width=70),
            _SOURCES,
            _ADDED,
            *_WITHDRAWN,
        ),
    ),
    Sheet(
        "values",
        "Chiffres",
        "chiffre",
        Value,
        (
            _ID,
            Column(PARENT, "Indicateur ou série", "id", 30),
            Column("period", "Période", width=12),
            Column("value", "Valeur", "figure", 12),
            Column("qualifier", "Précision", "choice", 20),
            Column("respondents", "Nombre d’associations", "number", 12),
            Column("base.value", "Base : sur combien", "number", 12),
            Column("base.qualifier", "Base : précision", "choice", 20),
            Column("base.of", "Base : de quoi", width=30),
            Column("breakdown.by", "Réparti selon", "choice", 22),
            Column("breakdown.key", "Part comptée", width=16),
            Column("state", "État du chiffre", "choice", 20),
            _SOURCES,
            Column("date", "Date de la source", "date", 13),
            _ADDED,
        ),
    ),
)
BY_KIND: dict[RecordKind, Sheet] = {sheet.kind: sheet for sheet in SHEETS}

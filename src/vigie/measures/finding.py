"""A finding: what one voice says of one measure, on a date, with its sources; corrected, withdrawn or answered."""

from __future__ import annotations

from pydantic import Field, model_validator

from vigie.measures import explained
from vigie.measures import vocabulary as v
from vigie.measures.plan import Search, SourceIds, Statement
from vigie.measures.withdrawal import Withdrawal, a_text_or_a_withdrawal
from vigie.records import Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText


class Validation(Record):
    """Who signed, and when."""

    on: Day = Field(description="Jour")
    by: PlainText = Field(description="Fonction de la personne ou instance")


class Reply(Record):
    """Right of reply: printed beside the finding it answers."""

    date: PartialDate = Field(description="Date de la réponse")
    added_on: Day = Field(description="Jour où nous l’avons notée")
    by: v.Voice = Field(description=f"Qui répond : {explained.VOICES}")
    text: Statement | None = Field(description="Le texte de la réponse, 120 mots au plus ; null s’il est retiré")
    sources: SourceIds
    withdrawn: Withdrawal | None = Field(default=None, description="Retrait : le texte est ôté, la place reste")

    @model_validator(mode="after")
    def a_withdrawn_reply_has_no_text(self) -> Reply:
        """A withdrawal removes the text; anything else keeps it."""
        a_text_or_a_withdrawal("cette réponse", "text", self.text, self.withdrawn)
        return self


class Correction(Record):
    id: Id = Field(description="Identifiant du constat corrigé")
    reason: PlainText = Field(description="Pourquoi")


class Finding(Record):
    """What one voice says of one measure, on a date, with its sources."""

    id: Id = Field(description="Identifiant permanent")
    date: PartialDate = Field(
        description="Quand la voix a parlé, si la source le dit ; sinon, quand la source a été publiée"
    )
    added_on: Day = Field(description="Quand nous l’avons noté ; l’ordre de la liste")
    by: v.Voice = Field(description=f"Qui parle : {explained.VOICES}")
    progress: v.Progress = Field(description=f"Où cela en est, selon cette voix : {explained.PROGRESS}")
    searched: Search | None = Field(default=None, description="Exigée pour no_information")
    sufficiency: v.Sufficiency | None = Field(
        description=f"Est-ce suffisant, selon cette voix, ou null : {explained.SUFFICIENCY}"
    )
    statement: Statement | None = Field(
        description="120 mots au plus ; des actes et des fonctions, ni personnes ni intentions"
    )
    demand: PlainText | None = Field(description="Ce que cette voix demande, ou null")
    sources: SourceIds
    validated: Validation | None = Field(description="Signature du collectif ; null s’affiche « projet, non validé »")
    correction_of: Correction | None = Field(description="Le constat corrigé, et pourquoi ; les deux restent visibles")
    withdrawn: Withdrawal | None = Field(description="Retrait : le texte est ôté, la place reste")
    replies: tuple[Reply, ...] = Field(description="Droit de réponse, imprimé à côté")

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
        a_text_or_a_withdrawal(f"« {self.id} »", "statement", self.statement, self.withdrawn)
        if self.withdrawn is not None and self.demand is not None:
            raise refusal(f"« {self.id} » est retiré, mais sa demande reste lisible", "demand: null")
        return self

    @property
    def side(self) -> v.Side:
        """state, independent or associations."""
        return v.SIDES[self.by]

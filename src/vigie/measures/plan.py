"""The plan as such and its sources: what is said of it as a whole, its meetings, its announced dates."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from vigie.measures import explained
from vigie.measures import vocabulary as v
from vigie.measures.withdrawal import Withdrawal, a_text_or_a_withdrawal
from vigie.records import Record, refusal
from vigie.values import Day, Id, PartialDate, PlainText, WebAddress, words_at_most

Statement = Annotated[PlainText, words_at_most(120)]
SourceIds = Annotated[
    tuple[Id, ...], Field(min_length=1, description="Sources (clés du registre « sources »), une au moins")
]


class Source(Record):
    """A document of the registry; a dead address is mended here, once."""

    title: PlainText = Field(description="Nom du document")
    publisher: PlainText = Field(description="Qui l’a publié")
    date: PartialDate | None = Field(description="Date de publication, aussi précise qu’on la connaît")
    url: WebAddress | None = Field(description="Adresse de l’original ; null plutôt qu’une copie")
    archive_url: WebAddress | None = Field(description="Adresse d’une archive publique, ou null")
    accessed: Day | None = Field(description="Jour où la page a été consultée, ou null")
    kind: v.SourceKind = Field(description=f"Nature du document : {explained.SOURCE_KINDS}")
    language: str = Field(pattern=r"^[a-z]{2}$", description="Langue du document")


class Search(Record):
    """A dated search that found nothing: only it allows to say that nothing is public."""

    date: Day = Field(description="Jour de la recherche")
    where: PlainText = Field(description="Où l’on a cherché")


class Claim(Record):
    """What somebody says of the plan as a whole: never a status of a measure."""

    id: Id = Field(description="Identifiant permanent")
    date: PartialDate = Field(description="Quand cela a été dit")
    by: v.Voice = Field(description=f"Qui l’a dit : {explained.VOICES}")
    statement: Statement | None = Field(description="Ce qui a été dit, 120 mots au plus ; null s’il est retiré")
    sources: SourceIds
    added_on: Day = Field(description="Jour où nous l’avons noté")
    withdrawn: Withdrawal | None = Field(default=None, description="Retrait : le texte est ôté, la place reste")

    @model_validator(mode="after")
    def a_withdrawn_claim_has_no_text(self) -> Claim:
        """A withdrawal removes the text; anything else keeps it."""
        a_text_or_a_withdrawal(f"« {self.id} »", "statement", self.statement, self.withdrawn)
        return self


class Edition(Record):
    """The state of the table on the day of a meeting, fixed once and for all on the day it was established."""

    established_on: Day = Field(
        description="Jour où cet état a été établi : ce qui est noté ensuite n’y entre plus, même daté d’avant"
    )


class Meeting(Record):
    """A meeting that followed the plan."""

    id: Id = Field(description="Identifiant permanent")
    date: PartialDate = Field(description="Date, aussi précise que la source")
    title: PlainText = Field(description="Nom de la réunion")
    kind: v.MeetingKind = Field(description="committee (comité) ou working_group (groupe de travail)")
    edition: Edition | None = Field(
        description="{established_on} si le site montre l’état du tableau à cette date, sinon null"
    )
    sources: SourceIds

    @property
    def is_reconstituted(self) -> bool:
        """Whether its state of the table, if it has one, was established after the day it shows."""
        return self.edition is not None and self.edition.established_on > self.date.first_day

    @model_validator(mode="after")
    def an_edition_is_of_a_day(self) -> Meeting:
        """A state of the table is that of a day, established on that day or later."""
        if self.edition is None:
            return self
        if self.date.precision != "day":
            raise refusal(f"« {self.id} » n’a pas de jour exact : il n’y a pas d’état à cette date", "edition: null")
        if self.edition.established_on < self.date.first_day:
            raise refusal(
                f"l’état de « {self.id} » serait établi avant la réunion",
                "established_on: le jour où vous l’établissez",
            )
        return self


class Deadline(Record):
    """A date that somebody announced."""

    id: Id = Field(description="Identifiant permanent")
    date: PartialDate = Field(description="Date annoncée, aussi précise que la source")
    label: PlainText = Field(description="Ce qui est annoncé")
    announced_by: v.Voice | None = Field(
        description=f"Qui l’a annoncé ; null si ce n’est pas établi, ou si ce n’est aucune de ces voix : {explained.VOICES}"
    )
    status: v.DeadlineStatus = Field(
        description="unknown (on ne sait pas), held (réunion tenue), done (fait), passed_without_trace (passée, rien trouvé)"
    )
    searched: Search | None = Field(description="Recherche datée, exigée pour passed_without_trace")
    sources: SourceIds

    @model_validator(mode="after")
    def silence_needs_a_search(self) -> Deadline:
        """Nothing is « without trace » without a dated search."""
        if self.status == "passed_without_trace" and self.searched is None:
            raise refusal(
                f"l’échéance « {self.id} » est dite sans trace", "notez la recherche : searched: {date, where}"
            )
        if self.status == "passed_without_trace" and self.searched and self.searched.date <= self.date.last_day:
            raise refusal(
                f"« {self.id} » : la recherche est antérieure à l’échéance",
                "cherchez après cette date, ou status: unknown",
            )
        return self


class Period(Record):
    """From when to when, each as exact as the sources: a plan known by its years has no first day."""

    start: PartialDate = Field(description="Début, aussi précis que la source")
    end: PartialDate = Field(description="Fin, aussi précise que la source")

    @model_validator(mode="after")
    def a_period_ends_after_it_begins(self) -> Period:
        """Start and end are not exchanged."""
        if self.end.last_day < self.start.first_day:
            raise refusal("la période finit avant de commencer", "corrigez start ou end")
        return self


class Plan(Record):
    """The plan as such."""

    id: Id = Field(description="Identifiant permanent")
    title: PlainText = Field(description="Intitulé officiel")
    presented_on: PartialDate = Field(description="Jour de la présentation")
    period: Period = Field(description="Période du plan")
    measure_count: int = Field(ge=1, le=200, description="Nombre de mesures annoncé")
    text_read: Day | None = Field(
        description="Jour où le texte officiel a été lu ; tant que null, « not_stated » est refusé"
    )
    claims: tuple[Claim, ...] = Field(description="Ce que chacun dit du plan entier")
    meetings: tuple[Meeting, ...] = Field(description="Réunions de suivi")
    deadlines: tuple[Deadline, ...] = Field(description="Échéances annoncées")


class Axis(Record):
    """An axis of the plan; its title only once read in the official text."""

    id: Id = Field(description="Identifiant permanent")
    number: int | None = Field(ge=1, le=20, description="Numéro de l’axe, null tant qu’aucune source ne le donne")
    title: PlainText | None = Field(description="Intitulé officiel, null tant qu’il n’a pas été lu")
    subject: PlainText = Field(description="Sujet de l’axe, en quelques mots")
    sources: SourceIds

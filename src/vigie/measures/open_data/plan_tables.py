"""The tables of the plan as a whole: what is said of it, its axes, meetings and announced dates, sources, states."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.measures import vocabulary as v
from vigie.measures.editions import EditionOf, editions
from vigie.measures.model import Ledger
from vigie.measures.open_data.columns import Column, columns_of, spaced
from vigie.measures.open_data.measure_tables import SOURCES, side_column
from vigie.measures.open_data.state_file import State, state_path
from vigie.measures.open_data.table import Link, Table, table
from vigie.measures.plan import Axis, Claim, Deadline, Meeting, Plan, Source


@dataclass(frozen=True)
class _Claim:
    claim: Claim
    side: v.Side


@dataclass(frozen=True)
class _Source:
    id: str
    source: Source


@dataclass(frozen=True)
class _State:
    edition: EditionOf
    plan: str
    facts: State

    @property
    def day(self) -> str:
        return self.edition.day.isoformat()

    @property
    def file(self) -> str:
        return state_path(self.day)


def plan_table(ledger: Ledger) -> Table:
    """A single row."""
    c = columns_of(Plan)
    columns = (
        c("id", "Identifiant"),
        c("title", "Intitulé"),
        c("presented_on", "Présenté le"),
        c("period_start", "Début", "period.start", description="Début de la période du plan, aussi précis que les sources"),
        c("period_end", "Fin", "period.end", description="Fin de la période du plan, aussi précise que les sources"),
        c("measure_count", "Mesures annoncées"),
        c("text_read", "Texte lu le", description="Jour où le texte officiel a été lu en entier ; vide : pas encore lu"),
    )  # fmt: skip
    return table("plan", "Le plan", "Une seule ligne : le plan lui-même.", columns, [ledger.plan])


def axes_table(ledger: Ledger) -> Table:
    """One row per axis that a source names."""
    c = columns_of(Axis)
    columns = (
        c("id", "Identifiant"),
        c("number", "Numéro"),
        c("title", "Intitulé officiel"),
        c("subject", "Sujet"),
        c("sources", "Sources", description=SOURCES),
    )
    return table("axes", "Axes", "Une ligne par axe du plan connu d’une source.", columns, ledger.axes)


def claims_table(ledger: Ledger) -> Table:
    """One row per claim about the plan as a whole, withdrawn ones included."""
    c = columns_of(Claim, "claim")
    columns = (
        c("id", "Identifiant"),
        c("date", "Date"),
        c("added_on", "Notée le"),
        c("by", "Qui parle", words="voice_"),
        side_column("side"),
        c("statement", "Texte", description="Le texte de la déclaration ; vide s’il a été retiré"),
        c("sources", "Sources", description=SOURCES),
        c("withdrawn_on", "Retirée le", "withdrawn.on"),
        c("withdrawn_ground", "Motif du retrait", "withdrawn.ground", words="withdrawn_"),
    )
    rows = [_Claim(claim, v.SIDES[claim.by]) for claim in ledger.plan.claims]
    said = "Une ligne par déclaration sur le plan entier : jamais l’état d’une mesure."
    return table("declarations", "Déclarations sur le plan entier", said, columns, rows)


def meetings_table(ledger: Ledger) -> Table:
    """One row per meeting."""
    c = columns_of(Meeting)
    established = "Jour où l’état du tableau à cette date a été établi ; vide s’il n’y en a pas (table « etats »)"
    columns = (
        c("id", "Identifiant"),
        c("date", "Date"),
        c("title", "Nom"),
        c("kind", "Genre"),
        c("edition", "État établi le", "edition.established_on", description=established),
        c("sources", "Sources", description=SOURCES),
    )
    return table("reunions", "Réunions", "Une ligne par réunion de suivi.", columns, ledger.plan.meetings)


def deadlines_table(ledger: Ledger) -> Table:
    """One row per announced date."""
    c = columns_of(Deadline)
    columns = (
        c("id", "Identifiant"),
        c("date", "Date annoncée"),
        c("label", "Ce qui est annoncé"),
        c("announced_by", "Annoncé par", words="voice_"),
        c("status", "État noté"),
        c("searched_date", "Recherche : jour", "searched.date"),
        c("searched_where", "Recherche : où", "searched.where"),
        c("sources", "Sources", description=SOURCES),
    )
    said = "Une ligne par date annoncée. L’état est celui qui a été noté : aucun retard n’est calculé ici."
    return table("echeances", "Échéances annoncées", said, columns, ledger.plan.deadlines)


def sources_table(ledger: Ledger) -> Table:
    """One row per document of the registry."""
    c = columns_of(Source, "source")
    said = "Nature : page, post (réseau social), press (presse), law (texte de droit), report (rapport), document, dataset (jeu de données)"
    columns = (
        Column("id", "Identifiant", "Identifiant permanent, cité par les autres tables", "string", "id", required=True),
        c("title", "Titre"),
        c("publisher", "Publié par"),
        c("date", "Date"),
        c("url", "Adresse"),
        c("archive_url", "Adresse d’une archive"),
        c("accessed", "Consultée le"),
        c("kind", "Nature", description=said),
        c("language", "Langue", description="Langue du document, en deux lettres"),
    )
    rows = [_Source(id_, source) for id_, source in ledger.sources.items()]
    return table("sources", "Sources", "Une ligne par document cité.", columns, rows)


def states_table(ledger: Ledger) -> Table:
    """One row per state of the table; what it holds is in its own file."""
    rows = [_State(e, ledger.plan.id, State(e)) for e in editions(ledger)]

    def own(key: str, title: str, said: str, type_: str, path: str = "") -> Column:
        return Column(key, title, spaced(said), type_, path or key, required=True)  # type: ignore[arg-type] # checked by tests

    columns = (
        own("day", "Jour", "Le jour montré", "date"),
        own("meeting", "Réunion", "Identifiant de la réunion de ce jour (table « reunions »)", "string", "edition.meeting.id"),
        own("established_on", "Établi le", "Ce qui a été noté après ce jour n’y entre pas", "date", "edition.established_on"),
        own("reconstituted", "Reconstitué", "true si l’état a été établi après le jour qu’il montre", "boolean", "edition.is_reconstituted"),
        own("claims", "Déclarations", "Nombre de déclarations sur le plan entier", "integer", "facts.claims_count"),
        own("findings", "Constats", "Nombre de constats", "integer", "facts.findings_count"),
        own("values", "Valeurs", "Nombre de valeurs", "integer", "facts.values_count"),
        own("uncertain", "Dates trop vagues", "Nombre d’éléments dont la date ne dit pas s’ils sont d’avant ce jour ; ils sont à part", "integer", "facts.uncertain_count"),
        own("file", "Fichier", "Le fichier des faits de cet état, depuis la racine du site", "string"),
    )  # fmt: skip
    said = "Une ligne par état du tableau : ce qui était dit et noté, arrêté une fois pour toutes."
    return table("etats", "États du tableau", said, columns, rows, key=("day",), links=(Link("meeting", "reunions"),))

"""The tables of what is followed and of what each voice says of it: contents and measures, findings, replies."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.measures import vocabulary as v
from vigie.measures.finding import Finding, Reply
from vigie.measures.model import Ledger, Measure
from vigie.measures.open_data.columns import Column, columns_of, spaced
from vigie.measures.open_data.table import Link, Table, table

SOURCES = "Sources : identifiants de la table « sources », séparés par |"


@dataclass(frozen=True)
class _Finding:
    measure: Measure
    finding: Finding


@dataclass(frozen=True)
class _Reply:
    finding: Finding
    reply: Reply
    position: int
    side: v.Side


def side_column(path: str) -> Column:
    """Which of the three voices speaks: follows from ``by``."""
    said = (
        "La voix, parmi trois : state (État), independent (instances indépendantes), associations ; découle de « by »"
    )
    return Column("side", "Voix", spaced(said), "string", path, v.ORDERED_SIDES, "side_", required=True)


def measures_table(ledger: Ledger) -> Table:
    """One row per content or measure, those that gave way to others included."""
    c = columns_of(Measure)
    columns = (
        c("id", "Identifiant"),
        c("kind", "Nature", words="kind_"),
        c("added_on", "Noté le"),
        c("number", "Numéro"),
        c("title", "Intitulé officiel"),
        c("label", "Nom court"),
        c("plain", "En clair"),
        c("axis", "Axe", description="Identifiant de l’axe (table « axes »), vide s’il n’est pas établi"),
        c("forms", "Formes d’exploitation", words="form_"),
        c("audiences", "Publics", words="audience_"),
        c("plan_says_lead", "Selon le plan : pilote", "plan_says.lead"),
        c("plan_says_partners", "Selon le plan : partenaires", "plan_says.partners"),
        c("plan_says_deadline", "Selon le plan : échéance", "plan_says.deadline"),
        c("plan_says_budget", "Selon le plan : moyens", "plan_says.budget"),
        c("plan_says_indicators", "Selon le plan : indicateurs", "plan_says.indicators"),
        c("plan_says_target", "Selon le plan : cible", "plan_says.target"),
        c("plan_says_page", "Page du plan", "plan_says.page"),
        c("verifiable", "Vérifiable", "verifiable.value", words="verifiable_"),
        c("verifiable_why", "Vérifiable : pourquoi", "verifiable.why"),
        c("sources", "Sources", description=SOURCES),
        c("former_ids", "Anciens identifiants", description="Contenus dont cette mesure est issue, séparés par |"),
    )
    said = "Une ligne par contenu du plan connu d’une source, ou par mesure numérotée lue dans le plan."
    return table(
        "mesures", "Contenus et mesures", said, columns, ledger.measures, links=(Link("axis", "axes"),)
    )  # fmt: skip


def findings_table(ledger: Ledger) -> Table:
    """One row per finding, corrected and withdrawn ones included."""
    c = columns_of(Finding, "finding")
    columns = (
        c("id", "Identifiant"),
        columns_of(Measure, "measure")("measure", "Contenu ou mesure", "id", description="Ce dont parle le constat"),
        c("date", "Date"),
        c("added_on", "Noté le"),
        c("by", "Qui parle", words="voice_"),
        side_column("finding.side"),
        c("progress", "Avancement selon cette voix", words="filter_progress_"),
        c("searched_date", "Recherche : jour", "searched.date"),
        c("searched_where", "Recherche : où", "searched.where"),
        c("sufficiency", "Suffisance selon cette voix", words="sufficiency_"),
        c("statement", "Texte", description="Le texte du constat ; vide s’il a été retiré"),
        c("demand", "Demande"),
        c("sources", "Sources", description=SOURCES),
        c("validated_on", "Signé le", "validated.on", description="Jour de la signature ; vide : projet, non validé"),
        c("validated_by", "Signé par", "validated.by"),
        c("correction_of", "Corrige", "correction_of.id"),
        c("correction_reason", "Corrige : pourquoi", "correction_of.reason"),
        c("withdrawn_on", "Retiré le", "withdrawn.on"),
        c("withdrawn_ground", "Motif du retrait", "withdrawn.ground", words="withdrawn_"),
    )
    rows = [_Finding(m, f) for m in ledger.measures for f in m.findings]
    said = "Une ligne par constat : ce qu’une voix dit d’un contenu ou d’une mesure, à une date, avec ses sources."
    links = (Link("measure", "mesures"), Link("correction_of", "constats"))
    return table("constats", "Constats", said, columns, rows, links=links)


def replies_table(ledger: Ledger) -> Table:
    """One row per reply to a finding, withdrawn ones included."""
    c = columns_of(Reply, "reply")
    position = "Rang de la réponse parmi celles de ce constat, à partir de 1"
    columns = (
        columns_of(Finding, "finding")("finding", "Constat", "id", description="Le constat auquel on répond"),
        Column("position", "Rang", position, "integer", "position", required=True),
        c("date", "Date"),
        c("added_on", "Notée le"),
        c("by", "Qui répond", words="voice_"),
        side_column("side"),
        c("text", "Texte", description="Le texte de la réponse ; vide s’il a été retiré"),
        c("sources", "Sources", description=SOURCES),
        c("withdrawn_on", "Retirée le", "withdrawn.on"),
        c("withdrawn_ground", "Motif du retrait", "withdrawn.ground", words="withdrawn_"),
    )
    rows = [
        _Reply(f, reply, position, v.SIDES[reply.by])
        for m in ledger.measures
        for f in m.findings
        for position, reply in enumerate(f.replies, start=1)
    ]
    said = "Une ligne par réponse à un constat (droit de réponse)."
    key = ("finding", "position")
    return table("reponses", "Réponses", said, columns, rows, key=key, links=(Link("finding", "constats"),))

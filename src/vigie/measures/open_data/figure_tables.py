"""The tables of figures: indicators, series, breaks, and their values, which never travel without unit and limits."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.measures import explained
from vigie.measures.indicators import Break, Indicator, Series, Target, Value
from vigie.measures.model import Ledger, Measure
from vigie.measures.open_data.columns import Column, columns_of
from vigie.measures.open_data.measure_tables import SOURCES
from vigie.measures.open_data.table import Link, Table, table


@dataclass(frozen=True)
class _Indicator:
    measure: Measure
    indicator: Indicator

    @property
    def target(self) -> object:
        """The figure alone: who set it has its own column."""
        target = self.indicator.target
        return target.value if isinstance(target, Target) else target


@dataclass(frozen=True)
class _Value:
    value: Value
    indicator: Indicator | None
    series: Series | None
    measure: Measure | None

    @property
    def of(self) -> Indicator | Series:
        found = self.indicator or self.series
        assert found is not None  # noqa: S101 - each value is built with one of the two
        return found


@dataclass(frozen=True)
class _Break:
    series: Series
    broken: Break

    @property
    def before(self) -> str:
        return self.broken.between[0]

    @property
    def after(self) -> str:
        return self.broken.between[1]


def indicators_table(ledger: Ledger) -> Table:
    """One row per indicator; its values are rows of another table."""
    c = columns_of(Indicator, "indicator")
    parts = "Répartitions attendues, séparées par | : sex (sexe), age (âge), form (forme), territory (territoire), nationality (nationalité)"
    wanted = "Valeur à atteindre, unknown si on ne la connaît pas, vide s’il n’y en a pas"
    columns = (
        c("id", "Identifiant"),
        columns_of(Measure, "measure")("measure", "Contenu ou mesure", "id", description="Ce que suit l’indicateur"),
        c("name", "Nom"),
        c("definition", "Définition"),
        c("unit", "Unité"),
        c("kind", "Genre"),
        c("nature", "Nature"),
        c("direction", "Sens"),
        c("proposed_by", "Proposé par", words="indicator_proposed_"),
        c("validated_on", "Signé le", "validated.on", description="Jour de la signature ; vide : proposition"),
        c("validated_by", "Signé par", "validated.by"),
        c("baseline", "Départ"),
        c("midterm", "Mi-parcours"),
        c("final", "Final"),
        Column("target", "Cible", wanted, "any", "target"),
        c("target_set_by", "Cible fixée par", "target.set_by"),
        c("target_sources", "Sources de la cible", "target.sources", description=SOURCES),
        c("frequency", "Rythme"),
        c("producer", "Producteur"),
        c("next_release", "Prochaine publication"),
        c("expected_breakdowns", "Répartitions attendues", description=parts),
        c("quality", "Solidité"),
        c("limits", "Limites"),
    )
    rows = [_Indicator(m, i) for m in ledger.measures for i in m.indicators]
    said = "Une ligne par indicateur d’un contenu ou d’une mesure ; ses valeurs sont dans la table « valeurs »."
    return table("indicateurs", "Indicateurs", said, columns, rows, links=(Link("measure", "mesures"),))


def series_table(ledger: Ledger) -> Table:
    """One row per series of figures tied to no measure."""
    c = columns_of(Series)
    columns = (
        c("id", "Identifiant"),
        c("name", "Nom"),
        c("definition", "Définition"),
        c("unit", "Unité"),
        c("nature", "Nature"),
        c("counted_as", "Personnes comptées comme"),
        c("producer", "Producteur"),
        c("limits", "Limites"),
        c("sources", "Sources", description=SOURCES),
    )
    said = "Une ligne par série de chiffres qui ne tient à aucune mesure ; ses valeurs sont dans la table « valeurs »."
    return table("series", "Séries de chiffres", said, columns, ledger.series)


def breaks_table(ledger: Ledger) -> Table:
    """One row per break of a series."""
    c = columns_of(Break, "broken")
    columns = (
        columns_of(Series, "series")("series", "Série", "id", description="La série qui change de façon de compter"),
        Column("before", "Avant", "Dernière période comptée comme avant", "string", "before", required=True),
        Column("after", "Après", "Première période comptée autrement", "string", "after", required=True),
        c("why", "Ce qui a changé"),
    )
    rows = [_Break(s, b) for s in ledger.series for b in s.breaks]
    said = "Une ligne par rupture d’une série : les valeurs d’avant et d’après ne se comparent pas."
    key = ("series", "before", "after")
    return table("ruptures", "Ruptures", said, columns, rows, key=key, links=(Link("series", "series"),))


def values_table(ledger: Ledger) -> Table:
    """One row per value; name, unit and limits are repeated from its indicator or series."""
    c = columns_of(Value, "value")
    i, s = columns_of(Indicator, "indicator"), columns_of(Series, "series")
    of = columns_of(Indicator, "of")
    nature = "Nature de l’indicateur ou de la série : number (nombre), rate (taux ou part : lisez sa base), amount (montant), true_false, text"
    base = "Sur combien la part est calculée ; vide pour un nombre, ou si la base est le nombre de répondants"
    proposed = f"Qui propose l’indicateur ; vide pour une série : {explained.PROPOSERS}"
    part = "Selon quoi la part est prise : sex (sexe), age (âge), form (forme), territory (territoire), nationality (nationalité) ; vide pour le tout"
    columns = (
        c("id", "Identifiant"),
        i("indicator", "Indicateur", "id", description="L’indicateur dont c’est une valeur, ou vide", may_lack=True),
        s("series", "Série", "id", description="La série dont c’est une valeur, ou vide", may_lack=True),
        columns_of(Measure, "measure")(
            "measure", "Contenu ou mesure", "id", description="Ce que suit l’indicateur ; vide pour une série", may_lack=True
        ),
        of("name", "Nom", description="Nom de l’indicateur ou de la série"),
        of("unit", "Unité", description="Unité de l’indicateur ou de la série"),
        of("nature", "Nature", description=nature),
        i("proposed_by", "Proposé par", description=proposed, words="indicator_proposed_", may_lack=True),
        c("period", "Période", description="Période comptée"),
        c("value", "Valeur"),
        c("qualifier", "Précision"),
        c("respondents", "Nombre d’associations"),
        c("base_value", "Base : sur combien", "base.value", description=base),
        c("base_qualifier", "Base : précision", "base.qualifier"),
        c("base_of", "Base : de quoi", "base.of"),
        c("breakdown_by", "Part : selon", "breakdown.by", description=part),
        c("breakdown_key", "Part comptée", "breakdown.key"),
        c("state", "État"),
        c("date", "Publiée le"),
        c("added_on", "Notée le"),
        c("sources", "Sources", description=SOURCES),
        of("limits", "Limites", description="Limites de l’indicateur ou de la série"),
    )  # fmt: skip
    rows = [_Value(x, i, None, m) for m in ledger.measures for i in m.indicators for x in i.values]
    rows += [_Value(x, None, s, None) for s in ledger.series for x in s.values]
    said = "Une ligne par valeur d’un indicateur ou d’une série, pour une période."
    links = (Link("indicator", "indicateurs"), Link("series", "series"), Link("measure", "mesures"))
    return table("valeurs", "Valeurs", said, columns, rows, links=links)

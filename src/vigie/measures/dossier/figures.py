"""The figures of the dossier: an indicator or a series as a table, its limits beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vigie.measures.dossier.telling import Telling
from vigie.measures.dossier.typst_data import Data
from vigie.measures.indicators import Indicator, Value
from vigie.measures.views import IndicatorView, LedgerView, MeasureView, SeriesView, SourceView

Cited = Callable[[tuple[str, ...]], tuple[SourceView, ...]]


def indicator_data(shown: IndicatorView, measure: MeasureView, telling: Telling) -> Data:
    """An indicator with the values of the state: who proposed it, what it counts, its limits."""
    indicator = shown.indicator
    return {
        "name": shown.name.value,
        "origin": _origin(indicator, telling),
        "definition": shown.definition.value,
        "rows": _rows(indicator.values, indicator.unit, measure.cited, telling),
        "breaks": [],
        "limits": shown.limits.value,
    }


def _origin(indicator: Indicator, telling: Telling) -> str:
    """Who proposed it; a signature that came after the state was established is not on it."""
    t, signed = telling.t, indicator.validated
    if signed is None or signed.on > telling.established:
        return t(f"indicator_proposed_{indicator.proposed_by}")
    by = (
        t("dossier_editors") if indicator.proposed_by == "editors" else t(f"indicator_proposed_{indicator.proposed_by}")
    )
    return f"{by} · {t('validated_by', date=telling.language.date(signed.on), by=signed.by)}"


def series_data(ledger: LedgerView, telling: Telling) -> list[Data]:
    """The figures that belong to no measure, with the breaks across which nothing may be compared."""
    return [_one_series(shown, telling) for shown in ledger.series]


def _one_series(shown: SeriesView, telling: Telling) -> Data:
    series = shown.series
    return {
        "name": shown.name.value,
        "origin": series.producer,
        "definition": shown.definition.value,
        "rows": _rows(series.values, series.unit, shown.cited, telling),
        "breaks": [
            telling.t("dossier_break", before=found.between[0], after=found.between[1], why=found.why)
            for found in series.breaks
        ],
        "limits": shown.limits.value,
    }


def _rows(values: Iterable[Value], unit: str, cited: Cited, telling: Telling) -> list[Data]:
    t = telling.t
    return [
        {
            "period": value.period,
            "figure": telling.figure(value, unit),
            "notes": [
                *([t("dossier_base", base=telling.base(value.base))] if value.base else []),
                *([t(f"dossier_part_{value.breakdown.by}", part=value.breakdown.key)] if value.breakdown else []),
                *([t("dossier_provisional")] if value.state == "provisional" else []),
            ],
            "published": telling.date(value.date) if value.date else t("dossier_undated"),
            "respondents": telling.language.number(value.respondents) if value.respondents is not None else None,
            "refs": telling.refs(cited(value.sources)),
        }
        for value in values
    ]

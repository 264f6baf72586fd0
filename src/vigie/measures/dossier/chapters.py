"""The chapters of the dossier: each content or measure with what every voice found, its figures, then the series."""

from __future__ import annotations

from vigie.measures.dossier.figures import indicator_data, series_data
from vigie.measures.dossier.telling import Telling
from vigie.measures.dossier.typst_data import Data
from vigie.measures.model import Measure
from vigie.measures.views import Column, EditionView, FindingView, MeasureView
from vigie.values import PartialDate


def chapters(state: EditionView, telling: Telling) -> dict[str, Data]:
    """All that the state holds: what is certain of its day first, what is too vague to tell apart."""
    t = telling.t
    ledger = state.ledger
    pairs = zip(ledger.measures, state.uncertain.measures, strict=True)
    return {
        "contents-title": t("dossier_contents"),
        "measures-title": t("dossier_measures_title"),
        "measures-note": t("content_note", total=ledger.ledger.plan.measure_count) if ledger.contents_count else None,
        "measures": [_chapter(sure, vague, telling, state.day_in_words) for sure, vague in pairs],
        "series-title": t("dossier_series_title"),
        "series-note": t("dossier_series_note"),
        "series": series_data(ledger, telling),
        "series-vague": {
            "title": t("dossier_vague_title", date=state.day_in_words),
            "found": series_data(state.uncertain, telling),
        },
        "columns": [
            t("indicator_period"),
            t("indicator_value"),
            t("dossier_published"),
            t("indicator_respondents"),
            t("sources"),
        ],
        "limits-title": t("indicator_limits"),
    }


def _chapter(sure: MeasureView, vague: MeasureView, telling: Telling, day: str) -> Data:
    t = telling.t
    measure = sure.measure
    content = measure.kind == "content"
    findings: list[Data] = [finding_data(f, vague, telling) for column in vague.columns for f in column.findings]
    figures: list[Data] = [indicator_data(i, vague, telling) for i in vague.indicators]
    return {
        "label": sure.label.value,
        "kind": t("kind_content") if content else t("dossier_number", number=measure.number),
        "official": None if content else measure.title or t("dossier_no_title"),
        "plain": sure.plain.value,
        "refs": telling.refs(sure.sources),
        "voices": [_voice(column, sure, telling) for column in sure.columns],
        "indicators-title": t("indicators_title"),
        "indicators": [indicator_data(i, sure, telling) for i in sure.indicators],
        "vague": {"title": t("dossier_vague_title", date=day), "findings": findings, "indicators": figures}
        if findings or figures
        else None,
    }


def _voice(column: Column, measure: MeasureView, telling: Telling) -> Data:
    return {
        "name": telling.t(f"side_{column.side}"),
        "none": telling.t("dossier_no_finding", voice=telling.t(f"side_{column.side}")),
        "findings": [finding_data(f, measure, telling) for f in column.findings],
    }


def finding_data(shown: FindingView, measure: MeasureView, telling: Telling) -> Data:
    """A finding with all that hangs on it. Of one that was withdrawn, only that it was there, and why it is not."""
    t, finding = telling.t, shown.finding
    gone = finding.withdrawn
    corrected = [] if gone else [_corrected(date, telling) for date in _corrections(measure.measure, finding.id)]
    signed: list[Data] = []
    if finding.by in ("collectif", "members"):
        mark = finding.validated
        day = telling.language.date(mark.on) if mark else ""
        signed = [t("validated_by", date=day, by=mark.by) if mark else t("not_validated")]
    reason = finding.correction_of.reason if finding.correction_of and not gone else None
    return {
        "said": telling.said(finding.by, finding.date),
        "answers": [] if gone else telling.answers(finding),
        "text": t("dossier_withdrawn", why=t(f"withdrawn_{gone.ground}"), date=telling.language.date(gone.on))
        if gone
        else shown.statement.value,
        "demand": {"term": t("demand"), "text": finding.demand} if finding.demand else None,
        "notes": [
            *([t("corrects", reason=reason)] if reason else []),
            *corrected,
            *([t("dossier_noted_under", label=shown.noted_under.value)] if shown.noted_under else []),
            *signed,
        ],
        "refs": telling.refs(shown.sources),
        "replies": [
            {
                "said": t("dossier_reply", said=telling.said(reply.by, reply.date)),
                "text": reply.text,
                "refs": telling.refs(measure.cited(reply.sources)),
            }
            for reply in finding.replies
        ],
    }


def _corrections(measure: Measure, id_: str) -> list[PartialDate]:
    """The dates of the findings that correct this one and still hold."""
    return [f.date for f in measure.findings if f.correction_of and f.correction_of.id == id_ and f.withdrawn is None]


def _corrected(date: PartialDate, telling: Telling) -> str:
    return telling.t("dossier_corrected", date=telling.date(date))

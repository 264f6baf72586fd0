"""The chapters of the dossier: each content or measure with what every voice found, its figures, then the series."""

from __future__ import annotations

from vigie.measures.dossier.figures import indicator_data, series_data
from vigie.measures.dossier.telling import Telling
from vigie.measures.dossier.typst_data import Data
from vigie.measures.finding import Finding, Reply
from vigie.measures.views import Column, EditionView, FindingView, MeasureView


def chapters(state: EditionView, telling: Telling) -> dict[str, Data]:
    """All that the state holds: what is certain of its day first, what is too vague to tell apart."""
    t = telling.t
    ledger = state.ledger
    pairs = zip(ledger.measures, state.uncertain.measures, strict=True)
    return {
        "contents-title": t("dossier_contents"),
        "measures-title": t("dossier_measures_title"),
        "measures-note": t("content_note", total=ledger.ledger.plan.measure_count) if ledger.contents_count else None,
        "measures": [_chapter(state, sure, vague, telling) for sure, vague in pairs],
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


def _chapter(state: EditionView, sure: MeasureView, vague: MeasureView, telling: Telling) -> Data:
    t = telling.t
    measure = sure.measure
    content = measure.kind == "content"
    findings: list[Data] = [finding_data(f, vague, telling) for column in vague.columns for f in column.findings]
    findings += [_reply_alone(f, reply, sure, telling) for f, reply in state.uncertain_replies(measure.id)]
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
        "vague": {
            "title": t("dossier_vague_title", date=state.day_in_words),
            "findings": findings,
            "indicators": figures,
        }
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
    """A finding with all that hangs on it. Of one that was withdrawn, only that it was there, why and since when."""
    t, finding = telling.t, shown.finding
    gone = finding.withdrawn
    about = [
        *([t("dossier_noted_under", label=shown.noted_under.value)] if shown.noted_under else []),
        *(t("dossier_corrected", said=telling.said(f.by, f.date)) for f in measure.corrections_of(finding)),
    ]
    replies = [reply_data(reply, measure, telling) for reply in finding.replies]
    said: dict[str, Data] = {"said": telling.said(finding.by, finding.date), "replies": replies}
    if gone is not None:
        return {**said, "answers": [], "text": telling.tombstone(gone), "more": [], "notes": about, "refs": []}
    more = [
        *([(t("dossier_searched"), finding.searched.where)] if finding.searched else []),
        *([(t("demand"), finding.demand)] if finding.demand else []),
        *([(t("dossier_corrects"), finding.correction_of.reason)] if finding.correction_of else []),
    ]
    return {
        **said,
        "answers": telling.answers(finding),
        "text": shown.statement.value,
        "more": more,
        "notes": [*about, *_signature(finding, telling)],
        "refs": telling.refs(shown.sources),
    }


def reply_data(reply: Reply, measure: MeasureView, telling: Telling) -> dict[str, Data]:
    """A reply with its own sources; of one that was withdrawn, its tombstone."""
    said = telling.t("dossier_reply", said=telling.said(reply.by, reply.date))
    if reply.withdrawn is not None:
        return {"said": said, "text": telling.tombstone(reply.withdrawn), "refs": []}
    return {"said": said, "text": reply.text, "refs": telling.refs(measure.cited(reply.sources))}


def _reply_alone(finding: Finding, reply: Reply, measure: MeasureView, telling: Telling) -> Data:
    """A reply of too vague a date: apart from its finding, which it names; printed as a finding is."""
    answered = telling.t("dossier_reply_to", said=telling.said(finding.by, finding.date))
    return {**reply_data(reply, measure, telling), "answers": [], "more": [], "notes": [answered], "replies": []}


def _signature(finding: Finding, telling: Telling) -> list[str]:
    """What the associations say is a draft until somebody has signed it."""
    if finding.side != "associations":
        return []
    if finding.validated is None:
        return [telling.t("not_validated")]
    return [telling.t("validated_by", date=telling.language.date(finding.validated.on), by=finding.validated.by)]

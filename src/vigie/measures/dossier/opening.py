"""What the summary says, and the dossier first: the state, the plan as a whole, tallies, differences, changes, how to cite."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.measures import vocabulary as v
from vigie.measures.citation import cite_line, state_of
from vigie.measures.dossier.cited import newest_first
from vigie.measures.dossier.telling import Telling
from vigie.measures.dossier.typst_data import Data
from vigie.measures.finding import Finding
from vigie.measures.model import Measure
from vigie.measures.standing import Gap
from vigie.measures.views import ClaimView, EditionView, LedgerView, MeasureView


def opening(state: EditionView, telling: Telling, *, draft: bool, site_url: str | None) -> dict[str, Data]:
    """The parts of the first page. ``site_url`` is the root of the published site, None while it is not known."""
    t = telling.t
    plan = state.ledger.ledger.plan
    established = telling.language.date(state.edition.established_on)
    cite = cite_line(t, plan, state_of(t, state.edition), state.address, site_url=site_url, is_draft=draft)
    title = t("state_title", date=state.day_in_words)
    rebuilt = t("states_reconstituted", date=established)
    return {
        "lang": t.lang,
        "title": title,
        "running": t("dossier_running", title=title, when=rebuilt) if state.edition.is_reconstituted else title,
        "plan": plan.title,
        "meeting": t("dossier_meeting", title=state.meeting.title.value),
        "established": t("dossier_reconstituted", date=established) if state.edition.is_reconstituted else None,
        "dates": t("state_dates"),
        "draft": t("draft_banner") if draft else None,
        "read": t("dossier_read", date=telling.language.date(plan.text_read))
        if plan.text_read
        else t("dossier_not_read"),
        "counts": _counts(state.ledger, telling),
        "claims": _claims(state, telling),
        "vague": _vague(state.uncertain.claims, telling),
        "tallies": _tallies(state.ledger, telling),
        "gaps": _gaps(state.ledger, telling),
        "changes": _changes(state, telling),
        "cite": {"title": t("cite_this_state"), "words": cite.words, "address": cite.address, "note": cite.note},
        "sources-title": t("sources"),
        "unlinked": t("source_no_link"),
        "more": t("dossier_more", n="{n}"),
        "more-one": t("dossier_more_one"),
    }


def _counts(ledger: LedgerView, telling: Telling) -> list[Data]:
    total = ledger.ledger.plan.measure_count
    lines: list[Data] = []
    if ledger.contents_count:
        lines.append(telling.t("measures_count", n=ledger.contents_count, total=total))
    if ledger.numbered_count:
        lines.append(telling.t("dossier_numbered", n=ledger.numbered_count, total=total))
    return lines


def claim_data(claim: ClaimView, telling: Telling) -> Data:
    """What somebody said of the whole plan. Of what was withdrawn, only that it was there, why and since when."""
    said = telling.said(claim.claim.by, claim.claim.date)
    if claim.claim.withdrawn is not None:
        return {"said": said, "text": telling.tombstone(claim.claim.withdrawn), "refs": []}
    return {
        "said": said,
        "text": claim.statement.value,
        "refs": telling.refs(claim.sources),
    }


def _claims(state: EditionView, telling: Telling) -> Data:
    t = telling.t
    return {
        "title": t("dossier_claims_title"),
        "none": t("dossier_claims_none"),
        "voices": [
            {
                "name": t(f"side_{side}"),
                "said": [claim_data(c, telling) for c in newest_first(state.ledger.claims, side)],
            }
            for side in v.ORDERED_SIDES
        ],
    }


def _vague(claims: tuple[ClaimView, ...], telling: Telling) -> Data:
    """Those whose date is too vague: told with their number, never among the others."""
    if not claims:
        return None
    return {
        "count": telling.t("dossier_claims_vague", n=len(claims)),
        "title": telling.t("dossier_claims_vague_title"),
        "said": [claim_data(c, telling) for side in v.ORDERED_SIDES for c in newest_first(claims, side)],
    }


def _tallies(ledger: LedgerView, telling: Telling) -> Data:
    """One line per voice, contents and numbered measures apart, each on the whole of its kind: no share, no score."""
    t = telling.t
    lines: list[Data] = [
        {
            "voice": t(f"dossier_tally_{side}"),
            "counts": t("dossier_tally_joint").join(
                t("dossier_tally_count", progress=t(f"filter_progress_{progress}"), n=n)
                for progress, n in _answers_first(group.tally(side))
            ),
            "whole": t(f"dossier_whole_{group.kind}", n=group.total),
        }
        for group in ledger.grouped(ledger.measures)
        for side in v.ORDERED_SIDES
    ]
    return {"title": t("dossier_tally_title"), "lines": lines, "note": t("dossier_tally_note")}


def _answers_first(tally: dict[str, int]) -> list[tuple[str, int]]:
    """What a voice has answered, then how many it has not: nothing said is no result."""
    return sorted(tally.items(), key=lambda counted: counted[0] == "not_assessed")


def _gaps(ledger: LedgerView, telling: Telling) -> Data:
    t = telling.t
    found: list[Data] = [
        {
            "label": measure.label.value,
            "question": t(f"dossier_gap_{gap.question}"),
            "answers": [_answer(measure, answer, gap, telling) for answer in gap.answers],
        }
        for measure in ledger.measures
        for gap in measure.gaps
    ]
    compared = sum(_is_compared(measure) for measure in ledger.measures)
    none = t("dossier_gaps_same", n=compared) if compared else t("dossier_gaps_none")
    return {"title": t("dossier_gaps_title"), "found": found, "none": None if found else none}


def _answer(measure: MeasureView, finding: Finding, gap: Gap, telling: Telling) -> Data:
    only: dict[str, str | None] = {"sufficiency": None} if gap.question == "progress" else {"progress": "not_assessed"}
    return {
        "said": telling.said(finding.by, finding.date),
        "answer": ", ".join(telling.answers(finding.model_copy(update=only))),
        "refs": telling.refs(measure.view_of(finding).sources),
    }


def _is_compared(measure: MeasureView) -> bool:
    """Whether two voices have answered one question: only then can they agree or differ."""
    heard = sum(measure.measure.latest(side) is not None for side in v.ORDERED_SIDES)
    return heard > 1 and not measure.heard_without_two_assessments


def _changes(state: EditionView, telling: Telling) -> Data:
    """What this state has that the one before had not: counts, then each content with who spoke of it and when."""
    t = telling.t
    if state.before is None:
        return {"title": t("dossier_changes_title_first"), "counts": t("dossier_changes_first"), "found": []}
    added = state.changes
    day = telling.language.date(state.before.day)
    some = added.claims or added.findings or added.values
    counts = t(
        "dossier_changes_counts", claims=len(added.claims), findings=len(added.findings), values=len(added.values)
    )
    return {
        "title": t("dossier_changes_title", date=day),
        "counts": counts if some else t("dossier_changes_none"),
        "found": [
            {
                "label": state.ledger.named(id_).label.value,
                "entries": [_change(f, telling) for m, f in added.findings if m.id == id_],
            }
            for id_ in _ids(m for m, _finding in added.findings)
        ],
    }


def _ids(measures: Iterable[Measure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(measure.id for measure in measures))


def _change(finding: Finding, telling: Telling) -> Data:
    said = telling.said(finding.by, finding.date)
    if finding.withdrawn is not None:
        return {"said": said, "answer": telling.t(f"withdrawn_{finding.withdrawn.ground}")}
    return {"said": said, "answer": ", ".join(telling.answers(finding)) or None}

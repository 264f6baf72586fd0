"""From the records to what readers of one language see (``views``)."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from vigie.languages import SOURCE
from vigie.measures import vocabulary as v
from vigie.measures.editions import editions
from vigie.measures.facets import Facet, facets
from vigie.measures.model import Ledger, Measure
from vigie.measures.standing import deadline_state
from vigie.measures.views import (
    Archived,
    ClaimView,
    Column,
    DeadlineView,
    EditionView,
    FindingView,
    IndicatorView,
    LedgerView,
    MeasureView,
    MeetingView,
    SeriesView,
    cited_sources,
)
from vigie.measures.words import LedgerWords
from vigie.values import Newer, Text, never_newer


def ledger_view(
    ledger: Ledger, words: LedgerWords | None, lang: str, today: datetime.date, newer: Newer = never_newer
) -> LedgerView:
    """The ledger for readers of ``lang``; what ``words`` lacks stays in French and says so by its ``lang``."""
    say = _Words(words, lang, newer)
    found = facets(ledger)
    retired = ledger.successors
    by_id = {m.id: _measure_view(m, ledger, say, found) for m in ledger.listed}
    archived = (
        Archived(_measure_view(m, ledger, say, ()), tuple(by_id[s] for s in retired[m.id] if s in by_id))
        for m in ledger.measures
        if m.id in retired
    )
    plan = ledger.plan
    return LedgerView(
        ledger,
        lang,
        today,
        tuple(by_id.values()),
        tuple(archived),
        tuple(
            ClaimView(
                claim,
                v.SIDES[claim.by],
                say("claims", claim.id, "statement", claim.statement) if claim.statement else Text("", SOURCE),
                cited_sources(claim.sources, ledger.sources),
            )
            for claim in sorted(plan.claims, key=lambda c: c.date)
        ),
        tuple(
            MeetingView(m, say("meetings", m.id, "title", m.title), cited_sources(m.sources, ledger.sources))
            for m in sorted(plan.meetings, key=lambda m: m.date)
        ),
        tuple(
            DeadlineView(
                d,
                say("deadlines", d.id, "label", d.label),
                deadline_state(d, today),
                cited_sources(d.sources, ledger.sources),
            )
            for d in sorted(plan.deadlines, key=lambda d: d.date)
        ),
        tuple(
            SeriesView(
                s,
                say("series", s.id, "name", s.name),
                say("series", s.id, "definition", s.definition),
                say("series", s.id, "limits", s.limits),
                cited_sources(s.sources, ledger.sources),
                ledger.sources,
            )
            for s in ledger.series
        ),
        {axis.id: say("axes", axis.id, "subject", axis.subject) for axis in ledger.axes},
        found,
        translation=words.translation if words and words.says_something else None,
    )


def edition_views(view: LedgerView, words: LedgerWords | None, newer: Newer = never_newer) -> tuple[EditionView, ...]:
    """The states of the table for readers of one language, the earliest first."""
    found: list[EditionView] = []
    meetings = {m.meeting.id: m for m in view.meetings}
    for edition in editions(view.ledger):
        then = ledger_view(edition.ledger, words, view.lang, view.today, newer)
        uncertain = ledger_view(edition.uncertain, words, view.lang, view.today, newer)
        before = found[-1].edition if found else None
        found.append(EditionView(edition, meetings[edition.meeting.id], then, uncertain, before))
    return tuple(found)


class _Words:
    """The words of one language, by list, id and key; French where they lack."""

    def __init__(self, words: LedgerWords | None, lang: str, newer: Newer) -> None:
        self._lang = lang
        self._newer = newer
        self._found = {
            (name, record.id): record
            for name in ("axes", "claims", "meetings", "deadlines", "series", "indicators", "measures")
            for record in (getattr(words, name) if words else ())
        }

    def __call__(self, name: str, id_: str, key: str, french: str) -> Text:
        own = getattr(self._found.get((name, id_)), key, None)
        if own is None:
            return Text(french, SOURCE)
        return Text(own, self._lang, self._newer(name, id_, key, french))


def _measure_view(measure: Measure, ledger: Ledger, say: Callable[..., Text], found: tuple[Facet, ...]) -> MeasureView:
    formers = {
        finding.id: say("measures", former.id, "label", former.label)
        for former in ledger.measures
        if former.id in measure.former_ids
        for finding in former.findings
    }
    return MeasureView(
        measure,
        say("measures", measure.id, "label", measure.label),
        say("measures", measure.id, "plain", measure.plain),
        cited_sources(measure.sources, ledger.sources),
        tuple(
            Column(
                side,
                tuple(
                    FindingView(
                        f, Text(f.statement or "", SOURCE), cited_sources(f.sources, ledger.sources), formers.get(f.id)
                    )
                    for f in measure.of_side(side)
                ),
            )
            for side in v.ORDERED_SIDES
        ),
        tuple(
            IndicatorView(
                i,
                say("indicators", i.id, "name", i.name),
                say("indicators", i.id, "definition", i.definition),
                say("indicators", i.id, "limits", i.limits),
            )
            for i in measure.indicators
        ),
        ledger.sources,
        {facet.name: " ".join(c.slug for c in facet.choices if measure.id in c.measures) for facet in found},
    )

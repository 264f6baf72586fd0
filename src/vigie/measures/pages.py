"""What the pages of the ledger show: the model seen in one language, and the list of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vigie.documents import TranslationState
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.measures import vocabulary
from vigie.measures.finding import Finding
from vigie.measures.model import Ledger, Measure
from vigie.measures.plan import Claim, Source
from vigie.measures.words import LedgerWords, MeasureWords
from vigie.pages import Page
from vigie.values import Text

TABLE = "plan/mesures/"


@dataclass(frozen=True)
class SourceView:
    """A source as cited: its name in its own language, its publisher, its address when the original's is known."""

    id: str
    title: Text
    source: Source


@dataclass(frozen=True)
class FindingView:
    """A finding with its text's language and its sources."""

    finding: Finding
    statement: Text
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class Column:
    """One of the three voices and what it said, the most recent first."""

    side: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class MeasureView:
    """A content or measure in one language."""

    measure: Measure
    label: Text
    plain: Text
    sources: tuple[SourceView, ...]
    columns: tuple[Column, ...]
    latest: tuple[tuple[str, Finding | None], ...]
    registry: Mapping[str, Source]

    def cited(self, ids: tuple[str, ...]) -> tuple[SourceView, ...]:
        """The sources of one value or reply, as cited."""
        return _sources(ids, self.registry)

    @property
    def address(self) -> str:
        return f"{TABLE}{self.measure.id}/"


@dataclass(frozen=True)
class ClaimView:
    """What somebody says of the plan as a whole."""

    claim: Claim
    side: str
    statement: Text
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class LedgerView:
    """The ledger in one language."""

    ledger: Ledger
    lang: str
    measures: tuple[MeasureView, ...]
    claims: tuple[ClaimView, ...]
    translation: TranslationState | None

    @property
    def contents_count(self) -> int:
        return len(self.ledger.contents)

    @property
    def latest_claim_per_side(self) -> tuple[ClaimView, ...]:
        """The last thing that each side said of the plan as a whole, for those that spoke."""
        last = {claim.side: claim for claim in self.claims}
        return tuple(last[side] for side in vocabulary.ORDERED_SIDES if side in last)


def ledger_view(ledger: Ledger, words: LedgerWords | None, lang: str) -> LedgerView:
    """The ledger for readers of ``lang``; what ``words`` lacks stays in French and says so by its ``lang``."""
    labels = {m.id: m for m in words.measures} if words else {}
    statements = {c.id: c.statement for c in words.claims} if words else {}
    return LedgerView(
        ledger,
        lang,
        tuple(_measure_view(measure, ledger, labels, lang) for measure in ledger.measures),
        tuple(
            ClaimView(
                claim,
                vocabulary.SIDES[claim.by],
                _text(claim.statement, statements.get(claim.id), lang),
                _sources(claim.sources, ledger.sources),
            )
            for claim in sorted(ledger.plan.claims, key=lambda c: c.date)
        ),
        translation=words.translation if words else None,
    )


def measure_pages(view: LedgerView, t: Interface) -> list[Page]:
    """The table and one page per content or measure."""
    table = Page(
        view.lang, TABLE, "measures", Text(t("measures_title"), view.lang), t("measures_description"), view,
        translation=view.translation,
    )  # fmt: skip
    return [
        table,
        *(
            Page(view.lang, m.address, "measure", m.label, m.plain.value, m, translation=view.translation)
            for m in view.measures
        ),
    ]


def _measure_view(measure: Measure, ledger: Ledger, words: Mapping[str, MeasureWords], lang: str) -> MeasureView:
    own = words.get(measure.id)
    return MeasureView(
        measure,
        _text(measure.label, own.label if own else None, lang),
        _text(measure.plain, own.plain if own else None, lang),
        _sources(measure.sources, ledger.sources),
        tuple(
            Column(
                side,
                tuple(
                    FindingView(f, Text(f.statement or "", SOURCE), _sources(f.sources, ledger.sources))
                    for f in measure.of_side(side)
                ),
            )
            for side in vocabulary.ORDERED_SIDES
        ),
        tuple((side, measure.latest(side)) for side in vocabulary.ORDERED_SIDES),
        ledger.sources,
    )


def _text(french: str, translated: str | None, lang: str) -> Text:
    return Text(translated, lang) if translated is not None else Text(french, SOURCE)


def _sources(ids: tuple[str, ...], registry: Mapping[str, Source]) -> tuple[SourceView, ...]:
    """Those of the registry; an id that is not there is a problem of the check, told with its line."""
    found = ((id_, registry[id_]) for id_ in ids if id_ in registry)
    return tuple(SourceView(id_, Text(source.title, source.language), source) for id_, source in found)

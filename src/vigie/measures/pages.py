"""The pages that the ledger makes by itself: the table, its filters, one page per record and per state of the table."""

from __future__ import annotations

from vigie.borrowed import within
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.measures.facets import Choice
from vigie.measures.views import TABLE, EditionView, Filtered, LedgerView, Moved
from vigie.pages import Page
from vigie.values import Text


def measure_pages(view: LedgerView, states: tuple[EditionView, ...], t: Interface) -> list[Page]:
    """All of them in one language, none twice."""
    lang, translation = view.lang, view.translation
    read = view.numbered_count > 0
    title = Text(t("measures_title_read") if read else t("measures_title"), lang)
    description = t("measures_description_read") if read else t("measures_description")
    table = Page(lang, TABLE, "measures", title, description, view, translation=translation)
    shown = (*view.measures, *(old.view for old in view.archived))
    return [
        table,
        *(Page(lang, m.address, "measure", m.label, within(m.plain, lang), m, translation=translation) for m in shown),
        *(_filtered(view, choice, t) for facet in view.facets for choice in facet.choices),
        *_moved(view, t),
        *(_state(state, t) for state in states),
    ]


def _filtered(view: LedgerView, choice: Choice, t: Interface) -> Page:
    words = Text(choice.words, SOURCE) if choice.is_text else t(choice.words)
    title = t("filter_title", facet=t(f"facet_{choice.facet}"), choice=words)
    description = t("filter_description", choice=title)
    return Page(view.lang, choice.address, "filtered", Text(title, view.lang), description, Filtered(view, choice))


def _moved(view: LedgerView, t: Interface) -> list[Page]:
    """For each former address whose record is no longer in the file: where it leads now."""
    written = {measure.id for measure in view.ledger.measures}
    return [
        Page(
            view.lang, f"{TABLE}{former}/", "moved", Text(t("moved_title"), view.lang), t("moved_description"),
            Moved(former, view.only(frozenset(ids))),
        )
        for former, ids in view.ledger.successors.items()
        if former not in written
    ]  # fmt: skip


def _state(state: EditionView, t: Interface) -> Page:
    lang = state.ledger.lang
    day = Text(t("state_title", date=state.day_in_words), lang)
    return Page(lang, state.address, "state", day, t("state_description", date=state.day_in_words), state)

"""What each kind of page and each marker gives to its template. One function per template, named after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vigie import news_context
from vigie.build import Build
from vigie.languages import SOURCE, Language
from vigie.markdown_text import Marker
from vigie.measures import citation, vocabulary
from vigie.measures.mails import suggestion
from vigie.measures.open_data.shown import DATA_MARKERS
from vigie.measures.record_page import ShownIndicator, states_of
from vigie.measures.state_page import new_in, uncertain_in
from vigie.measures.timeline import timeline
from vigie.measures.views import EditionView, Filtered, MeasureView, Moved
from vigie.pages import Page, PageIndex, relative_url
from vigie.plan_context import PLAN_MARKERS, ledger_under_the_plan
from vigie.readers.pages import contact_views
from vigie.redirects.pages import OldAddress
from vigie.site.sitemap_page import site_map
from vigie.translations.shown import shown_glossary
from vigie.translations.volunteers import TASK_MARKERS, sheet, tasks
from vigie.values import Text

LATEST_ON_HOME = 3
LATEST_ON_MEASURE = 5

Context = dict[str, Any]


def page_context(build: Build, index: PageIndex, page: Page) -> Context:
    """The context of ``overrides/<kind>.html``; the map of the site alone needs all its pages."""
    if page.kind == "search":
        return {"sections": site_map(index, build.navigation, page.lang)}
    return _PAGES.get(page.kind, _nothing)(build, page)


def marker_context(build: Build, page: Page, marker: Marker) -> Context:
    """The context of ``overrides/partials/<feature>/<name>.html``."""
    return MARKERS[marker.feature, marker.name](build, page)


def _nothing(build: Build, page: Page) -> Context:
    return {}


def _contacts(build: Build, page: Page) -> Context:
    words = build.contact_words.get(page.lang)
    views = contact_views(
        build.contacts.record, words.record if words else None, page.lang, build.today, build.made_from[page.lang].newer
    )
    return {"contacts": views, "urgent": [view for view in views if view.contact.urgent]}


def _ledger(build: Build, page: Page) -> Context:
    return {"ledger": build.ledger_views[page.lang], "sides": vocabulary.ORDERED_SIDES}


def _home(build: Build, page: Page) -> Context:
    latest = build.newsrooms[page.lang].entries[:LATEST_ON_HOME]
    return {"latest": latest, **_contacts(build, page), **_ledger(build, page)}


def _error(build: Build, page: Page) -> Context:
    return _contacts(build, page)


def _missing(build: Build, page: Page) -> Context:
    french = page.subject
    assert isinstance(french, Page)  # noqa: S101 - a stand-in always stands in for a page
    return {"french": french, **_contacts(build, page)}


def _filtered(build: Build, page: Page) -> Context:
    filtered = page.subject
    assert isinstance(filtered, Filtered)  # noqa: S101 - what measure_pages puts there
    return {"rows": filtered.measures, "choice": filtered.choice, **_ledger(build, page)}


def _measures(build: Build, page: Page) -> Context:
    return {"rows": build.ledger_views[page.lang].measures, "choice": None, **_ledger(build, page)}


def _state(build: Build, page: Page) -> Context:
    state = page.subject
    assert isinstance(state, EditionView)  # noqa: S101 - what measure_pages puts there
    others = build.edition_views[page.lang]
    place = others.index(state)
    return {
        "state": state,
        "ledger": state.ledger,
        "rows": state.ledger.measures,
        "sides": vocabulary.ORDERED_SIDES,
        "new": new_in(state),
        "uncertain": uncertain_in(state),
        "previous": others[place - 1] if place else None,
        "next": others[place + 1] if place + 1 < len(others) else None,
        "cite": _cite(build, page, citation.state_of(build.interfaces[page.lang], state.edition)),
    }


def _cite(build: Build, page: Page, when: str, anchor: str = "", label: Text | None = None) -> citation.Citation:
    t, site = build.interfaces[page.lang], build.site.record
    path = f"{page.path}#{anchor}" if anchor else page.path
    plan = build.ledger.record.plan
    return citation.cite_line(t, plan, when, path, site_url=site.site_url, is_draft=build.is_draft, label=label)


def _moved(build: Build, page: Page) -> Context:
    moved = page.subject
    assert isinstance(moved, Moved)  # noqa: S101 - what measure_pages puts there
    return {"moved": moved}


def _old_address(build: Build, page: Page) -> Context:
    old = page.subject
    assert isinstance(old, OldAddress)  # noqa: S101 - what old_pages puts there
    path = old.nearest.path + (f"#{old.line.anchor}" if old.line.anchor and old.nearest.real else "")
    return {"nearest": old.nearest, "address": relative_url(page, path)}


def _measure(build: Build, page: Page) -> Context:
    measure = page.subject
    assert isinstance(measure, MeasureView)  # noqa: S101 - what measure_pages puts there
    t = build.interfaces[page.lang]
    ledger = build.ledger_views[page.lang]
    email = build.site.record.contact_email
    label, id_ = measure.label, measure.measure.id
    plan, as_of = build.ledger.record.plan, build.ledger.record.as_of
    cited_by = build.newsrooms[page.lang].about((id_, *measure.measure.former_ids))

    def cite(state: EditionView, anchor: str) -> citation.Citation:
        return _cite(build, page, citation.state_of(t, state.edition), anchor, label)

    return {
        "view_of": measure,
        "ledger": ledger,
        "states": states_of(id_, build.edition_views[page.lang], cite),
        "timeline": timeline(measure.measure, plan, mirrored=Language(page.lang).direction == "rtl"),
        "indicators": [
            ShownIndicator(shown, suggestion(t, email, shown.indicator.id, shown.name.value))
            for shown in measure.indicators
        ],
        "successors": next((old.successors for old in ledger.archived if old.view.measure.id == id_), ()),
        "formers": [old.view for old in ledger.archived if old.view.measure.id in measure.measure.former_ids],
        "cited_by": cited_by[:LATEST_ON_MEASURE],
        "cited_more": len(cited_by) - LATEST_ON_MEASURE,
        "cited_count": len(cited_by),
        "suggest": suggestion(t, email, id_, label.value),
        "cite": _cite(build, page, citation.as_of(t, as_of), label=label),
        "plan": plan,
        "as_of": as_of,
    }


def _members(build: Build, page: Page) -> Context:
    organisations = build.organisations.record
    groups = [
        (role, [o for o in organisations.organisations if o.role == role])
        for role in ("coordinator", "member", "to_confirm")
    ]
    return {"organisations": organisations, "groups": groups}


def _legal(build: Build, page: Page) -> Context:
    publisher = build.site.record.publisher
    facts = ((name, getattr(publisher, name)) for name in type(publisher).model_fields)
    return {"facts": [(name, Text(value, SOURCE) if value else None) for name, value in facts]}


def _glossary(build: Build, page: Page) -> Context:
    return {"glossary": shown_glossary(build.glossary.record, page.lang)}


_PAGES: dict[str, Callable[[Build, Page], Context]] = {
    "home": _home,
    "page": ledger_under_the_plan,
    "error": _error,
    "withheld": _error,
    "missing": _missing,
    "posts": news_context.posts,
    "topics": news_context.all_topics,
    "measures": _measures,
    "filtered": _filtered,
    "state": _state,
    "moved": _moved,
    "old_address": _old_address,
    "measure": _measure,
    "post": news_context.post,
    "tasks": tasks,
    "sheet": sheet,
}
MARKERS: dict[tuple[str, str], Callable[[Build, Page], Context]] = {
    ("readers", "contacts"): _contacts,
    ("readers", "downloads"): _nothing,
    ("measures", "table"): _measures,
    ("measures", "list"): _ledger,
    ("measures", "claims"): _ledger,
    ("measures", "grid"): _ledger,
    **PLAN_MARKERS,
    **DATA_MARKERS,
    ("site", "members"): _members,
    ("site", "legal"): _legal,
    ("translations", "glossary"): _glossary,
    **TASK_MARKERS,
}
"""The markers that an editor may write, each filled by ``partials/<feature>/<name>.html``."""

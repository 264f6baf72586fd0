"""What the markers of the plan's pages give to ``overrides/partials/measures/<name>.html``: one function per marker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vigie.build import Build
from vigie.languages import Language
from vigie.measures.across import (
    QUESTIONS,
    SCALES,
    assessed,
    by_oldest_information,
    counted_states,
    differing,
    due,
    figures,
    said_by_the_plan,
)
from vigie.measures.method import vocabulary
from vigie.pages import Page

Context = dict[str, Any]


def ledger_under_the_plan(build: Build, page: Page) -> Context:
    """Each page of the plan says how far its information goes; the others have no ledger."""
    return {"ledger": build.ledger_views[page.lang] if page.address.startswith("plan/") else None}


def _differences(build: Build, page: Page) -> Context:
    ledger = build.ledger_views[page.lang]
    return {
        "total": len(ledger.measures),
        "scales": SCALES,
        "found": differing(ledger.measures),
        "assessed": assessed(ledger.measures),
    }


def _heard(build: Build, page: Page) -> Context:
    return {"heard": [m for m in build.ledger_views[page.lang].measures if m.heard_without_two_assessments]}


def _last_information(build: Build, page: Page) -> Context:
    return {"rows": by_oldest_information(build.ledger_views[page.lang].measures)}


def _plan_says(build: Build, page: Page) -> Context:
    ledger = build.ledger_views[page.lang]
    return {"plan": ledger.ledger.plan, "rows": said_by_the_plan(ledger.measures), "questions": QUESTIONS}


def _calendar(build: Build, page: Page) -> Context:
    return {"meetings": build.ledger_views[page.lang].meetings}


def _deadlines(build: Build, page: Page) -> Context:
    return {"due": due(build.ledger_views[page.lang].deadlines)}


def _series(build: Build, page: Page) -> Context:
    rtl = Language(page.lang).direction == "rtl"
    return {"counted": figures(build.ledger_views[page.lang], rtl=rtl)}


def _states(build: Build, page: Page) -> Context:
    return {"states": counted_states(build.edition_views[page.lang])}


def _vocabulary(build: Build, page: Page) -> Context:  # noqa: ARG001 - one signature for every marker
    return {"lists": vocabulary()}


PLAN_MARKERS: dict[tuple[str, str], Callable[[Build, Page], Context]] = {
    ("measures", "differences"): _differences,
    ("measures", "heard"): _heard,
    ("measures", "last-information"): _last_information,
    ("measures", "plan-says"): _plan_says,
    ("measures", "calendar"): _calendar,
    ("measures", "deadlines"): _deadlines,
    ("measures", "series"): _series,
    ("measures", "states"): _states,
    ("measures", "vocabulary"): _vocabulary,
}
"""Merged into ``render_context.MARKERS``."""

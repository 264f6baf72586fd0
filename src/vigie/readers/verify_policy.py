"""What protects a reader is in each page itself, whatever server sends it: its policy, and silence on what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.html_stream import Event
from vigie.problems import Problem
from vigie.readers.headers import meta_policy
from vigie.readers.verify_kit import is_kit

_SEARCH = "recherche/index.html"
_VITAL = "infos/"


def policy_problems(path: str, events: Sequence[Event]) -> list[Problem]:
    """Every problem of protection of the page written at ``path`` under the site's folder; a kit has its own rule."""
    if is_kit(path):
        return []
    return [*the_page_carries_the_policy(path, events), *a_vital_page_describes_nothing(path, events)]


def _within(path: str) -> str:
    """``path`` without the folder of its language."""
    return path[3:] if len(path) > 3 and path[2] == "/" else path


def the_page_carries_the_policy(path: str, events: Sequence[Event]) -> list[Problem]:
    """Once, before anything that could run, word for word; only the page of the search may run its program."""
    wanted = meta_policy(search=_within(path) == _SEARCH)
    found: list[str] = []
    for event in events:
        if event.kind != "start":
            continue
        if event.data in ("script", "link") and not found:
            break
        attributes = dict(event.attributes)
        if (attributes.get("http-equiv") or "").lower() == "content-security-policy":
            found.append(attributes.get("content") or "")
    if found == [wanted]:
        return []
    mend = "voyez overrides/partials/site/head.html et src/vigie/readers/headers.py"
    return [Problem(f"site/{path}", 1, "la page ne porte pas, la première, la politique du site", mend)]


def a_vital_page_describes_nothing(path: str, events: Sequence[Event]) -> list[Problem]:
    """No record for search engines on a page whose reader may be watched."""
    if not _within(path).startswith(_VITAL):
        return []
    return [
        Problem(f"site/{path}", event.line, "cette page d’aide se décrit aux moteurs", "ôtez ces données")
        for event in events
        if event.kind == "start" and event.data == "script" and ("type", "application/ld+json") in event.attributes
    ]

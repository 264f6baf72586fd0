"""The one page that may lead elsewhere by itself: that of an old address, known by its form, which a normal page has not.

At once, to one page of this site that does not lead on itself, by the same link as the one that is shown, out of search
engines, without script nor anything to fill in. Whatever else sends its reader elsewhere is refused.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from vigie.html_stream import Event
from vigie.problems import Problem

_AT_ONCE = "0; url="
_NOT_THERE = {"script", "form", "input", "button", "img", "svg"}
_REFRESH = ("http-equiv", "refresh")
_ORDER = 2
"""Attributes of the order to leave: its name and its content."""


def refreshes(events: Sequence[Event]) -> list[Event]:
    """Each ``<meta>`` that sends the reader elsewhere, however it is written."""
    return [
        event
        for event in events
        if event.kind == "start"
        and event.data == "meta"
        and (dict(reversed(event.attributes)).get("http-equiv") or "").strip().lower() == "refresh"
    ]


def where_it_leads(events: Sequence[Event]) -> str | None:
    """The relative address that the page leads to by itself; None when it does not have the form of such a page."""
    found = refreshes(events)
    if len(found) != 1 or len(found[0].attributes) != _ORDER or found[0].attributes[0] != _REFRESH:
        return None
    content = dict(found[0].attributes).get("content") or ""
    address = content.removeprefix(_AT_ONCE)
    starts = [event for event in events if event.kind == "start"]
    links = [dict(event.attributes).get("href") for event in starts if event.data in ("a", "area")]
    closed = ("meta", (("name", "robots"), ("content", "noindex"))) in [(e.data, e.attributes) for e in starts]
    if address == content or links != [address] or not closed or _NOT_THERE & {event.data for event in starts}:
        return None
    return address if _stays(address) else None


def _stays(address: str) -> bool:
    """Whether it is a relative path to a page, nothing that browsers could read as another site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not (parts.scheme or parts.netloc or parts.query) and not set(address) & set("\\\t\r\n :;'\"")
    return plain and parts.path.endswith(".html") and not address.startswith("/")


def a_page_leads_elsewhere_only_from_an_old_address(
    path: str, events: Sequence[Event], events_of: Callable[[str], Sequence[Event] | None]
) -> list[Problem]:
    """``events_of`` gives the events of the page at a path of the site, None when there is none."""
    found = refreshes(events)
    if not found:
        return []
    address = where_it_leads(events)
    shown = f"site/{path}"
    if address is None:
        return [
            Problem(shown, event.line, "la page renvoie ailleurs d’elle-même", "ôtez cette redirection")
            for event in found
        ]
    target = events_of(posixpath.normpath(posixpath.join(posixpath.dirname(path), urlsplit(address).path)))
    if target is None:
        return [
            Problem(
                shown,
                found[0].line,
                f"l’ancienne adresse mène à « {address} », qui n’existe pas",
                "corrigez data/redirects.yaml",
            )
        ]
    if refreshes(target):
        return [
            Problem(
                shown, found[0].line, "l’ancienne adresse mène à une autre, qui mène ailleurs", "menez droit à la page"
            )
        ]
    return []

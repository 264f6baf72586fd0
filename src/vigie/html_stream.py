"""Read HTML as a stream of events and write it back: the one tool for comparing, rewriting and isolating.

Only for HTML of ours (already rendered, already sanitised); the check of the whole site is in ``readers.verify``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

Attributes = tuple[tuple[str, str | None], ...]

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"})
"""Of a picture: closed by their « / », which browsers ignore on any element of HTML itself."""
_RAW = frozenset({"script", "style"})
"""What browsers read as it is, without entities."""


@dataclass(frozen=True)
class Event:
    """A start tag, an end tag, a text or something else (comment, doctype) of an HTML text."""

    kind: str
    data: str
    attributes: Attributes = ()
    line: int = 1


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def _add(self, kind: str, data: str, attributes: Attributes = ()) -> None:
        self.events.append(Event(kind, data, attributes, self.getpos()[0]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add("start", tag, tuple(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add("start", tag, tuple(attrs))
        if tag in _SHAPES:
            self._add("end", tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._add("end", tag)

    def handle_data(self, data: str) -> None:
        self._add("text", data)

    def handle_comment(self, data: str) -> None:
        self._add("comment", data)

    def handle_decl(self, decl: str) -> None:
        self._add("declaration", decl)

    def handle_pi(self, data: str) -> None:
        self._add("comment", f"?{data}")  # what browsers make of it

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Browsers read ``<![x[`` as a comment; Python's parser would stop at words that it does not know."""
        return self.parse_bogus_comment(i, report)


def read_html(html: str) -> list[Event]:
    """The events of ``html``, in order, with their line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


def start_tag(tag: str, attributes: Attributes) -> str:
    """``<tag …>`` with escaped attributes."""
    written = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{tag}{written}>"


def rewrite(html: str, change: Callable[[Event], str | None]) -> str:
    """``html`` with each event replaced by what ``change`` returns, or kept when it returns None."""
    written: list[str] = []
    raw = False
    for event in read_html(html):
        new = change(event)
        written.append(new if new is not None else event.data if raw and event.kind == "text" else _written(event))
        raw = event.kind == "start" and event.data in _RAW
    return "".join(written)


def _written(event: Event) -> str:
    if event.kind == "start":
        return start_tag(event.data, event.attributes)
    if event.kind == "end":
        return f"</{event.data}>"
    if event.kind == "text":
        return escape(event.data, quote=False)
    return f"<!--{event.data}-->" if event.kind == "comment" else f"<!{event.data}>"

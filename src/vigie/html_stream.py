"""Read HTML as a stream of events and write it back: the one tool for comparing, rewriting and isolating.

Only for HTML of ours (already rendered, already sanitised); the check of the whole site is in ``readers.verify``.
Python's ``HTMLParser`` says what any text means, slowly; HTML in the plain form that our templates write, in which there
is one way of reading only, is read by one expression (``_read_plain``), with the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

Attributes = tuple[tuple[str, str | None], ...]

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"})
"""Of a picture: closed by their « / », which browsers ignore on any element of HTML itself."""
_RAW = frozenset({"script", "style"})
"""What browsers read as it is, without entities."""


_WITHOUT_TAGS = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""In which some browsers, and some versions of Python, take tags for text: plain HTML has none there."""

_NAME = "[A-Za-z][A-Za-z0-9:_-]*+"
_ATTRIBUTE = rf"""[ \n]++{_NAME}(?:="[^"<>\0]*+")?+"""
_PLAIN = re.compile(
    rf"(?P<text>[^<\0]++)|</(?P<end>{_NAME})>|<(?P<start>{_NAME})(?P<attributes>(?:{_ATTRIBUTE})*+)[ \n]*+(?P<closed>/?)>"
    r"|<!(?P<declaration>(?i:doctype) html)>"
)
"""One piece of plain HTML: names, quotes and spaces as we write them. Anything else is left to ``HTMLParser``."""
_ATTRIBUTE_PARTS = re.compile(rf"""({_NAME})(="([^"]*+)")?+""")
_UNSURE_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#[0-9]+|#x[0-9a-f]+);)")
"""In an attribute, what ``&`` means without ``;`` is told differently by browsers and versions of Python."""


class Event(NamedTuple):
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
    html = str(html)  # a Markup would escape what is compared and replaced in it
    plain = _read_plain(html)
    if plain is not None:
        return plain
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


def _read_plain(html: str) -> list[Event] | None:
    """What ``_Reader`` finds in plain HTML; None as soon as a piece of ``html`` is not plain."""
    events: list[Event] = []
    position, line, within = 0, 1, ""
    for match in _PLAIN.finditer(html):
        if match.start() != position:
            return None
        position = match.end()
        kind = match.lastgroup
        if kind == "text":
            text = match[0]
            events.append(Event("text", text if within in _RAW or "&" not in text else unescape(text), (), line))
            line += text.count("\n")
            continue
        if kind == "end":
            tag = match["end"].lower()
            if within and tag != within:
                return None
            within = ""
            if tag not in VOID:
                events.append(Event("end", tag, (), line))
            continue
        if within:
            return None
        if kind == "declaration":
            events.append(Event("declaration", match["declaration"], (), line))
            continue
        tag, written = match["start"].lower(), match["attributes"]
        attributes = _plain_attributes(written) if written else ()
        if attributes is None or (match["closed"] and tag in _WITHOUT_TAGS):
            return None
        events.append(Event("start", tag, attributes, line))
        if match["closed"] and tag in _SHAPES:
            events.append(Event("end", tag, (), line))
        within = tag if tag in _WITHOUT_TAGS else ""
        line += match[0].count("\n")
    return events if position == len(html) and not within else None


@lru_cache(maxsize=4096)
def _plain_attributes(written: str) -> Attributes | None:
    """The attributes of a plain start tag: the same ones stand on every page of a site."""
    if "&" in written and _UNSURE_ENTITY.search(written):
        return None
    return tuple(
        (name.lower(), unescape(value) if has_value else None)
        for name, has_value, value in _ATTRIBUTE_PARTS.findall(written)
    )


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

"""The French of today beside a translation that is behind it: which parts of the page get a line, and what is folded under.

Pure: from pieces of HTML cut at their headings to pieces with notes in between. Who renders the notes is passed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from vigie.html_stream import Event, rewrite
from vigie.markdown_text import Marker
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE
from vigie.translations.status import Status

_OPENING_TAG = re.compile(r"<(?P<end>/?)(?P<name>h[2-4]|blockquote|[uod]l|div|details|table|section|figure)\b")
_ID = re.compile(r'<h[2-4][^>]*?\bid="([^"]*)"')
_AFTER_HEADING = re.compile(r"(</h[2-4]>)")
_HEADING = re.compile(r"h[2-4]\Z")

Piece = str | Marker
Note = Callable[[str, str | None], str]
"""From the change (``changed``, ``added``, ``removed``) and the French HTML of today, None when there is none, to a note."""


@dataclass(frozen=True)
class Part:
    """The pieces of one section, in order; ``id`` is that of its heading."""

    id: str
    pieces: tuple[Piece, ...]


def parts_of(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """``pieces`` cut before each heading; what comes before the first is the opening, and may be empty."""
    parts: list[tuple[str, list[Piece]]] = [(OPENING, [])]
    for piece in pieces:
        if isinstance(piece, Marker):
            parts[-1][1].append(piece)
            continue
        for cut in _before_headings(piece):
            if found := _ID.match(cut):
                parts.append((found.group(1), []))
            if cut.strip():
                parts[-1][1].append(cut)
    return tuple(Part(id_, tuple(found)) for id_, found in parts)


def _before_headings(html: str) -> list[str]:
    """``html`` cut before each heading, never inside a quotation, a list or another block: both halves stay well formed."""
    depth, cuts = 0, [0]
    for tag in _OPENING_TAG.finditer(html):
        if not tag["name"].startswith("h"):
            depth += -1 if tag["end"] else 1
        elif not tag["end"] and depth == 0:
            cuts.append(tag.start())
    return [html[start:end] for start, end in zip(cuts, [*cuts[1:], len(html)], strict=True)]


def with_notes(pieces: Sequence[str], french: Sequence[Part], status: Status, note: Note) -> Sequence[str]:
    """``pieces``, the translation's HTML, with a note under the heading of each part that changed, and the parts added since.

    A title or a description that changed has its note before everything.

    ``french``: the parts of the French of today. Nothing changed: the very same pieces.
    """
    changes = {part.id: part.change for part in status.behind}
    if not changes:
        return pieces
    theirs = {part.id: french_html(part.pieces) for part in french}
    named = [note(changes[id_], theirs.get(id_)) for id_ in (TITLE, DESCRIPTION) if id_ in changes]
    added = _added_after(french, changes)
    written: list[str] = named
    for part in parts_of(pieces):
        own = "".join(piece for piece in part.pieces if isinstance(piece, str))
        change = changes.get(part.id)
        written.append(_noted(part.id, own, note(change, theirs.get(part.id))) if change else own)
        written += [note("added", theirs[id_]) for id_ in added.get(part.id, ())]
    return written


def _added_after(french: Sequence[Part], changes: Mapping[str, str]) -> dict[str, list[str]]:
    """The parts added since, under the last part before them that the translation has."""
    found: dict[str, list[str]] = {}
    last = OPENING
    for part in french:
        if changes.get(part.id) == "added" and part.id != OPENING:
            found.setdefault(last, []).append(part.id)
        else:
            last = part.id
    return found


def _noted(id_: str, html: str, note: str) -> str:
    """The note under the heading; before everything in an opening, which has none."""
    if id_ == OPENING:
        return f"{note}\n{html}"
    return _AFTER_HEADING.sub(lambda end: f"{end.group(1)}\n{note}", html, count=1)


def french_of_today(title: str, description: str, parts: Iterable[Part]) -> list[Part]:
    """The parts that notes may show: those of the French body, its title and its description."""
    words = ((TITLE, title), (DESCRIPTION, description))
    return [*(Part(id_, (f"<p>{escape(text)}</p>",)) for id_, text in words if text), *parts]


def french_html(pieces: Iterable[Piece]) -> str:
    """The French of a part as it can stand inside another page: no id of its own, its heading as a paragraph."""

    def folded(event: Event) -> str | None:
        if _HEADING.match(event.data) and event.kind in ("start", "end"):
            return "<p><strong>" if event.kind == "start" else "</strong></p>"
        return None

    return "\n".join(rewrite(piece, folded) for piece in pieces if not isinstance(piece, Marker))

"""Keep numbers and Latin words readable inside a right-to-left text.

Without isolation a browser shows ``+33 1 23 45`` as ``45 23 1 33+`` and ``225-4-1`` as ``1-4-225``. Runs made of
several groups, or with Latin letters, are wrapped in ``<bdi dir="ltr">`` (with ``lang="fr"`` when they have letters:
names and official terms are French, and a voice must read them so); in titles and attributes, which hold no
markup, in the isolating characters U+2066 and U+2069.
"""

from __future__ import annotations

import re
from html import escape

from vigie.html_stream import VOID, Event, rewrite, start_tag

_WORD = r"[0-9A-Za-z\u00C0-\u024F]+"
_SPACE = r"[ \u00A0\u202F]"
_JOINT = rf"(?:{_SPACE}|[-\u2010-\u2013./:@&'’_+%,]|(?<=\b[A-Z])\.{_SPACE}(?=\d))"
_ADDRESS = r"https?://[!-~]*[0-9A-Za-z/]"
_RUN = re.compile(rf"{_ADDRESS}|\+?{_WORD}(?:{_JOINT}{_WORD})*(?:{_SPACE}?[%°€])?")
_ISOLATED = re.compile(r"(\u2066[^\u2069]*\u2069)")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")
_SINGLE_NUMBER = re.compile(r"\d+\Z")
_NEUTRAL_TAGS = frozenset({"bdi", "script", "style", "textarea", "title", "option", "code"})
_SETTLING_ATTRIBUTES = frozenset({"lang", "dir"})
_SHOWN_ATTRIBUTES = frozenset({"aria-label", "title", "alt", "content"})


def runs(text: str) -> list[str]:
    """The runs of ``text`` that need isolation, in order."""
    return [m.group() for m in _RUN.finditer(text) if not _SINGLE_NUMBER.match(m.group())]


def isolate_text(text: str) -> str:
    """For titles and attributes of a right-to-left page; what is isolated already stays as it is."""

    def isolated(match: re.Match[str]) -> str:
        return match.group() if _SINGLE_NUMBER.match(match.group()) else f"\u2066{match.group()}\u2069"

    pieces = _ISOLATED.split(text)
    return "".join(piece if _ISOLATED.match(piece) else _RUN.sub(isolated, piece) for piece in pieces)


def isolate_html(html: str) -> str:
    """For the content of a right-to-left page; what declares its own language or direction is left alone."""
    return rewrite(html, _Isolator())


class _Isolator:
    """Follows the open elements, and marks runs in the texts outside those that settle their own direction."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        """Each with whether it, or what holds it, settles its direction."""

    def __call__(self, event: Event) -> str | None:
        if event.kind == "start":
            return self._start(event)
        if event.kind == "end":
            self._close(event.data)
        if event.kind == "text" and not self._settled:
            return _isolated(event.data)
        return None

    @property
    def _settled(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _start(self, event: Event) -> str | None:
        names = {name for name, _value in event.attributes}
        settled = self._settled or event.data in _NEUTRAL_TAGS or not names.isdisjoint(_SETTLING_ATTRIBUTES)
        if event.data not in VOID:
            self._open.append((event.data, settled))
        if settled or names.isdisjoint(_SHOWN_ATTRIBUTES):
            return None
        shown = tuple(
            (name, isolate_text(value) if name in _SHOWN_ATTRIBUTES and value else value)
            for name, value in event.attributes
        )
        return start_tag(event.data, shown)

    def _close(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                return


def _isolated(text: str) -> str:
    pieces: list[str] = []
    position = 0
    for match in _RUN.finditer(text):
        if _SINGLE_NUMBER.match(match.group()):
            continue
        pieces.append(escape(text[position : match.start()], quote=False))
        lang = ' lang="fr"' if _LATIN.search(match.group()) else ""
        pieces.append(f'<bdi dir="ltr"{lang}>{escape(match.group(), quote=False)}</bdi>')
        position = match.end()
    pieces.append(escape(text[position:], quote=False))
    return "".join(pieces)

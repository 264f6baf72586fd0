"""Words that a language lacks, borrowed from the French: marked in the text, and written with their own language in HTML.

A sentence of the interface goes through titles, templates and other sentences before it reaches a page. So the French
that stands in for a missing one is enclosed in signs that no text of an editor may hold (Unicode keeps U+FDD0 to U+FDEF
for the inside of programs, ``reading.py`` refuses them). ``in_html`` makes elements of them, ``unmarked`` takes them out
where no markup can stand.
"""

from __future__ import annotations

import re
from html import escape

from vigie.html_stream import VOID, Attributes, Event, rewrite, start_tag
from vigie.languages import SOURCE, Language
from vigie.values import Text

_FRENCH, _OWN, _END = "\ufdd0", "\ufdd1", "\ufdd2"
"""What follows is French; is in the language of the page again, inside French; the end of either."""
_MARKS = re.compile(f"[{_FRENCH}{_OWN}{_END}]")
_PIECES = re.compile(f"([{_FRENCH}{_OWN}{_END}])")
_LETTER = re.compile(r"[^\W\d_]")
_WITHOUT_MARKUP = frozenset({"title", "option", "textarea", "script", "style"})


def borrowed(text: str) -> str:
    """``text``, French, as it may stand in a sentence of another language."""
    return f"{_FRENCH}{unmarked(text)}{_END}" if _LETTER.search(text) else text


def own_inside(text: str) -> str:
    """``text``, of the page's language, as it may stand in a borrowed sentence; what is borrowed in it stays so."""
    is_of_no_language = text.startswith("http") or not _LETTER.search(unmarked(text))
    return text if is_of_no_language else f"{_OWN}{text}{_END}"


def within(text: Text, lang: str) -> str:
    """``text`` as it stands among words of ``lang``."""
    return borrowed(text.value) if text.lang == SOURCE != lang else text.value


def sentence(template: str) -> str:
    """A French sentence already filled in, marked as a whole."""
    return f"{_FRENCH}{template}{_END}"


def is_borrowed(text: str) -> bool:
    """Whether the whole of ``text`` is one borrowed sentence, whatever was filled in."""
    if not (text.startswith(_FRENCH) and text.endswith(_END)):
        return False
    depth = 0
    for place, sign in enumerate(text):
        depth += 1 if sign in (_FRENCH, _OWN) else -1 if sign == _END else 0
        if depth == 0:
            return place == len(text) - 1
    return False


def unmarked(text: str) -> str:
    """``text`` for a place that holds no markup and says no language: a file's name, a letter, a calendar."""
    return _MARKS.sub("", text)


def told(text: str, lang: str) -> Text:
    """``text`` without marks, with the language that it is in: French when it is wholly borrowed, else ``lang``."""
    return Text(unmarked(text), SOURCE if is_borrowed(text) else lang)


def in_html(html: str, lang: str) -> str:
    """``html``, of a page in ``lang``, with an element around each borrowed text.

    An attribute holds no markup. An element that holds nothing else, or a picture, says the language itself; the name of
    any other (``aria-label``, ``title``) is left out, because a voice would read it in the wrong language. What scripts
    write (``data-…``) stays: the element that they write in says its language.
    """
    return rewrite(html, _Writer(lang)) if _MARKS.search(html) else html


class _Writer:
    """Knows in which element it is: some hold no markup, those of a picture have their own."""

    def __init__(self, lang: str) -> None:
        self._page = lang
        self._tag = ""

    def __call__(self, event: Event) -> str | None:
        if event.kind == "start":
            self._tag = event.data
            return self._start(event)
        if event.kind == "end":
            self._tag = ""
        if event.kind != "text" or not _MARKS.search(event.data):
            return None
        if self._tag in _WITHOUT_MARKUP:
            text = unmarked(event.data)
            return text if self._tag in ("script", "style") else escape(text, quote=False)
        return self._text(event.data, "tspan" if self._tag == "text" else "span")

    def _text(self, text: str, element: str) -> str:
        """``text`` with an element where its language changes; none stays open."""
        within: list[tuple[str, bool]] = []
        """The languages of the marks that are open, each with whether it has an element."""
        written: list[str] = []
        for piece in _PIECES.split(text):
            if piece in (_FRENCH, _OWN):
                now = SOURCE if piece == _FRENCH else self._page
                differs = now != (within[-1][0] if within else self._page)
                within.append((now, differs))
                written.append(start_tag(element, _said_in(now)) if differs else "")
            elif piece == _END:
                written.append(f"</{element}>" if within and within.pop()[1] else "")
            else:
                written.append(escape(piece, quote=False))
        written += [f"</{element}>" for _lang, differs in within if differs]
        return "".join(written)

    @staticmethod
    def _start(event: Event) -> str | None:
        if not any(value and _MARKS.search(value) for _name, value in event.attributes):
            return None
        says_itself = event.data in VOID or dict(event.attributes).get("role") == "img"
        kept: list[tuple[str, str | None]] = []
        lang: Attributes = ()
        for name, value in event.attributes:
            if not (value and is_borrowed(value)) or name.startswith("data-"):
                kept.append((name, unmarked(value) if value else value))
            elif says_itself:
                kept.append((name, unmarked(value)))
                lang = _said_in(SOURCE)
        settled = {name for name, _value in lang}
        return start_tag(event.data, (*((n, v) for n, v in kept if n not in settled), *lang))


def _said_in(lang: str) -> Attributes:
    return (("lang", lang), ("dir", Language(lang).direction))

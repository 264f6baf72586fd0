"""What a built page says in which language: each text, and each attribute that is read aloud, with the nearest ``lang``."""

import unicodedata
from dataclasses import dataclass

import html5lib

SPOKEN = ("aria-label", "title", "alt", "content", "placeholder", "value")
SCRIPTS = {"ar": "ARABIC", "ps": "ARABIC", "uk": "CYRILLIC", "ti": "ETHIOPIC"}
"""Of the other languages of the tests: Latin."""
_NOT_READ = ("script", "style")


@dataclass(frozen=True)
class Said:
    """A text with the language and the direction that the page gives it, and where it stands."""

    text: str
    lang: str
    direction: str
    where: str


def said_in(html):
    """Every text of ``html``, in order."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    return list(_walk(root, "", "ltr"))


def _walk(element, lang, direction):
    if not isinstance(element.tag, str) or element.tag in _NOT_READ:
        return
    lang = element.get("lang", lang)
    direction = element.get("dir", direction)
    for name in SPOKEN:
        is_spoken = name != "content" or element.get("name") == "description" or element.get("property") == "og:title"
        if element.get(name, "").strip() and is_spoken:
            yield Said(element.get(name), lang, direction, f"{element.tag} {name}")
    if element.text and element.text.strip():
        yield Said(element.text.strip(), lang, direction, element.tag)
    for child in element:
        yield from _walk(child, lang, direction)
        if child.tail and child.tail.strip():
            yield Said(child.tail.strip(), lang, direction, element.tag)


def foreign_letters(said):
    """The letters of ``said`` that its language does not write with."""
    script = SCRIPTS.get(said.lang, "LATIN")
    return "".join(s for s in said.text if unicodedata.category(s)[0] == "L" and script not in _script(s))


def _script(sign):
    return unicodedata.name(sign, "")

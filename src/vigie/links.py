"""The links of an editor's text, resolved by us: pages by their file, helplines by their id, anchors that exist.

``resolve`` is called once per text when its fragment is rendered; ``broken_links`` tells an editor the same, with lines.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

from vigie.html_stream import Event, read_html, rewrite, start_tag
from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.readers.model import Contact
from vigie.site.navigation import address_of
from vigie.web_address import what_hides

_OUTSIDE = re.compile(r"https?://|mailto:")
_TARGET = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|<)([^)\s>]+)")


@dataclass(frozen=True)
class Surroundings:
    """What the links of one text may point to."""

    lang: str
    name: str
    contacts: Mapping[str, Contact]
    anchors_of: Callable[[str], frozenset[str] | None]
    """Anchors of the page at an address in this language; None when there is no such page."""
    url_of: Callable[[str], str]
    """The address to write for a path under the language's root (with its anchor)."""
    mail_note: str
    contact_email: str
    lang_of: Callable[[str], str] | None = None
    """The language of the page at an address; None: all are in that of the text."""
    french_note: str = ""
    """What is written after a link to a text that exists in French alone."""


def target_of(href: str, name: str) -> tuple[str, str]:
    """The address and anchor that ``href``, written in the document ``name``, means."""
    path, _, anchor = href.partition("#")
    if not path:
        return address_of(f"{name}.md"), anchor
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    return address_of(joined), anchor


def what_is_wrong(href: str, around: Surroundings) -> tuple[str, str] | None:
    """The two halves of a message when ``href`` leads nowhere."""
    if href.startswith("contact:"):
        known = ", ".join(around.contacts)
        if href.removeprefix("contact:") not in around.contacts:
            return f"le contact « {href.removeprefix('contact:')} » est inconnu", f"choisissez parmi : {known}"
        return None
    if href.startswith("mailto:"):
        address, _, query = unquote(href.removeprefix("mailto:")).partition("?")
        if address != around.contact_email or (query and re.search(r"(?:^|&)(?!subject=)|[\x00-\x1f]", query)):
            return f"ce lien écrit ailleurs qu’au collectif (« {href[:60]} »)", f"écrivez mailto:{around.contact_email}"
        return None
    if _OUTSIDE.match(href):
        return what_hides(href)
    path, _, anchor = href.partition("#")
    if not path and not anchor:
        return "ce lien est vide", "écrivez où il mène, ou ôtez-le"
    if path and (path.startswith("/") or not path.endswith(".md")):
        return (
            f"le lien « {href[:60]} » ne désigne pas une page",
            "écrivez le chemin du fichier, par exemple ../plan/index.md",
        )
    if posixpath.normpath(posixpath.join(posixpath.dirname(around.name), path)).startswith(".."):
        return f"le lien « {href[:60]} » sort du site", "restez dans le dossier de la langue"
    address, anchor = target_of(href, around.name)
    anchors = around.anchors_of(address)
    if anchors is None:
        return f"le lien « {href[:60]} » ne mène à aucune page", "vérifiez le nom du fichier"
    if anchor and anchor not in anchors:
        known = ", ".join(sorted(anchors)) or "aucune"
        return f"la section « #{anchor} » n’existe pas sur cette page", f"sections : {known}"
    return None


def broken_links(html: str, body: str, path: str, first_line: int, around: Surroundings) -> list[Problem]:
    """One problem per link of ``html`` that leads nowhere, on the line of ``body`` where it is written."""
    problems: list[Problem] = []
    opened: str | None = None
    words = ""
    for event in read_html(html):
        if event.kind == "start" and event.data == "a":
            opened, words = dict(event.attributes).get("href"), ""
        elif event.kind == "text" and opened is not None:
            words += event.data
        elif event.kind == "end" and event.data == "a" and opened is not None:
            wrong = what_is_wrong(opened, around) or _another_number(opened, words, around)
            if wrong:
                problems.append(Problem(path, _line_of(body, words, opened, first_line), *wrong))
            opened = None
    return problems


def _line_of(body: str, words: str, href: str, first_line: int) -> int:
    """The line that writes this link with these words; else the first that writes it with others."""
    for number, line in enumerate(body.split("\n"), start=first_line):
        if f"[{words}]({href})" in line:
            return number
    return line_of_link(body, href, first_line)


def _another_number(href: str, words: str, around: Surroundings) -> tuple[str, str] | None:
    """The number that is read is the number that is dialled (a slip sends a person in danger to a stranger)."""
    if not href.startswith("contact:"):
        return None
    contact = around.contacts[href.removeprefix("contact:")]
    shown = "".join(c for c in words if c.isdigit())
    if shown and shown != contact.dial.lstrip("+"):
        return f"« {words.strip()[:40]} » mène au {contact.number}", f"écrivez [{contact.number}](contact:{contact.id})"
    return None


def line_of_link(body: str, href: str, first_line: int) -> int:
    """The line of ``body`` that links to ``href``, or else the first that holds it."""
    lines = list(enumerate(body.split("\n"), start=first_line))
    links = (number for number, line in lines if href in _TARGET.findall(line))
    holds = (number for number, line in lines if (href or "]()") in line)
    return next(links, next(holds, first_line))


def resolve(html: str, around: Surroundings) -> str:
    """``html`` with every link ready to serve; after each mail link, the note that mail is no emergency help."""
    return rewrite(html, _Resolver(around))


class _Resolver:
    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._after: list[str] = []

    def __call__(self, event: Event) -> str | None:
        if event.kind == "end" and event.data == "a":
            return "</a>" + (self._after.pop() if self._after else "")
        if event.kind != "start" or event.data != "a":
            return None
        href = dict(event.attributes).get("href") or ""
        self._after.append("")
        if href.startswith("contact:"):
            contact = self._around.contacts[href.removeprefix("contact:")]
            return start_tag("a", (("class", "phone"), ("href", contact.href()), ("dir", "ltr")))
        if href.startswith("mailto:"):
            self._after[-1] = f' <small class="mail-note">({escape(self._around.mail_note)})</small>'
            return start_tag("a", (("href", href),))
        if _OUTSIDE.match(href):
            return start_tag("a", (("href", href), ("rel", "noreferrer")))
        address, anchor = target_of(href, self._around.name)
        href = self._around.url_of(address + (f"#{anchor}" if anchor else ""))
        lang = self._around.lang_of(address) if self._around.lang_of and href else self._around.lang
        if lang == self._around.lang:
            return start_tag("a", (("href", href),))
        if lang == SOURCE:
            self._after[-1] = f' <small class="quiet">({escape(self._around.french_note)})</small>'
        return start_tag("a", (("href", href), ("hreflang", lang)))

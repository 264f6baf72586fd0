"""A page of the site, whatever made it: its language, address, words for ``<head>``, and the subject it shows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from vigie.documents import TranslationState
from vigie.languages import Language
from vigie.values import Text

Kind = Literal[
    "page", "home", "post", "posts", "archive", "topics", "measures", "measure", "filtered", "state", "moved",
    "missing", "withheld", "search", "error", "old_address", "tasks", "sheet",
]  # fmt: skip

VOLUNTEERS = "contribuer/"
"""Addresses of pages for those who help to make the site: no reader who seeks help should land there."""


@dataclass(frozen=True)
class Page:
    """One page. ``address`` is under its language's root and the same in every language (``plan/mesures/``).

    ``real`` is false for the short page that stands in for a missing translation: it stays out of menus, alternates
    and sitemap. ``shown_in_menus`` is false for what has no place there (an error page). ``subject`` is the document,
    post, measure… that the template ``overrides/<kind>.html`` shows.
    """

    lang: str
    address: str
    kind: Kind
    title: Text
    description: str
    subject: object = None
    vital: bool = False
    sensitive: bool = False
    real: bool = True
    translation: TranslationState | None = None

    @property
    def path(self) -> str:
        """From the site's root, in URL form: ``ar/plan/mesures/``."""
        return f"{Language(self.lang).prefix}{self.address}"

    @property
    def file(self) -> str:
        """Of the file written: ``ar/plan/mesures/index.html``."""
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"

    @property
    def note(self) -> str | None:
        """The key of what readers must know of a translation that nobody has reviewed, or None."""
        if self.translation is None or self.translation.state == "reviewed":
            return None
        made_by_machine = self.translation.method != "human" and self.translation.state == "draft"
        return "machine_note" if made_by_machine or self.translation.method == "machine" else "unreviewed_note"

    @property
    def is_error(self) -> bool:
        return self.kind == "error"

    @property
    def searched(self) -> bool:
        """Whether the search finds its text: stand-ins have none of their own, lists of news repeat what they list."""
        shown = self.kind in ("page", "home", "post", "measures", "measure", "state")
        return self.real and shown and not self.for_volunteers

    @property
    def for_volunteers(self) -> bool:
        """Whether it is out of the map, the sitemap, the search and search engines: it is no page for readers."""
        return self.address.startswith(VOLUNTEERS)

    @property
    def neutral(self) -> bool:
        """Whether tabs, history and previews must not tell what it is about."""
        return self.vital or self.sensitive


@dataclass(frozen=True)
class PageIndex:
    """All pages of all languages, by language and address."""

    by_place: Mapping[tuple[str, str], Page] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Iterable[Page]) -> PageIndex:
        """Index ``pages``; of two at one place the first wins (editors' pages come before generated ones)."""
        found: dict[tuple[str, str], Page] = {}
        for page in pages:
            found.setdefault((page.lang, page.address), page)
        return cls(found)

    def get(self, lang: str, address: str) -> Page | None:
        return self.by_place.get((lang, address))

    def in_language(self, lang: str) -> list[Page]:
        """The pages of one language, by address."""
        return sorted((p for p in self.by_place.values() if p.lang == lang), key=lambda p: p.address)

    def translations(self, page: Page, shown: Iterable[str]) -> dict[str, Page]:
        """The true texts of ``page`` by language, itself included, among the languages ``shown``."""
        found = {lang: self.get(lang, page.address) for lang in shown}
        return {lang: other for lang, other in found.items() if other and other.real and not other.is_error}


def relative_url(page: Page, target: str) -> str:
    """From ``page`` to ``target`` (a path from the site's root, "" for the root).

    An error page is served at any depth: its links begin at the server's root.
    """
    if page.is_error:
        return f"/{target}"
    return relative_path(page.path, target)


def relative_path(file: str, target: str) -> str:
    """From ``file`` to ``target``, both paths from the site's root ("" for the root itself)."""
    path, _, anchor = target.partition("#")
    start = posixpath.dirname(file) or "."
    relative = posixpath.relpath(path or ".", start)
    if path.endswith("/") or not path:
        relative += "/"
    return relative + (f"#{anchor}" if anchor else "")

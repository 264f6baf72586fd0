"""What a template may ask: words, links, dates, in the language of the page."""

from __future__ import annotations

import datetime
from typing import Protocol

from markupsafe import Markup, escape

from vigie.build import Build, EditorPage
from vigie.languages import SOURCE, Language
from vigie.measures.files import LedgerFiles
from vigie.news.feeds.followed import Followed, followed
from vigie.news.model import Post
from vigie.pages import Page, PageIndex, relative_url
from vigie.readers.downloads import Downloads
from vigie.translations.pages import TASKS
from vigie.values import PartialDate, Text


class Renders(Protocol):
    """What a view needs of who renders: the build, and the files made for it."""

    @property
    def build(self) -> Build: ...
    @property
    def index(self) -> PageIndex: ...
    @property
    def downloads(self) -> Downloads: ...
    @property
    def ledger_files(self) -> LedgerFiles: ...


class View:
    """What a template may ask: words, links, dates, in the language of the page."""

    def __init__(self, renderer: Renders, page: Page) -> None:
        self.page = page
        self.build = renderer.build
        self._renderer = renderer
        self.language = Language(page.lang)
        self._interface = renderer.build.interfaces[page.lang]

    def t(self, key: str, **fields: object) -> str:
        """A string of the interface, marked where it is borrowed from the French: ``Renderer`` writes its language."""
        return self._interface(key, **fields)

    def said_in(self, key: str) -> Markup:
        """Attributes for the element in which a script writes the string ``key``."""
        return self.own(Text("", SOURCE if self._interface.lends(key) else self.page.lang))

    def text(self, text: Text) -> Markup:
        """A text, wrapped in its own language when it is not the page's."""
        if text.lang == self.page.lang:
            return escape(text.value) + self.newer(text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(text.lang, Language(text.lang).direction, text.value)

    def french(self, value: str) -> Text:
        """A French text, to be filled in a string of the interface: its language is written with it."""
        return Text(value, SOURCE)

    def newer(self, text: Text) -> Markup:
        """After words made from a French text that has changed: that of today, in its own language."""
        if text.newer is None:
            return Markup("")
        said = Markup(' <span class="newer">({} <span lang="{}" dir="{}">{}</span>)</span>')
        return said.format(self.t("newer_french"), SOURCE, Language(SOURCE).direction, text.newer)

    def own(self, text: Text) -> Markup:
        """Attributes for the block that holds nothing but ``text``: its language and direction when not the page's."""
        if text.lang == self.page.lang:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(text.lang, Language(text.lang).direction)

    def url(self, address: str, lang: str | None = None) -> str:
        """To an address under the root of ``lang`` (the page's when None)."""
        prefix = Language(lang or self.page.lang).prefix
        return relative_url(self.page, f"{prefix}{address}")

    def asset(self, name: str) -> str:
        """To a file of ``docs/assets/``."""
        return relative_url(self.page, f"assets/{name}")

    def file(self, path: str) -> str:
        """To a file that the site makes, by its path from the site's root."""
        return relative_url(self.page, path)

    @property
    def to_review(self) -> bool:
        """Whether the page is a translation that may be wrong: what can hurt has changed in French since, or nobody knows."""
        subject = self.page.subject
        tracked = self.build.translations.get(subject.document.path) if isinstance(subject, EditorPage | Post) else None
        return tracked is not None and (tracked.status is None or tracked.status.state == "to_review")

    @property
    def sheet(self) -> str | None:
        """Where a volunteer finds the sheet of this translation; None when there is none."""
        subject = self.page.subject
        name = subject.document.name if isinstance(subject, EditorPage | Post) else ""
        address = self.build.sheet_addresses.get(name, "")
        return self.url(address) if self._renderer.index.get(self.page.lang, address) and address else None

    @property
    def tasks(self) -> str | None:
        """Where volunteers find what waits in this language; None on a site that has but one."""
        return self.url(TASKS) if self._renderer.index.get(self.page.lang, TASKS) else None

    @property
    def downloads(self) -> Downloads:
        """The files that helpers take away."""
        return self._renderer.downloads

    @property
    def ledger_files(self) -> LedgerFiles:
        """The files made from the ledger."""
        return self._renderer.ledger_files

    @property
    def followed(self) -> tuple[Followed, ...]:
        """The feeds and calendars of readers of the page's language."""
        return followed(self.build, self.page.lang)

    def date(self, value: PartialDate | datetime.date) -> str:
        return self.language.date(value)

    def moment(self, written: str) -> str:
        """A day, or a day and an hour of Paris (``2025-02-12 18:30``), in words."""
        day, _, hour = written.partition(" ")
        return self.date(datetime.date.fromisoformat(day)) + (f", {hour}" if hour else "")

    def number(self, value: int | float) -> str:
        return self.language.number(value)

"""From a page to its HTML: the fragment (what is inside ``<main>``) and the frame around it.

Everything goes through our own templates; MkDocs, or anything else, only puts the four strings of ``Framed`` together.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from vigie.borrowed import in_html
from vigie.build import Build, EditorPage
from vigie.documents import Document
from vigie.html_stream import start_tag
from vigie.images.pages import with_images
from vigie.isolate import isolate_html
from vigie.languages import Language
from vigie.links import resolve
from vigie.markdown_text import Marker
from vigie.measures.files import LedgerFiles, ledger_files
from vigie.news.feeds.files import feed_files
from vigie.news.model import Post
from vigie.pages import Page, PageIndex, relative_url
from vigie.problems import Problem, ProblemsFound, blocking
from vigie.readers.downloads import Downloads, make_downloads
from vigie.readers.headers import meta_policy
from vigie.readers.verify_kit import FOLDER
from vigie.redirects.pages import SmallPage, small_files, small_pages
from vigie.redirects.settled import settled
from vigie.render_context import marker_context, page_context
from vigie.site.frame import frame_context
from vigie.site.head import head_words
from vigie.site.surroundings import surroundings
from vigie.tables import dressed
from vigie.templates import make_environment
from vigie.translations.beside import Part, french_of_today, parts_of, with_notes
from vigie.values import Text
from vigie.view import View


@dataclass(frozen=True)
class Framed:
    """One page ready to be put together, each part already safe HTML."""

    lang: str
    direction: str
    head: Markup
    header: Markup
    main: Markup
    footer: Markup
    searched: bool = False
    """Whether the search reads what is in ``main``."""


class Renderer:
    """Renders the pages of one build. Holds the environment and the index, nothing that changes."""

    def __init__(self, build: Build, index: PageIndex, *, preview: bool = False) -> None:
        self.build = build
        self.index = index
        self.preview = preview
        self._environment: Environment = make_environment(build.root)

    def fragment(self, page: Page) -> Markup:
        """The inner HTML of ``<main>``, isolated when the language reads right to left."""
        return self._filled(page, f"{page.kind}.html")

    def feed_text(self, page: Page) -> str:
        """What a feed carries of a dated text: its words, event and sources in one block of their language.

        Links are those of the page: whoever takes the text elsewhere writes them again.
        """
        block = start_tag("div", (("lang", page.lang), ("dir", Language(page.lang).direction)))
        return f"{block}{self._filled(page, 'partials/news/in_feed.html')}</div>"

    def _filled(self, page: Page, name: str) -> Markup:
        """The template ``name`` with all that ``page`` is about."""
        view = View(self, page)
        subject = page.subject
        content = self._content(page, subject.document, view) if isinstance(subject, EditorPage | Post) else None
        context = page_context(self.build, self.index, page)
        return self._isolated(page, self._template(name, view, content=content, **context))

    def framed(self, page: Page) -> Framed:
        """The page and its frame."""
        view = View(self, page)
        context = frame_context(self.build, self.index, page, preview=self.preview)
        parts = {
            name: self._isolated(page, self._template(f"partials/site/{name}.html", view, **context))
            for name in ("header", "footer")
        }
        head = self._template(
            "partials/site/head.html", view, shown=head_words(page, self.build.interfaces[page.lang]), **context
        )
        main, direction = self.fragment(page), Language(page.lang).direction
        return Framed(page.lang, direction, head, parts["header"], main, parts["footer"], searched=page.searched)

    @cached_property
    def downloads(self) -> Downloads:
        """The files that helpers take away: made once, when first asked for."""
        return make_downloads(self.build, self.index, self._outside_the_site)

    @cached_property
    def ledger_files(self) -> LedgerFiles:
        """The files made from the ledger: made once, when first asked for."""
        return LedgerFiles(ledger_files(self.build))

    @cached_property
    def small_pages(self) -> dict[str, bytes]:
        """The pages of old addresses that lead on by themselves, by file from the site's root."""
        lines = settled(self.build, self.index).redirects
        return small_files(small_pages(lines, self.index, self.build.interfaces), self._small_page)

    def _small_page(self, small: SmallPage) -> Markup:
        """It names its file, not its folder: so it leads on from a disk too."""
        target, site_url = small.target, self.build.site.record.site_url
        anchor = f"#{small.anchor}" if small.anchor and target.real else ""
        html = self._template(
            "redirect.html",
            View(self, small.place),
            policy=meta_policy(),
            address=relative_url(small.place, target.file + anchor),
            target=target,
            canonical=f"{site_url.rstrip('/')}/{target.path}" if site_url else None,
        )
        return self._isolated(small.place, html)

    def _outside_the_site(self, name: str, lang: str, **context: object) -> Markup:
        """A template for readers of ``lang``, of a file that is no page."""
        view = View(self, Page(lang, FOLDER, "page", Text("", lang), ""))
        return self._template(name, view, **context)

    def _template(self, name: str, view: View, **context: object) -> Markup:
        html = self._environment.get_template(name).render(view=view, page=view.page, t=view.t, **context)
        return Markup(in_html(html, view.page.lang))  # noqa: S704 - our templates escape

    def _isolated(self, page: Page, html: Markup) -> Markup:
        return Markup(isolate_html(html)) if Language(page.lang).direction == "rtl" else html  # noqa: S704 - same text

    def _content(self, page: Page, document: Document, view: View) -> Markup:
        """The editor's own text, links resolved and markers filled."""
        pieces = [
            str(self._marker(page, piece, view))
            if isinstance(piece, Marker)
            else self._prose(page, document, piece, view)
            for piece in self.build.rendered[document.path].pieces
        ]
        tracked = self.build.translations.get(document.path)
        if tracked and tracked.status and tracked.status.behind:
            source = self.build.french_of(document)
            french = source.document
            parts = [
                Part(part.id, tuple(self._prose(page, french, p, view) for p in part.pieces if isinstance(p, str)))
                for part in parts_of(self.build.rendered[french.path].pieces)
            ]
            theirs = french_of_today(source.meta.title, source.meta.description, parts)
            pieces = list(with_notes(pieces, theirs, tracked.status, partial(self._beside, view)))
        return Markup("\n".join(pieces))  # noqa: S704 - sanitised when read, then only ours added

    def _marker(self, page: Page, marker: Marker, view: View) -> Markup:
        context = marker_context(self.build, page, marker)
        return self._template(f"partials/{marker.feature}/{marker.name}.html", view, **context)

    def _prose(self, page: Page, document: Document, html: str, view: View) -> str:
        """A piece of ``document`` as ``page`` shows it: links, pictures and tables in place."""
        around = surroundings(self.build, self.index, page, document)
        return dressed(with_images(resolve(html, around), document.path, self.build, view.file), view.t("table_region"))

    def _beside(self, view: View, change: str, french: str | None) -> str:
        """The note on a part that the translation is behind."""
        html = Markup(french) if french else None  # noqa: S704 - sanitised when read, then only ours added
        return str(self._template("partials/translations/beside.html", view, change=change, french=html))


def render_all(renderer: Renderer) -> dict[str, Framed]:
    """Every page of the build, by the file that it will be; ``ProblemsFound`` when a template or a leaflet is wrong."""
    with _faults_told(renderer.build.root):
        if wrong := blocking(renderer.downloads.problems):
            raise ProblemsFound(wrong)
        return {page.file: renderer.framed(page) for page in renderer.index.by_place.values()}


def render_feeds(renderer: Renderer) -> Mapping[str, bytes]:
    """The feeds of the dated texts, by path from the site's root; ``ProblemsFound`` when a template is wrong."""
    with _faults_told(renderer.build.root):
        return feed_files(renderer.build, renderer.index, renderer.feed_text)


@contextmanager
def _faults_told(root: Path) -> Iterator[None]:
    """What fails inside because of a template becomes ``ProblemsFound``."""
    try:
        yield
    except ProblemsFound:
        raise
    except Exception as error:
        raise ProblemsFound([_template_problem(error, root)]) from error


def _template_problem(error: Exception, root: Path) -> Problem:
    """Where in ``overrides/`` a template is wrong: by itself, or where the fault shows."""
    path, line = getattr(error, "filename", None), getattr(error, "lineno", 1)
    frames = [] if path else traceback.extract_tb(error.__traceback__)
    for frame in frames:
        if frame.filename.startswith(str(root / "overrides")):
            path, line = frame.filename, frame.lineno or 1
    if path is None:
        raise error  # not a template's fault: a fault of ours must stay visible
    shown = Path(path).relative_to(root).as_posix()
    said = f"le texte {error} manque dans data/interface.yaml" if isinstance(error, KeyError) else str(error)
    return Problem(shown, line, f"ce gabarit est fautif ({said})", "corrigez-le, ou reprenez-le de l’historique")

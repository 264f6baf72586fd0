"""What helpers hand over: the numbers and the most needed pages, as chapters of one text, from the same Markdown as the pages.

One text makes two files: the kit (one HTML file that asks for nothing) and the leaflet (``leaflet.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from markupsafe import Markup

from vigie.build import Build, EditorPage
from vigie.html_stream import VOID, Event, read_html, rewrite, start_tag
from vigie.isolate import isolate_html
from vigie.languages import SOURCE, Language
from vigie.links import resolve
from vigie.markdown_text import Marker
from vigie.pages import Page, PageIndex
from vigie.readers.headers import kit_policy
from vigie.readers.pages import contact_views
from vigie.site.surroundings import surroundings
from vigie.translations.beside import Part, french_of_today, parts_of, with_notes
from vigie.values import Text

KIT_PAGES = ("infos/qui-appeler/", "infos/urgence/", "infos/appel/", "infos/papiers/", "infos/signes/")
"""The pages of the kit (HTML), in this order. One that a language lacks is left out of its file."""

LEAFLET_PAGES = KIT_PAGES[:2]
"""Those of the leaflet (PDF): few sheets to fold, and a file of 60 kB at most."""

NUMBERS = "numeros"
"""The id of the chapter of numbers, when no page of the kit holds them."""

Template = Callable[..., Markup]
"""``(name, lang, **context)`` to the HTML of a template of ``overrides/``."""

_CUT = "\x00"
_LEVELS = {f"h{level}": f"h{level + 1}" for level in range(2, 6)}

_NOTES = {"machine_note": "kit_machine_note", "unreviewed_note": "kit_unreviewed_note"}
"""What a page says of its translation, said of the whole document."""


@dataclass(frozen=True)
class Chapter:
    """A page of the site as a part of the kit: its id, its title, its text one level lower, its ids made unique."""

    id: str
    title: Text
    html: Markup
    notes: tuple[str, ...] = ()
    """Keys of what readers must know of the translation."""
    stated: bool = False
    """Whether it says what the law says, so that readers must know whether a lawyer has read it."""
    review: object = None


def chapters_of(
    build: Build, index: PageIndex, lang: str, addresses: Iterable[str], template: Template
) -> tuple[Chapter, ...]:
    """A chapter for each of these pages that ``lang`` has, numbers first; the numbers alone when it has none."""
    found = [page for address in addresses if (page := index.get(lang, address)) and _has_text(page)]
    contacts = _contacts(build, lang, template)
    ids = {page.address: page.address.rstrip("/").rsplit("/", maxsplit=1)[-1] for page in found}
    chapters = [_chapter(build, index, page, ids, contacts, template) for page in found]
    if not any(_holds_numbers(build, page) for page in found):
        title = Text(build.interfaces[lang]("kit_numbers"), lang)
        chapters.insert(0, Chapter(NUMBERS, title, Markup(nested(str(contacts), NUMBERS, levels={}))))  # noqa: S704 - a template's
    return _links_within(_said_once(chapters))


def kit_body(lang: str, chapters: Iterable[Chapter], template: Template) -> Markup:
    """The chapters as both files hold them, isolated when the language reads right to left."""
    return _isolated(template("partials/readers/kit_body.html", lang, chapters=tuple(chapters)), lang)


def kit_state(build: Build, lang: str, chapters: Iterable[Chapter], template: Template) -> Markup:
    """The day, and what readers must know of the whole: a draft, a translation that nobody has reviewed."""
    notes = sorted({note for chapter in chapters for note in chapter.notes})
    context = {"notes": notes, "draft": build.is_draft, "day": build.today}
    return _isolated(template("partials/readers/kit_state.html", lang, **context), lang)


def _isolated(html: Markup, lang: str) -> Markup:
    return Markup(isolate_html(str(html))) if Language(lang).direction == "rtl" else html  # noqa: S704 - same text


def kit_file(build: Build, lang: str, chapters: tuple[Chapter, ...], template: Template) -> bytes:
    """The kit: one HTML file with its own style, which asks nothing of any server."""
    style = template("partials/readers/kit_style.css", lang)
    context = {
        "direction": Language(lang).direction,
        "style": style,
        "policy": kit_policy(str(style)),
        "chapters": chapters,
        "state": kit_state(build, lang, chapters, template),
        "body": kit_body(lang, chapters, template),
    }
    return str(template("kit.html", lang, **context)).encode("utf-8")


def nested(html: str, prefix: str, levels: Mapping[str, str] = _LEVELS) -> str:
    """``html`` one heading lower, its ids under ``prefix``; a picture gives way to its words, an alignment is dropped."""

    def change(event: Event) -> str | None:
        if event.kind == "end":
            return f"</{levels[event.data]}>" if event.data in levels else None
        if event.kind != "start":
            return None
        if event.data == "img":
            return escape(dict(event.attributes).get("alt") or "", quote=False)
        attributes = tuple(
            (name, f"{prefix}-{value}" if name == "id" else value)
            for name, value in event.attributes
            if name != "align"
        )
        if (
            event.data == "a"
            and (dict(attributes).get("href") or "").startswith("http")
            and "rel" not in dict(attributes)
        ):
            attributes += (("rel", "noreferrer"),)  # this site is another one for a file that has left it
        return start_tag(levels.get(event.data, event.data), attributes)

    return rewrite(html, change)


def _has_text(page: Page) -> bool:
    return page.real and isinstance(page.subject, EditorPage)


def _holds_numbers(build: Build, page: Page) -> bool:
    return any(_is_contacts(piece) for piece in build.rendered[_editor_page(page).document.path].pieces)


def _is_contacts(piece: str | Marker) -> bool:
    return isinstance(piece, Marker) and (piece.feature, piece.name) == ("readers", "contacts")


def _editor_page(page: Page) -> EditorPage:
    assert isinstance(page.subject, EditorPage)  # noqa: S101 - asked by _has_text
    return page.subject


def _contacts(build: Build, lang: str, template: Template) -> Markup:
    words = build.contact_words.get(lang)
    views = contact_views(
        build.contacts.record, words.record if words else None, lang, build.today, build.made_from[lang].newer
    )
    return template("partials/readers/kit_contacts.html", lang, contacts=views)


def _chapter(
    build: Build, index: PageIndex, page: Page, ids: Mapping[str, str], contacts: Markup, template: Template
) -> Chapter:
    subject = _editor_page(page)
    own = ids[page.address]
    around = surroundings(build, index, page, subject.document)
    site_url = (build.site.record.site_url or "").rstrip("/")

    def url_of(address: str) -> str:
        """An anchor for a chapter; for another page its whole address, or "" while the site has none."""
        path, _, anchor = address.partition("#")
        if path in ids:
            return f"#{ids[path]}" + (f"-{anchor}" if anchor else "")
        target = index.get(page.lang, path) or index.get(SOURCE, path)
        if not site_url or target is None:
            return ""
        return f"{site_url}/{target.path}" + (f"#{anchor}" if anchor and target.real else "")

    def shown(found: Iterable[str | Marker]) -> list[str]:
        """Those that can be printed: the words, and the helplines."""
        return [
            resolve(piece, replace(around, url_of=url_of)) if isinstance(piece, str) else str(contacts)
            for piece in found
            if isinstance(piece, str) or _is_contacts(piece)
        ]

    pieces: Sequence[str] = shown(build.rendered[subject.document.path].pieces)
    tracked = build.translations.get(subject.document.path)
    status = tracked.status if tracked else None
    if status and status.behind:
        source = build.french_of(subject.document)
        parts = [Part(p.id, tuple(shown(p.pieces))) for p in parts_of(build.rendered[source.document.path].pieces)]
        theirs = french_of_today(source.meta.title, source.meta.description, parts)
        beside = partial(_beside, template, page.lang)
        pieces = with_notes(pieces, theirs, status, beside)
    html = Markup(nested("\n".join(pieces), own))  # noqa: S704 - sanitised when read, then only ours added
    meta = subject.meta
    notes: tuple[str, ...] = (_NOTES[page.note],) if page.note else ()
    notes += ("to_review_note",) if status and status.state == "to_review" else ()
    return Chapter(own, page.title, html, notes, "legal_review" in meta.model_fields_set, meta.legal_review)


def _beside(template: Template, lang: str, change: str, french: str | None) -> str:
    """The note on a part that the translation is behind, as pages have it."""
    html = Markup(french) if french else None  # noqa: S704 - sanitised when read, then only ours added
    return str(template("partials/translations/beside.html", lang, change=change, french=html))


def _said_once(chapters: list[Chapter]) -> list[Chapter]:
    """A section that opens every page (« If the danger is immediate ») is kept where it comes first."""
    seen: set[str] = set()
    kept = []
    for chapter in chapters:
        sections = []
        for section in _sections(chapter.html):
            words = section.replace(f'id="{chapter.id}-', 'id="').strip()
            if words not in seen:
                sections.append(section)
            seen.add(words)
        kept.append(replace(chapter, html=Markup("".join(sections))))  # noqa: S704 - parts of it
    return kept


def _sections(html: str) -> list[str]:
    """``html`` cut before each of its own headings (now h3), never inside an element."""
    depth = 0

    def cut(event: Event) -> str | None:
        nonlocal depth
        outermost = depth == 0
        if event.data not in VOID:
            depth += {"start": 1, "end": -1}.get(event.kind, 0)
        heading = event.kind == "start" and event.data == "h3" and outermost
        return _CUT + start_tag(event.data, event.attributes) if heading else None

    return rewrite(html, cut).split(_CUT)


def _links_within(chapters: list[Chapter]) -> tuple[Chapter, ...]:
    """Anchors of what was left out lead to the chapter, or to the same words elsewhere; links to nowhere are words."""
    ids = [
        dict(event.attributes).get("id") or "" for c in chapters for event in read_html(c.html) if event.kind == "start"
    ]
    known = {*ids, *(chapter.id for chapter in chapters)}

    def place(anchor: str, own: str) -> str:
        if anchor in known:
            return anchor
        owner = next((c.id for c in chapters if anchor.startswith(f"{c.id}-")), own)
        said = anchor.removeprefix(owner)
        return next((name for name in ids if re.fullmatch(rf"[a-z0-9-]+{re.escape(said)}", name)), owner)

    return tuple(replace(c, html=Markup(_relinked(c, place))) for c in chapters)  # noqa: S704 - same text


def _relinked(chapter: Chapter, place: Callable[[str, str], str]) -> str:
    opened: list[bool] = []

    def change(event: Event) -> str | None:
        if event.data != "a" or event.kind not in ("start", "end"):
            return None
        if event.kind == "end":
            return None if opened.pop() else ""
        href = dict(event.attributes).get("href") or ""
        opened.append(bool(href))
        if not href.startswith("#"):
            return None if href else ""
        return start_tag("a", (("href", f"#{place(href[1:], chapter.id)}"),))

    return rewrite(chapter.html, change)

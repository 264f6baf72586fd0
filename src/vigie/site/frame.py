"""The frame around each page: menu, breadcrumbs, languages, way out, alternates. Data only; templates draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vigie.build import Build
from vigie.languages import SOURCE, Language
from vigie.news.feeds.followed import Followed, declared
from vigie.news.model import FOLDERS
from vigie.pages import Page, PageIndex, relative_url
from vigie.readers.headers import meta_policy
from vigie.site.structured_data import structured_data
from vigie.translations.pages import TASKS
from vigie.values import Text


@dataclass(frozen=True)
class Link:
    """A link of the frame; ``current`` when it is the page itself or, for a section, the one the page is in."""

    title: Text
    url: str
    current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """To the same page in another language, or to the right place there."""

    language: Language
    name: str
    url: str


@dataclass(frozen=True)
class Frame:
    """All that the frame shows of one page."""

    menu: tuple[Link, ...]
    siblings: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    leave_to: str
    legal: tuple[Link, ...]
    alternates: tuple[tuple[str, str], ...]
    feeds: tuple[Followed, ...]
    canonical: str | None
    noindex: bool
    pilot: bool
    policy: str | None
    preview_picture: str | None
    described: dict[str, Any] | None


def frame_context(build: Build, index: PageIndex, page: Page, *, preview: bool) -> dict[str, Any]:
    """The context of ``partials/site/*.html``."""
    site = build.site.record
    status = next(lang.status for lang in site.languages if lang.code == page.lang)
    shown = page.real and not page.for_volunteers
    translations = index.translations(page, build.public_languages) if shown else {}
    frame = Frame(
        menu=_menu(build, index, page),
        siblings=_siblings(build, index, page),
        crumbs=_crumbs(build, index, page),
        languages=tuple(
            LanguageLink(
                language, build.own_name(language.code), relative_url(page, switch_to(index, page, language.code))
            )
            for language in build.languages
            if language.code != page.lang
        ),
        leave_to=next(lang.leave_to for lang in site.languages if lang.code == page.lang),
        legal=_legal_links(build, index, page),
        alternates=_alternates(site.site_url, translations) if page.lang in translations else (),
        feeds=declared(build, page),
        canonical=f"{site.site_url.rstrip('/')}/{page.path}" if site.site_url and shown and not page.is_error else None,
        noindex=build.is_draft or status != "public" or not page.real or page.is_error or page.for_volunteers,
        pilot=status == "pilot",
        preview_picture=f"{site.site_url.rstrip('/')}/assets/preview.png" if site.site_url else None,
        described=structured_data(build, page),
        policy=None if preview else meta_policy(search=page.kind == "search"),
    )
    return {"frame": frame, "site": site}


def switch_to(index: PageIndex, page: Page, lang: str) -> str:
    """Where the switcher leads: the same page, the list that shows a text not translated, else the language's home.

    From a sheet that a language does not have, to what waits there.
    """
    if same := index.get(lang, page.address):
        return same.path if not same.is_error else Language(lang).prefix
    if page.kind == "sheet" and (tasks := index.get(lang, TASKS)):
        return tasks.path
    folder = f"{page.address.split('/')[0]}/"
    if folder.removesuffix("/") in FOLDERS and (listing := index.get(lang, folder)):
        return listing.path
    return Language(lang).prefix


def _menu(build: Build, index: PageIndex, page: Page) -> tuple[Link, ...]:
    here = build.navigation.section_of(page.address)
    t = build.interfaces[page.lang]
    return tuple(
        Link(Text(t(section.key), page.lang), relative_url(page, first.path), section == here)
        for section in build.navigation.sections
        if (first := _first_real(index, page.lang, section.addresses))
    )


def _first_real(index: PageIndex, lang: str, addresses: tuple[str, ...]) -> Page | None:
    """The section's own page, or, when it is not translated, its first page that is."""
    return next((p for address in addresses if (p := index.get(lang, address)) and p.real), None)


def _siblings(build: Build, index: PageIndex, page: Page) -> tuple[Link, ...]:
    here = build.navigation.section_of(page.address)
    links = _section_links(build, index, page, here.key) if here else ()
    return links if len(links) > 1 else ()


def _section_links(build: Build, index: PageIndex, page: Page, key: str) -> tuple[Link, ...]:
    section = next((s for s in build.navigation.sections if s.key == key), None)
    if section is None:
        return ()
    found = [p for address in section.addresses if (p := index.get(page.lang, address)) and p.real]
    return tuple(Link(p.title, relative_url(page, p.path), p.address == page.address) for p in found)


def _legal_links(build: Build, index: PageIndex, page: Page) -> tuple[Link, ...]:
    """Who publishes, privacy, accessibility: in the page's language, else the French page, announced as French."""
    section = next((s for s in build.navigation.sections if s.key == "menu_about"), None)
    links = []
    for address in section.addresses if section else ():
        own = index.get(page.lang, address)
        target = own if own and own.real else index.get(SOURCE, address)
        if target:
            links.append(Link(target.title, relative_url(page, target.path), target.path == page.path))
    return tuple(links)


def _crumbs(build: Build, index: PageIndex, page: Page) -> tuple[Link, ...]:
    """From the home page down to the page's parent."""
    if page.kind in ("home", "error"):
        return ()
    t = build.interfaces[page.lang]
    crumbs = [Link(Text(t("home"), page.lang), relative_url(page, Language(page.lang).prefix))]
    parts = page.address.rstrip("/").split("/")
    for length in range(1, len(parts)):
        above = index.get(page.lang, "/".join(parts[:length]) + "/")
        if above and above.real:
            crumbs.append(Link(above.title, relative_url(page, above.path)))
    return tuple(crumbs)


def _alternates(site_url: str | None, translations: dict[str, Page]) -> tuple[tuple[str, str], ...]:
    """``hreflang`` of the true translations; full addresses only, so none while the site has no address."""
    if not site_url or len(translations) < 2:
        return ()
    root = site_url.rstrip("/")
    alternates = [(lang, f"{root}/{page.path}") for lang, page in sorted(translations.items())]
    if SOURCE in translations:
        alternates.append(("x-default", f"{root}/{translations[SOURCE].path}"))
    return tuple(alternates)

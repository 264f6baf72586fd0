"""All pages of the site: the editors', the generated, the short ones that stand in for a missing translation, old addresses, 404."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.build import Build, EditorPage
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.measures.pages import measure_pages
from vigie.news.pages import Cited, news_pages
from vigie.pages import Page, PageIndex
from vigie.redirects.pages import old_pages
from vigie.redirects.settled import settled
from vigie.site.publication import is_withheld, withheld_texts
from vigie.translations.pages import TASKS, volunteer_pages
from vigie.values import Text

SEARCH = "recherche/"
"""The address of the page that searches, and is the map of the site."""


def all_pages(build: Build) -> PageIndex:
    """The index of every page that will be written."""
    pages = [_editor_page(page) for page in build.documents if not is_withheld(build, page)]
    pages += [
        _withheld(page, build.interfaces[page.document.lang]) for page in build.documents if is_withheld(build, page)
    ]
    for language in build.languages:
        pages += generated_pages(build, language.code)
    for language in build.languages:
        if language.code != SOURCE:
            pages += _stand_ins(pages, language.code, build.interfaces[language.code])
    index = PageIndex.of(pages)
    return PageIndex.of([*pages, *old_pages(settled(build, index).redirects, index, build.interfaces)])


def generated_pages(build: Build, lang: str) -> list[Page]:
    """Those that no editor writes: the ledger's, the posts and their lists, the search and map, the error page."""
    t = build.interfaces[lang]
    return [
        *measure_pages(build.ledger_views[lang], build.edition_views[lang], t),
        *news_pages(
            build.newsrooms[lang], build.published_posts, lang, t, build.topic_labels(lang), _cited(build, lang)
        ),
        *_for_volunteers(build, lang),
        Page(lang, SEARCH, "search", Text(t("search_title"), lang), t("search_description")),
        Page(lang, "404.html", "error", Text(t("error_title"), lang), t("error_description")),
    ]


def _for_volunteers(build: Build, lang: str) -> list[Page]:
    """A French text that the public is not shown has no sheet either."""
    written = {(page.document.lang, page.document.address) for page in build.documents}
    return volunteer_pages(
        build.tasks.get(lang, ()),
        build.sheet_addresses,
        lang,
        build.interfaces[lang],
        listed=(lang, TASKS) in written,
        without=withheld_texts(build),
    )


def _cited(build: Build, lang: str) -> list[Cited]:
    return [
        Cited(view.label, view.address, (view.measure.id, *view.measure.former_ids))
        for view in build.ledger_views[lang].measures
    ]


def _editor_page(page: EditorPage) -> Page:
    document, meta = page.document, page.meta
    return Page(
        document.lang,
        document.address,
        "home" if document.address == "" else "page",
        Text(meta.title, document.lang),
        meta.description,
        page,
        vital=meta.vital,
        sensitive=meta.sensitive,
        translation=meta.translation,
    )


def _withheld(page: EditorPage, t: Interface) -> Page:
    """In the place of a vital page that waits for its review: the numbers to call, at the same address."""
    document = page.document
    title, description = Text(t("withheld_title"), document.lang), t("withheld_description")
    return Page(
        document.lang, document.address, "withheld", title, description, _editor_page(page), vital=True, real=False
    )


def _stand_ins(pages: Iterable[Page], lang: str, t: Interface) -> list[Page]:
    """A short page in the language for each French page that it lacks; posts have none (they are listed as French)."""
    pages = tuple(pages)
    present = {page.address for page in pages if page.lang == lang}
    return [
        Page(lang, page.address, "missing", Text(t("missing_title"), lang), t("missing_description"), page, real=False)
        for page in pages
        if page.lang == SOURCE and page.kind in ("page", "home", "withheld") and page.address not in present
    ]

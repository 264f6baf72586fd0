"""What a feed of dated texts holds, whatever its format: the newest texts of one language, whole, and what is said of each.

The clock has no part in it but to say which texts have appeared: a day is that of the text, never that of the build.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from vigie.borrowed import told, unmarked
from vigie.build import Build
from vigie.feeds.identity import permanent_name
from vigie.feeds.place import Place
from vigie.feeds.state_of_site import drafted
from vigie.interface import Interface
from vigie.isolate import isolate_text
from vigie.languages import Language
from vigie.news.feeds.followed import ATOM, FOLDER, JSON, own_posts
from vigie.news.model import Post
from vigie.pages import Page, PageIndex
from vigie.values import Reference, Text

LONGEST = 30

TextOf = Callable[[Page], str]
"""What a feed carries of a page, with links as the page has them."""


@dataclass(frozen=True)
class Tag:
    """What a text is filed under: an id, and its words."""

    term: str
    label: Text


@dataclass(frozen=True)
class Entry:
    """One text. ``html`` is whole and its links lead on from the feed; ``title`` and ``summary`` are plain text."""

    name: UUID
    address: str
    title: Text
    summary: Text
    html: str
    published: datetime.date | None
    updated: datetime.date
    tags: tuple[Tag, ...]
    sources: tuple[Reference, ...]
    original: str | None


@dataclass(frozen=True)
class Feed:
    """The feed of one language. ``atom``, ``json`` and ``page`` are addresses, as ``place`` writes them."""

    name: UUID
    lang: str
    title: Text
    subtitle: Text
    author: str
    atom: str
    json: str
    page: str
    has_address: bool
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime.date:
        """The day of the last change of a text that it holds."""
        return max(entry.updated for entry in self.entries)


def news_feed(build: Build, index: PageIndex, lang: str, text_of: TextOf) -> Feed | None:
    """The newest texts of ``lang``; None when it has none of its own."""
    posts = own_posts(build.listed_posts, lang)[:LONGEST]
    if not posts:
        return None
    t, site, language = build.interfaces[lang], build.site.record, Language(lang)
    place = Place(site.site_url, f"{language.prefix}{ATOM}")
    labels = dict(build.topic_labels(lang))
    return Feed(
        name=permanent_name("actualites", "feed", lang),
        lang=lang,
        title=spoken(t("news_feed_title", site=t("site_name")), lang),
        subtitle=spoken(drafted(build, t("news_feed_description"), lang), lang),
        author=site.publisher.name,
        atom=place.to(f"{language.prefix}{ATOM}"),
        json=place.to(f"{language.prefix}{JSON}"),
        page=place.to(f"{language.prefix}{FOLDER}"),
        has_address=site.site_url is not None,
        entries=tuple(
            _entry(post, page, place, t, labels, text_of(page))
            for post in posts
            if (page := index.get(lang, post.address))
        ),
    )


def _entry(post: Post, page: Page, place: Place, t: Interface, labels: dict[str, Text], html: str) -> Entry:
    title, summary = _said(post, page, t)
    return Entry(
        name=name_of(post),
        address=place.to(page.path),
        title=spoken(title, post.lang),
        summary=spoken(summary, post.lang),
        html=place.moved(html, page.path),
        published=published_on(post),
        updated=changed_on(post),
        tags=() if page.neutral else _tags(post, t, labels),
        sources=() if page.neutral else post.meta.sources,
        original=None if page.neutral else post.original,
    )


def _said(post: Post, page: Page, t: Interface) -> tuple[str, str]:
    """Title and summary, which programs show on their own: neutral where they must not tell, and never taken for the original."""
    if page.neutral:
        return t("neutral_title"), t("neutral_description")
    description = post.meta.description
    return post.meta.title, t("news_feed_summary", text=description) if post.folder == "plaidoyer" else description


def _tags(post: Post, t: Interface, labels: dict[str, Text]) -> tuple[Tag, ...]:
    words = f"category_{post.meta.category}" if post.meta.category else f"{post.folder}_title"
    filed = Tag(post.meta.category or post.folder, told(t(words), post.lang))
    return (filed, *(Tag(id_, labels[id_]) for id_ in dict.fromkeys(post.meta.topics)))


def name_of(post: Post, *parts: str) -> UUID:
    """The name of a text, or of ``parts`` of it: from its folder, its file and its language, never from an address."""
    return permanent_name(post.document.name, post.lang, *parts)


def published_on(post: Post) -> datetime.date | None:
    """The day on which it appeared; None when only its month is known."""
    return post.appeared_on if post.date.precision == "day" or post.meta.publish_on else None


def changed_on(post: Post) -> datetime.date:
    """The day of its last correction of substance, else that on which it appeared: of a month, its first day."""
    return max(post.appeared_on, post.meta.updated_on or post.appeared_on)


def plain(text: str, lang: str) -> str:
    """A text without markup for readers of ``lang``: numbers and Latin words isolated as in the title of a page."""
    return isolate_text(unmarked(text)) if Language(lang).direction == "rtl" else unmarked(text)


def spoken(text: str, lang: str) -> Text:
    """The same, with the language that it is in: French when ``lang`` has no words for it."""
    found = told(text, lang)
    return Text(plain(found.value, found.lang), found.lang)

"""The pages of dated texts: one per post; lists of twenty per folder, year, category, topic and measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.news.listing import Archive, Listing, listings
from vigie.news.model import FOLDERS, Category, Folder, Post
from vigie.news.newsroom import Entries, Newsroom
from vigie.pages import Kind, Page
from vigie.values import Text

TOPICS = "sujets/"
"""The address of the topics; those of one are under it."""


@dataclass(frozen=True)
class Cited:
    """A measure that texts may cite: what it is called, where its page is, its id and those it comes from."""

    label: Text
    address: str
    ids: tuple[str, ...]

    @property
    def texts_address(self) -> str:
        """Of the list of the texts that cite it."""
        return f"{self.address}textes/"


def year_address(folder: Folder, year: str) -> str:
    return f"{folder}/{year}/"


def category_address(category: Category | str) -> str:
    return f"actualites/categories/{category}/"


def topic_address(topic: str) -> str:
    return f"{TOPICS}{topic}/"


def years(room: Newsroom, lang: str) -> dict[Folder, tuple[Archive, ...]]:
    """The years of each folder that have texts, the newest first."""
    return {
        folder: tuple(
            Archive(Text(year, lang), year_address(folder, year), len(found))
            for (of, year), found in sorted(room.by_year.items(), reverse=True)
            if of == folder
        )
        for folder in FOLDERS
    }


def categories(room: Newsroom, lang: str, t: Interface) -> tuple[Archive, ...]:
    """The categories that have texts, by name."""
    found = ((t(f"category_{category}"), category, texts) for category, texts in room.by_category.items())
    return tuple(Archive(Text(label, lang), category_address(id_), len(texts)) for label, id_, texts in sorted(found))


def topics(room: Newsroom, labels: Iterable[tuple[str, Text]]) -> tuple[Archive, ...]:
    """The topics that have texts, in the order of ``labels`` (id and words)."""
    return tuple(
        Archive(label, topic_address(id_), len(room.by_topic[id_])) for id_, label in labels if id_ in room.by_topic
    )


def news_pages(
    room: Newsroom,
    published: Iterable[Post],
    lang: str,
    t: Interface,
    labels: Iterable[tuple[str, Text]],
    measures: Iterable[Cited],
) -> list[Page]:
    """A page per post ``published`` in ``lang``, and every list of what ``room`` holds.

    ``labels``: the topics, id and words. ``measures``: those that have a page.
    """
    pages: list[Page] = []
    for folder in FOLDERS:
        title, description = Text(t(f"{folder}_title"), lang), t(f"{folder}_description")
        pages += _paged("posts", f"{folder}/", room.by_folder.get(folder, ()), title, description, t)
        for archive in years(room, lang)[folder]:
            named = Text(t(f"{folder}_of_year", year=archive.text.value), lang)
            texts = room.by_year[folder, archive.text.value]
            pages += _paged("archive", archive.address, texts, named, t(f"{folder}_description"), t)
    for category, texts in room.by_category.items():
        named = Text(t("archive_category", name=t(f"category_{category}")), lang)
        pages += _paged("archive", category_address(category), texts, named, t("actualites_description"), t)
    labels = tuple(labels)
    pages.append(Page(lang, TOPICS, "topics", Text(t("topics_title"), lang), t("topics_description")))
    for id_, label in labels:
        if id_ in room.by_topic:
            named = Text(t("archive_topic", name=label), lang)
            pages += _paged("archive", topic_address(id_), room.by_topic[id_], named, t("archive_topic_description"), t)
    for measure in measures:
        if texts := room.about(measure.ids):
            named = Text(t("archive_measure", name=measure.label), lang)
            pages += _paged("archive", measure.texts_address, texts, named, t("archive_measure_description"), t)
    return [*pages, *(_text(post) for post in published if post.lang == lang)]


def _paged(kind: Kind, address: str, entries: Entries, title: Text, description: str, t: Interface) -> Iterator[Page]:
    for listing in listings(address, entries):
        shown = title if listing.number == 1 else Text(t("page_title", title=title.value, n=listing.number), title.lang)
        yield Page(title.lang, listing.address_of(listing.number), kind, shown, description, listing)


def _text(post: Post) -> Page:
    return Page(
        post.lang, post.address, "post", Text(post.meta.title, post.lang), post.meta.description, post,
        sensitive=post.meta.sensitive,
        translation=post.meta.translation,
    )  # fmt: skip


def is_an_inner_list(page: Page) -> bool:
    """Whether it is reached from the page it belongs to: a later page of a list, the texts that cite one measure."""
    return isinstance(page.subject, Listing) and (page.subject.number > 1 or page.address.startswith("plan/"))

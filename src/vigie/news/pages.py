"""The pages of dated texts: one per post, one list per folder and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.news.model import FOLDERS, Folder, Post
from vigie.pages import Page
from vigie.values import Text


@dataclass(frozen=True)
class PostEntry:
    """A post in a list: in the list's language, or as French when it is not translated (never copied)."""

    post: Post
    title: Text
    description: Text


@dataclass(frozen=True)
class PostList:
    """All posts of a folder, for readers of one language, the most recent first."""

    folder: Folder
    entries: tuple[PostEntry, ...]


def entries_for(listed: Iterable[Post], lang: str, folder: Folder | None = None) -> tuple[PostEntry, ...]:
    """The posts that readers of ``lang`` find listed: their own text when there is one, else the French one."""
    chosen: dict[str, Post] = {}
    for post in listed:
        if (folder is None or post.folder == folder) and post.lang in (lang, SOURCE):
            name = post.document.name
            if name not in chosen or post.lang == lang:
                chosen[name] = post
    ordered = sorted(chosen.values(), key=lambda p: (p.date, p.document.name), reverse=True)
    return tuple(PostEntry(p, Text(p.meta.title, p.lang), Text(p.meta.description, p.lang)) for p in ordered)


def entries_about(listed: Iterable[Post], lang: str, measures: set[str]) -> tuple[PostEntry, ...]:
    """The texts that cite one of ``measures``: a measure, and the contents that it comes from."""
    return tuple(entry for entry in entries_for(listed, lang) if measures & set(entry.post.meta.measures))


def post_pages(published: Iterable[Post], listed: Iterable[Post], lang: str, t: Interface) -> list[Page]:
    """The lists of each folder (of those ``listed``), and a page per post ``published`` in ``lang``."""
    listed = tuple(listed)
    lists = [
        Page(
            lang, f"{folder}/", "posts", Text(t(f"{folder}_title"), lang), t(f"{folder}_description"),
            PostList(folder, entries_for(listed, lang, folder)),
        )
        for folder in FOLDERS
    ]  # fmt: skip
    texts = [
        Page(
            lang, post.address, "post", Text(post.meta.title, lang), post.meta.description, post,
            sensitive=post.meta.sensitive,
            translation=post.meta.translation,
        )
        for post in published
        if post.lang == lang
    ]  # fmt: skip
    return [*lists, *texts]

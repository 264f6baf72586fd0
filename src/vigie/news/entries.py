"""A dated text as lists show it: in the readers' language, or announced as French when it is not translated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigie.languages import SOURCE
from vigie.news.model import Post
from vigie.values import Text


@dataclass(frozen=True)
class PostEntry:
    """A post in a list: in the list's language, or as French when it is not translated (never copied)."""

    post: Post
    title: Text
    description: Text

    @property
    def year(self) -> str:
        """``2024``."""
        return str(self.post.date)[:4]


def entry_of(post: Post) -> PostEntry:
    """The post as a line of a list."""
    return PostEntry(post, Text(post.meta.title, post.lang), Text(post.meta.description, post.lang))


def entries_for(listed: Iterable[Post], lang: str) -> tuple[PostEntry, ...]:
    """The posts that readers of ``lang`` find listed, the newest first: their own text when there is one, else the French."""
    chosen: dict[str, Post] = {}
    for post in listed:
        if post.lang in (lang, SOURCE) and (post.document.name not in chosen or post.lang == lang):
            chosen[post.document.name] = post
    ordered = sorted(chosen.values(), key=lambda p: (p.date, p.document.name), reverse=True)
    return tuple(entry_of(post) for post in ordered)

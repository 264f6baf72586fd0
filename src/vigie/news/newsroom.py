"""All the listed texts for readers of one language, sorted once in every way that pages ask for."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from vigie.news.entries import PostEntry, entries_for
from vigie.news.model import Folder, Post

K = TypeVar("K")
Entries = tuple[PostEntry, ...]

MOST_RELATED = 4
MOST_COMING = 10
_LOOKED_AT = 40
"""The newest texts of a subject among which related ones are looked for: what a page costs must not grow with the site."""
_SAME_MEASURE, _SAME_TOPIC = 2, 1
"""A measure says more precisely what a text is about than a topic does."""


@dataclass(frozen=True)
class Newsroom:
    """``entries``: what lists may show, the newest first."""

    entries: Entries

    @cached_property
    def by_folder(self) -> Mapping[Folder, Entries]:
        return _grouped(self.entries, lambda entry: [entry.post.folder])

    @cached_property
    def by_year(self) -> Mapping[tuple[Folder, str], Entries]:
        return _grouped(self.entries, lambda entry: [(entry.post.folder, entry.year)])

    @cached_property
    def by_category(self) -> Mapping[str, Entries]:
        return _grouped(self.entries, lambda entry: filter(None, [entry.post.meta.category]))

    @cached_property
    def by_topic(self) -> Mapping[str, Entries]:
        return _grouped(self.entries, lambda entry: dict.fromkeys(entry.post.meta.topics))

    @cached_property
    def by_measure(self) -> Mapping[str, Entries]:
        return _grouped(self.entries, lambda entry: dict.fromkeys(entry.post.meta.measures))

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """Where each text is in its folder, by the name that all its languages share."""
        return {entry.post.document.name: n for group in self.by_folder.values() for n, entry in enumerate(group)}

    def about(self, measures: Iterable[str]) -> Entries:
        """The texts that cite one of ``measures``: a measure, and the contents that it comes from."""
        found = {entry.post.document.name: entry for id_ in measures for entry in self.by_measure.get(id_, ())}
        return tuple(sorted(found.values(), key=lambda e: (e.post.date, e.post.document.name), reverse=True))

    def coming(self, today: datetime.date) -> Entries:
        """The texts that announce an event still to come or under way, the next first; ten at most."""
        found = [e for e in self.entries if (event := e.post.meta.event) is not None and not event.is_past(today)]
        return tuple(sorted(found, key=lambda e: (_start(e), e.post.document.name))[:MOST_COMING])

    def neighbours(self, post: Post) -> tuple[PostEntry | None, PostEntry | None]:
        """The text before ``post`` in time and the one after, in its folder; None at the ends, and when it has left the lists."""
        place = self._place.get(post.document.name)
        if place is None:
            return None, None
        group = self.by_folder[post.folder]
        return (group[place + 1] if place + 1 < len(group) else None), (group[place - 1] if place else None)

    def related(self, post: Post) -> Entries:
        """Texts that share the most measures and topics with ``post``; of those that share as much, the newest."""
        points: Counter[str] = Counter()
        found: dict[str, PostEntry] = {}
        shared = [(self.by_measure.get(id_, ()), _SAME_MEASURE) for id_ in dict.fromkeys(post.meta.measures)]
        shared += [(self.by_topic.get(id_, ()), _SAME_TOPIC) for id_ in dict.fromkeys(post.meta.topics)]
        for entries, worth in shared:
            for entry in entries[:_LOOKED_AT]:
                name = entry.post.document.name
                if name != post.document.name:
                    found[name] = entry
                    points[name] += worth
        ordered = sorted(found, key=lambda name: (points[name], found[name].post.date, name), reverse=True)
        return tuple(found[name] for name in ordered[:MOST_RELATED])


def newsroom(listed: Iterable[Post], lang: str) -> Newsroom:
    """That of the readers of ``lang``."""
    return Newsroom(entries_for(listed, lang))


def _start(entry: PostEntry) -> str:
    event = entry.post.meta.event
    return event.start if event else ""


def _grouped(entries: Entries, keys: Callable[[PostEntry], Iterable[K]]) -> dict[K, Entries]:
    groups: dict[K, list[PostEntry]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            groups[key].append(entry)
    return {key: tuple(group) for key, group in groups.items()}

"""What will appear, happen and leave by itself, and what waits for a person. Computed from the texts and a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from vigie.news.model import Post

What = Literal["appears", "happens", "leaves"]
_ORDER: tuple[What, ...] = ("appears", "happens", "leaves")


@dataclass(frozen=True)
class Moment:
    """On ``day``, ``what`` befalls ``post``; ``hour`` (of Paris, « 18:30 ») when an event says it, else ""."""

    day: datetime.date
    what: What
    post: Post
    hour: str = ""


def moments(posts: Iterable[Post], today: datetime.date, until: datetime.date | None = None) -> tuple[Moment, ...]:
    """What changes for readers after ``today``, and events from ``today`` on, until ``until`` included; by day.

    Drafts change nothing. An event or a leaving is told although its text has not appeared yet: it will have. The event
    of a text that has left the lists is told nowhere.
    """
    found = [moment for post in posts if not post.meta.draft for moment in _of(post, today)]
    kept = [moment for moment in found if until is None or moment.day <= until]
    return tuple(sorted(kept, key=lambda m: (m.day, _ORDER.index(m.what), m.hour, m.post.document.path)))


def _of(post: Post, today: datetime.date) -> list[Moment]:
    meta, found = post.meta, []
    if post.appeared_on > today:
        found.append(Moment(post.appeared_on, "appears", post))
    if meta.expire_on and meta.expire_on > today:
        found.append(Moment(meta.expire_on, "leaves", post))
    if meta.event and not post.has_expired(today):  # the calendar has left it out too
        day, _, hour = meta.event.start.partition(" ")
        last = datetime.date.fromisoformat((meta.event.end or meta.event.start)[:10])
        if last >= today:
            found.append(Moment(datetime.date.fromisoformat(day), "happens", post, hour))
    return found


def waiting(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The drafts, by file: no day makes them appear."""
    return tuple(sorted((post for post in posts if post.meta.draft), key=lambda post: post.document.path))


def late(post: Post, today: datetime.date) -> bool:
    """Whether the day on which a draft was meant to appear has come: its line « draft » was forgotten, or its author."""
    return post.meta.draft and post.meta.publish_on is not None and post.meta.publish_on <= today

"""What the pages of dated texts give to their templates: one function per kind of page."""

from __future__ import annotations

from typing import Any

from vigie.build import Build
from vigie.news.listing import Listing
from vigie.news.model import Folder, Post
from vigie.news.pages import categories, topic_address, topics, years
from vigie.pages import Page

Context = dict[str, Any]


def posts(build: Build, page: Page) -> Context:
    """A folder's list, and the other ways into it."""
    listing = page.subject
    assert isinstance(listing, Listing)  # noqa: S101 - what news_pages puts there
    room = build.newsrooms[page.lang]
    folder: Folder = "plaidoyer" if listing.address.startswith("plaidoyer/") else "actualites"
    return {
        "list": listing,
        "coming": room.coming(build.today) if folder == "actualites" and listing.number == 1 else (),
        "years": years(room, page.lang)[folder],
        "categories": categories(room, page.lang, build.interfaces[page.lang]) if folder == "actualites" else (),
    }


def all_topics(build: Build, page: Page) -> Context:
    """The topics that have texts."""
    return {"topics": topics(build.newsrooms[page.lang], build.topic_labels(page.lang))}


def post(build: Build, page: Page) -> Context:
    """A text, what it cites, and where to go on reading."""
    subject = page.subject
    assert isinstance(subject, Post)  # noqa: S101 - what news_pages puts there
    labels = dict(build.topic_labels(page.lang))
    room = build.newsrooms[page.lang]
    ledger = build.ledger_views[page.lang]
    about = {m.measure.id: (m,) for m in ledger.measures} | {a.view.measure.id: a.successors for a in ledger.archived}
    older, newer = room.neighbours(subject)
    return {
        "post": subject,
        "category_is_listed": subject.meta.category in room.by_category,
        "event_is_past": subject.meta.event is not None and subject.meta.event.is_past(build.today),
        "has_expired": subject.has_expired(build.today),
        "attachments": build.attachments.of(subject.document),
        "topics": [
            (labels[id_], topic_address(id_), id_ in room.by_topic) for id_ in dict.fromkeys(subject.meta.topics)
        ],
        "measures": list({m.measure.id: m for id_ in subject.meta.measures for m in about[id_]}.values()),
        "older": older,
        "newer": newer,
        "related": room.related(subject),
    }

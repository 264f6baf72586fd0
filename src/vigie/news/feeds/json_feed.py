"""The dated texts of one language as a JSON Feed (version 1.1), with full text.

The format says nothing of relative addresses: while the site has none, no address of its own stands alone in the feed, and
the feed says that the links inside the texts lead on from its own place.
"""

from __future__ import annotations

import json
from typing import Any

from vigie.borrowed import unmarked
from vigie.feeds.identity import noon
from vigie.feeds.legible import legible
from vigie.interface import Interface
from vigie.news.feeds.feed import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, t: Interface) -> bytes:
    """The feed as a file."""
    addresses = (
        {"home_page_url": feed.page, "feed_url": feed.json}
        if feed.has_address
        else {"user_comment": unmarked(t("news_feed_no_address"))}
    )
    record = {
        "version": VERSION,
        "title": feed.title.value,
        **addresses,
        "description": feed.subtitle.value,
        "language": feed.lang,
        "authors": [{"name": feed.author}],
        "items": [_item(entry, has_address=feed.has_address) for entry in feed.entries],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, *, has_address: bool) -> dict[str, Any]:
    item = {
        "id": entry.name.urn,
        "url": entry.address if has_address else None,
        "external_url": entry.original,
        "title": entry.title.value,
        "content_html": legible(entry.html),
        "summary": entry.summary.value,
        "date_published": noon(entry.published).isoformat() if entry.published else None,
        "date_modified": noon(entry.updated).isoformat(),
        "tags": [tag.label.value for tag in entry.tags],
    }
    return {key: value for key, value in item.items() if value}

"""The dated texts of one language as an Atom feed (RFC 4287), with full text."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from vigie.feeds.atom import Head, add_link, add_text, language_of, new_feed, written
from vigie.feeds.identity import noon
from vigie.feeds.legible import legible
from vigie.news.feeds.feed import Entry, Feed
from vigie.news.feeds.followed import JSON_TYPE


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    root = new_feed(
        Head(feed.name, feed.lang, feed.title, feed.subtitle, feed.updated, feed.author, feed.atom, feed.page)
    )
    add_link(root, "alternate", feed.json, type=JSON_TYPE)
    for entry in feed.entries:
        _entry(root, entry, feed.lang)
    return written(root)


def _entry(root: ET.Element, entry: Entry, lang: str) -> None:
    element = ET.SubElement(root, "entry")
    add_text(element, "id", entry.name.urn)
    add_text(element, "title", entry.title.value, **language_of(entry.title, lang))
    if entry.published:
        add_text(element, "published", noon(entry.published).isoformat())
    add_text(element, "updated", noon(entry.updated).isoformat())
    add_link(element, "alternate", entry.address, type="text/html", hreflang=lang)
    cited = {entry.original: None} if entry.original else {}
    for address, title in (cited | {source.url: source.title for source in entry.sources if source.url}).items():
        add_link(element, "via", address, **({"title": title} if title else {}))
    for tag in entry.tags:
        of = language_of(tag.label, lang)
        ET.SubElement(element, "category", {"term": tag.term, "label": legible(tag.label.value), **of})
    add_text(element, "summary", entry.summary.value, **language_of(entry.summary, lang))
    add_text(element, "content", entry.html, type="html")

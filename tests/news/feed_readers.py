"""Programs that follow the site: feeds read by feedparser and by the grammar of Atom, and by all that JSON Feed asks."""

import datetime
import io
import json
import re

import feedparser
from lxml import etree

from golden_cases import text_of
from vigie.html_stream import read_html

ATOM, JSON, ARABIC_ATOM, ARABIC_JSON = (f"{p}actualites/flux.{e}" for p in ("", "ar/") for e in ("atom", "json"))
GRAMMAR = etree.RelaxNG(etree.parse(io.BytesIO(text_of("atom.rng").encode())))
_ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str, "summary": str,
    "image": str, "banner_image": str, "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip
_FEED = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "user_comment": str,
    "next_url": str, "icon": str, "favicon": str, "authors": list, "language": str, "expired": bool, "hubs": list,
    "items": list,
}  # fmt: skip


def read_atom(content):
    """The feed as a reader's program understands it, once the grammar of the format has admitted it."""
    GRAMMAR.assertValid(etree.fromstring(content))
    # Nothing cleaned, nothing resolved: the test sees what is written.
    parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def read_json(content):
    """The feed, once all that JSON Feed 1.1 asks has been looked at: keys, types, what must be there, dates, addresses."""
    record = json.loads(content)
    _typed(record, _FEED, ("version", "title", "items"))
    assert record["version"] == "https://jsonfeed.org/version/1.1"
    for author in record.get("authors", []):
        assert author and set(author) <= {"name", "url", "avatar"}
    for item in record["items"]:
        _typed(item, _ITEM, ("id",))
        assert "content_html" in item or "content_text" in item
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        for key in ("date_published", "date_modified"):
            assert key not in item or datetime.datetime.fromisoformat(item[key]).tzinfo
        for key in ("url", "external_url"):
            assert key not in item or re.match("https?://", item[key])
    assert len({item["id"] for item in record["items"]}) == len(record["items"])
    return record


def _typed(record, kinds, required):
    assert set(required) <= set(record) <= set(kinds)
    assert all(isinstance(value, kinds[key]) and value not in ("", []) for key, value in record.items())


def entry(content, title):
    (found,) = (e for e in read_atom(content).entries if e.title == title)
    return found


def addresses(html):
    return [v for e in read_html(html) if e.kind == "start" for n, v in e.attributes if n in ("href", "src")]

"""How an Atom feed is written (RFC 4287). What it holds is said by those who make one."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from vigie.feeds.identity import noon
from vigie.feeds.legible import legible
from vigie.values import Text

MEDIA_TYPE = "application/atom+xml"
_LANG = "xml:lang"
_SPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Head:
    """What a feed says of itself. ``here`` is its own address, ``page`` that of the page that shows the same."""

    name: uuid.UUID
    lang: str
    title: Text
    subtitle: Text
    updated: datetime.date
    author: str
    here: str
    page: str


def new_feed(head: Head) -> ET.Element:
    """The feed without its entries."""
    feed = ET.Element("feed", {"xmlns": _SPACE, _LANG: head.lang})
    add_text(feed, "id", head.name.urn)
    add_text(feed, "title", head.title.value, **language_of(head.title, head.lang))
    add_text(feed, "subtitle", head.subtitle.value, **language_of(head.subtitle, head.lang))
    add_text(feed, "updated", noon(head.updated).isoformat())
    add_text(ET.SubElement(feed, "author"), "name", head.author)
    add_link(feed, "self", head.here, type=MEDIA_TYPE)
    add_link(feed, "alternate", head.page, type="text/html")
    return feed


def add_text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """An element with ``text``, escaped, without what XML refuses."""
    ET.SubElement(parent, name, attributes).text = legible(text)


def language_of(text: Text, lang: str) -> dict[str, str]:
    """The attribute of an element that holds ``text``, in a feed in ``lang``."""
    return {} if text.lang == lang else {_LANG: text.lang}


def add_link(parent: ET.Element, rel: str, href: str, **attributes: str) -> None:
    """A link; of ``attributes``, ``title`` is text."""
    shown = {name: legible(value) for name, value in attributes.items()}
    ET.SubElement(parent, "link", {"rel": rel, "href": href, **shown})


def written(feed: ET.Element) -> bytes:
    """The feed as a file, in UTF-8; it is indented where nothing is read."""
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"

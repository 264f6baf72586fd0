"""The feed of what is added to the ledger (Atom, RFC 4287), in French. The clock has no part in it.

While the site has no address, links are relative to the feed's own place: RFC 4287 allows it and current readers resolve
them. Ids never hold the address, so that nothing appears as new on the day the site gets one.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.measures.open_data.additions import Addition, additions
from vigie.measures.open_data.guard import legible
from vigie.measures.open_data.identity import noon, permanent_name
from vigie.measures.open_data.state_of_site import drafted
from vigie.measures.plan import Source

ATOM = "plan/donnees/ajouts.atom"
_SPACE = "http://www.w3.org/2005/Atom"
_LONGEST = 50
_UP = "../../"
"""From the feed to the site's root."""


def atom(build: Build) -> bytes:
    """The 50 newest additions."""
    ledger, site = build.ledger.record, build.site.record
    t = build.interfaces[SOURCE]
    root = f"{site.site_url.rstrip('/')}/" if site.site_url else _UP
    entries = additions(ledger, t)[:_LONGEST]
    feed = ET.Element("feed", {"xmlns": _SPACE, "xml:lang": SOURCE})
    _text(feed, "id", permanent_name(ledger.plan.id, "additions").urn)
    _text(feed, "title", t("feed_title"))
    _text(feed, "subtitle", drafted(build, t("feed_description")))
    _text(feed, "updated", noon(max((e.changed_on for e in entries), default=ledger.as_of)).isoformat())
    _text(ET.SubElement(feed, "author"), "name", site.publisher.name)
    _link(feed, "self", f"{root}{ATOM}", "application/atom+xml")
    _link(feed, "alternate", f"{root}plan/donnees/", "text/html")
    for entry in entries:
        _entry(feed, entry, ledger.plan.id, root, t("sources"), t("source_no_link"))
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: ET.Element, addition: Addition, plan: str, root: str, sources: str, no_link: str) -> None:
    entry = ET.SubElement(feed, "entry")
    _text(entry, "id", permanent_name(plan, *addition.name).urn)
    _text(entry, "title", addition.title)
    _text(entry, "published", noon(addition.added_on).isoformat())
    _text(entry, "updated", noon(addition.changed_on).isoformat())
    _link(entry, "alternate", f"{root}{addition.address}", "text/html")
    for source in addition.sources:
        if source.url:
            _link(entry, "via", source.url, title=source.title)
    cited = "\n".join([f"\n\n{sources}", *(f"– {_cited(source, no_link)}" for source in addition.sources)])
    _text(entry, "content", addition.text + (cited if addition.sources else "")).set("type", "text")


def _cited(source: Source, no_link: str) -> str:
    return f"{source.title}, {source.publisher}, {source.url or no_link}"


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = legible(text)
    return element


def _link(parent: ET.Element, rel: str, href: str, type_: str | None = None, title: str | None = None) -> None:
    link = ET.SubElement(parent, "link", {"rel": rel, "href": href})
    if type_:
        link.set("type", type_)
    if title:
        link.set("title", legible(title))

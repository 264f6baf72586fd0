"""The feed of what is added to the ledger (Atom, RFC 4287), in French. The clock has no part in it.

While the site has no address, links are relative to the feed's own place: RFC 4287 allows it and current readers resolve
them. Ids never hold the address, so that nothing appears as new on the day the site gets one.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from vigie.build import Build
from vigie.feeds.atom import Head, add_link, add_text, new_feed, written
from vigie.feeds.identity import noon, permanent_name
from vigie.feeds.state_of_site import drafted
from vigie.languages import SOURCE
from vigie.measures.open_data.additions import Addition, additions
from vigie.measures.plan import Source
from vigie.values import Text

ATOM = "plan/donnees/ajouts.atom"
_LONGEST = 50
_UP = "../../"
"""From the feed to the site's root."""


def atom(build: Build) -> bytes:
    """The 50 newest additions."""
    ledger, site = build.ledger.record, build.site.record
    t = build.interfaces[SOURCE]
    root = f"{site.site_url.rstrip('/')}/" if site.site_url else _UP
    entries = additions(ledger, t)[:_LONGEST]
    feed = new_feed(
        Head(
            name=permanent_name(ledger.plan.id, "additions"),
            lang=SOURCE,
            title=Text(t("feed_title"), SOURCE),
            subtitle=Text(drafted(build, t("feed_description")), SOURCE),
            updated=max((e.changed_on for e in entries), default=ledger.as_of),
            author=site.publisher.name,
            here=f"{root}{ATOM}",
            page=f"{root}plan/donnees/",
        )
    )
    for entry in entries:
        _entry(feed, entry, ledger.plan.id, root, t("sources"), t("source_no_link"))
    return written(feed)


def _entry(feed: ET.Element, addition: Addition, plan: str, root: str, sources: str, no_link: str) -> None:
    entry = ET.SubElement(feed, "entry")
    add_text(entry, "id", permanent_name(plan, *addition.name).urn)
    add_text(entry, "title", addition.title)
    add_text(entry, "published", noon(addition.added_on).isoformat())
    add_text(entry, "updated", noon(addition.changed_on).isoformat())
    add_link(entry, "alternate", f"{root}{addition.address}", type="text/html")
    for source in addition.sources:
        if source.url:
            add_link(entry, "via", source.url, title=source.title)
    cited = "\n".join([f"\n\n{sources}", *(f"– {_cited(source, no_link)}" for source in addition.sources)])
    add_text(entry, "content", addition.text + (cited if addition.sources else ""), type="text")


def _cited(source: Source, no_link: str) -> str:
    return f"{source.title}, {source.publisher}, {source.url or no_link}"

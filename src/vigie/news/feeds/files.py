"""The files of the dated texts that programs follow."""

from __future__ import annotations

from collections.abc import Mapping

from vigie.build import Build
from vigie.news.feeds.agenda import agenda
from vigie.news.feeds.atom import atom
from vigie.news.feeds.feed import TextOf, news_feed
from vigie.news.feeds.followed import ATOM, EVENTS, JSON
from vigie.news.feeds.json_feed import json_feed
from vigie.pages import PageIndex


def feed_files(build: Build, index: PageIndex, text_of: TextOf) -> Mapping[str, bytes]:
    """By path from the site's root: the feeds of each language that has texts of its own, a calendar where one has events."""
    files: dict[str, bytes] = {}
    for language in build.languages:
        feed = news_feed(build, index, language.code, text_of)
        if feed is None:
            continue
        files[f"{language.prefix}{ATOM}"] = atom(feed)
        files[f"{language.prefix}{JSON}"] = json_feed(feed, build.interfaces[language.code])
        if events := agenda(build, language.code):
            files[f"{language.prefix}{EVENTS}"] = events
    return files

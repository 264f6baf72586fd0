"""Lists come and go with their texts: an old address that led to one leads, while it is empty, to the page above it.

A text expires or leaves by itself, at night: that must not stop the site, nor leave an address without answer.
"""

from __future__ import annotations

import re
from typing import get_args

from vigie.build import Build
from vigie.news.model import FOLDERS, Category
from vigie.news.pages import TOPICS, category_address, topic_address, year_address
from vigie.pages import Page, PageIndex
from vigie.redirects.model import Redirect, Redirects
from vigie.redirects.pages import page_at, place_of

_FIRST_YEAR = 2000
_TEXTS = "textes/"
_LATER_PAGE = re.compile(r"(?P<list>(?:.*/)?)page-\d+/\Z")


def settled(build: Build, index: PageIndex) -> Redirects:
    """The list as every answer is made of it: each line leads to the page that there is today."""
    record = build.redirects.record
    lines = tuple(_settled(build, index, line) for line in record.redirects)
    return record.model_copy(update={"redirects": lines})


def stands_in(build: Build, index: PageIndex, line: Redirect) -> Page | None:
    """The page above the list that ``line`` leads to, while that list is empty; None for any other line."""
    if ".md" in line.to or page_at(index, line.target, build.interfaces) is not None:
        return None
    lang, address = place_of(line.target, build.interfaces)
    if address.endswith(f"/{_TEXTS}"):
        measure = index.get(lang, address.removesuffix(_TEXTS))
        return measure if measure is not None and measure.kind == "measure" else None
    above = _lists(build).get(address)
    return index.get(lang, above) if above is not None else None


def later_page(line: Redirect) -> str | None:
    """The list of which ``line`` names a page other than the first; None for any other line."""
    match = None if ".md" in line.to else _LATER_PAGE.match(line.target)
    return match["list"] if match else None


def _settled(build: Build, index: PageIndex, line: Redirect) -> Redirect:
    page = stands_in(build, index, line)
    return line if page is None else line.model_copy(update={"to": page.path})


def _lists(build: Build) -> dict[str, str]:
    """Every list of dated texts that the site makes once it has a text, and the page above it."""
    years = [str(year) for year in range(_FIRST_YEAR, build.today.year + 1)]
    return {
        **{topic_address(topic.id): TOPICS for topic in build.topics.record.topics},
        **{category_address(category): "actualites/" for category in get_args(Category)},
        **{year_address(folder, year): f"{folder}/" for folder in FOLDERS for year in years},
    }

"""The small pages: where an old address leads, on any host and from a file.

A line leads on at once, by itself (``<meta http-equiv="refresh">``, 0 s: WCAG's technique H76), from a page without frame
that is no page of the site. A line marked ``approximate`` has a page of the site, with its frame: its reader must read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.pages import Page, PageIndex
from vigie.redirects.model import Redirect
from vigie.redirects.rules import FRONT_PAGE
from vigie.values import Text


@dataclass(frozen=True)
class OldAddress:
    """An address whose text is not on this site, and the page that is nearest to it."""

    line: Redirect
    nearest: Page


@dataclass(frozen=True)
class SmallPage:
    """A page that leads on: where it stands, the page it leads to, and the section there ("" for its top)."""

    place: Page
    target: Page
    anchor: str = ""


Draw = Callable[[SmallPage], Markup]


def page_at(index: PageIndex, path: str, languages: Iterable[str]) -> Page | None:
    """The page at ``path`` from the site's root, of whatever language."""
    return index.get(*place_of(path, languages))


def place_of(path: str, languages: Iterable[str]) -> tuple[str, str]:
    """The language and the address under its root of a path of the site: ``ar/infos/`` → ``("ar", "infos/")``."""
    first, _slash, rest = path.partition("/")
    return (first, rest) if first != SOURCE and first in tuple(languages) else (SOURCE, path)


def old_pages(lines: Iterable[Redirect], index: PageIndex, interfaces: Mapping[str, Interface]) -> list[Page]:
    """One per approximate line, in the language of its address; none for a target that does not exist."""
    pages = []
    for line in lines:
        nearest = page_at(index, line.target, interfaces)
        if line.approximate and nearest is not None:
            lang, address = place_of(line.place, interfaces)
            t = interfaces[lang]
            title, described = Text(t("old_address_title"), lang), t("old_address_description")
            pages.append(Page(lang, address, "old_address", title, described, OldAddress(line, nearest), real=False))
    return pages


def small_pages(lines: Iterable[Redirect], index: PageIndex, interfaces: Mapping[str, Interface]) -> list[SmallPage]:
    """One per place that leads on; a static page reads no query, so a line with one has none."""
    found = []
    home = index.get(SOURCE, "")
    if home is not None:
        found.append(SmallPage(_place(FRONT_PAGE, interfaces), home))
    for line in lines:
        target = page_at(index, line.target, interfaces)
        if target is None or line.query is not None:
            continue
        if line.approximate:
            own = page_at(index, line.place, interfaces)
            if own is not None and not line.was_ours:
                found.append(SmallPage(_place(FRONT_PAGE + line.path, interfaces), own))
            continue
        found.append(SmallPage(_place(line.path, interfaces), target, line.anchor))
        if not line.was_ours:
            found.append(SmallPage(_place(FRONT_PAGE + line.path, interfaces), target, line.anchor))
    return found


def small_files(found: Iterable[SmallPage], draw: Draw) -> dict[str, bytes]:
    """Their HTML, by file from the site's root."""
    return {small.place.file: draw(small).encode("utf-8") for small in found}


def _place(path: str, interfaces: Mapping[str, Interface]) -> Page:
    lang, address = place_of(f"{path[1:]}/", interfaces)
    return Page(lang, address, "old_address", Text(interfaces[lang]("moved_title"), lang), "", real=False)

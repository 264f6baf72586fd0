"""The check of the built HTML, the last word before publication: what no check of the sources can promise.

Obfuscated addresses, attributes that a template forgot to escape, links to pages that were not written: only the built
site tells. ``verify_site`` reads every HTML file of a folder; each rule is a function of one page's events.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from vigie.html_stream import Event, read_html
from vigie.problems import Problem
from vigie.readers.verify_kit import a_kit_asks_for_nothing, own_style
from vigie.readers.verify_policy import policy_problems
from vigie.readers.verify_redirect import a_page_leads_elsewhere_only_from_an_old_address
from vigie.readers.verify_structure import structure_problems

_LINK_SCHEMES = {"http", "https", "mailto", "tel", "sms"}
_ADDRESS_ATTRIBUTES = {
    "href",
    "xlink:href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "background",
    "ping",
}
_LISTS_OF_ADDRESSES = {"srcset", "imagesrcset"}
_LINKS = {"a", "area"}
_LOADED_ATTRIBUTES = ("src", "data", "poster", "background", "ping")
_LOADED_BY_HREF = {"image", "use", "feimage"}
_NAMING_RELS = {"canonical", "alternate", "next", "prev", "author", "license"}
"""A ``<link>`` of any other kind makes the browser ask for its address."""
_FORBIDDEN_TAGS = {
    "style", "iframe", "object", "embed", "base", "form", "applet", "frame", "frameset", "portal", "animate", "set",
}  # fmt: skip
_SPACES = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its path under the site's folder, its events, its ids."""

    path: str
    events: tuple[Event, ...]
    ids: tuple[str, ...]

    @cached_property
    def starts(self) -> tuple[Event, ...]:
        """Its start tags, which most rules look at."""
        return tuple(event for event in self.events if event.kind == "start")


def verify_site(folder: Path) -> list[Problem]:
    """Every problem of every HTML file under ``folder``; one problem when there is no page at all."""
    files = sorted(folder.rglob("*.html"))
    if not files:
        return [Problem(folder.name, 1, "aucune page à vérifier", "construisez d’abord le site : make site")]
    pages = {page.path: page for page in (_read(path, folder) for path in files)}
    others = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return [problem for page in pages.values() for problem in verify_page(page, pages, others)]


def _read(path: Path, folder: Path) -> BuiltPage:
    return built_page(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8", errors="replace"))


def built_page(path: str, html: str) -> BuiltPage:
    """``html`` as a page to verify."""
    events = tuple(read_html(html))
    ids = tuple(value for e in events if e.kind == "start" for name, value in e.attributes if name == "id" and value)
    return BuiltPage(path, events, ids)


def verify_page(page: BuiltPage, pages: Mapping[str, BuiltPage], files: set[str]) -> list[Problem]:
    """Every rule of one page."""
    return [
        *nothing_runs_inline(page),
        *a_kit_asks_for_nothing(page.path, page.events),
        *nothing_is_hidden(page),
        *addresses_are_plain(page),
        *nothing_is_loaded_from_elsewhere(page),
        *the_page_says_its_language_and_title(page),
        *ids_are_unique(page),
        *links_lead_somewhere(page, pages, files),
        *structure_problems(page.path, page.events, page.ids),
        *policy_problems(page.path, page.events),
        *a_page_leads_elsewhere_only_from_an_old_address(
            page.path, page.events, lambda path: pages[path].events if path in pages else None
        ),
    ]


def _problem(page: BuiltPage, event: Event, what: str, mend: str) -> Problem:
    return Problem(f"site/{page.path}", event.line, what, mend)


def _attributes(event: Event) -> dict[str, str | None]:
    """Of two attributes of one name a browser keeps the first."""
    return dict(reversed(event.attributes))


def nothing_runs_inline(page: BuiltPage) -> list[Problem]:
    """No script, style or handler in the page: the strict policy would block it, an attacker would want it."""
    problems = []
    admitted = own_style(page.path, page.events)
    for position, event in enumerate(page.events):
        if event.kind != "start":
            continue
        names = {name for name, _value in event.attributes}
        following = page.events[position + 1] if position + 1 < len(page.events) else None
        if event.data in _FORBIDDEN_TAGS and event is not admitted:
            problems.append(_problem(page, event, f"<{event.data}> n’est pas admis", "ôtez-le du gabarit"))
        if (
            event.data == "script"
            and not _is_described_in_json(event, following)
            and ("src" not in names or (following and following.kind == "text"))
        ):
            problems.append(_problem(page, event, "script écrit dans la page", "mettez-le dans docs/assets/"))
        for name in sorted(n for n in names if n.startswith("on") or n == "style"):
            problems.append(_problem(page, event, f"attribut « {name} »", "ôtez-le : rien ne s’exécute dans une page"))
    return problems


def _is_described_in_json(event: Event, following: Event | None) -> bool:
    """Data for search engines, which no browser runs: nothing but JSON, under its own type."""
    if event.attributes != (("type", "application/ld+json"),) or following is None or following.kind != "text":
        return False
    try:
        return isinstance(json.loads(following.data), dict)
    except ValueError:
        return False


def nothing_is_hidden(page: BuiltPage) -> list[Problem]:
    """No comment (browsers do not agree on where it ends), no other declaration than the doctype, no broken letter."""
    problems = []
    for event in page.events:
        if event.kind == "comment" or (event.kind == "declaration" and event.data.lower() != "doctype html"):
            problems.append(
                _problem(page, event, f"« {event.data.strip()[:40]} » n’est pas admis", "ôtez-le du gabarit")
            )
        if "\ufffd" in event.data or any("\ufffd" in (value or "") for _name, value in event.attributes):
            problems.append(_problem(page, event, "caractère illisible", "retapez le mot : la copie l’a abîmé"))
    return problems


def _plain(address: str) -> str:
    """An address as a browser understands it: spaces and control characters are ignored, ``\\`` is ``/``."""
    return _SPACES.sub("", address).replace("\\", "/")


def _scheme(address: str) -> str:
    """Its scheme, "" inside the site, "?" when no browser could read it."""
    try:
        return urlsplit(_plain(address)).scheme
    except ValueError:
        return "?"


def _addresses(event: Event) -> list[tuple[str, str]]:
    """Every address of a tag, with the name of its attribute; those of a ``srcset`` one by one."""
    found = []
    for name, value in event.attributes:
        if value and name in _ADDRESS_ATTRIBUTES:
            found.append((name, value))
        if value and name in _LISTS_OF_ADDRESSES:
            found += [(name, candidate.split()[0]) for candidate in value.split(",") if candidate.strip()]
    return found


def addresses_are_plain(page: BuiltPage) -> list[Problem]:
    """Links are https, http, mailto, tel or sms, or stay in the site; only pictures may hold their own data."""
    problems = []
    for event in page.starts:
        for _name, value in _addresses(event):
            scheme = _scheme(value)
            allowed = _LINK_SCHEMES if event.data in _LINKS else {"https", "http"}
            if scheme and scheme not in allowed and not _is_drawn(event, value):
                what = f"adresse « {value[:40]} » d’un genre refusé"
                problems.append(_problem(page, event, what, "https, mailto, tel ou sms"))
    return problems


def _is_drawn(event: Event, address: str) -> bool:
    """A picture written in the page itself."""
    return event.data == "img" and _plain(address).lower().startswith("data:image/")


def _loads(event: Event) -> list[str]:
    """The addresses that a browser asks for without a click (or, for ``ping``, behind one)."""
    if event.data == "link":
        rels = set((_attributes(event).get("rel") or "").lower().split())
        return [] if rels and rels <= _NAMING_RELS else [address for _name, address in _addresses(event)]
    return [
        address
        for name, address in _addresses(event)
        if name in _LOADED_ATTRIBUTES or name in _LISTS_OF_ADDRESSES or event.data in _LOADED_BY_HREF
    ]


def nothing_is_loaded_from_elsewhere(page: BuiltPage) -> list[Problem]:
    """No third party learns that somebody reads this page."""
    return [
        _problem(page, event, f"« {address[:60]} » est chargé d’un autre site", "servez-le depuis docs/assets/")
        for event in page.starts
        for address in _loads(event)
        if (_plain(address).startswith("//") or _scheme(address)) and not _is_drawn(event, address)
    ]


def the_page_says_its_language_and_title(page: BuiltPage) -> list[Problem]:
    """``lang`` and ``dir`` on ``<html>``, one title, one h1, one main."""
    first = next((e for e in page.starts if e.data == "html"), None)
    if first is None:
        return [Problem(f"site/{page.path}", 1, "ce n’est pas une page entière", "voyez overrides/main.html")]
    problems = []
    attributes = _attributes(first)
    if not attributes.get("lang") or attributes.get("dir") not in ("ltr", "rtl"):
        problems.append(
            _problem(page, first, "la page ne dit pas sa langue ou son sens", 'écrivez <html lang="…" dir="…">')
        )
    counts = Counter(event.data for event in page.starts)
    titles = _titles(page)
    counts["title"] = len(titles)
    for tag in ("title", "h1", "main"):
        if counts[tag] != 1:
            problems.append(_problem(page, first, f"{counts[tag]} <{tag}> dans la page", "il en faut un, un seul"))
    if not "".join(titles).strip():
        problems.append(_problem(page, first, "le titre de la page est vide", "donnez un « title: »"))
    return problems


def _titles(page: BuiltPage) -> list[str]:
    """The texts of its titles; a drawing has its own, which is not the page's."""
    titles: list[str] = []
    drawings = 0
    for event, following in zip(page.events, [*page.events[1:], Event("end", "html")], strict=True):
        if event.data == "svg":
            drawings += 1 if event.kind == "start" else -1
        if event.kind == "start" and event.data == "title" and not drawings:
            titles.append(following.data if following.kind == "text" else "")
    return titles


def ids_are_unique(page: BuiltPage) -> list[Problem]:
    """An anchor leads to one place."""
    repeated = [name for name, count in Counter(page.ids).items() if count > 1]
    return [
        Problem(f"site/{page.path}", 1, f"l’identifiant « {name} » sert deux fois", "changez-en un")
        for name in sorted(repeated)
    ]


def links_lead_somewhere(page: BuiltPage, pages: Mapping[str, BuiltPage], files: set[str]) -> list[Problem]:
    """Every internal link leads to a file, every anchor to an id."""
    problems = []
    for event in page.starts:
        linked = [_attributes(event).get("href") or ""] if event.data in {*_LINKS, "link"} else []
        for address in dict.fromkeys(a for a in (*linked, *_loads(event)) if a and not _scheme(a)):
            parts = urlsplit(address)
            target = _target(page.path, unquote(parts.path))
            if parts.netloc:
                continue
            if target not in files:
                problems.append(
                    _problem(page, event, f"le lien « {address} » ne mène à rien", "corrigez-le, ou créez la page")
                )
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                problems.append(_problem(page, event, f"la section « {address} » n’existe pas", "corrigez l’ancre"))
    return problems


def _target(path: str, link: str) -> str:
    """The file that ``link`` means, seen from the page at ``path``."""
    if not link:
        return path
    parts = [] if link.startswith("/") else path.split("/")[:-1]
    for part in link.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    joined = "/".join(parts)
    if link.rsplit("/", maxsplit=1)[-1] in ("", ".", ".."):
        return f"{joined}/index.html".lstrip("/")
    return joined

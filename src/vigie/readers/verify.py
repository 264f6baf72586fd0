"""The check of the built HTML, the last word before publication: what no check of the sources can promise.

Obfuscated addresses, attributes that a template forgot to escape, links to pages that were not written: only the built
site tells. ``verify_site`` reads every HTML file of a folder; each rule is a function of one page's events.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from vigie.html_stream import Event, read_html
from vigie.problems import Problem

_LINK_SCHEMES = {"http", "https", "mailto", "tel", "sms"}
_ADDRESS_ATTRIBUTES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background", "ping"}
_LOADING = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track", "input"}
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}
_FORBIDDEN_TAGS = {"style", "iframe", "object", "embed", "base", "form", "applet", "frame"}
_SPACES = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its path under the site's folder, its events, its ids."""

    path: str
    events: tuple[Event, ...]
    ids: tuple[str, ...]


def verify_site(folder: Path) -> list[Problem]:
    """Every problem of every HTML file under ``folder``; one problem when there is no page at all."""
    files = sorted(folder.rglob("*.html"))
    if not files:
        return [Problem(folder.name, 1, "aucune page à vérifier", "construisez d’abord le site : make site")]
    pages = {page.path: page for page in (_read(path, folder) for path in files)}
    others = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return [problem for page in pages.values() for problem in verify_page(page, pages, others)]


def _read(path: Path, folder: Path) -> BuiltPage:
    return built_page(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))


def built_page(path: str, html: str) -> BuiltPage:
    """``html`` as a page to verify."""
    events = tuple(read_html(html))
    ids = tuple(value for e in events if e.kind == "start" for name, value in e.attributes if name == "id" and value)
    return BuiltPage(path, events, ids)


def verify_page(page: BuiltPage, pages: Mapping[str, BuiltPage], files: set[str]) -> list[Problem]:
    """Every rule of one page."""
    return [
        *nothing_runs_inline(page),
        *addresses_are_plain(page),
        *nothing_is_loaded_from_elsewhere(page),
        *the_page_says_its_language_and_title(page),
        *ids_are_unique(page),
        *headings_do_not_jump(page),
        *images_have_a_text(page),
        *links_lead_somewhere(page, pages, files),
    ]


def _problem(page: BuiltPage, event: Event, what: str, mend: str) -> Problem:
    return Problem(f"site/{page.path}", event.line, what, mend)


def _starts(page: BuiltPage) -> list[Event]:
    return [event for event in page.events if event.kind == "start"]


def nothing_runs_inline(page: BuiltPage) -> list[Problem]:
    """No script, style or handler in the page: the strict policy would block it, an attacker would want it."""
    problems = []
    for position, event in enumerate(page.events):
        if event.kind != "start":
            continue
        names = {name for name, _value in event.attributes}
        following = page.events[position + 1] if position + 1 < len(page.events) else None
        if event.data in _FORBIDDEN_TAGS:
            problems.append(_problem(page, event, f"<{event.data}> n’est pas admis", "ôtez-le du gabarit"))
        if event.data == "script" and ("src" not in names or (following and following.kind == "text")):
            problems.append(_problem(page, event, "script écrit dans la page", "mettez-le dans docs/assets/"))
        for name in sorted(n for n in names if n.startswith("on") or n == "style"):
            problems.append(_problem(page, event, f"attribut « {name} »", "ôtez-le : rien ne s’exécute dans une page"))
    return problems


def _scheme(value: str) -> str:
    """The scheme as a browser understands it: spaces and control characters are ignored."""
    return urlsplit(_SPACES.sub("", value)).scheme.lower()


def addresses_are_plain(page: BuiltPage) -> list[Problem]:
    """Links are https, http, mailto, tel or sms, or stay in the site."""
    problems = []
    for event in _starts(page):
        for name, value in event.attributes:
            if name not in _ADDRESS_ATTRIBUTES or not value:
                continue
            try:
                scheme = _scheme(value)
            except ValueError:
                scheme = "?"
            allowed = _LINK_SCHEMES if event.data == "a" else {"", "https", "http", "data"}
            if scheme and scheme not in allowed:
                what = f"adresse « {value[:40]} » d’un genre refusé"
                problems.append(_problem(page, event, what, "https, mailto, tel ou sms"))
    return problems


def _loads(event: Event) -> list[str]:
    attributes = dict(event.attributes)
    if event.data in _LOADING:
        return [v for n in ("src", "srcset", "data", "poster") if (v := attributes.get(n))]
    if event.data == "link" and _LOADING_RELS & set((attributes.get("rel") or "").split()):
        return [attributes.get("href") or ""]
    return []


def nothing_is_loaded_from_elsewhere(page: BuiltPage) -> list[Problem]:
    """No third party learns that somebody reads this page."""
    return [
        _problem(page, event, f"« {address[:60]} » est chargé d’un autre site", "servez-le depuis docs/assets/")
        for event in _starts(page)
        for address in _loads(event)
        if urlsplit(address).netloc or _scheme(address) not in ("", "data")
    ]


def the_page_says_its_language_and_title(page: BuiltPage) -> list[Problem]:
    """``lang`` and ``dir`` on ``<html>``, one title, one h1, one main."""
    first = next((e for e in _starts(page) if e.data == "html"), None)
    if first is None:
        return [Problem(f"site/{page.path}", 1, "ce n’est pas une page entière", "voyez overrides/main.html")]
    problems = []
    attributes = dict(first.attributes)
    if not attributes.get("lang") or attributes.get("dir") not in ("ltr", "rtl"):
        problems.append(
            _problem(page, first, "la page ne dit pas sa langue ou son sens", 'écrivez <html lang="…" dir="…">')
        )
    counts = Counter(event.data for event in _starts(page))
    for tag in ("title", "h1", "main"):
        if counts[tag] != 1:
            problems.append(_problem(page, first, f"{counts[tag]} <{tag}> dans la page", "il en faut un, un seul"))
    title = "".join(
        after.data for before, after in zip(page.events, page.events[1:], strict=False)
        if before.kind == "start" and before.data == "title" and after.kind == "text"
    )  # fmt: skip
    if not title.strip():
        problems.append(_problem(page, first, "le titre de la page est vide", "donnez un « title: »"))
    return problems


def ids_are_unique(page: BuiltPage) -> list[Problem]:
    """An anchor leads to one place."""
    repeated = [name for name, count in Counter(page.ids).items() if count > 1]
    return [
        Problem(f"site/{page.path}", 1, f"l’identifiant « {name} » sert deux fois", "changez-en un")
        for name in sorted(repeated)
    ]


def headings_do_not_jump(page: BuiltPage) -> list[Problem]:
    """h2 before h3, h3 before h4: a screen reader navigates by them."""
    problems = []
    previous = 0
    for event in _starts(page):
        if not re.fullmatch(r"h[1-6]", event.data):
            continue
        level = int(event.data[1])
        if previous and level > previous + 1:
            problems.append(_problem(page, event, f"h{level} suit h{previous}", f"un h{previous + 1} d’abord"))
        previous = level
    return problems


def images_have_a_text(page: BuiltPage) -> list[Problem]:
    """Every image has an alternative text, empty only on purpose."""
    return [
        _problem(page, event, "image sans texte de remplacement", 'ajoutez alt="…"')
        for event in _starts(page)
        if event.data == "img" and "alt" not in dict(event.attributes)
    ]


def links_lead_somewhere(page: BuiltPage, pages: Mapping[str, BuiltPage], files: set[str]) -> list[Problem]:
    """Every internal link leads to a file, every anchor to an id."""
    problems = []
    for event in _starts(page):
        address = dict(event.attributes).get("href") or dict(event.attributes).get("src")
        if event.data not in ("a", "link", "script", "img") or not address:
            continue
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = _target(page.path, unquote(parts.path))
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
    if link.endswith(("/", "..", ".")) or joined == "":
        return f"{joined}/index.html".lstrip("/")
    return joined

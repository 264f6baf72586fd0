"""Every old address leads, in one step, to a page that readers may see; none hides a page or a file of the site."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from vigie.build import Build, EditorPage
from vigie.data_files import Loaded
from vigie.languages import Language
from vigie.news.model import Post
from vigie.pages import Page, PageIndex
from vigie.problems import Problem
from vigie.redirects.model import Redirect, Redirects
from vigie.redirects.pages import page_at
from vigie.redirects.settled import later_page, stands_in

_KEPT = ("assets", "documents", "images", "pagefind", "telechargements")
"""Folders of files: what is under them is made by the site."""
_ENDINGS = ("robots.txt", "sitemap.xml", "favicon.ico", "apple-touch-icon.png", "_headers", "_redirects")

Key = tuple[str, tuple[str, str] | None]


def check_redirects(build: Build, index: PageIndex) -> list[Problem]:
    """Every problem of ``data/redirects.yaml``."""
    redirects = build.redirects
    return [
        *an_address_has_one_line(redirects),
        *an_address_with_a_query_has_one_without(redirects),
        *no_old_address_is_a_page_of_the_site(redirects, index),
        *no_host_is_named_twice(redirects),
        *each_leads_to_a_page_in_one_step(build, index),
    ]


def _each(redirects: Loaded[Redirects]) -> Iterable[tuple[int, Redirect]]:
    return enumerate(redirects.record.redirects)


def an_address_has_one_line(redirects: Loaded[Redirects]) -> list[Problem]:
    """Capitals and the final slash make no other address."""
    problems = []
    first: dict[Key, int] = {}
    places: dict[str, int] = {}
    for index, line in _each(redirects):
        other = first.setdefault(line.key, index)
        other = other if other != index else places.setdefault(line.place.lower(), index)
        if other != index:
            what = f"« {line.from_} » est déjà à la ligne {redirects.located.line(('redirects', other, 'from'))}"
            problems.append(redirects.problem(("redirects", index, "from"), what, "gardez une seule des deux lignes"))
    return problems


def an_address_with_a_query_has_one_without(redirects: Loaded[Redirects]) -> list[Problem]:
    """A host of files reads no query: it shows the page of the address alone."""
    alone = {line.path.lower() for _index, line in _each(redirects) if line.query is None}
    return [
        redirects.problem(
            ("redirects", index, "from"),
            f"« {line.path} », sans « ? », n’a pas de ligne",
            f"ajoutez - {{from: {line.path}, to: actualites/, approximate: true}} pour les hébergeurs qui ne lisent pas « ? »",
        )
        for index, line in _each(redirects)
        if line.query is not None and line.path.lower() not in alone
    ]


def no_old_address_is_a_page_of_the_site(redirects: Loaded[Redirects], index: PageIndex) -> list[Problem]:
    """A redirect would hide it."""
    pages = [page for page in index.by_place.values() if page.kind != "old_address"]
    taken = {f"/{page.path}".rstrip("/").lower() for page in pages} | {f"/{page.file}".lower() for page in pages}
    return [
        redirects.problem(
            ("redirects", number, "from"),
            f"« {line.from_} » est l’adresse d’une page ou d’un fichier de ce site",
            "ôtez cette ligne : elle la cacherait",
        )
        for number, line in _each(redirects)
        if line.path.lower() in taken or (line.query is None and _is_kept(line.path.lower()))
    ]


def _is_kept(path: str) -> bool:
    return path.split("/")[1] in _KEPT or path[1:] in _ENDINGS


def no_host_is_named_twice(redirects: Loaded[Redirects]) -> list[Problem]:
    """Servers refuse a name that two of their sites have."""
    hosts = redirects.record.hosts
    return [
        redirects.problem(("hosts", index), f"« {host} » est déjà dans la liste", "ôtez-le")
        for index, host in enumerate(hosts)
        if host in hosts[:index]
    ]


def each_leads_to_a_page_in_one_step(build: Build, index: PageIndex) -> list[Problem]:
    """The target exists, is published, is no old address itself, and has the section that is named."""
    redirects = build.redirects
    old = {line.place.lower(): line for line in redirects.record.redirects if line.query is None}
    problems = []
    for number, line in _each(redirects):
        place = ("redirects", number, "to")
        target = page_at(index, line.target, build.interfaces)
        above = stands_in(build, index, line)
        if (first := later_page(line)) is not None:
            what = f"« {line.to} » change de textes à chaque parution"
            problems.append(redirects.problem(place, what, f"menez au début de la liste : to: {first}"))
        elif (further := old.get(line.target.lower())) and (target is None or target.kind == "old_address"):
            problems.append(redirects.problem(place, *_chained(line, further, old)))
        elif above is not None and not line.anchor:
            what = f"« {line.to} » n’a aucun texte aujourd’hui : « {line.from_} » mène à « {above.path} »"
            mend = "menez ailleurs, ou laissez ainsi si un texte va y paraître ; puis « vigie deploy »"
            problems.append(redirects.problem(place, what, mend, blocking=False))
        elif target is None:
            problems.append(redirects.problem(place, *_unknown(build, index, line)))
        elif target.kind == "withheld":
            what = f"« {line.to} » attend une relecture : ses lecteurs n’y trouvent que les numéros à appeler"
            problems.append(redirects.problem(place, what, "faites-la relire, ou menez ailleurs", blocking=False))
        elif line.anchor and line.anchor not in (anchors := _anchors(build, target)):
            known = ", ".join(sorted(anchors)) or "aucune"
            what = f"la section « #{line.anchor} » n’existe pas sur cette page"
            problems.append(redirects.problem(place, what, f"sections : {known}"))
    return problems


def _chained(line: Redirect, further: Redirect, old: dict[str, Redirect]) -> tuple[str, str]:
    """The two halves of a message for a line that leads to another old address."""
    seen = [line.place.lower()]
    while further.place.lower() not in seen:
        seen.append(further.place.lower())
        after = old.get(further.target.lower())
        if after is None:
            return f"« {line.to} » est une ancienne adresse", f"menez droit à la page : to: {further.to}"
        further = after
    return f"« {line.from_} » tourne en rond", "menez à une page qui existe"


def _unknown(build: Build, index: PageIndex, line: Redirect) -> tuple[str, str]:
    for post in build.posts:
        if _path(post) == line.target and not post.has_appeared(build.today):
            mend = "menez ailleurs, ou ôtez « draft: true » ou « publish_on » de ce texte"
            return f"« {line.to} » ne paraît pas (brouillon, ou jour à venir)", mend
    names = [page.path for page in index.by_place.values() if page.real]
    near = difflib.get_close_matches(line.target, names, n=1)
    mend = f"vouliez-vous dire « {near[0]} » ?" if near else "vérifiez le nom du fichier dans docs/fr/"
    return f"« {line.to} » ne mène à aucune page", mend


def _path(post: Post) -> str:
    return f"{Language(post.lang).prefix}{post.address}"


def _anchors(build: Build, page: Page) -> frozenset[str]:
    subject = page.subject.subject if isinstance(page.subject, Page) else page.subject
    if isinstance(subject, EditorPage | Post):
        return frozenset(heading.id for heading in build.rendered[subject.document.path].headings)
    return frozenset()


def no_old_address_takes_the_place_of_a_file(
    redirects: Loaded[Redirects], small: Iterable[str], files: Collection[str]
) -> list[Problem]:
    """``small`` and ``files`` are paths from the site's root: neither the same name, nor a folder with the name of a file."""
    small = tuple(small)
    names = {name.lower() for name in files}
    every = names | {name.lower() for name in small}
    problems = []
    for name in small:
        folders = {str(folder) for folder in PurePosixPath(name.lower()).parents}
        if name.lower() in names or folders & every:
            what = f"une ancienne adresse prendrait la place d’un fichier du site ({name})"
            line = _line_of(redirects, name)
            problems.append(redirects.problem(line, what, "ôtez cette ligne"))
    return problems


def _line_of(redirects: Loaded[Redirects], name: str) -> tuple[str | int, ...]:
    return next(
        (("redirects", n, "from") for n, line in _each(redirects) if name.endswith(f"{line.place}index.html")), ()
    )

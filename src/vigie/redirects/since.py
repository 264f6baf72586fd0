"""A page that was published keeps an answer at its address: the history of git is the register, nobody keeps another.

What stood in ``docs/`` at a moment of the history and was no draft was shown, once its day had come. That day is asked of
today, not of the moment compared with: a text saved in advance appears while its file sleeps.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vigie.build import Build
from vigie.documents import Document, front_value, parse_document
from vigie.languages import SOURCE, Language
from vigie.pages import PageIndex
from vigie.problems import Problem

_LIKE_ENOUGH = 0.6


@dataclass(frozen=True)
class _Gone:
    """A page that was shown: its file, its path from the site's root, its text."""

    document: Document
    path: str


def no_published_page_has_vanished(
    build: Build, index: PageIndex, names: Iterable[str], text_of: Callable[[str], str | None]
) -> list[Problem]:
    """One problem per file of ``names`` (paths at the reference) whose address answers no more.

    ``text_of`` gives the text of one of them at the reference. A language that is no longer shown is not asked for: it
    leaves with all its pages, on purpose.
    """
    shown = {language.code for language in build.languages}
    there = {page.path for page in index.by_place.values() if page.kind != "old_address"}
    answered = {line.path.lower() for line in build.redirects.record.redirects if line.query is None}
    problems = []
    for name in names:
        lang, _slash, stem = name.removeprefix("docs/").removesuffix(".md").partition("/")
        if not name.endswith(".md") or lang not in shown or not stem:
            continue
        path = Language(lang).prefix + _address(stem)
        if path in there or f"/{path}".rstrip("/").lower() in answered:
            continue
        document, _unread = parse_document(text_of(name) or "", name, lang, stem)
        if _was_shown(document, build.today):
            problems.append(_problem(build, _Gone(document, path)))
    return problems


def _address(stem: str) -> str:
    return stem[: -len("index")] if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _was_shown(document: Document, today: datetime.date) -> bool:
    """Unless it says clearly that it was not: what cannot be read today was perhaps read then."""
    if front_value(document, "draft") is True:
        return False
    try:
        return datetime.date.fromisoformat(str(front_value(document, "publish_on"))) <= today
    except ValueError:
        return True


def _problem(build: Build, gone: _Gone) -> Problem:
    document = gone.document
    lines = build.redirects.record.redirects
    last = ("redirects", len(lines) - 1) if lines else ("redirects",)
    what = f"{document.path} a disparu, mais « /{gone.path} » a été publiée"
    mend = f"remettez ce fichier, ou ajoutez ici : - {{from: /{gone.path}, to: {_nearest(build, document)}}}"
    return build.redirects.problem(last, what, mend)


def _nearest(build: Build, gone: Document) -> str:
    """The file that holds the same text, or that has nearly the same name; else the list or the page above it."""
    published = [*(page.document for page in build.documents), *(post.document for post in build.published_posts)]
    others = {document.name: document for document in published if document.lang == gone.lang}
    same = next((other.name for other in others.values() if gone.body.strip() == other.body.strip() != ""), None)
    beside = [name for name in others if name.rpartition("/")[0] == gone.name.rpartition("/")[0]]
    near = [same] if same else difflib.get_close_matches(gone.name, beside, n=1, cutoff=_LIKE_ENOUGH)
    prefix = "" if gone.lang == SOURCE else f"{gone.lang}/"
    if near:
        return f"{prefix}{near[0]}.md"
    return f"{prefix}{gone.folder}/, approximate: true" if gone.folder else f"{prefix}index.md, approximate: true"

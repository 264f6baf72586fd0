"""A line of ``data/redirects.yaml`` is for ever: the history of git tells those that were taken out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from pydantic import ValidationError

from vigie.build import Build
from vigie.pages import PageIndex
from vigie.problems import Problem
from vigie.redirects.model import Redirect
from vigie.redirects.settled import settled
from vigie.strict_yaml import Located

_OF_A_LANGUAGE = re.compile(r"/(?P<code>[a-z]{2})/.*/\Z")


def no_old_address_lost_its_line(build: Build, index: PageIndex, before: Located) -> list[Problem]:
    """One problem per line of ``before`` (the file at the reference) whose address nothing answers any more.

    A page may have come back to the address. A language that is no longer shown leaves with all its addresses.
    """
    record = build.redirects.record
    kept = {line.key for line in record.redirects}
    there = {f"/{page.path}".rstrip("/").lower() for page in index.by_place.values() if page.kind != "old_address"}
    shown = {language.code for language in build.languages}
    last = ("redirects", len(record.redirects) - 1) if record.redirects else ("redirects",)
    problems = []
    for line in _lines(before):
        language = _OF_A_LANGUAGE.match(line.from_)
        if line.key in kept or (line.query is None and line.path.lower() in there):
            continue
        if language is None or language["code"] in shown:
            what = f"la ligne de l’ancienne adresse « {line.from_} » a disparu"
            problems.append(build.redirects.problem(last, what, f"remettez-la : - {_written(build, index, line)}"))
    return problems


def _lines(before: Located) -> Iterator[Redirect]:
    """The lines that could be read then and can be now: no other ever answered."""
    lines = before.value.get("redirects") if isinstance(before.value, dict) else None
    for line in lines if isinstance(lines, list) else []:
        try:
            yield Redirect.model_validate_json(json.dumps(line, ensure_ascii=False))
        except ValidationError:
            continue


def _written(build: Build, index: PageIndex, line: Redirect) -> str:
    """The line as it was, or leading to what is now nearest to where it led."""
    pages = {page.path for page in index.by_place.values() if page.kind != "old_address"}
    further = {other.place.lower(): other for other in settled(build, index).redirects if other.query is None}
    to, approximate = line.to, line.approximate
    if line.target not in pages:
        if after := further.get(line.target.lower()):
            to, approximate = after.to, approximate or after.approximate
        else:
            to, approximate = _above(line.target, pages), True
    from_ = f'"{line.from_}"' if line.query else line.from_
    return f"{{from: {from_}, to: {to}{', approximate: true' if approximate else ''}}}"


def _above(path: str, pages: Collection[str]) -> str:
    """The nearest page above ``path``; the home page at last."""
    while path := path.rstrip("/").rpartition("/")[0]:
        if f"{path}/" in pages:
            return f"{path}/"
    return "index.md"

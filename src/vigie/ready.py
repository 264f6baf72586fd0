"""The project made ready to be published, without MkDocs: loaded, checked, every page rendered. All commands begin here.

``make_ready`` is the whole of our work in one function; what comes after only wraps and writes.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vigie.attachments.pages import attachment_files
from vigie.build import Build
from vigie.images.pages import image_files
from vigie.load_build import load_build
from vigie.pages import PageIndex
from vigie.problems import Problem, ProblemsFound, blocking
from vigie.redirects.check import no_old_address_takes_the_place_of_a_file
from vigie.render import Framed, Renderer, render_all, render_feeds
from vigie.site.check import check_build
from vigie.site.hidden import check_hidden
from vigie.site.pages import all_pages


@dataclass(frozen=True)
class Ready:
    """One build for all its languages: what was read, its pages, their HTML, and what deserves a look."""

    build: Build
    index: PageIndex
    framed: Mapping[str, Framed]
    """Every page ready to be put together, by the file that it will be."""
    warnings: tuple[Problem, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What is no page: pictures, documents, leaflets and kits, files of the ledger, feeds, small pages of old addresses.

    By path from the site's root.
    """


def make_ready(root: Path, day: datetime.date, *, preview: bool = False) -> Ready:
    """Load, check and render the project at ``root``; ``ProblemsFound``, with all of them, when anything blocks it.

    ``preview`` leaves the policy out of the pages: the live reload of the preview is written in them.
    """
    build, problems = load_build(root, day)
    if build is None:
        raise ProblemsFound(problems)
    index = all_pages(build)
    problems += check_build(build, index) + check_hidden(build)
    if blocking(problems):
        raise ProblemsFound(problems)
    try:
        renderer = Renderer(build, index, preview=preview)
        framed, feeds = render_all(renderer), render_feeds(renderer)
    except ProblemsFound as found:
        raise ProblemsFound([*problems, *found.problems]) from None
    problems += renderer.downloads.problems
    files = {
        **image_files(build, index),
        **attachment_files(build, index),
        **{download.path: download.content for download in renderer.downloads.files},
        **{file.path: file.content for file in renderer.ledger_files.files},
        **feeds,
    }
    small = renderer.small_pages
    if taken := no_old_address_takes_the_place_of_a_file(build.redirects, small, {*files, *framed}):
        raise ProblemsFound([*problems, *taken])
    files |= small
    return Ready(build, index, framed, tuple(problems), files)


def write_files(ready: Ready, folder: Path) -> None:
    """Write what is no page under ``folder``, the site's root."""
    for name, data in ready.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_fragments(ready: Ready, folder: Path) -> int:
    """Write what each page has inside ``<main>`` under ``folder``, emptied first; how many were written."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, framed in ready.framed.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(framed.main), encoding="utf-8")
    write_files(ready, folder)
    return len(ready.framed)

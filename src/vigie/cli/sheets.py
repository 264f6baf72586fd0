"""``vigie sheet`` and ``vigie import-sheet``: a task by mail, there and back, for volunteers without Git."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from vigie.build import Build, EditorPage
from vigie.cli.check import problems_of
from vigie.cli.translations import DRY_RUN, french_text, loaded, translation_of
from vigie.documents import parse_document
from vigie.languages import SOURCE
from vigie.news.model import Post
from vigie.problems import Problem, blocking, report
from vigie.reading import read_text
from vigie.translations.lock import LOCK, Lock, lock_text
from vigie.translations.pin import Refused, done, with_header_words, with_source
from vigie.translations.sections import DESCRIPTION, TITLE, Section, sections_of
from vigie.translations.sheet import Returned, Task, merged_body, read_sheet, sheet_text
from vigie.translations.tracking import french_parts
from vigie.markdown_text import render_body


@click.command()
@click.argument("lang")
@click.argument("page")
@click.pass_obj
def sheet(root: Path, lang: str, page: str) -> None:
    """Écrit la fiche de traduction de PAGE (docs/fr/infos/droits.md) en LANG : ce qui reste à traduire ou à reprendre."""
    build = loaded(root)
    if lang == SOURCE or lang not in build.interfaces:
        raise click.ClickException(f"la langue « {lang} » n’est pas dans data/site.yaml ; langues : {', '.join(build.interfaces)}")
    click.echo(sheet_for(build, lang, french_text(build, page)), nl=False)


def sheet_for(build: Build, lang: str, french: EditorPage | Post) -> str:
    """The sheet of what the translation of ``french`` lacks; of the whole page when nothing of it is translated."""
    parts = french_parts(french, build.rendered)
    tracked = translation_of(build, lang, french.document.name)
    own = {section.id: section.text for section in _sections(build, tracked)} if tracked else {}
    asked = {part.id for part in tracked.status.behind} if tracked and tracked.status and tracked.status.behind else None
    tasks = [Task(part, own.get(part.id, "")) for part in parts if asked is None or part.id in asked]
    _lock, code = Lock().with_text(french.document.name, parts)
    return sheet_text(lang, french.document.name, code, tasks, build.interfaces[lang])

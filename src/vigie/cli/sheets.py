"""``vigie sheet`` and ``vigie import-sheet``: a task by mail, there and back, for volunteers without Git."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import click

from vigie.build import Build, EditorPage
from vigie.cli.translations import DRY_RUN, french_text, known_language, loaded, write
from vigie.news.model import Post
from vigie.problems import blocking, report
from vigie.reading import read_text
from vigie.translations.lock import Lock
from vigie.translations.pin import blank_translation, with_header_words, with_source
from vigie.translations.sections import DESCRIPTION, TITLE, Section
from vigie.translations.sheet import Returned, Task, merged_body, read_sheet, sheet_text
from vigie.translations.status import moved_to_now
from vigie.translations.targets import used_codes
from vigie.translations.tracking import Tracked, french_parts


@click.command()
@click.argument("lang")
@click.argument("page")
@click.pass_obj
def sheet(root: Path, lang: str, page: str) -> None:
    """Écrit la fiche de traduction de PAGE (docs/fr/infos/droits.md) en LANG : ce qui reste à traduire ou à reprendre."""
    build = loaded(root)
    known_language(build, lang)
    click.echo(sheet_for(build, lang, french_text(build, page)), nl=False)


def sheet_for(build: Build, lang: str, french: EditorPage | Post) -> str:
    """The sheet of what the translation of ``french`` lacks; of the whole page when nothing of it was ever followed."""
    parts = french_parts(french, build.rendered)
    tracked = build.translations.get(f"docs/{lang}/{french.document.name}.md")
    own = {section.id: section.text for section in _own_parts(build, tracked)} if tracked else {}
    status = tracked.status if tracked else None
    asked = {part.id for part in status.behind} if status and status.behind else {part.id for part in parts}
    tasks = [Task(part, own.get(part.id, "")) for part in parts if part.id in asked]
    _lock, code = Lock().with_text(french.document.name, parts)
    return sheet_text(lang, french.document.name, code, tasks, build.interfaces[lang])


def _own_parts(build: Build, tracked: Tracked) -> tuple[Section, ...]:
    """The parts of a translation as it is."""
    path = tracked.document.path
    every: list[EditorPage | Post] = [*build.documents, *build.posts]
    text = next(text for text in every if text.document.path == path)
    return french_parts(text, build.rendered)


@click.command("import-sheet")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@DRY_RUN
@click.pass_obj
def import_sheet(root: Path, file: Path, dry_run: bool) -> None:
    """Fait entrer une fiche remplie (texte d’un courriel) dans la traduction : montre la différence, puis écrit."""
    build = loaded(root)
    text, problems = read_text(file, file.parent)
    returned, wrong = read_sheet(text, file.name) if not problems else (None, [])
    if returned is None or blocking([*problems, *wrong]):
        click.echo(report([*problems, *wrong]), err=True)
        click.echo("Fiche refusée : rien n’a été écrit.", err=True)
        raise SystemExit(1)
    known_language(build, returned.lang)
    french = french_text(build, f"docs/fr/{returned.name}.md")
    parts = french_parts(french, build.rendered)
    _lock, code = Lock().with_text(returned.name, parts)
    if code != returned.code:
        raise click.ClickException(
            "le texte français a changé depuis que cette fiche est partie ; refaites-la avec « vigie sheet » et reportez-y les mots"
        )
    unknown = sorted(set(returned.parts) - {part.id for part in parts})
    if unknown:
        raise click.ClickException(f"la fiche a des parties inconnues : {', '.join(unknown)}")
    path = f"docs/{returned.lang}/{returned.name}.md"
    before = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
    lock, after = _merged(
        build, french, parts, returned, before, (root / french.document.path).read_text(encoding="utf-8")
    )
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    click.echo("\n".join(lines) or "Aucun changement.")
    write(root, lock, {path: after}, dry_run=dry_run)
    click.echo(f"Relisez, puis « vigie check {path} ».")


def _merged(
    build: Build, french: EditorPage | Post, parts: tuple[Section, ...], returned: Returned, before: str, source: str
) -> tuple[Lock, str]:
    """The lock and the file's text once the returned words are in it."""
    tracked = build.translations.get(f"docs/{returned.lang}/{returned.name}.md")
    own = _own_parts(build, tracked) if tracked else ()
    header = before or blank_translation(source, french.document)
    head = header[: header.index("\n---", 3) + len("\n---\n")]
    words = {
        key: returned.parts[part]
        for key, part in (("title", TITLE), ("description", DESCRIPTION))
        if part in returned.parts
    }
    text = with_header_words(head, words) + "\n" + merged_body(own, parts, returned.parts)
    pinned = build.lock.texts.get(tracked.state.source or "") if tracked and tracked.state else None
    now = _followed(build, pinned.page if pinned else None, parts, returned, own, tracked)
    lock, code = build.lock.with_text(returned.name, now)
    text = with_source(text, code) or text
    text = re.sub(r"\bstate: draft\b", "state: translated", text, count=1) if not before else text
    path = f"docs/{returned.lang}/{returned.name}.md"
    return lock.keeping(used_codes(build.targets, {(path, None): code})), text


def _followed(
    build: Build,
    page: str | None,
    parts: tuple[Section, ...],
    returned: Returned,
    own: tuple[Section, ...],
    tracked: Tracked | None,
) -> tuple[Section, ...]:
    """The French that the translation is made from now: today's for the returned parts, what it was for the others."""
    if page is None or tracked is None or tracked.state is None:
        have = {section.id for section in own} | set(returned.parts)
        return tuple(part for part in parts if part.id in have)
    now: tuple[Section, ...] = ()
    lock = build.lock
    pinned = lock.texts[tracked.state.source or ""]
    for part in returned.parts:
        now = moved_to_now(pinned, parts, part)
        lock, code = lock.with_text(page, now)
        pinned = lock.texts[code]
    return now

"""``vigie diff``, ``done``, ``minor``, ``start``: what a translator and an editor type, each trying first with ``--dry-run``."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from vigie.build import Build, EditorPage, load_build
from vigie.cli.check import require_project
from vigie.languages import SOURCE
from vigie.news.model import Post
from vigie.problems import blocking, report
from vigie.today import today
from vigie.translations.lock import LOCK, Lock, lock_text
from vigie.translations.pin import Refused, blank_translation, used_codes, with_source
from vigie.translations.pin import done as follow
from vigie.translations.pin import minor as declare_minor
from vigie.translations.sections import Section
from vigie.translations.status import PartStatus
from vigie.translations.tracking import Tracked, french_parts

DRY_RUN = click.option("--dry-run", is_flag=True, help="Montre ce qui changerait, n’écrit rien.")
CHANGES = {"changed": "a changé", "added": "est nouvelle", "removed": "n’existe plus"}


def loaded(root: Path) -> Build:
    """The project, read; its problems and exit code 1 when it cannot be."""
    require_project(root)
    build, problems = load_build(root, today())
    if build is None or blocking(problems):
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    return build


def _translations(build: Build, paths: tuple[str, ...]) -> list[Tracked]:
    """Those that ``paths`` name: files, or folders with all that is in them."""
    found: dict[str, Tracked] = {}
    for written in paths:
        asked = written.strip("/").removeprefix("./")
        named = {p: t for p, t in build.translations.items() if p == asked or p.startswith(f"{asked}/")}
        if not named:
            raise click.ClickException(
                f"« {written} » n’est pas une traduction ; écrivez par exemple docs/ar/infos/droits.md"
            )
        found |= named
    return list(found.values())


def _french(build: Build, tracked: Tracked) -> tuple[Section, ...]:
    text = next(
        (t for t in _texts(build) if t.document.lang == SOURCE and t.document.name == tracked.document.name), None
    )
    if text is None:
        raise click.ClickException(f"{tracked.document.path} n’a plus de texte français")
    return french_parts(text, build.rendered)


def french_text(build: Build, page: str) -> EditorPage | Post:
    """The French text that ``page`` names (``docs/fr/infos/droits.md``), or a refusal."""
    text = next((t for t in _texts(build) if t.document.path == page and t.document.lang == SOURCE), None)
    if text is None:
        raise click.ClickException(
            f"« {page} » n’est pas un texte français ; écrivez par exemple docs/fr/infos/droits.md"
        )
    return text


def known_language(build: Build, lang: str) -> None:
    """Refuse a language that the site does not have, or French."""
    if lang == SOURCE or lang not in build.interfaces:
        others = ", ".join(code for code in build.interfaces if code != SOURCE)
        raise click.ClickException(f"la langue « {lang} » n’est pas dans data/site.yaml ; langues : {others}")


def _texts(build: Build) -> list[EditorPage | Post]:
    return [*build.documents, *build.posts]


@click.command()
@click.argument("paths", nargs=-1, required=True)
@DRY_RUN
@click.pass_obj
def done(root: Path, paths: tuple[str, ...], dry_run: bool) -> None:
    """Déclare que des traductions suivent le texte français d’aujourd’hui.

    PATHS : un fichier (docs/ar/infos/droits.md), un dossier, ou une seule section (docs/ar/infos/droits.md#droits).
    """
    build = loaded(root)
    lock, changed = build.lock, dict[str, str]()
    for path in paths:
        name, _, only = path.partition("#")
        for tracked in _translations(build, (name,)):
            try:
                lock, code = follow(lock, tracked, _french(build, tracked), only or None, build.today)
            except Refused as refused:
                raise click.ClickException(f"{path} : {refused.what}") from None
            changed[tracked.document.path] = code
    lock = lock.keeping(used_codes(build.translations, changed))
    files = {}
    for path, code in changed.items():
        text = with_source((root / path).read_bytes().decode("utf-8"), code)
        if text is None:
            raise click.ClickException(
                f"{path} : l’en-tête n’a pas de « source: » ; ajoutez translation: {{source: null, …}}"
            )
        files[path] = text
        click.echo(f"{path} : {code}")
    write(root, lock, files, dry_run=dry_run)


@click.command()
@click.argument("page")
@click.option("--reason", required=True, help="Pourquoi aucune traduction n’a à suivre (une coquille…).")
@DRY_RUN
@click.pass_obj
def minor(root: Path, page: str, reason: str, dry_run: bool) -> None:
    """Déclare qu’un changement du texte français PAGE (ou PAGE#section) ne demande aucune traduction."""
    build = loaded(root)
    path, _, only = page.partition("#")
    text = french_text(build, path)
    if not reason.strip():
        raise click.ClickException('donnez une raison : --reason "une coquille"')
    name = text.document.name
    codes = used_codes({p: t for p, t in build.translations.items() if t.document.name == name})
    try:
        known = sorted(code for code in codes if code in build.lock.texts)
        lock, parts = declare_minor(
            build.lock, name, french_parts(text, build.rendered), known, reason.strip(), only or None
        )
    except Refused as refused:
        raise click.ClickException(refused.what) from None
    click.echo(f"{path} : changement mineur de {', '.join(parts)} ; aucune traduction n’est en retard pour cela.")
    write(root, lock, {}, dry_run=dry_run)


@click.command()
@click.argument("path")
@click.pass_obj
def diff(root: Path, path: str) -> None:
    """Montre ce qui a changé en français depuis la traduction PATH."""
    build = loaded(root)
    for tracked in _translations(build, (path,)):
        status = tracked.status
        if status is None:
            click.echo(f"{tracked.document.path} : plus de texte français de ce nom")
        elif status.state == "unpinned":
            click.echo(
                f"{tracked.document.path} : pas encore de code ; relisez-la toute, puis « vigie done {tracked.document.path} »"
            )
        elif not status.behind:
            known = status.state == "up_to_date"
            click.echo(
                f"{tracked.document.path} : "
                + ("à jour" if known else "code inconnu ; relisez-la toute, puis « vigie done »")
            )
        else:
            click.echo(f"{tracked.document.path} : {status.words} mots à reprendre")
            for part in status.behind:
                click.echo(_shown(part))


def _shown(part: PartStatus) -> str:
    before, now = (section.text.split("\n") if section else [] for section in (part.before, part.now))
    lines = list(difflib.unified_diff(before, now, lineterm="", n=1))[2:]
    return "\n".join(
        [f"\nLa partie « {part.id} » {CHANGES[part.change]}{' (importante)' if part.critical else ''}", *lines]
    )


@click.command()
@click.argument("page")
@click.argument("lang")
@DRY_RUN
@click.pass_obj
def start(root: Path, page: str, lang: str, dry_run: bool) -> None:
    """Prépare la traduction de PAGE (docs/fr/infos/droits.md) en LANG : un fichier où chaque passage attend ses mots."""
    build = loaded(root)
    known_language(build, lang)
    text = french_text(build, page)
    path = root / "docs" / lang / f"{text.document.name}.md"
    if path.exists() or path.is_symlink():
        raise click.ClickException(f"{path.relative_to(root)} existe déjà")
    written = blank_translation((root / page).read_text(encoding="utf-8"), text.document)
    if dry_run:
        click.echo(f"{path.relative_to(root)} (pas écrit)\n\n{written}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, encoding="utf-8")
    click.echo(
        f"{path.relative_to(root)} est prêt : remplacez chaque « À TRADUIRE », puis « vigie done {path.relative_to(root)} »."
    )


def write(root: Path, lock: Lock, files: dict[str, str], *, dry_run: bool) -> None:
    """Write the texts and the lock; only say so when ``dry_run``."""
    if dry_run:
        click.echo("Essai seulement : rien n’a été écrit.")
        return
    for path, text in files.items():
        (root / path).write_bytes(text.encode("utf-8"))
    (root / LOCK).write_text(lock_text(lock), encoding="utf-8")
    click.echo(f"{LOCK} est à jour.")

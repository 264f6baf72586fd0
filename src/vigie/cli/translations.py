"""``vigie diff``, ``done``, ``minor``, ``start``: what a translator and an editor type, each trying first with ``--dry-run``."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from vigie.build import Build, EditorPage
from vigie.cli.check import require_project
from vigie.cli.paths import typed_path
from vigie.cli.writes import Change, put, write_translations
from vigie.languages import SOURCE
from vigie.load_build import load_build
from vigie.news.model import Post
from vigie.placeholders import TO_TRANSLATE
from vigie.problems import blocking, report
from vigie.today import today
from vigie.translations.blank import blank_translation
from vigie.translations.finished import unfinished
from vigie.translations.pin import Refused
from vigie.translations.pin import done as follow
from vigie.translations.pin import minor as declare_minor
from vigie.translations.sheet import NAMES
from vigie.translations.status import PartStatus
from vigie.translations.targets import Target, used_codes
from vigie.translations.tracking import french_parts

DRY_RUN = click.option("--dry-run", is_flag=True, help="Montre ce qui changerait, n’écrit rien.")
PARTS = {name: id_ for id_, name in NAMES.items()}
"""Parts without heading, as they are typed."""
CHANGES = {"changed": "a changé", "added": "est nouvelle", "removed": "n’existe plus"}


def loaded(root: Path) -> Build:
    """The project, read, with its hidden languages: they are being translated. Its problems and exit code 1 when it cannot be."""
    require_project(root)
    build, problems = load_build(root, today(), with_hidden=True)
    if build is None or blocking(problems):
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    return build


def _targets(build: Build, written: str) -> list[Target]:
    """Those that ``written`` names: a file, a record of it, or a folder with all that is in it."""
    found = [target for target in build.targets if target.is_named(written)]
    if not found:
        raise click.ClickException(
            f"« {written} » n’est pas une traduction ; écrivez par exemple docs/ar/infos/droits.md, "
            "docs/ar/infos/droits.md#section ou data/ar/contacts.yaml#119"
        )
    return found


def french_text(build: Build, page: str) -> EditorPage | Post:
    """The French text that ``page`` names (``docs/fr/infos/droits.md``, as it may be typed), or a refusal."""
    page = typed_path(build.root, page)
    text = next((t for t in _texts(build) if t.document.path == page and t.document.lang == SOURCE), None)
    if text is None:
        raise click.ClickException(
            f"« {page} » n’est pas un texte français ; écrivez par exemple docs/fr/infos/droits.md"
        )
    return text


def known_language(build: Build, lang: str) -> None:
    """Refuse a language that the site does not have, or French."""
    if lang == SOURCE:
        raise click.ClickException("le français est la source : on ne traduit pas vers lui ; donnez une autre langue")
    if lang not in build.interfaces:
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

    PATHS : un fichier (docs/ar/infos/droits.md), un dossier, une seule section (docs/ar/infos/droits.md#droits), une seule
    fiche (data/ar/contacts.yaml#119).
    """
    build = loaded(root)
    lock, changed = build.lock, dict[tuple[str, str | None], str]()
    followed: list[Target] = []
    stopped: list[str] = []
    for path in (typed_path(root, written) for written in paths):
        name, _, part = path.partition("#") if path.startswith("docs/") else (path, "", "")
        only = PARTS.get(part, part) or None
        for target in _targets(build, name):
            if target.status is None:
                if target.path == name:
                    raise click.ClickException(f"{target.shown} n’a plus de texte français")
                click.echo(f"{target.shown} n’a plus de texte français : laissée comme elle est", err=True)
                continue
            if text := build.text_at(target.path):
                left = unfinished(french_parts(text, build.rendered), target.french, only)
                stopped += [f"{target.shown} : {why}" for why in left]
            source = changed.get((target.path, target.record), target.source)
            try:
                lock, code = follow(lock, target.name, source, target.french, only, build.today)
            except Refused as refused:
                raise click.ClickException(f"{path} : {refused.what}") from None
            changed[target.path, target.record] = code
            followed.append(target)
    if stopped:
        raise click.ClickException("\n".join([*stopped, "Rien n’a été écrit."]))
    followed = list(dict.fromkeys(followed))
    write_translations(build, lock, _with_codes(root, followed, changed), changed, dry_run=dry_run)


def _with_codes(root: Path, targets: list[Target], codes: Mapping[tuple[str, str | None], str]) -> list[Change]:
    """The texts of the files of ``targets`` with their codes; from the last line up, so that no line moves before its turn."""
    files: dict[str, Change] = {}
    for target in sorted(targets, key=lambda target: (target.path, -target.line)):
        raw = (root / target.path).read_bytes()
        change = files.get(target.path) or Change(target.path, raw, raw.decode("utf-8"))
        coded = target.with_code(change.text, codes[target.path, target.record])
        if coded is None:
            raise click.ClickException(
                f"{target.shown} : pas de place pour le code ; ajoutez translation: {{source: null, …}} à l’en-tête, "
                "ou, pour une fiche, mettez « id: » en premier, seul sur sa ligne"
            )
        files[target.path] = replace(change, text=coded)
        click.echo(f"{target.shown} : {codes[target.path, target.record]}")
    return list(files.values())


@click.command()
@click.argument("page")
@click.option("--reason", required=True, help="Pourquoi aucune traduction n’a à suivre (une coquille…).")
@DRY_RUN
@click.pass_obj
def minor(root: Path, page: str, reason: str, dry_run: bool) -> None:
    """Déclare qu’un changement du français ne demande aucune traduction.

    PAGE : docs/fr/infos/droits.md, une seule section (docs/fr/infos/droits.md#droits) ou une fiche (data/contacts.yaml#119).
    """
    build = loaded(root)
    if not reason.strip():
        raise click.ClickException('donnez une raison : --reason "une coquille"')
    page = typed_path(root, page)
    if page.startswith("data/"):
        name, only = page, None
        targets = [target for target in build.targets if target.name == page]
        if not targets:
            raise click.ClickException(f"« {page} » n’a pas de traduction ; écrivez par exemple data/contacts.yaml#119")
        french = targets[0].french
    else:
        path, _, section = page.partition("#")
        text = french_text(build, path)
        name, only, french = text.document.name, PARTS.get(section, section) or None, french_parts(text, build.rendered)
        targets = [target for target in build.targets if target.name == name]
    known = sorted(code for code in used_codes(targets) if code in build.lock.texts)
    try:
        declared = declare_minor(
            build.lock, name, french, known, reason.strip(), only, whole=targets[0].record is not None
        )
    except Refused as refused:
        raise click.ClickException(refused.what) from None
    for part in declared.parts:
        click.echo(_shown(part))
    named = ", ".join(part.id for part in declared.parts)
    click.echo(f"\n{page} : changement mineur de {named} ; aucune traduction n’est en retard pour cela.")
    write_translations(build, declared.lock, (), {}, dry_run=dry_run)


@click.command()
@click.argument("path")
@click.pass_obj
def diff(root: Path, path: str) -> None:
    """Montre ce qui a changé en français depuis la traduction PATH (un fichier, une fiche, un dossier)."""
    build = loaded(root)
    for target in _targets(build, typed_path(root, path)):
        click.echo("\n".join(_told(target)))


def _told(target: Target) -> list[str]:
    status = target.status
    if status is None:
        return [f"{target.shown} : plus de texte français de ce nom"]
    again = f"relisez-la toute, puis « vigie done {target.shown} »"
    if status.state == "unpinned":
        return [f"{target.shown} : pas encore de code ; {again}"]
    if not status.behind:
        return [f"{target.shown} : " + ("à jour" if status.state == "up_to_date" else f"code inconnu ; {again}")]
    return [f"{target.shown} : {status.words} mots à reprendre", *(_shown(part) for part in status.behind)]


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
    written = blank_translation((root / text.document.path).read_text(encoding="utf-8"), text.document)
    if dry_run:
        click.echo(f"{path.relative_to(root)} (pas écrit)\n\n{written}")
        return
    put(root, Change(path.relative_to(root).as_posix(), None, written))
    click.echo(
        f"{path.relative_to(root)} est prêt : remplacez chaque « {TO_TRANSLATE} », puis « vigie done {path.relative_to(root)} »."
    )

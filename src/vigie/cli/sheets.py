"""``vigie sheet`` and ``vigie import-sheet``: a task by mail, there and back, for volunteers without Git."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from vigie.build import Build
from vigie.cli.translations import DRY_RUN, french_text, known_language, loaded
from vigie.cli.writes import Change, write_translations
from vigie.problems import Problem, blocking, report
from vigie.reading import MAX_BYTES
from vigie.translations.data_imported import DataFile, imported_records
from vigie.translations.data_records import SHEETS
from vigie.translations.imported import Place, imported
from vigie.translations.mail import text_of_mail
from vigie.translations.pin import Refused
from vigie.translations.returned import Returned, read_sheet
from vigie.translations.sheet import sheet_text
from vigie.translations.tracking import french_parts


@click.command()
@click.argument("lang")
@click.argument("page")
@click.pass_obj
def sheet(root: Path, lang: str, page: str) -> None:
    """Écrit la fiche de traduction de PAGE en LANG : ce qui reste à traduire ou à reprendre.

    PAGE : docs/fr/infos/droits.md, ou un fichier de fiches, data/contacts.yaml.
    """
    build = loaded(root)
    known_language(build, lang)
    name = page.removesuffix(".yaml")
    if name not in SHEETS or name == page:
        name = french_text(build, page).document.name
    elif not build.sheet(lang, name).asked:
        raise click.ClickException(f"rien n’attend dans data/{lang}/{SHEETS[name]}.yaml")
    click.echo(sheet_text(build.sheet(lang, name), build.interfaces[lang]), nl=False)


@click.command("import-sheet")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--reviewed",
    is_flag=True,
    help="Vous savez qui a relu : une personne dont c’est la langue, qui l’a écrit sous [[#relu]]. Met state: reviewed.",
)
@DRY_RUN
@click.pass_obj
def import_sheet(root: Path, file: Path, reviewed: bool, dry_run: bool) -> None:
    """Fait entrer une fiche remplie dans la traduction : montre la différence, puis écrit.

    FILE : le courriel enregistré (.eml), ou son texte copié dans un fichier.
    """
    build = loaded(root)
    returned = _read(file)
    known_language(build, returned.lang)
    if returned.name in SHEETS:
        _import_records(build, root, returned, file.name, reviewed=reviewed, dry_run=dry_run)
        return
    path = f"docs/{returned.lang}/{returned.name}.md"
    raw = (root / path).read_bytes() if (root / path).is_file() else None
    place = _place(build, root, returned, path)
    try:
        made = imported(place, returned, build.lock, build.today, reviewed=reviewed)
    except Refused as refused:
        raise click.ClickException(refused.what) from None
    if made.problems:
        _refuse(made.problems, "La page que cette fiche donnerait ne se lit pas. ")
    _show(path, place.before, made.text)
    change = Change(path, raw, made.text)
    write_translations(build, made.lock, (change,), {(path, None): made.code}, dry_run=dry_run)
    if made.left:
        what = "Leur texte français a changé depuis : ces parties ne sont pas entrées"
        click.echo(f"{what} : {', '.join(made.left)}. Leurs mots restent dans {file.name}.")
    if made.same:
        said = "Ces parties sont revenues comme elles étaient parties, et restent à reprendre"
        click.echo(f"{said} : {', '.join(made.same)}. Rien à y changer ? « vigie done {path}#section ».")
    if returned.reread and not reviewed:
        said = "La personne écrit qu’elle a tout relu dans sa langue."
        click.echo(f"{said} Si vous le savez aussi, recommencez avec --reviewed.")
    click.echo(f"Relisez, puis « vigie check {path} ».")


def _import_records(
    build: Build, root: Path, returned: Returned, source: str, *, reviewed: bool, dry_run: bool
) -> None:
    """The words of records into their file of ``data/<lang>/``."""
    if reviewed:
        raise click.ClickException("les fiches de data/ n’ont pas d’état « reviewed » : sans --reviewed")
    lang, file = returned.lang, SHEETS[returned.name]
    target = root / "data" / lang / f"{file}.yaml"
    raw = target.read_bytes() if target.is_file() else None
    before = raw.decode("utf-8") if raw is not None else ""
    place = DataFile(lang, file, before, build.data_records(lang, file))
    try:
        made = imported_records(place, returned, build.sheet(lang, returned.name).code, build.lock, build.today)
    except Refused as refused:
        raise click.ClickException(refused.what) from None
    _show(place.path, before, made.text)
    changes = (Change(place.path, raw, made.text),) if made.text != before else ()
    write_translations(build, made.lock, changes, dict(made.codes), dry_run=dry_run)
    for left in made.left:
        click.echo(f"Attention : {left}.")
    if made.left:
        click.echo(f"Les mots qui ne sont pas entrés restent dans {source}.")
    click.echo("Relisez, puis « vigie check ».")


def _show(path: str, before: str, after: str) -> None:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    click.echo("\n".join(lines) or "Aucun changement.")


def _read(file: Path) -> Returned:
    """The sheet in ``file``; its problems and exit code 1 when it cannot be read."""
    size = file.stat().st_size
    if size > MAX_BYTES:
        mend = f"{MAX_BYTES // 1000} ko au plus : ôtez ses pièces jointes, ou copiez le texte seul dans un fichier"
        _refuse([Problem(file.name, 1, f"ce fichier pèse {size // 1000} ko", mend)])
    text = text_of_mail(file.read_bytes())
    if text is None:
        mend = "enregistrez le courriel en .eml, ou son texte en UTF-8"
        returned, problems = None, [Problem(file.name, 1, "ce fichier n’est pas un texte", mend)]
    else:
        returned, problems = read_sheet(text, file.name)
    if returned is None or blocking(problems):
        _refuse(problems)
    return returned


def _refuse(problems: Iterable[Problem], why: str = "") -> NoReturn:
    click.echo(report(problems), err=True)
    click.echo(f"{why}Fiche refusée : rien n’a été écrit.", err=True)
    raise SystemExit(1)


def _place(build: Build, root: Path, returned: Returned, path: str) -> Place:
    """Where the sheet goes."""
    french = french_text(build, f"docs/fr/{returned.name}.md")
    tracked = build.translations.get(path)
    own = build.text_at(path)
    return Place(
        french.document,
        (root / french.document.path).read_text(encoding="utf-8"),
        french_parts(french, build.rendered),
        tracked,
        french_parts(own, build.rendered) if own else (),
        (root / path).read_text(encoding="utf-8") if (root / path).is_file() else "",
    )

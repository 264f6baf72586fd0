"""``vigie new language``: everything that a language needs to begin, hidden; nothing at all when anything is refused."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import ValidationError

from vigie.build import Build
from vigie.cli.check import require_project
from vigie.cli.new import new
from vigie.data_files import parse_data
from vigie.languages import SOURCE, Language
from vigie.load_build import load_build
from vigie.problems import report
from vigie.reading import hidden_character
from vigie.records import REFUSAL
from vigie.site.language_code import why_refused
from vigie.site.model import Site
from vigie.site.navigation import CONFIG, parse_navigation
from vigie.site.new_language import config_with, entry_of, language_files, next_steps, site_with
from vigie.today import today

SITE = "data/site.yaml"


@new.command("language")
@click.argument("code")
@click.option("--name", default=None, help="Nom de la langue dans cette langue (celui de CLDR par défaut).")
@click.option("--leave-to", default=None, help="Où mène « Quitter vite » (la page du français par défaut).")
@click.option("--dry-run", is_flag=True, help="Montre ce qui serait écrit, n’écrit rien.")
@click.pass_obj
def language(root: Path, code: str, name: str | None, leave_to: str | None, dry_run: bool) -> None:
    """Ajoute la langue CODE (es, ro, uk…), cachée : ses entrées, ses fichiers vides, et ce qu’il faut faire ensuite."""
    require_project(root)
    if why := why_refused(code):
        raise click.ClickException(why)
    build, problems = load_build(root, today())
    if build is None:
        click.echo(report(problems), err=True)
        click.echo("Rien n’a été écrit : corrigez d’abord.", err=True)
        raise SystemExit(1)
    known = {declared.code: declared for declared in build.site.record.languages}
    if code in known:
        raise click.ClickException(f"la langue « {code} » est déjà dans {SITE} (status: {known[code].status})")
    _require_free(root, code)
    files = _files(root, build, code, name, leave_to or known[SOURCE].leave_to)
    for path in files:
        click.echo(f"{path} ({'modifié' if (root / path).exists() else 'nouveau'}{', pas écrit' if dry_run else ''})")
    if not dry_run:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode("utf-8"))
    click.echo(f"\n{next_steps(code, _vital(build))}")


def _require_free(root: Path, code: str) -> None:
    """Neither a French page at the address of the language, nor a folder that leads elsewhere."""
    for taken in (root / "docs" / SOURCE / code, root / "docs" / SOURCE / f"{code}.md"):
        if taken.exists():
            raise click.ClickException(
                f"{taken.relative_to(root)} a l’adresse de cette langue ; donnez-lui un autre nom"
            )
    for folder in (root / "docs" / code, root / "data" / code):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise click.ClickException(f"{folder.relative_to(root)} n’est pas un dossier ; ôtez-le")


def _files(root: Path, build: Build, code: str, name: str | None, leave_to: str) -> dict[str, str]:
    """The text of each file to write, by path; files of the language that are there already are kept."""
    if name is not None and (hidden := hidden_character(name)):
        raise click.ClickException(f"--name : {hidden[0]} ; {hidden[1]}")
    if name is not None and not name.isprintable():
        raise click.ClickException("--name : un nom sur une ligne, sans signe invisible")
    try:
        entry = entry_of(code, leave_to, name)
    except ValidationError as error:
        told = error.errors()[0]
        field = ", ".join(str(part) for part in told["loc"]).replace("leave_to", "--leave-to").replace("name", "--name")
        said = told["msg"] if told["type"] == REFUSAL else "n’a pas la forme attendue"
        raise click.ClickException(f"{field} : {said}" if field else said) from None
    made = language_files(
        code,
        (root / "data/interface.yaml").read_text(encoding="utf-8"),
        build.contacts.record.contacts,
        build.topics.record.topics,
    )
    files = {path: text for path, text in made.items() if not (root / path).exists()}
    if code not in build.navigation.built_languages:
        config = config_with(_read(root, CONFIG), code, name or Language(code).name)
        if config is None or code not in parse_navigation(config)[0].built_languages:
            raise click.ClickException(_by_hand(CONFIG, f"- locale: {code}, name: …, build: true"))
        files[CONFIG] = config
    site = site_with(_read(root, SITE), code, entry.leave_to, name)
    loaded, _wrong = parse_data(Site, site or "", SITE)
    if site is None or loaded is None or loaded.record.languages != (*build.site.record.languages, entry):
        raise click.ClickException(_by_hand(SITE, f"- code: {code}, status: hidden, leave_to: {entry.leave_to}"))
    return {**files, SITE: site}


def _read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode("utf-8-sig")


def _by_hand(path: str, entry: str) -> str:
    return f"la liste « languages » de {path} ne se complète pas sans risque ; écrivez-y vous-même « {entry} » (une clé par ligne)"


def _vital(build: Build) -> list[str]:
    """The vital pages of the French, in the order of the menu."""
    order = [address for section in build.navigation.sections for address in section.addresses]
    pages = [page.document for page in build.documents if page.meta.vital and page.document.lang == SOURCE]
    last = len(order)
    return [
        page.path
        for page in sorted(pages, key=lambda p: (order.index(p.address) if p.address in order else last, p.name))
    ]

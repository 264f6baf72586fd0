"""``vigie build`` and its parts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from vigie.cli.check import require_project
from vigie.problems import ProblemsFound, report
from vigie.publish import publish
from vigie.readers.verify import verify_site
from vigie.ready import make_ready, write_fragments
from vigie.today import today


@click.command()
@click.option(
    "--site", "target", type=click.Path(path_type=Path), default=None, help="Dossier du site (site/ par défaut)."
)
@click.pass_obj
def build(root: Path, target: Path | None) -> None:
    """Construit le site : vérifie, construit, vérifie les pages construites."""
    require_project(root)
    target = (target or root / "site").resolve()
    if target.exists() and not target.is_dir():
        raise click.ClickException(f"{target} est un fichier ; choisissez un dossier")
    if target in (root, *root.parents) or (target.is_relative_to(root) and target != root / "site" and target.exists()):
        raise click.ClickException(f"{target} n’est pas un dossier pour le site ; choisissez site/, ou un dossier neuf")
    if target.exists() and any(target.iterdir()) and not (target / "assets" / "leave.js").is_file():
        raise click.ClickException(
            f"{target} contient autre chose qu’un site d’ici ; rien n’y a été touché : choisissez un dossier neuf"
        )
    try:
        publish(root, target)
    except ProblemsFound as found:
        click.echo(str(found), err=True)
        raise SystemExit(1) from None
    except click.ClickException as stopped:  # MkDocs' own way of stopping
        click.echo(stopped.format_message(), err=True)
        raise SystemExit(1) from None
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Site construit : {pages} pages dans {target}")
    click.echo("Pour le voir : make serve, puis http://127.0.0.1:8000/")


@click.command("build-pages")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def build_pages(root: Path, folder: Path) -> None:
    """Écrit dans FOLDER le contenu de chaque page, sans MkDocs."""
    require_project(root)
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} est un fichier ; choisissez un dossier")
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise click.ClickException(f"{folder} n’est pas vide ; choisissez un dossier neuf")
    try:
        count = write_fragments(make_ready(root, today()), folder)
    except ProblemsFound as found:
        click.echo(str(found), err=True)
        raise SystemExit(1) from None
    (folder / MARK).write_text("Dossier écrit par « vigie build-pages » ; il peut être effacé.\n", encoding="utf-8")
    click.echo(f"{count} contenus de pages écrits dans {folder}")


MARK = ".vigie-pages"
"""Left in a folder that we wrote, so that the next run may empty it, and only it."""


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def verify(folder: Path) -> None:
    """Vérifie les pages construites de FOLDER (le dossier site/)."""
    problems = verify_site(folder.resolve())
    if problems:
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    click.echo("Pages construites : aucun problème.")


@click.command()
@click.option("--port", default=8000, show_default=True, help="Port sur cette machine.")
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Montre le site sur cette machine et le reconstruit à chaque modification."""
    require_project(root)
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(root / "mkdocs.yml")]
    command += ["--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    raise SystemExit(subprocess.call(command, cwd=root, env=environment))  # noqa: S603 - our own command

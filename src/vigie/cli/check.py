"""``vigie check``: every problem at once, before anything is written."""

from __future__ import annotations

from pathlib import Path

import click

from vigie import strict_yaml
from vigie.data_files import load_data
from vigie.forges import github_annotations, gitlab_report
from vigie.history import HistoryNotRead, names_at, text_at
from vigie.load_build import load_build
from vigie.measures.model import Ledger
from vigie.measures.since import since as lost_since
from vigie.problems import Problem, ProblemsFound, blocking, report
from vigie.ready import make_ready
from vigie.redirects.lost import no_old_address_lost_its_line
from vigie.redirects.since import no_published_page_has_vanished
from vigie.site.pages import all_pages
from vigie.site.publication import missing_for_publication
from vigie.today import today


def require_project(root: Path) -> None:
    """Refuse (``ClickException``) to work anywhere but in the project: nothing is read or written elsewhere."""
    if not (root / "mkdocs.yml").is_file():
        raise click.ClickException(f"il n’y a pas de mkdocs.yml dans {root} ; allez dans le dossier du projet")


def problems_of(root: Path, *, public: bool = False) -> list[Problem]:
    """All problems of the project at ``root``; ``public`` adds what it lacks before the collectif may sign it."""
    try:
        ready = make_ready(root, today())
    except ProblemsFound as found:
        return list(found.problems)
    return [*ready.warnings, *(missing_for_publication(ready.build) if public else [])]


def problems_since(root: Path, reference: str) -> list[Problem]:
    """What the ledger and the pages lost since ``reference``; ``ClickException`` when the history cannot be read."""
    try:
        return [*_ledger_since(root, reference), *_pages_since(root, reference)]
    except HistoryNotRead as told:
        raise click.ClickException(str(told)) from None


def _pages_since(root: Path, reference: str) -> list[Problem]:
    """Pages that vanished without a redirect, and redirects that did; none while the project itself cannot be read."""
    names = names_at(root, reference, "docs")
    build, _told_elsewhere = load_build(root, today())
    if build is None:
        return []
    index = all_pages(build)
    before = _read_at(root, reference, "data/redirects.yaml")
    return [
        *no_published_page_has_vanished(build, index, names, lambda name: text_at(root, reference, name)),
        *(no_old_address_lost_its_line(build, index, before) if before else []),
    ]


def _ledger_since(root: Path, reference: str) -> list[Problem]:
    """What the ledger lost or rewrote."""
    path = "data/measures.yaml"
    before = _read_at(root, reference, path)
    now, _told_elsewhere = load_data(Ledger, root, path)
    return lost_since(before, now) if before and now else []


def _read_at(root: Path, reference: str, path: str) -> strict_yaml.Located | None:
    """The data of ``path`` at ``reference``; None when the file was not there yet."""
    text = text_at(root, reference, path)
    if text is None:
        return None
    before, unreadable = strict_yaml.load(text, path)
    if unreadable:
        raise click.ClickException(f"{path} ne se lit pas à « {reference} » ; choisissez une autre référence")
    return before


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--github", is_flag=True, help="Écrit aussi les problèmes comme annotations de GitHub.")
@click.option(
    "--gitlab",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FICHIER",
    help="Écrit aussi les problèmes dans ce fichier, comme un rapport de qualité de GitLab.",
)
@click.option("--public", is_flag=True, help="Dit aussi ce qui manque avant que le collectif signe le site.")
@click.option(
    "--since",
    metavar="REF",
    help="Dit aussi ce que le registre a perdu ou récrit, et quelles pages ou anciennes adresses ont disparu, depuis REF, une référence de git.",
)
@click.pass_obj
def check(
    root: Path, paths: tuple[Path, ...], github: bool, gitlab: Path | None, public: bool, since: str | None
) -> None:
    """Vérifie les mots et les faits ; avec PATHS, ne montre que les problèmes de ces fichiers."""
    require_project(root)
    wanted = [_wanted(path, root) for path in paths]
    problems = problems_of(root, public=public)
    if since is not None:
        problems += problems_since(root, since)
    if wanted:
        problems = [p for p in problems if any((root / p.path).resolve().is_relative_to(w) for w in wanted)]
    if gitlab is not None:
        _write(gitlab, gitlab_report(problems))
    if not problems:
        click.echo("Aucun problème.")
        return
    click.echo(report(problems), err=bool(blocking(problems)))
    if github:
        for line in github_annotations(problems):
            click.echo(line)
    if blocking(problems):
        raise SystemExit(1)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise click.ClickException(f"{path} ne s’écrit pas là ; choisissez un autre dossier") from None


def _wanted(path: Path, root: Path) -> Path:
    """A file or folder of the project, named from here or from its root; a slip of the finger is not « no problem »."""
    for found in (path.resolve(), (root / path).resolve()):
        if found.exists() and found.is_relative_to(root):
            return found
    raise click.ClickException(f"« {path} » n’est pas dans le projet ; vérifiez ce chemin")

"""``vigie export --xlsx``: the ledger as a workbook to edit."""

from __future__ import annotations

from pathlib import Path

import click

from vigie import strict_yaml
from vigie.cli.check import require_project
from vigie.data_files import parse_data
from vigie.measures.exchange.workbook import workbook_bytes
from vigie.measures.model import Ledger
from vigie.problems import report
from vigie.reading import read_text

LEDGER = "data/measures.yaml"


@click.command()
@click.option(
    "--xlsx",
    "path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Le classeur à écrire, par exemple registre.xlsx.",
)
@click.option("--force", is_flag=True, help="Remplace le fichier s’il existe déjà.")
@click.pass_obj
def export(root: Path, path: Path, force: bool) -> None:
    """Écrit le registre dans un classeur, pour le modifier dans un tableur (voir « vigie import »)."""
    require_project(root)
    if path.suffix.lower() != ".xlsx":
        raise click.ClickException(f"« {path.name} » : le nom d’un classeur finit par .xlsx")
    if path.is_symlink() or (_exists(path) and not force):
        raise click.ClickException(f"{path} existe déjà ; choisissez un autre nom, ou ajoutez --force")
    if not path.parent.is_dir():
        raise click.ClickException(f"le dossier {path.parent} n’existe pas ; créez-le d’abord")
    text, problems = read_text(root / LEDGER, root)
    if not problems:
        problems = parse_data(Ledger, text, LEDGER)[1]
    if problems:
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    try:
        path.write_bytes(workbook_bytes(strict_yaml.load(text, LEDGER)[0].value))
    except OSError as error:
        raise click.ClickException(
            f"{path.name[:80]} ne s’écrit pas là ; choisissez un autre dossier ou un nom court"
        ) from error
    click.echo(f"{path} est prêt : modifiez-le, puis « vigie import {path} --dry-run ».")


def _exists(path: Path) -> bool:
    """Whether something is there; a name that no disk admits is told when it is written."""
    try:
        return path.exists()
    except OSError:
        return False

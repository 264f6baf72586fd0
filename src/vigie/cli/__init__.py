"""``vigie``: what editors, translators and developers type. Words in French, exit code 1 when something is refused."""

from __future__ import annotations

from pathlib import Path

import click

from vigie.cli.build import build, build_pages, serve, verify
from vigie.cli.check import check
from vigie.cli.clean import clean
from vigie.cli.deploy import deploy
from vigie.cli.export import export
from vigie.cli.import_file import import_file
from vigie.cli.new import new
from vigie.cli.new_language import language as _new_language  # noqa: F401 - joins the group « new »
from vigie.cli.schedule import schedule
from vigie.cli.schema import schema
from vigie.cli.sheets import import_sheet, sheet
from vigie.cli.todo import todo
from vigie.cli.translations import diff, done, minor, start


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Dossier du projet (celui de mkdocs.yml).",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Outils du site : vérifier, construire, écrire un nouveau texte."""
    context.obj = root.resolve()


_COMMANDS = (
    check, build, build_pages, verify, serve, new, clean, schedule, todo, schema, deploy, export, import_file,
    diff, done, minor, start, sheet, import_sheet,
)  # fmt: skip
for command in _COMMANDS:
    main.add_command(command)

"""``vigie import``: a workbook, a CSV file or the tables of a DOCX into the ledger; the difference first, all or nothing."""

from __future__ import annotations

from pathlib import Path

import click

from vigie.cli.check import require_project
from vigie.cli.export import LEDGER
from vigie.data_files import load_data
from vigie.measures.exchange.bring_in import Outcome, bring_in
from vigie.measures.exchange.column_map import ColumnMap, load_column_map
from vigie.measures.exchange.read_tables import read_tables
from vigie.problems import report
from vigie.reading import read_text
from vigie.refused_hosts import RefusedHosts
from vigie.today import today
from vigie.writing import replace_file

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("path", metavar="FILE", type=_FILE)
@click.option(
    "--map", "map_path", type=_FILE, default=None, help="La carte des colonnes d’un tableau qui n’est pas le nôtre."
)
@click.option("--dry-run", is_flag=True, help="Montre ce qui changerait, n’écrit rien.")
@click.pass_obj
def import_file(root: Path, path: Path, map_path: Path | None, dry_run: bool) -> None:
    """Fait entrer FILE (.xlsx, .csv ou .docx) dans le registre : montre la différence, puis écrit si tout est juste."""
    require_project(root)
    column_map = _column_map(map_path)
    raw = (root / LEDGER).read_bytes() if (root / LEDGER).is_file() else b""
    text, problems = read_text(root / LEDGER, root)
    hosts, of_hosts = load_data(RefusedHosts, root, "data/refused_hosts.yaml")
    if problems or hosts is None:
        click.echo(report([*problems, *of_hosts]), err=True)
        raise SystemExit(1)
    tables, unread = read_tables(path)
    if unread and not tables:
        outcome = Outcome(None, [], "", unread)
    else:
        outcome = bring_in(
            text, LEDGER, tables, path.name, refused_hosts=hosts.record, today=today(), column_map=column_map
        )
        outcome = Outcome(outcome.text, outcome.summary, outcome.difference, [*unread, *outcome.remarks])
    _show(outcome)
    if outcome.text is None:
        click.echo("Import refusé : rien n’a été écrit.", err=True)
        raise SystemExit(1)
    if outcome.text == text:
        click.echo("Aucun changement.")
    elif dry_run:
        click.echo("Essai seulement : rien n’a été écrit. Relancez sans --dry-run pour écrire.")
    else:
        _write(root / LEDGER, raw, text, outcome.text)
        click.echo(f"{LEDGER} est à jour : relisez la différence, puis « make check ».")


def _column_map(path: Path | None) -> ColumnMap | None:
    if path is None:
        return None
    column_map, problems = load_column_map(path)
    if column_map is None:
        click.echo(report(problems), err=True)
        click.echo("Import refusé : rien n’a été écrit.", err=True)
        raise SystemExit(1)
    return column_map


def _show(outcome: Outcome) -> None:
    for line in outcome.summary:
        click.echo(line)
    if outcome.difference:
        click.echo(f"\n{outcome.difference}")
    for remark in sorted(outcome.remarks, key=lambda found: found.blocking):
        click.echo(str(remark), err=True)


def _write(path: Path, raw: bytes, old: str, new: str) -> None:
    """All or nothing, with the line ends that the file has; refuses if somebody has written in it meanwhile."""
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    ends = b"\r\n" if b"\r\n" in raw else b"\n"
    as_bytes = {text: mark + text.encode().replace(b"\n", ends) for text in (old, new)}
    if as_bytes[old] != raw or not replace_file(path, raw, as_bytes[new]):
        raise click.ClickException(
            f"{LEDGER} vient de changer, ou mêle deux sortes de fins de lignes ; rien n’a été écrit"
        )

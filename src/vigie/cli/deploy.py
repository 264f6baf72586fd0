"""``vigie deploy``: the servers' configurations, generated from the list of headers, ``data/site.yaml`` and ``data/redirects.yaml``."""

from __future__ import annotations

from pathlib import Path

import click

from vigie.cli.check import require_project
from vigie.load_build import load_build
from vigie.problems import report
from vigie.readers.servers import deploy_files
from vigie.redirects.settled import settled
from vigie.site.pages import all_pages
from vigie.today import today


@click.command()
@click.pass_obj
def deploy(root: Path) -> None:
    """Réécrit deploy/ (nginx, Caddy) d’après les en-têtes, data/site.yaml et data/redirects.yaml."""
    require_project(root)
    build, problems = load_build(root, today())
    if build is None:
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    files = deploy_files(build.site.record, settled(build, all_pages(build)))
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    click.echo(f"{len(files)} configurations écrites dans deploy/ ; mode d’emploi : deploy/README.md")

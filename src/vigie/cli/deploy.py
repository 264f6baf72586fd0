"""``vigie deploy``: the servers' configurations, generated from the list of headers, ``data/site.yaml`` and ``data/redirects.yaml``."""

from __future__ import annotations

from pathlib import Path

import click

from vigie.cli.check import require_project
from vigie.data_files import load_data
from vigie.problems import report
from vigie.readers.servers import deploy_files
from vigie.redirects.model import Redirects
from vigie.site.model import Site


@click.command()
@click.pass_obj
def deploy(root: Path) -> None:
    """Réécrit deploy/ (nginx, Caddy) d’après les en-têtes, data/site.yaml et data/redirects.yaml."""
    require_project(root)
    site, problems = load_data(Site, root, "data/site.yaml")
    redirects, wrong = load_data(Redirects, root, "data/redirects.yaml")
    if site is None or redirects is None:
        click.echo(report([*problems, *wrong]), err=True)
        raise SystemExit(1)
    files = deploy_files(site.record, redirects.record)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    click.echo(f"{len(files)} configurations écrites dans deploy/ ; mode d’emploi : deploy/README.md")

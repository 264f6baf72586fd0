"""``vigie todo``: what waits for a person, the most harmful first."""

from __future__ import annotations

from pathlib import Path

import click

from vigie.cli.check import require_project
from vigie.load_build import load_build
from vigie.problems import blocking, report
from vigie.site.todo import tasks
from vigie.today import today


@click.command()
@click.argument("lang", required=False)
@click.pass_obj
def todo(root: Path, lang: str | None) -> None:
    """Ce qui reste à vérifier, relire, traduire, compléter ; avec LANG, seulement cette langue."""
    require_project(root)
    build, problems = load_build(root, today())
    if build is None or blocking(problems):
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    if lang and lang not in build.interfaces:
        raise click.ClickException(
            f"la langue « {lang} » n’est pas dans data/site.yaml ; langues : {', '.join(build.interfaces)}"
        )
    found = [task for task in tasks(build) if lang is None or task.lang == lang]
    for task in found:
        click.echo(f"\n{task.title} : {len(task.places)}")
        for place in task.places:
            click.echo(f"  - {place}")
    if not found:
        click.echo("Rien n’attend.")

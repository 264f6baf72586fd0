"""``vigie schedule``: what appears, happens and leaves by itself, by day; and the drafts that wait."""

from __future__ import annotations

import datetime
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from vigie.cli.check import require_project
from vigie.languages import SOURCE, Language
from vigie.load_build import load_build
from vigie.news.model import Post
from vigie.news.schedule import Moment, late, moments, waiting
from vigie.problems import blocking, report, visible
from vigie.today import today
from vigie.values import Day

_WORDS = {"appears": "paraît", "happens": "a lieu", "leaves": "quitte les listes"}


@click.command()
@click.option("--on", "day", metavar="AAAA-MM-JJ", help="Seulement ce qui change d’ici à ce jour, compris.")
@click.pass_obj
def schedule(root: Path, day: str | None) -> None:
    """Ce qui paraîtra, aura lieu et quittera les listes de soi-même, par date ; et les brouillons qui attendent."""
    require_project(root)
    now = today()
    until = _until(day, now)
    build, problems = load_build(root, now)
    if build is None or blocking(problems):
        click.echo(report(problems), err=True)
        raise SystemExit(1)
    found = moments(build.posts, now, until)
    french = Language(SOURCE)
    end = f"D’ici au {french.date(until)}" if until else "À venir"
    click.echo(f"{end} (nous sommes le {french.date(now)}) : {len(found) or 'rien'}")
    for moment in found:
        click.echo(_line(moment))
    drafts = waiting(build.posts)
    if drafts:
        click.echo(f"\nBrouillons, qu’aucune date ne fait paraître : {len(drafts)}")
    for post in drafts:
        click.echo(f"  {_named(post)}{_meant(post, now)}")


def _until(day: str | None, now: datetime.date) -> datetime.date | None:
    if day is None:
        return None
    try:
        until = TypeAdapter[datetime.date](Day).validate_python(day)
    except ValidationError:
        raise click.ClickException(f"« {day} » n’est pas un jour ; écrivez par exemple 2026-12-01") from None
    if until < now:
        raise click.ClickException(f"« {day} » est passé ; donnez un jour à venir (nous sommes le {now})")
    return until


def _line(moment: Moment) -> str:
    what = _WORDS[moment.what] + (f" à {moment.hour}" if moment.hour else "")
    return f"  {moment.day}  {what:<18} {_named(moment.post)}"


def _named(post: Post) -> str:
    return visible(f"{post.document.path} « {post.meta.title} »")


def _meant(post: Post, now: datetime.date) -> str:
    if post.meta.publish_on is None:
        return ""
    told = "devait paraître" if late(post, now) else "parution voulue"
    return f" ({told} le {post.meta.publish_on} : ôtez « draft: true »)"

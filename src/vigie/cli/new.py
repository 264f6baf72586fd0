"""``vigie new post``: a file that passes the check once its blanks are filled, every key commented."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path
from typing import get_args

import click
from pydantic import TypeAdapter, ValidationError

from vigie.cli.check import require_project
from vigie.data_files import load_data
from vigie.measures.model import Ledger
from vigie.news.model import Category, Folder, date_in_name
from vigie.news.new_text import Known, new_text
from vigie.site.model import Topics
from vigie.slugs import slug
from vigie.today import today
from vigie.values import Day, PlainText

_UNREADABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Categories of Unicode: controls, direction marks, halves of letters, line ends."""
_A_DAY = TypeAdapter[datetime.date](Day)
_A_TITLE = TypeAdapter[str](PlainText)
"""What the check asks of a title: refused at once, not once the file is written."""
_FIRST_YEAR = 2000
_AHEAD = datetime.timedelta(days=366)
"""A text may be prepared a year before its day; more is a slip of the finger."""


@click.group()
def new() -> None:
    """Crée un nouveau fichier."""


@new.command("post")
@click.argument("title")
@click.option("--date", "day", default=None, help="Date de l’actualité, AAAA-MM-JJ (aujourd’hui par défaut).")
@click.option(
    "--category", type=click.Choice(get_args(Category)), help="Catégorie de l’actualité (rencontre par défaut)."
)
@click.option(
    "--plaidoyer",
    "month",
    metavar="AAAA-MM",
    default=None,
    help="Un résumé de plaidoyer de ce mois, au lieu d’une actualité ; un second du même mois : 2024-06-epu.",
)
@click.option("--dry-run", is_flag=True, help="Montre le fichier sans l’écrire.")
@click.pass_obj
def post(root: Path, title: str, day: str | None, category: str | None, month: str | None, dry_run: bool) -> None:
    """Prépare une actualité, ou un résumé de plaidoyer : un fichier commenté, avec les identifiants que l’on peut citer."""
    require_project(root)
    if month is not None and (day or category):
        raise click.ClickException(
            "un texte de plaidoyer n’a ni --date ni --category ; donnez son mois : --plaidoyer 2024-06"
        )
    date = _day_of_month(month) if month is not None else _day(day)
    if date.year < _FIRST_YEAR or date > today() + _AHEAD:
        raise click.ClickException(f"« {month or day} » est hors limites ; de l’an {_FIRST_YEAR} à un an d’ici")
    _require_title(title)
    folder: Folder = "actualites" if month is None else "plaidoyer"
    name = month if month is not None else f"{date.isoformat()}-{_words(title)}"
    _require_free(root, f"{folder}/{name}.md")
    path = root / "docs" / "fr" / folder / f"{name}.md"
    shown = path.relative_to(root).as_posix()
    text = new_text(title, folder, date, category or "rencontre", _known(root))
    if dry_run:
        click.echo(f"{shown} (pas écrit)\n\n{text}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"{shown} est prêt : complétez-le, puis « make check ».")


def _day(written: str | None) -> datetime.date:
    if written is None:
        return today()
    try:
        return _A_DAY.validate_python(written)
    except ValidationError:
        raise click.ClickException(f"« {written} » n’est pas un jour ; écrivez par exemple 2024-07-03") from None


def _day_of_month(written: str) -> datetime.date:
    """The first day of the month that the name of a plaidoyer's file begins with."""
    date = date_in_name("plaidoyer", written)
    if date is None:
        raise click.ClickException(
            f"« {written[:60]} » n’est pas un mois ; écrivez par exemple 2024-06, ou 2024-06-epu"
        )
    return date.first_day


def _require_title(title: str) -> None:
    if len(title) > 110 or any(sign in "<>\ufffd" or unicodedata.category(sign) in _UNREADABLE for sign in title):
        raise click.ClickException(
            "titre de 110 caractères au plus, sur une ligne, sans « < », « > » ni signe invisible"
        )
    if not any(sign.isalnum() for sign in title):
        raise click.ClickException("ce titre ne donne pas d’adresse ; ajoutez-y au moins un mot en lettres latines")
    try:
        _A_TITLE.validate_python(title)
    except ValidationError as error:
        raise click.ClickException(error.errors()[0]["msg"]) from None


def _words(title: str) -> str:
    words = slug(title)
    if not words:
        raise click.ClickException("ce titre ne donne pas d’adresse ; ajoutez-y au moins un mot en lettres latines")
    return words


def _require_free(root: Path, name: str) -> None:
    """The same name in another language would make of the new text the French of something else."""
    for path in sorted((root / "docs").glob(f"*/{name}")) or [root / "docs" / "fr" / name]:
        if path.exists() or path.is_symlink():
            shown = path.relative_to(root).as_posix()
            raise click.ClickException(f"{shown} existe déjà ; changez le titre, la date ou le mois")


def _known(root: Path) -> Known:
    """What may be cited; nothing of a file that cannot be read: « vigie check » says why."""
    ledger, _told_by_check = load_data(Ledger, root, "data/measures.yaml")
    topics, _told_by_check = load_data(Topics, root, "data/topics.yaml")
    return Known(
        tuple((measure.id, measure.label) for measure in ledger.record.measures) if ledger else (),
        tuple((topic.id, topic.label) for topic in topics.record.topics) if topics else (),
    )

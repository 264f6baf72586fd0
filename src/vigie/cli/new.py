"""``vigie new post``: a file that passes the check once its blanks are filled, every key commented."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path
from typing import get_args

import click

from vigie.cli.check import require_project
from vigie.news.model import Category
from vigie.slugs import slug
from vigie.today import today

_TEMPLATE = """---
title: "{title}"
# Une phrase, 300 caractères au plus : elle paraît dans les listes.
description: "À ÉCRIRE"
# Une seule : {categories}
category: {category}
# Identifiants des contenus du plan dont parle le texte (voir data/measures.yaml), ou rien.
measures: []
# Sujets (voir data/topics.yaml), ou rien.
topics: []
# D’où viennent les faits : nom du document, adresse de l’original, date.
sources:
  - {{title: "À ÉCRIRE", url: null, date: {day}}}
# true : le texte ne paraît pas encore. Ôtez cette ligne pour publier.
draft: true
---

Écrivez ici deux ou trois paragraphes courts.
"""


_UNREADABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Categories of Unicode: controls, direction marks, halves of letters, line ends."""


@click.group()
def new() -> None:
    """Crée un nouveau fichier."""


@new.command("post")
@click.argument("title")
@click.option("--date", "day", default=None, help="Date du texte, AAAA-MM-JJ (aujourd’hui par défaut).")
@click.option(
    "--category", type=click.Choice(get_args(Category)), default="rencontre", show_default=True, help="Catégorie."
)
@click.option("--dry-run", is_flag=True, help="Montre le fichier sans l’écrire.")
@click.pass_obj
def post(root: Path, title: str, day: str | None, category: str, dry_run: bool) -> None:
    """Prépare une actualité : un fichier commenté dans docs/fr/actualites/."""
    require_project(root)
    try:
        date = datetime.date.fromisoformat(day) if day else today()
    except ValueError:
        raise click.ClickException(f"« {day} » n’est pas un jour ; écrivez par exemple 2024-07-03") from None
    if len(title) > 110 or any(sign in "<>\ufffd" or unicodedata.category(sign) in _UNREADABLE for sign in title):
        raise click.ClickException(
            "titre de 110 caractères au plus, sur une ligne, sans « < », « > » ni signe invisible"
        )
    name = slug(title)
    if not name:
        raise click.ClickException("ce titre ne donne pas d’adresse ; ajoutez-y au moins un mot en lettres latines")
    path = root / "docs" / "fr" / "actualites" / f"{date.isoformat()}-{name}.md"
    shown = path.relative_to(root).as_posix()
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    text = _TEMPLATE.format(
        title=quoted, categories=", ".join(get_args(Category)), category=category, day=date.isoformat()
    )
    if path.exists() or path.is_symlink():
        raise click.ClickException(f"{shown} existe déjà ; changez le titre ou la date")
    if dry_run:
        click.echo(f"{shown} (pas écrit)\n\n{text}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"{shown} est prêt : complétez-le, puis « make check ».")

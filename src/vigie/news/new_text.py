"""The file of a new dated text: what to fill in, and every other key, explained, one « # » away. Words in, words out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from vigie.news.model import Category, Folder
from vigie.placeholders import TO_WRITE
from vigie.problems import visible

_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Known:
    """What a text may cite: id and label of the contents of the plan, and of the topics, in the order of their files."""

    measures: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()


def new_text(title: str, folder: Folder, day: datetime.date, category: str, known: Known) -> str:
    """A text of ``folder`` entitled ``title``; ``day`` is its date, or the first of its month (plaidoyer)."""
    lines = [
        f"title: {_quoted(title)}",
        "# Une phrase, 300 caractères au plus : elle paraît dans les listes.",
        f"description: {_quoted(TO_WRITE)}",
        *_category(folder, category),
        *_ids(
            "measures", "Contenus du plan dont parle le texte, ou rien. Par exemple : [observatoire]", known.measures
        ),
        *_ids("topics", "Sujets, ou rien.", known.topics),
        *_sources(folder, day),
        "# true : le texte ne paraît pas encore. Ôtez cette ligne pour publier.",
        "draft: true",
        "",
        "# Ce qui suit ne sert pas toujours. Pour vous en servir : ôtez le « # » du début de la ligne.",
        *_others(day),
    ]
    body = f"{TO_WRITE} : deux ou trois paragraphes courts."
    if folder == "plaidoyer":
        body = f"{TO_WRITE} : un résumé, en deux ou trois paragraphes courts, dans nos mots et non dans ceux de l’original."
    return "\n".join(["---", *lines, "---", "", body, ""])


def _category(folder: Folder, category: str) -> list[str]:
    if folder == "plaidoyer":
        return []
    return [f"# Une seule : {', '.join(get_args(Category))}.", f"category: {category}"]


def _ids(key: str, explained: str, known: Iterable[tuple[str, str]]) -> list[str]:
    """The key, empty, after the ids that it may hold."""
    listed = [f"# - {id_} : {_short(label)}" for id_, label in known]
    return [f"# {explained}", *(["# Identifiants connus :", *listed] if listed else []), f"{key}: []"]


def _sources(folder: Folder, day: datetime.date) -> list[str]:
    if folder == "plaidoyer":
        return [
            "# D’abord la page d’origine, avec son adresse à la place de null : le site dit « Résumé », et y renvoie.",
            "sources:",
            f"  - {{title: {_quoted(TO_WRITE)}, url: null, date: {day:%Y-%m}}}",
        ]
    return [
        "# D’où viennent les faits : nom du document, adresse de l’original (null si elle est perdue), date.",
        "sources:",
        f"  - {{title: {_quoted(TO_WRITE)}, url: null, date: {day}}}",
    ]


def _others(day: datetime.date) -> list[str]:
    """Keys that few texts need: « # » then a space is a word to editors, « # » alone hides a line to use."""
    later = day + datetime.timedelta(days=30)
    return [
        "# Le texte paraît ce jour-là, de lui-même (la nuit, heure de Paris).",
        f"#publish_on: {day}",
        "# Le texte quitte les listes ce jour-là ; sa page reste, avec une note.",
        f"#expire_on: {later}",
        "# Jour de la dernière correction de fond (pas d’une faute d’orthographe).",
        f"#updated_on: {day}",
        "# Un événement : heure de Paris ; lieu public, jamais un lieu d’accueil.",
        "#event:",
        f"#  start: {day} 18:30",
        f"#  end: {day} 20:00",
        f"#  place: {_quoted(TO_WRITE)}",
        "#  online: null",
        "# Des documents PDF, à côté de ce fichier ; titre et langue sont ceux du document.",
        "#attachments:",
        f"#  - {{file: rapport.pdf, title: {_quoted(TO_WRITE)}, language: fr}}",
        "# Si le texte vient de la publication d’un autre organisme : qui, et où.",
        f'#based_on: {{publisher: {_quoted(TO_WRITE)}, url: "https://www.exemple.org/page"}}',
        "# true : titre neutre dans les onglets et les aperçus.",
        "#sensitive: true",
        '# Si le texte dit le droit : null tant que personne n’a relu, puis {role: "avocate", date: 2024-07-03}.',
        "#legal_review: null",
    ]


def _short(label: str) -> str:
    """On one line, not too long: a label never begins a line of its own."""
    words = visible(" ".join(label.split()))
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rstrip() + "…"


def _quoted(words: str) -> str:
    """Between straight quotation marks, as YAML reads them (it reads JSON's)."""
    return json.dumps(words, ensure_ascii=False)

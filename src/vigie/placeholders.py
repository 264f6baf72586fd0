"""What an author meant to fill in or clean before publishing: it never reaches the public.

The texts that editors paste end with « [Joindre en pdf l'intervention] », « le lien suivant » without a link, or an
address that tells who shared it (``utm_…``). Each is refused on its line.
"""

from __future__ import annotations

import re

from vigie.documents import Document, front_value
from vigie.pasted.addresses import TRACKS
from vigie.problems import Problem

TO_WRITE = "À ÉCRIRE"
"""What ``vigie new`` leaves where a person must write."""
TO_TRANSLATE = "À TRADUIRE"
"""What ``vigie start`` leaves before each passage in French."""
_WAITING = ((TO_WRITE, "écrivez le texte"), (TO_TRANSLATE, "traduisez ce passage, et ôtez la marque"))

_BRACKET = re.compile(r"(?<![\]\\])\[(?P<words>[^\]\[]{2,})\](?!\()")
_EMPTY_LINK = re.compile(r"\[[^\]]*\]\(\s*\)")
_HERE = re.compile(
    r"\[(?:ici|cliquez ici|cliquer ici|lien|ce lien|le lien suivant|lien suivant|en savoir plus)\]\(", re.IGNORECASE
)
_HERE_WITHOUT_LINK = re.compile(
    r"\b(?:(?:sur )?le lien suivant|cliquez (?:ici|sur (?:ce|le) lien)|(?:lien|voir) ci-dessous|voir l[’']article correspondant)\b(?!\]\()",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`]*`")
_HEADING_ATTRIBUTES = re.compile(r"\{[^}]*\}\s*$")

_RULES = (
    (_HERE_WITHOUT_LINK, "« {found} », mais il n’y a pas de lien", "écrivez le lien : [titre de la page](adresse)"),
    (
        _BRACKET,
        "crochets laissés ouverts : « {found} »",
        "complétez : un lien [mots](adresse), ou le texte sans crochets",
    ),
    (_EMPTY_LINK, "lien sans adresse : « {found} »", "mettez l’adresse entre les parenthèses, ou ôtez le lien"),
    (_HERE, "« {found} » ne dit pas où mène le lien", "écrivez le titre de la page où il mène"),
    (
        TRACKS,
        "cette adresse suit le lecteur (« {found} »)",
        "gardez l’adresse jusqu’au « ? », ou l’adresse d’origine",
    ),
)


def check_placeholders(document: Document) -> list[Problem]:
    """Every leftover of a text; a draft (``draft: true``) may keep them until it is published."""
    return [] if front_value(document, "draft") is True else find_placeholders(document)


def find_placeholders(document: Document) -> list[Problem]:
    """Every leftover of a text, draft or not."""
    problems = _to_write(document)
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        text = _HEADING_ATTRIBUTES.sub("", _CODE.sub("", line))
        for pattern, what, mend in _RULES:
            if match := pattern.search(text):
                problems.append(Problem(document.path, number, what.format(found=match.group()[:60]), mend))
    return problems


def _to_write(document: Document) -> list[Problem]:
    return [problem for mark, mend in _WAITING for problem in _marked(document, mark, mend)]


def _marked(document: Document, mark: str, mend: str) -> list[Problem]:
    found = [location for location in document.front.lines if mark in str(_value(document, location))]
    places = {document.front.line(location) for location in found if isinstance(_value(document, location), str)}
    lines = [n for n, line in enumerate(document.body.split("\n"), start=document.body_line) if mark in line]
    return [Problem(document.path, line, f"« {mark} » attend toujours", mend) for line in sorted({*places, *lines})]


def _value(document: Document, location: tuple[str | int, ...]) -> object:
    value: object = document.front.value
    for part in location:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            return None
    return value

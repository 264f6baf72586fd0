"""What must not stand in a text: numbers to dial that nobody verified, private addresses, copies of other sites."""

from __future__ import annotations

import re
from collections.abc import Collection

from vigie.documents import Document
from vigie.measures.load import RefusedHosts
from vigie.problems import Problem

LONGEST_NUMBER = 7
"""A number of eight digits or more in a text is most likely a phone number (specification of translations)."""

_NUMBER = re.compile(r"\+?\d(?:[\d \u00A0\u202F.\-/()]*\d)?")
_SPACES = r"[ \u00A0\u202F]"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{4}|(?:19|20)\d{2}/\d+")
_LINK_TARGET = re.compile(r"\]\([^)]*\)|<https?://[^>]*>")
_CONTACT = re.compile(r"\[[^\]]*\]\(contact:[^)]*\)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESS = re.compile(r"https?://[^\s)>\"]+")


def check_prose(document: Document, addresses: Collection[str], refused: RefusedHosts) -> list[Problem]:
    """Every rule of a body, line by line."""
    problems: list[Problem] = []
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        problems += _no_number_to_dial(line, document.path, number)
        problems += _no_private_address(line, document.path, number, addresses)
        problems += _no_copy(line, document.path, number, refused)
    return problems


def _no_number_to_dial(line: str, path: str, number: int) -> list[Problem]:
    text = _LINK_TARGET.sub("](", _CONTACT.sub("", line))
    for match in _NUMBER.finditer(_DATE.sub("", text)):
        if sum(c.isdigit() for c in match.group()) <= LONGEST_NUMBER:
            continue
        following = text[text.find(match.group()) + len(match.group()) :]
        if re.match(rf"{_SPACES}?(?:€|euros|%)", following):
            continue
        mend = "un numéro d’aide s’écrit [119](contact:119) ; les autres n’ont pas leur place ici"
        return [Problem(path, number, f"« {match.group().strip()} » ressemble à un numéro de téléphone", mend)]
    return []


def _no_private_address(line: str, path: str, number: int, addresses: Collection[str]) -> list[Problem]:
    return [
        Problem(
            path,
            number,
            f"l’adresse « {found} » n’est pas celle du collectif",
            f"écrivez {', '.join(sorted(addresses))}",
        )
        for found in sorted(set(_EMAIL.findall(line)))
        if found.rstrip(".").lower() not in addresses
    ]


def _no_copy(line: str, path: str, number: int, refused: RefusedHosts) -> list[Problem]:
    return [
        Problem(path, number, f"ce site ne se cite pas ({why})", "liez l’original, ou nommez le document sans lien")
        for address in _ADDRESS.findall(line)
        if (why := refused.refuses(address))
    ]

"""What must not stand in a text: numbers to dial that nobody verified, private addresses, copies of other sites."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from vigie.documents import Document
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts

LONGEST_NUMBER = 7
"""A number of eight digits or more in a text is most likely a phone number (specification of translations)."""

_NUMBER = re.compile(r"\+?\d{1,2}(?:[–—]\d\d){3,}|\+?\d(?:[\d\s.\-\u2010\u2011·•*_/()]*\d)?")
_YEAR = r"(?:19|20)\d{2}"
_NO_PHONE = re.compile(
    rf"(?<![\d.-]){_YEAR}-\d{{2}}-\d{{2}}(?![\d-])"  # 2024-12-12
    rf"|(?<![\d./-])\d{{1,2}}([/.-])\d{{1,2}}\1{_YEAR}(?![./-]?\d)"  # 12/12/2024
    rf"|(?<![\d.-]){_YEAR}(?:-{_YEAR})*-\d{{4}}(?![\d-])"  # 2024-2027, law 2016-1467
    rf"|(?<!\d){_YEAR}/\d{{1,5}}(?!\d)"  # 2024/1712
    rf"|(?<!\d){_YEAR}(?=\.\s)"  # en 2023. 1 046 personnes
    r"|\s\((?!0\))"  # 1 046 (2 123 l’an passé), but +33 (0)1
)
_AMOUNT = re.compile(r"(?:,\d+)?\s?(?:€|euros?\b|%)")
_LINK_TARGET = re.compile(r"\]\([^)]*\)|<https?://[^>]*>|^\s{0,3}\[[^\]]+\]:\s*\S+")
_CONTACT = re.compile(r"\[[^\]]*\]\(contact:[^)]*\)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESS = re.compile(r"https?://[^\s)>\"]+", re.IGNORECASE)


def check_prose(document: Document, addresses: Collection[str], refused: RefusedHosts) -> list[Problem]:
    """Every rule of a body, line by line."""
    problems: list[Problem] = []
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        problems += _no_number_to_dial(line, document.path, number)
        problems += _no_private_address(line, document.path, number, addresses)
        problems += _no_copy(line, document.path, number, refused)
    return problems


def _no_number_to_dial(line: str, path: str, number: int) -> list[Problem]:
    text = _NO_PHONE.sub("|", _LINK_TARGET.sub("|", _CONTACT.sub("|", unescape(line))))
    for match in _NUMBER.finditer(text):
        if sum(c.isdigit() for c in match.group()) <= LONGEST_NUMBER or _AMOUNT.match(text, match.end()):
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
        for found in sorted(set(_EMAIL.findall(unescape(line))))
        if found.rstrip(".").lower() not in addresses
    ]


def _no_copy(line: str, path: str, number: int, refused: RefusedHosts) -> list[Problem]:
    return [
        Problem(path, number, f"ce site ne se cite pas ({why})", "liez l’original, ou nommez le document sans lien")
        for address in _ADDRESS.findall(line)
        if (why := refused.refuses(address))
    ]

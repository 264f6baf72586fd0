"""What cleaning leaves to a person: all that the check would still say of the text, and what only its author knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from vigie.documents import Document
from vigie.images.check import wrong_words
from vigie.images.model import references
from vigie.languages import SOURCE
from vigie.markdown_text import render_body
from vigie.pasted.check import check_pasted, prose_lines
from vigie.pasted.clean import Cleaned
from vigie.pasted.front import front_and_body
from vigie.pasted.prose import mask
from vigie.pasted.typography import unpaired_quotes
from vigie.placeholders import find_placeholders
from vigie.problems import Problem
from vigie.readers.prose import check_prose
from vigie.reading import hidden_character
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Located

REMINDER = "relisez avec les personnes en tête : aucun nom de personne privée, rien qui situe un lieu d’accueil"
_MAIL = re.compile(
    r"(?:>\s*)?\*{0,2}(?:-{2,}\s*(?:message d[’']origine|message transféré|original message)|(?:de|from)\s?:\*{0,2} .*(?:@|\0)|(?:envoyé|sent)\s?:"
    r"|le .{6,60} a écrit ?:|envoyé (?:de|depuis) mon |get outlook|(?:bien )?cordialement\b|bien à vous\b|--\s*\Z)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:: - |[^\s-] -)(?=[^\W\d_])(?!t-)")
_BARE = re.compile(r"https?://|www\.|lnkd\.in/")
_RULE = re.compile(r" {0,3}-{3,}\s*\Z")
_LETTERS = 40


def remains(cleaned: Cleaned, path: str, lang: str, addresses: Collection[str], refused: RefusedHosts) -> list[Problem]:
    """What is still to do in ``cleaned``, by line; ``addresses`` are those that may be written in a text."""
    head, body = front_and_body(cleaned.text)
    first = head.count("\n") + 1
    document = Document(path, lang, "texte", Located({}), body, first)
    rendered, problems = render_body(body, path, first)
    problems += check_pasted(document)
    problems += check_prose(document, addresses, refused)
    problems += find_placeholders(document)
    for reference in references(document, rendered):
        if wrong := wrong_words(reference):
            problems.append(Problem(path, reference.line, *wrong))
    lines = enumerate(body.split("\n"), start=first)
    problems += [Problem(path, number, *hidden) for number, line in lines if (hidden := hidden_character(line))]
    for number, line in prose_lines(body, first):
        problems += [Problem(path, number, *found) for found in _of_words(line, lang)]
    letters = [_plain(line) for line in body.split("\n")] if cleaned.doubtful else []
    for start in cleaned.doubtful:
        problems.append(Problem(path, first + _index_of(start, letters), *_END_OF_LIST))
    problems += [Problem(path, first + _line_at(body, place), *_NAKED) for place in _naked_addresses(body)]
    return sorted(set(problems))


_END_OF_LIST = (
    "ce point finit une liste que la copie avait mise à plat",
    "coupez-le là où la suite du texte commence",
)
_NAKED = ("cette adresse est nue", "écrivez [titre de la page](adresse)")


def _of_words(line: str, lang: str) -> list[tuple[str, str]]:
    found = []
    if _MAIL.match(line.strip()):
        found.append(("reste d’un courriel (en-tête, formule ou signature)", "ôtez ce qui n’est pas le texte"))
    if _RULE.match(line):
        found.append(("ce trait sépare sans doute deux textes", "un fichier par texte, ou ôtez le trait"))
    if _GLUED.search(line) and lang == SOURCE:
        found.append(("des tirets au milieu de la ligne : une liste mise à plat ?", "une ligne « - … » par point"))
    if lang == SOURCE and unpaired_quotes(line):
        found.append(("guillemets droits sans paire sûre", "écrivez « … » autour de ce qui est cité"))
    return found


def _naked_addresses(body: str) -> list[int]:
    """Where an address stands in the text by itself: readers cannot click it, and it says nothing."""
    masked = mask(body)
    places, position = [], 0
    for rank, (before, kept) in enumerate(zip(masked.text.split("\0"), masked.kept, strict=False)):
        position += len(before)
        if rank in masked.addresses and _BARE.match(kept):
            places.append(position)
        position += len(kept)
    return places


def _line_at(body: str, place: int) -> int:
    return body.count("\n", 0, place)


def _index_of(start: str, letters: Sequence[str]) -> int:
    """The line that begins with the letters of ``start``; the first when the words have changed since."""
    wanted = _plain(start)
    return next((index for index, line in enumerate(letters) if wanted and line.startswith(wanted)), 0)


def _plain(words: str) -> str:
    return re.sub(r"[\W\d_]", "", words)[:_LETTERS]

"""What a paste leaves in a text of the site: the same signs as ``vigie clean`` mends, told on their line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vigie.documents import Document, front_value
from vigie.languages import SOURCE
from vigie.pasted.addresses import is_detour
from vigie.pasted.dates import NUMERIC, in_words, may_be_a_date
from vigie.pasted.hidden import HIDDEN
from vigie.pasted.letters import APART, BROKEN, PSEUDO, unbroken
from vigie.pasted.lines import hashtag
from vigie.pasted.points import lines_with_points
from vigie.pasted.prose import KEPT, mask, too_long
from vigie.pasted.site_words import site_lines
from vigie.pasted.typography import french_line
from vigie.problems import Problem

_SHOWN = 40
_ADDRESS = re.compile(r"https?://[^\s)>\"]+", re.IGNORECASE)


def check_pasted(document: Document) -> list[Problem]:
    """Every rule of one text; code, addresses and markers are no prose. What is only a draft is told, not refused."""
    if KEPT in document.body:
        return []  # told when the file is read
    if first := too_long(document.body):
        mend = "ôtez ce qui se répète, et coupez-le"
        return [Problem(document.path, document.body_line + first - 1, "ce texte est démesuré à partir d’ici", mend)]
    refuses = front_value(document, "draft") is not True
    problems = _in_front(document, blocking=refuses)
    prose = list(prose_lines(document.body, document.body_line))
    for told in (no_word_of_the_copied_site_stays, lists_are_lists):
        for index, of_line in told([line for _number, line in prose]):
            problems.append(Problem(document.path, prose[index][0], of_line, _mend(document), blocking=refuses))
    for number, line in prose:
        if what := no_hashtag(line):
            problems.append(Problem(document.path, number, what, _mend(document), blocking=False))
        for rule in _REFUSED:
            if what := rule(line):
                problems.append(Problem(document.path, number, what, _mend(document), blocking=refuses))
        problems += no_letter_is_lost(document, number, line)
        if document.lang == SOURCE:
            problems += each_date_can_be_read_one_way(document, number, line)
    if document.lang == SOURCE:
        problems += spacing_is_french(document)
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        problems += no_detour_stands_before_an_address(document, number, line, blocking=refuses)
    return problems


def _mend(document: Document) -> str:
    return f"lancez « vigie clean {document.path} »"


def prose_lines(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines of ``body``, masked; one mask may stand for several of them."""
    masked = mask(body)
    kept = iter(masked.kept)
    number = first_line
    for line in masked.text.split("\n"):
        yield number, line
        number += 1 + sum(next(kept).count("\n") for _ in range(line.count(KEPT)))


def letters_are_letters(line: str) -> str | None:
    """« 𝐛𝐨𝐥𝐝 » made of mathematical signs is spelt sign by sign, or not at all, by who listens to the page."""
    found = PSEUDO.search(line) or APART.search(line)
    return f"« {found.group()[:_SHOWN]} » n’est pas fait de lettres ordinaires" if found else None


def words_are_read_in_their_encoding(line: str) -> str | None:
    """« Ã© » is « é » read in the wrong encoding."""
    again = unbroken(line)
    if again == line:
        return None
    place = next(n for n, (a, b) in enumerate(zip(line, again + KEPT, strict=False)) if a != b)
    return f"« {line[max(0, place - 10) : place + 10]} » a été abîmé par la copie"


def no_word_of_the_copied_site_stays(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """« Identifiez-vous pour afficher… » belongs to the site that the text was copied from."""
    for index in site_lines(lines):
        yield index, f"« {lines[index].strip()[:_SHOWN]} » vient du site copié, pas du texte"


def no_hashtag(line: str) -> str | None:
    """« #Miprof » is the index of a social network, read « dièse Miprof »; or the name of a movement: a person knows."""
    found = hashtag(line)
    return f"« {found[:_SHOWN]} » est un mot-dièse de réseau social" if found else None


def lists_are_lists(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """« 🔹 » does not make a list: who listens to the page hears « petit losange bleu »."""
    for index in lines_with_points(lines):
        yield index, "un signe tient lieu de puce de liste"


def nothing_is_hidden(line: str) -> str | None:
    """Signs of no width cut words in two for search and for who listens."""
    found = HIDDEN.search(line)
    return f"signe invisible (U+{ord(found.group()[0]):04X})" if found else None


def spacing_is_french(document: Document) -> list[Problem]:
    """Non-breaking spaces before « : ; ! ? » and inside « », « ’ » in words: told once, where it begins."""
    lines = list(prose_lines(document.body, document.body_line))
    wrong = [(number, line, mended) for number, line in lines if (mended := french_line(line)) != line]
    if not wrong:
        return []
    number, line, mended = wrong[0]
    place = next((n for n, (a, b) in enumerate(zip(line, mended, strict=False)) if a != b), len(mended) - 1)
    around = " ".join(line[max(0, place - 12) : place + 8].replace(KEPT, "…").split())
    more = f", et sur {len(wrong) - 1} autre(s) ligne(s)" if len(wrong) > 1 else ""
    what = f"espaces, guillemets ou apostrophes à la française : près de « {around} »{more}"
    return [Problem(document.path, number, what, _mend(document), blocking=False)]


def no_detour_stands_before_an_address(document: Document, number: int, line: str, *, blocking: bool) -> list[Problem]:
    """A link that goes through another site tells that site who reads."""
    return [
        Problem(document.path, number, f"« {url[:_SHOWN]}… » passe par un autre site", _mend(document), blocking)
        for url in _ADDRESS.findall(line)
        if is_detour(url)
    ]


def no_letter_is_lost(document: Document, number: int, line: str) -> list[Problem]:
    """What no program can give back."""
    found = BROKEN.search(unbroken(line))
    if found is None or found.group() == "\ufffd" or not found.group().isprintable():
        return []  # told when the file is read
    what = f"« {found.group()} » : une lettre s’est perdue dans la copie"
    return [Problem(document.path, number, what, "reprenez le mot dans l’original")]


def each_date_can_be_read_one_way(document: Document, number: int, line: str) -> list[Problem]:
    """« 03/04/2025 » is in March for some and in April for others."""
    return [
        Problem(
            document.path,
            number,
            f"la date « {found.group()} » est en chiffres",
            _mend(document) if in_words(found) else "écrivez le mois en lettres : 3 avril 2025",
            blocking=False,
        )
        for found in NUMERIC.finditer(line)
        if may_be_a_date(found)
    ]


_REFUSED: tuple[Callable[[str], str | None], ...] = (
    letters_are_letters,
    words_are_read_in_their_encoding,
    nothing_is_hidden,
)


def _in_front(document: Document, *, blocking: bool) -> list[Problem]:
    """The title and description, which nobody cleans: they are retyped."""
    problems = []
    for key in ("title", "description"):
        value = front_value(document, key)
        for rule in (letters_are_letters, words_are_read_in_their_encoding, nothing_is_hidden):
            if isinstance(value, str) and (what := rule(value)):
                problems.append(Problem(document.path, document.front.line((key,)), what, "retapez ces mots", blocking))
    return problems

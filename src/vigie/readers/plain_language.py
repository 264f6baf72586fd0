"""Pages that somebody in danger may read: short sentences, plain words, an address and a title that tell nothing.

The limits are the project's own, for readers with little French or little time; no standard fixes them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vigie.documents import Document
from vigie.problems import Problem

LONGEST_SENTENCE = 20
"""Words of a sentence. Beyond, the page is asked to cut it; a source and its title are no sentence."""

AVERAGE_SENTENCE = 12
"""Words of a sentence of the page, on average."""

PLAINER = {
    "afin de": "pour", "à l’issue de": "après", "au sein de": "dans", "bénéficier de": "avoir", "conformément à": "selon",
    "en l’absence de": "sans", "le cas échéant": "si besoin", "lorsque": "quand", "néanmoins": "mais", "nonobstant": "malgré",
    "notamment": "par exemple", "préalablement": "avant", "solliciter": "demander", "ultérieurement": "plus tard",
    "via": "par", "veuillez": "l’ordre simple",
}  # fmt: skip

_TELLING = (
    "traite",
    "victim",
    "exploit",
    "prostitu",
    "proxenet",
    "esclav",
    "viol",
    "sexuel",
    "abus",
    "trafic",
    "traffick",
    "police",
    "slave",
    "rape",
    "sexual",
    "pimp",
)
"""Beginnings of words, French and English, that would tell, in a history or a menu, what somebody was reading."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"\{[^}]*\}|^\s*(?:#+|[-*+]|\d+\.|!!!\s+\w+|>)\s+|<!--.*?-->|[*`|]")
_SOURCE = re.compile(r"(?:Sources?|Textes)(?: pour [^:]*| et contact)?\s?(?:;[^:]*)?:.*")
_END = re.compile(r"(?<=[.!?…])\s+|(?<=\s[:;])\s+")
_ABBREVIATION = re.compile(r"\b(?:n°|art|[LRD])\.\s?")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def check_plain_language(document: Document, title: str, *, french: bool) -> list[Problem]:
    """Every rule of a vital page; sentences are measured in French only, and only warn."""
    problems = [*its_name_tells_nothing(document, title)]
    if french:
        problems += [*sentences_are_short(document), *words_are_plain(document)]
    return problems


def its_name_tells_nothing(document: Document, title: str) -> Iterator[Problem]:
    """Neither the address, which stays in the history, nor the title, which is in menus, names what it is about."""
    for line, text, where in ((1, document.address, "l’adresse"), (document.front.line(("title",)), title, "le titre")):
        for word in _WORD.findall(re.sub("[-_/]", " ", _bare(text))):
            if word.startswith(_TELLING):
                what = f"{where} de cette page vitale dit de quoi elle parle (« {word} »)"
                mend = "choisissez des mots que tout le monde peut voir : ils restent dans l’historique"
                yield Problem(document.path, line, what, mend)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def sentences_of(line: str) -> list[str]:
    """The sentences of one line of Markdown, without its marks, its links' addresses and its sources."""
    text = _SOURCE.sub("", _MARKUP.sub("", _MARKUP.sub("", _LINK.sub(r"\1", line))))
    return [sentence for sentence in _END.split(_ABBREVIATION.sub("", text)) if _WORD.search(sentence)]


def sentences_are_short(document: Document) -> Iterator[Problem]:
    """Twenty words at most, and twelve on average over the page."""
    lengths = []
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        for sentence in sentences_of(line):
            count = len(_WORD.findall(sentence))
            lengths.append(count)
            if count > LONGEST_SENTENCE:
                what = f"cette phrase a {count} mots (« {sentence[:40].strip()}… »)"
                yield Problem(document.path, number, what, f"{LONGEST_SENTENCE} au plus : coupez-la", blocking=False)
    if lengths and sum(lengths) > AVERAGE_SENTENCE * len(lengths):
        what = f"les phrases de cette page ont {sum(lengths) / len(lengths):.0f} mots en moyenne"
        yield Problem(document.path, 1, what, f"{AVERAGE_SENTENCE} au plus : une idée par phrase", blocking=False)


def words_are_plain(document: Document) -> Iterator[Problem]:
    """Words of forms and letters have a plain one."""
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        text = _LINK.sub(r"\1", line).lower().replace("'", "’")
        for heavy, plain in PLAINER.items():
            if re.search(rf"\b{heavy}\b", text):
                yield Problem(
                    document.path, number, f"« {heavy} » est un mot de formulaire", f"écrivez : {plain}", blocking=False
                )

"""The bilingual sheet of one task: text that a volunteer fills in a mail, on a phone, without Git; read back by the tool.

Each part to translate stands between marks that survive a mail: ``[[#droits]]``, the French, ``[[=]]``, then the words asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from vigie.borrowed import unmarked
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.translations.glossary import LANGUAGES, Glossary, GlossaryLanguage
from vigie.translations.lock import Lock
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section
from vigie.translations.status import Status
from vigie.translations.words import fold, pattern_of

NAMES = {TITLE: "titre", DESCRIPTION: "description", OPENING: "debut"}
"""Names of the parts without heading, in signs that every keyboard has."""
REREAD = "relu"
"""The last part of a sheet that shows a whole translation: « I read it all again, in my mother tongue »."""
RESERVED = frozenset({*NAMES.values(), REREAD})
"""What no section of a page may be called."""
ANSWER = "[[=]]"
END = "[[fin]]"


@dataclass(frozen=True)
class Asked:
    """One part to translate: the French of today, and the words of the translation when there are some already."""

    french: Section
    current: str = ""

    @property
    def mark(self) -> str:
        return f"[[#{NAMES.get(self.french.id, self.french.id)}]]"


@dataclass(frozen=True)
class Sheet:
    """What is asked of a volunteer for one French text. ``code`` is that of the French shown; ``terms``: French and own words.

    ``whole``: the sheet shows the whole translation, to be read again by somebody whose language it is.
    ``aloud``: some parts are not translated, but written as the French is said.
    """

    lang: str
    name: str
    code: str
    asked: tuple[Asked, ...]
    whole: bool = False
    terms: tuple[tuple[str, str], ...] = ()
    aloud: bool = False

    @property
    def mark(self) -> str:
        return f"[[vigie {self.lang} {self.name} {self.code}]]"

    @property
    def words(self) -> int:
        """The French words shown."""
        return sum(part.french.words for part in self.asked)


def sheet_of(
    lang: str,
    name: str,
    french: tuple[Section, ...],
    own: Mapping[str, str],
    status: Status | None,
    glossary: Glossary,
) -> Sheet:
    """The sheet of what the translation lacks; of the whole page when nothing of it is behind, or nobody knows.

    ``french``: the parts of today. ``own``: the words of the translation by part. ``status``: None when there is none.
    """
    changed = {part.id for part in status.behind} if status else set()
    asked = tuple(Asked(part, own.get(part.id, "")) for part in french if not changed or part.id in changed)
    _lock, code = Lock().with_text(name, french)
    text = "\n".join(part.french.text for part in asked)
    terms = terms_in(text, glossary, lang)
    return Sheet(lang, name, code, asked, whole=status is not None and not changed, terms=terms)


def terms_in(text: str, glossary: Glossary, lang: str) -> tuple[tuple[str, str], ...]:
    """The terms of the glossary that the French ``text`` uses: the French word, that of ``lang``; none for a language it lacks."""
    own: GlossaryLanguage | None = next((code for code in LANGUAGES if code == lang and code != SOURCE), None)
    if own is None:
        return ()
    folded = _folded(text)
    return tuple((term.fr, term.word(own)) for term in glossary.terms if _says(folded, term.fr))


def _says(folded: str, word: str) -> bool:
    parts, pattern = _finder(word)
    return all(part in folded for part in parts) and pattern.search(folded) is not None


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """Two languages ask for the same French."""
    return fold(text, SOURCE)


@lru_cache(maxsize=512)
def _finder(word: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The parts that a text must hold to be searched at all, and the search, ten times slower."""
    return tuple(fold(word, SOURCE).split(" ")), re.compile(pattern_of(word, SOURCE))


def instructions(sheet: Sheet, t: Interface) -> list[str]:
    """The lines before the words of the glossary and the first part, in the volunteer's language."""
    lines = [t("sheet_intro"), t("sheet_rules")]
    lines += [t("sheet_whole")] if sheet.whole else []
    lines += [t("sheet_behind")] if not sheet.whole and any(part.current for part in sheet.asked) else []
    lines += [t("sheet_aloud")] if sheet.aloud else []
    return lines + (["", t("sheet_terms")] if sheet.terms else [])


def sheet_text(sheet: Sheet, t: Interface) -> str:
    """The sheet as it travels; ``t`` speaks the volunteer's language."""
    return "\n".join([*_lines(sheet, t), END, ""])


def _lines(sheet: Sheet, t: Interface) -> Iterator[str]:
    yield from (sheet.mark, "", *map(unmarked, instructions(sheet, t)))
    yield from (*(f"{french} = {word}" for french, word in sheet.terms), "")
    for part in sheet.asked:
        yield from (part.mark, part.french.text, ANSWER, part.current, "")
    if sheet.whole:
        yield from (f"[[#{REREAD}]]", unmarked(t("sheet_reread")), ANSWER, "", "")

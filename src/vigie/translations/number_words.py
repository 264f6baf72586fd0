"""Numbers, months and units as words, by language. Month names of every language come from Babel.

A number written in letters on one side and in digits on the other is the same number: French, Arabic and English can
tell. A language joins them with a file of its words; until then its numbers are compared by their digits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale

from vigie.translations.language_words import LanguageWords
from vigie.translations.words_arabic import ARABIC
from vigie.translations.words_english import ENGLISH
from vigie.translations.words_french import FRENCH

_WORDS: Mapping[str, LanguageWords] = {
    "fr": FRENCH,
    "en": ENGLISH,
    "ar": ARABIC,
    "es": LanguageWords(scales={10**3: "mil", 10**6: "millón millones"}),
    "ro": LanguageWords(scales={10**3: "mii", 10**6: "milion milioane", 10**9: "miliard miliarde"}),
    "uk": LanguageWords(scales={10**3: "тисяч тисячі", 10**6: "мільйон мільйони мільйонів"}),
}
_NONE = LanguageWords()
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ئ": "ي", "ؤ": "و"}
_DIGITS = {
    char: str(unicodedata.digit(char)) for start in (0x660, 0x6F0) for char in map(chr, range(start, start + 10))
}
_SIGNS = dict.fromkeys("\n\t\u00a0\u202f\u2009\u2007", " ") | dict.fromkeys("‐‑‒–−", "-")
_FOLD = str.maketrans({**_DIGITS, **_SIGNS, **_ARABIC, "٪": "%", "’": "'"})


def fold(text: str) -> str:
    """``text`` sign for sign, so that one spelling stands for all: digits 0-9, plain spaces, lower case, bare alif."""
    lower = text.lower()
    if len(lower) != len(text):  # one Turkish letter grows: places in the text must not move
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLD)


def knows_words(lang: str) -> bool:
    """Whether a number in letters can be recognised in ``lang``."""
    return bool(_words(lang).numbers)


@cache
def numbers(lang: str) -> Mapping[str, int]:
    """Folded words and their value: « deux », « شهران » (two months)."""
    return {fold(word): value for word, value in _words(lang).numbers.items()}


@cache
def ordinals(lang: str) -> Mapping[str, int]:
    """« troisième » and the like."""
    return {fold(word): value for word, value in _words(lang).ordinals.items()}


@cache
def scales(lang: str) -> Mapping[str, int]:
    """« millions » and the like, after a number."""
    return {fold(word): value for value, words in _words(lang).scales.items() for word in words.split()}


@cache
def units(lang: str) -> Mapping[str, str]:
    """Units of time: a time limit in letters is compared too, and days are not months."""
    return {fold(word): unit for unit, words in _words(lang).units.items() for word in words.split()}


@cache
def duals(lang: str) -> Mapping[str, str]:
    """Words that say two of a unit of time."""
    return {fold(word): unit for word, unit in _words(lang).duals.items()}


@cache
def rests(lang: str) -> tuple[str, Mapping[str, int]]:
    """What joins a rest to its hundreds or thousands, and the words that say one: « cent cinquante », no « cent un mois »."""
    words, times = _words(lang), (*units(lang), *duals(lang))
    if not words.joint:
        return "", {}
    small = {word: n for word, n in numbers(lang).items() if words.rest_from <= n < 1000 and word not in times}
    return words.joint, small


@cache
def phrases(lang: str) -> Mapping[str, str]:
    """What says « 24 h/24 » or « 7 j/7 » without a digit."""
    return {fold(phrase): value for value, found in _words(lang).phrases.items() for phrase in found}


@cache
def months(lang: str) -> Mapping[str, int]:
    """Folded month names of ``lang`` and their number, 1 to 12; short ones in French and English."""
    named = Locale.parse(lang).months
    tables = [named[form]["wide"] for form in ("format", "stand-alone")]
    if lang in ("fr", "en"):
        tables.append(named["format"]["abbreviated"])
    found = {fold(name).rstrip("."): number for table in tables for number, name in table.items()}
    for number, names in enumerate(_words(lang).months, start=1):
        found |= {fold(name.replace("_", " ")): number for name in names.split()}
    return found


def _words(lang: str) -> LanguageWords:
    return _WORDS.get(lang, _NONE)

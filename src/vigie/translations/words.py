"""How a word is recognised in a text, whatever its case, apostrophes, vowel signs or attached particles.

``fold`` makes two writings of one word equal; ``pattern_of`` finds a word in a folded text, whole.
"""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′´`", "'"))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑", "-"))
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": ""})
"""Spellings that writers of Arabic mix: the carriers of hamza on alef, the final ya, the stroke that lengthens."""

_BEFORE = r"(?<![^\W_])"
_AFTER = r"(?![^\W_])"
_PARTICLES = r"(?:[وف])?(?:[بك]?(?:ال)?|لل?)"
"""What Arabic attaches to the first word: « and », « in », « as », « to », the article; « to the » loses its alef."""
_PRONOUNS = "(?:ها|هما|هم|هن|كم|كن|نا|ه|ا)"
"""What it attaches at the end; the last one is the sign of the accusative, without its vowel signs."""
_FEMININE_OR_SEVERAL = "(?:ة|ات|ون|ين|ان)"
"""The endings of the feminine, of two and of several; a plural that changes the word itself is a variant of its own."""


def fold(text: str, lang: str) -> str:
    """``text`` (one line) for comparison: neither case, typography nor invisible signs.

    In Arabic no vowel signs either, and one way of writing digits.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES).translate(_HYPHENS))
    plain = _without(plain, "Cf")
    if lang == "ar":
        plain = _without(plain.translate(_ARABIC), "Mn")
        plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in plain)
    return " ".join(plain.casefold().split())


def _without(text: str, category: str) -> str:
    """``text`` without the signs of a Unicode category; a line has few different signs, and most lines none of these."""
    gone = {ord(sign): None for sign in set(text) if unicodedata.category(sign) == category}
    return text.translate(gone) if gone else text


def literal_of(words: str, lang: str) -> str:
    """Letters that stand in every writing that ``pattern_of`` finds: a text without them need not be searched."""
    first = fold(words, lang).split(" ")[0]
    return core(first)[:-1] if lang == "ar" else first[: max(len(first) - 2, 1)]


def pattern_of(words: str, lang: str) -> str:
    """A regular expression that finds ``words`` in a folded text: whole words, regular plurals, Arabic particles.

    Between two words of French or English a hyphen is a space (« modern-slavery laws »).
    """
    parts = fold(words, lang).split(" ")
    if lang != "ar":
        return _BEFORE + "[ -]".join(_latin(part, lang) for part in parts) + _AFTER
    first, *others = (_arabic(part) for part in parts)
    return _BEFORE + _PARTICLES + " ".join([first, *(f"(?:ال)?{other}" for other in others)]) + _AFTER


def core(word: str) -> str:
    """A folded Arabic word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _latin(word: str, lang: str) -> str:
    """One word, singular or plural: « illégal, illégaux », « lobby, lobbies »."""
    if lang == "fr" and word.endswith("al"):
        return f"{re.escape(word[:-2])}(?:als?|aux)"
    if lang == "en" and word.endswith("y"):
        return f"{re.escape(word[:-1])}(?:y|ys|ies)"
    return re.escape(word) + ("(?:e?s)?" if lang == "en" else "s?")


def _arabic(word: str) -> str:
    """One word, with what is attached at its end; a final « ة » is often written « ه »."""
    bare = core(word)
    if bare.endswith("ة"):
        return f"{re.escape(bare[:-1])}(?:[ةه]|تان|تين|ات{_PRONOUNS}?|ت{_PRONOUNS})"
    return f"{re.escape(bare)}(?:{_FEMININE_OR_SEVERAL}|{_PRONOUNS})?"

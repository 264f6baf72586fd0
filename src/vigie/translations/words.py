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


def fold(text: str, lang: str) -> str:
    """``text`` (one line) for comparison: neither case, typography nor invisible signs; in Arabic no vowel signs."""
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES).translate(_HYPHENS))
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    if lang == "ar":
        plain = "".join(sign for sign in plain.translate(_ARABIC) if unicodedata.category(sign) != "Mn")
    return " ".join(plain.casefold().split())


def pattern_of(words: str, lang: str) -> str:
    """A regular expression that finds ``words`` in a folded text: whole words, a plural in « s », Arabic particles."""
    parts = fold(words, lang).split(" ")
    if lang != "ar":
        return _BEFORE + " ".join(re.escape(part) + "s?" for part in parts) + _AFTER
    first, *others = (_arabic(part) for part in parts)
    return _BEFORE + _PARTICLES + " ".join([first, *(f"(?:ال)?{other}" for other in others)]) + _AFTER


def core(word: str) -> str:
    """A folded Arabic word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _arabic(word: str) -> str:
    bare = core(word)
    if bare.endswith("ة"):
        return f"{re.escape(bare[:-1])}(?:ة|ت{_PRONOUNS})"
    return f"{re.escape(bare)}{_PRONOUNS}?"

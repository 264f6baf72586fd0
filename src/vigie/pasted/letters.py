"""Letters that only look like letters: « 𝐛𝐨𝐥𝐝 » of social networks, accents set apart, words read in the wrong encoding.

A screen reader spells them or is silent, and no search finds them. Only these signs: ², ½, №, œ and Arabic stay.
"""

from __future__ import annotations

import re
import unicodedata

_HOLES = "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ"
"""Letters of the same alphabets that Unicode had before them."""
_ALONE = "\U0001d400-\U0001d7ff\U0001ee00-\U0001eeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5aⒶ-ⓩ\U0001f130-\U0001f149"
_NEGATIVE = "\U0001f150-\U0001f169\U0001f170-\U0001f189"
PSEUDO = re.compile(rf"[{_HOLES}]*[{_ALONE}{_NEGATIVE}][{_HOLES}{_ALONE}{_NEGATIVE}\u0300-\u036f]*")
APART = re.compile(r"[A-Za-zÀ-ÿ][\u0300-\u036f]+")
"""« e » and its accent as two signs, as some PDF files and phones write them."""

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf"
MOJIBAKE = re.compile(
    rf"(?:Ã[{_CP1252}]|Â[\u00a0-\u00bf]|Å[{_CP1252}]|â€[{_CP1252}]|â‚[{_CP1252}]|â„[{_CP1252}]|Ë†|Ëœ|(?:[ØÙ][{_CP1252}]){{2,}})+"
)
"""UTF-8 read as Windows-1252: « Ã© » for « é », « â€™ » for « ’ »."""
BROKEN = re.compile(r"\ufffd|[\x01-\x08\x0e-\x1f\x7f-\x9f]|Ã(?![A-ZÀ-Ý])|â€")
"""What nobody can mend without the original: a letter is lost."""


def plain_letters(text: str) -> str:
    """``text`` with true letters in the place of those that look like them, and accents on their letters."""
    text = PSEUDO.sub(lambda match: _plain(match.group()), text)
    return APART.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def _plain(run: str) -> str:
    return "".join(_letter(sign) for sign in run)


def _letter(sign: str) -> str:
    code = ord(sign)
    for first in (0x1F150, 0x1F170):
        if first <= code < first + 26:
            return chr(code - first + ord("A"))
    return sign if unicodedata.combining(sign) else unicodedata.normalize("NFKC", sign)


def unbroken(text: str) -> str:
    """``text`` with what was read in the wrong encoding read again, where that is exact."""
    return MOJIBAKE.sub(lambda match: _read_again(match.group()), text)


def _read_again(run: str) -> str:
    try:
        return b"".join(_byte(sign) for sign in run).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run


def _byte(sign: str) -> bytes:
    """Windows-1252, where the five bytes that it leaves empty are read as controls."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")

"""The code of a text: ten signs that change when its words do, and not when its typography does.

SHA-256 (FIPS 180-4) of the normalised parts, its first fifty bits in Crockford's base 32 (no I, L, O, U). Spaces, typographic
signs, emphasis and targets of links are out; the helpline that a number dials (``contact:119``) is in.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from vigie.translations.sections import Section

LENGTH = 10
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_HEADING_END = re.compile(r"\{[^{}\n]*#[^{}\n]*\}[ \t]*(?:#+[ \t]*)?$", re.MULTILINE)
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|!!!)[ \t]+", re.MULTILINE)
_CONTACT = re.compile(r"\[([^\]]*)\]\(\s*<?(contact:[^)\s>]*)[^)]*\)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(<?[^)]*\)")
_REFERENCE = re.compile(r"^[ \t]*\[[^\]]+\]:[ \t]*<?(?:https?:|mailto:|[./#]|[\w/-]+\.\w)\S*.*$", re.MULTILINE)
"""The address of a link by reference; « [Note]: ne signez pas » is a sentence, and a helpline stays."""
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|`+")
TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "…": "...",
        "‹": "'",
        "›": "'",
        "„": '"',
        "−": "-",
    }
)
_SPACES = re.compile(r"\s+")
_BEFORE = re.compile(r" (?=[:;!?%,.)\]])|(?<=[(\[]) ")
_QUOTED = re.compile(r'"\s*([^"]*?)\s*"')


def normalised(text: str) -> str:
    """The words of ``text``, with nothing of its typography; normalising twice changes nothing more."""
    text = unicodedata.normalize("NFC", html.unescape(text).replace("\r\n", "\n").replace("\u00ad", ""))
    text = _REFERENCE.sub("", text)
    text = _HEADING_END.sub("", text)
    text = _LINE_START.sub("", text)
    text = _CONTACT.sub(r"\1 \2", text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", text)
    text = _SPACES.sub(" ", text.translate(TYPOGRAPHY)).strip()
    return _BEFORE.sub("", _QUOTED.sub(r'"\1"', text))


@lru_cache(maxsize=8192)
def hash_of(text: str) -> str:
    """Sixteen signs for one part: two parts with the same words have the same."""
    return _in_base_32(hashlib.sha256(normalised(text).encode("utf-8")).digest(), 16)


def code_of(sections: Iterable[Section]) -> str:
    """The code of a text made of ``sections``: their ids and words, in order."""
    digest = hashlib.sha256()
    for section in sections:
        digest.update(f"{section.id}\0{normalised(section.text)}\0".encode())
    return _in_base_32(digest.digest(), LENGTH)


def _in_base_32(digest: bytes, length: int) -> str:
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - length * 5)
    return "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(length)))

"""Signs that nobody sees: direction marks, spaces of no width, hyphens of no ink. Arabic keeps its joiners."""

from __future__ import annotations

import re

_JOINED = "\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefc"
"""Writings whose letters need U+200C and U+200D."""
HIDDEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad]"
    rf"|(?<![{_JOINED}])[\u200c\u200d]+(?![{_JOINED}])"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")


def seen(text: str) -> str:
    """``text`` without what nobody sees; each sign that ends a line somewhere ends one everywhere."""
    return HIDDEN.sub("", _LINE_ENDS.sub("\n", text))


_SPACE_ENTITY = re.compile("&(?:nbsp|#160|#xA0);")


def typed_spaces(text: str) -> str:
    """« &nbsp; », masked code aside, as the sign itself: the rules of spacing then see it."""
    return _SPACE_ENTITY.sub("\u00a0", text)

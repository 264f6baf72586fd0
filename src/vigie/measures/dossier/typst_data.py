"""Plain values as code of Typst: every text is a string literal, so that none can become markup or run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from vigie.readers.typst_code import literal

Data: TypeAlias = "str | int | bool | Sequence[Data] | Mapping[str, Data] | None"

_SPACES = re.compile(r"[ \t\n\r\f]+")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn a line around. No file that people edit may hold one; on paper, one would reorder its neighbours."""


def code(value: Data) -> str:
    """``value`` as Typst reads it, spaces in texts as HTML shows them."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return literal(_SPACES.sub(" ", _TURNS.sub("", value)).strip(" "))
    if isinstance(value, Mapping):
        pairs = "".join(f"{literal(key)}: {code(held)}, " for key, held in value.items())
        return f"({pairs.rstrip()})" if pairs else "(:)"
    return "(" + "".join(f"{code(held)}, " for held in value).rstrip() + ")"

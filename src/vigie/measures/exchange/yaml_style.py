"""How a value is written in the files of ``data/``: plain when it can be, ``>-`` when long, short lists on one line.

Whether a text can stand without quotes is asked of the strict loader itself, never guessed.
"""

from __future__ import annotations

import json
import textwrap
from decimal import Decimal
from typing import Any

from vigie import strict_yaml

WIDTH = 118
"""Where folded texts are cut."""
WIDEST_MAPPING = 140
"""A mapping longer than this is written with a line per key: ``plan_says`` with nothing known still holds on one."""
_FRENCH_SPACES = "\u00a0\u202f\u2009"


def scalar(value: Any, *, in_flow: bool = False, style: str | None = None) -> str:
    """One value on one line; ``style`` is that of the value it replaces (None, ``"`` or ``'``)."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return format(Decimal(repr(value)), "f")  # never 1e-05
    if style == "'" and "'" not in value and _reads_back(f"'{value}'", value, in_flow=in_flow):
        return f"'{value}'"
    if style is None and _reads_back(value, value, in_flow=in_flow):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_back(written: str, value: str, *, in_flow: bool) -> bool:
    if "\n" in written:
        return False
    around = f"k: {{a: {written}, b: c}}\n" if in_flow else f"k: {written}\n"
    located, problems = strict_yaml.load(around, "")
    return not problems and located.value == {"k": {"a": value, "b": "c"} if in_flow else value}


def can_fold(value: Any) -> bool:
    """A text of one paragraph, whose spaces a folded block keeps."""
    if not isinstance(value, str) or not value or value != value.strip(" ") or "  " in value:
        return False
    return all(sign.isprintable() or sign in _FRENCH_SPACES for sign in value)


def folded(text: str, indent: int) -> str:
    """``>-`` and its lines; ``indent`` is that of the lines."""
    width = max(WIDTH - indent, 20)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join([">-", *(" " * indent + line for line in lines)])


def flow(value: Any) -> str:
    """A value on one line, inside brackets or braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value, in_flow=True)


def entry(key: str, value: Any, indent: int) -> str:
    """``key: value`` as it is written at column ``indent``, without its first indentation nor its last line end."""
    start = f"{key}:"
    if isinstance(value, dict) and value:
        line = f"{start} {flow(value)}"
        if indent + len(line) <= WIDEST_MAPPING:
            return line
        return "\n".join([start, *(" " * (indent + 2) + entry(k, v, indent + 2) for k, v in value.items())])
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "\n".join([start, *(" " * (indent + 2) + item(v, indent + 2) for v in value)])
    if isinstance(value, dict | list):
        return f"{start} {flow(value)}"
    line = f"{start} {scalar(value)}"
    if indent + len(line) > WIDTH and can_fold(value):
        return f"{start} {folded(value, indent + 2)}"
    return line


def item(record: dict[str, Any], indent: int) -> str:
    """A record of a list, its dash at column ``indent``, without its first indentation nor its last line end."""
    inner = indent + 2
    lines = [entry(key, value, inner) for key, value in record.items()]
    return "- " + ("\n" + " " * inner).join(lines)

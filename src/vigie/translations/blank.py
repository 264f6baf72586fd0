"""A file to translate, made from a French one: what ``vigie start`` writes. Text in, text out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from vigie import strict_yaml
from vigie.documents import Document
from vigie.placeholders import TO_TRANSLATE
from vigie.translations.pin import quoted

_LONGEST = {"title": 110, "description": 300}
"""What a header admits: a mark before a long title must not make the file unreadable."""
_LEFT_OUT = ("translation", "draft")
_TRANSLATION = "translation: {source: null, state: draft, method: human}"


def blank_translation(text: str, french: Document) -> str:
    """A file to translate, from the ``text`` of a French one: its header, then every block marked « À TRADUIRE »."""
    body = "\n\n".join(_to_translate(block) for block in re.split(r"\n{2,}", french.body.strip()))
    return f"---\n{_header(text, french)}\n{_TRANSLATION}\n---\n\n{body}\n"


def _header(text: str, french: Document) -> str:
    """The keys of the French as they are written; each rewritten from its value when they cannot be told apart so."""
    front: Mapping[str, Any] = french.front.value
    own = {key: _value(key, value) for key, value in front.items() if key not in _LEFT_OUT}
    as_written = "\n".join(_lines(text, french, own))
    read, problems = strict_yaml.load(as_written, french.path)
    if read.value == own and not problems:
        return as_written
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in own.items())


def _value(key: str, value: Any) -> Any:
    if key == "legal_review":
        return None
    if key not in _LONGEST or not isinstance(value, str):
        return value
    marked, longest = f"{TO_TRANSLATE} : {value}", _LONGEST[key]
    return marked if len(marked) <= longest else f"{marked[: longest - 1]}…"


def _lines(text: str, french: Document, own: Mapping[str, Any]) -> list[str]:
    """Of each key of ``own``: its lines in the French file, or its new value and the comments under it."""
    lines = text.split("\n")
    starts = {key: french.front.lines[key,] - 1 for key in french.front.value}
    ends = [*sorted(starts.values()), french.body_line - 2]
    kept = lines[1 : ends[0]]
    for key, start in starts.items():
        if key not in own:
            continue
        under = lines[start : min((end for end in ends if end > start), default=start)]
        if own[key] == french.front.value[key]:
            kept += under
        else:
            value = "null" if own[key] is None else quoted(own[key])
            kept += [f"{key}: {value}", *(line for line in under[1:] if line.startswith("#"))]
    return kept


def _to_translate(block: str) -> str:
    """A block of Markdown with its mark after the signs that open it; markers and rules are nobody's words."""
    if block.startswith("<!--") or not re.search(r"\w", block):
        return block
    return re.sub(r"\A((?:[ \t]*(?:#{1,6}|[-*+>]|\d+\.|!!! \w+)[ \t]+)?)", rf"\1{TO_TRANSLATE} : ", block, count=1)

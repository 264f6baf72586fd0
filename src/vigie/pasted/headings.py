"""Levels and ids of headings: mended when that can be done only one way."""

from __future__ import annotations

import re
from itertools import pairwise

from vigie.markdown_text import taken_id
from vigie.pasted.prose import KEPT
from vigie.slugs import slug

_HEADING = re.compile(r"(?P<signs>#{1,6})[ \t]*(?P<words>[^#\s].*)\Z")
_UNDERLINE = re.compile(r"[=-]{2,}\s*\Z")
_HIGHEST, _LOWEST = 2, 4


def right_levels(text: str) -> str:
    """``text``, masked, with its levels moved together to 2, 3, 4 when they are not in order; as it is when that fails."""
    lines = text.split("\n")
    found = _headings(lines)
    levels = [level for _index, level, _words in found]
    if not levels or _in_order(levels) or _has_underlined(lines):
        return text
    ranks = {level: rank for rank, level in enumerate(sorted(set(levels)), start=_HIGHEST)}
    new = [ranks[level] for level in levels]
    if max(new) > _LOWEST or not _in_order(new):
        return text
    for (index, _level, words), level in zip(found, new, strict=True):
        lines[index] = f"{'#' * level} {words}"
    return "\n".join(lines)


def with_ids(text: str, kept: tuple[str, ...]) -> str:
    """``text``, masked, French, where each heading without an id has one made of its words; ``kept`` hold the others."""
    lines = text.split("\n")
    taken = {found[1] for part in kept if (found := re.match(r"\{\s*#([\w-]+)", part))}
    last: dict[str, int] = {}  # the number of each name's last id: equal headings do not count again from one
    for index, level, words in _headings(lines):
        if KEPT in words or level > _LOWEST or "{" in words:
            continue
        plain = slug(re.sub(r"[*_`\[\]]", "", words))
        name = plain if plain[:1].isalpha() else f"section-{plain}".rstrip("-")
        number = last.get(name, 1)
        made = name if number == 1 else f"{name}-{number}"
        while made in taken or taken_id(made):
            number += 1
            made = f"{name}-{number}"
        last[name] = number
        taken.add(made)
        lines[index] = f"{'#' * level} {words.rstrip()} {{#{made}}}"
    return "\n".join(lines)


def _headings(lines: list[str]) -> list[tuple[int, int, str]]:
    """Index, level and words of each heading."""
    return [
        (index, len(match["signs"]), match["words"])
        for index, line in enumerate(lines)
        if (match := _HEADING.match(line))
    ]


def _in_order(levels: list[int]) -> bool:
    before = [_HIGHEST - 1, *levels]
    return min(levels) >= _HIGHEST and all(
        level <= previous + 1 for previous, level in zip(before, levels, strict=False)
    )


def _has_underlined(lines: list[str]) -> bool:
    return any(_UNDERLINE.match(line) and above.strip() for above, line in pairwise(lines))

"""A body cut where its translation is compared: sections, and in each the paragraphs, items of lists and table rows."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from vigie.markdown_text import code_lines

BlockKind = Literal["heading", "text", "item", "row"]

_HEADING = re.compile(r"\s{0,3}#{1,6}\s.*?\{[^}]*#(?P<id>[^\s.}]+)")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+(?=\S)")
_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_TARGET = re.compile(r"(?:\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*<?|<(?=https?:))([^)\s>]+)", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
"""A picture is no link: a translation may have its own, or none."""
_OUTSIDE = re.compile(r"[a-z]+:")
INTRODUCTION = "introduction"
"""What comes before the first heading."""


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, item or row: its Markdown, without the sign of a list, and its first line."""

    kind: BlockKind
    line: int
    text: str

    def links(self, name: str) -> tuple[Link, ...]:
        """Its links, in order; ``name`` is the document's, from which relative ones lead."""
        text = _IMAGE.sub(lambda image: " " * len(image.group()), self.text)
        return tuple(
            Link(_same_from_everywhere(match[1], name), self.line + self.text.count("\n", 0, match.start(1)), match[1])
            for match in _TARGET.finditer(text)
        )


@dataclass(frozen=True)
class Link:
    """Where a link leads: ``target`` is the same wherever the page lies, ``written`` is what the editor wrote."""

    target: str
    line: int
    written: str


@dataclass(frozen=True)
class Section:
    """A heading and what is under it, to the next heading of any level.

    ``of_then``: the French that the translation was made from, which has changed since; its lines are gone.
    """

    id: str
    blocks: tuple[Block, ...]
    of_then: bool = False

    @property
    def line(self) -> int:
        return self.blocks[0].line

    @property
    def lists(self) -> tuple[tuple[BlockKind, int, int], ...]:
        """Each list and table: its kind, its line, how many items or rows (the head of a table is one)."""
        runs = [list(run) for _kind, run in groupby(self.blocks, key=lambda block: block.kind)]
        return tuple((run[0].kind, run[0].line, len(run)) for run in runs if run[0].kind in ("item", "row"))


def sections_of(body: str, first_line: int) -> tuple[Section, ...]:
    """The sections of ``body``, in order; the text before the first heading is ``INTRODUCTION``."""
    sections: list[Section] = []
    name = INTRODUCTION
    blocks: list[Block] = []
    for block in _blocks(body, first_line):
        heading = _HEADING.match(block.text) if block.kind == "heading" else None
        if heading:
            if blocks:
                sections.append(Section(name, tuple(blocks)))
            name, blocks = heading["id"], []
        blocks.append(block)
    if blocks:
        sections.append(Section(name, tuple(blocks)))
    return tuple(sections)


def _blocks(body: str, first_line: int) -> list[Block]:
    code = code_lines(body)
    blocks: list[Block] = []
    after_blank = True
    for index, line in enumerate(body.split("\n")):
        number = first_line + index
        if not line.strip():
            after_blank = True
            continue
        kind, text = ("text", line) if index in code else _kind_of(line)
        last = blocks[-1] if blocks else None
        inside = last is not None and last.kind == "item" and line[:2].isspace()
        if text is None:
            pass
        elif kind == "text" and last and (inside or (not after_blank and last.kind in ("text", "item"))):
            gap = "\n" * (number - last.line - last.text.count("\n"))
            blocks[-1] = Block(last.kind, last.line, last.text + gap + text)
        else:
            blocks.append(Block(kind, number, text))
        after_blank = False
    return blocks


def _kind_of(line: str) -> tuple[BlockKind, str | None]:
    if line.lstrip().startswith("#") and _HEADING.match(line):
        return "heading", line
    if line.lstrip().startswith("|"):
        return "row", None if _RULER.match(line) else line
    if item := _ITEM.match(line):
        return "item", line[item.end() :]
    return "text", line


def _same_from_everywhere(target: str, name: str) -> str:
    if _OUTSIDE.match(target) or target.startswith("#"):
        return target
    path, mark, anchor = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) + mark + anchor

"""What is prose in a Markdown text, and what no mend of words may touch: code, addresses, markers, attributes.

``mask`` puts one NUL in the place of each kept part, so that a mend sees where it stands and cannot change it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vigie.markdown_text import code_lines
from vigie.pasted.code import fenced_in_lists, indented_code
from vigie.pasted.signs import AFTER_SENTENCE, SIGN

KEPT = "\0"
LONGEST_LINE = 20_000
MOST_SIGNS = 400
"""The limits of a paragraph in ``markdown_text``: what is refused there is not read here for minutes."""
MOST_SIGNS_IN_ALL = 8_000
MOST_LINES = 4_000
"""Of a text, or of the points that its pictures would make."""
_READ_AGAIN = '[*_`<(&"'
"""The signs that Markdown, or a mend, reads again and again."""

_WHOLE_LINE = re.compile(
    r"[ ]{0,3}\[[^\]\n\0]+\]:[ \t]*\S.*"  # [page]: https://…
    r"|[ \t]*(?:!!!|\?\?\?\+?)[ \t].*"  # !!! note "Titre"
    r"|(?=.*\|)[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|?)+[ \t]*"  # |---|:-:|
)
_ADDRESS = (
    r"<(?:https?://|mailto:)[^<>\s\0]*>"
    r"|(?<=\])\((?:[^()\n\0]|\([^()\n\0]*\))*\)"  # the target of a link
    r"|(?<![\w@])(?:https?://|www\.)[^\s<>\"«»\0]*[^\s<>\"«»\0.,;:!?)\]}’'…*_|]"
)
_INLINE = re.compile(
    rf"(?P<address>{_ADDRESS})"
    r"|<!--[^\n\0]*?-->"
    r"|</?[A-Za-z][^<>\n\0]*>"
    r"|(?<=\])\[[^\[\]\n\0]*\]"
    r"|\{[ ]?[#.:][^{}\n\0]*\}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|&(?!nbsp;|#160;|#xA0;)(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,20});"
)
_TICKS = re.compile(r"(?<!\\)`+")


@dataclass(frozen=True)
class Masked:
    """A text whose kept parts are NULs; ``kept`` are these parts, in order."""

    text: str
    kept: tuple[str, ...]
    addresses: frozenset[int]
    """The ranks of those that are addresses."""

    def restored(self) -> str:
        """The text again, its kept parts in their places."""
        parts = self.text.split(KEPT)
        return "".join(part + kept for part, kept in zip(parts, [*self.kept, ""], strict=True))

    def mended(self, mend: Callable[[str], str]) -> Masked:
        """The same with other words; unchanged if ``mend`` lost a kept part or made one up."""
        text = mend(self.text)
        return Masked(text, self.kept, self.addresses) if text.count(KEPT) == len(self.kept) else self

    def with_addresses(self, mend: Callable[[str], str]) -> Masked:
        """The same with other addresses."""
        kept = tuple(mend(part) if rank in self.addresses else part for rank, part in enumerate(self.kept))
        return Masked(self.text, kept, self.addresses)


def mask(body: str) -> Masked:
    """``body``, which holds no NUL, with its kept parts masked."""
    lines = body.split("\n")
    code = code_lines(body) | fenced_in_lists(lines) | indented_code(lines)
    spans: list[tuple[int, int, bool]] = []
    start = 0
    block: list[tuple[int, str]] = []
    for index, line in enumerate([*lines, ""]):
        if index in code:
            if index - 1 in code and spans:
                spans[-1] = (spans[-1][0], start + len(line), False)
            else:
                spans += _of_block(block)
                block = []
                spans.append((start + len(line) - len(line.lstrip(" \t`~")), start + len(line), False))
        elif line.strip():
            block.append((start, line))
        else:
            spans += _of_block(block)
            block = []
        start += len(line) + 1
    spans += _of_block(block)
    spans.sort()
    return _cut(body, spans)


def _cut(body: str, spans: list[tuple[int, int, bool]]) -> Masked:
    written: list[str] = []
    kept: list[str] = []
    addresses: set[int] = set()
    position = 0
    for start, end, is_address in spans:
        if start == end:
            continue
        written += [body[position:start], KEPT]
        if is_address:
            addresses.add(len(kept))
        kept.append(body[start:end])
        position = end
    return Masked("".join([*written, body[position:]]), tuple(kept), frozenset(addresses))


def _of_block(block: list[tuple[int, str]]) -> list[tuple[int, int, bool]]:
    """The kept parts of consecutive lines: a span of code may go from one to the next."""
    if not block:
        return []
    first = block[0][0]
    text = "\n".join(line for _start, line in block)
    code = _code_spans(text)
    hidden = text
    for start, end in code:
        hidden = hidden[:start] + KEPT * (end - start) + hidden[end:]
    spans = [(first + start, first + end, False) for start, end in code]
    for start, line in block:
        seen = hidden[start - first : start - first + len(line)]
        if KEPT not in seen and _WHOLE_LINE.fullmatch(seen):
            spans.append((start, start + len(line), "://" in line))
            continue
        spans += [(start + m.start(), start + m.end(), m["address"] is not None) for m in _INLINE.finditer(seen)]
    return spans


def _code_spans(text: str) -> list[tuple[int, int]]:
    """From as many « ` » to as many, whatever is between."""
    ticks = list(_TICKS.finditer(text))
    last_of_size = {len(tick.group()): rank for rank, tick in enumerate(ticks)}
    spans = []
    rank = 0
    while rank < len(ticks):
        size = len(ticks[rank].group())
        after = rank + 1
        if last_of_size[size] > rank:
            after = next(n for n in range(rank + 1, len(ticks)) if len(ticks[n].group()) == size)
            spans.append((ticks[rank].start(), ticks[after].end()))
            after += 1
        rank = after
    return spans


def too_long(text: str) -> int | None:
    """The first line, from 1, that nobody writes and that would be read for minutes; None when there is none."""
    if any(text.count(sign) > MOST_SIGNS_IN_ALL for sign in _READ_AGAIN):
        return 1
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return MOST_LINES
    points = 0
    for number, line in enumerate(lines, start=1):
        points += len(SIGN.findall(line)) + len(AFTER_SENTENCE.findall(line))
        if len(line) > LONGEST_LINE or points > MOST_LINES or max(map(line.count, _READ_AGAIN)) > MOST_SIGNS:
            return number
    return None

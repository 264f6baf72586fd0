"""A pasted text as right Markdown: every mend, again and again until nothing changes, so that cleaning twice is cleaning once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vigie.languages import SOURCE
from vigie.pasted.addresses import direct
from vigie.pasted.dates import dates_in_words
from vigie.pasted.front import front_and_body, without_leading_rules
from vigie.pasted.headings import right_levels, with_ids
from vigie.pasted.hidden import seen, typed_spaces
from vigie.pasted.letters import plain_letters, unbroken
from vigie.pasted.lines import is_markdown, paragraphs, without_hashtags
from vigie.pasted.points import lists
from vigie.pasted.prose import mask
from vigie.pasted.site_words import without_site_words
from vigie.pasted.typography import french

_MOST_PASSES = 12


@dataclass(frozen=True)
class Cleaned:
    """The text, and the beginnings of lines that a person must look at: the last points of lists cut out of a paragraph."""

    text: str
    doubtful: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """The lines taken out as words of the copied site."""


def clean(text: str, lang: str = SOURCE) -> Cleaned:
    """``text`` (newlines as LF, no NUL) in ``lang``, mended; its front matter and a text that is right stay as they are."""
    head, body = front_and_body(text)
    doubtful: list[str] = []
    removed: list[str] = []
    cleaned = body
    for _ in range(_MOST_PASSES):
        mended = _once(cleaned, lang, doubtful, removed, in_lines=_in_lines(cleaned, under_head=bool(head)))
        if mended == cleaned:
            break
        cleaned = _tidy(mended, under_head=bool(head))
    return Cleaned(head + cleaned, tuple(doubtful), tuple(removed))


def _in_lines(body: str, *, under_head: bool) -> bool:
    """Whether each line of ``body`` is a paragraph: nothing parts them, and under a header each ends its sentence too."""
    if is_markdown(body):
        return False
    ends = [line.rstrip()[-1:] for line in body.strip().split("\n")[:-1]]
    return not under_head or all(end in ".!?:;…»)" for end in ends)


def _tidy(body: str, *, under_head: bool) -> str:
    """One empty line between paragraphs, one end of line at the end, nothing before the first word."""
    body = re.sub(r"\n{3,}", "\n\n", body)
    return (body if under_head else without_leading_rules(body.lstrip("\n"))).rstrip("\n") + "\n"


def _once(body: str, lang: str, doubtful: list[str], removed: list[str], *, in_lines: bool) -> str:
    masked = mask(unbroken(seen(body))).with_addresses(direct)

    def points(text: str) -> str:
        written, found = lists(text)
        doubtful.extend(found)
        return written

    def own_words(text: str) -> str:
        written, found = without_site_words(text)
        removed.extend(found)
        return written

    def parted(text: str) -> str:
        return paragraphs(text, in_lines=in_lines)

    for mend in (typed_spaces, plain_letters, own_words, without_hashtags, points, parted):
        masked = masked.mended(mend)
    if lang == SOURCE:
        kept = masked.kept
        for mend in (dates_in_words, french, right_levels, lambda text: with_ids(text, kept)):
            masked = masked.mended(mend)
    return masked.restored()

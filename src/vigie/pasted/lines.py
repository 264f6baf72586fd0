"""Lines of a paste: what the eye reads as paragraphs, lists and breaks, written so that Markdown reads them too."""

from __future__ import annotations

import re

from vigie.pasted.points import HEADING, LIST_LINE
from vigie.pasted.prose import KEPT

_HEADING = re.compile(r" {0,3}#{1,6}\s")
_LONG = 120
"""Nobody wraps lines by hand at more: two such lines are two paragraphs."""
_SPACES = " \t\u00a0\u202f\u2009"
_SEPARATOR = re.compile(r"[ \t]*[-–—*_=~]{1,2}[ \t]*\Z|[ \t]*[━─═]{3,}[ \t]*\Z")
_RULE = re.compile(r"[ ]{0,3}(?:-[ ]*){3,}\Z")
_HASHTAG = re.compile(r"(?:\bhashtag(?=#)|(?<![\w&/#\\\0]))(?<!«)(?<!«[ \u00a0\u202f])#(?=\w*[^\W\d_])(?=\w)")
_HASHTAG_IN_TEXT = re.compile(_HASHTAG.pattern + r"\w+")


def without_hashtags(text: str) -> str:
    """« #Miprof » is Miprof; the sign stays in a heading or between « », where it belongs to a title."""
    return "\n".join(line if HEADING.match(line) else _HASHTAG.sub("", line) for line in text.split("\n"))


def hashtag(line: str) -> str | None:
    """The first hashtag of a line, or None."""
    found = None if HEADING.match(line) else _HASHTAG_IN_TEXT.search(line)
    return found.group() if found else None


def is_markdown(text: str) -> bool:
    """Whether ``text`` already parts its paragraphs (an empty line between two, a heading): its line ends are only wrapping."""
    lines = text.strip().split("\n")
    return any(not line.strip() or _HEADING.match(line) for line in lines)


def paragraphs(text: str, *, in_lines: bool) -> str:
    """``text``, masked, with an empty line wherever Markdown needs one to see what the eye sees.

    ``in_lines``: a long line, or one that is an address, is a paragraph of its own.
    """
    lines = _separators([_without_end_space(line) for line in text.split("\n")])
    written: list[str] = []
    in_list = False
    for line in lines:
        before = written[-1] if written else ""
        is_point = LIST_LINE.match(line) is not None
        if (
            before.strip()
            and line.strip()
            and _apart(before, line, is_point=is_point, in_list=in_list, in_lines=in_lines)
        ):
            written.append("")
        written.append(line)
        in_list = is_point or (in_list and bool(line.strip()) and written[-2:-1] != [""])
    return "\n".join(written)


def _without_end_space(line: str) -> str:
    """Two plain spaces or more at the end are a break, which somebody wanted; any other space there is nothing."""
    bare = line.rstrip(_SPACES)
    end = line[len(bare) :]
    return line if bare and len(end) > 1 and not end.strip(" ") else bare


def _separators(lines: list[str]) -> list[str]:
    """« - » alone on its line would make a heading of the line above: a rule between two texts, none at the ends."""
    written: list[str] = []
    made = False
    for line in lines:
        if not _SEPARATOR.match(line):
            written.append(line)
            continue
        made = True
        if any(other.strip() for other in written) and not _ends_with_rule(written):
            written += ["---", ""] if not written[-1].strip() else ["", "---", ""]
    if made and _ends_with_rule(written):
        written[_last(written) :] = [""]
    return written


def _last(lines: list[str]) -> int:
    return max((n for n, line in enumerate(lines) if line.strip()), default=0)


def _ends_with_rule(lines: list[str]) -> bool:
    return bool(lines) and _RULE.match(lines[_last(lines)]) is not None


def _apart(before: str, line: str, *, is_point: bool, in_list: bool, in_lines: bool) -> bool:
    """Whether a line that follows another without an empty line is something else."""
    if not (_plain(before) and (_plain(line) or LIST_LINE.match(line))) and not (in_list and _plain(line)):
        return False
    if is_point:
        return not in_list and line[:1] not in " \t"
    return in_lines and (max(len(before), len(line)) > _LONG or KEPT in (line.strip(), before.strip()))


def _plain(line: str) -> bool:
    """A line of a paragraph: neither indented nor the beginning of anything else."""
    special = HEADING.match(line) or LIST_LINE.match(line) or _RULE.match(line) or re.match(r"[\s>|:=<]|```|~~~", line)
    return not special and "|" not in line

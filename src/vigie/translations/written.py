"""From the words that came back to the file of the translation: paragraphs whole again, headings with their signs. Text in, text out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vigie.translations.pins import TYPOGRAPHY
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section

_ITEM = re.compile(r"[ \t]*(?:(?P<sign>[-*+•])|(?P<number>\d{1,2})[.)])[ \t]+")
_ITEMS = re.compile(r"^[ \t]*[-*+][ \t]", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*\d+\.[ \t]", re.MULTILINE)
_BOX = re.compile(r'\A[ \t]*!!![ \t]*(?P<kind>\w+)[ \t]*(?:["“”„«»](?P<title>[^"“”„«»]*)["“”„«»])?\s*')
_LONG = 55
"""A first line of that many signs may have been cut by the mail."""


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ by nothing but what mails change: spaces, ends of lines, the form of quotation marks."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.translate(TYPOGRAPHY).split())


def unwrapped(words: str, french: str) -> str:
    """``words`` with each paragraph, item and row on one line again; ``french`` says whether there are lists or tables.

    A line that begins with « 30. » is no item where the French has no numbered list.
    """
    return "\n\n".join(_block(block, french) for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", words.strip()) if block)


def _block(block: str, french: str) -> str:
    if _BOX.match(block):
        return _box(block, french)
    items, numbered = bool(_ITEMS.search(french)), bool(_NUMBERED.search(french))
    row = next((line.count("|") for line in french.split("\n") if line.startswith("|")), 0)
    lines: list[str] = []
    for line in block.split("\n"):
        item = _ITEM.match(line)
        begins = bool(item and ((item["sign"] and items) or (item["number"] and numbered)))
        in_a_row = row and lines and lines[-1].startswith("|")
        if not lines or begins or (in_a_row and lines[-1].count("|") >= row) or line.startswith("<!--"):
            lines.append(re.sub(r"\A[ \t]*•", "-", line) if begins else line)
        else:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
    return "\n".join(lines)


def _box(block: str, french: str) -> str:
    """A framed text: its first line with straight signs, what it holds under it, by four spaces."""
    found = _BOX.match(block)
    if found is None or found["title"] is None:
        return block
    held = _block(block[found.end() :].strip(), french).split("\n")
    title = " ".join(found["title"].split())
    return "\n".join([f'!!! {found["kind"]} "{title}"', *(f"    {line.strip()}" for line in held if line.strip())])


def with_heading(words: str, french: Section) -> str:
    """The words of a section under the heading's own signs: level, id and mark are those of the French."""
    first, _, rest = french.text.partition("\n")
    shape = re.match(r"(#{2,6}) .*?(\{[^{}]*\})\s*$", first)
    if shape is None:
        return unwrapped(words, french.text)
    own, below = _first_line(words)
    heading = f"{shape.group(1)} {_heading_words(own)} {shape.group(2)}"
    below = unwrapped(below, rest)
    return f"{heading}\n\n{below}".rstrip() if rest.strip() or below else heading


def _heading_words(line: str) -> str:
    """``line`` without the signs of a heading before it, nor its id and marks after it."""
    words = line.strip(" \t")
    words = words[len(words[:6]) - len(words[:6].lstrip("#")) :].lstrip(" \t")
    opened = words.rfind("{")
    if opened >= 0 and words.find("}", opened) == len(words) - 1:
        words = words[:opened]
    return words.rstrip(" \t")


def _first_line(words: str) -> tuple[str, str]:
    """The heading, which the mail may have cut in two, and what is under it."""
    lines = words.split("\n")
    until = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    opened = next((n for n, line in enumerate(lines[:until]) if re.search(r"\{\s*[#.][^{}]*(?:\}\s*)?$", line)), None)
    if opened is not None and lines[0].lstrip().startswith("#"):
        end = next((n for n in range(opened, until) if "}" in lines[n]), opened)
    else:
        end = 1 if until == 2 and len(lines[0]) >= _LONG and len(lines) > until else 0
    return " ".join(line.strip() for line in lines[: end + 1]), "\n".join(lines[end + 1 :])


def merged_body(current: Iterable[Section], french: Iterable[Section], returned: dict[str, str]) -> str:
    """The body of the translation once ``returned`` is in it: the sections in the order of the French.

    A section that nobody has translated yet is left out (readers get the French there); one that the French has no more goes;
    one that came back as it went keeps its own file's lines.
    """
    own = {section.id: section.text for section in current}
    written = []
    for section in french:
        if section.id in (TITLE, DESCRIPTION):
            continue
        if section.id in returned and not same_words(returned[section.id], own.get(section.id, "")):
            words = returned[section.id]
            written.append(with_heading(words, section) if section.id != OPENING else unwrapped(words, section.text))
        elif section.id in own:
            written.append(own[section.id])
    return "\n\n".join(written) + "\n"

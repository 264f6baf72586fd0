"""A text cut into what is translated and pinned: its title, its description, what comes before the first heading, its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vigie.markdown_text import Heading

TITLE, DESCRIPTION, OPENING = "(titre)", "(description)", "(début)"
"""Names of the parts that have no heading; the id of a section never has a bracket."""

_NOT_READ = re.compile(r"\{[^{}\n]*\}|\]\([^)]*\)")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


@dataclass(frozen=True)
class Section:
    """One part: its id, its text as it is written, whether it can hurt if wrong, and the line where it begins."""

    id: str
    text: str
    critical: bool = False
    line: int = 1

    @property
    def words(self) -> int:
        """How many words there are to read or to translate."""
        return len(_WORD.findall(_NOT_READ.sub(" ", self.text)))


def sections_of(
    title: str, description: str, body: str, body_line: int, headings: Iterable[Heading]
) -> tuple[Section, ...]:
    """The parts of a text in order; a part without text is left out. ``headings`` carry their lines in the file."""
    headings = tuple(headings)
    lines = body.split("\n")
    starts = [heading.line - body_line for heading in headings]
    ends = [*starts[1:], len(lines)][: len(starts)]
    first = starts[0] if starts else len(lines)
    parts = [
        Section(TITLE, title, line=2),
        Section(DESCRIPTION, description, line=2),
        Section(OPENING, "\n".join(lines[:first]).strip(), line=body_line),
        *(
            Section(heading.id, "\n".join(lines[start:end]).strip(), heading.critical, heading.line)
            for heading, start, end in zip(headings, starts, ends, strict=True)
        ),
    ]
    return tuple(part for part in parts if part.text)

"""The code of a record written into its YAML, the rest of the file untouched: comments, quotes and order are people's."""

from __future__ import annotations

import re

_ID = re.compile(r"^(?P<before>[ \t]*(?:-[ \t]+)?)(?P<brace>\{[ \t]*)?id:[ \t]*(?:\"[^\"]*\"|'[^']*'|[^,}\s#]+)")
_FLOW_SOURCE = re.compile(r"(?P<before>,[ \t]*source:[ \t]*)(?:\"[^\"]*\"|[^,}\s]+)")
_SOURCE_VALUE = re.compile(r"(?P<before>\bsource:[ \t]*)(?:\"[^\"]*\"|[^,}\s#]+)")


def written(code: str) -> str:
    """``code`` as YAML reads it back as a text: digits alone, or around an E, would be a number."""
    return f'"{code}"' if re.fullmatch(r"[0-9]+(?:E[0-9]+)?", code) else code


def with_record_code(text: str, line: int, code: str) -> str | None:
    """``text`` with ``code`` as the ``source`` of the record whose ``id`` is on ``line`` (from 1); None when it is not there."""
    lines = text.split("\n")
    found = _ID.match(lines[line - 1])
    if found is None:
        return None
    here = lines[line - 1]
    if found["brace"]:
        if _FLOW_SOURCE.search(here):
            lines[line - 1] = _FLOW_SOURCE.sub(lambda m: m["before"] + written(code), here, count=1)
        else:
            lines[line - 1] = f"{here[: found.end()]}, source: {written(code)}{here[found.end() :]}"
        return "\n".join(lines)
    indent = " " * len(found["before"])
    for number in range(line, len(lines)):
        row = lines[number]
        if row.startswith(f"{indent}source:"):
            lines[number] = f"{indent}source: {written(code)}" + _end_of_line(row)
            return "\n".join(lines)
        if row.strip() and not row.startswith(indent):
            break
    lines.insert(line, f"{indent}source: {written(code)}" + _end_of_line(here))
    return "\n".join(lines)


def with_code_on_line(text: str, line: int, code: str) -> str | None:
    """``text`` with ``code`` as the ``source`` written on ``line`` (from 1); None when there is none."""
    lines = text.split("\n")
    lines[line - 1], count = _SOURCE_VALUE.subn(lambda m: m["before"] + written(code), lines[line - 1], count=1)
    return "\n".join(lines) if count else None


def _end_of_line(row: str) -> str:
    return "\r" if row.endswith("\r") else ""

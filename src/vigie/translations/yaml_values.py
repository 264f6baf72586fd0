"""Words written into a YAML file at their places: comments, quotes, order and layout of all the rest stay. Text in, text out."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from vigie.strict_yaml import Location
from vigie.translations.record_text import written
from vigie.yaml_list import node_at

CODE = "source"
_SURE_ID = re.compile(r"(?!(?:y|n|on|off|yes|no|true|false|null)\Z)[a-z][a-z0-9-]*\Z")
"""An id that needs no quotes."""
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_MANY = 5
"""Fields from which a record stands apart from its neighbours by an empty line."""


@dataclass(frozen=True)
class NewRecord:
    """A record to add at the end of the list ``list``; its fields in the order in which they are written."""

    list: str
    fields: Mapping[str, str | None]


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    new: str


def with_values(text: str, values: Mapping[Location, str], added: Sequence[NewRecord] = ()) -> str | None:
    """``text`` with ``values`` at their places and the records ``added``; None when a place cannot be found.

    A value already there is replaced, whatever its form; a key that is not there yet is added to its record.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    edits = []
    for place, value in values.items():
        edit = _value(text, root, place, value)
        if edit is None:
            return None
        edits.append(edit)
    for name in dict.fromkeys(record.list for record in added):
        edit = _entries(text, root, name, [record.fields for record in added if record.list == name])
        if edit is None:
            return None
        edits.append(edit)
    return _applied(text, edits)


def expected(value: Any, values: Mapping[Location, str], added: Sequence[NewRecord] = ()) -> Any:
    """What the text that ``with_values`` gives has to be read as, from the ``value`` that it was read as before."""
    value = copy.deepcopy(value)
    for place, words in values.items():
        inner = value
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = words
    for record in added:
        value.setdefault(record.list, []).append(dict(record.fields))
    return value


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        pieces += [text[done : edit.start], edit.new.replace("\n", end)]
        done = edit.end
    return "".join([*pieces, text[done:]])


def _value(text: str, root: yaml.Node, place: Location, value: str) -> _Edit | None:
    key, scalar = str(place[-1]), _scalar(str(place[-1]), value)
    node, record = node_at(root, place), node_at(root, place[:-1])
    if isinstance(node, yaml.ScalarNode):
        return _replaced(text, node, scalar)
    if node is not None or not isinstance(record, yaml.MappingNode) or not record.value:
        return None
    after = record.value[-1][1]
    if key == CODE:
        after = next((found for name, found in record.value if name.value == "id"), after)
    end = _end(text, after)
    if record.flow_style:
        return _Edit(end, end, f", {key}: {scalar}")
    end = _line_end(text, end)
    return _Edit(end, end, f"\n{' ' * record.start_mark.column}{key}: {scalar}")


def _replaced(text: str, node: yaml.ScalarNode, scalar: str) -> _Edit:
    """A text over several lines becomes one line, and the comment of its first line stays there."""
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:
        return _Edit(start, end, f" {scalar}")
    old = text[start:end]
    if node.style in ("|", ">"):
        comment = re.search(r"[ \t]+#.*", old.partition("\n")[0].rstrip("\r"))
        return _Edit(start, start + len(old.rstrip()), scalar + (comment[0] if comment else ""))
    return _Edit(start, end, scalar)


def _entries(text: str, root: yaml.MappingNode, name: str, records: Sequence[Mapping[str, str | None]]) -> _Edit | None:
    """The ``records`` after the last one of the list ``name``, as that one is laid out."""
    found = node_at(root, (name,))
    if found is None:
        end = _line_end(text, _end(text, root))
        return _Edit(end, end, f"\n\n{name}:{''.join(_in_block(records, 2))}")
    if not isinstance(found, yaml.SequenceNode):
        return None
    if not found.value:
        key = next(key for key, node in root.value if node is found)
        start, end = found.start_mark.index, found.end_mark.index
        return _Edit(len(text[:start].rstrip(" ")), end, "".join(_in_block(records, key.start_mark.column + 2)))
    last, end = found.value[-1], _end(text, found.value[-1])
    if found.flow_style:
        return _Edit(end, end, "".join(f", {_in_flow(record)}" for record in records))
    end, column = _line_end(text, end), found.start_mark.column
    if isinstance(last, yaml.MappingNode) and last.flow_style:
        return _Edit(end, end, "".join(f"\n{' ' * column}- {_in_flow(record)}" for record in records))
    apart = len(found.value) > 1 and _are_apart(text, *found.value[-2:])
    return _Edit(end, end, "".join(_in_block(records, column, apart=apart, first=apart)))


def _are_apart(text: str, one: yaml.Node, other: yaml.Node) -> bool:
    return _BLANK_LINE.search(text, _end(text, one), other.start_mark.index) is not None


def _in_block(
    records: Sequence[Mapping[str, str | None]], column: int, *, apart: bool | None = None, first: bool = False
) -> Iterator[str]:
    """Each of the ``records`` on its lines, ``column`` spaces before its dash."""
    for number, record in enumerate(records):
        blank = first if number == 0 else len(record) > _MANY if apart is None else apart
        lines = [f"{key}: {_scalar(key, value)}" for key, value in record.items()]
        start = "\n" if blank else ""
        yield start + "".join(f"\n{' ' * column}{'  ' if n else '- '}{line}" for n, line in enumerate(lines))


def _in_flow(record: Mapping[str, str | None]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(key, value)}" for key, value in record.items()) + "}"


def _scalar(key: str, value: str | None) -> str:
    """``value`` on one line, as YAML reads it back: JSON's texts are YAML's."""
    if value is None:
        return "null"
    if key == CODE:
        return written(value)
    if key == "id" and _SURE_ID.match(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _end(text: str, node: yaml.Node) -> int:
    """Where the last sign under ``node`` ends: of what is indented, YAML tells where the next thing begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_end(text: str, place: int) -> int:
    """The end of the line of ``place``, before its sign."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[place:end].endswith("\r") else end

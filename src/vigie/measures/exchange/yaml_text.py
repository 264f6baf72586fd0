"""Write new values into a YAML text without touching anything else: comments, order and layout stay those of the file.

The nodes of the old text say where each value stands; each value that differs is cut out and written again in the style
it had. The result is read again: if it is not exactly what was asked, or if a comment is gone, nothing is given back.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from vigie import strict_yaml
from vigie.measures.exchange import yaml_style as style


class CannotWrite(Exception):
    """This change needs a person's hand in the file; the message says why, in French."""

    def __init__(self, line: int, why: str) -> None:
        self.line = line
        self.why = why
        super().__init__(f"ligne {line} : {why}")


def rewrite(text: str, value: Any) -> str:
    """``text``, which the strict loader accepts, changed so that it reads as ``value``; raises ``CannotWrite``."""
    located, problems = strict_yaml.load(text, "")
    if problems:
        raise CannotWrite(problems[0].line, problems[0].what)
    if located.value == value and same_types(located.value, value):
        return text
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        raise CannotWrite(1, "le fichier est vide")
    editor = _Editor(text)
    editor.change(root, located.value, value, None)
    made = editor.result()
    again, problems = strict_yaml.load(made, "")
    if problems or again.value != value or not same_types(again.value, value):
        raise CannotWrite(1, "cette modification ne s’écrit pas sûrement dans le fichier")
    if [said for _place, said in comments(made)] != [said for _place, said in editor.comments]:
        raise CannotWrite(1, "un commentaire du fichier serait perdu")
    return made


def same_types(one: Any, other: Any) -> bool:
    """Python says 1 == True == 1.0; a file must not."""
    if isinstance(one, dict):
        return all(same_types(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return all(same_types(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other)


def comments(text: str) -> list[tuple[int, str]]:
    """The comments of ``text`` and where they begin: what stands between YAML's tokens, or after the sign of a block."""
    found: list[tuple[int, str]] = []
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start = int(token.start_mark.index)
        found += _between(text, end, max(start, end))
        end = max(end, int(token.end_mark.index))
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += _between(text, start, text.find("\n", start))
    return found + _between(text, end, len(text))


def _between(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in re.compile(r"#[^\n]*").finditer(text, start, end)]


class _Editor:
    """Collects the slices to replace; nothing is written before all are known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments = comments(text)
        self._splices: list[tuple[int, int, str]] = []

    def result(self) -> str:
        made = self.text
        for start, end, new in sorted(self._splices, reverse=True):
            made = made[:start] + new + made[end:]
        return made

    def change(self, node: yaml.Node, old: Any, new: Any, column: int | None) -> None:
        """Make ``node``, read as ``old``, read as ``new``; ``column`` is that of its key, None inside brackets."""
        if old == new and same_types(old, new):
            return
        if isinstance(node, yaml.MappingNode) and isinstance(new, dict):
            self._mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list):
            self._sequence(node, old, new, column)
        else:
            self._replace(node, new, column)

    def _mapping(self, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any]) -> None:
        if set(old) - set(new):
            raise CannotWrite(_line(node), "une clé serait ôtée")
        is_flow = bool(node.flow_style)
        before: yaml.Node | None = None
        pairs = {key.value: (key, value) for key, value in node.value}
        for key, value in new.items():
            if key in pairs:
                key_node, before = pairs[key]
                self.change(before, old[key], value, None if is_flow else key_node.start_mark.column)
            elif before is None:
                raise CannotWrite(_line(node), f"la clé « {key} » n’a pas de place")
            elif is_flow:
                self._splice(_end(self.text, before), _end(self.text, before), f", {key}: {style.flow(value)}")
            else:
                indent = node.start_mark.column
                self._add_line(_after(self.text, before, indent), " " * indent + style.entry(key, value, indent))

    def _sequence(self, node: yaml.SequenceNode, old: list[Any], new: list[Any], column: int | None) -> None:
        if len(new) >= len(old) and node.value:
            is_block, records = not node.flow_style, isinstance(new[0], dict)
            if records or (is_block and new[: len(old)] == old):
                if not is_block and len(new) > len(old):
                    self._replace(node, new, column)
                    return
                for child, before, after in zip(node.value, old, new, strict=False):
                    self.change(child, before, after, node.start_mark.column if is_block else None)
                if len(new) > len(old):
                    self._append(node, new[len(old) :])
                return
        self._replace(node, new, column)

    def _append(self, node: yaml.SequenceNode, added: list[Any]) -> None:
        dash = node.start_mark.column
        place = _after(self.text, node.value[-1], dash)
        apart = len(node.value) > 1 and "\n\n" in self._between(node.value[-2], node.value[-1])
        for value in added:
            written = style.item(value, dash) if isinstance(value, dict) else f"- {style.scalar(value)}"
            self._add_line(place, ("\n" if apart else "") + " " * dash + written)

    def _between(self, before: yaml.Node, after: yaml.Node) -> str:
        return self.text[_end(self.text, before) : after.start_mark.index]

    def _replace(self, node: yaml.Node, new: Any, column: int | None) -> None:
        start, end = int(node.start_mark.index), _end(self.text, node)
        kept = [said for place, said in self.comments if start <= place < end]
        if kept and not _is_block_scalar(node):
            raise CannotWrite(_line(node), "cette valeur contient un commentaire, qui serait perdu")
        written = self._written(node, new, column, start)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            start = len(self.text[:start].rstrip(" \n"))
        if "\n" in written:
            start = len(self.text[:start].rstrip(" "))
            beside = re.compile(r" *(#[^\n]*)").match(self.text, end)  # it would be read as the text's last words
            if beside:
                kept, end = [*kept, beside.group(1)], beside.end()
        if kept:
            first, _, rest = written.partition("\n")
            written = " ".join([first, *kept]) + ("\n" + rest if rest else "")
        joined = self.text[start - 1 : start] in (" ", "[", "{", "") or written.startswith(("\n", " "))
        self._splice(start, end, written if joined else f" {written}")

    def _written(self, node: yaml.Node, new: Any, column: int | None, start: int) -> str:
        if column is None:
            return (
                style.flow(new) if isinstance(new, dict | list) else style.scalar(new, in_flow=True, style=_quote(node))
            )
        if isinstance(new, dict | list):
            return style.entry("", new, column)[1:].lstrip(" ")
        if style.can_fold(new) and (_is_block_scalar(node) or self._grows_too_long(node, new, start)):
            return style.folded(new, column + 2)
        return style.scalar(new, style=_quote(node))

    def _grows_too_long(self, node: yaml.Node, new: str, start: int) -> bool:
        """A long line that somebody wrote stays one; a short one does not become long."""
        column = start - (self.text.rfind("\n", 0, start) + 1)
        was_long = column + _end(self.text, node) - start > style.WIDTH
        return not was_long and column + len(style.scalar(new, style=_quote(node))) > style.WIDTH

    def _add_line(self, place: int, line: str) -> None:
        """A line after the one that ends at ``place``; several at one place keep their order."""
        for index, (start, end, new) in enumerate(self._splices):
            if start == end == place and new.startswith("\n"):
                self._splices[index] = (start, end, f"{new}\n{line}")
                return
        self._splice(place, place, f"\n{line}")

    def _splice(self, start: int, end: int, new: str) -> None:
        self._splices.append((start, end, new))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _quote(node: yaml.Node) -> str | None:
    return node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None


def _is_block_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _end(text: str, node: yaml.Node) -> int:
    """Where the written value ends: YAML ends a block only where the next thing begins."""
    if isinstance(node, yaml.ScalarNode):
        end = int(node.end_mark.index)
        return len(text[:end].rstrip(" \n")) if _is_block_scalar(node) else end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _after(text: str, node: yaml.Node, column: int) -> int:
    """The end of the last line of ``node``, with the comments below that are written further in than ``column``."""
    end = text.find("\n", _end(text, node))
    end = len(text) if end == -1 else end
    for match in re.compile(r"\n( *)#[^\n]*").finditer(text, end):
        if match.start() != end or len(match.group(1)) <= column:
            break
        end = match.end()
    return end

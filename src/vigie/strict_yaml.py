"""One strict YAML loader for everything people edit.

YAML guesses: ``no`` becomes false, ``12:30`` a number of minutes, ``0806`` an octal, a repeated key silently wins.
Here what could be misread is refused with its line, and dates stay the text that was written (partial dates exist).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from vigie.problems import Problem

Location = tuple[str | int, ...]

_GUESSED_BOOLEANS = re.compile(r"(?:yes|no|on|off|y|n)\Z", re.IGNORECASE)
_SEXAGESIMAL = re.compile(r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?\Z")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)\Z")
_LEADING_ZERO = re.compile(r"[-+]?0\d+\Z|\+\d+\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.\d+\Z")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[xob][0-9a-f_]+|\.(?:inf|nan)|\d+(?:\.\d*)?e[-+]?\d+|\d[\d_]*_[\d_]*)\Z", re.IGNORECASE
)
_NULLS = {"", "~", "null"}

_SYNTAX = {
    "mapping values are not allowed": ("un « : » est mal placé", 'mettez le texte entre guillemets « " »'),
    "could not find expected ':'": ("il manque un « : »", "écrivez « clé: valeur » (avec une espace après « : »)"),
    "found character '\\t'": ("une tabulation sert de retrait", "remplacez-la par des espaces"),
    "found unexpected end of stream": ("un guillemet n’est pas refermé", "refermez-le"),
    "expected <block end>": ("le retrait de cette ligne ne suit pas celui des autres", "alignez-la sur ses voisines"),
    "while parsing a flow": ("un crochet ou une accolade n’est pas refermé", "refermez-le"),
    "found undefined alias": ("« * » a un sens particulier en YAML", "mettez le texte entre guillemets"),
}


@dataclass(frozen=True)
class Located:
    """A value read from YAML and, for each place in it (``("measures", 3, "label")``), its line counted from 1."""

    value: Any
    lines: dict[Location, int] = field(default_factory=dict)

    def line(self, location: Location) -> int:
        """The line of ``location``, or of the nearest thing around it."""
        for length in range(len(location), -1, -1):
            if location[:length] in self.lines:
                return self.lines[location[:length]]
        return 1


def load(text: str, path: str, first_line: int = 1) -> tuple[Located, list[Problem]]:
    """Read ``text``; ``first_line`` is the line of the file on which it begins (front matter begins on the second)."""
    shift = first_line - 1
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Located(None), [_syntax_problem(error, path, shift)]
    builder = _Builder(path, shift)
    value = None if node is None else builder.value(node, ())
    return Located(value, builder.lines), builder.problems


def _syntax_problem(error: yaml.YAMLError, path: str, shift: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = (mark.line + 1 if mark else 1) + shift
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    for known, (what, mend) in _SYNTAX.items():
        if known in said:
            return Problem(path, line, what, mend)
    return Problem(
        path, line, "cette ligne ne se lit pas en YAML", "vérifiez retraits, guillemets et « : », ici ou juste avant"
    )


class _Builder:
    """Turns YAML nodes into plain values, noting lines and refusing what could be misread."""

    def __init__(self, path: str, shift: int) -> None:
        self.path = path
        self.shift = shift
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def refuse(self, node: yaml.Node, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, self._line(node), what, mend))

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.shift

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, self._line(node))
        if id(node) in self._seen:
            self.refuse(node, "« & » et « * » (renvois) ne sont pas admis", "recopiez la valeur")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML knows three kinds of nodes
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if not key or key == "<<":
                self.refuse(key_node, "cette clé n’est pas un mot", "écrivez « clé: valeur »")
                continue
            if key in result:
                first = self.lines[(*location, key)]
                self.refuse(key_node, f"la clé « {key} » est écrite deux fois (déjà ligne {first})", "gardez-en une")
                continue
            self.lines[(*location, key)] = self._line(key_node)
            result[key] = self.value(value_node, (*location, key))
        return result

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = str(node.value)
        if node.style is not None:
            return text
        if node.tag not in _PLAIN_TAGS:
            self.refuse(node, "« ! » (étiquette YAML) n’est pas admis", "mettez le texte entre guillemets")
            return None
        return self._plain(node, text)

    def _plain(self, node: yaml.ScalarNode, text: str) -> Any:
        quoted = f'écrivez "{text}" entre guillemets'
        if text.lower() in _NULLS:
            return None
        if text in ("true", "false"):
            return text == "true"
        if _GUESSED_BOOLEANS.match(text) or text.lower() in ("true", "false"):
            self.refuse(
                node, f"« {text} » sans guillemets est ambigu en YAML", "écrivez true ou false, ou " + quoted[8:]
            )
        elif _SEXAGESIMAL.match(text):
            self.refuse(node, f"« {text} » serait lu comme un nombre en base 60", quoted)
        elif _LEADING_ZERO.match(text):
            self.refuse(node, f"« {text} » perdrait son premier signe", quoted)
        elif _ODD_NUMBER.match(text):
            self.refuse(node, f"« {text} » n’est pas un nombre écrit simplement", quoted)
        elif _INTEGER.match(text):
            return int(text)
        elif _DECIMAL.match(text):
            return float(text)
        return text


_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
}

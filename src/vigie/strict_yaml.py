"""One strict YAML loader for everything people edit.

YAML guesses: ``no`` becomes false, ``12:30`` a number of minutes, ``0806`` an octal, a repeated key silently wins.
Here what could be misread is refused with its line, and dates stay the text that was written (partial dates exist).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from vigie.problems import Problem
from vigie.reading import hidden_character

Location = tuple[str | int, ...]

_GUESSED_BOOLEANS = re.compile(r"(?:yes|no|on|off|y|n)\Z", re.IGNORECASE)
_SEXAGESIMAL = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?\Z")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")
_LEADING_ZERO = re.compile(r"(?:[-+]?0|\+)[0-9]+\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[xob][0-9a-f_]+|\.(?:inf|nan)|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?|[0-9][0-9_.]*_[0-9_.]*)\Z",
    re.IGNORECASE,
)
_NULLS = {"", "~", "null"}
_DEEPEST = 30
"""Nothing that people write has so many levels: more is a slip (or an attack on the stack)."""

_REFERENCE = ("« & » et « * » (renvois) ne sont pas admis", "recopiez la valeur, ou mettez le texte entre guillemets")
_TAG = ("« ! » (étiquette YAML) n’est pas admis", "mettez le texte entre guillemets")
_SYNTAX = {
    "mapping values are not allowed": ("un « : » est mal placé", 'mettez le texte entre guillemets « " »'),
    "could not find expected ':'": ("il manque un « : »", "écrivez « clé: valeur » (avec une espace après « : »)"),
    "found character '\\t'": ("une tabulation n’est pas à sa place", "remplacez-la par des espaces"),
    "that cannot start any token": ("ce signe ne peut pas commencer un texte", "mettez le texte entre guillemets"),
    "while scanning a quoted scalar": ("un guillemet n’est pas refermé", "refermez-le"),
    "while scanning a double-quoted scalar": ("« \\ » a un sens particulier entre guillemets", "écrivez « \\\\ »"),
    "<block end>, but found '<scalar>'": (
        "il reste du texte après un guillemet ou un crochet refermé",
        'mettez tout le texte entre guillemets, et « \\" » à l’intérieur',
    ),
    "expected <block end>": ("le retrait de cette ligne ne suit pas celui des autres", "alignez-la sur ses voisines"),
    "while parsing a flow": ("un crochet ou une accolade n’est pas refermé", "refermez-le"),
    "found undefined alias": _REFERENCE,
    "while scanning an alias": _REFERENCE,
    "while scanning an anchor": _REFERENCE,
    "found duplicate anchor": _REFERENCE,
    "while scanning a tag": _TAG,
    "while parsing a tag": _TAG,
    "found undefined tag handle": _TAG,
    "expected a single document": ("une ligne « --- » coupe ce fichier en deux", "ôtez-la"),
    "too deep": (
        f"plus de {_DEEPEST} niveaux de retraits ou de crochets",
        "comptez-les : il y en a sans doute de trop",
    ),
}
_WHERE_IT_BEGINS = ("while scanning a quoted scalar", "while parsing a flow", "could not find expected ':'")
"""Errors that YAML notices far after the line to mend."""


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
    read = _load_small if len(text) < _SMALL else _load_large
    located, problems = read(text, path, first_line)
    return located, list(problems)


_SMALL = 50_000
"""Letters: beyond, what was read weighs tens of megabytes, and only the last few versions are worth keeping."""


def _load(text: str, path: str, first_line: int) -> tuple[Located, tuple[Problem, ...]]:
    shift = first_line - 1
    if plain := _composed_in_c(text):
        builder = _Builder(path, shift)
        return Located(builder.value(plain, ()), builder.lines), tuple(builder.problems)
    try:
        composer = _Composer(text)
        node = composer.get_single_node()
    except yaml.YAMLError as error:
        return Located(None), (_syntax_problem(error, path, shift),)
    builder = _Builder(path, shift)
    value = None if node is None else builder.value(node, ())
    signs = [Problem(path, line + 1 + shift, *message) for line, message in composer.signs]
    return Located(value, builder.lines), (*signs, *builder.problems)


# Both depend on nothing but the text: what did not change between two builds of the preview is not read again.
_load_small = lru_cache(maxsize=512)(_load)
_load_large = lru_cache(maxsize=4)(_load)


def _syntax_problem(error: yaml.YAMLError, path: str, shift: int) -> Problem:
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    begins = any(known in said for known in _WHERE_IT_BEGINS)
    mark = getattr(error, "context_mark" if begins else "problem_mark", None)
    line = (mark.line + 1 if mark else 1) + shift
    for known, (what, mend) in _SYNTAX.items():
        if known in said:
            return Problem(path, line, what, mend)
    return Problem(
        path, line, "cette ligne ne se lit pas en YAML", "vérifiez retraits, guillemets et « : », ici ou juste avant"
    )


def _composed_in_c(text: str) -> yaml.Node | None:
    """The nodes of a text that holds nothing to refuse, read by PyYAML's own C parser: eight times faster.

    None when that parser is missing, finds an error, a tag, an anchor or too many levels: the slow one tells it in words.
    It lets « ? » stand inside braces and « # » after « > », where the slow one stops; what both read, they read alike.
    """
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None or "\t" in text:  # a tab inside a text: the C parser lets it pass
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth >= _DEEPEST or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return None
        return yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError, OverflowError):
        return None


class _Composer(yaml.SafeLoader):
    """Notes the signs that nodes do not keep (``!tag``, ``&anchor``, ``*alias``), and stops at what Python cannot hold."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.signs: list[tuple[int, tuple[str, str]]] = []
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call] # PyYAML's scanner has no types
        if getattr(event, "anchor", None) is not None:
            self.signs.append((event.start_mark.line, _REFERENCE))
        if getattr(event, "tag", None) is not None:
            self.signs.append((event.start_mark.line, _TAG))
        if self._depth == _DEEPEST:
            raise yaml.composer.ComposerError(None, None, "too deep", event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def fetch_more_tokens(self) -> None:
        """Escapes and versions are read with ``chr`` and ``int``, whose refusals are no errors of YAML."""
        try:
            super().fetch_more_tokens()
        except (ValueError, OverflowError):
            context = "while scanning a double-quoted scalar"
            raise yaml.scanner.ScannerError(context, None, "out of range", self.get_mark()) from None


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
            return None  # an alias, already refused; following it could have no end
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
            if not key or key == "<<" or hidden_character(key):
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
        if not node.style:  # None, or nothing from the C parser
            return self._plain(node, text)
        if hidden := hidden_character(text):  # written as an escape: reading the file could not see it
            self.refuse(node, *hidden)
        return text

    def _plain(self, node: yaml.ScalarNode, text: str) -> Any:
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        quoted = f'écrivez "{shown}" entre guillemets'
        if text.lower() in _NULLS:
            return None
        if text in ("true", "false"):
            return text == "true"
        if _GUESSED_BOOLEANS.match(text) or text.lower() in ("true", "false"):
            self.refuse(
                node, f"« {text} » sans guillemets est ambigu en YAML", "écrivez true ou false, ou " + quoted[8:]
            )
        elif _SEXAGESIMAL.match(text):
            self.refuse(node, f"« {shown} » serait lu comme un nombre en base 60", quoted)
        elif _LEADING_ZERO.match(text):
            self.refuse(node, f"« {shown} » perdrait son premier signe", quoted)
        elif _INTEGER.match(text):
            return int(text)
        elif _DECIMAL.match(text):
            return float(text)
        elif _ODD_NUMBER.match(text):
            self.refuse(node, f"« {shown} » n’est pas un nombre écrit simplement", quoted)
        return text

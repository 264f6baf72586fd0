"""The words of the interface: ``data/interface.yaml`` in French, ``data/<lang>/interface.yaml`` in the others.

A string is complete or missing, with the same ``{names}`` to fill in. Where one is missing the French stands in, marked
as French (``borrowed``): a pilot language may lack some, a public one none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import RootModel, model_validator

from vigie.borrowed import own_inside, sentence, within
from vigie.data_files import Loaded
from vigie.languages import SOURCE
from vigie.problems import Problem
from vigie.values import PlainText, Text

_FIELD = re.compile(r"\{([a-z_]+)\}")
_TOGETHER = (
    ("search_busy", "search_count", "search_some", "search_first", "search_none", "search_failed"),
    ("filter_title", "filter_none", "count_content", "count_measure"),
)
"""What a script writes in one place of a page: in one language, or all of it in French."""
_SHOWN_MISSING = 5


class Strings(RootModel[dict[str, PlainText]]):
    """Key to text, with ``{names}`` replaced when shown."""

    @model_validator(mode="before")
    @classmethod
    def nothing_is_no_string(cls, value: object) -> object:
        """A file of comments alone, in which a language begins, has no string yet."""
        return {} if value is None else value


@dataclass(frozen=True)
class Interface:
    """The strings of one language; an unknown key is an error of the templates, not of the editors."""

    lang: str
    strings: Mapping[str, str]
    french: Mapping[str, str] = field(default_factory=dict)
    """What stands in for a string that the language lacks."""

    def __call__(self, key: str, **fields: object) -> str:
        """The string ``key``, filled in; a ``Text`` keeps its language. Marked when it is borrowed from the French."""
        if self.lends(key):
            return sentence(_FIELD.sub(lambda m: self._inside_french(fields[m.group(1)]), self.french[key]))
        return _FIELD.sub(lambda m: self._inside(fields[m.group(1)]), self.strings[key])

    def has(self, key: str) -> bool:
        return key in self.strings

    def lends(self, key: str) -> bool:
        """Whether the string is French here, for want of one of this language."""
        together = next((keys for keys in _TOGETHER if key in keys), (key,))
        return key in self.french and any(other in self.french and other not in self.strings for other in together)

    def missing(self) -> tuple[str, ...]:
        """The keys that only the French has."""
        return tuple(key for key in self.french if key not in self.strings)

    def _inside(self, given: object) -> str:
        return within(given, self.lang) if isinstance(given, Text) else str(given)

    def _inside_french(self, given: object) -> str:
        if isinstance(given, Text) and given.lang == SOURCE:
            return given.value
        return own_inside(str(given))


def every_string_is_translated(french: Loaded[Strings], other: Loaded[Strings]) -> list[Problem]:
    """Same keys and same ``{names}`` in both. A missing string only warns: readers get the French, said to be French."""
    problems = []
    missing = [key for key in french.record.root if key not in other.record.root]
    if missing:
        what = f"{len(missing)} textes sur {len(french.record.root)} manquent ({named(missing)})"
        problems.append(
            other.problem((), what, "traduisez-les ; en attendant ils paraissent en français", blocking=False)
        )
    for key, text in french.record.root.items():
        translated = other.record.root.get(key)
        if translated is not None and set(_FIELD.findall(text)) != set(_FIELD.findall(translated)):
            names = sorted(set(_FIELD.findall(text)))
            mend = (
                "gardez " + ", ".join("{" + name + "}" for name in names) if names else "ôtez les mots entre accolades"
            )
            problems.append(other.problem((key,), f"« {key} » n’a pas les mêmes mots à remplir", mend))
    for key in other.record.root:
        if key not in french.record.root:
            problems.append(other.problem((key,), f"« {key} » n’existe pas en français", "ôtez cette ligne"))
    return problems


def named(keys: Sequence[str]) -> str:
    """The first of ``keys``, for a message."""
    return ", ".join(keys[:_SHOWN_MISSING]) + (", …" if len(keys) > _SHOWN_MISSING else "")

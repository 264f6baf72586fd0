"""The words of the interface: ``data/interface.yaml`` in French, ``data/<lang>/interface.yaml`` in the others.

A string is complete or missing; a language that is shown has them all, with the same ``{names}`` to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import RootModel

from vigie.data_files import Loaded
from vigie.problems import Problem
from vigie.values import PlainText

_FIELD = re.compile(r"\{([a-z_]+)\}")


class Strings(RootModel[dict[str, PlainText]]):
    """Key to text, with ``{names}`` replaced when shown."""


@dataclass(frozen=True)
class Interface:
    """The strings of one language; an unknown key is an error of the templates, not of the editors."""

    lang: str
    strings: Mapping[str, str]

    def __call__(self, key: str, **fields: object) -> str:
        return _FIELD.sub(lambda m: str(fields[m.group(1)]), self.strings[key])

    def has(self, key: str) -> bool:
        return key in self.strings


def every_string_is_translated(french: Loaded[Strings], other: Loaded[Strings], *, required: bool) -> list[Problem]:
    """Same keys and same ``{names}`` in both; missing ones block only a language that is shown."""
    problems = []
    for key, text in french.record.root.items():
        translated = other.record.root.get(key)
        if translated is None:
            problems.append(other.problem((), f"le texte « {key} » manque", f"traduisez : {text}", blocking=required))
        elif set(_FIELD.findall(text)) != set(_FIELD.findall(translated)):
            names = sorted(set(_FIELD.findall(text)))
            mend = (
                "gardez " + ", ".join("{" + name + "}" for name in names) if names else "ôtez les mots entre accolades"
            )
            problems.append(other.problem((key,), f"« {key} » n’a pas les mêmes mots à remplir", mend))
    for key in other.record.root:
        if key not in french.record.root:
            problems.append(other.problem((key,), f"« {key} » n’existe pas en français", "ôtez cette ligne"))
    return problems

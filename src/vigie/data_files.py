"""Read one YAML file of ``data/`` into its record, keeping the lines that checks speak of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from vigie import strict_yaml
from vigie.problems import Problem
from vigie.reading import read_text
from vigie.records import read_record
from vigie.strict_yaml import Located, Location

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A record and where each of its parts was written."""

    record: M
    located: Located
    path: str

    def problem(self, location: Location, what: str, mend: str, *, blocking: bool = True) -> Problem:
        """A problem on the line of ``location``."""
        return Problem(self.path, self.located.line(location), what, mend, blocking)


def parse_data(model: type[M], text: str, path: str) -> tuple[Loaded[M] | None, list[Problem]]:
    """``text`` as ``model``; None when anything is refused."""
    located, problems = strict_yaml.load(text, path)
    if problems:
        return None, problems
    record, problems = read_record(model, located, path)
    return (Loaded(record, located, path) if record is not None else None), problems


def load_data(model: type[M], root: Path, path: str) -> tuple[Loaded[M] | None, list[Problem]]:
    """``root/path`` as ``model``."""
    text, problems = read_text(root / path, root)
    if problems:
        return None, problems
    return parse_data(model, text, path)

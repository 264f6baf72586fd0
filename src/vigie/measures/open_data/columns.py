"""A column of a table: its key (that of the YAML), its French words, and what a cell of it may hold.

Descriptions, types and closed lists are those of the models: a list that grows there grows here.
"""

from __future__ import annotations

import datetime
import re
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from vigie.values import PartialDate

Cell = str | int | float | bool | None
"""None is a cell left empty: not known, or nothing to say. Never 0."""
Type = Literal["string", "date", "partial_date", "integer", "boolean", "any"]

SEPARATOR = "|"
"""Between the values of a cell that holds several."""


@dataclass(frozen=True)
class Column:
    """``type`` is ``partial_date`` for a year, a month or a day, ``any`` for a number, a yes/no or a text."""

    key: str
    title: str
    description: str
    type: Type
    path: str
    """Where the value is, from the row's record: ``finding.validated.on``."""
    allowed: tuple[str, ...] = ()
    words: str | None = None
    """How the keys of ``data/interface.yaml`` begin that say the allowed values in words."""
    many: bool = False
    required: bool = False

    def read(self, row: object) -> Cell:
        """The cell of ``row``; nothing beyond a None on the way."""
        value: Any = row
        for name in self.path.split("."):
            value = getattr(value, name, None)
        return _cell(value)


def _cell(value: Any) -> Cell:
    if isinstance(value, tuple):
        return SEPARATOR.join(str(part) for part in value) or None
    return str(value) if isinstance(value, datetime.date | PartialDate) else value


def spaced(text: str) -> str:
    """``text`` with the unbreakable spaces of French: descriptions of models are written with ordinary ones."""
    text = re.sub(r"« | (?=[:»])", lambda found: found.group().replace(" ", "\u00a0"), text)
    return re.sub(r" (?=[;!?])", "\u202f", text)


def columns_of(model: type[BaseModel], at: str = "") -> Callable[..., Column]:
    """A maker of columns for rows that hold a ``model`` under the name ``at`` ("" when the row is one)."""

    def column(
        key: str, title: str, path: str = "", *, description: str = "", words: str | None = None, may_lack: bool = False
    ) -> Column:
        field, optional = _field(model, path or key)
        type_, allowed, many, may_be_none = _read_annotation(field.annotation)
        said = spaced(re.sub(r"\bnull\b", "vide", description or field.description or ""))
        filled = not many or any(getattr(rule, "min_length", 0) for rule in field.metadata)
        required = filled and field.is_required() and not (optional or may_be_none or may_lack)
        where = f"{at}.{path or key}".lstrip(".")
        return Column(key, spaced(title), said, type_, where, allowed, words, many, required)

    return column


def _field(model: type[BaseModel], path: str) -> tuple[FieldInfo, bool]:
    """The field at ``path``, and whether something on the way may be None."""
    optional = False
    *above, last = path.split(".")
    for name in above:
        kinds = _alternatives(model.model_fields[name].annotation)
        optional |= type(None) in kinds
        model = next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel))
    return model.model_fields[last], optional


def _alternatives(annotation: Any) -> list[Any]:
    """What a value may be, without the validators around."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _alternatives(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return [kind for part in typing.get_args(annotation) for kind in _alternatives(part)]
    return [annotation]


def _read_annotation(annotation: Any) -> tuple[Type, tuple[str, ...], bool, bool]:
    """Type of the cell, closed list, whether it holds several values, whether it may be empty."""
    kinds = _alternatives(annotation)
    may_be_none = type(None) in kinds
    kinds = [kind for kind in kinds if kind is not type(None)]
    first = kinds[0]
    if typing.get_origin(first) is tuple:
        element = _alternatives(typing.get_args(first)[0])[0]
        return "string", _choices(element), True, may_be_none
    if len(kinds) > 1:
        return "any", (), False, may_be_none
    known: dict[Any, Type] = {
        PartialDate: "partial_date", datetime.date: "date", int: "integer", bool: "boolean", str: "string",
    }  # fmt: skip
    return ("string" if _choices(first) else known[first]), _choices(first), False, may_be_none


def _choices(kind: Any) -> tuple[str, ...]:
    return typing.get_args(kind) if typing.get_origin(kind) is Literal else ()

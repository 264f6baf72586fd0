"""From plain values to frozen records, with every refusal in French on its line.

``Record`` is the parent of all our models: frozen, strict, no unknown key. ``read_record`` validates a ``Located``
value and turns each pydantic error into a ``Problem``; a model's own rules raise ``refusal(what, mend)``.
"""

from __future__ import annotations

import difflib
import json
import types
import typing
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from vigie.problems import Problem
from vigie.strict_yaml import Located, Location


class Record(BaseModel):
    """A frozen record of the domain; keys are checked, types are not converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other fields; what was derived from the old ones is not copied with them, as pydantic would."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in set(copied.__dict__) - set(type(self).model_fields):
            del copied.__dict__[derived]
        return copied


M = TypeVar("M", bound=BaseModel)

REFUSAL = "vigie"
_KINDS = {
    "string": "un texte",
    "int": "un nombre entier",
    "float": "un nombre",
    "bool": "true ou false",
    "list": "une liste",
    "tuple": "une liste",
    "frozen_set": "une liste",
    "dict": "des clés et leurs valeurs",
    "model": "des clés et leurs valeurs",
    "model_attributes": "des clés et leurs valeurs",
}


def refusal(what: str, mend: str) -> PydanticCustomError:
    """What a validator of a model raises: the two halves of a message."""
    return PydanticCustomError(REFUSAL, "{what} ; {mend}", {"what": what, "mend": mend})


def read_record(model: type[M], located: Located, path: str) -> tuple[M | None, list[Problem]]:
    """Validate ``located.value`` as ``model``; on refusal, None and one problem per error."""
    try:
        return model.model_validate_json(json.dumps(located.value, ensure_ascii=False)), []
    except ValidationError as error:
        found = [details for details in error.errors(include_url=False) if not _is_an_echo(details)]
        return None, sorted({_problem(model, details, located, path) for details in found})


def _is_an_echo(error: ErrorDetails) -> bool:
    """pydantic says a list « too short » when one of its elements, already reported, is refused."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _problem(model: type[BaseModel], error: ErrorDetails, located: Located, path: str) -> Problem:
    location = tuple(error["loc"])
    what, mend = _in_french(model, error, location)
    return Problem(path, located.line(location), what, mend)


def _in_french(model: type[BaseModel], error: ErrorDetails, location: Location) -> tuple[str, str]:
    kind = error["type"]
    context: dict[str, Any] = dict(error.get("ctx") or {})
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    named = f"« {key} »" if key else "ce contenu"
    if kind == REFUSAL:
        return str(context["what"]), str(context["mend"])
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(key, field_names(model, location[:-1]), n=1)
        mend = (
            f"vouliez-vous dire « {near[0]} » ?" if near else "ôtez-la, ou voyez les clés admises dans data/README.md"
        )
        return f"la clé {named} est inconnue", mend
    if kind == "missing" and location and isinstance(location[-1], int):
        return f"{named} n’a pas assez d’éléments", f"au moins {location[-1] + 1}"
    if kind == "missing":
        return f"la clé {named} manque", "ajoutez-la (« null » si l’on ne sait pas et que la clé l’admet)"
    if kind in ("literal_error", "enum"):
        return f"{named} a une valeur inconnue ({_short(error['input'])})", f"choisissez parmi : {_choices(context)}"
    for prefix, expected in _KINDS.items():
        if kind in (f"{prefix}_type", f"{prefix}_parsing", f"{prefix}_from_float"):
            return f"{named} n’est pas {expected} ({_short(error['input'])})", f"écrivez {expected}"
    if kind.startswith(("string_too", "too_")):
        return _size(kind, named, context, is_text=isinstance(error["input"], str))
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        bound = context.get("gt", context.get("ge", context.get("lt", context.get("le"))))
        side = "supérieur" if kind.startswith("greater") else "inférieur"
        return (
            f"{named} est hors limites ({_short(error['input'])})",
            f"un nombre {side} à {bound}, ou égal s’il est admis",
        )
    return f"{named} n’a pas la forme attendue ({_short(error['input'])})", "voyez l’exemple dans data/README.md"


def _size(kind: str, named: str, context: dict[str, Any], *, is_text: bool) -> tuple[str, str]:
    if is_text and "max_length" not in context:
        return f"{named} est vide", "écrivez le texte, ou null s’il n’est pas connu et que la clé l’admet"
    if is_text:
        return f"{named} est trop long", f"{context['max_length']} caractères au plus"
    if kind == "too_short":
        return f"{named} n’a pas assez d’éléments", f"au moins {context['min_length']}"
    return f"{named} a trop d’éléments", f"au plus {context['max_length']}"


def _choices(context: dict[str, Any]) -> str:
    return str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def field_names(model: type[BaseModel], location: Location) -> list[str]:
    """The keys allowed at ``location`` of ``model``; all known keys when the place is ambiguous."""
    current: Any = model
    for part in location:
        current = _step(current, part)
        if current is None:
            return []
    return [field.alias or name for candidate in _models_in(current) for name, field in candidate.model_fields.items()]


def _step(current: Any, part: str | int) -> Any:
    if isinstance(part, str):
        for candidate in _models_in(current):
            if part in candidate.model_fields:
                return candidate.model_fields[part].annotation
        arguments = [a for alternative in _alternatives(current) for a in typing.get_args(alternative)]
        return arguments[-1] if arguments else None
    for alternative in _alternatives(current):
        if typing.get_origin(alternative) in (list, tuple, frozenset):
            return typing.get_args(alternative)[0]
    return None


def _alternatives(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return list(typing.get_args(annotation))
    return [annotation]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    return [a for a in _alternatives(annotation) if isinstance(a, type) and issubclass(a, BaseModel)]

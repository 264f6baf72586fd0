"""From a cell to the value of the file, and back: the one place where a spreadsheet's habits are undone or refused.

A spreadsheet makes a day of « 2024-12 » and a number of « 2024 »; both are caught here. An empty cell is nothing, never 0.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

from vigie.measures.exchange.cells import Cell
from vigie.measures.exchange.columns import Column
from vigie.measures.exchange.labels import chosen, key_of, shown
from vigie.reading import hidden_character

Refused = tuple[str, str]
"""What is wrong, what would be right."""

_BREAKS = re.compile(r"[ \t\r\n]+")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_NUMBER = re.compile(r"(?:mesure\s*)?(?:n\s*[°ºo]\s*)?([0-9]{1,6})\s*[.)]?\Z", re.IGNORECASE)
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?=[.,]|\Z)")
_DECIMAL = re.compile(r"(-?)0*([0-9]{1,12})(?:[.,]([0-9]{1,12}))?\Z")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}\Z")
_TRUE = {"true", "vrai", "oui"}
_FALSE = {"false", "faux", "non"}
_RETYPE = "mettez la cellule au format « Texte », puis retapez la valeur"


def clean(text: str) -> str:
    """One paragraph without spaces around, letters and accents joined; the unbreakable spaces of French stay."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def text_of(cell: Cell, column: Column) -> tuple[str, Refused | None]:
    """The text that the cell shows, whatever the spreadsheet made of it."""
    raw = cell.raw
    if cell.wrong:
        return "", cell.wrong
    if raw is None or isinstance(raw, str):
        text = (raw or "").replace("\n", ";") if column.form in ("ids", "choices") else raw or ""
        return clean(text), None
    if isinstance(raw, bool):
        if column.form == "figure":
            return ("true" if raw else "false"), None
        return "", ("le tableur a changé ce texte en vrai ou faux", _RETYPE)
    if isinstance(raw, int | float):
        whole = isinstance(raw, int) or raw.is_integer()
        return (str(int(raw)) if whole and abs(raw) < 10**15 else repr(raw)), None
    return _day_of(raw, cell, column)


def _day_of(raw: object, cell: Cell, column: Column) -> tuple[str, Refused | None]:
    if isinstance(raw, datetime.datetime) and raw.time() == datetime.time():
        raw = raw.date()
    if isinstance(raw, datetime.datetime) or not isinstance(raw, datetime.date):
        return "", ("le tableur y a mis une heure", _RETYPE)
    if column.form not in ("day", "date"):
        return "", (f"le tableur a changé ce texte en date ({raw.isoformat()})", _RETYPE)
    shown_as = cell.format.lower()
    if shown_as != "general" and "d" not in re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown_as):
        return "", (
            f"le tableur en a fait le {raw.isoformat()}, mais ne montre pas de jour",
            f"{_RETYPE} aussi précisément que la source : 2024, 2024-12 ou 2024-12-31",
        )
    return raw.isoformat(), None


def value_of(text: str, column: Column) -> tuple[Any, Refused | None]:
    """The value of the file for ``text``, which ``text_of`` gave and which is not empty."""
    if refused := _suspect(text):
        return None, refused
    form = column.form
    if form == "choice":
        return _choice(text, column)
    if form in ("choices", "ids"):
        parts = [part.strip() for part in re.split(r"[;,]", text)]
        if form == "ids":
            return [key_of(part) for part in parts if part], None
        read = [_choice(part, column) for part in parts if part]
        return [key for key, _wrong in read], next((wrong for _key, wrong in read if wrong), None)
    if form == "id":
        return key_of(text), None
    if form == "number":
        match = _NUMBER.match(text) if column.key == "number" else re.match(r"([0-9]{1,6})\Z", text)
        number = int(match.group(1)) if match else None
        return number, None if match else (f"« {text[:40]} » n’est pas un nombre entier", "écrivez un nombre, ou rien")
    if form in ("date", "day"):
        return _date(text, whole=form == "day")
    if form == "figure":
        return _figure(text)
    return text, None


def _suspect(text: str) -> Refused | None:
    if hidden := hidden_character(text):
        return hidden
    for sign in text:
        if unicodedata.category(sign) in ("Cf", "Co", "Cn"):
            return f"signe invisible (U+{ord(sign):04X})", "retapez le mot : la copie l’a abîmé"
    if _ESCAPED.search(text):
        return "ce texte garde un code du tableur (_x000D_)", "retapez le texte"
    if text.startswith("="):
        return "ce texte commence par « = » : un tableur y verrait une formule", "écrivez-le autrement"
    return None


def _choice(text: str, column: Column) -> tuple[str | None, Refused | None]:
    key = chosen(column.choices, text)
    allowed = ", ".join(column.choices)
    return key, None if key else (f"« {text[:40]} » n’est pas dans la liste", f"choisissez parmi : {allowed}")


def _date(text: str, *, whole: bool) -> tuple[Any, Refused | None]:
    if (_DAY if whole else _DATE).match(text):
        return (int(text) if len(text) == 4 else text), None
    example = "2024-12-31 (année-mois-jour)" if whole else "2024, 2024-12 ou 2024-12-31, selon la source"
    return None, (f"« {text[:40]} » n’est pas {'un jour' if whole else 'une date'}", f"écrivez {example}")


def _figure(text: str) -> tuple[Any, Refused | None]:
    if text.casefold() in _TRUE | _FALSE:
        return text.casefold() in _TRUE, None
    if _AMBIGUOUS.match(text):
        mend = f"écrivez {text.replace(',', ' ').replace('.', ' ')} pour des milliers, ou ajoutez un zéro aux décimales"
        return None, (f"« {text} » : milliers ou décimales ?", mend)
    plain = re.sub(r"[ \u00a0\u202f]", "", text) if _GROUPED.match(text) else text
    match = _DECIMAL.match(plain)
    if match is None:
        if re.search(r"[0-9]\s*%\Z", text):
            return None, (f"« {text} » porte son unité", "écrivez le nombre seul")
        return text, None
    sign, whole, decimals = match.groups()
    return (float(f"{sign}{whole}.{decimals}") if decimals is not None else int(f"{sign}{whole}")), None


def text_shown(value: Any, column: Column) -> str:
    """How a value of the file stands in a sheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ; ".join(shown(column.choices, str(item)) for item in value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    text = clean(str(value))
    return shown(column.choices, text) if column.form == "choice" else text

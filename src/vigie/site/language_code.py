"""Which codes a new language may have: two letters of ISO 639-1, of a language whose dates and name Babel knows."""

from __future__ import annotations

import difflib
import re
from functools import cache

from babel.localedata import locale_identifiers

from vigie.languages import SOURCE, Language

_TWO_LETTERS = re.compile(r"[a-z]{2}\Z")
_NEAR = 5


@cache
def known_codes() -> tuple[str, ...]:
    """Every code of two letters that Babel knows as a language of its own."""
    return tuple(sorted(code for code in locale_identifiers() if _TWO_LETTERS.match(code)))


def why_refused(code: str) -> str | None:
    """Why ``code`` cannot be that of a new language, in French, with what would be right; None when it can."""
    if not _TWO_LETTERS.match(code):
        lower = code.strip().lower()[:2]
        right = (
            f" ; vouliez-vous dire « {lower} » ?" if code.strip().lower() == lower and lower in known_codes() else ""
        )
        return (
            f"« {code[:40]} » n’est pas un code accepté ; aujourd’hui, deux lettres minuscules (ISO 639-1), par exemple es : "
            f"ni code de trois lettres, ni écriture ou pays (zh-hans, pt-br){right}"
        )
    if code == SOURCE:
        return "« fr » est la langue source : elle est déjà là"
    if code in known_codes():
        return None
    near = ", ".join(f"{other} ({Language(SOURCE).name_of(other)})" for other in _nearest(code))
    return f"« {code} » n’est pas une langue que Babel connaît ; codes les plus proches : {near}"


def _nearest(code: str) -> list[str]:
    return difflib.get_close_matches(code, known_codes(), n=_NEAR, cutoff=0.4)

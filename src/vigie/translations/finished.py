"""Whether a translated text may be said to follow the French: every part there, nothing left to translate."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.placeholders import TO_TRANSLATE
from vigie.translations.sections import Section
from vigie.translations.sheet import NAMES


def unfinished(own: Iterable[Section], french: Iterable[Section], only: str | None = None) -> list[str]:
    """What stops it, in French: parts with the mark of ``vigie start``, parts that are missing. ``only``: one part, the others may wait."""
    words = {part.id: part.text for part in own}
    marked = [NAMES.get(id_, id_) for id_, text in words.items() if TO_TRANSLATE in text and only in (None, id_)]
    missing = [NAMES.get(part.id, part.id) for part in french if part.id not in words and only in (None, part.id)]
    told = []
    if marked:
        told.append(f"« {TO_TRANSLATE} » y attend toujours ({', '.join(marked)}) ; traduisez, et ôtez la marque")
    if missing:
        rest = "traduisez-la" if only else "traduisez-la, ou employez #section pour celles qui sont faites"
        told += [f"la section « {id_} » du texte français manque ; {rest}" for id_ in missing]
    return told

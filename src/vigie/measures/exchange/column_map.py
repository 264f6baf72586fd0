"""The small file that says how somebody else's table becomes records of the ledger: which column is which key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, model_validator

from vigie.data_files import parse_data
from vigie.measures.exchange.columns import BY_KIND, PARENT, RecordKind
from vigie.problems import Problem
from vigie.reading import read_text
from vigie.records import Record, refusal

Written = str | int | float | bool
ALL = "all"


class ColumnMap(Record):
    """How one table is read. ``fixed`` and ``id`` may name other keys in braces: ``mesure-{number}``."""

    records: RecordKind = Field(
        description="Ce qu’est une ligne : measures (mesures), findings (constats), claims (affirmations) ou values (chiffres)"
    )
    table: int | str | tuple[int | str, ...] = Field(
        default=1,
        description="Quel tableau ou quelle feuille : son numéro, son titre, une liste, ou all (tous)",
    )
    header_row: int = Field(default=1, ge=1, description="Ligne des titres de colonnes")
    columns: dict[str, str] = Field(min_length=1, description="Titre de colonne du tableau, puis clé du registre")
    ignore: tuple[str, ...] = Field(default=(), description="Titres des colonnes à ne pas lire")
    id: str | None = Field(
        default=None, description="Comment se fait l’identifiant (mesure-{number}) ; null si une colonne le donne"
    )
    fixed: dict[str, Written | tuple[Written, ...]] = Field(
        default_factory=dict, description="Pour une nouvelle fiche : clé, puis valeur qu’aucune colonne ne donne"
    )
    values: dict[str, dict[str, Written]] = Field(
        default_factory=dict, description="Traductions : clé, puis mot du tableau, puis valeur du registre"
    )
    empty: dict[str, Written] = Field(
        default_factory=dict, description="Ce que veut dire une cellule vide : clé, puis valeur du registre"
    )

    @model_validator(mode="after")
    def every_key_is_known(self) -> ColumnMap:
        """A slip in a key would lose a column."""
        known = list(BY_KIND[self.records].by_key)
        for name, keys in self._keys().items():
            for key in keys:
                if key not in known:
                    raise refusal(
                        f"« {key} » (dans {name}) n’est pas une clé", f"choisissez parmi : {', '.join(known)}"
                    )
        return self

    @model_validator(mode="after")
    def each_key_comes_from_one_place(self) -> ColumnMap:
        """Two columns for one key, or a column and a fixed value, would contradict each other."""
        given = list(self.columns.values())
        twice = sorted({key for key in given if given.count(key) > 1} | (set(given) & set(self.fixed)))
        if twice:
            raise refusal(f"« {twice[0]} » vient de deux endroits", "gardez une colonne, ou la valeur de fixed")
        if (self.id is None) != ("id" in given) or "id" in self.fixed:
            raise refusal(
                "on ne sait pas comment faire l’identifiant", "id: mesure-{number}, ou une colonne dont la clé est id"
            )
        return self

    @model_validator(mode="after")
    def a_row_belongs_somewhere(self) -> ColumnMap:
        """A finding is of a measure, a figure of an indicator or a series."""
        if PARENT in BY_KIND[self.records].by_key and PARENT not in {*self.columns.values(), *self.fixed}:
            raise refusal(
                "on ne sait pas à quoi se rattachent ces lignes", f"donnez « {PARENT} » : une colonne, ou dans fixed"
            )
        return self

    @model_validator(mode="after")
    def a_pattern_names_columns(self) -> ColumnMap:
        """What stands in braces is read in the row."""
        texts = [self.id or "", *(value for value in self.fixed.values() if isinstance(value, str))]
        for key in (key for text in texts for key in re.findall(r"\{([^}]*)\}", text)):
            if key not in self.columns.values():
                raise refusal(
                    f"« {{{key}}} » n’est la clé d’aucune colonne", "écrivez entre accolades une clé de columns"
                )
        return self

    def _keys(self) -> Mapping[str, list[str]]:
        return {
            "columns": list(self.columns.values()),
            "fixed": list(self.fixed),
            "values": list(self.values),
            "empty": list(self.empty),
        }


def load_column_map(path: Path) -> tuple[ColumnMap | None, list[Problem]]:
    """The map at ``path``, read as strictly as the files of ``data/``."""
    folder = path.parent.resolve()
    text, problems = read_text(folder / path.name, folder)
    if problems:
        return None, problems
    loaded, problems = parse_data(ColumnMap, text, path.name)
    return (loaded.record if loaded else None), problems

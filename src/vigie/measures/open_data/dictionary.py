"""The dictionary as one more table: each column of each table, in words. It goes into the workbook and among the CSV."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.measures.open_data.columns import SEPARATOR, Column
from vigie.measures.open_data.table import Table, table


@dataclass(frozen=True)
class _Entry:
    table: Table
    column: Column

    @property
    def allowed(self) -> str | None:
        return SEPARATOR.join(self.column.allowed) or None


def dictionary_table(tables: tuple[Table, ...]) -> Table:
    """One row per column of ``tables``."""
    kinds = (
        "string (texte), date (jour), partial_date (année, mois ou jour), integer (nombre entier), "
        "boolean (true ou false), any (nombre, true ou false, ou texte)"
    )
    columns = (
        Column("table", "Table", "Nom de la table, qui est aussi celui du fichier", "string", "table.name", required=True),
        Column("key", "Colonne", "Première ligne du fichier", "string", "column.key", required=True),
        Column("title", "Titre", "Nom de la colonne en français", "string", "column.title", required=True),
        Column("description", "Description", "Ce que contient la colonne", "string", "column.description", required=True),
        Column("type", "Type", kinds, "string", "column.type", required=True),
        Column("allowed", "Valeurs admises", "Liste fermée, séparée par |, ou vide", "string", "allowed"),
        Column("many", "Plusieurs valeurs", "true si une cellule peut en tenir plusieurs, séparées par |", "boolean", "column.many", required=True),
        Column("required", "Toujours rempli", "false si la cellule peut être vide", "boolean", "column.required", required=True),
    )  # fmt: skip
    rows = [_Entry(t, column) for t in tables for column in t.columns]
    said = "Une ligne par colonne de chaque table."
    return table("dictionnaire", "Dictionnaire", said, columns, rows, key=("table", "key"))

"""A CSV file: comma or semicolon, UTF-8 or the old Windows encoding (with a warning)."""

from __future__ import annotations

import csv
import io

from openpyxl.utils import get_column_letter

from vigie.measures.exchange.cells import Cell, Place, Remark, Table

ENCODINGS = ("utf-8-sig", "cp1252")


def read_csv(raw: bytes, name: str) -> tuple[list[Table], list[Remark]]:
    """One table; rows are counted as a spreadsheet would, whatever the line ends inside quotes."""
    text, remarks = _decoded(raw, name)
    if text is None:
        return [], remarks
    read = {sign: _parsed(text, sign) for sign in ",;"}
    best = max(read.values(), key=lambda rows: len(rows[0]) if rows else 0)
    if not best or (len(best[0]) == 1 and [] in read.values()):
        return [], [
            *remarks,
            Remark(name, "ce fichier CSV ne se lit pas", "vérifiez ses guillemets et ses séparateurs"),
        ]
    width = len(best[0])
    rows = []
    for number, row in enumerate(best, start=1):
        mend = "mettez entre guillemets droits le texte qui contient le séparateur"
        wrong = (f"{len(row)} cellule(s) pour {width} colonne(s)", mend) if row and len(row) != width else None
        places = [Place(name, number, get_column_letter(at)) for at in range(1, len(row) + 1)]
        rows.append(tuple(Cell(place, text, wrong=wrong) for place, text in zip(places, row, strict=True)))
    return [Table(name, 1, tuple(rows))], remarks


def _decoded(raw: bytes, name: str) -> tuple[str | None, list[Remark]]:
    for encoding in ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        if encoding == ENCODINGS[0]:
            return text, []
        what = "ce fichier n’est pas en UTF-8 ; il est lu dans l’ancien encodage de Windows (cp1252)"
        return text, [Remark(name, what, "vérifiez les accents dans la différence ci-dessous", blocking=False)]
    return None, [
        Remark(name, "l’encodage de ce fichier n’est pas connu", "enregistrez-le de nouveau en « CSV UTF-8 »")
    ]


def _parsed(text: str, separator: str) -> list[list[str]]:
    """The rows with this separator; none when it does not read so."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return []

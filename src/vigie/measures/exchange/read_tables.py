"""One door for the three kinds of files: by the end of the name, within limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vigie.measures.exchange.cells import Remark, Table
from vigie.measures.exchange.read_csv import read_csv
from vigie.measures.exchange.read_docx import read_docx
from vigie.measures.exchange.read_xlsx import read_xlsx

LARGEST = 20_000_000
_READERS: dict[str, Callable[[bytes, str], tuple[list[Table], list[Remark]]]] = {
    ".xlsx": read_xlsx,
    ".csv": read_csv,
    ".docx": read_docx,
}


def read_tables(path: Path) -> tuple[list[Table], list[Remark]]:
    """The tables of ``path``, and what is wrong with it as a file; no cell has been understood yet."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        mend = "enregistrez-le en .xlsx, .csv ou .docx (dans LibreOffice ou Excel : « Enregistrer sous »)"
        return [], [Remark(path.name, f"« {path.suffix} » ne se lit pas ici", mend)]
    if not path.is_file():
        return [], [
            Remark(path.name, "ce n’est pas un fichier ordinaire", "donnez un fichier enregistré sur le disque")
        ]
    size = path.stat().st_size
    if size > LARGEST:
        return [], [Remark(path.name, f"ce fichier pèse {size // 1_000_000} Mo", "20 Mo au plus : ôtez les images")]
    return reader(path.read_bytes(), path.name)

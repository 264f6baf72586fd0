"""The tables of a DOCX file. What Word shows but does not write as text is refused rather than lost.

Text is gathered from the XML itself: python-docx leaves out what stands in a content control or a tracked insertion.
"""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml.ns import qn

from vigie.archives import what_is_wrong_with
from vigie.measures.exchange.cells import Cell, Place, Remark, Table
from vigie.measures.exchange.meaning import Refused

_REVISIONS = [qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")]
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}


def read_docx(raw: bytes, name: str) -> tuple[list[Table], list[Remark]]:
    """The tables of the document, those inside a table aside, or why they cannot be read."""
    if refused := what_is_wrong_with(raw):
        return [], [Remark(name, *refused)]
    try:
        body: Any = docx.Document(io.BytesIO(raw)).element.body
    except Exception:  # python-docx says anything of a broken file
        return [], [Remark(name, "ce document ne s’ouvre pas", "enregistrez-le de nouveau au format .docx")]
    found = [table for table in body.iter(qn("w:tbl")) if not list(table.iterancestors(qn("w:tbl")))]
    return [_table(table, number) for number, table in enumerate(found, start=1)], []


def _table(table: Any, number: int) -> Table:
    """The rows; a cell's column is named by the header above it."""
    title = f"tableau {number}"
    rows: list[tuple[Cell, ...]] = []
    headers: list[str] = []
    own = [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]
    for row_number, row in enumerate(own, start=1):
        cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
        texts = [_text(cell) for cell in cells]
        if len(texts) > len(headers):
            headers = [" ".join(text.split()) for text in texts]
        names = [*headers[: len(cells)]]
        uneven = _uneven(len(cells), len(headers))
        rows.append(
            tuple(
                Cell(Place(title, row_number, name, is_sheet=False), text, wrong=_wrong(cell, text) or uneven)
                for name, cell, text in zip(names, cells, texts, strict=True)
            )
        )
    return Table(_caption(table), number, tuple(rows))


def _uneven(count: int, expected: int) -> Refused | None:
    if count == expected:
        return None
    return f"cette ligne a {count} cellule(s) pour {expected} colonne(s)", "redonnez-lui toutes ses cellules dans Word"


def _text(cell: Any) -> str:
    """Paragraphs apart, as Word shows them."""
    paragraphs = []
    for paragraph in cell.iter(qn("w:p")):
        parts = [
            part.text or "" if part.tag == qn("w:t") else _SIGNS.get(part.tag, "")
            for part in paragraph.iter()
            if next(part.iterancestors(qn("w:p")), None) is paragraph and not list(part.iterancestors(qn("w:pPr")))
        ]
        paragraphs.append("".join(parts))
    return "\n".join(paragraphs)


def _wrong(cell: Any, text: str) -> Refused | None:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    if cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") is not None or (span is not None and span.get(qn("w:val")) != "1"):
        return "cette cellule est fusionnée avec une autre", "séparez-les, et recopiez le texte dans chaque ligne"
    if _has(cell, *_REVISIONS):
        return "cette cellule garde des modifications suivies", "acceptez-les ou refusez-les dans Word d’abord"
    if _has(cell, qn("w:tbl"), qn("w:txbxContent")):
        return "cette cellule contient un tableau ou une zone de texte", "écrivez son contenu dans la cellule même"
    if _has(cell, qn("w:numPr")) and not text.strip():
        return "le numéro de cette cellule est automatique : il n’est pas dans le texte", "tapez-le à la main"
    return None


def _has(cell: Any, *tags: str) -> bool:
    return any(next(cell.iter(tag), None) is not None for tag in tags)


def _caption(table: Any) -> str:
    """The paragraph just before the table, or nothing."""
    before = table.getprevious()
    while before is not None and before.tag == qn("w:p"):
        text = "".join(part.text or "" for part in before.iter(qn("w:t"))).strip()
        if text:
            return " ".join(text.split())
        before = before.getprevious()
    return ""

"""Files that come in, made for the tests: our workbook with edits, a DOCX table, a CSV file."""

import io
import json

import docx
import openpyxl
from small_ledger import PATH, REFUSED, TODAY, ledger_text

from vigie import strict_yaml
from vigie.measures.exchange.bring_in import bring_in
from vigie.measures.exchange.column_map import ColumnMap
from vigie.measures.exchange.read_csv import read_csv
from vigie.measures.exchange.read_docx import read_docx
from vigie.measures.exchange.read_xlsx import read_xlsx
from vigie.measures.exchange.workbook import workbook_bytes

LEDGER = ledger_text(("text_read: null", "text_read: 2020-02-01"))
"""The plan has been read: measures may have numbers."""
EXPORTED = workbook_bytes(strict_yaml.load(LEDGER, PATH)[0].value)


def opened(raw=EXPORTED):
    """The workbook, to edit."""
    return openpyxl.load_workbook(io.BytesIO(raw))


def changed(*edits):
    """The text of the ledger after edits, each of a fragment that stands in it once."""
    text = LEDGER
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def saved(workbook):
    """Its bytes."""
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def cell(workbook, title, id_, key):
    """The cell of a record, found as an editor would: by its row and the key in the header."""
    sheet = workbook[title]
    column = next(c.column for c in sheet[1] if str(c.value).endswith(f"({key})"))
    row = next((r[0].row for r in sheet.iter_rows() if r[0].value == id_), None)
    return sheet.cell(row or sheet.max_row + 1, column)


def edited(*edits):
    """The workbook after edits of cells: title of the sheet, id, key, value."""
    workbook = opened()
    for title, id_, key, value in edits:
        cell(workbook, title, id_, key).value = value
    return saved(workbook)


def add_row(workbook, title, **cells):
    """A row below the last; ``cells`` by key, with ``__`` for a dot."""
    sheet = workbook[title]
    row = sheet.max_row + 1
    for key, value in cells.items():
        column = next(c.column for c in sheet[1] if str(c.value).endswith(f"({key.replace('__', '.')})"))
        sheet.cell(row, column).value = value
    return row


def brought_in(raw, text=LEDGER, **other):
    """What importing the workbook would do."""
    tables, remarks = read_xlsx(raw, "registre.xlsx")
    assert remarks == []
    return bring_in(text, PATH, tables, "registre.xlsx", refused_hosts=REFUSED, today=TODAY, **other)


def by_map(tables, column_map, text=LEDGER):
    """What importing tables through a map would do; the map as plain values."""
    checked = ColumnMap.model_validate_json(json.dumps(column_map))
    return bring_in(text, PATH, tables, "tableau", refused_hosts=REFUSED, today=TODAY, column_map=checked)


def docx_tables(*tables, change=lambda document: None):
    """The tables of a document, each given as rows of texts; ``change`` edits the document before it is saved."""
    document = docx.Document()
    for rows in tables:
        document.add_paragraph("Un titre de tableau")
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for found, text in zip(row.cells, texts, strict=True):
                found.text = text
    change(document)
    written = io.BytesIO()
    document.save(written)
    read, remarks = read_docx(written.getvalue(), "plan.docx")
    assert remarks == []
    return read


def csv_tables(raw):
    """The table of a CSV file and what is said of it."""
    return read_csv(raw if isinstance(raw, bytes) else raw.encode(), "liste.csv")


def data_of(text):
    """The plain data of a ledger's text."""
    located, problems = strict_yaml.load(text, PATH)
    assert problems == []
    return located.value

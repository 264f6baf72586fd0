"""Files that come in are read as they are, or refused before they can do harm."""

import io
import zipfile

import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from sheets import EXPORTED, csv_tables, docx_tables

from vigie.measures.exchange.read_docx import read_docx
from vigie.measures.exchange.read_tables import read_tables
from vigie.measures.exchange.read_xlsx import read_xlsx


def _texts(table):
    return [[cell.raw for cell in row] for row in table.rows]


def _repacked(raw, **parts):
    """The same archive with other contents for some parts (their name without its folder, ``.`` written ``_``)."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rpartition("/")[2].replace(".", "_")
            new.writestr(name, parts[key](old.read(name)) if key in parts else old.read(name))
    return written.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        "N°,Titre\n1,Été\n",
        "N°;Titre\r\n1;Été\r\n",
        "\ufeffN°;Titre\n1;Été\n",
        '"N°","Titre"\n"1","Été"',
    ],
)
def test_a_csv_file_is_read_with_either_separator(raw):
    """Comma or semicolon, with or without mark of UTF-8, with either line end."""
    (table,), remarks = csv_tables(raw)
    assert remarks == []
    assert _texts(table) == [["N°", "Titre"], ["1", "Été"]]
    assert table.rows[1][1].place.short == "liste.csv!B2"


def test_an_old_windows_file_is_read_with_a_warning():
    """Its accents are to be looked at."""
    (table,), (remark,) = csv_tables("N°;Été\n1;Œuf\n".encode("cp1252"))
    assert _texts(table) == [["N°", "Été"], ["1", "Œuf"]]
    assert (remark.blocking, "cp1252" in remark.what) == (False, True)


@pytest.mark.parametrize("raw", [b"\x81\x8d", b"a;b\x00\n", b'a;"b\n', "a;é".encode("utf-16"), b""])
def test_a_csv_file_that_is_not_one_is_refused(raw):
    """Unknown bytes, zeros, a quote that is not closed, nothing at all."""
    tables, remarks = csv_tables(raw)
    assert tables == []
    assert remarks[-1].blocking


def test_a_csv_line_with_a_missing_cell_is_refused_cell_by_cell():
    """A separator inside an unquoted text moves everything after it."""
    (table,), _remarks = csv_tables("a;b;c\n1;2\n1;2;3;4\n1;2;3\n\n")
    wrong = [[cell.wrong and cell.wrong[0] for cell in row] for row in table.rows]
    assert wrong[1] == ["2 cellule(s) pour 3 colonne(s)"] * 2
    assert wrong[2] == ["4 cellule(s) pour 3 colonne(s)"] * 4
    assert wrong[3] == [None] * 3


def test_the_tables_of_a_document_are_read_with_their_caption():
    """Each with its number, and the paragraph before it as title."""
    first, second = docx_tables([["A", "B"], ["1", "deux\nlignes"]], [["C"], ["3"]])
    assert (first.number, first.title, second.number) == (1, "Un titre de tableau", 2)
    assert _texts(first) == [["A", "B"], ["1", "deux\nlignes"]]
    assert first.rows[1][1].place.short == "tableau 1, ligne 2, colonne « B »"
    assert first.rows[1][1].place.long == "Tableau 1, ligne 2, colonne « B »"


def _second_cell(document):
    return document.tables[0].rows[1].cells[0]


def _insertion(document):
    run = f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t>ajout</w:t></w:r></w:ins>'
    _second_cell(document).paragraphs[0]._p.append(parse_xml(run))


def _automatic(document):
    cell = _second_cell(document)
    cell.text = ""
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(number))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.tables[0].cell(1, 0).merge(d.tables[0].cell(1, 1)), "cette cellule est fusionnée"),
        (lambda d: d.tables[0].cell(1, 0).merge(d.tables[0].cell(2, 0)), "cette cellule est fusionnée"),
        (_insertion, "cette cellule garde des modifications suivies"),
        (_automatic, "le numéro de cette cellule est automatique"),
        (lambda d: _second_cell(d).add_table(1, 1), "cette cellule contient un tableau"),
        (lambda d: d.tables[0].rows[1]._tr.remove(d.tables[0].rows[1].cells[1]._tc), "cette ligne a 1 cellule(s) pour 2"),
    ],
)  # fmt: skip
def test_what_word_shows_but_does_not_write_is_refused(change, says):
    """Nothing is read in the wrong column, nothing is lost."""
    (table,) = docx_tables([["A", "B"], ["1", "2"], ["3", "4"]], change=change)
    assert says in table.rows[1][0].wrong[0]


def test_the_text_of_a_content_control_is_read():
    """python-docx would leave it out."""

    def change(document):
        control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t> et la suite</w:t></w:r></w:sdtContent></w:sdt>"
        _second_cell(document).paragraphs[0]._p.append(parse_xml(control))

    (table,) = docx_tables([["A"], ["Début"]], change=change)
    assert table.rows[1][0].raw == "Début et la suite"


def _document():
    import docx

    document = docx.Document()
    document.add_table(1, 1)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def test_entities_are_refused_before_the_file_is_opened():
    """In a document or a workbook, in any part, even in letters of two bytes."""
    for declared in (lambda raw: ENTITY + raw.split(b"?>", 1)[-1], lambda raw: raw.decode().encode("utf-16")):
        _tables, (remark,) = read_docx(_repacked(_document(), document_xml=declared), "a.docx")
        assert "déclare des entités XML" in remark.what
        _tables, (remark,) = read_xlsx(_repacked(EXPORTED, styles_xml=declared), "a.xlsx")
        assert "déclare des entités XML" in remark.what


def test_a_file_that_unfolds_is_refused():
    """A few kilobytes that would fill the memory."""
    _tables, (remark,) = read_xlsx(_repacked(EXPORTED, app_xml=lambda raw: b" " * 25_000_000), "a.xlsx")
    assert remark.what.startswith("ce fichier se déplie en 25 Mo")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "fusionne la zone A1:XFD1048576"),
        (b"</sheetData>", b"</sheetData><mergeCells><mergeCell ref='A:XFD'/></mergeCells>", "fusionne la zone A:XFD"),
        (b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>', "fusionne la zone A1:XFD1048576"),
        (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', "va jusqu’à la ligne 1048576 et la colonne XFD"),
    ],
)  # fmt: skip
def test_a_sheet_of_billions_of_cells_is_refused(before, after, says):
    """By what it declares, before a cell is made of it."""
    _tables, (remark,) = read_xlsx(_repacked(EXPORTED, sheet1_xml=lambda raw: raw.replace(before, after)), "a.xlsx")
    assert says in remark.what


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"Bonjour", EXPORTED[:2000], EXPORTED[:-30], _document()[:-30]])
def test_a_broken_file_is_refused(name, raw, tmp_path):
    """Never an error of Python's, never half a table."""
    (tmp_path / name).write_bytes(raw)
    tables, remarks = read_tables(tmp_path / name)
    assert tables == []
    assert "ne s’ouvre pas" in remarks[0].what


def test_a_file_of_another_kind_is_refused(tmp_path):
    """By its name, with what to do; a document named like a workbook does not open."""
    (tmp_path / "a.ods").write_bytes(b"PK")
    _tables, (remark,) = read_tables(tmp_path / "a.ods")
    assert remark.mend.startswith("enregistrez-le en .xlsx, .csv ou .docx")
    (tmp_path / "a.xlsx").write_bytes(_document())
    assert "ne s’ouvre pas" in read_tables(tmp_path / "a.xlsx")[1][0].what
    (tmp_path / "a.docx").write_bytes(EXPORTED)
    assert "ne s’ouvre pas" in read_tables(tmp_path / "a.docx")[1][0].what


def test_formulas_errors_and_merged_cells_are_marked():
    """Each cell says what it is; the others are read."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["a", "=1+1", "#REF!", "b", None])
    sheet.merge_cells("D1:E1")
    written = io.BytesIO()
    workbook.save(written)
    (table,), _remarks = read_xlsx(written.getvalue(), "a.xlsx")
    assert [cell.wrong and cell.wrong[0] for cell in table.rows[0]] == [
        None,
        "cette cellule contient une formule",
        "le tableur y met une erreur (#REF!)",
        "cette cellule est fusionnée avec une autre",
        "cette cellule est fusionnée avec une autre",
    ]

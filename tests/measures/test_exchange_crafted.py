"""Workbooks made to exhaust the machine, or to hide a sheet: refused before anything opens them."""

import io
import zipfile

import openpyxl
import pytest
from sheets import brought_in, opened, saved

from vigie.archives import what_is_wrong_with
from vigie.measures.exchange.read_tables import read_tables
from vigie.measures.exchange.read_xlsx import read_xlsx


def _workbook() -> bytes:
    written = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.active.merge_cells("A1:B2")
    workbook.save(written)
    return written.getvalue()


def _changed(change) -> bytes:
    """A good workbook whose parts went through ``change`` (name, content)."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as good, zipfile.ZipFile(written, "w") as bad:
        for part in good.namelist():
            bad.writestr(*change(part, good.read(part)))
    return written.getvalue()


def test_a_good_workbook_is_opened():
    """The control: nothing is said of it."""
    assert what_is_wrong_with(_workbook()) is None


def test_a_range_written_with_an_entity_is_measured_all_the_same():
    """« : » as « &#58; » does not hide a range as large as the sheet."""
    raw = _changed(lambda name, data: (name, data.replace(b'ref="A1:B2"', b'ref="A1&#58;XFD1048576"')))
    assert raw != _workbook()
    tables, (remark,) = read_xlsx(raw, "a.xlsx")
    assert tables == []
    assert "fusionne la zone A1:XFD1048576" in remark.what


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.dat", "xl/worksheets/sheet1", "xl/evil.exe"])
def test_a_part_of_an_unknown_name_is_refused(name):
    """A sheet under another name would escape the rules that look at sheets."""
    raw = _changed(lambda part, data: (name if part.endswith("sheet1.xml") else part, data))
    assert "n’est pas un morceau de tableur" in what_is_wrong_with(raw)[0]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b" \n"])
def test_a_text_under_the_name_of_a_picture_is_refused(start):
    """Whatever precedes its first tag."""
    raw = _changed(lambda part, data: ("xl/a.png", start + data) if part.endswith("sheet1.xml") else (part, data))
    assert "déclare des entités" in what_is_wrong_with(raw)[0]


def test_what_is_no_file_is_not_read(tmp_path):
    """A device or a folder could have no end."""
    (tmp_path / "dossier.csv").mkdir()
    tables, (remark,) = read_tables(tmp_path / "dossier.csv")
    assert (tables, remark.what) == ([], "ce n’est pas un fichier ordinaire")


def test_a_renamed_sheet_is_told_before_its_rows_are_lost():
    """It still has our columns: skipping it in silence would lose what was added to it."""
    workbook = opened()
    workbook["Constats"].title = "Constats 2026"
    outcome = brought_in(saved(workbook))
    assert any("a les colonnes de « Constats », mais plus son nom" in remark.what for remark in outcome.remarks)
    assert any(remark.blocking for remark in outcome.remarks)

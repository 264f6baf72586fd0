"""The files of the open data: the same bytes from the same ledger, never a formula, whole in each format."""

import csv
import dataclasses
import datetime
import io
import json
import zipfile

import openpyxl
import pytest
from data_build import data_files, real_build, with_ledger
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import loaded_ledger

from vigie.measures.files import LedgerFiles
from vigie.measures.open_data import workbook as workbook_module
from vigie.measures.open_data.csv_file import csv_file
from vigie.measures.open_data.guard import guarded
from vigie.measures.open_data.tables import all_tables
from vigie.measures.open_data.workbook import workbook
from vigie.pages import Page
from vigie.site.structured_data import structured_data
from vigie.values import Text

HOSTILE = (
    "=1+1",
    "+33",
    "-x",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("https://x.example")',
    " =1",
    "＝1",
    "a;=1",
    "a\n-1",
    "a;\t@x",
)


def contents(build):
    """The bytes of every file, by path."""
    return {file.path: file.content for file in data_files(build)}


def test_the_same_ledger_makes_the_same_bytes_whatever_the_day():
    """The clock has no part in any of them, and the workbook is truly written twice."""
    build = with_ledger()
    first = contents(build)
    workbook_module.workbook.cache_clear()
    later = dataclasses.replace(build, today=datetime.date(2031, 5, 6))
    assert contents(later) == first
    assert len(first) == len(data_files(build))


def test_another_ledger_makes_other_bytes():
    """A control: the comparison would see a change."""
    changed = contents(with_ledger(loaded_ledger(("Le ministère imaginaire dit avoir commencé.", "Il a fini."))))
    assert {path for path, content in contents(with_ledger()).items() if changed[path] != content} == {
        "plan/donnees/registre.xlsx", "plan/donnees/registre.json", "plan/donnees/constats.csv",
        "plan/donnees/datapackage.json", "plan/donnees/ajouts.atom",
    }  # fmt: skip


def test_the_workbook_says_nothing_of_the_clock_or_of_a_program():
    """Fixed times in the ZIP, no author, no application."""
    archive = zipfile.ZipFile(io.BytesIO(workbook(all_tables(loaded_ledger().record))))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = archive.read("docProps/core.xml") + archive.read("docProps/app.xml")
    for word in (b"openpyxl", b"Microsoft Excel", b"created", b"20"):
        assert word not in properties.replace(b"openxmlformats.org/package/2006", b"").replace(
            b"openxmlformats.org/officeDocument/2006", b""
        )


def test_the_workbook_has_a_sheet_per_table_with_a_frozen_header():
    """Numbers are numbers, texts are texts, what lacks is empty."""
    book = openpyxl.load_workbook(io.BytesIO(contents(with_ledger())["plan/donnees/registre.xlsx"]))
    assert book.sheetnames == [*(t.name for t in all_tables(loaded_ledger().record)), "dictionnaire"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    sheet = book["valeurs"]
    header = [cell.value for cell in sheet[1]]
    row = dict(zip(header, sheet[3], strict=True))
    assert (row["value"].value, row["value"].data_type) == (37.5, "n")
    assert (row["period"].value, row["period"].data_type) == ("2021", "s")
    assert row["date"].value is None
    assert book["etats"]["D2"].value is True


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_ever_a_formula(text):
    """In CSV an apostrophe comes first; in XLSX the cell is a text, with its own words."""
    (table,) = (t for t in all_tables(loaded_ledger().record) if t.name == "plan")
    hostile = dataclasses.replace(table, rows=((text, *table.rows[0][1:]),))
    written = next(csv.DictReader(io.StringIO(csv_file(hostile).decode("utf-8"), newline="")))["id"]
    for cell in (part for separated in written.split(";") for part in separated.splitlines()):
        assert cell.lstrip()[:1] not in tuple("=+-@＝＋－＠"), written
    assert written.replace("'", "") == text
    cell = openpyxl.load_workbook(io.BytesIO(workbook((hostile,))))["plan"]["A2"]
    assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, text)


@given(st.text(max_size=12))
def test_the_guard_only_adds_apostrophes(text):
    """Whatever the text: nothing of it is lost, and what begins a cell cannot be run."""
    safe = guarded(text)
    kept = iter(safe)
    assert all(any(sign == other for other in kept) for sign in text)
    assert len(safe) - len(text) == safe.count("'") - text.count("'")
    assert safe[:1] not in tuple("=+-@\t\r\n")


def test_texts_that_run_nothing_are_left_as_they_are():
    """A control: most texts get no apostrophe."""
    for text in ("2020-05", "a-b", "1 + 1 = 2", "un ; deux", "« = »", "", "l’un"):
        assert guarded(text) == text


def test_the_whole_ledger_is_in_the_json():
    """The words and the order of the YAML; reading it back gives the same ledger."""
    loaded = loaded_ledger()
    document = json.loads(contents(with_ledger())["plan/donnees/registre.json"])
    assert document.pop("as_of") == "2022-03-05"
    assert list(document) == ["plan", "axes", "sources", "measures", "series"]
    assert type(loaded.record).model_validate_json(json.dumps(document)) == loaded.record


def test_every_file_has_a_label_in_every_language_and_its_own_path():
    """What the page of the data writes beside each."""
    build = real_build()
    files = data_files(build)
    assert len({file.path for file in files}) == len(files)
    for t in build.interfaces.values():
        assert [f.path for f in files if not (t.has(f.label) and (f.form != "json" or t.has("data_form_json")))] == []
    assert all(file.kilobytes > 0 for file in files)


def test_the_files_are_found_by_table_and_by_state():
    """As the pages offer them."""
    files = LedgerFiles(data_files(with_ledger()))
    assert all(f"/{t.name}.csv" in t.csv.path and f"schemas/{t.name}.json" in t.schema.path for t in files.tables)
    assert files.states == ("2020-04-07",)
    assert [file.path for file in files.of_state(datetime.date(2020, 4, 7)) if file.form == "json"] == [
        "plan/etats/2020-04-07/etat.json"
    ]
    assert [file.form for file in files.labelled("data_agenda", "data_atom")] == ["atom", "ics"]


def test_search_engines_learn_what_the_data_are():
    """Addresses only once the site has one; no licence is made up; no other page says it."""
    page = Page("fr", "plan/donnees/", "page", Text("Données", "fr"), "Description")
    bare = structured_data(with_ledger(), page)
    assert (bare["@type"], bare["temporalCoverage"]) == ("Dataset", "2020-01-01/2023-12-31")
    assert "license" not in bare and all("contentUrl" not in item for item in bare["distribution"])
    known = structured_data(with_ledger(site_url="https://site.example/a/"), page)
    assert known["distribution"][0]["contentUrl"] == "https://site.example/a/plan/donnees/registre.xlsx"
    assert structured_data(with_ledger(), dataclasses.replace(page, address="plan/")) is None
    assert structured_data(with_ledger(), dataclasses.replace(page, real=False)) is None

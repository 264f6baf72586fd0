"""The workbook through LibreOffice itself: what it opens and saves again comes in as exactly the edit."""

import subprocess

import openpyxl
import pytest
from click.testing import CliRunner

from built import ROOT
from vigie.cli import main

pytestmark = pytest.mark.night

LEDGER = "data/measures.yaml"
BEFORE, AFTER = "\n    label: Plan national de formation des professionnels\n", "\n    label: Plan de formation\n"


@pytest.fixture
def project(tmp_path):
    """The real ledger, and its workbook."""
    root = tmp_path / "projet"
    (root / "data").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Fictif\n", encoding="utf-8")
    for name in (LEDGER, "data/refused_hosts.yaml"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    _vigie(root, "export", "--xlsx", tmp_path / "registre.xlsx")
    return root


def _vigie(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def _saved_by_libreoffice(path, form):
    """The file that LibreOffice writes when it opens ``path`` and saves it as ``form``; soffice must be there."""
    folder = path.parent / f"{path.stem}-{form}"
    profile = (path.parent / "profil").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        folder,
        path,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    made = folder / f"{path.stem}.{form}"
    assert made.is_file(), done.stdout + done.stderr
    return made


def _edit(path):
    workbook = openpyxl.load_workbook(path)
    workbook["Contenus et mesures"]["F2"].value = "Plan de formation"
    findings = workbook["Constats"]
    row = findings.max_row + 1
    given = {
        "id": "essai",
        "parent": "observatoire",
        "date": "2024-12",
        "by": "greta",
        "statement": "Un essai : « voir ».",
    }
    for cell in findings[1]:
        key = str(cell.value).rpartition("(")[2].rstrip(")")
        if key in given or key == "sources":
            findings.cell(row, cell.column).value = given.get(key, findings.cell(2, cell.column).value)
    workbook.save(path)


def _expected(sources):
    written = f"""\
      - id: essai
        date: 2024-12
        added_on: 2026-11-22
        by: greta
        progress: not_assessed
        sufficiency: null
        statement: "Un essai : « voir »."
        demand: null
        sources: [{sources}]
        validated: null
        correction_of: null
        withdrawn: null
        replies: []
"""
    text = (ROOT / LEDGER).read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    start = text.index("\n  - id: observatoire\n")
    end = text.index("    former_ids:", start)
    return (text[:end] + written + text[end:]).replace(BEFORE, AFTER)


@pytest.mark.parametrize("forms", [("xlsx",), ("ods", "xlsx")])
@pytest.mark.parametrize("edited_first", [True, False])
def test_libreoffice_brings_exactly_the_edit(forms, edited_first, project):
    """Saved as XLSX, or as ODS and back; edited before or after: unchanged cells say nothing, edits say themselves."""
    path = project.parent / "registre.xlsx"
    sources = str(openpyxl.load_workbook(path)["Constats"]["L2"].value).replace(" ; ", ", ")
    if edited_first:
        _edit(path)
    for form in forms:
        path = _saved_by_libreoffice(path, form)
    if not edited_first:
        assert _vigie(project, "import", path) == "Aucun changement.\n"
        _edit(path)
    _vigie(project, "import", path)
    assert (project / LEDGER).read_text(encoding="utf-8") == _expected(sources)


def test_libreoffice_keeps_what_helps_to_edit(project):
    """Drop-down lists, texts kept as texts, explanations of the headers, the hidden sheet."""
    saved = _saved_by_libreoffice(_saved_by_libreoffice(project.parent / "registre.xlsx", "ods"), "xlsx")
    workbook = openpyxl.load_workbook(saved)
    findings = workbook["Constats"]
    assert len(findings.data_validations.dataValidation) == 5
    assert {cell.number_format for cell in findings[2]} == {"@"}
    assert all(cell.comment for cell in findings[1])
    assert workbook["Origine"].sheet_state == "hidden"

"""``vigie export`` and ``vigie import``: out, edited, in; the difference first; all or nothing."""

import stat

import openpyxl
import pytest
from click.testing import CliRunner

from vigie.cli import main

LEDGER = "data/measures.yaml"


@pytest.fixture
def project(tmp_path, project_root):
    """The least that these commands need: the real ledger."""
    root = tmp_path / "projet"
    (root / "data").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Fictif\n", encoding="utf-8")
    for name in (LEDGER, "data/refused_hosts.yaml"):
        (root / name).write_bytes((project_root / name).read_bytes())
    return root


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def _edited(project, edit):
    path = project.parent / "registre.xlsx"
    assert _run(project, "export", "--xlsx", path).exit_code == 0
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def _rename(workbook):
    workbook["Contenus et mesures"]["F2"].value = "Plan de formation"


BEFORE, AFTER = "\n    label: Plan national de formation des professionnels", "\n    label: Plan de formation"


def test_the_real_ledger_goes_out_and_in_without_a_change(project):
    """Not a byte of it."""
    before = (project / LEDGER).read_bytes()
    path = _edited(project, lambda workbook: None)
    assert _run(project, "import", path).output == "Aucun changement.\n"
    assert (project / LEDGER).read_bytes() == before


def test_the_difference_is_shown_then_written(project):
    """A trial writes nothing; the true run writes this line and no other, and leaves no other file."""
    before = (project / LEDGER).read_text(encoding="utf-8")
    assert before.count(BEFORE) == 1
    path = _edited(project, _rename)
    trial = _run(project, "import", path, "--dry-run")
    assert trial.exit_code == 0
    assert (project / LEDGER).read_text(encoding="utf-8") == before
    assert "Ligne 2, feuille « Contenus et mesures », cellule F2 : Nom court de « plan-formation »" in trial.output
    assert f"{BEFORE}{AFTER}\n".replace("\n    l", "\n-    l", 1).replace("\n    l", "\n+    l", 1) in trial.output
    assert "Essai seulement : rien n’a été écrit." in trial.output
    (project / LEDGER).chmod(0o640)
    assert _run(project, "import", path).exit_code == 0
    assert (project / LEDGER).read_text(encoding="utf-8") == before.replace(BEFORE, AFTER)
    assert stat.S_IMODE((project / LEDGER).stat().st_mode) == 0o640
    assert sorted(found.name for found in (project / "data").iterdir()) == ["measures.yaml", "refused_hosts.yaml"]
    assert "Aucun changement." in _run(project, "import", path).output


def test_a_refused_import_changes_nothing(project):
    """One wrong cell among right ones."""

    def edit(workbook):
        _rename(workbook)
        workbook["Constats"]["E2"].value = "personne"

    path = _edited(project, edit)
    before = (project / LEDGER).read_bytes()
    result = _run(project, "import", path)
    assert result.exit_code == 1
    assert "Constats!E2 : « personne » n’est pas dans la liste" in result.stderr
    assert result.stderr.endswith("Import refusé : rien n’a été écrit.\n")
    assert (project / LEDGER).read_bytes() == before


def test_line_ends_of_the_file_are_kept(project):
    """A ledger checked out on Windows stays as it is."""
    windows = (project / LEDGER).read_bytes().replace(b"\n", b"\r\n")
    (project / LEDGER).write_bytes(b"\xef\xbb\xbf" + windows)
    path = _edited(project, _rename)
    assert _run(project, "import", path).exit_code == 0
    assert (project / LEDGER).read_bytes() == b"\xef\xbb\xbf" + windows.replace(
        BEFORE.strip().encode() + b"\r", AFTER.strip().encode() + b"\r"
    )


def test_a_file_with_two_kinds_of_line_ends_is_not_written(project):
    """It could not be kept as it is."""
    raw = (project / LEDGER).read_bytes().replace(b"\n", b"\r\n", 3)
    (project / LEDGER).write_bytes(raw)
    result = _run(project, "import", _edited(project, _rename))
    assert result.exit_code == 1
    assert "mêle deux sortes de fins de lignes" in result.stderr
    assert (project / LEDGER).read_bytes() == raw


def test_a_file_that_cannot_be_read_is_told(project, tmp_path):
    """A wrong map, a broken workbook, a table without its map, a ledger with a problem."""
    (tmp_path / "a.csv").write_text("a;b\n", encoding="utf-8")
    (tmp_path / "carte.yaml").write_text("records: autre\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"x")
    for arguments, says in (
        (("a.csv", "--map", tmp_path / "carte.yaml"), "carte.yaml:1: « records » a une valeur inconnue"),
        (("a.csv",), "a.csv : ce fichier ne vient pas de « vigie export »"),
        (("a.xlsx",), "a.xlsx : ce fichier ne s’ouvre pas"),
    ):
        result = _run(project, "import", tmp_path / arguments[0], *arguments[1:])
        assert (result.exit_code, says in result.stderr) == (1, True), result.stderr
        assert result.stderr.endswith("Import refusé : rien n’a été écrit.\n")
    path = _edited(project, _rename)
    (project / LEDGER).write_text("plan: no\n", encoding="utf-8")
    result = _run(project, "import", path)
    assert (result.exit_code, f"{LEDGER}:1 : « no » sans guillemets" in result.stderr) == (1, True)
    assert _run(project, "export", "--xlsx", tmp_path / "b.xlsx").exit_code == 1
    assert not (tmp_path / "b.xlsx").exists()


def test_an_export_never_writes_over_a_file_unasked(project, tmp_path):
    """Nor through a link, nor under another ending, nor into a folder that is not there."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"mon travail")
    assert "existe déjà ; choisissez un autre nom, ou ajoutez --force" in _run(project, "export", "--xlsx", path).stderr
    assert path.read_bytes() == b"mon travail"
    assert _run(project, "export", "--xlsx", path, "--force").exit_code == 0
    assert path.read_bytes()[:2] == b"PK"
    (tmp_path / "lien.xlsx").symlink_to(tmp_path / "dehors.xlsx")
    for name in ("lien.xlsx", "a.ods", "nulle/part.xlsx"):
        assert _run(project, "export", "--xlsx", tmp_path / name, "--force").exit_code == 1
    assert not (tmp_path / "dehors.xlsx").exists()
    assert _run(tmp_path, "export", "--xlsx", tmp_path / "b.xlsx").exit_code == 1

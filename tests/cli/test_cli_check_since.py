"""``vigie check --since`` in a small repository of its own: what it compares with, and what it says when it cannot."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from golden_cases import line_of, text_of
from vigie.cli import main
from vigie.history import HistoryNotRead, text_at

FILE = "data/measures.yaml"


def _git(root, *arguments):
    own = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


def _save(root, text, message):
    (root / "data").mkdir(exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-m", message)


@pytest.fixture
def history(tmp_path, monkeypatch):
    """A project whose ledger was published at the tag « publie »; every other check is silenced."""
    root = tmp_path / "petit"
    root.mkdir()
    _git(root, "init", "-q")
    (root / "mkdocs.yml").write_text("site_name: Fictif\n", encoding="utf-8")
    (root / "README.md").write_text("Rien.\n", encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-m", "Vide")
    _git(root, "tag", "vide")
    _save(root, text_of("ledger.yaml"), "Registre")
    _git(root, "tag", "publie")
    monkeypatch.setattr(sys.modules["vigie.cli.check"], "problems_of", lambda root, public: [])
    return root


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_what_was_rewritten_since_a_reference_is_told(history):
    """Line and mend, with the paths and the annotations that are asked for; the file of before is left alone."""
    assert _run(history, "--since", "publie").output == "Aucun problème.\n"
    _save(history, text_of("ledger.yaml").replace("value: 37.5", "value: 38"), "Récrit")
    assert _run(history).output == "Aucun problème.\n"
    result = _run(history, "--since", "publie", "--github", "data")
    assert result.exit_code == 1
    line = line_of("value: 37.5", text_of("ledger.yaml"))
    assert f"{FILE}:{line}: « value » de « valeur-deux » a changé, mais a été publié ; remettez" in result.stderr
    assert f"::error file={FILE},line={line}::" in result.stdout
    assert _run(history, "--since", "publie", "mkdocs.yml").output == "Aucun problème.\n"
    assert _run(history, "--since", "HEAD").output == "Aucun problème.\n"
    assert _run(history, "--since", "vide").output == "Aucun problème.\n"


def test_a_history_that_cannot_be_read_is_told(history, tmp_path, monkeypatch):
    """Unknown reference, copy that was cut, no repository, file of another time: in French, with what to do, without traceback."""
    for unknown in ("perdu", "--output=fichier", "HEAD:data", ""):
        result = _run(history, f"--since={unknown}")
        assert (result.exit_code, "n’est pas une référence de ce dépôt" in result.stderr) == (1, True), result.output
    _git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", history.as_uri(), "copie")
    result = _run(tmp_path / "copie", "--since", "publie")
    assert (result.exit_code, "git fetch --unshallow" in result.stderr) == (1, True)
    _save(history, "plan: [\n", "Cassé")
    _git(history, "tag", "casse")
    (history / FILE).write_text(text_of("ledger.yaml"), encoding="utf-8")
    assert "ne se lit pas à « casse »" in _run(history, "--since", "casse").stderr
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "seul").mkdir()
    with pytest.raises(HistoryNotRead, match="n’est pas dans un dépôt git"):
        text_at(tmp_path / "seul", "HEAD", FILE)
    monkeypatch.setenv("PATH", "")
    assert "git n’est pas installé" in _run(history, "--since", "publie").stderr


def test_a_project_in_a_folder_of_its_repository_is_read_there(tmp_path):
    """The path is that of the project, not of the repository."""
    _git(tmp_path, "init", "-q")
    inner = tmp_path / "site"
    inner.mkdir()
    _save(inner, "a: é\r\n", "Un")
    assert text_at(inner, "HEAD", FILE) == "a: é\n"
    assert text_at(inner, "HEAD", "data/autre.yaml") is None

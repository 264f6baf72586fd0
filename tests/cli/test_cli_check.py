"""``vigie check`` on copies of the real project: what it says, what it answers, and that it changes nothing."""

import re
import sys

import pytest
from click.testing import CliRunner

from golden_cases import cases
from vigie.cli import main
from vigie.cli.check import problems_of
from vigie.problems import Problem

ANSWER = re.compile(r"^(?P<path>[\w./-]+):(?P<line>[1-9]\d*): (?P<what>.+) ; (?P<mend>.+)$")


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert "Traceback" not in result.output
    return result


def _files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _break(root, raw):
    """Apply the edit of a case; the text that its file then holds."""
    path = root / raw["file"]
    if raw.get("remove"):
        path.unlink()
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    if "latin" in raw:
        path.write_bytes(raw["latin"].encode("latin-1"))
        return raw["latin"]
    text = raw.get("write")
    if text is None:
        text = path.read_text(encoding="utf-8")
        assert raw.get("find", "") in text
        text = text.replace(raw["find"], raw["by"], 1) if "find" in raw else text + raw["append"]
    path.write_text(text, encoding="utf-8")
    return text


def test_the_real_project_has_no_problem(project_copy):
    """A copy of what people edit is accepted as it is, and left as it was."""
    before = _files(project_copy)
    result = _run(project_copy)
    assert (result.exit_code, result.output) == (0, "Aucun problème.\n")
    assert _files(project_copy) == before


@pytest.mark.parametrize("case", cases("check_edits.yaml"))
def test_each_broken_edit_is_told_with_its_line(case, project_copy):
    """File and line, in French, exit code 1, no traceback, and no file changed."""
    raw = case.raw
    text = _break(project_copy, raw)
    before = _files(project_copy)
    result = _run(project_copy)
    assert result.exit_code == 1
    assert "Aucun problème" not in result.output
    found = [match for line in result.stderr.splitlines() if (match := ANSWER.match(line))]
    line = raw.get("line", text[: text.index(case.at)].count("\n") + 1 if case.at else None)
    assert [
        match
        for match in found
        if match["path"] == raw.get("path", raw["file"])
        and (line is None or int(match["line"]) == line)
        and raw["says"] in match.group()
    ], result.stderr
    assert re.search(r"^[1-9]\d* problèmes? à corriger, \d+ avertissement\(s\)\.$", result.stderr, re.MULTILINE)
    assert _files(project_copy) == before


def test_a_warning_is_told_and_blocks_nothing(project_copy):
    """An old verification is announced, and the answer is still 0."""
    _break(project_copy, {"file": "data/contacts.yaml", "find": "verified_on: null", "by": "verified_on: 2026-01-01"})
    result = _run(project_copy)
    assert result.exit_code == 0
    assert "a été vérifié il y a plus de six mois" in result.stdout
    assert "(avertissement)" in result.stdout
    assert "0 problème à corriger, 1 avertissement(s)." in result.stdout


BROKEN = (
    {"file": "data/topics.yaml", "find": "label:", "by": "lable:"},
    {"file": "docs/fr/infos/droits.md", "append": "\nVoir [la page](nulle-part.md).\n"},
)


def test_paths_narrow_what_is_shown(project_copy, monkeypatch):
    """From the root or from elsewhere, files and folders; problems of the others are not shown."""
    found = [Problem("docs/fr/infos/droits.md", 3, "x", "y"), Problem("data/topics.yaml", 1, "z", "t", blocking=False)]
    monkeypatch.setattr(sys.modules["vigie.cli.check"], "problems_of", lambda root, public: found)
    shown = "docs/fr/infos/droits.md:3: x ; y\n1 problème à corriger, 0 avertissement(s).\n"
    for path in ("docs/fr/infos/droits.md", "docs/fr", "docs", str(project_copy / "docs" / "fr" / "infos")):
        assert (_run(project_copy, path).exit_code, _run(project_copy, path).stderr) == (1, shown)
    assert _run(project_copy, "docs/fr/infos/travail.md").output == "Aucun problème.\n"
    assert (_run(project_copy, "data").exit_code, "z ; t (avertissement)" in _run(project_copy, "data").stdout) == (
        0,
        True,
    )
    assert "data/topics.yaml" in _run(project_copy, "data", "docs/fr/infos").stderr
    monkeypatch.chdir(project_copy / "docs")
    assert _run(project_copy, "fr/infos/droits.md").stderr == shown


@pytest.mark.parametrize("path", ["docs/fr/rien.md", "/etc", "..", "data/../../autre"])
def test_a_path_that_is_not_of_the_project_is_refused(path, project_copy):
    """A slip of the finger never answers « no problem »."""
    (project_copy.parent / "autre").mkdir()
    result = _run(project_copy, path)
    assert result.exit_code == 1
    assert f"« {path} » n’est pas dans le projet" in result.stderr


def test_a_folder_without_project_is_refused(tmp_path):
    """The message says where to go."""
    result = _run(tmp_path)
    assert result.exit_code == 1
    assert "il n’y a pas de mkdocs.yml dans" in result.stderr
    assert "allez dans le dossier du projet" in result.stderr


def test_annotations_for_the_forge_follow_the_report(project_copy):
    """One per problem, errors and warnings apart, only when asked."""
    _break(project_copy, BROKEN[1])
    _break(project_copy, {"file": "data/contacts.yaml", "find": "verified_on: null", "by": "verified_on: 2026-01-01"})
    result = _run(project_copy, "--github")
    found = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert len(found) == 3
    assert re.match(r"::error file=docs/fr/infos/droits\.md,line=\d+::le lien .* ; vérifiez", found[0])
    assert re.match(r"::warning file=data/contacts\.yaml,line=\d+::le 17 a été vérifié .* ; appelez", found[1])
    assert re.match(
        r"::warning file=docs/fr/infos/droits\.md,line=\d+::changé depuis sa traduction .* ; rien", found[2]
    )
    assert "::error" not in _run(project_copy).output


def test_an_annotation_is_one_line_whatever_an_editor_wrote(project_copy, monkeypatch):
    """A text with line ends and percent signs begins no command of the forge."""
    found = [
        Problem("docs/a%b.md", 3, "x\r\n::stop-commands::y", "100 %"),
        Problem("docs/c.md", 1, "z", "t", blocking=False),
    ]
    monkeypatch.setattr(sys.modules["vigie.cli.check"], "problems_of", lambda root, public: found)
    assert [line for line in _run(project_copy, "--github").stdout.splitlines() if line.startswith("::")][-2:] == [
        "::error file=docs/a%25b.md,line=3::x%0D%0A::stop-commands::y ; 100 %25",
        "::warning file=docs/c.md,line=1::z ; t",
    ]


def test_every_problem_is_told_at_once(project_copy):
    """One unreadable file does not hide another."""
    for raw in (BROKEN[0], {"file": "data/site.yaml", "find": "status: draft", "by": "status: fini"}):
        _break(project_copy, raw)
    found = {problem.path for problem in problems_of(project_copy)}
    assert {"data/topics.yaml", "data/site.yaml"} <= found


def test_the_day_can_be_pinned(project_copy, monkeypatch):
    """The same file is fresh one day and old another; a pinned day that is none is told without traceback."""
    _break(project_copy, {"file": "data/contacts.yaml", "find": "verified_on: null", "by": "verified_on: 2026-11-01"})
    assert _run(project_copy).output == "Aucun problème.\n"
    monkeypatch.setenv("VIGIE_TODAY", "2027-11-01")
    assert "plus de six mois" in _run(project_copy).output
    monkeypatch.setenv("VIGIE_TODAY", "demain")
    result = _run(project_copy)
    assert result.exit_code == 1
    assert "VIGIE_TODAY=demain n’est pas un jour" in result.stderr

"""What forges show of the problems: those that block first, never more than they show, nothing that an editor could forge."""

import json
import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from vigie.cli import main
from vigie.forges import github_annotations, gitlab_report
from vigie.problems import Problem

STOPS = Problem("docs/fr/b.md", 3, "un mot manque", "ajoutez-le")
WARNS = Problem("data/a.yaml", 1, "un numéro est vieux", "appelez", blocking=False)


def _many(count, *, blocking=True):
    return [Problem(f"docs/fr/{n:02}.md", 1, "faux", "juste", blocking) for n in range(count)]


def test_what_blocks_is_annotated_first():
    """Whatever the order of files; each once."""
    assert github_annotations([WARNS, STOPS, STOPS]) == [
        "::error file=docs/fr/b.md,line=3::un mot manque ; ajoutez-le",
        "::warning file=data/a.yaml,line=1::un numéro est vieux ; appelez",
    ]
    assert github_annotations([]) == []


@pytest.mark.parametrize(("count", "shown", "left"), [(1, 1, None), (10, 10, None), (11, 9, 2), (40, 9, 31)])
@pytest.mark.parametrize(("kind", "blocking"), [("error", True), ("warning", False)])
def test_no_more_than_ten_of_a_kind(kind, blocking, count, shown, left):
    """GitHub drops the eleventh in silence: the tenth says how many more there are."""
    lines = github_annotations(_many(count, blocking=blocking))
    assert len([line for line in lines if line.startswith(f"::{kind} file=")]) == shown
    assert lines[shown:] == ([f"::{kind}::et {left} autres, dans le journal de cette étape"] if left else [])
    assert len(github_annotations([*_many(40), *_many(40, blocking=False)])) == 20


@given(st.text(), st.text(min_size=1))
def test_an_annotation_is_one_line_with_two_properties(what, path):
    """Neither a text nor the name of a file ends the command, or begins another."""
    (line,) = github_annotations([Problem(path, 7, what, "mend")])
    assert re.fullmatch(r"::error file=[^,:\r\n]*,line=7::[^\r\n]*", line)


def test_the_report_of_quality_holds_each_problem_with_its_place():
    """Those that block first, as GitLab grades them; a list without any says that all is well."""
    first, second = json.loads(gitlab_report([WARNS, STOPS, STOPS]))
    assert (first["severity"], second["severity"]) == ("blocker", "minor")
    assert first["description"] == "un mot manque ; ajoutez-le"
    assert first["location"] == {"path": "docs/fr/b.md", "lines": {"begin": 3}}
    assert first["check_name"] == "vigie"
    assert json.loads(gitlab_report([])) == []


def test_a_problem_keeps_its_code_when_its_line_moves():
    """So that the merge request shows what it brings; two alike in one file have each their own."""
    codes = [
        [entry["fingerprint"] for entry in json.loads(gitlab_report(found))]
        for found in (
            [STOPS],
            [Problem("docs/fr/b.md", 9, "un mot manque", "ajoutez-le")],
            [STOPS, Problem("docs/fr/b.md", 9, "un mot manque", "ajoutez-le")],
            [WARNS],
        )
    ]
    assert codes[0] == codes[1]
    assert len(set(codes[2])) == 2
    assert codes[2][0] == codes[0][0]
    assert codes[3] != codes[0]


def _check(root, *arguments):
    return CliRunner().invoke(main, ["--root", str(root), "check", *arguments])


def test_the_command_writes_the_report_whatever_it_says(project_copy, tmp_path):
    """Without a problem, with one, in a folder that does not exist; the exit code stays that of the check."""
    path = tmp_path / "rapport.json"
    assert _check(project_copy, "--gitlab", str(path), "docs/fr/le-collectif.md").exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8")) == []
    (project_copy / "data/topics.yaml").write_text("topics: [\n", encoding="utf-8")
    assert _check(project_copy, "--gitlab", str(path)).exit_code == 1
    (entry,) = json.loads(path.read_text(encoding="utf-8"))
    assert entry["location"]["path"] == "data/topics.yaml"
    result = _check(project_copy, "--gitlab", str(tmp_path / "rien" / "rapport.json"))
    assert (result.exit_code, "ne s’écrit pas là" in result.stderr) == (1, True)

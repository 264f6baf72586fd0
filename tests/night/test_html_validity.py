"""The W3C's own checker on every page of the real site: another program than ours, with the whole standard."""

import subprocess

import pytest

from built import ROOT, real_site

pytestmark = pytest.mark.night


def _checked(*files):
    (checker,) = (ROOT / ".cache/night").glob("vnu-*.jar")  # scripts/get-night-tools.sh brings it
    command = [
        "java",
        "-Xss2m",
        "-jar",
        str(checker),
        "--errors-only",
        "--format",
        "gnu",
        "--skip-non-html",
        *map(str, files),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def test_the_checker_finds_no_error():
    """Every page, in both languages, and the kits: zero error."""
    done = _checked(real_site().folder)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_checker_would_see_one(tmp_path):
    """A control: a page with a heading in a list and a repeated id is refused."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        '<!doctype html><html lang="fr"><title>A</title><ul><h2 id="a">A</h2></ul><p id="a">B', encoding="utf-8"
    )
    assert _checked(wrong).returncode != 0

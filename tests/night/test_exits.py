"""Long checks of the night: the exit kept open, the cost of growth."""

import os
import subprocess
import sys

import pytest

from built import ROOT, TODAY, real_site

pytestmark = pytest.mark.night


def test_properdocs_builds_the_same_site(tmp_path):
    """MkDocs' continuation, with the same hooks, gives the same bytes: the exit stays open.

    The index of the search and the compressed copies are made after MkDocs, by us: they are not compared.
    """
    environment = {**os.environ, "VIGIE_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"}
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "-f",
        str(ROOT / "mkdocs.yml"),
        "-d",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    site = real_site()
    ours = {
        p.relative_to(site.folder): p.read_bytes()
        for p in site.folder.rglob("*")
        if p.is_file() and p.suffix not in (".br", ".gz") and "pagefind" not in p.relative_to(site.folder).parts
    }
    theirs = {p.relative_to(tmp_path / "site"): p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert theirs == ours

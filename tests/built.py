"""The real site, built once for all the tests that look at it, by the command that editors use."""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from vigie.data_files import load_data
from vigie.redirects.model import Redirects

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a site, and what its build printed."""

    folder: Path
    output: str

    def pages(self) -> list[Path]:
        """Those of the site: the kits to take away are no pages, nor the small ones that lead on from an old address."""
        left_out = self.small_pages()
        return sorted(
            path
            for path in self.folder.rglob("*.html")
            if path.parent.name != "telechargements" and path.relative_to(self.folder).as_posix() not in left_out
        )

    def small_pages(self) -> set[str]:
        """By the list of old addresses, not by what they hold: a page attacked into leading elsewhere stays in sight."""
        loaded, problems = load_data(Redirects, ROOT, "data/redirects.yaml")
        assert loaded, problems
        lines = loaded.record.redirects
        places = {f"index.php/{line.place}" for line in lines} | {line.place for line in lines if not line.approximate}
        return {f"{place}index.html" for place in places} | {"index.php/index.html"}

    def html(self, address: str) -> str:
        path = self.folder / address
        return (path if path.is_file() else path / "index.html").read_text(encoding="utf-8")


def vigie(*arguments: str, root: Path = ROOT, today: str = TODAY) -> subprocess.CompletedProcess[str]:
    """Run the command line on the project at ``root``."""
    environment = {**os.environ, "VIGIE_TODAY": today, "PYTHONWARNINGS": "default"}
    command = [sys.executable, "-m", "vigie.cli", "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=root)


def build(root: Path, folder: Path) -> BuiltSite:
    """Build the project at ``root`` into ``folder``; fails with what the build printed."""
    done = vigie("build", "--site", str(folder), root=root)
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return BuiltSite(folder, output)


@functools.cache
def real_site() -> BuiltSite:
    """The site of this repository."""
    folder = Path(tempfile.mkdtemp(prefix="vigie-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build(ROOT, folder / "site")

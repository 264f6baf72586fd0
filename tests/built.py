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

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a site, and what its build printed."""

    folder: Path
    output: str

    def pages(self) -> list[Path]:
        """Those of the site: the kits to take away are no pages."""
        return sorted(path for path in self.folder.rglob("*.html") if path.parent.name != "telechargements")

    def html(self, address: str) -> str:
        path = self.folder / address
        return (path if path.suffix else path / "index.html").read_text(encoding="utf-8")


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

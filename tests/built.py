"""The real site, built once for all the tests that look at it, by the command that editors use."""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from vigie.cli import main
from vigie.data_files import load_data
from vigie.ready import Ready
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
    """Run the command line on the project at ``root``, in a process of its own as editors do."""
    environment = {**os.environ, "VIGIE_TODAY": today, "PYTHONWARNINGS": "default"}
    command = [sys.executable, "-m", "vigie.cli", "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=root)


def run(*arguments: str, root: Path, today: str = TODAY) -> subprocess.CompletedProcess[str]:
    """The same in this process, where what did not change since the last run is not read or compiled again.

    What a process would print of an exception that nobody caught is at the end of ``stderr``.
    """
    done = CliRunner().invoke(main, ["--root", str(root), *arguments], env={"VIGIE_TODAY": today})
    uncaught = done.exception is not None and not isinstance(done.exception, SystemExit)
    told = "".join(traceback.format_exception(done.exception)) if uncaught else ""
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr + told)


def build(root: Path, folder: Path) -> BuiltSite:
    """Build the project at ``root`` into ``folder``; fails with what the build printed.

    A new ``folder`` begins as the site of this repository, as an editor's does: only what differs is compressed.
    """
    if not folder.exists():
        shutil.copytree(real_site().folder, folder)
    return _built(run("build", "--site", str(folder), root=root), folder)


def _built(done: subprocess.CompletedProcess[str], folder: Path) -> BuiltSite:
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return BuiltSite(folder, output)


def html_of(ready: Ready, address: str) -> str:
    """The four parts of a page made ready, as ``main.html`` puts them together; ``address`` from the site's root."""
    framed = ready.framed[address if address.endswith(".html") else f"{address}index.html"]
    return "\n".join((framed.head, framed.header, framed.main, framed.footer))


@functools.cache
def real_site() -> BuiltSite:
    """The site of this repository, built by the very command."""
    scratch = Path(tempfile.mkdtemp(prefix="vigie-site-"))
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    return _built(vigie("build", "--site", str(scratch / "site")), scratch / "site")

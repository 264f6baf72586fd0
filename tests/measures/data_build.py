"""The real project, read once, and the same with another ledger: what the files of the ledger are made from."""

import dataclasses
import datetime
import functools
from pathlib import Path

from small_ledger import loaded_ledger

from built import ROOT
from vigie.build import Build
from vigie.data_files import Loaded
from vigie.load_build import load_build
from vigie.measures.ledger_file import LedgerFile
from vigie.measures.model import Ledger
from vigie.measures.open_data.files import open_data_files, state_files

DAY = datetime.date(2026, 11, 22)


@functools.cache
def real_build() -> Build:
    """The project of this repository."""
    build, problems = load_build(ROOT, DAY)
    assert build is not None, [str(problem) for problem in problems]
    return build


def with_ledger(loaded: Loaded[Ledger] | None = None, *, root: Path = ROOT, **site: object) -> Build:
    """The project with the small fictional ledger, or ``loaded``; ``site`` replaces facts of the site."""
    build = real_build()
    record = build.site.record.model_copy(update=site)
    new_site = dataclasses.replace(build.site, record=record)
    return dataclasses.replace(build, root=root, ledger=loaded or loaded_ledger(), site=new_site)


def data_files(build: Build) -> tuple[LedgerFile, ...]:
    """Those of the open data; the dossiers, which take seconds to draw, have tests of their own."""
    return (*open_data_files(build), *state_files(build))


def replaced(ledger: Ledger) -> Loaded[Ledger]:
    """``ledger`` as if it had been read from the small one's file."""
    return dataclasses.replace(loaded_ledger(), record=ledger)

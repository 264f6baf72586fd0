"""Every file made from the ledger, in one list: written with the site, offered on ``plan/donnees/``, sizes known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vigie.build import Build
from vigie.measures.dossier.files import dossier_files
from vigie.measures.ledger_file import LedgerFile
from vigie.measures.open_data.files import open_data_files, state_files

Maker = Callable[[Build], tuple[LedgerFile, ...]]

MAKERS: tuple[Maker, ...] = (
    open_data_files,
    state_files,
    dossier_files,
)
"""What makes files from the ledger: a new kind of file is one more line here, and nothing else."""


@dataclass(frozen=True)
class TableFiles:
    """One table: its CSV, and the schema that says how to read it."""

    name: str
    csv: LedgerFile
    schema: LedgerFile


@dataclass(frozen=True)
class LedgerFiles:
    """The files as the pages offer them."""

    files: tuple[LedgerFile, ...]

    def labelled(self, *labels: str) -> tuple[LedgerFile, ...]:
        """Those of the given labels, in the order of the list."""
        return tuple(file for file in self.files if file.label in labels)

    @property
    def tables(self) -> tuple[TableFiles, ...]:
        """Each table with its schema."""
        schemas = {file.stem: file for file in self.labelled("data_schema")}
        return tuple(TableFiles(f.stem, f, schemas[f.stem]) for f in self.files if f.form == "csv")

    @property
    def states(self) -> tuple[str, ...]:
        """The days of the states that have files, the earliest first."""
        return tuple(sorted({file.state for file in self.files if file.state}))

    def of_state(self, day: object) -> tuple[LedgerFile, ...]:
        """Those of the state of ``day`` (a date, or ``2024-12-12``)."""
        return tuple(file for file in self.files if file.state == str(day))


def ledger_files(build: Build) -> tuple[LedgerFile, ...]:
    """All of them, in the order in which they are offered. The same ledger makes the same bytes on any day."""
    return tuple(file for make in MAKERS for file in make(build))

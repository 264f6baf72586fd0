"""The files of the open data: tables in three formats with their description, feed, calendar, states of the table."""

from __future__ import annotations

from vigie.build import Build
from vigie.measures.editions import editions
from vigie.measures.ledger_file import LedgerFile
from vigie.measures.open_data.agenda import AGENDA, agenda
from vigie.measures.open_data.atom import ATOM, atom
from vigie.measures.open_data.csv_file import csv_file
from vigie.measures.open_data.dictionary import dictionary_table
from vigie.measures.open_data.package import data_package, table_schema
from vigie.measures.open_data.state_file import state_json, state_path
from vigie.measures.open_data.tables import all_tables
from vigie.measures.open_data.whole import whole_ledger
from vigie.measures.open_data.workbook import workbook

FOLDER = "plan/donnees/"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WHOLE: dict[str, tuple[str, str]] = {
    f"{FOLDER}registre.xlsx": ("data_workbook", _XLSX),
    f"{FOLDER}registre.json": ("data_whole", "application/json"),
    f"{FOLDER}datapackage.json": ("data_package", "application/json"),
}
"""The files that hold all of the ledger or lead to it: label and media type by path."""


def open_data_files(build: Build) -> tuple[LedgerFile, ...]:
    """Those of today's ledger."""
    ledger = build.ledger.record
    tables = all_tables(ledger)
    tables = (*tables, dictionary_table(tables))
    written = {table.name: csv_file(table) for table in tables}
    whole = (workbook(tables), whole_ledger(ledger), data_package(build, written, tables))
    return (
        *(LedgerFile(path, content, *WHOLE[path]) for path, content in zip(WHOLE, whole, strict=True)),
        *(
            LedgerFile(f"{FOLDER}{name}.csv", content, f"data_table_{name}", "text/csv")
            for name, content in written.items()
        ),
        *(
            LedgerFile(f"{FOLDER}schemas/{table.name}.json", table_schema(table), "data_schema", "application/json")
            for table in tables
        ),
        LedgerFile(ATOM, atom(build), "data_atom", "application/atom+xml"),
        LedgerFile(AGENDA, agenda(build), "data_agenda", "text/calendar"),
    )


def state_files(build: Build) -> tuple[LedgerFile, ...]:
    """One per state of the table, the earliest first."""
    ledger = build.ledger.record
    return tuple(
        LedgerFile(state_path(day), state_json(edition), "data_state", "application/json", state=day)
        for edition in editions(ledger)
        if (day := edition.day.isoformat())
    )

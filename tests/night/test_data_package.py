"""The data package of the real ledger, read by the program that others read it with: frictionless."""

import csv
import io
import json

import pytest

from built import ROOT
from data_package_files import written_files

pytestmark = pytest.mark.night


def _errors(folder):
    from frictionless import validate

    report = validate(str(folder / "plan/donnees/datapackage.json"))
    return report.flatten(["title", "rowNumber", "fieldName", "type", "note"])


def test_it_is_valid(tmp_path):
    """Every table, its types, closed lists, keys and links; sizes and sums too."""
    assert _errors(written_files(ROOT, tmp_path)) == []


@pytest.mark.parametrize(
    ("table", "column", "broken", "error"),
    [
        ("constats", "progress", "nonsense", "constraint-error"),
        ("constats", "added_on", "22/11/2026", "type-error"),
        ("declarations", "date", "2024-123", "constraint-error"),
        ("mesures", "forms", "sexual|nonsense", "constraint-error"),
        ("mesures", "label", "", "constraint-error"),
        ("mesures", "id", None, "primary-key"),
        ("constats", "measure", "absente", "foreign-key"),
    ],
)
def test_a_broken_one_is_not(tmp_path, table, column, broken, error):
    """A control for each kind of rule: without sizes and sums, the fault itself is seen. None: the id of another row."""
    folder = written_files(ROOT, tmp_path)
    _without_sums(folder)
    path = folder / f"plan/donnees/{table}.csv"
    header, first, second, *others = csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""))
    place = header.index(column)
    first[place] = second[place] if broken is None else broken
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header, first, second, *others])
    assert error in {found[3] for found in _errors(folder)}


def test_a_renamed_column_is_seen(tmp_path):
    """The first line of the file is part of the description."""
    folder = written_files(ROOT, tmp_path)
    _without_sums(folder)
    path = folder / "plan/donnees/sources.csv"
    path.write_bytes(path.read_bytes().replace(b"id,title", b"id,titre", 1))
    assert "incorrect-label" in {found[3] for found in _errors(folder)}


def _without_sums(folder):
    package = folder / "plan/donnees/datapackage.json"
    described = json.loads(package.read_text(encoding="utf-8"))
    for resource in described["resources"]:
        del resource["bytes"], resource["hash"]
    package.write_text(json.dumps(described), encoding="utf-8")


def test_a_cut_download_is_not(tmp_path):
    """Its size and its sum are told."""
    folder = written_files(ROOT, tmp_path)
    path = folder / "plan/donnees/sources.csv"
    path.write_bytes(path.read_bytes()[:-40])
    assert {"hash-count", "byte-count"} & {found[3] for found in _errors(folder)}

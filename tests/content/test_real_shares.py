"""The shares that the real ledger records: each with the base that establishes it, and none without.

The day a source gives a base that lacks today, these tests change with it, in the same commit and on purpose.
"""

import pytest

from built import ROOT
from vigie.data_files import parse_data
from vigie.measures.model import Ledger

IN_FRANCE = "victimes accompagnées, exploitées au moins en partie en France"
ACCOMPANIED, RECORDED = "victimes accompagnées", "victimes enregistrées par la police et la gendarmerie"
SHARES = {
    "parts-formes-accompagnees": [
        ("2022", 76, "exploitation sexuelle", (2675, "exact", IN_FRANCE), 69),
        ("2022", 15, "exploitation par le travail", (2675, "exact", IN_FRANCE), 69),
        ("2022", 7, "contrainte à commettre des délits", (2675, "exact", IN_FRANCE), 69),
        ("2022", 2, "mendicité forcée", (2675, "exact", IN_FRANCE), 69),
        ("2024", 86, "exploitation sexuelle", (4823, "exact", ACCOMPANIED), 44),
        ("2024", 11, "exploitation par le travail", (4823, "exact", ACCOMPANIED), 44),
        ("2024", 2, "activité criminelle ou délictuelle", (4823, "exact", ACCOMPANIED), 44),
        ("2024", 1, "mendicité forcée", (4823, "exact", ACCOMPANIED), 44),
    ],
    "part-femmes-accompagnees": [
        ("2023", 85, "femmes", (4160, "exact", ACCOMPANIED), 70), ("2024", 89, "femmes", (4823, "exact", ACCOMPANIED), 44),
    ],
    "part-mineurs-accompagnes": [("2023", 12, "moins de 18 ans", (4160, "exact", ACCOMPANIED), 70)],
    "parts-victimes-enregistrees": [
        ("2023", 64, "femmes", (2100, "about", RECORDED), None),
        ("2023", 19, "moins de 18 ans", (2100, "about", RECORDED), None),
        ("2024", 46, "nationalité française", (2100, "about", RECORDED), None),
    ],
    "parts-travail-outre-mer": [
        ("2016-2023", 71, "exploitation par le travail", (186, "exact", "victimes enregistrées en Guyane"), None),
        ("2016-2023", 85, "exploitation par le travail", (169, "exact", "victimes enregistrées à Mayotte"), None),
    ],
    "part-femmes-accompagnees-ccem": [
        ("2022", 69, "femmes", (281, "exact", "personnes accompagnées par le CCEM"), None),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def ledger():
    loaded, problems = parse_data(
        Ledger, (ROOT / "data/measures.yaml").read_text(encoding="utf-8"), "data/measures.yaml"
    )
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded.record


def _series(ledger, id_):
    return next(series for series in ledger.series if series.id == id_)


def test_the_shares_are_these(ledger):
    """No other share is shown, in this order; each is a percentage of people."""
    found = [series for series in ledger.series if series.nature == "rate"]
    assert [series.id for series in found] == list(SHARES)
    assert {series.unit for series in found} == {"%"}


@pytest.mark.parametrize("id_", SHARES)
def test_a_share_has_the_base_that_its_source_gives(id_, ledger):
    """Of how many people and which ones; how many associations answered is another thing."""
    found = [
        (x.period, x.value, x.breakdown.key, (x.base.value, x.base.qualifier, x.base.of), x.respondents)
        for x in _series(ledger, id_).values
    ]
    assert found == SHARES[id_]
    assert all(x.qualifier == "exact" and x.sources and x.date for x in _series(ledger, id_).values)


def test_a_base_is_a_number_that_the_ledger_records(ledger):
    """Each is a figure of a series of numbers, of the same period, with the same reserve."""
    counted = {(x.period, x.value, x.qualifier) for s in ledger.series if s.nature == "number" for x in s.values}
    bases = {(x.period, x.base.value, x.base.qualifier) for s in ledger.series for x in s.values if x.base}
    assert bases <= counted


def test_shares_whose_base_nobody_gives_are_not_recorded(ledger):
    """Two shares of one association for 2024, those of 2021, complaints, suspects: quoted in limits, or nowhere."""
    shares = {(x.period, x.value) for s in ledger.series if s.nature == "rate" for x in s.values}
    assert shares & {("2024", 85), ("2024", 14), ("2021", 74), ("2021", 18), ("2022", 39), ("2024", 72)} == set()
    assert "85" in _series(ledger, "parts-formes-accompagnees").limits
    assert "14" in _series(ledger, "part-mineurs-accompagnes").limits


def test_shares_of_two_years_are_broken_where_their_base_changes(ledger):
    """Other associations, other people or another study: each break says what changed."""
    broken = {id_: {tuple(cut.between): cut.why for cut in _series(ledger, id_).breaks} for id_ in SHARES}
    assert list(broken["parts-formes-accompagnees"]) == [("2022", "2024")]
    assert list(broken["part-femmes-accompagnees"]) == list(broken["parts-victimes-enregistrees"]) == [("2023", "2024")]
    for base in ("69", "44", "exploitées au moins en partie en France"):
        assert base in broken["parts-formes-accompagnees"]["2022", "2024"]
    assert all(base in broken["part-femmes-accompagnees"]["2023", "2024"] for base in ("70", "44"))


def test_shares_of_associations_and_of_the_administration_are_apart(ledger):
    """Never in one series; limits refuse the comparison."""
    counted = {id_: _series(ledger, id_).counted_as for id_ in SHARES}
    assert {id_ for id_ in SHARES if counted[id_] == "recorded"} == {
        "parts-victimes-enregistrees",
        "parts-travail-outre-mer",
    }
    assert set(counted.values()) == {"accompanied", "recorded"}

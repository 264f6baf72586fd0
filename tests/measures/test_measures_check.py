"""The rules of the ledger that are not about one mistake: order, completeness, purity."""

import datetime
from pathlib import Path

import pytest
from small_ledger import READ, REFUSED, TODAY, finding, loaded_ledger, with_findings

from vigie.measures import check, check_addresses, check_dates, check_figures, check_plan, check_records
from vigie.measures.check import check_ledger
from vigie.measures.places import cited, dated, findings, ids, values

CONTENT = "kind: content\n    added_on: 2020-02-01 # un\n    number: null"


def _what(loaded, today=TODAY):
    return [(problem.line, problem.what) for problem in check_ledger(loaded, REFUSED, today)]


RULES = {
    name: module
    for module in (check_addresses, check_dates, check_figures, check_plan, check_records)
    for name, found in vars(module).items()
    if not name.startswith("_") and getattr(found, "__module__", "") == module.__name__ and hasattr(found, "__code__")
}


def test_every_rule_is_asked():
    """A rule that exists is called: none is written and forgotten."""
    assert len(RULES) >= 35
    assert set(RULES) <= set(check_ledger.__code__.co_names)


def test_every_rule_is_one_that_this_test_knows():
    """A new file of rules is added to the list above."""
    written = {path.stem for path in Path(check.__file__).parent.glob("check_*.py")}
    assert written == {module.__name__.rpartition(".")[2] for module in RULES.values()}


def test_the_day_is_given_not_asked():
    """The same ledger has a future or not according to the day it is read on."""
    assert _what(loaded_ledger(READ), datetime.date(2022, 3, 5)) == []
    loaded = loaded_ledger(READ)
    line = loaded.located.line(("measures", 0, "indicators", 0, "values", 1, "added_on"))
    assert _what(loaded, datetime.date(2022, 3, 4)) == [(line, "cette date (2022-03-05) est dans le futur")]


def test_an_id_used_three_times_is_told_twice_with_its_first_line():
    """Each repetition points at the first use."""
    loaded = with_findings(
        finding("serie-une", "2021", "miprof"),
        edits=(
            READ,
            ("id: point-deux", "id: serie-une # bis"),
        ),
    )
    series = loaded.located.line(("series", 0, "id"))
    first = loaded.located.line(("measures", 1, "findings", 0, "id"))
    second = loaded.located.line(("series", 0, "values", 1, "id"))
    assert _what(loaded) == [
        (series, f"l’identifiant « serie-une » sert déjà (ligne {first})"),
        (second, f"l’identifiant « serie-une » sert déjà (ligne {first})"),
    ]


def test_the_same_number_three_times_names_the_first_measure():
    """The second and third owners of a number are both refused."""
    third = (
        "  - {id: mesure-huit, kind: measure, added_on: 2020-02-01, number: 7, title: null, label: Huit, plain: Huit, sources: [source-etat],"
        " axis: null, forms: [all], audiences: [everyone], plan_says: {lead: unknown, partners: unknown,"
        " deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null},"
        " verifiable: {value: full, why: Oui}, indicators: [], findings: [], former_ids: []}\n"
    )
    numbered = (CONTENT, CONTENT.replace("content", "measure").replace("null", "7"))
    loaded = loaded_ledger(READ, numbered, ("series:\n", f"{third}series:\n"))
    assert [what for _line, what in _what(loaded)] == ["le numéro 7 est déjà celui de « contenu-un »"] * 2


def test_a_correction_stays_in_its_own_measure():
    """The finding of another measure cannot be corrected from here."""
    loaded = with_findings(
        finding("constat-a", "2021", "miprof", correction_of="{id: constat-un, reason: Non}"), edits=(READ,)
    )
    assert [what for _line, what in _what(loaded)] == ["« constat-un » n’est pas un constat antérieur de cette mesure"]


def test_each_unknown_source_is_told_once_per_place():
    """Two places that cite the same unknown source are both shown."""
    loaded = loaded_ledger(READ, ("  source-asso:\n", "  source-autre:\n"))
    assert [what for _line, what in _what(loaded)] == ["la source « source-asso » n’est pas dans « sources »"] * 3


def test_the_order_of_additions_is_that_of_each_measure():
    """Two measures are two lists: the first finding of the second may be older than the last of the first."""
    assert _what(with_findings(finding("constat-a", "2020", "miprof", added_on="2020-01-02"), edits=(READ,))) == []


@pytest.mark.parametrize("done", ["parliament", "court", "greta", "osce", "members", "collectif"])
def test_no_voice_but_the_states_declares_done_what_cannot_be_verified(done):
    """Independent bodies and associations alike."""
    edits = (
        READ,
        ("value: full", "value: none"),
    )
    loaded = with_findings(finding("constat-a", "2021", done, progress="done"), edits=edits)
    assert [what for _line, what in _what(loaded)] == ["« done » sur un point que rien ne permet de vérifier"]


def test_places_name_what_is_written_there():
    """Each finding, value, source list and id is found where its place says."""
    loaded = loaded_ledger(READ)
    raw = loaded.located.value

    def at(place):
        found = raw
        for part in place:
            found = found[part]
        return found

    ordinals = ("un", "deux", "trois", "quatre")
    assert [at(place)["id"] for place, _ in findings(loaded.record)] == [f"constat-{n}" for n in ordinals]
    assert [(at(place)["id"], nature) for place, _, nature in values(loaded.record)] == [
        ("valeur-une", "rate"),
        ("valeur-deux", "rate"),
        ("point-un", "number"),
        ("point-deux", "number"),
    ]
    assert all(at(place) == list(sources) for place, sources in cited(loaded.record))
    assert all(at(place) == id_ for place, id_ in ids(loaded.record))
    assert all(str(at(place)).startswith(str(day.year)) for place, day in dated(loaded.record))


def test_every_list_of_sources_and_every_id_of_the_file_is_looked_at():
    """As many as the raw file holds: a new kind of record cannot be forgotten."""
    loaded = loaded_ledger(READ)
    counts = {"sources": 0, "id": 0}

    def walk(node):
        if isinstance(node, list):
            for item in node:
                walk(item)
        if isinstance(node, dict):
            for key, value in node.items():
                counts["sources"] += key == "sources" and isinstance(value, list)
                counts["id"] += key == "id"
                walk(value)

    walk(loaded.located.value)
    assert len(list(cited(loaded.record))) == counts["sources"]
    of_the_plan_and_of_the_correction = 2
    assert len(list(ids(loaded.record))) == counts["id"] - of_the_plan_and_of_the_correction


def test_a_finding_noted_under_a_content_that_gave_way_is_only_told():
    """Published, it could no longer be moved: the content may still give way, and the finding is on its measure."""
    loaded = loaded_ledger(
        ("    former_ids: []\nseries", "    former_ids: [contenu-un]\nseries"),
        ("former_ids: [contenu-ancien]", "former_ids: []"),
        ("added_on: 2020-02-01 # sept", "added_on: 2020-12-31"),
        READ,
    )
    (problem,) = check_ledger(loaded, REFUSED, TODAY)
    assert problem.what == "« contenu-un » a laissé place à « mesure-sept » avant ce constat"
    assert not problem.blocking

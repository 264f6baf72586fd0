"""What the real ledger says, record by record: each figure as its source gives it, and nothing that nobody said.

The day a source corrects a figure, these tests change with it, in the same commit and on purpose.
"""

import re
from itertools import pairwise

import pytest

from built import ROOT
from vigie.data_files import parse_data
from vigie.measures.editions import changes, editions
from vigie.measures.model import Ledger
from vigie.measures.places import findings, ids, values
from vigie.measures.words import LedgerWords

PATH, ARABIC = "data/measures.yaml", "data/ar/measures.yaml"
SERIES = {
    "victimes-reperees-associations": [("2022", "", 4363, 72), ("2023", "more_than", 6000, 70), ("2024", "", 7285, 44)],
    "victimes-accompagnees-associations": [
        ("2021", "more_than", 2800, 44), ("2022", "", 2994, 72), ("2023", "", 4160, 70), ("2024", "", 4823, 44),
    ],
    "victimes-enregistrees-police-gendarmerie": [("2023", "about", 2100, None), ("2024", "about", 2100, None)],
    "personnes-condamnees": [("2022", "", 1046, None)],
    "victimes-accompagnees-exploitees-en-france": [("2021", "", 2637, 44), ("2022", "", 2675, 69)],
    "victimes-donnees-officielles-greta": [
        ("2016", "", 1401, None), ("2017", "", 1263, None), ("2018", "", 1445, None), ("2019", "", 1460, None),
        ("2020", "", 1243, None),
    ],
    "victimes-enregistrees-outre-mer": [("2016-2023", "", 186, None), ("2016-2023", "", 169, None)],
    "mineurs-enregistres-police-gendarmerie": [("2024", "about", 490, None)],
    "victimes-accompagnees-ccem": [("2022", "", 281, None), ("2023", "", 304, None)],
}  # fmt: skip
INDICATORS = {
    "mecanisme-identification-a": [],
    "enquete-associations-a": [("2023", 70), ("2024", 44)],
    "reseau-acse-a": [("2024", 118)],
    "enfants-exploitation-sexuelle-a": [("2024", 3_000_000)],
    "biens-confisques-agrasc-a": [("2025", 7)],
    "exploitation-travail-a": [("2024", 65)],
    "exploitation-travail-b": [("2024", 459)],
    "europe-international-a": [],
}
HOUSING = ("logements-confisques", "reseau-acse", "hebergement-specialise", "biens-confisques-agrasc")
KNOWN_NAMES = {
    "Ac", "Sé", "Agrasc", "Agence", "Miprof", "Assemblée", "Accorder", "France", "DGEF", "HCR", "Opérateur",
}  # fmt: skip
"""Institutions: any other name in a text about housing could be that of a place or of a person."""


@pytest.fixture(scope="module")
def ledger():
    loaded, problems = parse_data(Ledger, (ROOT / PATH).read_text(encoding="utf-8"), PATH)
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded.record


@pytest.fixture(scope="module")
def arabic():
    loaded, problems = parse_data(LedgerWords, (ROOT / ARABIC).read_text(encoding="utf-8"), ARABIC)
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded.record


def _series(ledger, id_):
    return next(series for series in ledger.series if series.id == id_)


def _indicators(ledger):
    return {indicator.id: indicator for measure in ledger.measures for indicator in measure.indicators}


def _texts(record):
    """Every text of a record and of those it holds."""
    if isinstance(record, str):
        return [record]
    if isinstance(record, dict):
        return [text for value in record.values() for text in _texts(value)]
    if isinstance(record, list | tuple):
        return [text for value in record for text in _texts(value)]
    return []


def test_the_series_are_these(ledger):
    """No other number of context is shown, in this order; shares have tests of their own."""
    numbers = [series for series in ledger.series if series.nature == "number"]
    assert [series.id for series in numbers] == list(SERIES)
    assert {series.unit for series in numbers} == {"personnes"}


@pytest.mark.parametrize("id_", SERIES)
def test_a_series_gives_each_figure_as_its_source_does(id_, ledger):
    """Period, « plus de » or « environ », number, and how many associations: never made more exact."""
    found = [
        (value.period, "" if value.qualifier == "exact" else value.qualifier, value.value, value.respondents)
        for value in _series(ledger, id_).values
    ]
    assert found == SERIES[id_]
    assert all(value.sources and value.date for value in _series(ledger, id_).values)


@pytest.mark.parametrize("id_", SERIES)
def test_a_series_breaks_wherever_its_base_changes(id_, ledger):
    """And each break says why in numbers; two round numbers from two studies draw no line either."""
    series = _series(ledger, id_)
    broken = {tuple(cut.between) for cut in series.breaks}
    for before, after in pairwise(series.values):
        if before.respondents != after.respondents:
            assert (before.period, after.period) in broken
    for cut in series.breaks:
        bases = {value.period: value.respondents for value in series.values}
        assert all(bases[period] is None or str(bases[period]) in cut.why for period in cut.between)
    if id_ == "victimes-enregistrees-police-gendarmerie":
        assert broken == {("2023", "2024")}


def test_figures_of_associations_and_of_the_administration_are_apart(ledger):
    """Whoever counts, the series says so; those of the GRETA do not go on in those of the police."""
    kinds = {series.id: series.counted_as for series in ledger.series}
    assert {kinds[id_] for id_ in kinds if "accompagne" in id_} == {"accompanied"}
    assert {kinds[id_] for id_ in kinds if "enregistre" in id_ or "greta" in id_ or "outre-mer" in id_} == {"recorded"}
    assert "ne se prolonge pas" in _series(ledger, "victimes-donnees-officielles-greta").limits


def test_parts_are_named_and_large_enough(ledger):
    """Two territories and the minors: parts of a whole, each with its key."""
    parts = {
        (value.breakdown.by, value.breakdown.key): value.value
        for series in ledger.series
        for value in series.values
        if value.breakdown and series.nature == "number"
    }
    assert parts == {("territory", "Guyane"): 186, ("territory", "Mayotte"): 169, ("age", "moins de 18 ans"): 490}


def test_the_indicators_are_proposals_with_a_precise_definition(ledger):
    """Nobody fixed a start, an end or a target; each says its limits; none claims to come from the plan."""
    found = _indicators(ledger)
    assert set(found) == set(INDICATORS)
    for indicator in found.values():
        assert (indicator.proposed_by, indicator.validated) == ("editors", None)
        assert {indicator.baseline, indicator.midterm, indicator.final, indicator.target} == {"unknown"}
        assert len(indicator.definition.split()) >= 8
        assert indicator.limits


@pytest.mark.parametrize("id_", INDICATORS)
def test_an_indicator_has_the_established_values_only(id_, ledger):
    """No value where nobody has looked: an empty list, never a zero."""
    assert [(value.period, value.value) for value in _indicators(ledger)[id_].values] == INDICATORS[id_]


def test_engaged_is_said_of_one_content_by_the_miprof(ledger):
    """The word is the State's, and its report calls the trainings alone « engagées »: for the MNIOP, a preparatory work."""
    said = {(place[1], finding.by) for place, finding in findings(ledger) if finding.progress == "engaged"}
    assert [(ledger.measures[index].id, by) for index, by in said] == [("formations-magistrature", "miprof")]
    assert {f.progress for _place, f in findings(ledger)} == {"not_assessed", "mentioned", "engaged"}


def test_no_doubtful_figure_is_anywhere(ledger):
    """409 minors, more than 6,000 accompanied and 78 % contradict better passages of the same posts."""
    assert [text for text in _texts(ledger.model_dump(mode="json")) if re.search(r"\b409\b|\b78\s?%", text)] == []
    assert [value.id for _place, value, _nature in values(ledger) if value.value in (409, 78)] == []
    accompanied = [s for s in ledger.series if s.counted_as == "accompanied"]
    assert [value.id for series in accompanied for value in series.values if value.value == 6000] == []


@pytest.mark.parametrize("id_", HOUSING)
def test_nothing_locates_a_shelter(id_, ledger):
    """No name but those of institutions, no number of places, no address of a page that gives them."""
    measure = next(measure for measure in ledger.measures if measure.id == id_)
    texts = [text for part in (measure.indicators, measure.findings, (measure,)) for own in part for text in _own(own)]
    for text in texts:
        assert re.search(r"\d[\d\u202f\u00a0 ]*(?:places|lits|chambres|pièces)", text) is None
        names = re.findall(r"(?<![.:»] )(?<!^)\b[A-ZÉÈÀ][\w’-]+", text.replace("\u00a0", " "))
        assert set(names) <= KNOWN_NAMES, text
        assert re.search(r"appartement|tribunal|\bcour\b|juridiction", text) is None
    for source in ("agrasc-2025", "affectations-agrasc-2025", "reseau-acse-2024"):
        assert (ledger.sources[source].url, ledger.sources[source].archive_url) == (None, None)


def _own(record):
    """The texts that readers see of a measure, an indicator or a finding."""
    names = ("label", "plain", "name", "definition", "limits", "statement", "demand")
    return [text for name in names if (text := getattr(record, name, None))]


def test_what_was_announced_and_what_became_of_it(ledger):
    """Held or done where a source says so; otherwise nobody has looked, and nothing is said to be late."""
    found = {deadline.id: (deadline.date.written, deadline.status) for deadline in ledger.plan.deadlines}
    assert found == {
        "echeance-bilan-mi-parcours": ("2026", "unknown"),
        "echeance-comite-2026-02": ("2026-02", "unknown"),
        "echeance-transposition-directive": ("2026-07-15", "unknown"),
        "echeance-fin-du-plan": ("2027", "unknown"),
        "echeance-groupe-de-suivi-2024": ("2024-09", "unknown"),
        "echeance-statistiques-2024-10-18": ("2024-10-18", "done"),
        "echeance-reunion-mniop-2024-11": ("2024-11", "unknown"),
        "echeance-formation-bordeaux-2025-01-29": ("2025-01-29", "unknown"),
        "echeance-reunion-transposition-2025-04": ("2025-04", "unknown"),
        "echeance-point-de-suivi-2025": ("2025", "held"),
        "echeance-plan-formation-2025": ("2025", "unknown"),
    }
    assert {deadline.searched for deadline in ledger.plan.deadlines} == {None}


def test_the_states_of_the_table_hold_what_had_been_said(ledger):
    """At each committee, what is certain about the plan as a whole; « 50 of 60 » appears with the second."""
    first, second, third = editions(ledger)
    assert [str(edition.day) for edition in (first, second, third)] == ["2024-03-21", "2024-12-12", "2025-06-27"]
    new = [{claim.id for claim in changes(*pair).claims} for pair in ((None, first), (first, second), (second, third))]
    assert new == [
        {
            "plan-2023-12-presentation-government", "plan-2023-12-avant-propos-government", "plan-2023-duree-miprof",
            "plan-2024-01-lancement-government", "plan-2024-03-21-miprof",
        },
        {"plan-2024-03-collectif", "plan-2024-09-collectif", "plan-2024-12-miprof"},
        {"plan-2024-limites-collectif", "plan-2024-points-positifs-collectif", "plan-2025-06-27-collectif"},
    ]  # fmt: skip
    assert {claim.id for claim in third.uncertain.plan.claims} == {"plan-2025-indicateurs-collectif"}


@pytest.mark.parametrize(
    ("id_", "day"),
    [
        ("outil-numerique-parcours-2024-09-government", "2025-06-27"),
        ("journee-18-octobre-2024-12-collectif", "2025-06-27"),
        ("formations-magistrature-2024-12-miprof", "2024-12-12"),
        ("logements-confisques-2025-government", None),
        ("biens-confisques-agrasc-2025-government", None),
    ],
)
def test_a_finding_enters_with_the_day_its_source_spoke(id_, day, ledger):
    """Not with the day of the fact; one that is dated by its year alone is in no state of that year."""
    known = {
        str(edition.day): {finding.id for _place, finding in findings(edition.ledger)} for edition in editions(ledger)
    }
    assert next((date for date in known if id_ in known[date]), None) == day


@pytest.mark.parametrize("name", ["axes", "claims", "measures", "meetings", "deadlines", "indicators", "series"])
def test_every_record_of_the_ledger_has_its_arabic_words(name, ledger, arabic):
    """In the order of the file, each text in Arabic letters and Latin digits."""
    french = {
        "axes": ledger.axes, "claims": ledger.plan.claims, "measures": ledger.measures,
        "meetings": ledger.plan.meetings, "deadlines": ledger.plan.deadlines,
        "indicators": tuple(_indicators(ledger).values()), "series": ledger.series,
    }[name]  # fmt: skip
    words = getattr(arabic, name)
    assert [own.id for own in words] == [record.id for record in french]
    for own in words:
        for text in (value for key, value in own.model_dump().items() if key not in ("id", "source")):
            assert re.search("[\u0600-\u06ff]", text)
            assert re.search("[\u0660-\u0669\u06f0-\u06f9]", text) is None


@pytest.mark.parametrize("name", ["indicators", "series"])
def test_the_arabic_of_a_figure_keeps_its_numbers(name, ledger, arabic):
    """Every number of the French limits is in the Arabic ones, and no other."""
    french = _indicators(ledger) if name == "indicators" else {series.id: series for series in ledger.series}
    for own in getattr(arabic, name):
        for key in ("name", "definition", "limits"):
            assert _numbers(getattr(own, key)) == _numbers(getattr(french[own.id], key)), (own.id, key)


def _numbers(text):
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\u202f\u00a0](?=\d)", "", text)))


def test_no_text_begins_like_a_formula(ledger):
    """A table opened in a spreadsheet would run it."""
    assert [text for text in _texts(ledger.model_dump(mode="json")) if re.match(r"[=+\-@\t]", text)] == []


def test_what_is_noted_today_is_noted_on_one_day(ledger):
    """Everything was written down on 22 November 2026, before any edition moved."""
    assert str(ledger.as_of) == "2026-11-22"
    assert len(list(ids(ledger))) == len({id_ for _place, id_ in ids(ledger)})

"""What one record of the ledger tells by itself: sides, order, latest word, contents and numbered measures."""

import datetime

import pytest
from small_ledger import finding, loaded_ledger, with_findings

from vigie.measures import vocabulary


def _second(*findings):
    return with_findings(*findings).record.measures[1]


def test_every_voice_has_a_side_and_every_side_a_voice():
    """The three sides divide the voices among them, none left out."""
    assert set(vocabulary.SIDES) == set(vocabulary.get_args(vocabulary.Voice))
    assert set(vocabulary.SIDES.values()) == set(vocabulary.ORDERED_SIDES)


@pytest.mark.parametrize(
    ("voice", "side"),
    [
        ("miprof", "state"),
        ("government", "state"),
        ("ministry", "state"),
        ("cncdh", "independent"),
        ("greta", "independent"),
        ("osce", "independent"),
        ("parliament", "independent"),
        ("court", "independent"),
        ("collectif", "associations"),
        ("members", "associations"),
    ],
)
def test_a_finding_speaks_for_the_side_of_its_voice(voice, side):
    """State, independent bodies and associations are never mixed."""
    measure = _second(finding("constat-a", "2021", voice))
    assert measure.findings[0].side == side
    assert [s for s in vocabulary.ORDERED_SIDES if measure.latest(s)] == [side]


def test_the_latest_word_is_the_last_said_not_the_last_written():
    """A finding noted later about an earlier day does not take the place of a more recent one."""
    measure = _second(finding("constat-a", "2021-05-02", "miprof"), finding("constat-b", "2021-05-01", "miprof"))
    assert measure.latest("state").id == "constat-a"


def test_of_two_words_of_one_day_the_last_written_down_is_the_latest():
    """The order of the list decides between two findings of the same date."""
    measure = _second(finding("constat-a", "2021-05-01", "miprof"), finding("constat-b", "2021-05-01", "ministry"))
    assert measure.latest("state").id == "constat-b"
    assert [f.id for f in measure.of_side("state")] == ["constat-b", "constat-a"]


def test_a_side_is_listed_the_most_recent_first_and_alone():
    """The findings of a side come in the reverse order of their dates, without those of the others."""
    measure = _second(
        finding("constat-a", "2020", "collectif"),
        finding("constat-b", "2022-02", "members"),
        finding("constat-c", "2021-07-14", "collectif"),
        finding("constat-d", "2023", "miprof"),
    )
    assert [f.id for f in measure.of_side("associations")] == ["constat-b", "constat-c", "constat-a"]


def test_a_withdrawn_word_is_listed_but_never_the_latest():
    """Its tombstone stays in the list; the word before it holds again."""
    gone = finding("constat-b", "2022", "miprof", statement="null", withdrawn="{on: 2022-03-01, ground: legal}")
    measure = _second(finding("constat-a", "2021", "miprof"), gone)
    assert measure.latest("state").id == "constat-a"
    assert [f.id for f in measure.of_side("state")] == ["constat-b", "constat-a"]


def test_a_corrected_word_is_listed_but_never_the_latest():
    """A correction replaces what it corrects, even when it says that it was said earlier."""
    correction = finding("constat-b", "2021-01", "miprof", correction_of="{id: constat-a, reason: Mauvaise année}")
    measure = _second(finding("constat-a", "2022-01", "miprof"), correction)
    assert measure.latest("state").id == "constat-b"
    assert [f.id for f in measure.of_side("state")] == ["constat-a", "constat-b"]


def test_a_withdrawn_correction_corrects_nothing():
    """The corrected word holds again when its correction is withdrawn."""
    gone = finding(
        "constat-b",
        "2022-01",
        "miprof",
        statement="null",
        withdrawn="{on: 2022-03-01, ground: safety}",
        correction_of="{id: constat-a, reason: Erreur}",
    )
    assert _second(finding("constat-a", "2021", "miprof"), gone).latest("state").id == "constat-a"


def test_a_side_that_has_not_spoken_has_no_latest_word():
    """Silence is None, not an empty finding."""
    measure = loaded_ledger().record.measures[1]
    assert [measure.latest(side) for side in vocabulary.ORDERED_SIDES] == [None, None, None]


def test_contents_and_numbered_measures_are_counted_apart():
    """A content is never counted among the measures; those are sorted by number."""
    ledger = loaded_ledger().record
    assert [m.id for m in ledger.contents] == ["contenu-un"]
    assert [m.id for m in ledger.numbered] == ["mesure-sept"]
    content = "kind: content\n    added_on: 2020-02-01 # un\n    number: null"
    renamed = loaded_ledger((content, content.replace("content", "measure").replace("null", "9"))).record
    assert renamed.contents == ()
    assert [m.number for m in renamed.numbered] == [7, 9]


def test_what_the_plan_says_is_six_questions_in_order():
    """The page of the plan is not one of them."""
    says = loaded_ledger().record.measures[0].plan_says
    assert list(says.values.items()) == [
        ("lead", "unknown"),
        ("partners", "unknown"),
        ("deadline", "unknown"),
        ("budget", "unknown"),
        ("indicators", "unknown"),
        ("target", "unknown"),
    ]


def test_records_are_frozen():
    """Nothing computed can be stored in a record."""
    with pytest.raises(ValueError, match="frozen"):
        loaded_ledger().record.measures[0].label = "Autre"


def test_only_the_search_of_a_finding_may_be_left_out():
    """Every other key of a finding is written, null included: a forgotten key is not a silent null."""
    text = finding("constat-a", "2021", "miprof")
    keys = ["date", "added_on", "by", "progress", "sufficiency", "statement", "demand", "sources", "validated"]
    for key in [*keys, "correction_of", "withdrawn", "replies"]:
        kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"        {key}:"))
        with pytest.raises(AssertionError, match=f"la clé « {key} » manque"):
            with_findings(kept)
    assert with_findings(text).record.measures[1].findings[0].searched is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("added_on: 2020-03-02", "added_on: 2026-05-05"),
        ("added_on: 2021-01-10", "added_on: 2026-05-05"),
        ("added_on: 2022-03-05", "added_on: 2026-05-05"),
        ("added_on: 2020-04-01", "added_on: 2026-05-05"),
    ],
)
def test_the_information_goes_as_far_as_the_last_thing_noted(before, after):
    """Of claims, findings and both kinds of figures, the last day of writing; never the day of the build."""
    assert loaded_ledger().record.as_of == datetime.date(2022, 3, 5)
    assert loaded_ledger((before, after)).record.as_of == datetime.date(2026, 5, 5)


def test_a_ledger_that_says_nothing_goes_as_far_as_the_plan():
    """Without a word noted, the day of the plan's presentation."""
    ledger = loaded_ledger().record
    silent = ledger.plan.model_copy(update={"claims": ()})
    assert ledger.model_copy(update={"plan": silent, "measures": (), "series": ()}).as_of == datetime.date(2020, 1, 15)

"""The picture of the findings along time: exact days are points, vague dates are bars, nothing is made more exact."""

import datetime

import pytest
from small_ledger import finding, loaded_ledger, with_findings

from vigie.measures.timeline import Timeline, timeline


def _picture(*findings: str, mirrored: bool = False, edits: tuple[tuple[str, str], ...] = ()) -> Timeline | None:
    ledger = with_findings(*findings, edits=edits).record
    return timeline(ledger.measures[1], ledger.plan, mirrored=mirrored)


def _marks(picture: Timeline) -> dict[str, tuple[float, float]]:
    return {mark.finding.id: (mark.x, mark.width) for lane in picture.lanes for mark in lane.marks}


DATES = (
    finding("jour", "2020-07-01", "miprof"),
    finding("mois", "2020-02", "cncdh"),
    finding("annee", "2020", "members"),
)


def test_a_day_is_a_point_and_a_vague_date_a_bar_over_all_of_it():
    """In 2020 (366 days): the middle of 1 July; all of February; the whole year."""
    marks = _marks(_picture(*DATES))
    assert marks["jour"] == (pytest.approx(100 * 182.5 / 366, abs=0.01), 0)
    assert marks["mois"] == (pytest.approx(100 * 31 / 366, abs=0.01), pytest.approx(100 * 29 / 366, abs=0.01))
    assert marks["annee"] == (0, 100)


def test_the_axis_runs_from_the_presentation_to_the_end_of_the_last_year_known():
    """Whole months and years, so that no bar is cut; a record before the presentation begins it."""
    picture = _picture(*DATES)
    assert (picture.first, picture.last) == (datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))
    picture = _picture(finding("avant", "2019-06", "cncdh"), finding("apres", "2021", "members"))
    assert (picture.first, picture.last) == (datetime.date(2019, 6, 1), datetime.date(2021, 12, 31))
    assert [(year.name, year.is_named) for year in picture.years] == [("2019", True), ("2020", True), ("2021", True)]
    assert picture.years[0].start == 0
    assert [year.start for year in picture.years] == sorted(year.start for year in picture.years)


def test_a_piece_of_a_year_too_narrow_for_its_name_has_none():
    """December alone of a year, before two whole ones."""
    picture = _picture(finding("avant", "2019-12-12", "cncdh"), finding("apres", "2021", "members"))
    assert [year.is_named for year in picture.years] == [False, True, True]


def test_every_voice_has_its_lane_even_when_it_said_nothing():
    """Three lanes, in the order of the voices, one under the other, above the axis."""
    picture = _picture(finding("un", "2020-05", "cncdh"), finding("deux", "2020-06", "greta"))
    assert [lane.side for lane in picture.lanes] == ["state", "independent", "associations"]
    assert picture.counts == {"state": 0, "independent": 2, "associations": 0}
    labels = [lane.label_y for lane in picture.lanes]
    assert labels == sorted(labels)
    assert all(mark.y < picture.base for lane in picture.lanes for mark in lane.marks)


def test_no_mark_hides_another():
    """In one lane, marks that overlap stand in different rows; bars that only touch share theirs."""
    picture = _picture(
        finding("annee", "2020", "members"),
        finding("mars", "2020-03", "members"),
        finding("avril", "2020-04", "members"),
        finding("jour", "2020-04-15", "members"),
        finding("meme-jour", "2020-04-15", "members"),
        finding("annee-deux", "2021", "members"),
    )
    rows = {mark.finding.id: mark.y for mark in picture.lanes[2].marks}
    assert rows["annee"] == rows["annee-deux"]
    assert rows["mars"] == rows["avril"]
    assert len({rows["annee"], rows["avril"], rows["jour"], rows["meme-jour"]}) == 4


def test_in_arabic_time_runs_from_right_to_left():
    """Each mark is at the same distance from the other edge; nothing moves down the page."""
    plain, mirrored = _picture(*DATES), _picture(*DATES, mirrored=True)
    for (x, width), (other, same) in zip(_marks(plain).values(), _marks(mirrored).values(), strict=True):
        assert width == same
        assert x + other + width == pytest.approx(100, abs=0.02)
    assert (plain.edge, mirrored.edge) == (0, 100)
    assert [lane.label_y for lane in plain.lanes] == [lane.label_y for lane in mirrored.lanes]
    assert mirrored.meetings[0].x == pytest.approx(100 - plain.meetings[0].x, abs=0.02)
    assert mirrored.years[0].start == 100


def test_only_meetings_with_a_state_are_drawn_in_order_of_time():
    """They are numbered, and lead to the anchor of the state on the page."""
    again = "    - {id: b, date: 2020-03-02, title: R, kind: committee, edition: {established_on: 2020-09-30}, sources: [source-reunion]}\n"
    silent = "    - {id: c, date: 2020-02, title: R, kind: working_group, edition: null, sources: [source-reunion]}\n"
    picture = _picture(*DATES, edits=(("  deadlines:\n", f"{again}{silent}  deadlines:\n"),))
    assert [(line.number, line.anchor) for line in picture.meetings] == [(1, "etat-2020-03-02"), (2, "etat-2020-04-07")]


def test_what_was_corrected_or_withdrawn_is_not_drawn_but_counted():
    """The picture shows what stands; the columns under it show everything."""
    ledger = loaded_ledger().record
    picture = timeline(ledger.measures[0], ledger.plan, mirrored=False)
    assert set(_marks(picture)) == {"constat-deux", "constat-trois"}
    assert picture.left_out == 2


def test_one_finding_alone_makes_no_picture():
    """There is nothing to see in one mark; the text says it."""
    assert _picture(finding("seul", "2020", "miprof")) is None

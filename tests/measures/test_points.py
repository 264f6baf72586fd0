"""The picture of a series: where its points stand, and what it refuses to draw."""

import pytest
from small_ledger import loaded_ledger

from vigie.measures.indicators import Break, Breakdown, Series, Value
from vigie.measures.points import BOTTOM, NARROWEST, SIDE, TOP, WIDEST_ON_A_PHONE, ordered_periods, picture


def _value(period, value, *, id_=None, **other):
    base = {"qualifier": "exact", "respondents": None, "breakdown": None, "state": "unknown"}
    return Value.model_construct(id=id_ or f"v-{period}", period=period, value=value, **{**base, **other})


def _series(*values, breaks=()):
    cuts = tuple(Break.model_construct(between=between, why="Autre façon de compter") for between in breaks)
    return Series.model_construct(id="serie", nature="number", values=values, breaks=cuts)


def _drawn(*values, breaks=(), rtl=False):
    return picture(_series(*values, breaks=breaks), rtl=rtl)


def _joined(found):
    return [(line.start.value.period, line.end.value.period) for line in found.lines]


def test_heights_begin_at_zero():
    """The highest figure is at the top, zero on the axis, half of it half-way."""
    found = _drawn(_value("2020", 0), _value("2021", 50), _value("2022", 100))
    assert [point.y for point in found.points] == [BOTTOM, (TOP + BOTTOM) / 2, TOP]
    assert found.base == BOTTOM


def test_years_stand_at_their_distance():
    """A year without figure keeps its room; the order of the file does not count."""
    found = _drawn(_value("2024", 3), _value("2020", 1), _value("2021", 2))
    assert [p.name for p in found.periods] == ["2020", "2021", "2024"]
    xs = [p.x for p in found.periods]
    assert (xs[0], xs[2]) == (SIDE, found.width - SIDE)
    assert xs[1] - xs[0] == pytest.approx((xs[2] - xs[0]) / 4, abs=0.1)


def test_time_runs_from_right_to_left_where_the_language_does():
    """Every place is mirrored, heights and lines are the same."""
    values = (_value("2020", 1), _value("2021", 2), _value("2023", 4))
    left, right = _drawn(*values, breaks=[("2021", "2023")]), _drawn(*values, breaks=[("2021", "2023")], rtl=True)
    assert [p.x for p in right.points] == [pytest.approx(left.width - p.x) for p in left.points]
    assert [p.y for p in right.points] == [p.y for p in left.points]
    assert right.cuts[0].x == pytest.approx(left.width - left.cuts[0].x)
    assert right.zero_x == left.width - left.zero_x
    assert _joined(right) == _joined(left) == [("2020", "2021")]


def test_a_line_joins_years_that_follow_each_other():
    """Between 2021 and 2023 lies a year of which nothing is known."""
    assert _joined(_drawn(_value("2020", 1), _value("2021", 2), _value("2023", 3))) == [("2020", "2021")]


def test_no_line_crosses_a_break():
    """Nor any year that a longer break spans; each break shows between its two years, under its number."""
    values = [_value(str(year), year - 2000) for year in range(2018, 2023)]
    found = _drawn(*values, breaks=[("2018", "2019"), ("2020", "2022")])
    assert _joined(found) == [("2019", "2020")]
    xs = {p.name: p.x for p in found.periods}
    assert [(c.number, c.x) for c in found.cuts] == [
        (1, pytest.approx((xs["2018"] + xs["2019"]) / 2, abs=0.1)),
        (2, pytest.approx(xs["2021"], abs=0.1)),
    ]


def test_a_break_written_backwards_is_a_break():
    """The order in which an editor names the two years does not matter."""
    found = _drawn(_value("2020", 1), _value("2021", 2), breaks=[("2021", "2020")])
    assert (_joined(found), len(found.cuts)) == ([], 1)


def test_a_break_out_of_the_picture_keeps_its_number_in_the_list():
    """The second break is called 2, although the first is not drawn."""
    values = (_value("2010", "inconnu"), _value("2020", 1), _value("2021", 2))
    found = _drawn(*values, breaks=[("2010", "2020"), ("2020", "2021")])
    assert [cut.number for cut in found.cuts] == [2]


def test_no_line_ends_in_a_bound():
    """« Plus de 6 000 » is not a figure from which a slope could be drawn; « environ » is."""
    assert _joined(_drawn(_value("2020", 1, qualifier="more_than"), _value("2021", 2))) == []
    assert _joined(_drawn(_value("2020", 1), _value("2021", 2, qualifier="less_than"))) == []
    assert _joined(_drawn(_value("2020", 1), _value("2021", 2, qualifier="about"))) == [("2020", "2021")]


def test_what_is_not_exact_has_another_shape():
    """A hollow diamond around its place, not only another colour."""
    exact, about = _drawn(_value("2020", 1), _value("2021", 2, qualifier="about")).points
    assert (exact.hollow, about.hollow) == (False, True)
    assert (
        about.diamond
        == f"{about.x},{about.y - 7} {about.x + 7},{about.y} {about.x},{about.y + 7} {about.x - 7},{about.y}"
    )


def test_parts_of_a_whole_are_in_no_picture():
    """They have another denominator; nor has an unknown value or a word a place."""
    part = Breakdown(by="sex", key="women")
    values = (_value("2020", 10), _value("2021", 20), _value("2021", 900, id_="part", breakdown=part))
    found = _drawn(*values, _value("2022", "inconnu"), _value("2023", True))
    assert [point.value.value for point in found.points] == [10, 20]
    assert found.points[1].y == TOP
    assert [p.name for p in found.periods] == ["2020", "2021"]


@pytest.mark.parametrize(
    "values",
    [
        (_value("2020", 5),),
        (_value("2020", 5), _value("2020", 6, id_="b")),
        (_value("2020", 5), _value("2021", "inconnu")),
        (_value("2020", 5), _value("2021", -1)),
    ],
    ids=["one", "one-period", "one-number", "below-zero"],
)
def test_a_single_period_has_no_picture(values):
    """A point alone shows nothing that its table does not say."""
    assert _drawn(*values) is None


def test_the_golden_series_has_one_whole_figure_and_no_picture():
    """Its second figure is a part."""
    assert picture(loaded_ledger().record.series[0], rtl=False) is None


def test_two_figures_of_one_year_are_both_shown_and_joined_to_nothing():
    """The higher has its label above, the lower below; their answers are left to the table when they differ."""
    found = _drawn(_value("2020", 5), _value("2021", 8, respondents=3), _value("2021", 6, id_="b", respondents=4))
    high, low = found.points[1:]
    assert (high.below, low.below) == (False, True)
    assert high.qualifier_y < high.number_y < high.y < low.y < low.number_y < low.qualifier_y
    assert (_joined(found), found.periods[1].respondents) == ([], None)


def test_under_each_period_stands_how_many_answered():
    """Nothing where nobody says."""
    found = _drawn(_value("2020", 5, respondents=44), _value("2021", 8))
    assert [p.respondents for p in found.periods] == [44, None]
    assert found.has_respondents
    assert not _drawn(_value("2020", 5), _value("2021", 8)).has_respondents


def test_periods_that_are_no_years_follow_the_file_and_are_not_joined():
    """Of « hiver » and « été » nobody can tell whether something lies between."""
    found = _drawn(_value("2020-2021", 5), _value("hiver", 6), _value("2022", 7), breaks=[("2020-2021", "hiver")])
    assert [p.name for p in found.periods] == ["2020-2021", "hiver", "2022"]
    assert (_joined(found), len(found.cuts)) == ([], 1)
    assert ordered_periods(["2022", "2020", "2022"]) == ("2020", "2022")


def test_a_long_series_keeps_its_size_and_scrolls():
    """Words under the points need more room than numbers alone."""
    short = _drawn(*[_value(str(year), 1) for year in range(2016, 2021)])
    assert (short.width, short.wide) == (NARROWEST, False)
    words = _drawn(*[_value(str(year), 1, respondents=9) for year in range(2016, 2021)])
    assert words.wide
    assert words.width > WIDEST_ON_A_PHONE


def test_zeros_are_drawn_on_the_axis():
    """Nothing is divided by the highest figure when it is zero."""
    assert [p.y for p in _drawn(_value("2020", 0), _value("2021", 0)).points] == [BOTTOM, BOTTOM]


def test_shares_are_in_no_picture():
    """Two shares of one series may have two bases: their heights would compare what does not."""
    shares = _series(_value("2020", 60), _value("2021", 70)).model_copy(update={"nature": "rate"})
    assert picture(shares, rtl=False) is None

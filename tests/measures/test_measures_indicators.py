"""Figures: what may be a value, a target, a base; one message on its own key for each refusal."""

import pytest
from small_ledger import PATH, ledger_text, loaded_ledger

from golden_cases import line_of
from vigie.data_files import parse_data
from vigie.measures.indicators import SMALLEST_PUBLISHED_COUNT
from vigie.measures.model import Ledger

TARGET = ("target: {value: 50, set_by: collectif, sources: [source-dataset]}",)


def _refused(*edits):
    loaded, problems = parse_data(Ledger, ledger_text(*edits), PATH)
    assert loaded is None
    return [str(problem) for problem in problems]


def _line(fragment):
    return line_of(fragment, ledger_text())


def _value(written):
    return loaded_ledger(("value: 37.5", f"value: {written}")).record.measures[0].indicators[0].values[1].value


@pytest.mark.parametrize(
    ("written", "read"),
    [("37.5", 37.5), ("0", 0), ("-3", -3), ("true", True), ("false", False), ("unknown", "unknown"), ('"12"', "12")],
)
def test_a_value_stays_what_was_written(written, read):
    """A number stays a number of its kind, true stays true, a quoted number stays a text."""
    value = _value(written)
    assert value == read
    assert type(value) is type(read)


@pytest.mark.parametrize("written", ["null", "[1, 2]", "{a: 1}", "[]"])
def test_what_is_no_figure_gives_one_message(written):
    """One line, in French, on the key itself."""
    problems = _refused(("value: 37.5", f"value: {written}"))
    assert problems == [
        f"{PATH}:{_line('value: 37.5')}: ceci n’est ni un nombre ni un texte ; écrivez la valeur, ou unknown si on ne la connaît pas"
    ]


def test_markup_in_a_figure_keeps_its_own_message():
    """A figure with « < » is refused for its markup, not for its type."""
    (problem,) = _refused(("midterm: 12", "midterm: <b>12</b>"))
    assert problem.startswith(f"{PATH}:{_line('midterm: 12')}: ce texte contient « < » ou « > »")


def test_an_empty_figure_is_refused():
    """An empty text is neither a number nor a text."""
    (problem,) = _refused(("midterm: 12", 'midterm: ""'))
    assert problem.startswith(f"{PATH}:{_line('midterm: 12')}: ")


@pytest.mark.parametrize("key", ["baseline: unknown", "midterm: 12", "final: 40.5"])
def test_the_stages_of_an_indicator_are_figures(key):
    """Start, mid-term and end hold a number or « unknown », never yes or no."""
    name = key.split(":", maxsplit=1)[0]
    indicator = loaded_ledger((key, f"{name}: unknown")).record.measures[0].indicators[0]
    assert getattr(indicator, name) == "unknown"
    (problem,) = _refused((key, f"{name}: true"))
    assert "ni un nombre ni un texte" in problem


def test_a_target_says_who_set_it():
    """Its messages are on its own keys."""
    assert loaded_ledger().record.measures[0].indicators[0].target.set_by == "collectif"
    (problem,) = _refused(
        (*TARGET, "target:\n          value: 50\n          set_by: nous\n          sources: [source-etat]")
    )
    assert problem.startswith(f"{PATH}:{_line(*TARGET) + 2}: « set_by » a une valeur inconnue")


@pytest.mark.parametrize(("written", "read"), [("unknown", "unknown"), ("null", None)])
def test_a_target_may_be_unknown_or_absent(written, read):
    """« unknown » (nobody knows) and null (none set) stay two things."""
    assert loaded_ledger((*TARGET, f"target: {written}")).record.measures[0].indicators[0].target == read


@pytest.mark.parametrize("written", ["50", "true", "Toutes", "[50]"])
def test_a_target_without_its_author_is_refused_in_one_line(written):
    """A bare number is not a target."""
    (problem,) = _refused((*TARGET, f"target: {written}"))
    assert problem.startswith(
        f"{PATH}:{_line(*TARGET)}: « target » n’est pas une cible ; écrivez {{value, set_by, sources}}"
    )


def test_a_breakdown_under_eleven_people_is_never_published():
    """The threshold is the one of the design."""
    assert SMALLEST_PUBLISHED_COUNT == 11


def test_a_key_of_a_value_may_not_be_forgotten():
    """State, base and breakdown are written, null included."""
    for key, line in (
        ("respondents", "respondents: 45"),
        ("state", "state: final\n            sources: [source-dataset]"),
    ):
        after = "" if key == "respondents" else "sources: [source-dataset]"
        (problem,) = _refused((line, after))
        assert f"la clé « {key} » manque" in problem

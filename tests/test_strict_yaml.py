"""The one YAML loader: what it refuses, what it reads, and the line of every place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built import ROOT
from golden_texts import assert_says, texts
from vigie import strict_yaml
from vigie.strict_yaml import Located, load

NESTED = """\
plan:
  # un commentaire
  period: {start: 2024-01-01,
    end: 2027-12-31}
measures:
  - id: a
    label: >-
      un texte
      sur deux lignes

  - id: b
    forms:
      - sexual
      - labour
"""


@pytest.mark.parametrize("case", texts("yaml_refused.yaml"))
def test_what_could_be_misread_is_refused_on_its_line(case):
    """Each text is refused with its line, what is wrong and what would be right, and nothing more is said."""
    _, problems = load(case["input"], "data/x.yaml")
    assert_says(problems, case["problems"])
    assert all(problem.path == "data/x.yaml" and problem.blocking for problem in problems)


@pytest.mark.parametrize("case", texts("yaml_refused.yaml"))
def test_the_line_counts_from_where_the_text_begins_in_its_file(case):
    """A text that begins on line 11 of its file has every problem ten lines further down."""
    _, problems = load(case["input"], "f", first_line=11)
    _, unshifted = load(case["input"], "f")
    assert [p.line for p in problems] == [p.line + 10 for p in unshifted]


@pytest.mark.parametrize("case", texts("yaml_read.yaml"))
def test_what_is_clear_is_read_as_it_is_written(case):
    """Texts, numbers, true, false, null, dates and blocks are read without a word, with their exact type."""
    located, problems = load(case["input"], "f")
    assert problems == []
    assert located.value == case["value"]
    assert repr(located.value) == repr(case["value"])


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 1),
        (("plan",), 1),
        (("plan", "period"), 3),
        (("plan", "period", "start"), 3),
        (("plan", "period", "end"), 4),
        (("measures",), 5),
        (("measures", 0), 6),
        (("measures", 0, "id"), 6),
        (("measures", 0, "label"), 7),
        (("measures", 1), 11),
        (("measures", 1, "forms"), 12),
        (("measures", 1, "forms", 0), 13),
        (("measures", 1, "forms", 1), 14),
    ],
)
def test_every_place_has_its_line(place, line):
    """Keys, elements and values inside braces know the line on which they are written."""
    located, _ = load(NESTED, "f")
    assert located.line(place) == line
    shifted, _ = load(NESTED, "f", first_line=2)
    assert shifted.line(place) == line + 1


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("measures", 1, "title"), 11),
        (("measures", 1, "forms", 7, "x"), 12),
        (("measures", 9), 5),
        (("nothing", 3), 1),
    ],
)
def test_a_place_that_is_not_written_has_the_line_of_what_is_around(place, line):
    """A missing key is shown on the line of the record that lacks it."""
    located, _ = load(NESTED, "f")
    assert located.line(place) == line


def test_nothing_at_all_is_on_the_first_line():
    """A value without any known place says line 1; with one, the line of the whole is the last resort."""
    assert Located(None).line(("a", 0)) == 1
    assert Located(None, {(): 4}).line(("a", 0)) == 4


def test_a_repeated_key_keeps_its_first_value():
    """The second value of a repeated key never wins in silence."""
    located, _ = load("a: 1\na: 2", "f")
    assert located.value == {"a": 1}


def test_a_refused_guess_stays_a_text():
    """What is refused is not converted: later rules see what the editor wrote."""
    located, _ = load("a: no\nb: 012\nc: 12:30\nd: 0x1F", "f")
    assert located.value == {"a": "no", "b": "012", "c": "12:30", "d": "0x1F"}


def test_an_alias_brings_nothing():
    """A reference is never followed: neither to itself without end, nor many times over."""
    located, _ = load("a: &x [*x]\nb: *x\nc: *x", "f")
    assert located.value == {"a": [None], "b": None, "c": None}


@pytest.mark.parametrize("depth", [30, 5000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_too_many_levels_are_refused(opening, depth):
    """More than thirty levels are refused with their line, however many there are."""
    located, problems = load("a: 1\nb:\n  " + opening * depth + "x", "f")
    assert located.value is None
    assert_says(
        problems, ["3: plus de 30 niveaux de retraits ou de crochets … comptez-les : il y en a sans doute de trop"]
    )


def test_thirty_levels_are_read():
    """A mapping and twenty-nine lists in each other are as deep as a text may be; one more is refused."""
    located, problems = load("a: " + "[" * 29 + "]" * 29, "f")
    assert problems == []
    assert located.value["a"]
    assert_says(load("a: " + "[" * 30 + "]" * 30, "f")[1], ["1: plus de 30 niveaux"])


def test_levels_are_counted_down_as_they_close():
    """A long flat file, or many short nested parts, is not deep."""
    located, problems = load("".join(f"k{n}: [[{n}]]\n" for n in range(100)), "f")
    assert problems == []
    assert located.value["k99"] == [[99]]


def test_a_refused_key_brings_nothing():
    """What has no name is in no record."""
    assert load('? [a]\n: b\nc: 1\n<<: {d: 2}\n"": 3', "f")[0].value == {"c": 1}


@pytest.mark.parametrize(("digits", "shown"), [(39, "9" * 39), (40, "9" * 40), (41, "9" * 39 + "…")])
def test_a_long_number_is_shown_cut_at_forty_signs(digits, shown):
    """Forty signs are shown whole."""
    _, problems = load("a: " + "9" * digits, "f")
    assert problems[0].what == f"« {shown} » n’est pas un nombre écrit simplement"
    assert problems[0].mend == f'écrivez "{shown}" entre guillemets'


def test_a_number_without_end_is_refused_and_shown_cut():
    """A number of five thousand digits is neither converted nor repeated whole in the message."""
    _, problems = load("a: " + "9" * 5000, "f")
    assert_says(problems, ["1: n’est pas un nombre écrit simplement"])
    assert len(str(problems[0])) < 250
    _, problems = load("%YAML 1." + "9" * 5000 + "\n---\na: 1", "f")
    assert len(problems) == 1


@settings(max_examples=300)
@given(
    st.sampled_from([case.values[0]["input"] for case in texts("yaml_read.yaml")]),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(list(": -#\"'{}[],|>\n\\~01aé"))), max_size=3),
)
def test_both_parsers_read_alike(text, inserted):
    """The C parser and Python's give the same values, lines and problems wherever the second accepts the text."""
    for place, sign in inserted:
        text = text[:place] + sign + text[place:]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(strict_yaml, "_composed_in_c", lambda _text: None)
        slow, refused = strict_yaml._load(text, "x.yaml", 1)
    quick, said = strict_yaml._load(text, "x.yaml", 1)
    if slow.value is not None:
        assert (quick.value, quick.lines, said) == (slow.value, slow.lines, refused)


def test_the_real_ledger_is_read_by_the_quick_parser():
    """The speed is not lost in silence: nothing in the real file sends it to the slow one."""
    assert strict_yaml._composed_in_c((ROOT / "data/measures.yaml").read_text(encoding="utf-8")) is not None

"""Writing into a YAML text: what was asked is there, and nothing else has moved."""

import copy

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from small_ledger import ledger_text

from vigie import strict_yaml
from vigie.measures.exchange.yaml_text import CannotWrite, comments, rewrite

TEXT = """\
# tête
a: un texte # côté
b: >- # plié
  Une ligne
  et une autre.

c: {x: 1, y: "2"} # accolades
d:
  # avant le premier
  - id: d1
    s: [a, b]
    n: null
    # après le premier

  - id: d2
    s: []
    n: 'apostrophe'
    # du second
# entre
e: [] # vide
f:
g:
  - a
  - b # deux
"""
VALUE = {
    "a": "un texte",
    "b": "Une ligne et une autre.",
    "c": {"x": 1, "y": "2"},
    "d": [{"id": "d1", "s": ["a", "b"], "n": None}, {"id": "d2", "s": [], "n": "apostrophe"}],
    "e": [],
    "f": None,
    "g": ["a", "b"],
}


def _value(**edits):
    value = copy.deepcopy(VALUE)
    value.update(edits)
    return value


def test_the_example_is_read_as_the_tests_believe():
    """Otherwise nothing below would prove anything."""
    assert strict_yaml.load(TEXT, "")[0].value == VALUE
    assert [said for _place, said in comments(TEXT)] == [
        "# tête", "# côté", "# plié", "# accolades", "# avant le premier", "# après le premier", "# du second", "# entre",
        "# vide", "# deux",
    ]  # fmt: skip


def test_nothing_to_change_gives_the_same_text():
    """The very same bytes."""
    assert rewrite(TEXT, _value()) == TEXT


LONG = "Un texte bien trop long pour tenir sur une seule ligne du fichier, que l’on plie donc entre deux mots, sous un chevron."


@pytest.mark.parametrize(
    ("value", "before", "after"),
    [
        (_value(a="court"), "a: un texte # côté", "a: court # côté"),
        (_value(a="oui : # non"), "a: un texte # côté", 'a: "oui : # non" # côté'),
        (_value(a="no"), "a: un texte # côté", 'a: "no" # côté'),
        (_value(a="2024"), "a: un texte # côté", 'a: "2024" # côté'),
        (_value(a=2024), "a: un texte # côté", "a: 2024 # côté"),
        (_value(a=None), "a: un texte # côté", "a: null # côté"),
        (_value(a=LONG), "a: un texte # côté", "a: >- # côté\n  " + LONG.replace("sous un ", "sous un\n  ")),
        (_value(b="Un mot."), "  Une ligne\n  et une autre.\n", "  Un mot.\n"),
        (_value(b=None), "b: >- # plié\n  Une ligne\n  et une autre.\n", "b: null # plié\n"),
        (_value(c={"x": 1.5, "y": "3"}), '{x: 1, y: "2"}', '{x: 1.5, y: "3"}'),
        (_value(c={"x": 1, "y": "a, {b"}), '{x: 1, y: "2"}', '{x: 1, y: "a, {b"}'),
        (_value(c={"x": 1, "y": "2", "z": [None]}), '{x: 1, y: "2"}', '{x: 1, y: "2", z: [null]}'),
        (_value(e=[{"id": "e1", "n": None}]), "e: [] # vide", "e: # vide\n  - id: e1\n    n: null"),
        (_value(e=["a"]), "e: [] # vide", "e: [a] # vide"),
        (_value(f={"on": "2024-12-31", "by": "Bureau"}), "f:\n", "f: {on: 2024-12-31, by: Bureau}\n"),
        (_value(g=["a", "b", "c"]), "  - b # deux\n", "  - b # deux\n  - c\n"),
        (_value(d=[VALUE["d"][0], VALUE["d"][1] | {"n": "l’autre"}]), "n: 'apostrophe'", "n: 'l’autre'"),
        (_value(d=[VALUE["d"][0], VALUE["d"][1] | {"s": ["c"]}]), "s: []", "s: [c]"),
        (_value(d=[*VALUE["d"], {"id": "d3"}]), "    # du second\n", "    # du second\n\n  - id: d3\n"),
        (
            _value(d=[VALUE["d"][0] | {"m": 1}, VALUE["d"][1]]),
            "    n: null\n    # après le premier\n",
            "    n: null\n    m: 1\n    # après le premier\n",
        ),
    ],
)  # fmt: skip
def test_one_value_changes_and_nothing_around_it(value, before, after):
    """One fragment of the text is replaced by another; the rest is the same to the byte."""
    assert TEXT.count(before) == 1
    assert rewrite(TEXT, value) == TEXT.replace(before, after)


def test_a_comment_is_never_lost():
    """A list whose items are commented cannot be replaced from outside: a person is asked to."""
    text = "a:\n  - b # pourquoi b\n  - c\n"
    with pytest.raises(CannotWrite) as refused:
        rewrite(text, {"a": ["c"]})
    assert str(refused.value) == "ligne 2 : cette valeur contient un commentaire, qui serait perdu"


def test_a_key_is_never_taken_away():
    """What the data no longer hold is a mistake, not an edit."""
    with pytest.raises(CannotWrite, match="une clé serait ôtée"):
        rewrite("a: 1\nb: 2\n", {"a": 1})


def test_true_is_not_one():
    """Python says that they are equal; the file does not."""
    assert rewrite("a: 1\n", {"a": True}) == "a: true\n"
    assert rewrite("a: 1.0\n", {"a": 1}) == "a: 1\n"


WORDS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1000, 1000).map(lambda number: round(number, 3)),
    st.sampled_from(["yes", "12:30", "017", "~", "null", "- a", "a: b", "a #b", "#a", "'", '"', "\\", "[a", "{", "é\u00a0:", "a  b"]),
    st.sampled_from([" a", ">", "|", "%", "@", "`", "? a", "!", "&a", "*a", ",", "--- a", "2024-12", "1e3", "0x1F", "="]),
    st.text(st.sampled_from("ab é’«»:#-[]{},&*!|>%'\"\\@`?\u00a0\u202f="), max_size=300),
    st.lists(st.sampled_from(["a", "b: c", "d, e", "f]"]), max_size=3),
)  # fmt: skip


def _scalars(value, place=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _scalars(inner, (*place, index))
    else:
        yield place


INSIDE = ("  Une ligne", "  et une autre.", "g:", "  - a", "  - b # deux")
"""Lines of values that stand on several."""


def _check(text, edits):
    before, _problems = strict_yaml.load(text, "")
    value = copy.deepcopy(before.value)
    for place, word in edits:
        holder = value
        for part in place[:-1]:
            holder = holder[part]
        holder[place[-1]] = word
    made = rewrite(text, value)
    assert strict_yaml.load(made, "")[0].value == value
    assert [said for _at, said in comments(made)] == [said for _at, said in comments(text)]
    touched = {before.line(place) for place, _word in edits}
    kept = [line for number, line in enumerate(text.splitlines(), 1) if number not in touched]
    left = iter(made.splitlines())
    assert all(line in left for line in kept if line not in INSIDE)


@given(st.lists(st.tuples(st.sampled_from(list(_scalars(VALUE))), WORDS), max_size=3))
def test_any_value_anywhere_is_read_back_and_keeps_the_comments(edits):
    """Whatever is written, wherever: read again, it is exactly that, and what was not touched is the same."""
    _check(TEXT, edits)


LEDGER = ledger_text()
PLACES = list(_scalars(strict_yaml.load(LEDGER, "")[0].value))


@settings(max_examples=5, phases=[Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(PLACES), WORDS), min_size=1, max_size=8))
def test_any_value_anywhere_in_a_ledger(edits):
    """The same in a file of the true form."""
    _check(LEDGER, edits)

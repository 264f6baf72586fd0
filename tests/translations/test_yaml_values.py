"""Words written into YAML by places: golden files, and whatever words there are, they are read back as those words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie import strict_yaml
from vigie.reading import hidden_character
from vigie.translations.yaml_values import NewRecord, expected, with_values

BLOCK = """# tête
contacts:
  - id: "17"   # urgent
    name: 'L’un' # gardé
    hours: null

  - id: b
    name: >-  # replié
      une ligne
      deux lignes

    cost:
    plain: un texte
      sur deux lignes

# fin
"""
FLOW = """topics:
  - {id: plan, source: "0000000001", label: "Plan"}  # un
  - {id: epu, label: É, }
# fin
"""
EMPTY = """translation: {source: null, state: draft}
axes: []  # rien
#  - id: a
"""
CODE = "7K3QX2MZDA"


def read(text):
    located, problems = strict_yaml.load(text, "data/ar/x.yaml")
    assert problems == []
    return located.value


@pytest.mark.parametrize(
    ("text", "place", "value", "was", "now"),
    [
        (BLOCK, ("contacts", 0, "name"), 'a "b"', "'L’un'", '"a \\"b\\""'),
        (BLOCK, ("contacts", 0, "hours"), "x", "hours: null", 'hours: "x"'),
        (BLOCK, ("contacts", 1, "cost"), "x: # y", "cost:\n", 'cost: "x: # y"\n'),
        (BLOCK, ("contacts", 1, "plain"), "x", "un texte\n      sur deux lignes", '"x"'),
        (BLOCK, ("contacts", 1, "name"), "x", ">-  # replié\n      une ligne\n      deux lignes", '"x"  # replié'),
        (BLOCK, ("contacts", 0, "source"), CODE, "# urgent\n", f"# urgent\n    source: {CODE}\n"),
        (BLOCK, ("contacts", 0, "cost"), "x", "hours: null\n", 'hours: null\n    cost: "x"\n'),
        (BLOCK, ("contacts", 1, "more"), "x", "sur deux lignes\n", 'sur deux lignes\n    more: "x"\n'),
        (FLOW, ("topics", 0, "label"), "x}, y", '"Plan"', '"x}, y"'),
        (FLOW, ("topics", 0, "source"), "0000000002", '"0000000001"', '"0000000002"'),
        (FLOW, ("topics", 1, "source"), CODE, "{id: epu,", f"{{id: epu, source: {CODE},"),
        (FLOW, ("topics", 1, "more"), "x", "label: É,", 'label: É, more: "x",'),
        (EMPTY, ("translation", "source"), CODE, "source: null", f"source: {CODE}"),
    ],
)
@pytest.mark.parametrize(("start", "end"), [("", "\n"), ("\ufeff", "\r\n")])
def test_one_value_changes_and_nothing_else(text, place, value, was, now, start, end):
    """Block, flow, folded, empty, quoted; a key that was not there; comments and ends of lines stay."""
    assert text.count(was) == 1
    done = with_values(start + text.replace("\n", end), {place: value})
    assert done == start + text.replace(was, now).replace("\n", end)
    assert read(done.removeprefix(start).replace("\r", "")) == expected(read(text), {place: value})


@pytest.mark.parametrize(
    ("text", "name", "was", "now"),
    [
        (
            BLOCK,
            "contacts",
            "sur deux lignes\n",
            f'sur deux lignes\n\n  - id: a-b\n    source: {CODE}\n    hours: null\n    name: "N"\n',
        ),
        (FLOW, "topics", "É, }\n", f'É, }}\n  - {{id: a-b, source: {CODE}, hours: null, name: "N"}}\n'),
        (EMPTY, "axes", "[]  #", f'\n  - id: a-b\n    source: {CODE}\n    hours: null\n    name: "N"  #'),
        (EMPTY, "series", "axes: []  # rien\n", f'axes: []  # rien\n\nseries:\n  - id: a-b\n    source: {CODE}\n    hours: null\n    name: "N"\n'),
        ("a: [{id: x}]\n", "a", "x}]", f'x}}, {{id: a-b, source: {CODE}, hours: null, name: "N"}}]'),
        ("a:\n- id: x", "a", "id: x", f'id: x\n- id: a-b\n  source: {CODE}\n  hours: null\n  name: "N"'),
    ],
)  # fmt: skip
def test_a_record_is_added_as_its_neighbours_are_written(text, name, was, now):
    """After the last one: in block, in braces, in an empty list, in a list that is not there yet."""
    record = NewRecord(name, {"id": "a-b", "source": CODE, "hours": None, "name": "N"})
    done = with_values(text, {}, [record])
    assert done == text.replace(was, now).replace("axes: \n", "axes:\n")
    assert read(done) == expected(read(text), {}, [record])


def test_several_changes_of_one_file_stay_in_their_places():
    """A field of the last record, a field added to it, two records after it."""
    values = {("topics", 1, "label"): "U", ("topics", 1, "more"): "m", ("topics", 0, "label"): "P"}
    added = [NewRecord("topics", {"id": name, "label": name}) for name in ("no", "x1", "119")]
    done = with_values(FLOW, values, added)
    assert read(done) == expected(read(FLOW), values, added)
    assert [topic["id"] for topic in read(done)["topics"]] == ["plan", "epu", "no", "x1", "119"]


@pytest.mark.parametrize(
    ("text", "place"), [("a: [", ("a",)), ("{a: b}", ("a",)), ("a: b", ("x", 0, "y")), ("a: [b]", ("a",)), ("", ("a",))]
)
def test_a_place_that_is_not_there_is_no_guess(text, place):
    """None: nothing is written."""
    assert with_values(text, {place: "x"}) is None


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\u2028\u2029"), min_size=1
)
HOSTILE = st.sampled_from(
    ['"', "\\", "'", "#", ": ", " #", "- ", "{", "}", "[", "]", ",", "&a", "*a", "!t", "|", ">-", "%", "@", "`", "null"]
)
SAID = st.lists(WORDS | HOSTILE, min_size=1, max_size=6).map("".join)


@given(SAID, st.sampled_from([(BLOCK, "contacts"), (FLOW, "topics")]), st.sampled_from([0, 1]))
def test_any_words_are_read_back_as_they_came(words, where, number):
    """In place of another text, in a new field, in a new record; everything else reads as before."""
    text, name = where
    for key in ("name" if name == "contacts" else "label", "more"):
        values, added = {(name, number, key): words}, [NewRecord(name, {"id": "z", "x": words, "n": None})]
        done = with_values(text, values, added)
        located, problems = strict_yaml.load(done, "x.yaml")
        if hidden_character(words):
            assert problems
        else:
            assert (problems, located.value) == ([], expected(read(text), values, added))

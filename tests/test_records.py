"""From plain values to records: every refusal in French, on its line, naming the key."""

from enum import Enum
from functools import cached_property

import pytest
from pydantic import Field, ValidationError

from golden_texts import assert_says, texts
from vigie.data_files import load_data, parse_data
from vigie.documents import LegalReview, PageMeta, TextTranslation
from vigie.interface import Strings
from vigie.measures.finding import Reply
from vigie.measures.indicators import Break, Indicator
from vigie.measures.model import Ledger
from vigie.measures.plan import Axis, Source
from vigie.news.model import PostMeta
from vigie.problems import Problem
from vigie.records import REFUSAL, Record, field_names, read_record, refusal
from vigie.site.model import MemberCount, Topics
from vigie.strict_yaml import load
from vigie.values import Reference


class OnlyNull(Record):
    """A key kept for later."""

    nothing: None


class Distance(Enum):
    """A closed list written as an enumeration."""

    NEAR = "near"
    FAR = "far"


class Ratio(Record):
    """What our models do not use yet, and may one day."""

    ratio: float
    under: int = Field(lt=10)
    over: int = Field(gt=0)
    kind: Distance
    names: frozenset[str]
    steps: list[int] = Field(default=[])


MODELS = {
    model.__name__: model
    for model in (
        Axis, Break, Indicator, Ledger, MemberCount, OnlyNull, PageMeta, PostMeta, Ratio, Reference, Reply, Strings, Topics
    )
}  # fmt: skip


@pytest.mark.parametrize("case", texts("records_refused.yaml"))
def test_every_refusal_is_in_french_on_its_line(case):
    """Each wrong record gives exactly the expected problems, and no record."""
    located, syntax = load(case["input"], "data/x.yaml")
    assert syntax == []
    record, problems = read_record(MODELS[case["model"]], located, "data/x.yaml")
    assert record is None
    assert problems == sorted(problems)
    assert_says(problems, case["problems"])
    assert all(problem.path == "data/x.yaml" and problem.blocking for problem in problems)


def test_a_right_record_is_read_without_a_word():
    """Keys that are not written take their value by default."""
    located, _ = load(
        "title: Vos droits\ndescription: Une phrase.\nlegal_review: {role: avocate, date: 2024-06-14}", "f"
    )
    record, problems = read_record(PageMeta, located, "f")
    assert problems == []
    assert record.title == "Vos droits"
    assert record.legal_review.date.isoformat() == "2024-06-14"
    assert (record.vital, record.translation) == (False, None)


def test_a_record_never_changes():
    """What was read cannot be altered by those who use it."""
    record = Reference(title="a")
    with pytest.raises(ValidationError):
        record.title = "b"


def test_a_record_converts_nothing():
    """A number is not taken for a text, nor a text for a number, in any of our records."""

    class Count(Record):
        count: int

    with pytest.raises(ValidationError):
        Count(count="3")
    with pytest.raises(ValidationError):
        Count(count=3, cuont=3)


def test_a_refusal_has_two_halves():
    """What a validator raises keeps apart what is wrong and what would be right."""
    raised = refusal("ceci", "cela")
    assert (raised.type, raised.context) == (REFUSAL, {"what": "ceci", "mend": "cela"})
    assert raised.message() == "ceci ; cela"


@pytest.mark.parametrize(
    ("model", "place", "expected"),
    [
        (PageMeta, (), PageMeta),
        (PageMeta, ("translation",), TextTranslation),
        (PageMeta, ("legal_review",), LegalReview),
        (PostMeta, ("sources", 3), Reference),
        (Ledger, ("sources", "n-importe"), Source),
        (Ledger, ("plan", "claims", 0, "sources"), None),
        (Ledger, ("nothing", "here"), None),
        (PageMeta, ("title", 0), None),
    ],
)
def test_the_keys_of_every_place_are_known(model, place, expected):
    """Through optional records, lists and mappings, the keys suggested are those of the place."""
    assert field_names(model, place) == (list(expected.model_fields) if expected else [])


def test_data_that_is_misread_is_not_validated():
    """A syntax that could be misread is told alone: rules on values would speak of something else."""
    loaded, problems = parse_data(PageMeta, "title: no\ntitle: a\nzzz: 1", "f")
    assert loaded is None
    assert_says(problems, ["1: « no » sans guillemets", "2: la clé « title » est écrite deux fois"])


def test_data_that_is_refused_brings_no_record():
    """A record with a problem is no record."""
    loaded, problems = parse_data(PageMeta, "title: a\ndescription: 3", "f")
    assert loaded is None
    assert_says(problems, ["2: « description » n’est pas un texte"])


def test_data_knows_the_lines_of_its_parts():
    """A rule that comes later speaks of the line where the thing is written; it blocks unless it says otherwise."""
    loaded, problems = parse_data(MemberCount, "value: 1\nto_confirm: true\nsources:\n  - title: a", "data/o.yaml")
    assert problems == []
    assert loaded.record.value == 1
    place = ("sources", 0, "title")
    assert loaded.problem(place, "ceci", "cela") == Problem("data/o.yaml", 4, "ceci", "cela")
    assert loaded.problem(("value",), "a", "b", blocking=False) == Problem("data/o.yaml", 1, "a", "b", blocking=False)


def test_data_is_read_by_the_only_door(tmp_path):
    """A file of data is bounded, in UTF-8, and there; otherwise that alone is told."""
    assert_says(load_data(Topics, tmp_path, "data/topics.yaml")[1], ["1: ce fichier manque"])
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "topics.yaml"
    path.write_bytes("topics:\n  - {id: a, label: é}".encode("latin-1"))
    loaded, problems = load_data(Topics, tmp_path, "data/topics.yaml")
    assert loaded is None
    assert_says(problems, ["2: n’est pas en UTF-8"])
    path.write_text("topics:\n  - {id: a, label: é\u202e}", encoding="utf-8")
    loaded, problems = load_data(Topics, tmp_path, "data/topics.yaml")
    assert loaded is None
    assert_says(problems, ["2: marque de direction invisible"])
    path.write_text("topics:\n  - {id: a, label: é}", encoding="utf-8")
    loaded, problems = load_data(Topics, tmp_path, "data/topics.yaml")
    assert problems == []
    assert loaded.path == "data/topics.yaml"
    assert loaded.record.topics[0].label == "é"


class _Counted(Record):
    items: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        return sum(self.items)


def test_what_a_record_derived_does_not_follow_its_copy():
    """A copy with other fields computes anew; the original keeps what it had."""
    first = _Counted(items=(1, 2))
    assert (first.total, first.model_copy(update={"items": (5,)}).total, first.total) == (3, 5, 3)
    assert first.model_copy() == first

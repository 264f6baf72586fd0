"""Ids, partial dates, days, plain texts and addresses of the web."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from vigie.records import Record
from vigie.values import Day, Id, PartialDate, PlainText, Reference, Text, WebAddress, words_at_most

QUIET = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def refused(kind, value):
    """The message with which ``value`` is refused as ``kind``."""
    with pytest.raises((ValidationError, PydanticCustomError)) as caught:
        TypeAdapter(kind).validate_python(value) if kind is not None else PartialDate.parse(value)
    if isinstance(caught.value, PydanticCustomError):
        return caught.value.message()
    return caught.value.errors()[0]["msg"]


def test_a_text_shows_its_words():
    """A text is its words wherever it is written out, and it remembers its language."""
    assert str(Text("الحقوق", "ar")) == "الحقوق"
    assert Text("a", "fr") != Text("a", "ar")


@pytest.mark.parametrize(
    ("written", "precision", "first", "last"),
    [
        ("2024", "year", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02", "month", (2023, 2, 1), (2023, 2, 28)),
        ("2024-06", "month", (2024, 6, 1), (2024, 6, 30)),
        ("2024-12", "month", (2024, 12, 1), (2024, 12, 31)),
        ("2024-06-14", "day", (2024, 6, 14), (2024, 6, 14)),
        ("9999", "year", (9999, 1, 1), (9999, 12, 31)),
        ("9999-12", "month", (9999, 12, 1), (9999, 12, 31)),
    ],
)
def test_a_partial_date_spans_all_that_it_can_mean(written, precision, first, last):
    """A year lasts until its last day, February until the 28th or the 29th, a day is itself."""
    date = PartialDate(written)
    assert date.precision == precision
    assert date.first_day == datetime.date(*first)
    assert date.last_day == datetime.date(*last)
    assert str(date) == written


@pytest.mark.parametrize(
    "written",
    ["", "24", "202", "20240", "2024-", "2024-6", "2024-13", "2024-00", "2024-06-31", "2023-02-29", "2024-06-14 ",
     "2024-06-14T10:00", "2024/06", "0000", "２０２４", "٢٠٢٤", "2024-٠٦", "-2024", "2024-06-14-01", "juin 2024", "2024\n"],
)  # fmt: skip
def test_what_is_no_date_is_refused(written):
    """A date has four, six or eight digits of our own, with hyphens, and exists in the calendar."""
    with pytest.raises(ValueError, match="pas une date"):
        PartialDate(written)
    message = refused(None, written)
    assert message == f"« {written} » n’est pas une date ; écrivez 2024, 2024-06 ou 2024-06-14"


def test_partial_dates_are_sorted_by_their_first_day_then_the_vaguest_first():
    """A year comes before its January, which comes before the first of January."""
    ordered = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2024-12-31", "2025"]
    dates = [PartialDate(written) for written in ordered]
    assert sorted(reversed(dates)) == dates
    assert dates[1] < dates[2] < dates[3]
    assert dates[3] > dates[1]
    assert max(dates) == PartialDate("2025")
    assert PartialDate("2024") <= PartialDate("2024")
    assert PartialDate("2024") != PartialDate("2024-01")


def test_a_partial_date_is_compared_only_with_its_like():
    """A day of the calendar is no partial date."""
    with pytest.raises(TypeError):
        assert PartialDate("2024") < datetime.date(2024, 6, 1)


@pytest.mark.parametrize(("value", "written"), [(2024, "2024"), ("2024", "2024"), ("2024-06", "2024-06")])
def test_a_year_is_read_from_a_number_or_a_text(value, written):
    """YAML reads 2024 as a number: it is a year all the same; what is parsed already stays."""
    assert PartialDate.parse(value) == PartialDate(written)
    assert PartialDate.parse(PartialDate(written)) == PartialDate(written)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "null"), (True, "true"), (2024.06, "2024.06"), (202406, "202406"), (24, "24"), (["été"], '["été"]')],
)
def test_a_date_of_another_kind_is_refused_as_it_was_written(value, shown):
    """null, true, decimals and lists are no dates, and are shown as YAML writes them."""
    assert refused(None, value).startswith(f"« {shown} » n’est pas une date ; ")


def test_a_refused_date_is_shown_cut():
    """A page pasted in a date is not repeated whole."""
    assert refused(None, "x" * 1000).startswith(f"« {'x' * 60} » n’est pas une date")
    assert refused(Day, "x" * 1000).startswith(f"« {'x' * 60} » n’est pas un jour")
    assert refused(WebAddress, "x" * 1000).startswith(f"« {'x' * 60} » n’est pas une adresse")


@QUIET
@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_of_the_calendar_is_a_date_at_each_precision(day, length):
    """A date cut from a real day holds that day, is read again from its text, and ends no sooner than it begins."""
    date = PartialDate.parse(day.isoformat()[:length])
    assert date.first_day <= day <= date.last_day
    assert PartialDate.parse(str(date)) == date


@QUIET
@given(st.lists(st.dates(), min_size=2, max_size=2), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_the_order_of_dates_follows_the_calendar(days, first, second):
    """A date wholly before another is sorted before it."""
    one, other = (PartialDate(day.isoformat()[:length]) for day, length in zip(days, (first, second), strict=True))
    if one.last_day < other.first_day:
        assert one < other
    assert (one < other) + (one > other) + (one == other) == 1


def test_a_day_is_whole():
    """Year, month and day, with hyphens."""
    assert TypeAdapter(Day).validate_python("2024-06-14") == datetime.date(2024, 6, 14)
    assert TypeAdapter(Day).validate_python(datetime.date(2024, 6, 14)) == datetime.date(2024, 6, 14)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2024-06", "2024-06"), ("2024-02-30", "2024-02-30"), ("20240614", "20240614"), ("2024-W01-1", "2024-W01-1"),
     ("hier", "hier"), (20240614, "20240614"), (None, "null"), (False, "false"), ("２０２４-06-14", "２０２４-06-14")],
)  # fmt: skip
def test_what_is_no_whole_day_is_refused(value, shown):
    """Other forms of ISO 8601, months and days that do not exist are refused."""
    assert refused(Day, value) == f"« {shown} » n’est pas un jour ; écrivez 2024-06-14 (année-mois-jour)"


@pytest.mark.parametrize("value", ["a", "contenu-12", "2024-2027", "a" * 80])
def test_a_simple_name_is_an_id(value):
    """Small letters, digits and hyphens, eighty at most."""
    assert TypeAdapter(Id).validate_python(value) == value


@pytest.mark.parametrize("value", ["", "A", "é", "a b", "a_b", "-a", "a-", "a--b", "a/b", "../a", "a" * 81, "a\n"])
def test_any_other_name_is_no_id(value):
    """Capitals, accents, spaces, doubled hyphens and paths are refused."""
    message = refused(Id, value)
    assert f"l’identifiant « {value[:40]} » n’est pas de la bonne forme ; " in message
    assert "lettres minuscules sans accent, chiffres et traits d’union, 80 signes au plus" in message


@pytest.mark.parametrize("value", ["Un texte", "M & Mme", "« 100 % »", "عربي", "a\nb"])
def test_words_are_a_plain_text(value):
    """Any words and signs but those of markup."""
    assert TypeAdapter(PlainText).validate_python(value) == value


@pytest.mark.parametrize("value", ["<b>gras</b>", "1 < 2", "a > b"])
def test_markup_is_no_plain_text(value):
    """Neither « < » nor « > »."""
    assert refused(PlainText, value) == (
        "ce texte contient « < » ou « > » ; écrivez-le sans balise : le site met en forme lui-même"
    )


@pytest.mark.parametrize("value", ["   ", "\t\n", "\u00a0"])
def test_spaces_are_no_plain_text(value):
    """A text of spaces is empty."""
    assert refused(PlainText, value) == (
        "ce texte est vide ; écrivez-le, ou null s’il n’est pas connu et que la clé l’admet"
    )


@pytest.mark.parametrize("value", ["https://a.fr", "http://a.fr/b?c=d#e", "https://ar.wikipedia.org/wiki/عربي"])
def test_an_address_of_the_web_begins_with_its_scheme(value):
    """http or https, then anything but spaces and quotes."""
    assert TypeAdapter(WebAddress).validate_python(value) == value


@pytest.mark.parametrize(
    "value",
    ["a.fr", "www.a.fr", "//a.fr", "ftp://a.fr", "javascript:alert(1)", "HTTPS://a.fr", "https://", "https://a.fr b",
     "https://a.fr\n", "https://a.fr/<b>", 'https://a.fr/"', "https://a.fr/`", " https://a.fr", "https://a.fr\\b"],
)  # fmt: skip
def test_anything_else_is_no_address_of_the_web(value):
    """No other scheme, no space, no quote, no bracket of markup."""
    message = refused(WebAddress, value)
    assert message == f"« {value} » n’est pas une adresse du web ; elle commence par https:// et n’a pas d’espace"


def test_words_are_counted():
    """A text of exactly the limit passes, one word more is refused with its count."""

    class Short(Record):
        text: str

    limited = TypeAdapter(Short.model_fields["text"].annotation)
    assert limited.validate_python("a b c") == "a b c"
    check = words_at_most(3).func
    assert check("un  deux\ntrois") == "un  deux\ntrois"
    with pytest.raises(PydanticCustomError) as caught:
        check("un deux trois quatre")
    assert caught.value.message() == "ce texte a 4 mots ; 3 au plus : coupez-le"


def test_a_reference_needs_only_its_title():
    """The address and date of a document are written when they are known."""
    assert Reference(title="Rapport").url is None
    full = Reference.model_validate_json('{"title": "R", "url": "https://a.fr", "date": 2024}')
    assert full.date == PartialDate("2024")
    assert full.model_dump_json() == '{"title":"R","url":"https://a.fr","date":"2024"}'


def test_the_schema_of_a_date_is_what_an_editor_may_write():
    """Editing tools are told the same forms: a text of one of three lengths, or a year as a number; a day is a date."""
    assert TypeAdapter(PartialDate).json_schema() == {
        "anyOf": [
            {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
            {"type": "integer", "minimum": 1900, "maximum": 2100},
        ]
    }
    assert TypeAdapter(Day).json_schema() == {"type": "string", "format": "date"}

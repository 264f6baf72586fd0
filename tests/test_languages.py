"""What is known of a language: direction, names, addresses, dates and numbers."""

import datetime

import pytest
from babel import UnknownLocaleError

from vigie.languages import SOURCE, Language, is_known
from vigie.values import PartialDate


def test_french_is_the_source_and_stands_at_the_root():
    """French has no prefix; any other language has its code."""
    assert SOURCE == "fr"
    assert Language("fr").prefix == ""
    assert Language("ar").prefix == "ar/"


@pytest.mark.parametrize(
    ("code", "direction"),
    [("fr", "ltr"), ("en", "ltr"), ("uk", "ltr"), ("ti", "ltr"), ("ar", "rtl"), ("ps", "rtl"), ("fa", "rtl")],
)
def test_each_language_has_its_direction(code, direction):
    """Arabic, Pashto and Persian read from right to left."""
    assert Language(code).direction == direction


@pytest.mark.parametrize(
    ("code", "name"),
    [("fr", "Français"), ("ar", "العربية"), ("en", "English"), ("es", "Español"), ("uk", "Українська")],
)
def test_a_language_is_named_as_its_readers_look_for_it(code, name):
    """In itself, with a capital where its letters have one."""
    assert Language(code).name == name


def test_a_language_names_another():
    """In its own words."""
    assert Language("fr").name_of("ar") == "arabe"
    assert Language("ar").name_of("fr") == "الفرنسية"


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [
        ("fr", "2024-12-12", "12 décembre 2024"),
        ("fr", "2024-06-01", "1er juin 2024"),
        ("fr", "2024-06-21", "21 juin 2024"),
        ("fr", "2024-06-11", "11 juin 2024"),
        ("fr", "2024-06", "juin 2024"),
        ("fr", "2024", "2024"),
        ("ar", "2024-12-12", "12 ديسمبر 2024"),
        ("ar", "2024-12-01", "1 ديسمبر 2024"),
        ("ar", "2024-06", "يونيو 2024"),
        ("ar", "2024", "2024"),
        ("en", "2024-06-01", "1 June 2024"),
        ("en", "2024-06", "June 2024"),
    ],
)
def test_a_date_is_written_in_words_as_exact_as_it_is(code, value, written):
    """The day, the month or the year alone, and « 1er » in French."""
    assert Language(code).date(PartialDate(value)) == written


@pytest.mark.parametrize(("code", "written"), [("fr", "1er janvier 2025"), ("ar", "1 يناير 2025")])
def test_a_day_of_the_calendar_is_written_the_same(code, written):
    """Days and partial dates read alike."""
    assert Language(code).date(datetime.date(2025, 1, 1)) == written


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [
        ("fr", 1046, "1\u202f046"),
        ("fr", 2.5, "2,5"),
        ("ar", 1046, "1,046"),
        ("en", 1234567, "1,234,567"),
        ("fr", 17, "17"),
    ],
)
def test_a_number_has_its_separators_and_our_digits(code, value, written):
    """Digits stay 0-9 in every language, as in phone numbers."""
    assert Language(code).number(value) == written


@pytest.mark.parametrize(("code", "known"), [("fr", True), ("ar", True), ("ti", True), ("xx", False), ("un", False), ("f", False), ("", False), ("fr-", False)])  # fmt: skip
def test_only_true_codes_are_known(code, known):
    """Two letters that name a language; anything else is unknown, without a crash."""
    assert is_known(code) is known


def test_an_unknown_language_has_no_direction():
    """A slip in a code is an error, never a page in the wrong direction."""
    with pytest.raises(UnknownLocaleError):
        assert Language("xx").direction

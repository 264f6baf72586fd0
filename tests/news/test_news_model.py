"""The date and address that a post's file name gives, and the days on which it may be seen."""

import datetime
from datetime import date as day_of

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_post import document, post

from vigie.news.load import load_posts
from vigie.news.model import FOLDERS, date_in_name


@pytest.mark.parametrize(
    ("folder", "stem", "date"),
    [
        ("actualites", "2024-07-03-rencontre-osce", "2024-07-03"),
        ("actualites", "2024-02-29-a", "2024-02-29"),
        ("actualites", "2024-07-03-50-mesures", "2024-07-03"),
        ("plaidoyer", "2024-06", "2024-06"),
        ("plaidoyer", "2024-12-suivi-du-plan", "2024-12"),
        ("plaidoyer", "2024-06-a1", "2024-06"),
    ],
)
def test_a_good_name_gives_its_date(folder, stem, date):
    """News have a day, plaidoyer a month."""
    assert str(date_in_name(folder, stem)) == date


@pytest.mark.parametrize(
    ("folder", "stem"),
    [
        ("actualites", "2024-07-03"),
        ("actualites", "2024-07-rencontre"),
        ("actualites", "2023-02-29-a"),
        ("actualites", "2024-7-3-a"),
        ("actualites", "24-07-03-a"),
        ("actualites", "2024-07-03-"),
        ("actualites", "2024-07-03--a"),
        ("actualites", "2024-07-03-A"),
        ("actualites", "2024-07-03-a\n"),
        ("actualites", "x2024-07-03-a"),
        ("actualites", "2024/2024-07-03-a"),
        ("plaidoyer", "2024"),
        ("plaidoyer", "2024-13"),
        ("plaidoyer", "2024-00"),
        ("plaidoyer", "2024-06-14"),
        ("plaidoyer", "2024-06-1a"),
        ("plaidoyer", "2024-06-"),
        ("plaidoyer", "2024-06\n"),
    ],
)
def test_a_name_of_another_form_gives_none(folder, stem):
    """A day in the folder of months, a month in the folder of days, a date that does not exist."""
    assert date_in_name(folder, stem) is None


@given(st.sampled_from(FOLDERS), st.text(alphabet="0123456789-aZ_./", max_size=20))
def test_no_name_makes_it_raise(folder, stem):
    """Any name gives a date or none, and the date is the beginning of the name."""
    date = date_in_name(folder, stem)
    assert date is None or stem.startswith(str(date))


def test_a_post_lives_at_the_address_of_its_file():
    """The address is the folder and the name, the same in every language."""
    assert post("2024-06", "plaidoyer").address == "plaidoyer/2024-06/"
    arabic = post("2024-07-03-a", "actualites", "ar")
    assert (arabic.lang, arabic.address) == ("ar", "actualites/2024-07-03-a/")


def test_what_a_header_leaves_out_is_off_or_empty():
    """A post with a title and a description only is published, public and without links."""
    meta = post().meta
    assert (meta.draft, meta.sensitive, meta.category, meta.event, meta.translation) == (False, False, None, None, None)
    assert (meta.measures, meta.topics, meta.sources, meta.attachments) == ((), (), (), ())
    assert (meta.publish_on, meta.expire_on, meta.based_on, meta.legal_review) == (None, None, None, None)


@pytest.mark.parametrize(
    ("header", "appeared", "expired"),
    [
        ("", True, False),
        ("draft: true\n", False, False),
        ("publish_on: 2026-11-21\n", True, False),
        ("publish_on: 2026-11-22\n", True, False),
        ("publish_on: 2026-11-23\n", False, False),
        ("publish_on: 2026-11-01\ndraft: true\n", False, False),
        ("expire_on: 2026-11-23\n", True, False),
        ("expire_on: 2026-11-22\n", True, True),
        ("expire_on: 2026-11-21\n", True, True),
        ("publish_on: 2026-11-01\nexpire_on: 2026-11-20\n", True, True),
    ],
)
def test_a_text_appears_on_its_day_and_leaves_the_lists_on_its_day(header, appeared, expired):
    """Both days are included, a draft never appears, and the day is given, not asked."""
    made, today = post(header=header), datetime.date(2026, 11, 22)
    assert (made.has_appeared(today), made.has_expired(today)) == (appeared, expired)


def test_a_text_named_after_a_day_to_come_waits_for_it():
    """Dated tomorrow, nobody sees it today; of a month, it appears on its first day."""
    for stem, folder in (("2026-11-23-demain", "actualites"), ("2026-12", "plaidoyer")):
        made = post(stem, folder)
        assert not made.has_appeared(day_of(2026, 11, 22))
        assert made.has_appeared(made.date.first_day)


def _beside(french, arabic=""):
    documents = [
        document(f"---\ntitle: T\ndescription: D\ncategory: loi\n{header}---\nMots.\n", lang=lang)[0]
        for lang, header in (("fr", french), ("ar", arabic))
    ]
    return {made.lang: made for made in load_posts(documents)[0]}["ar"]


def test_a_translation_appears_no_earlier_and_stays_no_longer_than_its_french_text():
    """Whatever its own header says, or leaves out; and it is as discreet."""
    today = day_of(2026, 11, 22)
    assert not _beside("draft: true\n").has_appeared(today)
    assert not _beside("publish_on: 2026-11-23\n").has_appeared(today)
    assert not _beside("", "publish_on: 2026-11-23\n").has_appeared(today)
    assert _beside("publish_on: 2026-11-20\n").has_appeared(today)
    assert _beside("expire_on: 2026-11-22\n").has_expired(today)
    assert not _beside("", "expire_on: 2026-11-22\n").has_expired(today)
    assert _beside("sensitive: true\n").meta.sensitive and not _beside("").meta.sensitive
    assert _beside("", "sensitive: true\n").meta.sensitive


def test_an_event_that_ends_on_a_day_without_hour_lasts_until_its_end():
    """It may begin on that day at half past six."""
    made = post(header="category: loi\nevent: {start: 2026-11-22 18:30, end: 2026-11-22}\n")
    assert made.meta.event.last_day == day_of(2026, 11, 22)

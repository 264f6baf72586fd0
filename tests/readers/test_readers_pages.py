"""Helplines as readers of each language see them."""

import datetime

import pytest
from small_contacts import TODAY, contacts

from vigie.readers.model import ContactsWords, ContactWords
from vigie.readers.pages import contact_views
from vigie.values import Text

WORDS = ContactsWords(
    contacts=(
        ContactWords(
            id="ligne-deux", name="خط", for_whom="للجميع", not_for="ليس طوارئ", hours="ليل نهار", languages_note=None,
            cost=None, what_happens="يجيب أحد", french_sentence_read="أوتر فراز",
        ),
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def french():
    return contact_views(contacts(), None, "fr", TODAY)


@pytest.fixture(scope="module")
def arabic():
    return contact_views(contacts(), WORDS, "ar", TODAY)


def test_the_order_is_that_of_the_file(french, arabic):
    """The most urgent first, as the editors wrote it, in every language."""
    assert [v.contact.id for v in french] == [v.contact.id for v in arabic] == ["990", "ligne-deux"]


def test_french_readers_see_the_french_words(french):
    """Every text is French; the sentence to say needs no transcription."""
    second = french[1]
    assert (second.name, second.for_whom) == (Text("Ligne fictive", "fr"), Text("Pour tout le monde.", "fr"))
    assert (second.not_for, second.hours) == (Text("Pas une urgence.", "fr"), Text("Jour et nuit", "fr"))
    assert (second.languages_note, second.cost) == (Text("Pas toujours.", "fr"), Text("gratuit", "fr"))
    assert second.what_happens == Text("Quelqu’un répond.", "fr")
    assert (second.sentence, second.sentence_read) == (Text("Autre phrase.", "fr"), None)


def test_what_is_not_known_stays_unknown(french):
    """Null is never filled with a guess: the page shows « à vérifier »."""
    first = french[0]
    assert [first.not_for, first.hours, first.languages_note, first.cost, first.what_happens] == [None] * 5


def test_translated_words_replace_the_french_ones(arabic):
    """Each text says its language; what the translation lacks stays French."""
    second = arabic[1]
    assert (second.name, second.for_whom) == (Text("خط", "ar"), Text("للجميع", "ar"))
    assert (second.not_for, second.hours) == (Text("ليس طوارئ", "ar"), Text("ليل نهار", "ar"))
    assert (second.languages_note, second.cost) == (Text("Pas toujours.", "fr"), Text("gratuit", "fr"))
    assert second.what_happens == Text("يجيب أحد", "ar")


def test_the_french_sentence_stays_french_with_its_reading(arabic):
    """The sentence is said in French: it is shown as it is, and as it is read aloud."""
    assert (arabic[1].sentence, arabic[1].sentence_read) == (Text("Autre phrase.", "fr"), Text("أوتر فراز", "ar"))


def test_a_line_without_translation_is_shown_in_french(arabic):
    """Never hidden: a number in French is better than none."""
    first = arabic[0]
    assert (first.name, first.for_whom) == (Text("Urgence fictive", "fr"), Text("Pour personne.", "fr"))
    assert (first.sentence_read, first.cost) == (None, None)


def test_the_numbers_are_the_same_in_every_language(french, arabic):
    """No translation touches a number."""
    assert [v.contact for v in french] == [v.contact for v in arabic]


def test_spoken_languages_are_named_in_the_readers_language(french, arabic):
    """In the order of the file."""
    assert french[1].languages[:2] == (Text("français", "fr"), Text("arabe", "fr"))
    assert arabic[1].languages[:2] == (Text("الفرنسية", "ar"), Text("العربية", "ar"))
    assert len(arabic[1].languages) == 3


@pytest.mark.parametrize(
    ("verified", "old"),
    [
        ("null # jamais", False),
        ("2026-11-22", False),
        ("2026-05-26", False),
        ("2026-05-25", True),
        ("2020-01-01", True),
    ],
)
def test_a_verification_is_old_after_180_days(verified, old):
    """A number never verified has no age: the page says so in other words."""
    views = contact_views(contacts(("verified_on: 2026-11-22", f"verified_on: {verified}")), None, "fr", TODAY)
    assert [v.verification_is_old for v in views] == [False, old]


def test_the_day_is_given_not_asked():
    """The same line is fresh one day and old another."""
    ages = [
        contact_views(contacts(), None, "fr", datetime.date(2027, 5, day))[1].verification_is_old for day in (21, 22)
    ]
    assert ages == [False, True]

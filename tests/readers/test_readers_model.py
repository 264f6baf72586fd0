"""What a tap on a helpline does, and what may never be guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_contacts import TEXT, contacts, problems_of

from vigie.readers.model import VERIFICATION_AGES_AFTER


@pytest.mark.parametrize(
    ("channels", "href"),
    [
        ("[call, sms]", "tel:990"),
        ("[sms, call]", "tel:990"),
        ("[call]", "tel:990"),
        ("[sms]", "sms:990"),
        ("[app, video, sms]", "sms:990"),
    ],
)
def test_a_tap_calls_when_the_line_takes_calls_else_writes(channels, href):
    """A silent line is written to, never called."""
    assert contacts(("[call, sms]", channels)).contacts[0].href() == href


def test_a_tap_dials_the_international_form():
    """The plus sign is dialled as it is shown."""
    assert contacts().contacts[1].href() == "sms:+990112233"


@given(st.text(alphabet="0123456789", min_size=2, max_size=15), st.lists(st.integers(1, 14), max_size=4))
def test_spaces_are_the_only_thing_a_number_may_add(digits, cuts):
    """However a number is spaced, what is dialled is its digits."""
    shown = "".join(f"{digit} " if place in cuts else digit for place, digit in enumerate(digits)).strip()
    edits = (('id: "990"', "id: fictif"), ('number: "990"', f'number: "{shown}"'), ('dial: "990"', f'dial: "{digits}"'))
    assert contacts(*edits).contacts[0].dial == digits


def test_a_verification_ages_after_six_months():
    """The rule of the project: 180 days."""
    assert VERIFICATION_AGES_AFTER.days == 180


@pytest.mark.parametrize(
    "key",
    [
        "id", "number", "dial", "channels", "name", "urgent", "for_whom", "not_for", "hours", "languages",
        "languages_note", "cost", "on_bill", "what_happens", "french_sentence", "verified_on", "sources", "mark",
    ],
)  # fmt: skip
def test_every_key_is_written(key):
    """What is not known is written null: no key of a helpline may be forgotten."""
    lines = TEXT.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.lstrip(" -").startswith(f"{key}:"))
    end = start + (2 if key == "sources" else 1)
    text = "".join([*lines[:start], *(["  - extra: 1\n"] if key == "id" else []), *lines[end:]])
    assert [p.line for p in problems_of(text) if p.what == f"la clé « {key} » manque"] == [3]


def test_one_line_alone_is_a_list():
    """A single number, if it is the urgent one, is enough."""
    assert problems_of(TEXT[: TEXT.index("  - id: ligne-deux")]) == []

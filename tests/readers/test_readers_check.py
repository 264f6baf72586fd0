"""The words of helplines in another language: known lines, once each, no text more or less than in French."""

import pytest
from small_contacts import contacts

from vigie.data_files import parse_data
from vigie.readers.check import check_contact_words
from vigie.readers.model import ContactsWords

PATH = "data/ar/contacts.yaml"
WORDS = """\
contacts:
  - id: "990"
    name: نجدة
    for_whom: لا أحد
    not_for: null
    hours: null
    languages_note: null
    cost: null
    what_happens: null
    french_sentence_read: null
  - id: ligne-deux
    name: خط
    for_whom: للجميع
    not_for: ليس طوارئ
    hours: ليل نهار
    languages_note: ليس دائماً
    cost: مجاني
    what_happens: يجيب أحد
    french_sentence_read: أوتر فراز
"""


LATER = tuple(enumerate(("not_for", "hours", "languages_note", "cost", "what_happens"), start=14))


def _problems(text):
    loaded, problems = parse_data(ContactsWords, text, PATH)
    return problems if loaded is None else check_contact_words(loaded, contacts())


def test_a_translation_that_follows_the_french_is_accepted():
    """Whole, or of some of the lines; the sentence to read may be missing."""
    assert _problems(WORDS) == []
    assert _problems(WORDS[: WORDS.index("  - id: ligne-deux")]) == []
    assert _problems(WORDS.replace("french_sentence_read: أوتر فراز", "french_sentence_read: null")) == []


@pytest.mark.parametrize("key", ["not_for", "hours", "languages_note", "cost", "what_happens"])
def test_no_text_appears_or_vanishes(key):
    """A text that French has not is refused, and one that French has is required, each on its line."""
    lines = WORDS.split("\n")
    first, second = (n for n, line in enumerate(lines) if line.startswith(f"    {key}:"))
    invented = "\n".join([*lines[:first], f"    {key}: نص", *lines[first + 1 :]])
    lost = "\n".join([*lines[:second], f"    {key}: null", *lines[second + 1 :]])
    for text, line in ((invented, first + 1), (lost, second + 1)):
        assert [(p.path, p.line, p.what) for p in _problems(text)] == [
            (PATH, line, f"« {key} » ne suit pas le français")
        ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("id: ligne-deux", "id: ligne-neuf", [(11, "« ligne-neuf » n’est pas dans data/contacts.yaml")]),
        (WORDS[WORDS.index("  - id: ligne") :], WORDS[len("contacts:\n") : WORDS.index("  - id: ligne")],
         [(11, "« 990 » est traduit deux fois")]),
        ("  - id: ligne-deux\n    name: خط\n", "  - name: خط\n    id: ligne-neuf\n",
         [(12, "« ligne-neuf » n’est pas dans data/contacts.yaml")]),
        ("  - id: ligne-deux\n    name: خط\n", "  - name: خط\n    id: '990'\n",
         [(12, "« 990 » est traduit deux fois"), *((n, f"« {key} » ne suit pas le français") for n, key in LATER)]),
        ("    cost: مجاني\n", "", [(11, "la clé « cost » manque")]),
        ("    cost: مجاني\n", "    cost: مجاني\n    number: '991'\n", [(18, "la clé « number » est inconnue")]),
        ("name: خط", "name: <b>", [(12, "ce texte contient « < » ou « > »")]),
    ],
)  # fmt: skip
def test_a_wrong_translation_is_refused_on_its_line(before, after, found):
    """Unknown lines, repeated lines, forgotten keys; a number never comes from a translation."""
    assert WORDS.count(before) == 1
    assert [(problem.line, problem.what) for problem in _problems(WORDS.replace(before, after))] == found

"""The glossary, refusal by refusal, on a fictional one (``golden/glossary_small.yaml``)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_glossary import TEXT, problems_of, small_glossary

from golden_cases import assert_refused, cases, changed
from vigie.translations.shown import shown_glossary
from vigie.values import Text


@pytest.mark.parametrize("case", cases("glossary_refusals.yaml"))
def test_each_mutation_of_the_glossary_is_refused(case):
    """On its line (that of the term, for what is true of a whole term), in French."""
    text = changed(TEXT, case)
    assert_refused(case, text, problems_of(text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("covers: [fr, en]", "covers: [ar]"),
        ('url: "https://conseil.example/197"', "url: null"),
        ("    note: Pour qui traduit.\n", ""),
        ("    confused_with: []\n", ""),
        ("variant: تجارة البشر", "variant: الرقيق"),
        ("variant: تجارة البشر", "variant: بيع رق"),
        ("variant: smuggling,", "variant: trafic d’êtres humains,"),
        ("Ce qu’une voix dit.", "Ce qu’une voix dit, article L. 425-1 compris."),
    ],
)
def test_what_stands_just_short_of_a_refusal_is_accepted(before, after):
    """Null addresses, missing optional keys, four letters, a variant that is forbidden in another language."""
    assert before in TEXT
    assert problems_of(TEXT.replace(before, after, 1)) == []


LINES = TEXT.split("\n")


@settings(max_examples=60)
@given(st.integers(0, len(LINES) - 1), st.text(max_size=30).filter(lambda text: text.isprintable()))
def test_no_broken_line_of_the_glossary_makes_the_check_raise(index, replacement):
    """Whatever is typed on a line, the answer is a list of problems with lines of the file."""
    text = "\n".join([*LINES[:index], replacement, *LINES[index + 1 :]])
    assert all(1 <= problem.line <= len(LINES) for problem in problems_of(text))


def test_the_rows_are_in_the_order_of_the_readers_alphabet():
    """French order in French; in Arabic the article does not count; an unknown language reads as French does."""
    assert [row.term.id for row in shown_glossary(small_glossary(), "fr").rows] == ["constat", "trafic", "traite"]
    assert [row.term.id for row in shown_glossary(small_glossary(), "ar").rows] == ["traite", "trafic", "constat"]
    assert shown_glossary(small_glossary(), "es") == shown_glossary(small_glossary(), "fr")


def test_accents_do_not_count_in_the_order():
    """« école » stands between « ebene » and « effet », not after « z »."""
    terms = small_glossary().terms
    words = ("effet", "école", "Ebène")
    renamed = [term.model_copy(update={"fr": word}) for term, word in zip(terms, words, strict=True)]
    shown = shown_glossary(small_glossary().model_copy(update={"terms": tuple(renamed)}), "fr")
    assert [row.term.fr for row in shown.rows] == ["Ebène", "école", "effet"]


def test_a_row_says_what_to_avoid_in_the_language_of_the_page():
    """Its own words first; variants of its language; the other term by its word and its id."""
    shown = shown_glossary(small_glossary(), "ar")
    row = shown.rows[0]
    assert shown.columns == ("ar", "fr", "en")
    assert [word.lang for word in row.words] == ["ar", "fr", "en"]
    assert [word.value for word, _variant in row.avoided] == ["تهريب", "تجارة البشر"]
    assert row.confused == (("trafic", Text("تهريب المهاجرين", "ar")),)
    assert row.definition.lang == "fr"

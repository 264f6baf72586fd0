"""What the search of forbidden variants finds and leaves, on a fictional glossary."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_glossary import small_glossary

from golden_cases import cases
from vigie.translations.forbidden import forbidden_variants

GLOSSARY = small_glossary()


@pytest.mark.parametrize("case", cases("forbidden_words.yaml"))
def test_the_variants_of_a_text_are_found_on_their_lines(case):
    """No more, no less, in order."""
    found = forbidden_variants(case.raw["text"], case.raw["lang"], GLOSSARY)
    assert [f"{one.line}: {one.variant.variant}" for one in found] == case.raw.get("found", [])


def test_a_finding_names_the_word_to_write():
    """The term, in the language of the text."""
    (found,) = forbidden_variants("Smuggling", "en", GLOSSARY)
    assert (found.right, found.written, found.term.id) == ("trafficking in human beings", "smuggling", "traite")
    (found,) = forbidden_variants("التهريب", "ar", GLOSSARY)
    assert found.right == "الاتجار بالبشر"


def test_a_variant_inside_a_longer_one_is_told_once():
    """« esclavage moderne » inside « esclavage moderne caché »: one slip, one message."""
    first, *others = GLOSSARY.terms
    short = first.forbidden.fr[1]
    longer = short.model_copy(update={"variant": "esclavage moderne caché", "unless": ()})
    more = first.model_copy(update={"forbidden": first.forbidden.model_copy(update={"fr": (short, longer)})})
    both = GLOSSARY.model_copy(update={"terms": (more, *others)})
    found = forbidden_variants("esclavage moderne caché, esclavage moderne", "fr", both)
    assert [one.variant.variant for one in found] == ["esclavage moderne caché", "esclavage moderne"]


@settings(max_examples=60)
@given(st.text(), st.sampled_from(["fr", "ar", "en", "es"]))
def test_any_text_can_be_searched(text, lang):
    """No text raises, and each line is one of the text."""
    assert all(1 <= found.line <= text.count("\n") + 1 for found in forbidden_variants(text, lang, GLOSSARY))


LETTERS = st.text(st.characters(categories=["Ll", "Lu", "Lo", "Nd"]), min_size=1, max_size=4)


@settings(max_examples=60)
@given(LETTERS, LETTERS)
def test_a_word_that_holds_a_variant_is_another_word(before, after):
    """Letters or digits on either side make another word; spaces and signs do not."""
    assert forbidden_variants(f"{before}smuggling{after}", "en", GLOSSARY) == ()
    assert forbidden_variants(f"{before}smuggling", "en", GLOSSARY) == ()
    assert len(forbidden_variants(f"{before} (smuggling), {after}", "en", GLOSSARY)) == 1


@settings(max_examples=60)
@given(st.integers(0, 20))
def test_the_line_is_that_of_the_first_word(count):
    """Whatever stands above: lines, empty lines, blocks of code."""
    above = "a line\n" * count + "```\nsmuggling\n```\n" + "\n" * count
    (found,) = forbidden_variants(f"{above}of smuggling", "en", GLOSSARY)
    assert found.line == above.count("\n") + 1

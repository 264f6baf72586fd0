"""Helplines, refusal by refusal, on fictional ones (``golden/contacts.yaml``)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_contacts import TEXT, problems_of

from golden_cases import assert_refused, cases, changed


@pytest.mark.parametrize("case", cases("contact_refusals.yaml"))
def test_each_mutation_of_a_helpline_is_refused(case):
    """Each mutation is refused on its line, in French."""
    text = changed(TEXT, case)
    assert_refused(case, text, problems_of(text))


@pytest.mark.parametrize("case", cases("contact_accepted.yaml"))
def test_an_old_verification_warns_and_nothing_else_is_said(case):
    """An age is a warning on its line, never a refusal; harmless variants say nothing."""
    text = changed(TEXT, case)
    found = problems_of(text)
    expected = case.raw.get("warns")
    assert len(found) == (1 if expected else 0), [str(problem) for problem in found]
    for problem in found:
        assert not problem.blocking
        assert problem.line == text[: text.rindex("verified_on:")].count("\n") + 1
        assert all(words in str(problem) for words in expected)


LINES = TEXT.split("\n")


@settings(max_examples=60)
@given(
    st.integers(0, len(LINES) - 1), st.sampled_from(["", "  - id: x", "    number: 1", "[", "    dial: '1'", "null"])
)
def test_no_broken_line_makes_the_check_raise(index, replacement):
    """Whatever replaces a line, the answer is a list of problems with lines of the file."""
    text = "\n".join([*LINES[:index], replacement, *LINES[index + 1 :]])
    assert all(1 <= problem.line <= len(LINES) for problem in problems_of(text))

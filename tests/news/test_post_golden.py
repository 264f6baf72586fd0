"""Posts, refusal by refusal, on a fictional one (``golden/post.md``)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_post import STEM, TEXT, problems_of

from golden_cases import assert_refused, cases, changed


@pytest.mark.parametrize("case", cases("post_refusals.yaml"))
def test_each_mutation_of_a_post_is_refused(case):
    """Each mutation is refused on its line, in French; a wrong file name on the first line."""
    text = changed(TEXT, case)
    found = problems_of(text, str(case.raw.get("stem", STEM)), case.raw.get("folder", "actualites"))
    if case.at:
        assert_refused(case, text, found)
    else:
        assert [problem.line for problem in found] == [1]
        assert all(words in str(found[0]) for words in case.says), str(found[0])


@pytest.mark.parametrize("case", cases("post_accepted.yaml"))
def test_what_stands_just_short_of_a_refusal_is_accepted(case):
    """The small post and its harmless variants raise no problem at all."""
    text = changed(TEXT, case)
    assert problems_of(text, str(case.raw.get("stem", STEM)), case.raw.get("folder", "actualites")) == []


LINES = TEXT.split("\n")


@settings(max_examples=100)
@given(st.integers(0, len(LINES) - 1), st.text(max_size=30).filter(lambda text: text.isprintable()))
def test_no_broken_line_makes_the_check_raise(index, replacement):
    """Whatever is typed on a line, the answer is a list of problems with lines of the file."""
    text = "\n".join([*LINES[:index], replacement, *LINES[index + 1 :]])
    assert all(1 <= problem.line <= len(LINES) for problem in problems_of(text))

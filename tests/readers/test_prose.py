"""What must not stand in a text: numbers nobody verified, private addresses, copies of other sites."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_texts import assert_says, texts
from vigie.documents import Document
from vigie.readers.prose import check_prose
from vigie.refused_hosts import RefusedHost, RefusedHosts
from vigie.strict_yaml import Located

REFUSED = RefusedHosts(refused_hosts=(RefusedHost(host="copies.example", why="copie fictive"),))
OWN = {"collectif@exemple.org"}


def problems(body, line=1, own=OWN):
    return check_prose(Document("docs/fr/x.md", "fr", "x", Located({}), body, line), own, REFUSED)


@pytest.mark.parametrize("case", texts("prose_refused.yaml"))
def test_what_has_no_place_in_a_text_is_refused_on_its_line(case):
    """Each body has exactly the expected problems, wherever it begins in its file."""
    found = problems(case["input"])
    assert_says(found, case["problems"])
    assert all(problem.path == "docs/fr/x.md" and problem.blocking for problem in found)
    assert [p.line for p in problems(case["input"], line=9)] == [p.line + 8 for p in found]


@pytest.mark.parametrize("case", texts("prose_accepted.yaml"))
def test_what_only_looks_like_it_is_accepted(case):
    """Dates, amounts, laws, short numbers, contacts and the collectif's own address raise no problem."""
    assert problems(case["input"]) == []


def test_all_the_addresses_that_may_be_written_are_named():
    """In their order."""
    found = problems("x@y.fr", own={"b@exemple.org", "a@exemple.org"})
    assert [p.mend for p in found] == ["écrivez a@exemple.org, b@exemple.org"]


SEPARATORS = st.sampled_from(["", " ", ".", "-", "/", "\u00a0", "\u202f", "&nbsp;", " . ", " - ", "\u2011"])


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.lists(st.from_regex("[0-9]{2}", fullmatch=True), min_size=4, max_size=4),
    SEPARATORS,
    st.sampled_from(["01", "06", "+33 1", "0033 6", "+336", "09"]),
    st.sampled_from(["", "Appelez le ", "اتصلوا ", "- ", "> ", "(", "**"]),
    st.sampled_from(["", ".", " !", " ou le 17", ")", "**", " (gratuit)"]),
)
def test_a_french_phone_number_never_passes(pairs, separator, first, before, after):
    """Whatever its separators and what stands around it."""
    assert [p.line for p in problems(before + separator.join([first, *pairs]) + after)] == [1]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.dates(), st.integers(0, 9999), st.integers(0, 9_999_999))
def test_dates_and_counts_always_pass(day, count, short):
    """Any day written our way, from 1900 to 2099, any count of a few thousand, any short number."""
    spaced = f"{count:,}".replace(",", " ")
    day = day.replace(year=1900 + day.year % 200, day=min(day.day, 28))
    assert problems(f"Le {day}, {spaced} personnes ; le {day:%d/%m/%Y}, {short}.") == []

"""What the real ledger keeps to itself or leaves open: nothing that finds a shelter, no author or day that no source gives."""

import re

import pytest

from built import ROOT
from vigie.data_files import parse_data
from vigie.measures.model import Ledger
from vigie.measures.places import findings, values

PATH, ARABIC = "data/measures.yaml", "data/ar/measures.yaml"
CONFISCATED = re.compile("agrasc|confisqu|مصادرة", re.IGNORECASE)


@pytest.fixture(scope="module")
def ledger():
    loaded, problems = parse_data(Ledger, (ROOT / PATH).read_text(encoding="utf-8"), PATH)
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded.record


def test_nothing_dates_or_names_what_would_find_the_confiscated_flat(ledger):
    """A year alone: no day or month in dates, ids, texts or comments; its pages are named by what they are, not by title."""
    said = {
        place[-1]: f for place, f in findings(ledger) if {"agrasc-2025", "affectations-agrasc-2025"} & set(f.sources)
    }
    figures = [value for _place, value, _nature in values(ledger) if set(value.sources) & {"affectations-agrasc-2025"}]
    assert len(said) == 2
    assert {str(record.date) for record in (*said.values(), *figures)} == {"2025"}
    for id_ in ("agrasc-2025", "affectations-agrasc-2025"):
        assert str(ledger.sources[id_].date) == "2025"
        assert ledger.sources[id_].title.endswith("(adresse et titre tus par sécurité)")
    blocks = [block for path in (PATH, ARABIC) for block in _blocks(path) if CONFISCATED.search(block)]
    assert len(blocks) >= 6, "two records and two sources, then their words in Arabic"
    pages = (path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    for text in (*blocks, *(text for page in pages for text in page.splitlines() if CONFISCATED.search(text))):
        plain = re.sub(r"[\u00a0\u202f]", " ", text)
        assert re.search(r"2025-\d|\d(?:er)? \w{3,} 2025|(?:agrasc|confisqu\w*)-2025-\d", plain) is None, plain
        assert re.search(r"appartement|شقة", plain) is None, plain


def _blocks(path):
    """The pieces of a data file, comments included: each record of a list, each source."""
    return re.split(r"\n(?=  (?:- )?[a-z])", (ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("said", ["au 3 mars 2025", "le 1er mai 2025", "date: 2025-03", "في 3 مايو 2025"])
def test_the_search_for_a_day_of_that_year_finds_one(said):
    """The expression used above is not blind."""
    assert re.search(r"2025-\d|\d(?:er)? \w{3,} 2025", said)


def test_a_meeting_of_the_miprof_known_from_a_letter_is_announced_by_nobody(ledger):
    """Who tells of an announcement has not made it."""
    letters = {id_ for id_ in ledger.sources if id_.startswith("plaidoyer-")}
    known = [deadline for deadline in ledger.plan.deadlines if set(deadline.sources) <= letters]
    assert len(known) == 5
    assert {deadline.announced_by for deadline in known} == {None}


def test_the_plan_is_known_by_its_years(ledger):
    """No source gives its first day or its last one."""
    assert (str(ledger.plan.period.start), str(ledger.plan.period.end)) == ("2024", "2027")

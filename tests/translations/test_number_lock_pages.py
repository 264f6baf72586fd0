"""The number lock on the pages of this repository: nothing is told of them, and any slip in them is."""

import re
from functools import cache

import pytest

from built import ROOT
from vigie.documents import parse_document
from vigie.translations.number_lock import numbers_and_links_are_those_of_the_french

SLIPS_PER_PAGE = 4
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ID = re.compile(r"\{#[^}]*\}")


def _translations():
    return [
        pytest.param(path, id=path.relative_to(ROOT / "docs").as_posix())
        for path in sorted((ROOT / "docs").glob("[a-z][a-z]/**/*.md"))
        if not path.is_relative_to(ROOT / "docs" / "fr")
    ]


@cache
def _french(name):
    path = ROOT / "docs" / "fr" / f"{name}.md"
    return parse_document(path.read_text(encoding="utf-8"), f"docs/fr/{name}.md", "fr", name)[0]


def _problems(path, text):
    lang = path.relative_to(ROOT / "docs").parts[0]
    name = path.relative_to(ROOT / "docs" / lang).with_suffix("").as_posix()
    document, wrong = parse_document(text, f"docs/{lang}/{name}.md", lang, name)
    assert wrong == []
    return numbers_and_links_are_those_of_the_french(document, _french(name), None)


def _digits(text):
    """Places of the digits that a reader sees or follows: not those of section ids and of the header's other keys."""
    begins = text.index("\n---", 3) + 4
    ids = {place for match in _ID.finditer(text) for place in range(*match.span())}
    return [match.start() for match in re.finditer(r"\d", text) if match.start() > begins and match.start() not in ids]


@pytest.mark.parametrize("path", _translations())
def test_the_pages_of_the_repository_raise_nothing(path):
    """No false alarm: each page of each language beside its French."""
    assert [str(problem) for problem in _problems(path, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", _translations())
def test_any_other_digit_is_told_with_both_lines(path):
    """A slip of one digit anywhere, in a text or in a link, is one message."""
    text = path.read_text(encoding="utf-8")
    places = [place for place in _digits(text) if not re.search(r"(?:^|\n)\s*\d*\Z", text[:place])]
    for slip in range(min(len(places), SLIPS_PER_PAGE)):
        place = places[(len(places) * (2 * slip + 1)) // (2 * SLIPS_PER_PAGE)]
        other = str((int(text[place]) + 1 + 2 * slip) % 10)
        problems = _problems(path, text[:place] + other + text[place + 1 :])
        line = text.count("\n", 0, place) + 1
        shown = text[place - 20 : place + 20]
        assert [problem.line for problem in problems] == [line], (shown, other, problems)
        assert re.search(r"\(docs/fr/[^ )]+\.md:\d+\)", problems[0].what), problems


@pytest.mark.parametrize("path", _translations())
def test_arabic_indic_digits_say_the_same(path):
    """What a reader sees may be written in either digits."""
    text = path.read_text(encoding="utf-8")
    swapped = list(text)
    targets = {place for m in re.finditer(r"\]\([^)]*\)|<https?:[^>]*>|`[^`]*`", text) for place in range(*m.span())}
    for place in _digits(text):
        if place not in targets and not re.search(r"(?:^|\n)\s*\d*\Z", text[:place]):
            swapped[place] = text[place].translate(ARABIC_INDIC)
    assert [str(problem) for problem in _problems(path, "".join(swapped))] == []


def test_thirty_days_cannot_be_dropped():
    """The time to think is said in seven places of the page on rights; each of them is kept."""
    path = ROOT / "docs" / "ar" / "infos" / "droits.md"
    text = path.read_text(encoding="utf-8")
    places = [match.start() for match in re.finditer(r"\b30\b", text)]
    assert len(places) >= 5
    for place in places:
        (problem,) = _problems(path, text[:place] + text[place + 2 :])
        assert problem.line == text.count("\n", 0, place) + 1
        assert "« 30 jours » du français (docs/fr/infos/droits.md:" in problem.what

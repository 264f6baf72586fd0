"""What ``vigie check`` says of what editors paste, by the code that ``vigie clean`` mends with."""

import pytest

from built import ROOT
from golden_cases import text_of
from golden_texts import assert_says, texts
from vigie.documents import Document, parse_document
from vigie.pasted.check import check_pasted
from vigie.pasted.clean import clean
from vigie.placeholders import check_placeholders
from vigie.readers.prose import check_prose
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Located

PATH = "docs/fr/x.md"
WARNINGS = ("en chiffres", "espaces, guillemets", "mot-dièse")


def _problems(body, lang="fr", line=1):
    document = Document(PATH, lang, "x", Located({}), body, line)
    return [
        *check_pasted(document),
        *check_placeholders(document),
        *check_prose(document, {"collectif@exemple.org"}, RefusedHosts(refused_hosts=())),
    ]


@pytest.mark.parametrize("case", texts("pasted_checked.yaml"))
def test_what_a_paste_leaves_is_told_on_its_line(case):
    """All of it, wherever the body begins in its file; dates and spacing do not stop a build."""
    found = _problems(case["input"])
    assert_says(found, case["problems"])
    assert all(problem.blocking != any(words in problem.what for words in WARNINGS) for problem in found)
    assert [p.line for p in _problems(case["input"], line=9)] == [p.line + 8 for p in found]


@pytest.mark.parametrize("case", [*texts("pasted_checked.yaml"), *texts("pasted_cleaned.yaml")])
def test_what_the_command_promises_to_mend_it_mends(case):
    """Once cleaned, no problem still says « lancez vigie clean »."""
    found = check_pasted(Document(PATH, "fr", "x", Located({}), clean(case["input"]).text, 1))
    assert [str(p) for p in found if "vigie clean" in p.mend] == []


def test_a_post_of_a_social_network_is_refused_then_accepted():
    """Every kind of dirt is told; after cleaning, only what a person must do is left."""
    assert {p.line for p in _problems(text_of("linkedin.txt")) if p.blocking} == {1, 2, 3, 5, 6, 8, 9, 11, 12}
    left = _problems(clean(text_of("linkedin.txt")).text)
    assert [p.what[:40] for p in left] == ["crochets laissés ouverts : « [18 octobre"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_nothing_false_is_said_of_the_texts_of_the_site(path):
    """Not even a warning."""
    lang = path.relative_to(ROOT).parts[1]
    document, _ = parse_document(path.read_text(encoding="utf-8"), "f", lang, "x")
    assert check_pasted(document) == []


def test_a_draft_is_told_without_being_refused():
    """Its author sees early what is to mend."""
    document, _ = parse_document("---\ntitle: T\ndescription: D\ndraft: true\n---\n🔹 Un mot.\n", PATH, "fr", "x")
    assert [(p.line, p.blocking) for p in check_pasted(document)] == [(6, False)]


def test_pseudo_letters_in_a_title_are_refused_on_its_line():
    """Nobody cleans the front matter: the words are retyped."""
    document, _ = parse_document("---\ntitle: Le 𝐩𝐥𝐚𝐧\ndescription: La rÃ©union\n---\nTexte.\n", PATH, "fr", "x")
    assert [(p.line, p.mend, p.blocking) for p in check_pasted(document)] == [
        (2, "retapez ces mots", True),
        (3, "retapez ces mots", True),
    ]


def test_french_rules_are_for_french():
    """Spacing and dates of another language are its own."""
    assert _problems('The "plan": 29.01.2025?', lang="en") == []


def test_a_text_that_nobody_writes_is_refused_unread():
    """Rather than passed without having been looked at."""
    (problem,) = check_pasted(Document(PATH, "fr", "x", Located({}), "a\n" * 4_001, 5))
    assert (problem.line, problem.blocking) == (4_004, True)
    assert "démesuré" in problem.what

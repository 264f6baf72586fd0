"""A translation that loses, adds or alters a number is refused, in one message that names both lines."""

import json
from pathlib import Path

import pytest
import yaml

from vigie.documents import TextTranslation, parse_document
from vigie.translations.number_lock import numbers_and_links_are_those_of_the_french

GOLDEN = Path(__file__).parent.parent / "golden"
HEADER = "---\ntitle: T\ndescription: D\n---\n"
FIRST_LINE = 5
"""Of a body under that header."""
STATE = {"source": None, "state": "draft", "method": "machine"}


def _cases(name):
    found = yaml.safe_load((GOLDEN / name).read_text(encoding="utf-8"))
    assert len({case["name"] for case in found}) == len(found), "two cases have one name"
    return [pytest.param(case, id=case["name"]) for case in found]


def _document(body, lang, header=HEADER):
    document, wrong = parse_document(header + body, f"docs/{lang}/infos/x.md", lang, "infos/x")
    assert wrong == []
    return document


def _problems(french, own, lang="ar", *, differences=(), headers=(HEADER, HEADER)):
    translation = TextTranslation.model_validate_json(json.dumps({**STATE, "differences": list(differences)}))
    theirs, ours = (
        _document(body, of, header) for body, of, header in zip((french, own), ("fr", lang), headers, strict=True)
    )
    return numbers_and_links_are_those_of_the_french(ours, theirs, translation)


@pytest.mark.parametrize("case", _cases("numbers_accepted.yaml"))
def test_a_right_translation_is_accepted(case):
    """Whatever its style: digits, letters, months, signs."""
    assert [str(problem) for problem in _problems(case["fr"], case["own"], case["lang"])] == []


@pytest.mark.parametrize("case", _cases("numbers_refused.yaml"))
def test_a_slip_is_told_with_both_lines(case):
    """On the line of the translation, with the line of the French, and only once."""
    problems = _problems(case["fr"], case["own"], case["lang"])
    assert len(problems) == case.get("count", 1), [str(problem) for problem in problems]
    french_line, own_line = (FIRST_LINE - 1 + line for line in case.get("lines", [1, 1]))
    told = [p for p in problems if p.line == own_line and all(words in p.what for words in case["says"])]
    assert told, [str(problem) for problem in problems]
    assert told[0].path == f"docs/{case['lang']}/infos/x.md"
    assert f"(docs/fr/infos/x.md:{french_line})" in told[0].what
    assert told[0].blocking


DUAL = {"section": "introduction", "what": "2", "reason": "duel arabe"}


def test_a_difference_with_a_reason_is_allowed():
    """By the words of either side, as the message shows them."""
    assert len(_problems("2 pages", "ورقتان")) == 1
    assert _problems("2 pages", "ورقتان", differences=[DUAL]) == []
    months = {**DUAL, "what": "20 يوماً"}
    assert _problems("30 jours", "20 يوماً", differences=[months]) == []
    link = {"section": "introduction", "what": "https://a.fr/F1", "reason": "page en arabe"}
    assert _problems("[a](https://a.fr/F1)", "[ا](https://a.fr/ar/F1)", differences=[link]) == []


def test_a_reason_holds_for_its_section_and_its_words_alone():
    """The same number lost in another section is told, and the useless reason too."""
    elsewhere = {**DUAL, "section": "droits"}
    (lost, useless) = sorted(_problems("2 pages", "ورقتان", differences=[elsewhere]), key=lambda p: not p.blocking)
    assert "« 2 » du français" in lost.what
    assert not useless.blocking
    assert [p.blocking for p in _problems("2 et 3", "ورقتان", differences=[DUAL])] == [True]


def test_a_reason_that_is_not_needed_any_more_is_told():
    """A warning on its own line, which does not stop a build."""
    header = (
        "---\ntitle: T\ndescription: D\ntranslation:\n  source: null\n  state: draft\n  method: machine\n"
        "  differences:\n    - {section: introduction, what: '2', reason: duel arabe}\n---\n"
    )
    (problem,) = _problems("2 pages", "2 ورقة", differences=[DUAL], headers=(HEADER, header))
    assert (problem.line, problem.blocking) == (9, False)
    assert problem.what == "rien ne diffère plus : « 2 », section « introduction »"


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("title: أرقام 2024", "title: أرقام 2023", 2, "« 2023 » est ici, mais le français dit « 2024 » (docs/fr/infos/x.md:2)"),
        ("وصف 60", "وصف 50", 3, "« 50 » est ici, mais le français dit « 60 » (docs/fr/infos/x.md:3)"),
        ("مصدر 12", "مصدر 13", 5, "« 13 » est ici, mais le français dit « 12 » (docs/fr/infos/x.md:5)"),
        ("date: 2024-12", "date: 2024-11", 5, "mais le français dit « 2024-12 » (docs/fr/infos/x.md:5)"),
        ("https://a.fr", "https://b.fr", 5, "mais le français dit « https://a.fr » (docs/fr/infos/x.md:5)"),
        ("\n  - {title: مصدر 12, url: 'https://a.fr', date: 2024-12}", " []", 4, "0 sources ici, 1 en français (docs/fr/infos/x.md:4)"),
    ],
)  # fmt: skip
def test_the_header_is_compared_too(before, after, line, says):
    """Title, description, and the sources of a text."""
    french = "---\ntitle: Chiffres 2024\ndescription: Dit 60\nsources:\n  - {title: N° 12, url: 'https://a.fr', date: 2024-12}\n---\n"
    own = "---\ntitle: أرقام 2024\ndescription: وصف 60\nsources:\n  - {title: مصدر 12, url: 'https://a.fr', date: 2024-12}\n---\n"
    assert _problems("a", "ا", headers=(french, own)) == []
    assert own.count(before) == 1
    (problem,) = _problems("a", "ا", headers=(french, own.replace(before, after)))
    assert problem.line == line
    assert says in problem.what


def test_missing_sections_are_mended_first():
    """They are told by their ids; hundreds of numbers out of place would hide that."""
    assert _problems("## A {#a}\n\n30\n\n## B {#b}\n\n60", "## ا {#a}\n\n30\n\n60") == []


def test_an_introduction_on_one_side_only_is_told():
    """It has no id that would say so."""
    (problem,) = _problems("Avant.\n\n## A {#a}", "## ا {#a}")
    assert problem.what == "le texte avant la première section n’est que d’un côté (docs/fr/infos/x.md:5)"
    (problem,) = _problems("## A {#a}", "## ا {#a}\n\n30")
    assert "« 30 » n’est pas dans le français" in problem.what


def test_sections_are_compared_by_their_id():
    """Their order is free, and a number does not count for another section."""
    french = "## A {#a}\n\n30\n\n## B {#b}\n\n60"
    assert _problems(french, "## ب {#b}\n\n60\n\n## ا {#a}\n\n30") == []
    assert len(_problems(french, "## ا {#a}\n\n60\n\n## ب {#b}\n\n30")) == 2

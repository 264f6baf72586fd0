"""A translation that loses, adds or alters a number is refused, in one message that names both lines."""

import json
from pathlib import Path

import pytest
import yaml

from vigie.documents import TextTranslation, parse_document
from vigie.translations.lock import numbers_and_links_are_those_of_the_french

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
    theirs, ours = (_document(body, of, header) for body, of, header in zip((french, own), ("fr", lang), headers, strict=True))
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

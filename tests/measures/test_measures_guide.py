"""The commented examples of ``data/README.md``: each « à faire » is accepted, each « à éviter » is refused where it stands."""

import re
import textwrap

import pytest
from small_ledger import PATH, READ, REFUSED, TODAY, ledger_text

from built import ROOT
from vigie.data_files import parse_data
from vigie.measures.check import check_ledger
from vigie.measures.model import Ledger

GUIDE = (ROOT / "data/README.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"^```yaml\n# (À faire|À éviter) — ([^:\n]+?)(?:\u00a0: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
BLOCKS = BLOCK.findall(GUIDE)

UNREAD = (
    "kind: measure\n    added_on: 2020-02-01 # sept\n    number: 7",
    "kind: content\n    added_on: 2020-02-01\n    number: null",
)
TO_CORRECT = (
    "      - {id: sept-2020-ministere, date: 2020, added_on: 2020-02-02, by: ministry, progress: engaged, sufficiency: null,"
    " statement: Dit., demand: null, sources: [source-etat], validated: null, correction_of: null, withdrawn: null, replies: []}\n"
)
PLACES = {
    "une affirmation": ("  meetings:\n", "{block}  meetings:\n", 4, READ),
    "une réunion": ("  deadlines:\n", "{block}  deadlines:\n", 4, READ),
    "une échéance": ("axes:\n", "{block}axes:\n", 4, READ),
    "un axe": ("sources:\n  source-etat", "{block}sources:\n  source-etat", 2, UNREAD),
    "une source": ("measures:\n", "{block}measures:\n", 2, READ),
    "un contenu": ("series:\n", "{block}series:\n", 2, UNREAD),
    "une mesure": ("series:\n", "{block}series:\n", 2, READ),
    "un constat": ("    findings: []\n", "    findings:\n" + TO_CORRECT + "{block}", 6, READ),
    "un repère": ("    indicators: []\n", "    indicators:\n{block}", 6, READ),
    "un chiffre": ("    breaks:\n", "{block}    breaks:\n", 6, READ),
    "une série": ("series:\n", "series:\n{block}", 2, READ),
    "une série de parts": ("series:\n", "series:\n{block}", 2, READ),
}
"""Where an example goes in the small ledger: what is replaced, by what, its indent, and whether the plan is read there."""


def _with(what, block):
    """The small ledger holding the example, and the first and last lines of the example in it."""
    if what == "le plan":
        text = ledger_text(UNREAD)
        return block + text[text.index("axes:\n") :], 1, block.count("\n")
    before, after, indent, edit = PLACES[what]
    written = textwrap.indent(block, " " * indent)
    text = ledger_text(edit, (before, after.replace("{block}", written)))
    first = text[: text.index(written)].count("\n") + 1
    return text, first, first + written.count("\n") - 1


def _problems(text):
    loaded, problems = parse_data(Ledger, text, PATH)
    return problems if loaded is None else check_ledger(loaded, REFUSED, TODAY)


def test_every_record_of_the_ledger_has_its_pair():
    """One example to follow and one to avoid for each, the second saying why; no block of YAML is left untested."""
    for what in ("le plan", *PLACES):
        assert {kind for kind, of, _why, _block in BLOCKS if of == what} == {"À faire", "À éviter"}, what
    assert all(bool(why) == (kind == "À éviter") for kind, _of, why, _block in BLOCKS)
    assert GUIDE.count("```yaml") == len(BLOCKS)


@pytest.mark.parametrize(
    ("kind", "what", "why", "block"), BLOCKS, ids=[f"{b[0][2:]}-{b[1]}-{n}" for n, b in enumerate(BLOCKS)]
)
def test_an_example_is_worth_what_it_says(kind, what, why, block):
    """« À faire » raises no problem at all; « à éviter » is refused, on its own lines only."""
    text, first, last = _with(what, block)
    problems = _problems(text)
    if kind == "À faire":
        assert [str(problem) for problem in problems] == []
    else:
        assert problems
        assert all(first <= problem.line <= last for problem in problems), [str(problem) for problem in problems]


def test_what_each_example_to_follow_is_commented():
    """Line by line, where the key does not speak for itself."""
    followed = [block for kind, _what, _why, block in BLOCKS if kind == "À faire"]
    assert sum(block.count("  # ") for block in followed) >= 40

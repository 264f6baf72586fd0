"""contributing/withdrawals.md tells the truth: what it shows to write is what the ledger admits, and what the site does."""

import re
import textwrap

import pytest
from small_ledger import READ, REFUSED, TODAY, loaded_ledger

from built import ROOT
from vigie.measures.check import check_ledger
from vigie.measures.since import since

GUIDE = (ROOT / "contributing/withdrawals.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def _with(block):
    """The small ledger with the findings of ``block`` in its second measure, or its claims, sources of the golden registry."""
    written = re.sub(r"sources: \[[\w-]+\]", "sources: [source-etat]", block)
    if block.startswith("- id: plan-"):
        return loaded_ledger(("  meetings:\n", textwrap.indent(written, " " * 4) + "  meetings:\n"), READ)
    return loaded_ledger(("    findings: []\n", "    findings:\n" + textwrap.indent(written, " " * 6)), READ)


@pytest.mark.parametrize(
    "block", BLOCKS, ids=["reply", "correction", "withdrawal", "withdrawn reply", "withdrawn claim"]
)
def test_each_example_is_accepted_as_it_is_written(block):
    """Pasted under a content, it passes the model and every check."""
    assert [str(p) for p in check_ledger(_with(block), REFUSED, TODAY) if p.blocking] == []


def test_each_example_does_what_the_guide_says():
    """A reply stands with its finding; of a correction only the new one counts; a withdrawn text is gone."""
    reply, correction, withdrawal, unanswered = (_with(block).record.measures[1] for block in BLOCKS[:4])
    assert [answer.by for answer in reply.findings[0].replies] == ["ministry"]
    assert [f.id for f in correction.standing_findings] == ["contenu-fictif-2026-06-miprof"]
    assert len(correction.findings) == 2
    assert withdrawal.standing_findings == ()
    assert withdrawal.findings[0].withdrawn.ground == "safety"
    (finding,) = unanswered.standing_findings
    assert [(answer.text, answer.withdrawn.ground) for answer in finding.replies] == [(None, "privacy")]
    claim = _with(BLOCKS[4]).record.plan.claims[-1]
    assert (claim.id, claim.statement, claim.withdrawn.ground) == ("plan-2026-09-membres", None, "legal")


def test_what_the_guide_tells_to_write_is_what_check_since_admits():
    """From the text to its place: the examples of withdrawals, written over what they withdraw, raise no problem."""
    texts = {
        2: ("statement: null", "statement: Un texte."),
        3: ("text: null", "text: Un texte."),
        4: ("statement: null", "statement: Un texte."),
    }
    for number, (gone, text) in texts.items():
        now = _with(BLOCKS[number])
        assert BLOCKS[number].count(gone) == 1
        before = BLOCKS[number].replace(gone, text)
        before = re.sub(r"withdrawn: \{.*?\}", "withdrawn: null", before)
        assert since(_with(before).located, now) == [], number


def test_the_grounds_named_are_those_of_the_model():
    """Three, and three only."""
    named = set(re.findall(r"`(legal|safety|privacy)`", GUIDE))
    assert named == {"legal", "safety", "privacy"}
    with pytest.raises(AssertionError):
        _with(BLOCKS[2].replace("ground: safety", "ground: taste"))

"""contributing/withdrawals.md tells the truth: what it shows to write is what the ledger admits, and what the site does."""

import re
import textwrap

import pytest
from small_ledger import READ, REFUSED, TODAY, loaded_ledger

from built import ROOT
from vigie.measures.check import check_ledger

GUIDE = (ROOT / "contributing/withdrawals.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def _with(block):
    """The small ledger whose second measure has the findings of ``block``, sources of the golden registry."""
    written = re.sub(r"sources: \[[\w-]+\]", "sources: [source-etat]", block)
    return loaded_ledger(("    findings: []\n", "    findings:\n" + textwrap.indent(written, " " * 6)), READ)


@pytest.mark.parametrize("block", BLOCKS, ids=["reply", "correction", "withdrawal"])
def test_each_example_is_accepted_as_it_is_written(block):
    """Pasted under a content, it passes the model and every check."""
    assert [str(p) for p in check_ledger(_with(block), REFUSED, TODAY) if p.blocking] == []


def test_each_example_does_what_the_guide_says():
    """A reply stands with its finding; of a correction only the new one counts; a withdrawn text is gone."""
    reply, correction, withdrawal = (_with(block).record.measures[1] for block in BLOCKS)
    assert [answer.by for answer in reply.findings[0].replies] == ["ministry"]
    assert [f.id for f in correction.standing_findings] == ["contenu-fictif-2026-06-miprof"]
    assert len(correction.findings) == 2
    assert withdrawal.standing_findings == ()
    assert withdrawal.findings[0].withdrawn.ground == "safety"


def test_the_grounds_named_are_those_of_the_model():
    """Three, and three only."""
    named = set(re.findall(r"`(legal|safety|privacy)`", GUIDE))
    assert named == {"legal", "safety", "privacy"}
    with pytest.raises(AssertionError):
        _with(BLOCKS[2].replace("ground: safety", "ground: taste"))

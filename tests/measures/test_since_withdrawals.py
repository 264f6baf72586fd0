"""``check --since`` and withdrawals: the text may go, once, and nothing else moves with it."""

import pytest
from small_ledger import CLAIM_GONE, PATH, REPLY_GONE, ledger_text
from test_since import CORRECTION_GONE, _before, _cut, _told

from vigie.data_files import parse_data
from vigie.measures.model import Ledger
from vigie.measures.since import since


@pytest.mark.parametrize(
    ("gone", "undone", "says"),
    [
        (CLAIM_GONE, ("ground: legal", "ground: safety"), "« withdrawn » de « parole-une » a changé"),
        (CLAIM_GONE, ("on: 2022-05-06", "on: 2022-05-07"), "« withdrawn » de « parole-une » a changé"),
        (CLAIM_GONE, (CLAIM_GONE[1], CLAIM_GONE[0]), "« statement » de « parole-une » a changé"),
        (REPLY_GONE, ("ground: safety", "ground: legal"), "« withdrawn » d’une réponse à « constat-deux » a changé"),
        (REPLY_GONE, (REPLY_GONE[1], REPLY_GONE[0]), "« text » d’une réponse à « constat-deux » a changé"),
    ],
)
def test_a_withdrawal_stands(gone, undone, says):
    """Neither its day nor its ground moves, and the text does not come back."""
    before, after = undone
    made = ledger_text(gone).replace(before, after)
    now, _problems = parse_data(Ledger, made, PATH)
    told = since(_before(gone), now)
    assert [problem for problem in told if says in problem.what], told


def test_a_withdrawal_changes_nothing_but_the_text():
    """A date, a voice or a correction that would move at the same time is told."""
    moved = (CLAIM_GONE, ("date: 2020-02\n", "date: 2020-01\n"))
    assert [problem.what for problem in _told(moved)] == ["« date » de « parole-une » a changé, mais a été publié"]
    voice = (REPLY_GONE, ("by: government, text: null", "by: miprof, text: null"))
    assert [p.what for p in _told(voice)] == ["« by » d’une réponse à « constat-deux » a changé, mais a été publié"]
    other = (
        CORRECTION_GONE[0],
        (CORRECTION_GONE[1][0], CORRECTION_GONE[1][1].replace("null # rien", "{id: constat-deux, reason: X}")),
    )
    assert [p.what for p in _told(other)] == ["« correction_of » de « constat-trois » a changé, mais a été publié"]


def test_each_refusal_says_the_way_that_is_open():
    """A claim and a reply may be withdrawn; a figure never, its limits say what changes."""
    (claim,) = _told((("statement: Une parole fictive sur le plan entier.", "statement: Une autre."),))
    (reply,) = _told((("text: Une réponse fictive.", "text: Une autre."),))
    (figure,) = _told((("value: 37.5", "value: unknown"),))
    (gone,) = _told((_cut("          - id: valeur-deux", "    findings:\n      - id: constat-un"),))
    assert "withdrawn: {on, ground}" in claim.mend
    assert "text: null, withdrawn: {on, ground}" in reply.mend
    for problem in (figure, gone):
        assert "dites dans limits ce qui change ; un chiffre ne se retire pas" in problem.mend

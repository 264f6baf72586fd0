"""A withdrawal through the workbook: a text emptied, a day and a ground."""

from sheets import add_row, brought_in, cell, changed, data_of, edited, opened, saved
from small_ledger import CLAIM_GONE

from vigie.measures.exchange.workbook import workbook_bytes


def said_of(outcome):
    return [str(remark) for remark in outcome.remarks]


def test_a_claim_is_withdrawn_in_the_workbook():
    """Its text emptied and two cells filled: one key more in the file, and no warning; half of it is refused."""
    gone = [("Sur le plan entier", "parole-une", key, text) for key, text in (
        ("statement", ""), ("withdrawn.on", "2022-05-06"), ("withdrawn.ground", "Loi (legal)"),
    )]  # fmt: skip
    outcome = brought_in(edited(*gone))
    assert outcome.text == changed(CLAIM_GONE)
    assert outcome.remarks == []
    assert [said for said in said_of(brought_in(edited(gone[0]))) if "statement et withdrawn se contredisent" in said]
    assert brought_in(edited(*gone[1:])).text is None
    rewritten = ("Sur le plan entier", "parole-une", "date", "2020-01")
    (warning,) = said_of(brought_in(edited(*gone, rewritten)))
    assert "est déjà noté" in warning


def test_a_withdrawn_claim_shows_its_day_and_its_ground():
    """Its text is an empty cell; an unchanged workbook leaves it so."""
    text = changed(CLAIM_GONE)
    workbook = opened(workbook_bytes(data_of(text)))
    cells = [
        cell(workbook, "Sur le plan entier", "parole-une", key).value
        for key in ("statement", "withdrawn.on", "withdrawn.ground")
    ]
    assert cells == [None, "2022-05-06", "Loi (legal)"]
    assert cell(workbook, "Sur le plan entier", "parole-deux", "withdrawn.on").value is None
    assert brought_in(saved(workbook), text).text == text


def test_a_new_claim_does_without_the_key_of_a_withdrawal():
    """It is written only on the day when there is one."""
    workbook = opened()
    add_row(
        workbook,
        "Sur le plan entier",
        id="parole-neuve",
        date="2021",
        by="greta",
        statement="Oui.",
        sources="source-etat",
    )
    added = data_of(brought_in(saved(workbook)).text)["plan"]["claims"][-1]
    assert list(added) == ["id", "date", "by", "statement", "sources", "added_on"]

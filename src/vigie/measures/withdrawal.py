"""A withdrawal: a text of the ledger had to go; its place stays, and says on what ground and since when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from vigie.records import Record, refusal
from vigie.values import Day

EMPTIED = frozenset({"statement", "demand", "text", "correction_of"})
"""The keys that a withdrawal may empty; the reason of a correction may quote the text that had to go."""


class Withdrawal(Record):
    """A tombstone: the text is gone, its place stays."""

    on: Day = Field(description="Jour du retrait")
    ground: Literal["legal", "safety", "privacy"] = Field(
        description="legal (loi), safety (sécurité) ou privacy (vie privée)"
    )


def a_text_or_a_withdrawal(named: str, key: str, text: str | None, withdrawn: Withdrawal | None) -> None:
    """Raises the refusal of a record that has both, or neither; ``key`` is that of its text."""
    if (withdrawn is None) == (text is None):
        raise refusal(f"{named} : {key} et withdrawn se contredisent", "un texte, ou un retrait, pas les deux")

"""The state of the table on a day, as facts alone: what is written once and never mended, so that its bytes never move.

No label, definition, title, address or date to come: those may be corrected later. A signature is that of the state: one
put later is not there, and a finding, a reply or a correction noted later changes nothing. A withdrawal does, and only it: the text must go everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vigie.measures.editions import EditionOf
from vigie.measures.finding import Finding, Reply
from vigie.measures.indicators import Value
from vigie.measures.model import Ledger
from vigie.measures.plan import Claim

Facts = dict[str, Any]


def state_path(day: str) -> str:
    """Of the file of the state of ``day`` (``2024-12-12``), from the site's root."""
    return f"plan/etats/{day}/etat.json"


@dataclass(frozen=True)
class State:
    """The facts of one state."""

    edition: EditionOf

    @cached_property
    def certain(self) -> Facts:
        """What was said by that day."""
        parts = (self.edition.ledger, self.edition.uncertain)
        return _records(self.edition.ledger) | {
            "replies": _replies((f, r) for part in parts for m in part.measures for f in m.findings for r in f.replies)
        }

    @cached_property
    def uncertain(self) -> Facts:
        """What has a date too vague to tell."""
        return _records(self.edition.uncertain) | {"replies": _replies(self.edition.uncertain_replies)}

    @property
    def claims_count(self) -> int:
        return len(self.certain["claims"])

    @property
    def findings_count(self) -> int:
        return len(self.certain["findings"])

    @property
    def values_count(self) -> int:
        return len(self.certain["values"])

    @property
    def uncertain_count(self) -> int:
        return sum(len(records) for records in self.uncertain.values())


def state_json(edition: EditionOf) -> bytes:
    """The file: JSON in UTF-8, records sorted by their ids."""
    state = State(edition)
    document = {
        "plan": edition.ledger.plan.id,
        "day": edition.day.isoformat(),
        "established_on": edition.established_on.isoformat(),
        "reconstituted": edition.is_reconstituted,
        "measures": _by_id({"id": m.id, "kind": m.kind} for m in edition.ledger.measures),
        **state.certain,
        "uncertain": state.uncertain,
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _records(ledger: Ledger) -> Facts:
    values = [("indicator", i.id, x) for m in ledger.measures for i in m.indicators for x in i.values]
    values += [("series", s.id, x) for s in ledger.series for x in s.values]
    return {
        "claims": _by_id(_told(claim) for claim in ledger.plan.claims),
        "findings": _by_id(_finding(m.id, f) for m in ledger.measures for f in m.findings),
        "values": _by_id(_value(kind, id_, x) for kind, id_, x in values),
    }


def _by_id(records: Iterable[Facts]) -> list[Facts]:
    return sorted(records, key=lambda record: str(record["id"]))


def _replies(found: Iterable[tuple[Finding, Reply]]) -> list[Facts]:
    """By the id of what they answer; those to one finding in the order in which they were noted."""
    return [_reply(finding, reply) for finding, reply in sorted(found, key=lambda answer: answer[0].id)]


def _finding(measure: str, finding: Finding) -> Facts:
    kept = {
        "id", "date", "added_on", "by", "progress", "searched", "sufficiency", "statement", "demand", "sources",
        "validated", "correction_of", "withdrawn",
    }  # fmt: skip
    facts = finding.model_dump(mode="json", include=kept)
    return {"id": facts.pop("id"), "measure": measure, **facts}


def _reply(finding: Finding, reply: Reply) -> Facts:
    return {"finding": finding.id, **_told(reply)}


def _told(record: Claim | Reply) -> Facts:
    """All its keys; that of the withdrawal only when there is one: states were published before it existed."""
    return record.model_dump(mode="json", exclude=None if record.withdrawn else {"withdrawn"})


def _value(kind: str, id_: str, value: Value) -> Facts:
    facts = value.model_dump(
        mode="json", exclude=None if value.base else {"base"}
    )  # a key that came later moves no state
    return {"id": facts.pop("id"), kind: id_, **facts}

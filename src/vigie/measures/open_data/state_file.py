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
    """The facts of one state; ``ledger`` is the whole one, for the replies to its findings."""

    ledger: Ledger
    edition: EditionOf

    @cached_property
    def certain(self) -> Facts:
        """What was said by that day."""
        return _records(self.edition.ledger) | {"replies": self._replies(certain=True)}

    @cached_property
    def uncertain(self) -> Facts:
        """What has a date too vague to tell."""
        return _records(self.edition.uncertain) | {"replies": self._replies(certain=False)}

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

    def _replies(self, *, certain: bool) -> list[Facts]:
        """Of the findings of this state, in the order in which they were noted; one of a vague date is apart."""
        day, established = self.edition.day, self.edition.established_on
        shown = {
            f.id for part in (self.edition.ledger, self.edition.uncertain) for m in part.measures for f in m.findings
        }
        return [
            _reply(finding, reply)
            for finding in sorted(_findings(self.ledger), key=lambda f: f.id)
            for reply in finding.replies
            if finding.id in shown
            and reply.added_on <= established
            and reply.date.first_day <= day
            and (reply.date.last_day <= day) is certain
        ]  # fmt: skip


def state_json(ledger: Ledger, edition: EditionOf) -> bytes:
    """The file: JSON in UTF-8, records sorted by their ids."""
    state = State(ledger, edition)
    document = {
        "plan": ledger.plan.id,
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
        "claims": _by_id(_claim(claim) for claim in ledger.plan.claims),
        "findings": _by_id(_finding(m.id, f) for m in ledger.measures for f in m.findings),
        "values": _by_id(_value(kind, id_, x) for kind, id_, x in values),
    }


def _by_id(records: Iterable[Facts]) -> list[Facts]:
    return sorted(records, key=lambda record: str(record["id"]))


def _findings(ledger: Ledger) -> Iterable[Finding]:
    return (f for m in ledger.measures for f in m.findings)


def _claim(claim: Claim) -> Facts:
    return claim.model_dump(mode="json", include={"id", "date", "added_on", "by", "statement", "sources"})


def _finding(measure: str, finding: Finding) -> Facts:
    kept = {
        "id", "date", "added_on", "by", "progress", "searched", "sufficiency", "statement", "demand", "sources",
        "validated", "correction_of", "withdrawn",
    }  # fmt: skip
    facts = finding.model_dump(mode="json", include=kept)
    return {"id": facts.pop("id"), "measure": measure, **facts}


def _reply(finding: Finding, reply: Reply) -> Facts:
    return {"finding": finding.id, **reply.model_dump(mode="json")}


def _value(kind: str, id_: str, value: Value) -> Facts:
    facts = value.model_dump(mode="json")
    return {"id": facts.pop("id"), kind: id_, **facts}

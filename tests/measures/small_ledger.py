"""The small fictional ledger of ``golden/ledger.yaml``, with edits."""

import datetime

from golden_cases import text_of
from vigie.data_files import Loaded, parse_data
from vigie.measures.model import Ledger
from vigie.refused_hosts import RefusedHost, RefusedHosts

PATH = "data/measures.yaml"
TODAY = datetime.date(2026, 11, 22)
READ = ("text_read: null", "text_read: 2020-01-20")
"""The plan once read: before, the number of the second measure is refused by the check."""
REFUSED = RefusedHosts(refused_hosts=(RefusedHost(host="copies.example", why="Copie fictive"),))

CLAIM_GONE = (
    "statement: Une parole fictive sur le plan entier.\n      sources: [source-etat]\n      added_on: 2020-03-01",
    "statement: null\n      sources: [source-etat]\n      added_on: 2020-03-01\n      withdrawn: {on: 2022-05-06, ground: legal}",
)
"""The first claim once withdrawn."""
REPLY_GONE = (
    "text: Une réponse fictive., sources: [source-reunion]}",
    "text: null, sources: [source-reunion], withdrawn: {on: 2022-05-07, ground: safety}}",
)
"""The only reply once withdrawn."""


def ledger_text(*edits: tuple[str, str]) -> str:
    """The text of the ledger after ``edits``, each of a fragment that stands in it once."""
    text = text_of("ledger.yaml")
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def loaded_ledger(*edits: tuple[str, str]) -> Loaded[Ledger]:
    """The ledger after ``edits``, which must leave it readable."""
    loaded, problems = parse_data(Ledger, ledger_text(*edits), PATH)
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded


def finding(id_: str, date: str, by: str, **other: str) -> str:
    """A finding as it is written in the file, ready to follow another."""
    lines = {
        "date": date,
        "added_on": "2022-01-01",
        "by": by,
        "progress": "mentioned",
        "sufficiency": "null",
        "statement": f"Texte de {id_}.",
        "demand": "null",
        "sources": "[source-etat]",
        "validated": "null",
        "correction_of": "null",
        "withdrawn": "null",
        "replies": "[]",
        **other,
    }
    return f"      - id: {id_}\n" + "".join(f"        {key}: {value}\n" for key, value in lines.items())


def with_findings(*findings: str, edits: tuple[tuple[str, str], ...] = ()) -> Loaded[Ledger]:
    """The ledger whose second measure has ``findings``."""
    return loaded_ledger(("    findings: []\n", "    findings:\n" + "".join(findings)), *edits)


def with_deadline(date: str, status: str = "unknown", searched: str = "null") -> Loaded[Ledger]:
    """The ledger whose only deadline is this one."""
    before = (
        "date: 2021-06\n      label: Échéance fictive\n      announced_by: government\n      status: passed_without_trace\n"
        "      searched: {date: 2021-09-01, where: Sites fictifs}"
    )
    after = f"date: {date}\n      label: Échéance fictive\n      announced_by: government\n      status: {status}\n      searched: {searched}"
    return loaded_ledger((before, after))

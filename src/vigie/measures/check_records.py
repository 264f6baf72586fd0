"""Rules on what a record says: its sources, its corrections and withdrawals, its texts."""

from __future__ import annotations

import re
from typing import Any

from vigie.data_files import Loaded
from vigie.measures.model import Ledger
from vigie.measures.places import cited, findings, texts
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts

_FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""How a cell that a spreadsheet computes begins, after spaces that it skips; also with full-width signs."""
_NEGATIVE = re.compile(r"-[0-9]+(?:[.,][0-9]+)?\Z")


def every_source_is_in_the_registry(ledger: Loaded[Ledger]) -> list[Problem]:
    """A source is named by its key in « sources »."""
    return [
        ledger.problem(
            (*place, index), f"la source « {id_} » n’est pas dans « sources »", "ajoutez-la, ou corrigez son nom"
        )
        for place, ids in cited(ledger.record)
        for index, id_ in enumerate(ids)
        if id_ not in ledger.record.sources
    ]


def no_copy_is_cited(ledger: Loaded[Ledger], refused: RefusedHosts) -> list[Problem]:
    """Copies and mirrors are not sources."""
    problems = []
    for id_, source in ledger.record.sources.items():
        for key in ("url", "archive_url"):
            address = getattr(source, key)
            if address and (why := refused.refuses(address)):
                mend = "donnez l’adresse de l’original, ou null en nommant le document"
                problems.append(ledger.problem(("sources", id_, key), f"ce site ne se cite pas ({why})", mend))
    return problems


def what_cannot_be_verified_is_not_declared_done(ledger: Loaded[Ledger]) -> list[Problem]:
    """« done » by another voice than the State's, on what nobody can verify, would be an opinion."""
    problems = []
    for place, finding in findings(ledger.record):
        measure = ledger.record.measures[int(place[1])]
        if finding.progress == "done" and finding.side != "state" and measure.verifiable.value == "none":
            what = "« done » sur un point que rien ne permet de vérifier"
            problems.append(ledger.problem((*place, "progress"), what, "revoyez verifiable, ou la valeur de progress"))
    return problems


def a_correction_corrects_an_earlier_finding(ledger: Loaded[Ledger]) -> list[Problem]:
    """Both stay visible: the corrected one is before it, on the same measure or on a content that it comes from."""
    problems = []
    of_contents = {m.id: [f.id for f in m.findings] for m in ledger.record.measures}
    for place, finding in findings(ledger.record):
        if finding.correction_of is None:
            continue
        measure = ledger.record.measures[int(place[1])]
        before = [f.id for f in measure.findings[: int(place[3])]]
        before += [id_ for former in measure.former_ids if former != measure.id for id_ in of_contents.get(former, [])]
        if finding.correction_of.id not in before:
            what = f"« {finding.correction_of.id} » n’est pas un constat antérieur de cette mesure"
            problems.append(ledger.problem((*place, "correction_of"), what, "donnez l’identifiant du constat corrigé"))
    return problems


def the_replies_go_with_what_is_withdrawn(ledger: Loaded[Ledger]) -> list[Problem]:
    """A reply may quote the text that had to go: it goes with it, withdrawn too or taken away."""
    return [
        ledger.problem(
            (*place, "replies"),
            f"« {finding.id} » est retiré, mais une réponse en garde peut-être le texte",
            "text: null et withdrawn pour chaque réponse, ou replies: [] ; ce qui reste juste se note dans un autre constat",
        )
        for place, finding in findings(ledger.record)
        if finding.withdrawn is not None and any(reply.withdrawn is None for reply in finding.replies)
    ]


def no_text_begins_like_a_formula(data: Loaded[Any]) -> list[Problem]:
    """Each text may become a cell of a spreadsheet, which would compute it; a plain negative number is no formula."""
    return [
        data.problem(
            place,
            f"ce texte commence comme une formule de tableur (« {text.strip()[:1] or ' '} »)",
            "commencez par une lettre ou un chiffre",
        )
        for place, text in texts(data.located.value)
        if _FORMULA.match(text) and not _NEGATIVE.match(text)
    ]

"""States of the table to draw: the small fictional ledger on a later day, and one as large as the plan can make it."""

import datetime
import re
from functools import cache
from pathlib import Path

from small_ledger import TODAY, loaded_ledger

from vigie.data_files import load_data
from vigie.interface import Interface, Strings
from vigie.measures.dossier.files import sources
from vigie.measures.finding import Finding
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.model import Ledger
from vigie.measures.plan import Claim, Edition, Meeting
from vigie.values import PartialDate

ROOT = Path(__file__).resolve().parents[2]
LATER = (
    ("date: 2020-04-07", "date: 2021-06-30"),
    ("established_on: 2020-09-30", "established_on: 2022-12-31"),
)
"""The small ledger seen late enough for its findings, its correction, its reply, its withdrawal and its values to show."""
_VOICES = ("miprof", "cncdh", "collectif", "government", "greta", "members")
_ANSWERS = ("engaged", "not_started", "partly_done", "done", "mentioned", "not_assessed")


@cache
def french() -> Interface:
    """The words of the interface, with plain spaces: French punctuation is checked elsewhere."""
    loaded, _problems = load_data(Strings, ROOT, "data/interface.yaml")
    words = loaded.record.root
    return Interface("fr", {key: re.sub("[\u00a0\u202f]", " ", said) for key, said in words.items()})


def states_of(ledger: Ledger, today: datetime.date = TODAY):
    """The states of the table of ``ledger``, for French readers."""
    return edition_views(ledger_view(ledger, None, "fr", today), None)


def small_states(*edits):
    """Those of the small ledger, seen late."""
    return states_of(loaded_ledger(*LATER, *edits).record)


def sources_of(state, *, draft=True, site_url=None):
    """What Typst draws for ``state``."""
    return sources(state, french(), ROOT, draft=draft, site_url=site_url)


def full_ledger(measures: int, findings: int, claims: int) -> Ledger:
    """A ledger of long texts: so many contents, findings of each and claims, half of them before a second state."""
    ledger = loaded_ledger(*LATER).record
    content = ledger.measures[0].model_copy(update={"former_ids": ()})
    words = " ".join(["Longuement"] * 117)
    days = [PartialDate("2021-06-01"), PartialDate("2022-06-01")]

    def finding(m: int, f: int) -> Finding:
        return Finding(
            id=f"constat-{m}-{f}", date=days[f % 2], added_on=days[f % 2].first_day, by=_VOICES[(m + f) % 6],
            progress=_ANSWERS[f % 6], sufficiency=None, statement=f"Constat {m} {f}. {words}", demand=None,
            sources=("source-etat", "source-asso"), validated=None, correction_of=None, withdrawn=None, replies=(),
        )  # fmt: skip

    second = Meeting(
        id="reunion-deux", date=PartialDate("2022-06-30"), title="Autre réunion", kind="committee",
        edition=Edition(established_on=datetime.date(2022, 12, 31)), sources=("source-reunion",),
    )  # fmt: skip
    plan = ledger.plan.model_copy(
        update={
            "meetings": (*ledger.plan.meetings, second),
            "claims": tuple(
                Claim(
                    id=f"parole-{n}", date=days[n % 2], by=_VOICES[n % 6], statement=f"Parole {n}. {words}",
                    sources=("source-rapport", "source-dataset"), added_on=days[n % 2].first_day,
                )
                for n in range(claims)
            ),
        }
    )  # fmt: skip
    return ledger.model_copy(
        update={
            "plan": plan,
            "measures": tuple(
                content.model_copy(
                    update={
                        "id": f"contenu-{m}",
                        "label": f"Contenu {m} au nom aussi long que la place le permet dans un registre"[:70],
                        "findings": tuple(finding(m, f) for f in range(findings)),
                    }
                )
                for m in range(measures)
            ),
        }
    )

"""Random small ledgers for properties: records with any dates, voices and answers, always in the order of their addition."""

import datetime

from hypothesis import strategies as st
from small_ledger import loaded_ledger

from vigie.measures.finding import Correction, Finding
from vigie.measures.indicators import Value
from vigie.measures.model import Ledger
from vigie.measures.plan import Claim, Edition, Meeting, Search
from vigie.measures.vocabulary import ALL_PROGRESS, SIDES
from vigie.measures.withdrawal import Withdrawal
from vigie.values import PartialDate

FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2023, 12, 31)
SOURCES = ("source-etat",)

days = st.dates(FIRST, LAST)
dates = st.one_of(
    st.integers(2020, 2023).map(str),
    st.tuples(st.integers(2020, 2023), st.integers(1, 12)).map(lambda found: f"{found[0]}-{found[1]:02d}"),
    days.map(datetime.date.isoformat),
).map(PartialDate)


@st.composite
def findings(draw, prefix="f", size=8):
    """A list of findings in the order they were added; some corrected, some withdrawn."""
    added = sorted(draw(st.lists(days, max_size=size)))
    found = []
    for rank, day in enumerate(added):
        progress = draw(st.sampled_from(ALL_PROGRESS))
        withdrawn = draw(st.booleans()) and draw(st.booleans())
        corrects = found[-1].id if found and draw(st.booleans()) and draw(st.booleans()) else None
        found.append(
            Finding(
                id=f"{prefix}-{rank}",
                date=draw(dates),
                added_on=day,
                by=draw(st.sampled_from(sorted(SIDES))),
                progress=progress,
                searched=Search(date=draw(days), where="Journal") if progress == "no_information" else None,
                sufficiency=draw(st.sampled_from([None, "sufficient", "insufficient", "adverse", "undetermined"])),
                statement=None if withdrawn else f"Texte {rank}.",
                demand=None,
                sources=SOURCES,
                validated=None,
                correction_of=Correction(id=corrects, reason="Erreur") if corrects else None,
                withdrawn=Withdrawal(on=day, ground="legal") if withdrawn else None,
                replies=(),
            )
        )
    return tuple(found)


def value(id_: str, date: str | None, added_on: datetime.date, period: str = "2020") -> Value:
    """A figure noted on ``added_on``."""
    return Value(
        id=id_, period=period, value=1, qualifier="exact", respondents=None, breakdown=None, state="final",
        sources=SOURCES, date=PartialDate(date) if date else None, added_on=added_on,
    )  # fmt: skip


def claim(id_: str, date: str, added_on: datetime.date) -> Claim:
    """What somebody says of the plan, noted on ``added_on``."""
    return Claim(
        id=id_, date=PartialDate(date), by="miprof", statement="Parole.", sources=SOURCES, added_on=added_on
    )  # fmt: skip


def meeting(day: datetime.date, established_on: datetime.date) -> Meeting:
    """A meeting whose state of the table was established on ``established_on``."""
    return Meeting(
        id=f"reunion-{day}", date=PartialDate(day.isoformat()), title="Réunion", kind="committee",
        edition=Edition(established_on=established_on), sources=SOURCES,
    )  # fmt: skip


def with_measure_findings(found: tuple[Finding, ...], **plan: object) -> Ledger:
    """The small ledger whose second measure has ``found``, and whose plan has these lists."""
    ledger = loaded_ledger().record
    first, second = ledger.measures
    return ledger.model_copy(
        update={
            "measures": (first, second.model_copy(update={"findings": found})),
            "plan": ledger.plan.model_copy(update=plan),
        }
    )

"""The file of a state of the table: once established, nothing that is added later moves a byte of it."""

import datetime
import json

from data_build import real_build
from hypothesis import given, settings
from hypothesis import strategies as st
from small_ledger import loaded_ledger

from vigie.measures.editions import editions
from vigie.measures.finding import Correction, Finding, Reply, Validation
from vigie.measures.indicators import Value
from vigie.measures.model import Ledger, Measure
from vigie.measures.open_data.state_file import state_json
from vigie.measures.plan import Claim
from vigie.measures.withdrawal import Withdrawal
from vigie.values import PartialDate

SMALL = loaded_ledger().record
ESTABLISHED = datetime.date(2020, 9, 30)
"""Of the state of 7 April 2020, the only one of the small ledger."""

LATER = st.dates(ESTABLISHED + datetime.timedelta(days=1), datetime.date(2030, 12, 31))
DATES = st.one_of(
    st.dates(datetime.date(2018, 1, 1), datetime.date(2022, 12, 31)).map(str),
    st.sampled_from(["2018", "2019", "2020", "2020-03", "2020-04", "2021"]),
).map(PartialDate)
ALL_KINDS = [
    "finding",
    "correction",
    "reply",
    "claim",
    "value",
    "series value",
    "measure",
    "successor",
    "indicator",
    "signature",
]
KINDS = st.sampled_from(ALL_KINDS)


def written(ledger: Ledger, number: int = 0) -> bytes:
    """The file of a state, the earliest unless another is asked for."""
    return state_json(editions(ledger)[number])


def finding(id_: str, date: PartialDate, added_on: datetime.date, corrects: str | None = None) -> Finding:
    return Finding(
        id=id_, date=date, added_on=added_on, by="miprof", progress="done", sufficiency=None, statement="Texte.",
        demand=None, sources=("source-etat",), validated=None,
        correction_of=Correction(id=corrects, reason="Raison") if corrects else None, withdrawn=None, replies=(),
    )  # fmt: skip


def value(id_: str, date: PartialDate, added_on: datetime.date) -> Value:
    return Value(
        id=id_, period="2020", value=3, qualifier="exact", respondents=None, breakdown=None, state="final",
        sources=("source-etat",), date=date, added_on=added_on,
    )  # fmt: skip


def with_measure(ledger: Ledger, **update: object) -> Ledger:
    """``ledger`` with its oldest content changed."""
    oldest = oldest_of(ledger)
    changed = oldest.model_copy(update=update)
    return ledger.model_copy(update={"measures": tuple(changed if m is oldest else m for m in ledger.measures)})


def oldest_of(ledger: Ledger) -> Measure:
    """A content that was there from the beginning, wherever it is in the file."""
    return min(ledger.measures, key=lambda m: (m.added_on, m.id))


def with_finding(ledger: Ledger, number: int, **update: object) -> Ledger:
    found = list(oldest_of(ledger).findings)
    found[number] = found[number].model_copy(update=update)
    return with_measure(ledger, findings=tuple(found))


def added(ledger: Ledger, kind: str, date: PartialDate, on: datetime.date) -> Ledger:
    """``ledger`` with one more record of ``kind``."""
    first = oldest_of(ledger)
    indicator = first.indicators[0]
    new = value("nouvelle-valeur", date, on)
    if kind in ("finding", "correction"):
        more = finding("nouveau", date, on, "tot" if kind == "correction" else None)
        return with_measure(ledger, findings=(*first.findings, more))
    if kind == "reply":
        reply = Reply(date=date, added_on=on, by="miprof", text="Réponse.", sources=("source-etat",))
        return with_finding(ledger, 0, replies=(*first.findings[0].replies, reply))
    if kind == "claim":
        claim = Claim(id="nouvelle", date=date, by="miprof", statement="Texte.", sources=("source-etat",), added_on=on)
        return ledger.model_copy(
            update={"plan": ledger.plan.model_copy(update={"claims": (*ledger.plan.claims, claim)})}
        )
    if kind == "value":
        return with_measure(ledger, indicators=(indicator.model_copy(update={"values": (*indicator.values, new)}),))
    if kind == "series value":
        series = ledger.series[0]
        return ledger.model_copy(update={"series": (series.model_copy(update={"values": (*series.values, new)}),)})
    if kind == "indicator":
        more = indicator.model_copy(update={"id": "autre-repere", "values": (new,)})
        return with_measure(ledger, indicators=(*first.indicators, more))
    if kind == "signature":
        return with_finding(ledger, 0, validated=Validation(on=on, by="Bureau"))
    former = (first.id,) if kind == "successor" else ()
    more = first.model_copy(
        update={
            "id": "nouvelle-mesure", "added_on": on, "former_ids": former, "kind": "measure", "number": 3,
            "indicators": (), "findings": (finding("nouveau", date, on),),
        }
    )  # fmt: skip
    return ledger.model_copy(update={"measures": (more, *ledger.measures)})


EARLY = finding("tot", PartialDate("2020-03-01"), datetime.date(2020, 3, 2))
VAGUE = finding("vague", PartialDate("2020"), datetime.date(2020, 3, 2))
BASE = with_measure(SMALL, findings=(EARLY, VAGUE, *oldest_of(SMALL).findings))
"""The small ledger with a finding that is in its state, and one whose date is too vague to tell."""


@settings(max_examples=60)
@given(st.lists(st.tuples(KINDS, DATES, LATER), min_size=1, max_size=4, unique_by=lambda made: made[0]))
def test_what_is_noted_later_moves_no_byte(additions):
    """Whatever it is, whatever its date: the file of a state that was established before is the same."""
    ledger = BASE
    for kind, date, on in additions:
        ledger = added(ledger, kind, date, on)
    assert ledger != BASE
    assert written(ledger) == written(BASE)


def test_what_was_noted_in_time_is_in_the_file():
    """A control: the same records, noted before the state was established, do change it."""
    day = PartialDate("2020-03-01")
    for kind in ALL_KINDS:
        changed = written(added(BASE, kind, day, ESTABLISHED)) != written(BASE)
        assert changed, kind


def test_a_signature_of_its_day_is_in_it_and_a_later_one_is_not():
    """Whether the collectif had signed by then is a fact of the state; null is « projet, non validé »."""

    def signed(on: datetime.date) -> object:
        found = json.loads(written(added(BASE, "signature", PartialDate("2020"), on)))["findings"]
        return found[0]["validated"]

    assert signed(ESTABLISHED) == {"on": "2020-09-30", "by": "Bureau"}
    assert signed(ESTABLISHED + datetime.timedelta(days=1)) is None


def test_what_may_be_mended_is_not_in_it():
    """Labels, definitions, limits, titles and addresses of sources, announced dates."""
    first = oldest_of(SMALL)
    indicator, source = first.indicators[0], SMALL.sources["source-etat"]
    mended = with_measure(
        SMALL, label="Autre", plain="Autre.", title=None, audiences=("women",),
        indicators=(indicator.model_copy(update={"name": "Autre", "definition": "Autre", "limits": "Autre", "unit": "Autre"}),),
        plan_says=first.plan_says.model_copy(update={"page": 3}),
    )  # fmt: skip
    mended = mended.model_copy(
        update={
            "sources": {**SMALL.sources, "source-etat": source.model_copy(update={"title": "Autre", "url": None})},
            "plan": SMALL.plan.model_copy(update={"title": "Autre", "deadlines": (), "text_read": datetime.date(2022, 1, 1)}),
            "measures": tuple(reversed(mended.measures)),
        }
    )  # fmt: skip
    assert written(mended) == written(SMALL)


def test_a_withdrawal_is_the_only_thing_that_moves_it():
    """A text that had to go goes from everywhere; its place and its ground stay."""
    early = added(SMALL, "finding", PartialDate("2020-03-01"), datetime.date(2020, 3, 2))
    gone = with_finding(early, -1, statement=None, withdrawn=Withdrawal(on=datetime.date(2029, 1, 1), ground="safety"))
    assert b"Texte." in written(early) and b"Texte." not in written(gone)
    (left,) = json.loads(written(gone))["findings"]
    assert (left["id"], left["statement"], left["withdrawn"]) == (
        "nouveau", None, {"on": "2029-01-01", "ground": "safety"},
    )  # fmt: skip


def test_a_withdrawn_claim_or_reply_leaves_its_place_in_it():
    """The text goes; the key of the withdrawal is there only then, so that other files keep their bytes."""
    reply = Reply(
        date=PartialDate("2020-04-01"), added_on=ESTABLISHED, by="miprof", text="À ôter.", sources=("source-etat",)
    )
    early = with_finding(added(SMALL, "finding", PartialDate("2020-03-01"), ESTABLISHED), -1, replies=(reply,))
    assert b"withdrawn" not in written(early).split(b'"claims"')[1].split(b"]")[0]
    assert "withdrawn" not in json.loads(written(early))["replies"][0]
    gone = Withdrawal(on=datetime.date(2029, 1, 1), ground="safety")
    first, *others = early.plan.claims
    claim = first.model_copy(update={"statement": None, "withdrawn": gone})
    ledger = early.model_copy(update={"plan": early.plan.model_copy(update={"claims": (claim, *others)})})
    ledger = with_finding(ledger, -1, replies=(reply.model_copy(update={"text": None, "withdrawn": gone}),))
    document = json.loads(written(ledger))
    told = {"on": "2029-01-01", "ground": "safety"}
    assert [(c["id"], c["statement"], c["withdrawn"]) for c in document["claims"]] == [("parole-une", None, told)]
    assert [(r["finding"], r["text"], r["withdrawn"]) for r in document["replies"]] == [("nouveau", None, told)]


def test_the_facts_of_a_state():
    """Golden: what was said for sure, what has too vague a date, and nothing of what came after."""
    document = json.loads(written(SMALL))
    assert {key: document[key] for key in ("plan", "day", "established_on", "reconstituted")} == {
        "plan": "plan-fictif", "day": "2020-04-07", "established_on": "2020-09-30", "reconstituted": True,
    }  # fmt: skip
    assert document["measures"] == [{"id": "contenu-un", "kind": "content"}, {"id": "mesure-sept", "kind": "measure"}]
    assert document["claims"] == [
        {"id": "parole-une", "date": "2020-02", "by": "miprof", "statement": "Une parole fictive sur le plan entier.",
         "sources": ["source-etat"], "added_on": "2020-03-01"}
    ]  # fmt: skip
    assert [x["id"] for x in document["values"]] == ["point-deux", "point-un"]
    assert [x["id"] for x in document["uncertain"]["claims"]] == ["parole-deux"]
    assert (document["findings"], document["replies"], document["uncertain"]["findings"]) == ([], [], [])


def test_a_reply_is_beside_its_finding_or_apart():
    """By its own date; one to a finding that is not shown is not shown."""
    early = added(SMALL, "finding", PartialDate("2020-03-01"), datetime.date(2020, 3, 2))

    def replied(date: str) -> dict:
        reply = Reply(date=PartialDate(date), added_on=ESTABLISHED, by="miprof", text="Oui.", sources=("source-etat",))
        return json.loads(written(with_finding(early, -1, replies=(reply,))))

    certain, vague, after = replied("2020-04-01"), replied("2020"), replied("2020-05")
    assert [r["finding"] for r in certain["replies"]] == ["nouveau"]
    assert (vague["replies"], [r["finding"] for r in vague["uncertain"]["replies"]]) == ([], ["nouveau"])
    assert (after["replies"], after["uncertain"]["replies"]) == ([], [])


def test_the_state_of_12_december_2024_does_not_move():
    """The real ledger, byte for byte, before and after a finding of 2024 that is noted after the state was established."""
    ledger = real_build().ledger.record
    number = next(n for n, e in enumerate(editions(ledger)) if e.day == datetime.date(2024, 12, 12))
    established = editions(ledger)[number].established_on
    source = next(iter(ledger.sources))
    first = oldest_of(ledger)
    for date in ("2024", "2024-12", "2024-12-12", "2024-03-01"):
        late = finding("tardif", PartialDate(date), established + datetime.timedelta(days=1)).model_copy(
            update={"sources": (source,)}
        )
        more = with_measure(ledger, findings=(*first.findings, late))
        assert written(more, number) == written(ledger, number)
    in_time = with_measure(ledger, findings=(*first.findings, late.model_copy(update={"added_on": established})))
    assert written(in_time, number) != written(ledger, number)

"""The table as it stood: what was noted later never enters, whatever its date."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import FIRST, LAST, claim, dates, days, findings, meeting, value, with_measure_findings
from small_ledger import CLAIM_GONE, REPLY_GONE, loaded_ledger

from vigie.measures.editions import changes, edition, editions
from vigie.values import PartialDate

ESTABLISHED = datetime.date(2023, 12, 31)
LATER = st.dates(ESTABLISHED + datetime.timedelta(days=1), datetime.date(2030, 1, 1))


def _ids(ledger):
    return {f.id for m in ledger.measures for f in m.findings}


@settings(max_examples=40)
@given(findings(), days, findings(prefix="later"), LATER)
def test_what_is_noted_later_never_changes_a_state(found, day, others, added_on):
    """Findings, values and claims added after the state was established leave it equal, whatever their dates."""
    when = meeting(day, ESTABLISHED)
    ledger = with_measure_findings(found)
    later = tuple(f.model_copy(update={"added_on": added_on}) for f in others)
    grown = with_measure_findings((*found, *later), claims=(*ledger.plan.claims, claim("apres", "2020", added_on)))
    first, second = grown.measures
    figures = first.indicators[0].model_copy(
        update={"values": (*first.indicators[0].values, value("apres-valeur", "2020", added_on))}
    )
    series = grown.series[0].model_copy(
        update={"values": (*grown.series[0].values, value("apres-point", "2020", added_on))}
    )
    grown = grown.model_copy(
        update={
            "measures": (
                first.model_copy(update={"indicators": (figures,)}),
                second,
                second.model_copy(update={"id": "mesure-neuve", "added_on": added_on, "number": 9}),
            ),
            "series": (series,),
        }
    )
    before, after = edition(ledger, when), edition(grown, when)
    assert before.ledger.measures == after.ledger.measures
    assert before.uncertain.measures == after.uncertain.measures
    assert before.ledger.plan == after.ledger.plan
    assert before.ledger.series == after.ledger.series


@settings(max_examples=40)
@given(findings(), days)
def test_each_record_is_in_one_place_at_most(found, day):
    """Certain, too vague or absent: certain when its last possible day is past, vague when the day falls inside it."""
    state = edition(with_measure_findings(found), meeting(day, ESTABLISHED))
    certain, vague = _ids(state.ledger), _ids(state.uncertain)
    assert not certain & vague
    for f in found:
        assert (f.id in certain) is (f.date.last_day <= day)
        assert (f.id in vague) is (f.date.first_day <= day < f.date.last_day)


@settings(max_examples=40)
@given(findings(), days, days)
def test_a_later_state_holds_all_that_an_earlier_one_held(found, one, other):
    """States grow, and what is new in one is exactly what the one before had not."""
    earlier, later = sorted((one, other))
    ledger = with_measure_findings(
        found, meetings=tuple({m.id: m for m in (meeting(earlier, ESTABLISHED), meeting(later, ESTABLISHED))}.values())
    )
    states = editions(ledger)
    first, last = states[0], states[-1]
    assert _ids(first.ledger) <= _ids(last.ledger)
    new = {f.id for _m, f in changes(first, last).findings}
    assert new == _ids(last.ledger) - _ids(first.ledger)
    everything = {f.id for _m, f in changes(None, last).findings}
    assert everything == _ids(last.ledger)


@given(dates)
def test_a_year_is_certain_only_once_it_is_over(date):
    """A claim of « 2020 » is certain on its last day and vague the day before."""
    ledger = with_measure_findings((), claims=(claim("parole", date.written, FIRST),))
    held = edition(ledger, meeting(date.last_day, ESTABLISHED))
    assert [c.id for c in held.ledger.plan.claims] == ["parole"]
    if date.precision != "day":
        vague = edition(ledger, meeting(date.last_day - datetime.timedelta(days=1), ESTABLISHED))
        assert (vague.ledger.plan.claims, [c.id for c in vague.uncertain.plan.claims]) == ((), ["parole"])


def test_a_figure_without_date_is_never_certain():
    """Nobody knows when it was said."""
    state = edition(loaded_ledger().record, meeting(LAST, ESTABLISHED))
    kept = [x.id for i in state.ledger.measures[0].indicators for x in i.values]
    vague = [x.id for i in state.uncertain.measures[0].indicators for x in i.values]
    assert (kept, vague) == (["valeur-une"], ["valeur-deux"])


def test_a_signature_and_a_reply_that_came_later_are_not_there():
    """The finding is as it was: unsigned, without its reply."""
    ledger = loaded_ledger().record
    early = edition(ledger, meeting(datetime.date(2020, 9, 30), datetime.date(2020, 10, 1)))
    late = edition(ledger, meeting(datetime.date(2020, 10, 31), ESTABLISHED))
    found = [{f.id: f for f in state.ledger.measures[0].findings} for state in (early, late)]
    assert [f["constat-trois"].validated is not None for f in found] == [False, True]
    assert [len(f["constat-deux"].replies) for f in found] == [0, 1]


def test_a_withdrawal_holds_in_every_state():
    """What was withdrawn for somebody's safety is shown nowhere, not even in a state older than the withdrawal."""
    state = edition(loaded_ledger().record, meeting(datetime.date(2021, 12, 31), ESTABLISHED))
    (gone,) = [f for f in state.ledger.measures[0].findings if f.id == "constat-quatre"]
    assert (gone.statement, gone.withdrawn.ground) == (None, "privacy")


def test_a_withdrawn_claim_and_reply_have_no_text_in_any_state():
    """In one established before the withdrawal too."""
    ledger = loaded_ledger(CLAIM_GONE, REPLY_GONE).record
    state = edition(ledger, meeting(datetime.date(2020, 12, 31), datetime.date(2021, 1, 1)))
    claim = state.ledger.plan.claims[0]
    (reply,) = (r for f in state.ledger.measures[0].findings for r in f.replies)
    assert (claim.statement, claim.withdrawn.ground) == (None, "legal")
    assert (reply.text, reply.withdrawn.ground) == (None, "safety")


def test_a_reply_of_vague_date_is_kept_apart_from_a_certain_finding():
    """Neither lost nor taken for said by then; once its month is over it stands with its finding."""
    ledger = loaded_ledger().record
    vague = edition(ledger, meeting(datetime.date(2020, 10, 20), ESTABLISHED))
    assert [f.replies for f in vague.ledger.measures[0].findings if f.id == "constat-deux"] == [()]
    assert [(f.id, r.text) for f, r in vague.uncertain_replies] == [("constat-deux", "Une réponse fictive.")]
    for day in (datetime.date(2020, 9, 30), datetime.date(2020, 10, 31)):
        assert edition(ledger, meeting(day, ESTABLISHED)).uncertain_replies == ()
    before_it_was_noted = meeting(datetime.date(2020, 10, 10), datetime.date(2020, 10, 19))
    assert edition(ledger, before_it_was_noted).uncertain_replies == ()


def test_a_state_knows_nothing_of_what_may_be_mended_or_come():
    """Meetings, deadlines and a later reading of the plan are not part of it."""
    ledger = loaded_ledger(
        ("text_read: null", "text_read: 2022-01-01"),
        (
            "{lead: unknown, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null} # sept",
            "{lead: Un ministère, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: 3}",
        ),
    ).record
    before = edition(ledger, meeting(datetime.date(2020, 4, 7), datetime.date(2020, 9, 30)))
    after = edition(ledger, meeting(datetime.date(2020, 4, 7), ESTABLISHED))
    assert (before.ledger.plan.text_read, before.ledger.measures[1].plan_says.lead) == (None, "unknown")
    assert after.ledger.measures[1].plan_says.lead == "Un ministère"
    assert (after.ledger.plan.meetings, after.ledger.plan.deadlines) == ((), ())


def test_a_state_says_when_it_was_established():
    """On the day of the meeting, or reconstituted later."""
    day = datetime.date(2020, 4, 7)
    ledger = loaded_ledger().record
    assert not edition(ledger, meeting(day, day)).is_reconstituted
    later = edition(ledger, meeting(day, ESTABLISHED))
    assert (later.day, later.established_on, later.is_reconstituted) == (day, ESTABLISHED, True)


def test_only_meetings_with_a_state_make_one_and_in_order_of_day():
    """A meeting without ``edition`` is only a meeting."""
    plain = meeting(datetime.date(2021, 1, 1), ESTABLISHED).model_copy(update={"edition": None, "id": "simple"})
    late, early = meeting(datetime.date(2022, 5, 1), ESTABLISHED), meeting(datetime.date(2020, 5, 1), ESTABLISHED)
    states = editions(with_measure_findings((), meetings=(late, plain, early)))
    assert [state.meeting.date for state in states] == [PartialDate("2020-05-01"), PartialDate("2022-05-01")]


def test_a_content_becomes_a_measure_only_in_states_established_since():
    """Before the measure was noted, the content stands; after, the measure holds its findings."""
    ledger = loaded_ledger().record
    first, second = ledger.measures
    heir = second.model_copy(update={"former_ids": (first.id,), "added_on": datetime.date(2022, 1, 1)})
    ledger = ledger.model_copy(update={"measures": (first, heir)})
    assert [m.id for m in ledger.listed] == ["mesure-sept"]
    day = datetime.date(2021, 12, 1)
    before = edition(ledger, meeting(day, datetime.date(2021, 12, 31))).ledger
    after = edition(ledger, meeting(day, ESTABLISHED)).ledger
    assert [m.id for m in before.listed] == ["contenu-un"]
    assert [m.id for m in after.listed] == ["mesure-sept"]
    assert [f.id for f in after.listed[0].findings] == [f.id for f in before.listed[0].findings]


def test_a_finding_of_vague_date_keeps_the_replies_that_are_certain():
    """« 2020 » is vague in April 2020; what was answered before that day, and noted, is beside it."""
    ledger = loaded_ledger(
        ("date: 2020-07-14\n", "date: 2020\n"),
        ("{date: 2020-10, added_on: 2020-10-20", "{date: 2020-03, added_on: 2020-04-01"),
    ).record
    state = edition(ledger, meeting(datetime.date(2020, 4, 7), ESTABLISHED))
    (vague,) = [f for f in state.uncertain.measures[0].findings if f.id == "constat-deux"]
    assert len(vague.replies) == 1

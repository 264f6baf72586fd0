"""Where things stand: never late, silent or different without what it takes to say so."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import days, findings, with_measure_findings
from small_ledger import finding, loaded_ledger, with_findings

from vigie.measures import vocabulary as v
from vigie.measures.standing import (
    crosses_a_break,
    deadline_state,
    gaps,
    heard_without_two_assessments,
    last_information,
    stated,
    tally,
    whole_months,
)

NO_INFORMATION = {"progress": "no_information", "searched": "{date: 2021-06-15, where: Journal}"}


def _measure(*written):
    return with_findings(*written).record.measures[1]


@settings(max_examples=40)
@given(st.lists(findings(), min_size=1, max_size=4))
def test_a_tally_counts_each_measure_once(lists):
    """Whatever was found, the statuses of a side sum to the number of measures."""
    measures = [with_measure_findings(found).measures[1] for found in lists]
    for side in v.ORDERED_SIDES:
        counted = tally(measures, side)
        assert sum(counted.values()) == len(measures)
        assert all(counted.values())


@settings(max_examples=40)
@given(findings())
def test_a_gap_needs_two_answers_of_two_voices(found):
    """Each gap has at least two answers, of different voices, that differ and hold: none is withdrawn or corrected."""
    measure = with_measure_findings(found).measures[1]
    corrected = {f.correction_of.id for f in found if f.correction_of and f.withdrawn is None}
    for gap in gaps(measure):
        assert len(gap.answers) >= 2
        assert len({answer.side for answer in gap.answers}) == len(gap.answers)
        assert len({getattr(answer, gap.question) for answer in gap.answers}) >= 2
        assert all(answer.withdrawn is None and answer.id not in corrected for answer in gap.answers)
        assert all(answer.progress != "not_assessed" for answer in gap.answers if gap.question == "progress")


@settings(max_examples=40)
@given(findings())
def test_one_voice_alone_never_differs(found):
    """Findings of one side make no gap, and nothing « without two assessments » either."""
    measure = with_measure_findings(tuple(f for f in found if f.side == "state")).measures[1]
    assert gaps(measure) == ()
    assert not heard_without_two_assessments(measure)


@settings(max_examples=40)
@given(findings())
def test_silence_is_counted_only_up_to_a_search(found):
    """Months are counted when a search followed the last text, and never beyond that search."""
    measure = with_measure_findings(found).measures[1]
    last = last_information(measure)
    if last.months is not None:
        assert last.search is not None
        assert last.by_anyone is not None
        assert last.search.date > last.by_anyone.date.last_day
        assert last.months == whole_months(last.by_anyone.date.last_day, last.search.date)
        assert last.months >= 0
    if not any(f.searched for f in measure.standing_findings):
        assert (last.search, last.months) == (None, None)


def test_two_answers_that_differ_are_a_gap():
    """The State says engaged, the associations say not started: the answers come in the order of the voices."""
    measure = _measure(
        finding("dit-asso", "2021", "collectif", progress="not_started"),
        finding("dit-etat", "2021", "miprof", progress="engaged"),
    )
    (gap,) = gaps(measure)
    assert (gap.question, [f.id for f in gap.answers]) == ("progress", ["dit-etat", "dit-asso"])
    assert not heard_without_two_assessments(measure)


@pytest.mark.parametrize("answer", ["mentioned", "not_assessed"])
def test_what_is_not_an_assessment_differs_from_nothing(answer):
    """« Mentioned » beside « engaged » is no difference: they do not answer the same question."""
    measure = _measure(
        finding("dit-asso", "2021", "collectif", progress=answer),
        finding("dit-etat", "2021", "miprof", progress="engaged"),
    )
    assert gaps(measure) == ()
    assert heard_without_two_assessments(measure)


def test_the_same_answer_is_no_gap_and_is_an_assessment():
    """Two voices that agree have been compared."""
    measure = _measure(
        finding("dit-asso", "2021", "collectif", progress="done"),
        finding("dit-etat", "2021", "miprof", progress="done"),
    )
    assert gaps(measure) == ()
    assert not heard_without_two_assessments(measure)


def test_sufficiency_is_a_question_of_its_own():
    """« Undetermined » answers nothing; sufficient against insufficient is a gap, whatever the progress."""
    said = {"progress": "done"}
    measure = _measure(
        finding("dit-etat", "2021", "miprof", sufficiency="sufficient", **said),
        finding("dit-instance", "2021", "greta", sufficiency="undetermined", **said),
        finding("dit-asso", "2021", "collectif", sufficiency="insufficient", **said),
    )
    (gap,) = gaps(measure)
    assert (gap.question, [f.id for f in gap.answers]) == ("sufficiency", ["dit-etat", "dit-asso"])


def test_a_later_text_that_says_nothing_keeps_the_status():
    """The status is the last answer; the last text may be another."""
    measure = _measure(
        finding("ancien", "2020", "miprof", progress="engaged"),
        finding("recent", "2021", "miprof", progress="not_assessed"),
    )
    assert (measure.status("state").id, measure.latest("state").id) == ("ancien", "recent")
    assert measure.status("independent") is None


@pytest.mark.parametrize("answer", v.ORDERED_PROGRESS)
@pytest.mark.parametrize("later", [{"progress": "mentioned"}, NO_INFORMATION])
def test_an_answer_is_not_erased_by_being_spoken_of_again(answer, later):
    """« Évoquée », or a search without result, answers less than « engagée »: table, filter and tally keep the answer."""
    measure = _measure(
        finding("ancien", "2020", "miprof", progress=answer), finding("recent", "2021-07", "miprof", **later)
    )
    assert (measure.status("state").id, measure.latest("state").id) == ("ancien", "recent")
    assert tally([measure], "state") == {answer: 1}


def test_of_two_answers_the_last_counts_and_without_answer_the_last_mention():
    """A later answer takes the place of an earlier one, even a lower one; « pas encore examinée » gives way to both."""
    said = [finding("a", "2020", "miprof", progress="done"), finding("b", "2021", "miprof", progress="not_started")]
    assert _measure(*said).status("state").id == "b"
    said = [finding("a", "2020", "miprof"), finding("b", "2021-07", "miprof", **NO_INFORMATION)]
    assert _measure(*said).status("state").id == "b"
    said = [
        finding("a", "2020", "miprof", **NO_INFORMATION).replace("2021-06-15", "2019-06-15"),
        finding("b", "2021", "miprof"),
    ]
    assert _measure(*said).status("state").id == "b"


def test_months_without_information_end_at_the_search():
    """From the last day that the date can mean to the day of the search."""
    measure = _measure(
        finding("texte", "2020-12", "miprof"), finding("recherche", "2021-06-16", "collectif", **NO_INFORMATION)
    )
    last = last_information(measure)
    assert (last.by_state.id, last.by_anyone.id, last.months) == ("texte", "texte", 5)
    assert last.search.date == datetime.date(2021, 6, 15)


def test_a_search_before_the_last_text_counts_nothing():
    """Something was published since: there is no silence to count."""
    measure = _measure(
        finding("recherche", "2021-06-16", "collectif", **NO_INFORMATION), finding("texte", "2021-07", "miprof")
    )
    assert last_information(measure).months is None
    assert last_information(measure).search is not None


def test_who_never_spoke_has_no_last_text():
    """A search alone is no information."""
    last = last_information(_measure(finding("recherche", "2021-06-16", "collectif", **NO_INFORMATION)))
    assert (last.by_state, last.by_anyone, last.months) == (None, None, None)


@given(days, days)
def test_whole_months_are_never_rounded_up(first, second):
    """Adding that many months to the earlier day never passes the later one."""
    start, end = sorted((first, second))
    months = whole_months(start, end)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    assert months >= 0
    assert (year, month + 1, min(start.day, end.day if (year, month + 1) == (end.year, end.month) else 1)) <= (
        end.year, end.month, end.day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "today", "state"),
    [
        ("unknown", datetime.date(2021, 5, 31), "to_come"),
        ("unknown", datetime.date(2021, 6, 1), "too_vague"),
        ("unknown", datetime.date(2021, 6, 30), "too_vague"),
        ("unknown", datetime.date(2021, 7, 1), "day_passed"),
        ("held", datetime.date(2020, 1, 1), "held"),
        ("done", datetime.date(2030, 1, 1), "done"),
        ("passed_without_trace", datetime.date(2030, 1, 1), "passed_without_trace"),
    ],
)
def test_a_deadline_is_passed_only_after_its_last_possible_day(status, today, state):
    """« June 2021 » is over in July, and in June nobody can tell; what nobody has looked for is never called without trace."""
    deadline = loaded_ledger().record.plan.deadlines[0].model_copy(update={"status": status})
    assert deadline_state(deadline, today) == state


def test_what_the_plan_states_is_counted_of_six():
    """Unknown and not stated are not stated."""
    says = loaded_ledger().record.measures[0].plan_says
    said = says.model_copy(update={"lead": "Un ministère", "deadline": "not_stated"})
    assert stated(loaded_ledger().record.measures[0].model_copy(update={"plan_says": said})) == 1


PERIODS = ("2019", "2020", "2021", "2022")


@pytest.mark.parametrize(
    ("breaks", "before", "after", "crossed"),
    [
        ([], "2019", "2022", False),
        ([("2020", "2021")], "2020", "2021", True),
        ([("2021", "2020")], "2020", "2021", True),
        ([("2020", "2021")], "2019", "2020", False),
        ([("2020", "2021")], "2021", "2022", False),
        ([("2020", "2021")], "2019", "2022", True),
        ([("2019", "2022")], "2020", "2021", True),
    ],
)
def test_no_line_may_pass_over_a_break(breaks, before, after, crossed):
    """A break cuts every line that passes between its two periods, in whatever order they are written."""
    assert crosses_a_break(breaks, before, after, PERIODS) is crossed

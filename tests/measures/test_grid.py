"""What is counted together in the table and the grid: one kind at a time, each with its own denominator."""

import pytest
from small_ledger import TODAY, finding, loaded_ledger, with_findings

from vigie.measures import vocabulary as v
from vigie.measures.make_views import ledger_view
from vigie.measures.model import Ledger


def _view(ledger: Ledger):
    return ledger_view(ledger, None, "fr", TODAY)


def _renumbered(ledger: Ledger, *numbers: int) -> Ledger:
    """The ledger with a measure of each of ``numbers``, in that order, after its own records."""
    content, measure = ledger.measures
    more = tuple(measure.model_copy(update={"id": f"mesure-{n}", "number": n}) for n in numbers)
    return ledger.model_copy(update={"measures": (measure, *more, content)})


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return loaded_ledger().record


def test_contents_and_measures_are_never_counted_together(ledger):
    """Two groups, contents first whatever the file's order, each with the number of its own kind."""
    view = _view(_renumbered(ledger, 9, 2))
    groups = view.grouped(view.measures)
    assert [(g.kind, len(g.rows), g.total) for g in groups] == [("content", 1, 1), ("measure", 3, 3)]


def test_measures_follow_their_number_and_contents_the_file(ledger):
    """The order of contents means nothing: it is left as it is."""
    view = _view(_renumbered(ledger, 9, 2))
    assert [row.measure.number for row in view.grouped(view.measures)[1].rows] == [2, 7, 9]
    first, second = (m for m in _view(ledger).measures)
    assert view.grouped((second, first, second))[1].rows == (second, second)


def test_a_filter_keeps_the_denominator_of_its_kind(ledger):
    """« 1 of 3 measures »: what is not shown is still counted; a kind without row has no group."""
    view = _view(_renumbered(ledger, 9, 2))
    (group,) = view.grouped(view.only(frozenset({"mesure-9"})))
    assert (group.kind, len(group.rows), group.total) == ("measure", 1, 3)
    assert view.grouped(()) == ()


def test_a_tally_sums_to_its_rows_and_silence_is_not_assessed():
    """Each voice gives each row one status; nothing said counts as not assessed, never as a failure."""
    said = (
        finding("f-etat", "2021-05", "miprof", progress="engaged"),
        finding("f-asso", "2021", "collectif", progress="not_assessed"),
    )
    view = _view(with_findings(*said).record)
    group = view.grouped(view.measures)[1]
    assert group.tally("state") == {"engaged": 1}
    assert group.tally("associations") == {"not_assessed": 1}
    assert group.tally("independent") == {"not_assessed": 1}
    assert group.said == ("not_assessed", "engaged")


def test_the_legend_has_the_signs_in_use_in_the_order_of_the_list(ledger):
    """No sign without its words; none explained that is nowhere."""
    view = _view(ledger)
    for group in view.grouped(view.measures):
        assert set(group.said) == {cell.progress for row in group.rows for cell in row.cells}
        assert list(group.said) == sorted(group.said, key=v.ALL_PROGRESS.index)

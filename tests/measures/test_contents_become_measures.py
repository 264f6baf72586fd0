"""The day the plan is read, tried on a generated plan: old addresses lead on, nothing is lost."""

import datetime
import sys

import pytest

from built import ROOT
from vigie.measures.editions import editions
from vigie.ready import make_ready

TODAY = datetime.date(2026, 11, 22)
COUNT = 20
"""More than the contents, so that one measure has none; sixty of them are built by the bench."""


@pytest.fixture(scope="module")
def before(project_template):
    """The site of today."""
    return make_ready(project_template, TODAY)


@pytest.fixture(scope="module")
def after(tmp_path_factory):
    """The same facts once the plan is read: each content named by the measures it became."""
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        from complete_plan import complete_plan
        from corpus import copy_project
    finally:
        sys.path.remove(str(ROOT / "bench"))
    project = copy_project(ROOT, tmp_path_factory.mktemp("plan") / "project")
    complete_plan(project, COUNT, languages=("ar",))
    return make_ready(project, TODAY)


def test_every_old_address_leads_to_the_measures_it_became(before, after):
    """In each language, the page of a content stays, and links to each of its measures."""
    ledger = after.build.ledger.record
    contents = [m.id for m in before.build.ledger.record.measures]
    assert set(contents) == set(ledger.successors)
    for lang, prefix in (("fr", ""), ("ar", "ar/")):
        for id_ in contents:
            page = after.index.get(lang, f"plan/mesures/{id_}/")
            assert page is not None
            html = str(after.framed[f"{prefix}plan/mesures/{id_}/index.html"].main)
            assert all(f'href="../{heir}/"' in html for heir in ledger.successors[id_])


def test_only_measures_are_counted_and_all_are(after):
    """As many rows, no content among them; a content that was split or merged counts once per measure, not per content."""
    view = after.build.ledger_views["fr"]
    assert (view.contents_count, view.numbered_count, len(view.measures)) == (0, COUNT, COUNT)
    for side in ("state", "independent", "associations"):
        assert sum(view.tally(side).values()) == COUNT


def test_each_finding_of_a_content_is_on_each_measure_it_became(before, after):
    """Merged contents bring both lists, a split one goes to both measures, under its own id and its content's name."""
    views = {m.measure.id: m for m in after.build.ledger_views["fr"].measures}
    for content in before.build.ledger.record.measures:
        for heir in after.build.ledger.record.successors[content.id]:
            shown = {f.finding.id: f for column in views[heir].columns for f in column.findings}
            for finding in content.findings:
                assert shown[finding.id].noted_under.value == content.label
            html = str(after.framed[f"plan/mesures/{heir}/index.html"].main)
            assert all(f'id="{finding.id}"' in html for finding in content.findings)


def test_texts_that_cite_a_content_lead_to_its_measures(before, after):
    """And the list of the texts on each measure names them; its page shows the newest."""
    successors = after.build.ledger.record.successors
    citing = [post for post in after.build.published_posts if post.meta.measures and post.lang == "fr"]
    assert citing
    for post in citing:
        html = str(after.framed[f"{post.address}index.html"].main)
        for id_ in post.meta.measures:
            for heir in successors[id_]:
                assert f"plan/mesures/{heir}/" in html
                assert post.address in str(after.framed[f"plan/mesures/{heir}/textes/index.html"].main)


def test_states_established_before_that_day_do_not_move(before, after):
    """The contents, their findings and their figures are those of before; no measure of the generated plan is in them.

    The generated measures are noted on the day these states were established: a real reading comes later.
    """
    ids = {m.id for m in before.build.ledger.record.measures}
    later = after.build.ledger.record
    noted_later = tuple(
        m if m.id in ids else m.model_copy(update={"added_on": TODAY + datetime.timedelta(days=30)})
        for m in later.measures
    )
    then = editions(later.model_copy(update={"measures": noted_later}))
    for old, new in zip(editions(before.build.ledger.record), then, strict=True):
        assert old.ledger.listed == new.ledger.listed
        assert old.uncertain.listed == new.uncertain.listed
        assert old.ledger.plan.claims == new.ledger.plan.claims
        assert old.ledger.series == new.ledger.series

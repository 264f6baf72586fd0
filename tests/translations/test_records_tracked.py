"""Records of ``data/<lang>/`` beside the French: on a copy of the real project, field by field."""

import datetime

import pytest
from click.testing import CliRunner

from built import ROOT, TODAY
from vigie.cli import main
from vigie.load_build import load_build
from vigie.problems import blocking
from vigie.readers.pages import contact_views
from vigie.render import Renderer
from vigie.site.check import check_build
from vigie.site.pages import all_pages

DAY = datetime.date.fromisoformat(TODAY)
SAID = "Pour un enfant ou un mineur en danger."


def _build(root):
    build, problems = load_build(root, DAY)
    assert build is not None, problems
    assert blocking(problems) == []
    return build


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert "Traceback" not in result.output
    return result


def _edit(root, path, before, after):
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def _behind(build):
    return {
        f"{record.own.loaded.path}#{record.own.id}": [part.id for part in record.status.behind]
        for record in build.records
        if record.status and record.status.behind
    }


@pytest.fixture
def edited(project_copy):
    """One field of one helpline says something else in French."""
    _edit(project_copy, "data/contacts.yaml", SAID, "Pour tout enfant en danger, et pour qui s’inquiète de lui.")
    return project_copy


def test_every_record_of_the_repository_is_tied_to_the_french_of_today():
    """Each has a code, and nothing is behind."""
    build = _build(ROOT)
    assert len(build.records) > 150
    assert {record.own.id for record in build.records if record.status is None or record.own.source is None} == set()
    assert {record.status.state for record in build.records} == {"up_to_date"}


def test_one_field_that_changed_marks_that_record_in_each_language(edited):
    """No other record, no page; a helpline calls for a review."""
    build = _build(edited)
    assert _behind(build) == {"data/ar/contacts.yaml#119": ["for_whom"], "data/en/contacts.yaml#119": ["for_whom"]}
    assert {r.status.state for r in build.records if r.status.behind} == {"to_review"}
    assert all(t.status.state == "up_to_date" for t in build.translations.values() if t.status)


def test_undone_nothing_is_behind(edited):
    """The status is computed: nothing remembers the edit."""
    _edit(edited, "data/contacts.yaml", "Pour tout enfant en danger, et pour qui s’inquiète de lui.", SAID)
    assert _behind(_build(edited)) == {}


def test_readers_see_their_words_and_the_french_of_today(edited):
    """Beside the Arabic, in its own language; an unchanged field shows its words alone."""
    build = _build(edited)
    index = all_pages(build)
    html = str(Renderer(build, index).fragment(index.get("ar", "infos/qui-appeler/")))
    assert '<span lang="fr" dir="ltr">Pour tout enfant en danger, et pour qui s’inquiète de lui.</span>' in html
    assert "لكل طفل أو قاصر في خطر." in html
    assert html.count('class="newer"') == 1


def test_a_field_that_the_french_gained_or_lost_blocks_nobody(project_copy):
    """An editor who learns the hours of a line publishes them: readers of other languages see the French."""
    _edit(project_copy, "data/contacts.yaml", 'hours: "24\u00a0h/24, 7\u00a0j/7"', "hours: null")
    _edit(project_copy, "data/contacts.yaml", "not_for: null", 'not_for: "Pas pour une question."')
    build = _build(project_copy)
    assert [str(p) for p in blocking(check_build(build, all_pages(build)))] == []
    views = contact_views(
        build.contacts.record, build.contact_words["ar"].record, "ar", DAY, build.made_from["ar"].newer
    )
    assert [(str(v.not_for), v.not_for.lang) for v in views if v.not_for][0] == ("Pas pour une question.", "fr")
    lost = next(view for view in views if view.contact.id == "114")
    assert lost.contact.hours is None
    assert lost.hours is None


def test_a_sentence_to_read_aloud_never_reads_another(project_copy):
    """When the French sentence changes, what was written in Arabic letters goes until somebody writes it again."""
    before = "Bonjour, j’ai moins de 18 ans."
    text = (project_copy / "data/contacts.yaml").read_text(encoding="utf-8")
    assert before in text
    _edit(project_copy, "data/contacts.yaml", before, "Bonjour, j’ai besoin d’aide.")
    build = _build(project_copy)
    views = contact_views(
        build.contacts.record, build.contact_words["ar"].record, "ar", DAY, build.made_from["ar"].newer
    )
    assert [view.contact.id for view in views if view.sentence_read is None] == ["119"]


def test_done_follows_one_record_and_leaves_the_file_as_it_was(edited):
    """Only the code of that record changes; the others keep theirs."""
    before = (edited / "data/ar/contacts.yaml").read_text(encoding="utf-8").split("\n")
    tried = _run(edited, "done", "--dry-run", "data/ar/contacts.yaml#119")
    assert tried.exit_code == 0
    assert (edited / "data/ar/contacts.yaml").read_text(encoding="utf-8").split("\n") == before
    assert _run(edited, "done", "data/ar/contacts.yaml#119").exit_code == 0
    after = (edited / "data/ar/contacts.yaml").read_text(encoding="utf-8").split("\n")
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].startswith("    source: ")
    assert _behind(_build(edited)) == {"data/en/contacts.yaml#119": ["for_whom"]}


def test_diff_says_what_changed(edited):
    """Both texts, the words to translate again; the other records are up to date."""
    said = _run(edited, "diff", "data/ar/contacts.yaml").output
    assert f"-{SAID}" in said
    assert "+Pour tout enfant en danger, et pour qui s’inquiète de lui." in said
    assert said.count("mots à reprendre") == 1


def test_a_typo_declared_minor_marks_nothing_and_a_number_is_refused(project_copy):
    """« minor » names the French record."""
    _edit(project_copy, "data/contacts.yaml", SAID, "Pour un enfant, ou un mineur, en danger.")
    assert _run(project_copy, "minor", "data/contacts.yaml#119", "--reason", "une coquille").exit_code == 0
    assert _behind(_build(project_copy)) == {}
    _edit(project_copy, "data/contacts.yaml", "Le service annonce 12 langues", "Le service annonce 14 langues")
    refused = _run(project_copy, "minor", "data/contacts.yaml#" + _of_12_languages(project_copy), "--reason", "x")
    assert refused.exit_code == 1
    assert "un nombre" in refused.output


def _of_12_languages(root):
    build = _build(root)
    return next(c.id for c in build.contacts.record.contacts if "14 langues" in (c.languages_note or ""))


def test_a_record_without_french_is_told_and_stops_nobody(project_copy):
    """The editor who removes a topic is not stopped by its translations."""
    _edit(project_copy, "data/topics.yaml", "- {id: cncdh,", "- {id: autre-sujet,")
    build = _build(project_copy)
    told = [p for p in check_build(build, all_pages(build)) if "cncdh" in p.what and "topics.yaml" in p.path]
    assert {p.path for p in told} == {"data/ar/topics.yaml", "data/en/topics.yaml"}
    assert blocking(told) == []


def test_what_names_no_translation_is_refused(project_copy):
    """A French file, an id that is not there."""
    for path in ("data/contacts.yaml", "data/ar/contacts.yaml#999", "data/xx"):
        result = _run(project_copy, "done", path)
        assert result.exit_code == 1
        assert "n’est pas une traduction" in result.output

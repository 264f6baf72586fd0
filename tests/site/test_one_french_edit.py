"""One French paragraph is edited in a copy of the real project: what each person sees, and that undoing leaves nothing."""

import datetime
import re
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from built import TODAY
from vigie.cli import main
from vigie.load_build import load_build
from vigie.render import Renderer
from vigie.site.check import check_build
from vigie.site.pages import all_pages

DAY = datetime.date.fromisoformat(TODAY)
PAGE = "docs/fr/infos/droits.md"
BEFORE = "Ce n’est pas un hébergement d’urgence."
AFTER = "Ce n’est pas un hébergement d’urgence, il faut attendre une réponse."
TYPO = "Ce n’est pas un hébergement d’urgences."
SECTION = "hebergement"


def _edit(root, path, before, after):
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(before) >= 1
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert "Traceback" not in result.output
    return result


def _build(root):
    build, problems = load_build(root, DAY)
    assert build is not None, problems
    return build


def _statuses(root):
    return {
        target.shown: (target.status.state, {part.id: part.change for part in target.status.behind})
        for target in _build(root).targets
        if target.status
    }


def _fragments(root):
    build = _build(root)
    index = all_pages(build)
    renderer = Renderer(build, index)
    wanted = [page for page in index.by_place.values() if page.kind in ("page", "missing", "home")]
    return {(page.lang, page.address): str(renderer.fragment(page)) for page in wanted}


@pytest.fixture(scope="module")
def before_and_after(project_template, tmp_path_factory):
    """The pages before and after the edit, what the check says of it, and the statuses of all that is translated."""
    root = shutil.copytree(project_template, tmp_path_factory.mktemp("edit") / "project")
    before = _fragments(root)
    _edit(root, PAGE, BEFORE, AFTER)
    build = _build(root)
    return before, _fragments(root), check_build(build, all_pages(build)), _statuses(root)


def test_exactly_that_section_is_behind_in_each_language(before_and_after):
    """No other section, page or record, in any language."""
    *_, statuses = before_and_after
    assert {name: found for name, found in statuses.items() if found != ("up_to_date", {})} == {
        "docs/ar/infos/droits.md": ("partly_behind", {SECTION: "changed"}),
        "docs/en/infos/droits.md": ("partly_behind", {SECTION: "changed"}),
    }


def test_the_editor_is_told_how_many_words_and_nothing_is_stopped(before_and_after):
    """On the French line, with the languages and the words of the section."""
    _, _, problems, _ = before_and_after
    (told,) = problems
    assert not told.blocking
    assert told.path == PAGE
    assert re.search(r"\(hebergement\) ; à reprendre : ar \d+ mots, en \d+ mots$", told.what)
    assert "vigie minor docs/fr/infos/droits.md" in told.mend


def test_every_page_stays_up_and_only_that_one_changes(before_and_after):
    """The French page, its translations with one note each, what volunteers are told; no other page by one byte."""
    before, after, *_ = before_and_after
    assert before.keys() == after.keys()
    changed = {page for page, html in after.items() if html != before[page]}
    assert changed == {
        (lang, page) for lang in ("fr", "ar", "en") for page in ("infos/droits/", "contribuer/traductions/")
    }
    for lang in ("ar", "en"):
        html = after[lang, "infos/droits/"]
        assert html.count('class="beside"') == 1
        heading = html.index(f'id="{SECTION}"')
        note = html.index('class="beside"')
        assert heading < note < html.index("<h2", heading)
        assert "il faut attendre une réponse" in html[note:]
        folded = html[html.index('<div lang="fr" dir="ltr">', note) :]
        assert "il faut attendre une réponse" in folded[: folded.index("</details>")]


def test_undone_or_declared_a_typo_nothing_is_behind(project_copy):
    """Nothing was stored: the same statuses as before."""
    before = _statuses(project_copy)
    _edit(project_copy, PAGE, BEFORE, AFTER)
    assert _statuses(project_copy) != before
    _edit(project_copy, PAGE, AFTER, BEFORE)
    assert _statuses(project_copy) == before
    _edit(project_copy, PAGE, BEFORE, TYPO)
    assert _run(project_copy, "minor", PAGE, "--reason", "une coquille").exit_code == 0
    assert _statuses(project_copy) == before


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Cette carte dure 1 an.", "Cette carte dure 2 ans."),
        ("30 jours", "trente-et-un jours"),
        ("[119](contact:119)", "[17](contact:17)"),
        ("31 juillet 2024", "1er août 2024"),
        ("L.\u00a0425-1", "L.\u00a0425-2"),
    ],
)
def test_a_number_a_helpline_a_date_or_an_article_is_never_minor(was, now, project_copy):
    """Refused, and nothing written."""
    lock = (project_copy / "data/translations.lock.jsonl").read_bytes()
    _edit(project_copy, PAGE, was, now)
    result = _run(project_copy, "minor", PAGE, "--reason", "une coquille")
    assert result.exit_code == 1
    assert "elle se traduit" in result.output
    assert (project_copy / "data/translations.lock.jsonl").read_bytes() == lock


@pytest.mark.parametrize(
    ("path", "was", "now", "says"),
    [
        ("docs/ar/infos/droits.md", "10 سنوات", "12 سنوات", r"« 12 .* mais le français dit « 10 ans » \(docs/fr/infos/droits.md:\d+\)"),
        ("docs/ar/infos/droits.md", "يسمح القانون بمهلة 30 يوماً", "يسمح القانون بمهلة", r"« 30 jours » du français \(docs/fr/infos/droits.md:61\) manque ici"),
        ("docs/en/infos/droits.md", "30 days", "13 days", r"« 13 days » .* mais le français dit « 30 jours » \(docs/fr/infos/droits.md:\d+\)"),
    ],
)  # fmt: skip
def test_a_number_changed_or_dropped_in_a_translation_fails_naming_both_lines(path, was, now, says, project_copy):
    """On the line of the translation."""
    _edit(project_copy, path, was, now)
    build = _build(project_copy)
    told = [problem for problem in check_build(build, all_pages(build)) if problem.blocking]
    assert len(told) == 1
    assert told[0].path == path
    assert re.search(says, told[0].what)
    line = (project_copy / path).read_text(encoding="utf-8").split("\n")[told[0].line - 1]
    assert now in line


def test_no_history_is_needed(project_copy, tmp_path):
    """With a history of one commit, rewritten, or without any: the same statuses, and the same words of ``vigie diff``."""
    _edit(project_copy, PAGE, BEFORE, AFTER)
    without = _statuses(project_copy), _run(project_copy, "diff", "docs/ar").output
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(project_copy)]
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["commit", "-q", "-m", "un"],
        ["commit", "-q", "--amend", "-m", "deux"],
    ):
        subprocess.run([*git, *arguments], check=True)
    assert (_statuses(project_copy), _run(project_copy, "diff", "docs/ar").output) == without
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{project_copy}", str(shallow)], check=True)
    assert (_statuses(shallow), _run(shallow, "diff", "docs/ar").output) == without

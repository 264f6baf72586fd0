"""Changing one finding changes what shows it, in both languages, and nothing else on the site."""

import datetime
import re

import pytest

from vigie.ready import make_ready

TODAY = datetime.date(2026, 11, 22)
MEASURE = "outil-numerique-parcours"
FINDING = """      - id: constat-d-essai
        date: 2026-01-15
        added_on: 2026-11-22
        by: collectif
        progress: {progress}
        sufficiency: null
        statement: {statement}
        demand: null
        sources: [fiche-beta-gouv-2024]
        validated: null
        correction_of: null
        withdrawn: null
        replies: []
"""
SHOWING = (
    "plan/index.html", "plan/mesures/index.html", f"plan/mesures/{MEASURE}/index.html", "plan/differences/index.html",
)  # fmt: skip
"""Grid, table, the record's own page, differences: each must follow, in every language."""
NOT_IN_ENGLISH = ("plan/differences/index.html",)
"""A short page that leads to the French stands there: this page is not translated yet."""
MAY_FOLLOW = re.compile(r"(?:ar/|en/)?plan/(mesures/filtre/.*|dernieres-informations/|donnees/)index\.html")
"""The filters, the dates of the last texts, the sizes of the downloads."""
FILES = {"constats.csv", "registre.json", "registre.xlsx", "ajouts.atom", "datapackage.json"}
"""The package says the size and the digest of each table: it follows."""


def _ready(project, progress, statement):
    path = project / "data/measures.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index(f"\n  - id: {MEASURE}\n")
    end = text.index("    former_ids:", start)
    written = FINDING.format(progress=progress, statement=statement)
    path.write_text(text[:end] + written + text[end:], encoding="utf-8")
    ready = make_ready(project, TODAY)
    path.write_text(text, encoding="utf-8")
    return ready


@pytest.fixture(scope="module")
def changed(tmp_path_factory, project_template):
    """The paths of the pages and files that differ between two versions of one finding."""
    import shutil

    project = tmp_path_factory.mktemp("one") / "project"
    shutil.copytree(project_template, project)
    before = _ready(project, "not_started", "Un texte fictif.")
    after = _ready(project, "partly_done", "Un autre texte fictif.")
    pages = {name for name in {*before.framed, *after.framed} if before.framed.get(name) != after.framed.get(name)}
    files = [before.files, after.files]
    return pages, {name for name in {*files[0], *files[1]} if files[0].get(name) != files[1].get(name)}


def test_every_page_that_shows_the_finding_follows(changed):
    """Its page, the table, the grid and the differences, in every language."""
    pages, _files = changed
    for prefix in ("", "ar/"):
        assert {f"{prefix}{name}" for name in SHOWING} <= pages
    assert {f"en/{name}" for name in SHOWING if name not in NOT_IN_ENGLISH} <= pages


def test_no_other_page_moves(changed):
    """Not the home page, not another record, not a state of the table, not a page of help."""
    pages, _files = changed
    shown = {f"{prefix}{name}" for prefix in ("", "ar/", "en/") for name in SHOWING}
    assert {name for name in pages - shown if not MAY_FOLLOW.fullmatch(name)} == set()


def test_the_downloads_that_hold_it_follow_and_no_other(changed):
    """Table, whole ledger, workbook and feed; the states of the table and the other tables stay."""
    _pages, files = changed
    assert files == {f"plan/donnees/{name}" for name in FILES}

"""A page that was published and is no longer there has a redirect, or is told: pure rule, then in a small repository."""

import dataclasses
import datetime
import subprocess
import sys

import pytest
from click.testing import CliRunner

from vigie import strict_yaml
from vigie.cli import main
from vigie.data_files import parse_data
from vigie.history import HistoryNotRead, names_at
from vigie.load_build import load_build
from vigie.redirects.lost import no_old_address_lost_its_line
from vigie.redirects.model import Redirects
from vigie.redirects.since import no_published_page_has_vanished
from vigie.site.pages import all_pages

TEXT = "---\ntitle: Un texte\ndescription: Pour voir.\n{more}---\n\nIl était une fois.\n"
GONE = "docs/fr/plaidoyer/2024-05.md"


@pytest.fixture(scope="module")
def build(project_root):
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    return build


def _since(build, names, more="", lines="[]"):
    loaded, problems = parse_data(Redirects, f"hosts: []\nredirects: {lines}\n", "data/redirects.yaml")
    assert loaded, problems
    now = dataclasses.replace(build, redirects=loaded)
    return no_published_page_has_vanished(now, all_pages(now), names, lambda name: TEXT.format(more=more))


def test_what_is_still_there_is_not_told(build, project_root):
    """Every file of today, and what is no page."""
    names = [p.relative_to(project_root).as_posix() for p in sorted((project_root / "docs").rglob("*")) if p.is_file()]
    assert _since(build, [*names, "docs/README.md", "docs/fr/plaidoyer/photo.webp"]) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (GONE, "- {from: /plaidoyer/2024-05/, to: plaidoyer/2024-0"),
        ("docs/fr/infos/perdu/index.md", "- {from: /infos/perdu/, to: infos/, approximate: true}"),
        ("docs/fr/zzzz.md", "- {from: /zzzz/, to: index.md, approximate: true}"),
        ("docs/ar/infos/urgences.md", "- {from: /ar/infos/urgences/, to: ar/infos/urgence.md}"),
    ],
)
def test_a_page_that_vanished_is_told_with_the_line_to_add(build, name, line):
    """Its file, its address, and where it could lead: the file with nearly its name, else what is above."""
    (problem,) = _since(build, [name])
    assert problem.blocking
    assert problem.path == "data/redirects.yaml"
    assert name in problem.what
    assert line in problem.mend


def test_the_line_that_is_proposed_is_accepted(build):
    """As it is, and the page is no longer told."""
    for name in (GONE, "docs/fr/infos/perdu.md", "docs/ar/infos/urgences.md"):
        (problem,) = _since(build, [name])
        line = problem.mend.partition(": - ")[2]
        assert _since(build, [name], lines=f"[{line}]") == []


def test_the_same_text_under_another_name_is_found(build):
    """A renamed file: its own words tell where it went."""
    post = next(p for p in build.posts if p.document.path == "docs/fr/plaidoyer/2023-07.md")
    found = no_published_page_has_vanished(
        build, all_pages(build), ["docs/fr/plaidoyer/2019-01.md"],
        lambda name: f"---\ntitle: x\ndescription: x\n---\n{post.document.body}",
    )  # fmt: skip
    assert "to: plaidoyer/2023-07.md}" in found[0].mend


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("draft: true\n", 0),
        ("draft: false\n", 1),
        ("publish_on: 2026-11-23\n", 0),
        ("publish_on: 2026-11-22\n", 1),
        ("publish_on: 2020-01-01\ndraft: true\n", 0),
        ("publish_on: bientôt\n", 1),
    ],
)
def test_what_was_never_shown_is_not_told(build, more, told):
    """A draft, a text whose day has not come."""
    assert len(_since(build, [GONE], more)) == told


def test_a_text_that_becomes_a_draft_is_told(build):
    """Its file is there, its address answers no more."""
    posts = tuple(
        dataclasses.replace(post, meta=post.meta.model_copy(update={"draft": True}))
        if post.document.path == "docs/fr/plaidoyer/2024-03.md"
        else post
        for post in build.posts
    )
    (problem,) = _since(dataclasses.replace(build, posts=posts), ["docs/fr/plaidoyer/2024-03.md"])
    assert "docs/fr/plaidoyer/2024-03.md a disparu" in problem.what


def test_a_language_that_is_no_longer_shown_leaves_with_its_pages(build):
    """That is decided in data/site.yaml, in one line."""
    assert _since(build, ["docs/de/infos/perdu.md"]) == []


BEFORE = """hosts: []
redirects:
  - {from: /mars_2024, to: plaidoyer/2024-03.md}
  - {from: /node/350, to: infos/outils.md#se-former, approximate: true}
  - {from: /plaidoyer/2019-01/, to: plaidoyer/2019-02.md}
  - {from: /profond, to: plan/mesures/perdue/}
  - {from: /zzzz, to: yyyy/}
  - {from: "/spip.php?page=article&id_article=248", to: index.md}
  - {from: /ar/infos/ancien/, to: ar/infos/urgence.md}
  - {from: /de/infos/ancien/, to: de/infos/urgence.md}
  - {from: /infos/urgence/, to: index.md}
  - {from: illisible, to: 3}
"""


def _lost(build, lines):
    loaded, problems = parse_data(Redirects, f"hosts: []\nredirects: {lines}\n", "data/redirects.yaml")
    assert loaded, problems
    now = dataclasses.replace(build, redirects=loaded)
    before, _problems = strict_yaml.load(BEFORE, "data/redirects.yaml")
    return no_old_address_lost_its_line(now, all_pages(now), before)


def test_a_line_that_was_taken_out_is_told_with_itself(build):
    """As it was; to the nearest page where its own has left too; neither a page come back nor a hidden language."""
    moved = "{from: /plaidoyer/2019-02/, to: plaidoyer/2024-03.md}"
    found = _lost(build, f"[{moved}]")
    assert {(p.path, p.line, p.blocking) for p in found} == {("data/redirects.yaml", 2, True)}
    lines = [p.mend.removeprefix("remettez-la : - ") for p in found]
    assert lines == [
        "{from: /mars_2024, to: plaidoyer/2024-03.md}",
        "{from: /node/350, to: infos/outils.md#se-former, approximate: true}",
        "{from: /plaidoyer/2019-01/, to: plaidoyer/2024-03.md}",
        "{from: /profond, to: plan/mesures/, approximate: true}",
        "{from: /zzzz, to: index.md, approximate: true}",
        '{from: "/spip.php?page=article&id_article=248", to: index.md}',
        "{from: /ar/infos/ancien/, to: ar/infos/urgence.md}",
    ]
    assert _lost(build, f"[{', '.join([moved, *lines])}]") == []


def test_a_line_may_change_where_it_leads_and_its_capitals(build):
    """Its address still answers."""
    told = [p.what for p in _lost(build, "[{from: /Mars_2024, to: index.md}]")]
    assert len(told) == 6
    assert not [what for what in told if "mars" in what.lower()]


@pytest.mark.parametrize("text", ["", "[]", "redirects: 3", "redirects: [3, [], {from: 4}]"])
def test_another_form_at_the_reference_had_no_line(build, text):
    """The file may have been anything then."""
    before, _problems = strict_yaml.load(text, "data/redirects.yaml")
    assert no_old_address_lost_its_line(build, all_pages(build), before) == []


def _git(root, *arguments):
    own = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


def test_the_command_refuses_a_page_that_left_without_a_line(project_copy, monkeypatch):
    """`vigie check --since` on a renamed text: refused, accepted with its line, and the history is said to be needed."""
    old, new = (
        project_copy / "docs/fr/plaidoyer/2024-06.md",
        project_copy / "docs/fr/plaidoyer/2024-06-avant-les-jeux.md",
    )
    _git(project_copy, "init", "-q")
    _git(project_copy, "add", "docs", "data", "mkdocs.yml")
    _git(project_copy, "commit", "-qm", "Publié")
    monkeypatch.setattr(sys.modules["vigie.cli.check"], "problems_of", lambda root, public: [])

    def run():
        return CliRunner().invoke(main, ["--root", str(project_copy), "check", "--since", "HEAD"])

    assert run().output == "Aucun problème.\n"
    old.rename(new)
    refused = run()
    assert refused.exit_code == 1
    line = "- {from: /plaidoyer/2024-06/, to: plaidoyer/2024-06-avant-les-jeux.md}"
    assert "docs/fr/plaidoyer/2024-06.md a disparu" in refused.stderr
    assert line in refused.stderr
    path = project_copy / "data/redirects.yaml"
    text = path.read_text(encoding="utf-8").replace("plaidoyer/2024-06.md", new.name.join(["plaidoyer/", ""]))
    path.write_text(f"{text}  {line}\n", encoding="utf-8")
    assert run().output == "Aucun problème.\n"
    _git(project_copy, "add", "docs", "data")
    _git(project_copy, "commit", "-qm", "Renommé")
    path.write_text(text, encoding="utf-8")
    forgotten = run()
    assert forgotten.exit_code == 1
    assert "la ligne de l’ancienne adresse « /plaidoyer/2024-06/ » a disparu" in forgotten.stderr
    assert line in forgotten.stderr
    assert names_at(project_copy, "HEAD", "docs/fr/plaidoyer")[0].startswith("docs/fr/plaidoyer/20")
    with pytest.raises(HistoryNotRead, match="n’est pas une référence"):
        names_at(project_copy, "perdu", "docs")
    assert (
        "n’est pas une référence de ce dépôt"
        in CliRunner().invoke(main, ["--root", str(project_copy), "check", "--since", "perdu"]).stderr
    )

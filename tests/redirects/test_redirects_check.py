"""What is refused in ``data/redirects.yaml``: golden cases on the real pages, and hostile files."""

import dataclasses
import datetime
import re
import time

import pytest
from click.testing import CliRunner

from golden_cases import assert_refused, cases, changed, text_of
from vigie.cli import main
from vigie.data_files import parse_data
from vigie.load_build import load_build
from vigie.problems import blocking
from vigie.redirects.check import check_redirects, no_old_address_takes_the_place_of_a_file
from vigie.redirects.model import MOST, Redirects
from vigie.redirects.pages import small_pages
from vigie.redirects.settled import settled
from vigie.render import Renderer
from vigie.site.pages import all_pages
from vigie.site.root_files import root_files

PATH = "data/redirects.yaml"
GOOD = text_of("redirects.yaml")


@pytest.fixture(scope="module")
def build(project_root):
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    return build


def problems_of(build, text, **changes):
    """Of reading, else of the list among the pages of ``build``."""
    loaded, problems = parse_data(Redirects, text, PATH)
    if loaded is None:
        return problems
    now = dataclasses.replace(build, redirects=loaded, **changes)
    return check_redirects(now, all_pages(now))


@pytest.mark.parametrize("case", cases("redirects_refusals.yaml"))
def test_each_wrong_line_is_refused(build, case):
    """On its line, in French."""
    text = changed(GOOD, case)
    assert_refused(case, text, problems_of(build, text))


def test_the_good_list_is_accepted(build):
    """Every form that a line may have."""
    assert problems_of(build, GOOD) == []


def test_a_list_may_be_empty(build):
    """A site without past."""
    assert problems_of(build, "hosts: []\nredirects: []\n") == []


@pytest.mark.parametrize("change", [{"draft": True}, {"publish_on": datetime.date(2026, 11, 23)}])
def test_a_text_that_does_not_appear_is_no_target(build, change):
    """A draft, or a text whose day has not come: the reader would find nothing."""
    posts = tuple(
        dataclasses.replace(post, meta=post.meta.model_copy(update=change))
        if post.document.path == "docs/fr/plaidoyer/2024-03.md"
        else post
        for post in build.posts
    )
    (problem,) = problems_of(build, GOOD, posts=posts)
    assert (problem.line, problem.blocking) == (3, True)
    assert "ne paraît pas (brouillon, ou jour à venir)" in problem.what


def test_a_page_that_waits_for_its_reviewer_is_told_without_stopping_the_site(build):
    """Its address answers, with the numbers to call: that deserves a look, no more."""
    record = build.site.record.model_copy(update={"status": "public"})
    site = dataclasses.replace(build.site, record=record)
    text = GOOD.replace("infos/outils.md#droits-ecpat", "infos/droits.md#asile")
    found = problems_of(build, text, site=site)
    assert [(p.line, p.blocking) for p in found] == [(4, False), (10, False)]
    assert "attend une relecture" in found[0].what


LISTS = {
    "sujets/osce/": "sujets/",
    "actualites/2024/": "actualites/",
    "plaidoyer/2023/": "plaidoyer/",
    "actualites/categories/loi/": "actualites/",
    "plan/mesures/reseau-acse/textes/": "plan/mesures/reseau-acse/",
    "ar/sujets/osce/": "ar/sujets/",
}


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("more", ["", ", approximate: true"])
def test_a_list_that_its_texts_have_left_stops_nothing(build, address, more):
    """Every text has left: told, and the server, the small page and the reader's page lead to the page above."""
    line = f"  - {{from: /perdu, to: {address}{more}}}\n"
    loaded, _problems = parse_data(Redirects, f"hosts: []\nredirects:\n{line}", PATH)
    now = dataclasses.replace(build, redirects=loaded, posts=())
    index = all_pages(now)
    (problem,) = check_redirects(now, index)
    assert (problem.line, problem.blocking) == (3, False)
    assert f"« {address} » n’a aucun texte aujourd’hui" in problem.what
    above = LISTS[address]
    lines = settled(now, index)
    if more:
        assert index.get("fr", "perdu/").subject.nearest.path == above
    else:
        assert f"/perdu /{above} 301" in root_files(now, index)["_redirects"]
        assert {page.target.path for page in small_pages(lines.redirects, index, now.interfaces)} == {"", above}
        assert Renderer(now, index).small_pages.keys() >= {"perdu/index.html"}
    (kept,) = settled(build, all_pages(build)).redirects[:1]
    assert kept == build.redirects.record.redirects[0]


@pytest.mark.parametrize(
    "address",
    [
        "sujets/inconnu/", "actualites/2999/", "actualites/1850/", "plaidoyer/categories/loi/", "sujets/osce/#haut",
        "actualites/categories/x/", "plan/mesures/inconnue/textes/", "plan/textes/", "sujets/osce.md",
    ],
)  # fmt: skip
def test_an_address_that_the_site_never_makes_is_still_refused(build, address):
    """A slip of the finger is not a list that waits for its texts."""
    text = f"hosts: []\nredirects:\n  - {{from: /perdu, to: {address}}}\n"
    (problem,) = problems_of(build, text, posts=())
    assert problem.blocking


@pytest.mark.parametrize("address", ["actualites/page-2/", "sujets/greta/page-9/", "ar/actualites/page-2/"])
def test_a_later_page_of_a_list_is_no_target(build, address):
    """Whether it is there today or not: what it lists moves with every new text."""
    text = f"hosts: []\nredirects:\n  - {{from: /perdu, to: {address}}}\n"
    (problem,) = problems_of(build, text)
    assert problem.blocking
    assert f"to: {address.rpartition('page-')[0]}" in problem.mend


def test_servers_are_told_of_the_page_above_too(project_copy):
    """`vigie deploy` on the day when the last texts of a topic have expired, and the site is still checked good."""
    for path in (project_copy / "docs").glob("*/*/*.md"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"^topics:.*\bosce\b", text, re.MULTILINE):
            path.write_text(text.replace("---\n", "---\nexpire_on: 2026-12-05\n", 1), encoding="utf-8")
    with (project_copy / PATH).open("a", encoding="utf-8") as file:
        file.write("  - {from: /vers_osce, to: sujets/osce/}\n")
    done = CliRunner(env={"VIGIE_TODAY": "2026-12-05"}).invoke(main, ["--root", str(project_copy), "deploy"])
    assert done.exit_code == 0, done.output
    assert '"~*^(?:/vers_osce|' in (nginx := (project_copy / "deploy/nginx/site.conf").read_text(encoding="utf-8"))
    assert "/sujets/osce/" not in nginx
    build, problems = load_build(project_copy, datetime.date(2026, 12, 5))
    found = check_redirects(build, all_pages(build))
    assert [blocking(problems), blocking(found)] == [[], []]
    assert [problem.what for problem in found if "sujets/osce/" in problem.what]


def test_a_page_is_never_written_over(build):
    """Neither a file of the site, nor a folder that has the name of a file."""
    loaded, _problems = parse_data(Redirects, GOOD, PATH)
    small = ["mars_2024/index.html"]
    taken = no_old_address_takes_the_place_of_a_file
    assert taken(loaded, small, {"autre/index.html"}) == []
    for name in ("mars_2024/index.html", "Mars_2024"):
        (problem,) = taken(loaded, small, {name})
        assert (problem.line, "prendrait la place" in problem.what) == (3, True)
    assert len(taken(loaded, ["a/index.html", "a/index.html/index.html"], set())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "hosts: []\nredirects:\n" + "".join(f"  - {{from: /x{n}, to: index.md}}\n" for n in range(30_000)),
        "hosts: []\nredirects:\n" + f"  - {{from: /{'x' * 1_000_000}, to: index.md}}\n",
        f"hosts: []\nredirects: {'[' * 5000}{']' * 5000}\n",
    ],
    ids=["many-lines", "one-long-line", "levels"],
)
def test_a_heavy_file_is_refused_soon(build, text):
    """A megabyte of lines, of one line, of brackets: told within seconds, in a message that a screen can show."""
    start = time.monotonic()
    problems = problems_of(build, text)
    assert time.monotonic() - start < 30
    assert blocking(problems)
    assert max(len(str(problem)) for problem in problems) < 1000


def test_the_longest_list_is_checked_soon(build):
    """As many lines as are admitted, each leading to the next."""
    lines = [f"  - {{from: /x{n}, to: x{n + 1}/}}\n" for n in range(MOST)]
    start = time.monotonic()
    problems = problems_of(build, "hosts: []\nredirects:\n" + "".join(lines))
    assert time.monotonic() - start < 30
    assert len(problems) == MOST

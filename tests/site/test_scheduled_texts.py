"""Texts that wait, expire, announce an event or a document."""

import pytest

from built import build, vigie

NAME = "2026-11-20-essai"
ADDRESS = f"actualites/{NAME}/"


@pytest.fixture
def write(project_copy):
    """Write the post with more front matter."""

    def write(more: str):
        path = project_copy / f"docs/fr/actualites/{NAME}.md"
        path.write_text(
            f"---\ntitle: Un essai\ndescription: Pour voir.\ncategory: loi\nmeasures: [observatoire]\n{more}\n---\n\nTexte.\n",
            encoding="utf-8",
        )
        return project_copy

    return write


def test_a_text_waits_for_its_day(write, tmp_path):
    """Before publish_on it is nowhere; on that day it is on its page and in the list."""
    project = write("publish_on: 2026-12-01")
    site = build(project, tmp_path / "site")
    assert not (site.folder / ADDRESS).exists()
    assert "Un essai" not in site.html("actualites/") + site.html("") + site.html("plan/mesures/observatoire/")
    done = vigie("build", "--site", str(tmp_path / "later"), root=project, today="2026-12-01")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "later" / ADDRESS / "index.html").is_file()
    assert "Un essai" in (tmp_path / "later/actualites/index.html").read_text(encoding="utf-8")


def test_an_expired_text_leaves_the_lists_and_keeps_its_page(write, tmp_path):
    """Its page says since when."""
    site = build(write("expire_on: 2026-11-22"), tmp_path / "site")
    assert "n’est plus d’actualité depuis le 22 novembre 2026" in site.html(ADDRESS)
    assert "Un essai" not in site.html("actualites/") + site.html("")


def test_a_draft_is_nowhere(write, tmp_path):
    """draft: true keeps it out of the site."""
    site = build(write("draft: true"), tmp_path / "site")
    assert not (site.folder / ADDRESS).exists()


def test_an_event_says_when_and_where(write, tmp_path):
    """Day and hour of Paris in words, place, address to follow."""
    event = "event: {start: 2026-12-05 18:30, end: 2026-12-05 20:00, place: Paris, online: 'https://exemple.org/'}"
    html = build(write(event), tmp_path / "site").html(ADDRESS)
    for expected in (
        "5 décembre 2026, 18:30",
        "5 décembre 2026, 20:00",
        "<dd>Paris</dd>",
        'href="https://exemple.org/"',
    ):
        assert expected in html


def test_a_new_text_is_in_the_list_on_the_home_page_and_on_its_measure(write, tmp_path):
    """One file is enough."""
    site = build(write(""), tmp_path / "site")
    for page in ("actualites/", "", "plan/mesures/observatoire/", "ar/actualites/"):
        assert "Un essai" in site.html(page), page

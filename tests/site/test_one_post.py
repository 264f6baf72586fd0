"""One Markdown file is enough to publish, and leaves no trace but its redirect when it goes."""

import datetime
import shutil

import pytest

from vigie.ready import make_ready

DAY = datetime.date(2026, 11, 22)
STEM = "2026-11-20-un-texte-de-plus"
POST = """---
title: "Un texte de plus"
description: "Une phrase fictive."
category: loi
measures: [observatoire]
topics: [epu]
sources: []
---

Des mots fictifs.
"""


def _everything(root):
    """Each file of the site by its path: pages as their four parts, the others as bytes."""
    ready = make_ready(root, DAY)
    pages = {name: (page.head, page.header, page.main, page.footer) for name, page in ready.framed.items()}
    return {**pages, **ready.files}


@pytest.fixture(scope="module")
def versions(project_template, tmp_path_factory):
    """The site before, with one file more, and once it is removed with its redirect."""
    root = shutil.copytree(project_template, tmp_path_factory.mktemp("post") / "project")
    before = _everything(root)
    path = root / f"docs/fr/actualites/{STEM}.md"
    path.write_text(POST, encoding="utf-8")
    added = _everything(root)
    path.unlink()
    redirects = root / "data/redirects.yaml"
    line = f"  - {{from: /actualites/{STEM}/, to: actualites/}}\n"
    redirects.write_text(redirects.read_text(encoding="utf-8").rstrip("\n") + f"\n{line}", encoding="utf-8")
    return before, added, _everything(root)


def _said(content):
    return (
        b"".join(p.encode() for p in content).decode()
        if isinstance(content, tuple)
        else content.decode("utf-8", "replace")
    )


@pytest.mark.parametrize(
    "name",
    [
        "index.html", "actualites/index.html", "actualites/2026/index.html", "actualites/categories/loi/index.html",
        "sujets/epu/index.html", "plan/mesures/observatoire/index.html",
        "plan/mesures/observatoire/textes/index.html", "actualites/flux.atom", "actualites/flux.json",
        "ar/index.html", "ar/actualites/index.html", "ar/sujets/epu/index.html",
        "ar/plan/mesures/observatoire/textes/index.html",
    ],
)  # fmt: skip
def test_it_appears_wherever_it_belongs(versions, name):
    """Home, list, year, category, topic, measure, feeds; in Arabic too, announced as French."""
    before, added, _after = versions
    assert "Un texte de plus" in _said(added[name]) and "Un texte de plus" not in _said(before.get(name, b""))


def test_it_has_its_page_and_the_text_before_it_leads_to_it(versions):
    """In one build, without touching another file."""
    _before, added, _after = versions
    assert "Des mots fictifs." in _said(added[f"actualites/{STEM}/index.html"])
    assert STEM in _said(added["actualites/2025-12-02-prix-droits-de-l-homme/index.html"])


def test_the_topics_count_it(versions):
    """Their page says how many texts each has."""
    before, added, _after = versions
    assert _said(before["sujets/index.html"]) != _said(added["sujets/index.html"])


def test_the_arabic_feed_does_not_hold_a_french_text(versions):
    """A feed is of one language."""
    before, added, _after = versions
    assert added["ar/actualites/flux.atom"] == before["ar/actualites/flux.atom"]


def test_removed_with_its_redirect_it_leaves_nothing_else(versions):
    """Every other page and file has the bytes it had before."""
    before, _added, after = versions
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert changed == {f"actualites/{STEM}/index.html"}
    assert STEM not in "".join(_said(content) for name, content in after.items() if name not in changed)
    assert "Des mots fictifs." not in _said(after[f"actualites/{STEM}/index.html"])

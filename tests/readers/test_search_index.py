"""The index of the search: what is read, what is not, what is kept, and that the same site gives the same bytes."""

import gzip
import json

import pytest

from golden_texts import assert_says
from vigie.problems import ProblemsFound
from vigie.readers.search import index_site, readable_by_the_search

PAGE = """<!doctype html>
<html lang="{lang}" dir="ltr">
<head><title>Titre fictif</title></head>
<body><nav>balise</nav>
<main id="contenu"{mark}>
<h1>{title}</h1>
<p>{text}</p>
<p class="note-line">remarque</p>
</main>
<footer>pied</footer></body>
</html>
"""
MARK = " data-pagefind-body"


@pytest.fixture
def site(tmp_path):
    """Two pages in French, one in Arabic, and one that the search must not read."""
    folder = tmp_path / "site"
    for path, lang, mark, text in (
        ("index.html", "fr", MARK, "Contre l’oubli"),
        ("infos/papiers/index.html", "fr", MARK, "Un passeport"),
        ("ar/index.html", "ar", MARK, "مرحبا"),
        ("404.html", "fr", "", "Introuvable"),
    ):
        write(folder / path, lang=lang, mark=mark, text=text)
    return folder


def write(path, *, lang="fr", mark=MARK, text="Texte", title="Page fictive"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(lang=lang, mark=mark, text=text, title=title), encoding="utf-8")


def fragments(folder):
    """What the search knows of each page, by its address."""
    found = {}
    for path in (folder / "pagefind/fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[fragment["url"]] = fragment
    return found


def state(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_pages_with_the_mark_are_found(site):
    """By their address, the title that readers see, and the words of ``<main>`` alone, notes left out."""
    index_site(site)
    found = fragments(site)
    assert sorted(found) == ["/", "/ar/", "/infos/papiers/"]
    papers = found["/infos/papiers/"]
    assert papers["meta"]["title"] == "Page fictive"
    assert papers["content"] == "Page fictive. Un passeport."


def test_each_language_has_its_index(site):
    """As ``<html>`` says it, with a program that knows its words."""
    index_site(site)
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert {lang: one["page_count"] for lang, one in entry["languages"].items()} == {"ar": 1, "fr": 2}
    assert sorted(path.name for path in (site / "pagefind").glob("wasm.*")) == ["wasm.ar.pagefind", "wasm.fr.pagefind"]


def test_a_language_that_pagefind_does_not_know_keeps_the_common_program(site):
    """Its words are found as they are written."""
    write(site / "ti/index.html", lang="ti", text="ሰላም")
    index_site(site)
    assert (site / "pagefind/wasm.unknown.pagefind").is_file()


def test_only_what_our_script_asks_for_is_kept(site):
    """No ready-made box, no style, no worker."""
    index_site(site)
    names = {path.name for path in (site / "pagefind").iterdir() if path.suffix in (".js", ".css", ".json")}
    assert names == {"pagefind.js", "pagefind-entry.json"}


def test_nothing_else_of_the_site_changes(site):
    """The spaces that the search needs are in its own copies."""
    before = state(site)
    index_site(site)
    assert {name: body for name, body in state(site).items() if not name.startswith("pagefind/")} == before


def test_the_same_site_gives_the_same_index(site):
    """Byte for byte, run after run; an older index is replaced."""
    for number in range(40):
        write(site / f"page-{number}/index.html", lang="ar" if number % 2 else "fr", text=f"Page {number}")
    index_site(site)
    first = state(site)
    (site / "pagefind/index/old.pf_index").write_bytes(b"old")
    for _ in range(4):
        index_site(site)
        assert state(site) == first


def test_words_that_readers_see_apart_are_apart_for_the_search():
    """After an elision, and between two cells; an article of law is one word; the rest stays as it is."""
    articles = "<p>article L.\u00a0425-1, R. 425-1, 17 ou 112. La loi, p. 3</p>"
    assert readable_by_the_search(articles) == "<p>article L.425-1, R.425-1, 17 ou 112. La loi, p. 3</p>"
    assert readable_by_the_search("<p>L’État, d’asile, aujourd’hui</p>") == "<p>L’ État, d’ asile, aujourd’ hui</p>"
    assert readable_by_the_search("<p>« l’<a href='x'>a</a> »’</p>") == "<p>« l’<a href='x'>a</a> »’</p>"
    cells = "<dl><dt>Prix</dt><dd>gratuit</dd></dl><th>A</th><td>B</td>"
    assert readable_by_the_search(cells) == "<dl><dt>Prix </dt><dd>gratuit </dd></dl><th>A </th><td>B </td>"
    assert readable_by_the_search("<p>a<b>b</b>c</p>") == "<p>a<b>b</b>c</p>"


def refusal(folder):
    with pytest.raises(ProblemsFound) as found:
        index_site(folder)
    return found.value.problems


def test_a_site_without_a_page_to_find_is_refused(tmp_path):
    """A template that lost the mark would make a search that finds nothing."""
    write(tmp_path / "index.html", mark="")
    assert_says(refusal(tmp_path), ["1: aucune page à chercher … data-pagefind-body"])


def test_a_page_that_the_index_lacks_is_told(site):
    """A page that says no language goes to no reader."""
    path = site / "infos/papiers/index.html"
    path.write_text(path.read_text(encoding="utf-8").replace(' lang="fr"', ""), encoding="utf-8")
    assert_says(refusal(site), ["1: l’index de la recherche n’a pas toutes les pages"])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("#!/bin/sh\necho panne >&2; exit 3\n", "1: Pagefind a échoué (panne)"),
        ("#!/bin/sh\nexit 0\n", "1: Pagefind a échoué"),
        ("no program", "1: Pagefind ne répond pas"),
    ],
)
def test_a_program_that_fails_is_told_in_french(site, tmp_path, monkeypatch, body, said):
    """Whatever its way to fail, nobody sees a trace."""
    program = tmp_path / "pagefind"
    program.write_text(body, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    assert_says(refusal(site), [said])

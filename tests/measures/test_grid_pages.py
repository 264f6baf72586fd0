"""The table and the grid as written: two kinds apart, words beside every sign, nothing said for a voice that is silent."""

import re

import pytest
from data_build import with_ledger
from small_ledger import finding, with_findings

from vigie.html_stream import read_html
from vigie.render import Renderer
from vigie.site.pages import all_pages

LEDGER = with_findings(
    finding("f-etat", "2021-05", "miprof", progress="engaged"),
    finding("f-asso", "2021-06", "collectif", progress="partly_done"),
)
"""A content that each voice speaks of, and measure 7, which the State and the associations assess."""


@pytest.fixture(scope="module")
def pages():
    """The inner HTML of the table and of the page that holds the grid, per language."""
    build = with_ledger(LEDGER)
    index = all_pages(build)
    renderer = Renderer(build, index)
    return {
        (lang, at): str(renderer.fragment(index.get(lang, at)))
        for lang in ("fr", "ar")
        for at in ("plan/", "plan/mesures/")
    }


def _words(html):
    """As they are read, spaces alike."""
    return re.sub(r"\s+", " ", "".join(e.data for e in read_html(html) if e.kind == "text"))


def _tables(html):
    return re.findall(r'<table class="ledger".*?</table>', html, re.DOTALL)


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_table_has_a_part_per_kind_and_counts_each_alone(pages, lang):
    """Contents first; « 1 of 1 » twice, never « 1 of 2 »; the number of a measure before its label."""
    contents, measures = _tables(pages[lang, "plan/mesures/"])
    assert [len(re.findall("<tr", table)) for table in (contents, measures)] == [2, 2]
    counts = [re.search(r'data-count="([^"]+)"', table)[1] for table in (contents, measures)]
    assert counts[0] != counts[1]
    for said in counts:
        assert re.findall(r"\{n\}|\d+", said) == ["{n}", "1"]
    assert "Premier contenu" in _words(contents)
    assert re.search(r"7\. .?Septième mesure", _words(measures))


def test_a_cell_has_a_status_its_voice_and_date_or_says_that_nothing_is_noted(pages):
    """« Engagée » is the State's word; what the associations say is a draft until they have validated it."""
    said = [_words(cell) for cell in re.findall(r"<td.*?</td>", _tables(pages["fr", "plan/mesures/"])[1], re.DOTALL)]
    assert [text.strip() for text in said] == [
        "L’État Engagée, selon : Miprof Miprof, mai 2021",
        "Instances indépendantes Pas encore examinée Rien de noté ici",
        "Associations Réalisée en partie Le collectif, juin 2021 · Projet, non validé",
    ]


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_each_square_says_in_words_what_its_signs_say(pages, lang):
    """One link per record; three bands; the filled ones are those of the voices that gave a status."""
    squares = re.findall(r'<li><a href="[^"]+"><span class="unseen">.*?</a></li>', pages[lang, "plan/"], re.DOTALL)
    assert [re.search(r'href="([^"]+)"', square)[1] for square in squares] == [
        "mesures/contenu-un/",
        "mesures/mesure-sept/",
    ]
    spoken, drawn = squares[1].split('<span class="square" aria-hidden="true"')
    assert re.findall(r'class="(\w+)( filled)?"', drawn) == [
        ("state", " filled"),
        ("independent", ""),
        ("associations", " filled"),
    ]
    assert "Septième mesure" in _words(spoken)
    assert spoken.count("lang=") == (lang == "ar")
    if lang == "fr":
        assert "État : Engagée." in _words(spoken)
        assert "indépendantes : Pas encore examinée." in _words(spoken)
        assert "associations : Réalisée en partie." in _words(spoken)


def test_the_tallies_name_their_denominator(pages):
    """A sentence per voice and kind; every sign in use has its words."""
    words = _words(pages["fr", "plan/"])
    assert "L’État, sur les 1 mesures : « Engagée » : 1." in words
    assert "Instances indépendantes, sur les 1 mesures : « Pas encore examinée » : 1." in words
    assert "L’État, sur les 1 contenus :" in words
    assert "· Pas encore examinée" in words
    assert "½ Réalisée en partie" in words

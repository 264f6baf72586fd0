"""Where links lead from a file that travels."""

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.feeds.legible import legible
from vigie.feeds.place import Place

FEED, PAGE = "ar/actualites/flux.atom", "ar/actualites/2025-01-02-a/"
BARE, KNOWN = Place(None, FEED), Place("https://site.example/b", FEED)
PARTS = st.lists(st.sampled_from(["a", "b-1", "infos", "ar"]), max_size=4)


@pytest.mark.parametrize(
    ("href", "known", "bare"),
    [
        ("../2025-01-03-b/", "ar/actualites/2025-01-03-b/", "2025-01-03-b/"),
        ("#haut", "ar/actualites/2025-01-02-a/#haut", "2025-01-02-a/#haut"),
        ("../../../", "", "../../"),
        ("../../../images/x.webp", "images/x.webp", "../../images/x.webp"),
        ("../../plan/#axe-un", "ar/plan/#axe-un", "../plan/#axe-un"),
        ("./", "ar/actualites/2025-01-02-a/", "2025-01-02-a/"),
        ("../", "ar/actualites/", "./"),
        ("../../../404.html", "404.html", "../../404.html"),
    ],
)
def test_an_address_of_the_site_is_written_from_the_file(href, known, bare):
    """Full once the site has an address, relative to the file until then; passages and folders included."""
    html = f'<p><a href="{href}">x</a> <img src="{href}" alt=""></p>'
    assert KNOWN.moved(html, PAGE) == html.replace(f'"{href}"', f'"https://site.example/b/{known}"')
    assert BARE.moved(html, PAGE) == html.replace(f'"{href}"', f'"{bare}"')


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example/?b=1&amp;c=2#d",
        "http://a.example",
        "mailto:a@b.example",
        "tel:+33123",
        "sms:114",
        "//a.example/b",
    ],
)
def test_the_address_of_another_is_left_alone(href):
    """Whatever its scheme; nothing else of the text changes either."""
    html = f'<p class="x">1 &lt; 2 <a href="{href}" rel="noreferrer">é</a><br></p>'
    assert KNOWN.moved(html, PAGE) == BARE.moved(html, PAGE) == html


@given(PARTS, PARTS, PARTS)
def test_a_relative_address_leads_where_the_page_led(file, page, target):
    """From anywhere to anywhere: what a browser makes of both is the same."""
    file_path, page_path, target_path = ("".join(f"{part}/" for part in parts) for parts in (file, page, target))
    href = f"{posixpath.relpath(target_path or '.', page_path or '.')}/"
    moved = Place(None, f"{file_path}flux.atom").moved(f'<a href="{href}">x</a>', page_path)
    written = moved.split('"')[1]
    assert urljoin(f"/{file_path}flux.atom", written) == urljoin(f"/{page_path}", href) == f"/{target_path}"


def test_what_xml_refuses_is_left_out_and_nothing_else():
    """Control characters, halves of characters; tabs, lines and every script stay."""
    assert legible("a\x00\x08\x0b\x1f\x7f\ud800\ufffe\uffffb") == "ab"
    assert legible("é\t\n\r العربية 𝐀 \u2066") == "é\t\n\r العربية 𝐀 \u2066"

"""A site in eight languages, each as far as its translators are: built by the real commands, then read as a reader would.

Nothing in the code or the templates is about one of the five that the commands add.
"""

import datetime
import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
import yaml
from eight_languages import ADDED, ADDRESS, CODES, POST, add_languages, tiny_project
from read_languages import foreign_letters, said_in

from built import run
from vigie.languages import Language
from vigie.readers.leaflet import can_be_drawn
from vigie.readers.verify import verify_site

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
WORDLESS = re.compile(r"https?://\S+|[\w.-]+@[\w.-]+")
"""Addresses are of no language."""


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    root = tiny_project(tmp_path_factory.mktemp("eight") / "project")
    add_languages(root)
    return root


@pytest.fixture(scope="session")
def built(project):
    """What the build printed, and the folder of the site."""
    folder = project.parent / "site"
    done = run("build", "--site", str(folder), root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, folder


@pytest.fixture(scope="session")
def site(built):
    return built[1]


@pytest.fixture(scope="session")
def html(site):
    """Every page, by its path from the site's root."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


def _language_of(name):
    first = name.split("/")[0]
    return re.search(r"infos-(..)\.html", name)[1] if first == "telechargements" else first if first in CODES else "fr"


def test_every_page_is_in_its_language_and_direction(html):
    """Of all eight; Arabic and Pashto read from right to left."""
    assert {_language_of(name) for name in html} == set(CODES)
    for name, text in html.items():
        lang = _language_of(name)
        direction = "rtl" if lang in ("ar", "ps") else "ltr"
        assert f'<html lang="{lang}" dir="{direction}">' in text, name


def test_nothing_in_the_site_leads_nowhere(site):
    """Links, files and scripts of every page, by the rules that every build passes; addresses with the site's root too."""
    assert verify_site(site) == []


def test_each_text_is_in_a_language_that_writes_so(html):
    """No Latin letter under Ukrainian, Tigrinya, Arabic or Pashto: French that stands in is under ``lang="fr"``.

    But on the sheets of volunteers, which show Markdown and its marks.
    """
    wrong = {
        (name, said.lang, said.where, said.text)
        for name, text in html.items()
        if not re.search(r"/contribuer/traductions/[^/]+/", name)
        for said in said_in(text)
        if foreign_letters(said) and not WORDLESS.fullmatch(said.text)
    }
    assert wrong == set()


def test_no_french_sentence_is_under_another_language(html, project):
    """In Latin letters too: no string of the French interface or ledger stands under es, ro or en."""
    french = set()
    for name in ("interface", "measures", "contacts", "topics"):
        data = yaml.safe_load((project / f"data/{name}.yaml").read_text(encoding="utf-8"))
        french |= {text for text in _texts(data) if text.count(" ") >= 2 and not WORDLESS.match(text)}
    french -= {text for text in french if not re.search(r"[a-z]{3}", text)}
    english = set(_texts(yaml.safe_load((project / "data/en/interface.yaml").read_text(encoding="utf-8"))))
    wrong = {
        (name, said.lang, said.text)
        for name, text in html.items()
        for said in said_in(text)
        if said.lang != "fr" and any(sentence in said.text for sentence in french - english)
    }
    assert wrong == set()
    shown = {said.text for said in said_in(html["ti/index.html"]) if said.lang == "fr"}
    assert len(shown & french) > 5  # the French is there, and is what the rule above reads


def _texts(value):
    if isinstance(value, str):
        yield value
    else:
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from _texts(one)


def test_french_inside_right_to_left_pages_says_its_direction(html):
    """A sentence read from right to left would end at its beginning."""
    for name, text in html.items():
        if _language_of(name) in ("ar", "ps"):
            assert [said for said in said_in(text) if said.lang == "fr" and said.direction != "ltr"] == [], name


def test_no_mark_of_borrowed_words_is_left(site):
    """In no file of any kind; nor their escapes, which JSON and addresses write."""
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".atom", ".ics", ".xml", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert not re.search("[\ufdd0-\ufdef]|\\\\ufd[de]|%EF%B7%9", text), path


def test_links_to_another_language_say_which(html):
    """In menus, lists, footers and texts, from and to each of the eight."""
    links = re.compile(r"<a\b([^>]*)>")
    wrong = []
    for name, text in html.items():
        for attributes in links.findall(text):
            found = dict(re.findall(r'([a-z-]+)="([^"]*)"', attributes))
            target = urljoin(f"{ADDRESS}{name}", found.get("href", "#"))
            if not target.startswith(ADDRESS) or found.get("href", "#").startswith("#") or "." in target.split("/")[-1]:
                continue
            lang = _language_of(target.removeprefix(ADDRESS).partition("#")[0])
            if lang != _language_of(name) and found.get("hreflang") != lang and not name.startswith("telechargements"):
                wrong.append((name, attributes))
    assert wrong == []


def test_a_link_of_a_text_to_a_french_one_says_so(html):
    """By ``hreflang`` and, in the page's language, in words; a page with a short one of its own needs neither."""
    page = html["ro/infos/droits/index.html"]
    assert re.search(rf'<a href="\.\./\.\./\.\./{POST}/" hreflang="fr">[^<]*</a> <small class="quiet">', page)
    assert '<a href="../../le-collectif/">' in page
    assert 'hreflang="fr">Qui appeler' not in page


def test_the_switcher_leads_to_what_is_there(html):
    """To the translation, else to the short page that says so, else to the list that holds the text as French."""
    page = html[f"{POST}/index.html"]
    links = dict(re.findall(r'<a href="([^"]*)" hreflang="(..)" lang="..', page))
    assert {code: href for href, code in links.items()} == {
        code: f"../../uk/{POST}/" if code == "uk" else f"../../{code}/actualites/" for code in CODES if code != "fr"
    }
    about = dict(
        map(reversed, re.findall(r'<a href="([^"]*)" hreflang="(..)" lang="..', html["le-collectif/index.html"]))
    )
    assert about == {code: f"../{code}/le-collectif/" for code in CODES if code != "fr"}
    for code in CODES:
        for other in CODES:
            if other != code:
                name = f'lang="{other}" dir="{Language(other).direction}">{Language(other).name}</a>'
                assert name in html["index.html" if code == "fr" else f"{code}/index.html"]
    assert 'lang="ti"' in html["ps/index.html"] and "ትግርኛ" in html["ps/index.html"]


def test_only_public_languages_are_told_to_search_engines(html, site):
    """Alternates of each page: those of its true public translations, itself and a default; the sitemap says the same."""
    tree = ElementTree.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - ours
    entries = {u.find("s:loc", SITEMAP).text: u.findall("x:link", SITEMAP) for u in tree.findall("s:url", SITEMAP)}
    told = {_language_of(address.removeprefix(ADDRESS)) for address in entries}
    assert told == {"fr", "ar"}
    for name, text in html.items():
        alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="(https[^"]*)">', text))
        address = ADDRESS + name.removesuffix("index.html")
        assert set(alternates) in (set(), {"fr", "ar", "x-default"}), name
        assert ('name="robots" content="noindex"' in text) == (address not in entries), name
        if alternates:
            assert alternates[_language_of(name)] == address and alternates["x-default"] == alternates["fr"]
            assert {link.get("hreflang"): link.get("href") for link in entries[address]} == {
                code: alternates[code] for code in ("fr", "ar")
            }
    assert 'hreflang="ar" href="https' in html["infos/qui-appeler/index.html"]
    assert 'hreflang="ar" href="https' not in html["le-collectif/index.html"]


def test_a_pilot_says_so_on_each_page_in_words_that_it_has(html):
    """Its banner: in the language, or in French said to be French."""
    for name, text in html.items():
        lang = _language_of(name)
        if "<header>" in text:
            assert ('<p class="pilot">' in text) == (lang not in ("fr", "ar")), name
    assert '<p class="pilot">Language on trial' in html["en/index.html"]
    assert '<p class="pilot"><span lang="fr" dir="ltr">Langue à l’essai' in html["ps/index.html"]


def test_each_state_of_a_page_is_told(html):
    """A machine's draft, a part that changed since, a page that is missing, words that a language has of its own."""
    assert "traduite par une machine" in html["ti/infos/droits/index.html"]
    assert "Page en relecture" in html["ro/infos/qui-appeler/index.html"]
    assert "Des mots tout autres." in html["ro/infos/droits/index.html"]
    assert "a changé depuis la traduction" in html["ro/infos/droits/index.html"]
    assert "Cette page n’existe pas encore dans votre langue" in html["ps/le-collectif/index.html"]
    assert "<title>Español" in html["es/le-collectif/index.html"]
    assert '<li><a href="../">Español</a></li>' in html["es/le-collectif/index.html"]
    assert "<summary>Español</summary>" in html["es/index.html"]


def test_dates_and_numbers_are_those_of_the_language(html):
    """By CLDR, also where it knows little."""
    for code in CODES:
        day = Language(code).date(datetime.date(2025, 1, 2))
        page = re.sub("<[^>]*>", "", html["actualites/index.html" if code == "fr" else f"{code}/actualites/index.html"])
        assert "2025" in day and day in page, code
        assert Language(code).number(1234.5)[0] == "1"


def test_feeds_are_valid_and_in_their_language(site):
    """Of languages that have texts of their own: French and Ukrainian; the words that it borrows say that they are French."""
    feeds = {path.relative_to(site).as_posix() for path in site.rglob("flux.atom")}
    assert feeds == {"actualites/flux.atom", "uk/actualites/flux.atom"}
    for name in feeds:
        read = feedparser.parse((site / name).read_bytes())
        assert not read.bozo and len(read.entries) == 1
        assert json.loads((site / name).with_suffix(".json").read_text())["language"] == _language_of(name)
    root = ElementTree.parse(site / "uk/actualites/flux.atom").getroot()  # noqa: S314 - ours
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    title = root.find("{http://www.w3.org/2005/Atom}title")
    assert root.get(lang) == "uk" and title.get(lang) == "fr"
    assert root.find("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title").get(lang) is None


def test_leaflets_are_drawn_or_absent_and_told(built, html):
    """Tigrinya has no font here: no leaflet, no link to one, and the build says so; its kit is there."""
    output, site = built
    drawn = {path.stem.removeprefix("infos-") for path in (site / "telechargements").glob("*.pdf")}
    assert drawn == {code for code in CODES if can_be_drawn(code)} == set(CODES) - {"ti"}
    assert "pas de livret en « ti »" in output
    assert (site / "telechargements/infos-ti.html").is_file()
    for path in (site / "telechargements").glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-")


def test_the_search_has_an_index_for_each_language(site):
    """Of all that have pages to be found."""
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert set(entry["languages"]) == set(CODES)


def test_what_scripts_say_has_a_language(html):
    """Messages of the search and of the filters: French in the languages that lack them, and said to be."""
    for code in ("en", "ar", *ADDED):
        page = html[f"{code}/recherche/index.html"]
        said = '<p role="status" lang="fr" dir="ltr" data-busy="' in page
        assert said == (code in ADDED)
        assert ('class="announce" role="status" lang="fr"' in page) == (code in ADDED)


def test_nothing_is_asked_of_another_site(site):
    """Each script is drawn with the fonts of the reader's own machine."""
    for path in Path(site, "assets").glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert "@font-face" not in text and "url(http" not in text


def test_numbers_in_letters_are_not_asked_of_languages_without_their_words(built):
    """Their numbers are compared by their digits; nothing is told of it as a fault."""
    assert not re.search(r"data/(?:es|ro|uk|ps|ti)/(?!interface)|docs/(?:es|ro|uk|ps|ti)/", built[0])

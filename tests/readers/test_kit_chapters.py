"""The kits of the real texts: one file each, which asks for nothing; and how pages become chapters."""

import datetime
import re
from dataclasses import replace

import html5lib
import pytest

from built import ROOT, TODAY
from vigie.html_stream import read_html
from vigie.load_build import load_build
from vigie.readers.headers import kit_policy
from vigie.readers.kit import KIT_PAGES, chapters_of, nested
from vigie.readers.verify import built_page, verify_page
from vigie.render import Renderer
from vigie.site.pages import all_pages

DAY = datetime.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def build():
    found, problems = load_build(ROOT, DAY)
    assert found is not None, problems
    return found


def _kits(build):
    files = Renderer(build, all_pages(build)).downloads.files
    return {file.lang: file.content.decode("utf-8") for file in files if file.form == "html"}


@pytest.fixture(scope="module")
def kits(build):
    return _kits(build)


def _problems(html, path="telechargements/infos-fr.html"):
    page = built_page(path, html)
    return [problem.what for problem in verify_page(page, {path: page}, {path})]


def test_each_language_has_its_kit(kits):
    """Each in its direction, with a neutral title."""
    assert set(kits) == {"fr", "ar", "en"}
    assert '<html lang="fr" dir="ltr">' in kits["fr"] and "<title>Informations</title>" in kits["fr"]
    assert '<html lang="ar" dir="rtl">' in kits["ar"] and "<title>معلومات</title>" in kits["ar"]
    assert '<html lang="en" dir="ltr">' in kits["en"] and "<title>Information</title>" in kits["en"]


def test_the_check_of_built_pages_has_nothing_to_say(kits):
    """Ids, anchors, headings, language, addresses: the rules of every page; valid for a strict parser."""
    for html in kits.values():
        assert _problems(html) == []
        html5lib.HTMLParser(strict=True).parse(html)


def test_every_link_of_the_kit_stays_in_it_calls_or_leaves_the_site(kits):
    """No link to a page that the file does not hold: while the site has no address those are plain words."""
    for html in kits.values():
        hrefs = [dict(e.attributes)["href"] for e in read_html(html) if e.kind == "start" and e.data == "a"]
        assert {re.match(r"#|tel:|sms:|https?://|mailto:", href) is not None for href in hrefs} == {True}
        assert any(href == "#papiers" for href in hrefs)
        assert "Lisez Moins de 18 ans" in html or "mineurs" not in "".join(hrefs)


def test_links_out_of_the_kit_are_whole_once_the_site_has_an_address(build):
    """A page that the kit lacks is linked where it is published, a French page for want of a translation too."""
    site = build.site.record.model_copy(update={"site_url": "https://site.example/"})
    kits = _kits(replace(build, site=replace(build.site, record=site)))
    assert 'href="https://site.example/infos/mineurs/"' in kits["fr"]
    assert 'href="https://site.example/ar/infos/mineurs/"' in kits["ar"]
    assert 'href="#papiers"' in kits["fr"]


def test_numbers_come_before_all_else(kits):
    """The first chapter holds every number with its sentence."""
    for html in kits.values():
        first = html.index("<h2 ")
        second = html.index("<h2 ", first + 1)
        for number in ("17", "112", "114", "119", "116000", "116006", "3919", "0806000126"):
            assert f'id="qui-appeler-contact-{number}"' in html[first:second]


def test_the_section_of_immediate_danger_is_said_once(kits):
    """It opens every page of the site; here it opens the file."""
    for html in kits.values():
        assert html.count('-danger"') == 1


def test_the_kit_says_its_day_and_what_it_is(kits):
    """Draft, day, no lawyer, no review of the translation."""
    french = kits["fr"].replace("\u00a0", " ")
    assert "État des informations : 22 novembre 2026" in french
    assert "Maquette, non validée par le collectif" in french
    assert "Aucun juriste n’a encore relu cette partie." in french
    assert "traduit par une machine" not in french
    assert "تُرجمت هذه الوثيقة آلياً." in kits["ar"]


def test_a_page_becomes_a_chapter():
    """One level lower, ids under its own; a picture gives way to its words, an alignment is dropped."""
    html = '<h2 id="un" class="critical">A</h2><h3 id="deux">B</h3><p>c <img alt="d &lt;" src="x.png"></p><table><tr><td align="right">e</td></tr></table>'
    assert nested(html, "page") == (
        '<h3 id="page-un" class="critical">A</h3><h4 id="page-deux">B</h4><p>c d &lt;</p><table><tr><td>e</td></tr></table>'
    )


def test_chapters_keep_the_order_that_was_chosen(build):
    """The order of KIT_PAGES, whatever the order of the files."""
    renderer = Renderer(build, all_pages(build))
    template = renderer._outside_the_site
    chosen = (KIT_PAGES[3], KIT_PAGES[1])
    chapters = chapters_of(build, renderer.index, "fr", chosen, template)
    assert [chapter.id for chapter in chapters] == ["numeros", "papiers", "urgence"]
    assert "#appel" not in "".join(chapter.html for chapter in chapters)


REFUSED = [
    ("</style>", "p { color: red }</style>", "la politique de ce fichier à emporter n’est pas la bonne"),
    ("</main>", "<style>p { color: red }</style></main>", "<style> n’est pas admis"),
    ("default-src 'none'", "default-src 'self'", "<style> n’est pas admis"),
    ("</main>", '<script src="infos-fr.html"></script></main>', "<script> dans un fichier à emporter"),
    ("</main>", '<img alt="" src="infos-fr.html"></main>', "<img> dans un fichier à emporter"),
    ("</main>", '<p style="color: red"></p></main>', "attribut « style »"),
    ("</main>", '<a href="../">x</a></main>', "le lien « ../ » ne mène à rien"),
    ("</head>", '<link rel="stylesheet" href="infos-fr.html"></head>', "<link> dans un fichier à emporter"),
]


@pytest.mark.parametrize(("before", "after", "says"), REFUSED, ids=[after[:30] for _b, after, _s in REFUSED])
def test_a_kit_that_asks_for_something_is_refused(kits, before, after, says):
    """Another style, another policy, a script, a picture, a link inside the site: each is refused."""
    html = kits["fr"].replace("&#39;", "'")
    assert html.count(before) == 1
    assert says in _problems(html.replace(before, after))


def test_a_style_is_refused_in_any_other_folder(kits):
    """The exception is that of the files to take away, and of no page."""
    assert "<style> n’est pas admis" in _problems(kits["fr"], "infos/kit/index.html")


def test_the_policy_names_one_style():
    """Nothing is loaded, nothing runs, and another style has another name."""
    policy = kit_policy("p{}")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert kit_policy("p{} ") != policy
    assert "unsafe" not in policy

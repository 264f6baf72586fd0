"""What the whole site promises, read from its files: languages, links, frame, weight, reproducibility."""

import filecmp
import re
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from built import ROOT, BuiltSite, build, real_site, run
from vigie.html_stream import VOID, read_html
from vigie.readers.headers import meta_policy
from vigie.readers.verify import verify_site

VITAL = [f"{lang}infos/{name}" for lang in ("", "ar/", "en/") for name in ("", "qui-appeler/", "droits/", "travail/")]
KILO = 1000
ASSETS = ("assets/site.css", "assets/leave.js", "assets/icon.svg")
OTHER_ASSETS = (
    "assets/search.js",
    "assets/plan.css",
    "assets/contribuer.css",
    "assets/ledger.js",
    "assets/icon.png",
    "assets/preview.png",
    "assets/favicon.ico",
)
AT_THE_ROOT = (
    "robots.txt",
    "_headers",
    "_redirects",
    ".well-known/security.txt",
    "favicon.ico",
    "apple-touch-icon.png",
)
FEEDS = {
    "actualites/flux.atom",
    "actualites/flux.json",
    "actualites/evenements.ics",
    "ar/actualites/flux.atom",
    "ar/actualites/flux.json",
}
DOWNLOADS = {f"telechargements/infos-{lang}.{form}" for lang in ("fr", "ar", "en") for form in ("pdf", "html")}
ARABIC = re.compile(r"[\u0600-\u06FF]")
FRENCH_WORDS = re.compile(r"\b(?:le|la|les|des|une|dans|pour|avec|est|sont|qui|que|du|au|sur|pas|ce)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    return real_site()


def test_the_strict_build_prints_no_warning(site):
    """A build says how many pages it wrote, and nothing that looks like a warning."""
    assert "Site construit" in site.output
    assert not re.search(r"warning|deprecat|avertissement", site.output, re.IGNORECASE), site.output


def test_french_is_at_the_root_and_arabic_reads_right_to_left(site):
    """The home pages declare their language and direction."""
    assert '<html lang="fr" dir="ltr">' in site.html("")
    assert '<html lang="ar" dir="rtl">' in site.html("ar/")


def test_every_page_is_valid_for_a_strict_parser(site):
    """html5lib, in strict mode, accepts every page."""
    parser = html5lib.HTMLParser(strict=True)
    for path in site.pages():
        try:
            parser.parse(path.read_text(encoding="utf-8"))
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{path.relative_to(site.folder)}: {error} {parser.errors[:1]}")


def test_the_built_site_has_no_problem(site):
    """Inline code, addresses, third parties, ids, headings, links, anchors: nothing to say."""
    assert verify_site(site.folder) == []


def test_no_french_stands_in_an_arabic_page_without_saying_so(site):
    """Every French sentence under /ar/ is inside an element with lang="fr"."""
    for path in sorted((site.folder / "ar").rglob("*.html")):
        for text in _texts_in(path.read_text(encoding="utf-8"), "ar"):
            if not ARABIC.search(text):
                assert len(FRENCH_WORDS.findall(text)) < 2, f"{path.relative_to(site.folder)}: {text!r}"


def _texts_in(html: str, lang: str) -> list[str]:
    """The texts whose nearest declared language is ``lang``."""
    open_elements: list[tuple[str, str]] = []
    texts = []
    for event in read_html(html):
        if event.kind == "start" and event.data not in VOID:
            inherited = open_elements[-1][1] if open_elements else ""
            open_elements.append((event.data, dict(event.attributes).get("lang") or inherited))
        elif event.kind == "end":
            while open_elements and open_elements.pop()[0] != event.data:
                pass
        elif event.kind == "text" and open_elements and open_elements[-1][1] == lang and event.data.strip():
            if open_elements[-1][0] == "script":
                continue  # data for search engines, which says its language itself
            texts.append(event.data.strip())
    return texts


def test_every_page_carries_the_frame(site):
    """Policy, no referrer, draft banner, noindex and two ways out of the page, the first right after the skip link."""
    from html import unescape

    for path in site.pages():
        html = unescape(path.read_text(encoding="utf-8"))
        for expected in (
            meta_policy(search=path.parent.name == "recherche"),
            'content="no-referrer"',
            '<meta name="robots" content="noindex">',
            'class="draft"',
        ):
            assert expected in html, (path, expected)
        links = [dict(e.attributes) for e in read_html(html) if e.kind == "start" and e.data == "a"]
        assert links[0]["href"] == "#contenu"
        assert "data-leave" in links[1]
        assert sum("data-leave" in link for link in links) == 2


def test_tabs_of_vital_pages_do_not_tell_what_they_are_about(site):
    """Title and description of a vital page are neutral, in each language."""
    for address in VITAL:
        html = site.html(address)
        title = re.search(r"<title>(.*?)</title>", html).group(1)
        description = re.search(r'<meta name="description" content="(.*?)">', html).group(1)
        assert title in ("Informations", "معلومات", "Information"), (address, title)
        assert not re.search(r"traite|traffick|exploit|الاتجار|استغلال", title + description)


def test_only_our_own_files_travel(site):
    """Neither the theme's script nor its stylesheet is in the site."""
    pages = set(site.pages())
    others = {p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file() and p not in pages}
    copies = {name for name in others if name.endswith((".br", ".gz"))}
    assert {name[:-3] for name in copies} <= others | {p.relative_to(site.folder).as_posix() for p in site.pages()}
    others -= copies | site.small_pages()
    search = {name for name in others if re.fullmatch(r"pagefind/\S+\.(?:js|json|pf_\w+|pagefind)(?:\.br|\.gz)?", name)}
    tables = r"plan/donnees/(?:[a-z]+\.(?:csv|json|xlsx|atom|ics)|schemas/[a-z]+\.json)"
    states = r"plan/etats/\d{4}-\d\d-\d\d/(?:etat\.json|dossier\.pdf|synthese\.pdf)"
    ledger = {name for name in others if re.fullmatch(f"{tables}|{states}", name)}
    assert {"plan/donnees/registre.xlsx", "plan/donnees/ajouts.atom", "plan/etats/2024-12-12/etat.json"} <= ledger
    assert others - search - ledger == {*ASSETS, *OTHER_ASSETS, *AT_THE_ROOT, *DOWNLOADS, *FEEDS}


def test_the_search_finds_every_true_text_and_nothing_else(site):
    """Lists of news, short pages, errors and the search itself bear no mark."""
    marked = {
        p.parent.relative_to(site.folder).as_posix()
        for p in site.pages()
        if " data-pagefind-body>" in p.read_text(encoding="utf-8")
    }
    assert {".", "ar", "infos/droits", "ar/infos/droits", "plan/mesures", "plaidoyer/2024-03"} <= marked
    assert not {"recherche", "ar/recherche", "actualites", "plaidoyer", "ar/accessibilite"} & marked
    for error in ("404.html", "ar/404.html"):
        assert "data-pagefind-body" not in site.html(error)


def test_a_draft_is_closed_to_search_engines(site):
    """robots.txt refuses everything, and there is no sitemap of a draft."""
    assert (site.folder / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (site.folder / "sitemap.xml").exists()


def _weight(site: BuiltSite, page: str) -> int:
    name = page if page.endswith(".html") else f"{page}index.html"
    return sum(_served(site.folder / part).stat().st_size for part in (name, *ASSETS))


def _served(path: Path) -> Path:
    """What a browser that reads brotli gets: a file that brotli would make larger has no copy."""
    copy = path.with_name(f"{path.name}.br")
    return copy if copy.exists() else path


def test_every_page_is_light(site):
    """First visit, in the brotli copies that are served: 15 kB for a vital page, 22 kB for any other (budgets of the readers' specification)."""
    for path in site.pages():
        address = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        limit = 15 if address in VITAL else 22
        assert _weight(site, address) <= limit * KILO, (address, _weight(site, address))


def test_the_nineteen_contents_have_a_page_in_each_language(site):
    """A list, a table and a page each, in French and Arabic, with the sentence that says what is not established."""
    for prefix in ("", "ar/"):
        table = site.html(f"{prefix}plan/mesures/")
        overview = site.html(f"{prefix}plan/")
        folders = [p for p in (site.folder / f"{prefix}plan/mesures").iterdir() if p.is_dir() and p.name != "filtre"]
        assert len(folders) == 19
        for folder in folders:
            assert f'href="{folder.name}/"' in table
            assert f'href="mesures/{folder.name}/"' in overview
    text = re.sub(r"[\u00a0\u202f]", " ", site.html("plan/mesures/"))
    assert "19 contenus du plan repérés ; leur correspondance avec les 60 mesures n’est pas établie." in text


def test_the_miprof_claim_is_a_claim(site):
    """« 50 des 60 mesures » stands as what the Miprof said on a day, and no page gives it as a status."""
    overview = site.html("plan/")
    assert "Miprof, 12 décembre 2024" in overview
    assert "50 des 60 mesures" in overview.replace("\u00a0", " ")
    for path in (site.folder / "plan/mesures").rglob("*.html"):
        assert "50 des 60" not in path.read_text(encoding="utf-8")


def test_a_page_not_translated_is_a_short_page_in_the_language(site):
    """It gives the urgent numbers and a link to the French text, and copies none of it."""
    html = site.html("ar/accessibilite/")
    assert 'href="tel:17"' in html
    assert 'href="../../accessibilite/" hreflang="fr"' in html
    assert 'lang="ar"' in html
    assert "sessionStorage" not in html
    menu = re.search(r'<nav class="menu".*?</nav>', site.html("ar/"), re.DOTALL).group()
    assert "accessibilite" not in menu


def test_a_post_not_translated_is_listed_as_french_and_the_switcher_leads_to_the_list(site):
    """It is never copied under /ar/; its title in the Arabic list says its language."""
    post = "actualites/2024-12-12-plan-un-an/"
    assert not (site.folder / "ar" / post).exists()
    assert f'href="../../{post}" hreflang="fr"' in site.html("ar/actualites/")
    assert 'href="../../ar/actualites/" hreflang="ar"' in site.html(post)


def test_the_switcher_keeps_the_page(site):
    """From a translated page to the same page."""
    assert 'href="../../ar/infos/droits/" hreflang="ar"' in site.html("infos/droits/")
    assert 'href="../../../infos/droits/" hreflang="fr"' in site.html("ar/infos/droits/")


def test_each_language_has_its_own_404(site):
    """With its contacts, and links that work at any depth."""
    french, arabic = site.html("404.html"), site.html("ar/404.html")
    assert 'lang="fr"' in french and 'href="tel:17"' in french
    assert 'lang="ar"' in arabic and 'href="tel:17"' in arabic
    for html in (french, arabic):
        for event in read_html(html):
            address = dict(event.attributes).get("href") or dict(event.attributes).get("src") or "/"
            assert re.match(r"/|#|https:|tel:|sms:|mailto:", address), address


def test_fragments_written_without_mkdocs_are_those_of_the_site(site, tmp_path):
    """`vigie build-pages` gives, byte for byte, what the site has inside <main>."""
    done = run("build-pages", str(tmp_path / "pages"), root=ROOT)
    assert done.returncode == 0, done.stderr
    fragments = BuiltSite(tmp_path / "pages", "").pages()
    assert len(fragments) == len(site.pages())
    for path in fragments:
        whole = (site.folder / path.relative_to(tmp_path / "pages")).read_text(encoding="utf-8")
        inside = re.split(r'<main id="contenu" tabindex="-1"[^>]*>\n', whole, maxsplit=1)[1].split("\n</main>", 1)[0]
        assert inside == path.read_text(encoding="utf-8"), path
    for name in DOWNLOADS:
        assert (tmp_path / "pages" / name).read_bytes() == (site.folder / name).read_bytes()


def test_the_fragments_need_no_mkdocs(tmp_path):
    """On a machine where MkDocs cannot even be imported, the check passes and every page's content is written."""
    code = (
        "import sys; sys.modules['mkdocs'] = None; sys.modules['mkdocs_static_i18n'] = None; "
        "from vigie.cli import main; main(['--root', sys.argv[1], 'check'], standalone_mode=False); "
        "main(['--root', sys.argv[1], 'build-pages', sys.argv[2]])"
    )
    command = [sys.executable, "-c", code, str(ROOT), str(tmp_path / "pages")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Aucun problème.\n")
    assert (tmp_path / "pages/ar/infos/droits/index.html").is_file()


def test_two_builds_give_the_same_bytes(site, tmp_path):
    """Nothing in the site depends on the hour, the folder or the order of the disk."""
    again = build(ROOT, tmp_path / "again")
    names = [p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file()]
    same, different, missing = filecmp.cmpfiles(site.folder, again.folder, names, shallow=False)
    assert (different, missing) == ([], [])
    assert len(same) == len(names) == len([p for p in again.folder.rglob("*") if p.is_file()])


def test_a_build_writes_only_in_its_folder(project_copy, tmp_path):
    """Nothing of the project changes, and nothing appears beside the site."""
    before = _state(project_copy)
    build(project_copy, tmp_path / "out" / "site")
    assert _state(project_copy) == before
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["site"]


def _state(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.suffix != ".pyc"
    }

"""What the bridge to MkDocs and static-i18n promises, on copies of the project changed for each case."""

import datetime
import re
import shutil
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader

from built import build, html_of, real_site, run
from vigie.mkdocs_bridge import escape_everything
from vigie.ready import make_ready
from vigie.render import Framed
from vigie.site.root_files import root_files

TODAY = datetime.date(2026, 11, 22)
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _edit(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def public_project(project_copy):
    """A copy whose site is public, at an address, in two public languages."""
    site = project_copy / "data/site.yaml"
    _edit(site, "status: draft", "status: public")
    _edit(site, "site_url: null", "site_url: https://exemple.org/")
    _edit(site, "status: pilot", "status: public")
    for name in ("legal_form", "address", "director", "host"):
        _edit(site, f"  {name}: null", f"  {name}: Exemple fictif")
    for page in (project_copy / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        read = text.replace("legal_review: null", "legal_review: {role: Exemple fictif, date: 2026-01-01}")
        page.write_text(read.replace("state: draft", "state: reviewed"), encoding="utf-8")
    return project_copy


def test_alternates_canonical_and_sitemap_name_only_true_translations(public_project, tmp_path):
    """A page in two languages names both; a page in French alone, and its short page in Arabic, name none."""
    site = build(public_project, tmp_path / "site")
    both = site.html("infos/droits/")
    assert '<link rel="canonical" href="https://exemple.org/infos/droits/">' in both
    assert '<link rel="alternate" hreflang="ar" href="https://exemple.org/ar/infos/droits/">' in both
    assert '<link rel="alternate" hreflang="x-default" href="https://exemple.org/infos/droits/">' in both
    assert "noindex" not in both
    alone, stand_in = site.html("accessibilite/"), site.html("ar/accessibilite/")
    assert 'rel="alternate"' not in alone and 'rel="canonical"' in alone
    assert 'rel="alternate"' not in stand_in and 'rel="canonical"' not in stand_in and "noindex" in stand_in
    tree = ElementTree.fromstring((site.folder / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - ours
    entries = {u.find("s:loc", SITEMAP).text: u.findall("x:link", SITEMAP) for u in tree.findall("s:url", SITEMAP)}
    assert "https://exemple.org/ar/accessibilite/" not in entries
    assert "https://exemple.org/404.html" not in entries
    assert entries["https://exemple.org/accessibilite/"] == []
    assert {link.get("hreflang") for link in entries["https://exemple.org/infos/droits/"]} == {"fr", "ar"}
    for address in entries:
        path = address.removeprefix("https://exemple.org/")
        assert (site.folder / path / "index.html").is_file()
    assert "Sitemap: https://exemple.org/sitemap.xml" in (site.folder / "robots.txt").read_text()


def test_a_site_is_not_public_before_it_says_who_publishes_it(project_copy):
    """Changing one word of data/site.yaml is not enough to leave the draft: each missing fact is named on its line."""
    _edit(project_copy / "data/site.yaml", "status: draft", "status: public")
    done = run("check", root=project_copy)
    assert done.returncode == 1
    for name in ("site_url", "publisher.legal_form", "publisher.address", "publisher.director", "publisher.host"):
        assert f"le site ne peut pas être public : « {name} » manque" in done.stderr


def test_a_pilot_language_stays_out_of_search_engines(public_project):
    """Its pages are noindex, and neither sitemap nor alternates name them."""
    _edit(public_project / "data/site.yaml", "code: ar\n    status: public", "code: ar\n    status: pilot")
    ready = make_ready(public_project, TODAY)
    assert "noindex" in html_of(ready, "ar/infos/droits/")
    assert 'hreflang="ar" href="https' not in html_of(ready, "infos/droits/")
    assert "/ar/" not in root_files(ready.build, ready.index)["sitemap.xml"]


def test_a_hidden_language_is_not_built(project_copy, tmp_path):
    """Neither its pages nor a link to them, whatever ``mkdocs.yml`` says: one field decides."""
    _edit(project_copy / "data/site.yaml", "status: pilot", "status: hidden")
    site = build(project_copy, tmp_path / "site")
    assert not (site.folder / "ar").exists()
    assert not list(site.folder.rglob("*-ar.*"))
    assert 'hreflang="ar"' not in site.html("") and "/ar/" not in (site.folder / "_headers").read_text()


def test_a_folder_of_two_letters_that_is_no_language_is_refused(project_copy):
    """MkDocs would lose its pages in silence."""
    folder = project_copy / "docs/un"
    folder.mkdir()
    (folder / "page.md").write_text("---\ntitle: A\ndescription: B\n---\n", encoding="utf-8")
    done = run("build", "--site", str(project_copy / "out"), root=project_copy)
    assert done.returncode == 1
    assert "docs/un:1: le dossier « un » n’est pas une langue du site" in done.stderr


def test_hooks_placed_before_static_i18n_get_advice(project_copy):
    """The order is checked at run time, with the line to mend."""
    _edit(project_copy / "hooks/site_pages.py", "@mkdocs.plugins.event_priority(-200)\ndef on_files", "def on_files")
    done = run("build", "--site", str(project_copy / "out"), root=project_copy)
    assert done.returncode == 1
    assert "event_priority(-200)" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_without_static_i18n_gets_advice(project_copy):
    """The plugin is named."""
    text = (project_copy / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"plugins:\n(?:  .*\n)+", "plugins: []\n", text)
    (project_copy / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("build", "--site", str(project_copy / "out"), root=project_copy)
    assert done.returncode == 1
    assert "i18n" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_template_that_mkdocs_renders_escapes_every_value(project_root):
    """main.html, in an environment like MkDocs' own once our hook has passed, lets no markup through."""
    environment = Environment(loader=FileSystemLoader(project_root / "overrides"), autoescape=False)  # noqa: S701
    escape_everything(environment)
    hostile = '<b>&"'
    framed = Framed(*[hostile] * 6)
    html = environment.get_template("main.html").render(framed=framed)
    assert hostile not in html
    assert html.count("&lt;b&gt;&amp;&#34;") == 6


def test_a_hostile_title_is_shown_as_text(project_copy):
    """Quotes and ampersands of a title reach the page escaped, in the tab, the heading and the lists."""
    page = project_copy / "docs/fr/actualites/2024-12-12-plan-un-an.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"title: .*", "title: 'A & \"b\" onload=x'", text, count=1), encoding="utf-8")
    ready = make_ready(project_copy, TODAY)
    html = html_of(ready, "actualites/2024-12-12-plan-un-an/")
    assert "<h1>A &amp; &#34;b&#34; onload=x</h1>" in html
    assert "<title>A &amp; &#34;b&#34; onload=x · " in html
    assert "A &amp; &#34;b&#34; onload=x</a>" in html_of(ready, "actualites/")


def test_a_page_that_only_the_built_html_shows_wrong_does_not_replace_the_site(project_copy, tmp_path):
    """The new site takes the place of the old one only once verified: a template that writes inline code changes nothing."""
    folder = tmp_path / "site"
    shutil.copytree(real_site().folder, folder)
    before = (folder / "index.html").read_bytes()
    template = project_copy / "overrides/home.html"
    template.write_text(template.read_text(encoding="utf-8") + '<p onclick="x">.</p>', encoding="utf-8")
    done = run("build", "--site", str(folder), root=project_copy)
    assert done.returncode == 1
    assert "attribut « onclick »" in done.stderr
    assert (folder / "index.html").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["project", "site"]


@pytest.mark.parametrize("name", ["docs", "overrides", "."])
def test_a_folder_of_the_project_is_no_place_for_a_site(project_copy, name):
    """Whatever it holds, it is not emptied."""
    (project_copy / name / "assets").mkdir(exist_ok=True)
    (project_copy / name / "assets/leave.js").write_text("", encoding="utf-8")
    done = run("build", "--site", str(project_copy / name), root=project_copy)
    assert done.returncode == 1
    assert "n’est pas un dossier pour le site" in done.stderr
    assert (project_copy / "docs/fr/index.md").is_file()


def test_a_folder_that_holds_something_else_is_not_erased(project_copy, tmp_path):
    """Building empties its folder: only one that a build has written."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("ten years", encoding="utf-8")
    done = run("build", "--site", str(folder), root=project_copy)
    assert done.returncode == 1
    assert "contient autre chose qu’un site d’ici" in done.stderr
    assert [p.name for p in folder.iterdir()] == ["thesis.txt"]


def test_a_refused_edit_leaves_the_last_site_in_place(project_copy, tmp_path):
    """The check comes before MkDocs empties the folder."""
    folder = tmp_path / "site"
    shutil.copytree(real_site().folder, folder)
    before = (folder / "index.html").read_bytes()
    _edit(project_copy / "docs/fr/index.md", "title:", "titre:")
    done = run("build", "--site", str(folder), root=project_copy)
    assert done.returncode == 1
    assert "docs/fr/index.md:2: la clé « titre » est inconnue ; vouliez-vous dire « title » ?" in done.stderr
    assert (folder / "index.html").read_bytes() == before

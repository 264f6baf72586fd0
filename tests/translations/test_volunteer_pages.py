"""The pages for volunteers: what waits, and the sheets; nobody who seeks help should land on them."""

import dataclasses
import datetime
import re
from html import unescape

import pytest

from vigie.html_stream import read_html
from vigie.load_build import load_build
from vigie.pages import PageIndex
from vigie.render import Renderer
from vigie.site.frame import frame_context, switch_to
from vigie.site.pages import all_pages
from vigie.site.publication import withheld_texts
from vigie.site.root_files import sitemap
from vigie.site.sitemap_page import site_map
from vigie.translations.pages import TASKS
from vigie.translations.sheet import sheet_text

DAY = datetime.date(2026, 11, 22)
LANGUAGES = ("ar", "en")


@pytest.fixture(scope="module")
def build(project_root):
    build, problems = load_build(project_root, DAY)
    assert problems == []
    return build


@pytest.fixture(scope="module")
def renderer(build):
    return Renderer(build, all_pages(build))


def with_site(build, *, languages=None, **changes):
    """The same project with another ``data/site.yaml``; ``languages``: status by code."""
    site = build.site.record
    told = tuple(
        lang.model_copy(update={"status": (languages or {}).get(lang.code, lang.status)}) for lang in site.languages
    )
    record = site.model_copy(update={"languages": told, **changes})
    return dataclasses.replace(build, site=dataclasses.replace(build.site, record=record))


def volunteers(index):
    return [page for page in index.by_place.values() if page.for_volunteers]


def html_of(renderer, lang, address):
    return str(renderer.fragment(renderer.index.get(lang, address)))


def copied(html):
    """The text that one tap selects: a line per innermost block and per break, as a browser copies it."""
    block = html[html.index('<div class="sheet"') :]
    text = ""
    for event in read_html(block):
        if event.kind == "text" and (event.data.strip() or event.data == " = "):
            text += event.data
        elif event.kind == "end" and event.data == "div" and not text.endswith("\f"):
            text += "\f"
    return [line for line in re.split(r"[\f\n]+", text) if line.strip()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_task_has_one_page_and_nothing_else_has(build, renderer, lang):
    """A sheet per text to translate or to read again, in each language that is built."""
    sheets = {p.address for p in renderer.index.in_language(lang) if p.kind == "sheet"}
    assert sheets == {build.sheet_addresses[task.name] for task in build.tasks[lang] if task.sheet}
    assert len(sheets) > 40
    assert [p for p in renderer.index.in_language("fr") if p.kind == "sheet"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["infos/droits", "accessibilite", "plan/index"])
def test_the_page_shows_the_very_text_of_the_command(build, renderer, lang, name):
    """What is copied from the page is what `vigie sheet` writes."""
    written = sheet_text(build.sheet(lang, name), build.interfaces[lang])
    assert copied(html_of(renderer, lang, build.sheet_addresses[name])) == [
        line for line in written.split("\n") if line.strip()
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letter_names_the_language_and_the_page(build, renderer, lang):
    """A subject and nothing else: the words are pasted."""
    html = unescape(html_of(renderer, lang, build.sheet_addresses["infos/droits"]))
    (letter,) = re.findall(r'href="(mailto:[^"]+)"', html)
    assert letter.startswith(f"mailto:{build.site.record.contact_email}?subject=")
    assert letter.endswith("infos%2Fdroits") and f"%20{lang}" in letter and "body=" not in letter


def test_the_glossary_of_a_page_is_on_its_sheet(build):
    """Terms whose French word is in what is asked; a language that the glossary lacks has none."""
    terms = dict(build.sheet("ar", "infos/droits").terms)
    assert terms["récépissé"] == "الوصل" and "GRETA" not in terms
    assert build.sheet("ar", "accessibilite").terms != build.sheet("ar", "infos/droits").terms


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_is_grouped_by_harm_and_leads_to_every_sheet(build, renderer, lang):
    """Links in the order of the tasks, French titles said to be French, the words left on top."""
    html = html_of(renderer, lang, TASKS)
    linked = re.findall(r'<p class="task-title"><a href="([^"]+)"', html)
    tasks = [task for task in build.tasks[lang] if task.sheet]
    assert linked == [build.sheet_addresses[task.name].removeprefix(TASKS) for task in tasks]
    assert html.count('<p class="task-title"><a') == html.count('<span lang="fr" dir="ltr">')
    assert all(str(n)[-3:] in html for n in (build.totals(lang).to_translate, build.totals(lang).to_reread))
    assert build.interfaces[lang]("tasks_mail_undecided") in html


def test_french_readers_see_the_languages(build):
    """Each with its state in words; of a hidden one nothing is said."""
    hidden = with_site(build, languages={"en": "hidden"})
    renderer = Renderer(hidden, all_pages(hidden))
    html = html_of(renderer, "fr", TASKS)
    assert 'href="../../ar/contribuer/traductions/" hreflang="ar"' in html and "../../en/" not in html
    assert hidden.interfaces["fr"]("tasks_status_pilot") in html
    assert html.count('class="language"') == 1


def test_who_reads_the_mail_is_said_once_it_is_decided(build):
    """A function, in French on every page."""
    told = with_site(build, translations_mail_read_by="Coordination, chargée des langues")
    html = html_of(Renderer(told, all_pages(told)), "ar", TASKS)
    assert '<span lang="fr" dir="ltr">Coordination, chargée des langues</span>' in html


def test_a_language_without_the_guide_has_its_list_all_the_same(build):
    """With the warnings in its own words and the way to the French guide; the guide itself is one of its tasks."""
    bare = dataclasses.replace(
        build, documents=tuple(p for p in build.documents if p.document.path != f"docs/ar/{TASKS.rstrip('/')}.md")
    )
    renderer = Renderer(bare, all_pages(bare))
    page = renderer.index.get("ar", TASKS)
    html = html_of(renderer, "ar", TASKS)
    assert page.kind == "tasks" and page.real
    assert bare.interfaces["ar"]("tasks_hard") in html and bare.interfaces["ar"]("tasks_safety") in html
    assert 'href="../../../contribuer/traductions/" hreflang="fr"' in html
    assert renderer.index.get("ar", f"{TASKS}contribuer-traductions/").kind == "sheet"


def test_readers_and_search_engines_never_meet_these_pages(build):
    """On a public site: noindex, no canonical address, no alternate, out of the sitemap, the map, the menu and the search."""
    public = with_site(
        build, status="public", site_url="https://exemple.org/", languages={"ar": "public", "en": "public"}
    )
    index = all_pages(public)
    found = volunteers(index)
    assert {page.kind for page in found} == {"page", "sheet"} and {page.lang for page in found} == {"fr", "ar", "en"}
    for page in found:
        frame = frame_context(public, index, page, preview=False)["frame"]
        assert frame.noindex and frame.canonical is None and frame.alternates == (), page.path
        assert frame.siblings == () and not any(link.current for link in frame.menu)
        assert not page.searched
    assert "contribuer" not in sitemap(public, index)
    for lang in ("fr", "ar", "en"):
        entries = [entry for section in site_map(index, public.navigation, lang) for entry in section.entries]
        assert not any(p.for_volunteers for entry in entries for p in (entry.page, *entry.below))


def test_tabs_of_sheets_of_vital_pages_stay_neutral(build, renderer):
    """Whoever looks over a shoulder reads nothing of them."""
    vital = build.sheet_addresses["infos/droits"]
    assert renderer.index.get("ar", vital).neutral
    assert not renderer.index.get("ar", build.sheet_addresses["accessibilite"]).neutral


def test_a_withheld_french_page_has_no_sheet(build):
    """What no lawyer has read is not shown in another place; its task is still named."""
    public = with_site(build, status="public", site_url="https://exemple.org/")
    assert "infos/droits" in withheld_texts(public)
    renderer = Renderer(public, all_pages(public))
    assert renderer.index.get("ar", build.sheet_addresses["infos/droits"]) is None
    assert renderer.index.get("ar", build.sheet_addresses["infos/qui-appeler"]).kind == "sheet"
    html = html_of(renderer, "ar", TASKS)
    assert "infos-droits/" not in html and "Vos droits" in html


def test_the_note_of_a_translation_leads_to_its_sheet(build, renderer):
    """Only where there is one; a page that is missing leads nobody to work."""
    assert f'href="../../{TASKS}infos-droits/"' in html_of(renderer, "ar", "infos/droits/")
    without = Renderer(build, PageIndex.of(p for p in renderer.index.by_place.values() if p.kind != "sheet"))
    assert TASKS not in html_of(without, "ar", "infos/droits/")
    assert TASKS not in html_of(renderer, "ar", "accessibilite/")
    assert TASKS not in html_of(renderer, "fr", "infos/droits/")
    assert TASKS not in str(renderer.feed_text(renderer.index.get("ar", "actualites/2024-10-18-chiffres-2023/")))


def test_from_a_sheet_the_switcher_leads_to_what_waits(renderer):
    """French has no sheets; another language has its own."""
    sheet = renderer.index.get("ar", f"{TASKS}infos-droits/")
    assert switch_to(renderer.index, sheet, "fr") == TASKS
    assert switch_to(renderer.index, sheet, "en") == f"en/{TASKS}infos-droits/"


def test_a_text_that_has_not_appeared_is_no_task(build):
    """Volunteers' pages are public: what waits for its day does not show there."""
    early = dataclasses.replace(build, today=datetime.date(2024, 1, 1))
    names = {task.name for task in early.tasks["ar"]}
    assert "actualites/2023-12-11-plan-national" in names and "plaidoyer/2024-03" not in names


def test_nobody_is_named_or_ranked(renderer):
    """No address of a page for volunteers but the collectif's."""
    for page in volunteers(renderer.index):
        if page.kind != "sheet" or page.address.endswith(("droits/", "index/")):
            mails = set(re.findall(r"[\w.-]+@[\w.-]+\w", str(renderer.fragment(page))))
            assert mails <= {renderer.build.site.record.contact_email}, page.path

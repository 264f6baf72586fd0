"""The search, asked through the page's own form, in French and Arabic, as a reader would."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

GOLDEN = Path(__file__).parent.parent / "golden/search_queries.yaml"
QUERIES = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
ROOTS = {"fr": "", "ar": "ar/"}
STATUS = ".search [role=status]"
RESULTS = ".search ol a"


@pytest.fixture
def visit(browser, base_url):
    """The page of the search in a language, in a context of its own, with all that it asks for and says."""
    contexts = []

    def open_page(lang, **options):
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(urlsplit(request.url).path))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(f"{base_url}{ROOTS[lang]}recherche/", wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def asking(browser, base_url):
    """One open page per language, for all the queries."""
    context = browser.new_context()
    pages = {}
    for lang, root in ROOTS.items():
        pages[lang] = context.new_page()
        pages[lang].goto(f"{base_url}{root}recherche/")
    yield pages
    context.close()


def ask(page, words):
    """Type ``words``, press the button, wait for the end; the addresses found, in order."""
    page.fill("#mots", words)
    page.click(".search button")
    return found(page)


def found(page):
    page.wait_for_function(
        "s => { const e = document.querySelector(s); return e.textContent && e.textContent !== e.dataset.busy; }",
        arg=STATUS,
    )
    return page.evaluate("s => [...document.querySelectorAll(s)].map(a => a.pathname)", RESULTS)


def test_there_are_fourteen_queries_in_each_language():
    """None is asked twice."""
    assert {lang: len({q["ask"] for q in QUERIES if q["lang"] == lang}) for lang in ROOTS} == {"fr": 14, "ar": 14}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query['lang']} {query['ask']}")
def test_a_reader_finds_the_page(asking, query):
    """With and without article, hamza, accents; articles of law and numbers to call in whatever form they are typed."""
    lang = query["lang"]
    paths = ask(asking[lang], query["ask"])
    assert f"/{ROOTS[lang]}{query['finds']}" in paths[:10]
    assert all(path.startswith("/ar/") == (lang == "ar") for path in paths)


@pytest.mark.parametrize("lang", ROOTS)
def test_nothing_is_loaded_before_a_search_and_nothing_is_kept_after(visit, base_url, lang):
    """No byte of the index at first; the address, the storage, the cookies and the console stay as they were."""
    page = visit(lang)
    assert [path for path in page.asked if "pagefind" in path] == []
    assert len(page.asked) <= 5
    address = page.url
    assert ask(page, "119")
    assert any("/pagefind/" in path for path in page.asked)
    assert "119" not in "".join(page.asked)
    assert page.url == address
    assert page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("() => indexedDB.databases().then(found => found.length)") == 0
    assert page.context.cookies() == []
    assert page.said == []


@pytest.mark.parametrize("lang", ROOTS)
def test_results_are_reached_by_keyboard_and_announced(visit, lang):
    """Enter searches, the focus stays in the field, the count is said, and Tab goes from the button to the first page."""
    page = visit(lang)
    page.locator("#mots").focus()
    page.fill("#mots", "119")
    page.keyboard.press("Enter")
    first = found(page)[0]
    assert re.search(r"\d", page.locator(STATUS).text_content())
    assert page.evaluate("() => document.activeElement.id") == "mots"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.pathname") == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")


@pytest.mark.parametrize("lang", ROOTS)
def test_when_nothing_is_found_the_numbers_to_call_are_near(visit, lang):
    """The page says so, and links to whom to call; a new search takes the link away."""
    page = visit(lang)
    help_link = page.locator(".search a[href$='infos/qui-appeler/'].go")
    assert not help_link.is_visible()
    assert ask(page, "qzxqzxqzx") == []
    assert page.locator(STATUS).text_content() == page.locator(STATUS).get_attribute("data-none")
    assert help_link.is_visible()
    assert ask(page, "119")
    assert not help_link.is_visible()


def test_when_no_page_has_all_the_words_it_is_said(visit):
    """Pages that have some of them are shown as such."""
    page = visit("fr")
    assert ask(page, "AGRASC 3919")
    assert "tous ces mots" in page.locator(STATUS).text_content()


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", ["0 806 000 126", "0806000126", "08 06 00 01 26"]),
        ("fr", ["116 000", "116000"]),
        ("fr", ["L. 425-1", "L425-1", "l.425-1", "L\u00a0425-1"]),
        ("fr", ["l’asile", "l'asile", "asile", "d'asile"]),
        ("ar", ["116 000", "١١٦٠٠٠"]),
    ],
)
def test_whatever_the_form_the_same_pages_are_found(asking, lang, forms):
    """Numbers and articles typed in one piece or with their spaces, with either apostrophe, in either digits."""
    answers = [ask(asking[lang], form) for form in forms]
    assert 0 < len(answers[0]) < 10
    assert all(answer == answers[0] for answer in answers)


def test_an_empty_search_says_nothing(visit):
    """And clears what was shown."""
    page = visit("fr")
    assert ask(page, "119")
    page.fill("#mots", "   ")
    page.keyboard.press("Enter")
    assert page.locator(STATUS).text_content() == ""
    assert page.locator(RESULTS).count() == 0


def test_only_the_last_search_is_shown(visit):
    """One that is still running when another begins is forgotten."""
    alone = visit("fr")
    expected = ask(alone, "observatoire")
    page = visit("fr")
    page.fill("#mots", "119")
    page.keyboard.press("Enter")
    page.fill("#mots", "observatoire")
    page.keyboard.press("Enter")
    assert found(page) == expected
    page.wait_for_load_state("networkidle")
    assert found(page) == expected


@pytest.mark.parametrize("lost", ["**/pagefind/pagefind.js", "**/pagefind/wasm.*"])
def test_a_search_that_cannot_load_says_so_and_may_be_tried_again(visit, lost):
    """The map below still leads everywhere."""
    page = visit("fr")
    page.route(lost, lambda route: route.abort())
    assert ask(page, "119") == []
    assert page.locator(STATUS).text_content() == page.locator(STATUS).get_attribute("data-failed")
    page.unroute(lost)
    assert ask(page, "119")


def test_results_are_written_as_text(visit):
    """Numbers keep their order in Arabic; elisions are whole in French; no mark-up is made of an excerpt."""
    page = visit("ar")
    ask(page, "L. 425-1")
    assert "\u2066L.\u00a0425-1\u2069" in page.locator(".search ol").text_content()
    page = visit("fr")
    ask(page, "exploitation")
    shown = page.locator(".search ol").text_content()
    assert "l’exploitation" in shown
    assert not re.search(r"’ \w", shown)
    assert page.evaluate("() => [...new Set([...document.querySelectorAll('.search ol *')].map(e => e.tagName))].sort()") == ["A", "LI", "P"]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ROOTS)
def test_results_are_accessible_on_a_narrow_screen(visit, lang, scheme):
    """No violation, 44 px for what is tapped, and nothing overflows at 320 px."""
    page = visit(lang, bypass_csp=True, color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, "119")
    assert Axe().run(page).response["violations"] == []
    heights = page.evaluate(
        "() => [...document.querySelectorAll('.search input, .search button')].map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) == 2
    assert min(heights) >= 44
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("lang", ROOTS)
def test_without_javascript_the_page_is_the_map(visit, lang):
    """No box that would do nothing; every section, and the measures, are linked."""
    page = visit(lang, java_script_enabled=False)
    assert not page.locator(".search").is_visible()
    assert page.locator(".map h3").count() >= 3
    links = page.locator(".map a").all()
    assert len(links) > 30
    assert all(link.is_visible() for link in links)


@pytest.mark.parametrize("lang", ROOTS)
def test_the_map_stays_with_javascript_and_is_linked_from_every_footer(visit, base_url, lang):
    """Below the search; the footer of a page for someone in danger has the link, and no box."""
    page = visit(lang)
    assert page.locator(".search").is_visible()
    assert page.locator(".map").is_visible()
    page.goto(f"{base_url}{ROOTS[lang]}infos/qui-appeler/")
    assert page.locator("[role=search], input").count() == 0
    page.locator("footer a[href$='recherche/']").click()
    page.wait_for_url(f"**/{ROOTS[lang]}recherche/")

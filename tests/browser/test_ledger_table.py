"""The table of the plan as its readers use it: with the script, without it, on a phone, from a shared or hostile address."""

import contextlib
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from browsers import ARGUMENTS

TABLE = "plan/mesures/"
SHOWN = "() => [...document.querySelectorAll('.ledger tbody tr')].filter(r => r.getClientRects().length).map(r => r.querySelector('a').textContent)"
HOSTILE = (
    "?forme=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&etat=__proto__&instances=constructor&public[]=mineurs"
    "&tri=--nom&axe=%22%5D%2C*&pilote=" + "a" * 2000
)


def _open(page, address):
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: page.said.append(dialog.message))
    page.goto(address)
    page.locator(".ledger-bar").wait_for()
    return page.evaluate(SHOWN)


def _asked(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_choices_words_and_order_live_in_the_address(page, base_url):
    """Each narrows or orders the rows and is counted; « Back » undoes one at a time; the address alone brings it back."""
    everything = _open(page, base_url + TABLE)
    choice = page.locator(".filters a[href$='/etat-evoquee/']")
    page.locator(".filters summary").click()
    choice.click()
    mentioned = page.evaluate(SHOWN)
    assert 1 < len(mentioned) < len(everything)
    assert f"({len(mentioned)})" in choice.text_content()
    assert choice.get_attribute("aria-current") == "true"
    assert f": {len(mentioned)} sur {len(everything)}" in page.locator(".found").text_content().replace(
        "\xa0", " "
    ).replace(" :", ":")
    head = page.locator("th[data-sort=nom]")
    assert head.get_attribute("aria-sort") == "none"
    by_name = sorted(mentioned, key=lambda name: name.replace("É", "E"))
    for order, expected in (("ascending", by_name), ("descending", by_name[::-1])):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == order
        assert page.evaluate(SHOWN) == expected
    assert _asked(page) == {"etat": "evoquee", "tri": "-nom"}
    before = page.url
    page.locator("#mots").press_sequentially("MECANISME", delay=5)
    page.wait_for_url("**mots=MECANISME**")
    found = page.evaluate(SHOWN)
    assert found
    assert all("mécanisme" in name.lower() for name in found)
    other = page.context.new_page()
    assert _open(other, page.url) == found
    other.close()
    page.go_back()
    assert page.url == before
    assert page.locator("#mots").input_value() == ""
    page.go_back()
    page.go_back()
    assert page.evaluate(SHOWN) == mentioned
    page.go_back()
    assert page.url == base_url + TABLE
    assert page.evaluate(SHOWN) == everything
    assert page.said == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_arabic_words_are_found_whatever_their_signs(page, base_url):
    """With or without vowel signs, lengthening or hamza; French accents matter no more."""
    everything = _open(page, f"{base_url}ar/{TABLE}")
    answers = [
        _open(page, f"{base_url}ar/{TABLE}?mots={quote(words)}") for words in ("الأطفال", "الاطفال", "الأَطْـــفَالُ")
    ]
    assert 0 < len(answers[0]) < len(everything)
    assert answers[0] == answers[1] == answers[2]
    assert _open(page, f"{base_url}{TABLE}?mots=ecole") == _open(page, f"{base_url}{TABLE}?mots={quote('É')}COLE") != []


def test_a_hostile_address_does_nothing(page, base_url):
    """What the page does not offer is ignored, and goes at the next choice; words are words; nothing found says so."""
    everything = _open(page, base_url + TABLE)
    count = page.evaluate("() => document.querySelectorAll('*').length")
    assert _open(page, base_url + TABLE + HOSTILE) == everything
    page.locator("th[data-sort=etat] button").click()
    assert _asked(page) == {"tri": "etat"}
    words = "<img src=x onerror=alert(1)>"
    assert _open(page, f"{base_url}{TABLE}?mots={quote(words)}&mots=a&tri=__proto__") == []
    assert page.locator("#mots").input_value() == words
    status = page.locator(".found")
    assert status.text_content().startswith(status.get_attribute("data-none"))
    assert page.evaluate("() => document.querySelectorAll('*').length") == count
    page.locator(".ledger-bar button").click()
    assert page.evaluate(SHOWN) == everything
    assert page.url == base_url + TABLE
    assert page.said == []


def test_without_javascript_a_phone_in_arabic_reads_it_all(browser, base_url):
    """Filters open by the keyboard and lead to pages with their count and a way back; each fact is in reach at 360 px."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}ar/{TABLE}")
    assert not page.locator(".ledger-bar").is_visible()
    cells = page.locator(".ledger tbody :is(td, th)").all()
    assert len(cells) == 19 * 4
    for cell in cells:
        box = cell.bounding_box()
        assert cell.inner_text().strip()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    page.locator(".filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/filtre/**")
    current = page.locator(".filters [aria-current=true]")
    assert current.count() == 1
    rows = page.locator(".ledger tbody tr").count()
    assert [str(rows), "19"] == page.locator(".lead bdi, .lead").first.evaluate("e => e.textContent.match(/\\d+/g)")
    page.locator(f"main a.go[href$='{'../../'}']").click()
    page.wait_for_url(f"{base_url}ar/{TABLE}")
    context.close()


@pytest.mark.parametrize("cache", ["page cache on", "page cache off"])
def test_leaving_leads_back_to_no_view_of_the_table(playwright_api, chromium_path, base_url, cache):
    """Each choice is an entry of the history: after « Quitter vite », « Back » shows none of them."""
    ignored = ["--disable-back-forward-cache"] if cache == "page cache on" else None
    browser = playwright_api.chromium.launch(executable_path=chromium_path, args=ARGUMENTS, ignore_default_args=ignored)
    context = browser.new_context()
    for host in ("https://meteofrance.com/**", "https://search.example/**"):
        context.route(host, lambda route: route.fulfill(body="<p>elsewhere", content_type="text/html"))
    tab = context.new_page()
    tab.goto("https://search.example/")
    tab.goto(base_url + TABLE)
    tab.locator(".filters summary").click()
    for choice in ("etat-evoquee", "forme-toutes"):
        tab.locator(f".filters a[href$='/{choice}/']").click()
    assert _asked(tab) == {"etat": "evoquee", "forme": "toutes"}
    tab.locator("a.leave").click()
    tab.wait_for_url("https://meteofrance.com/**")
    for _ in range(4):
        with contextlib.suppress(Error):  # the bounce may interrupt the navigation: that is the point
            tab.go_back(wait_until="commit", timeout=5000)
        tab.wait_for_timeout(300)
        tab.wait_for_url(lambda url: not url.startswith(base_url), wait_until="commit", timeout=10_000)
        assert "data-leave" not in tab.content()
    browser.close()


@pytest.mark.parametrize(
    "address", ["plan/mesures/?mots=xyzxyz", "ar/plan/mesures/filtre/etat-evoquee/", "ar/plan/mesures/"]
)
def test_the_table_and_its_filters_are_accessible(browser, base_url, address):
    """No violation, filters open; what is tapped measures 44 px; nothing overflows a phone of 320 px."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = context.new_page()
    page.goto(base_url + address)
    page.locator(".filters summary").click()
    assert Axe().run(page).response["violations"] == []
    heights = page.evaluate(
        "() => [...document.querySelectorAll('.filters a, .ledger-bar :is(input, button), .ledger thead button')].map(e => e.offsetHeight).filter(Boolean)"
    )
    assert len(heights) > 5
    assert min(heights) >= 44
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    context.close()

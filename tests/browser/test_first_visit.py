"""The first visit of a reader in danger: what travels, what is stored, what works without script."""

import pytest

from built import real_site

KILO = 1000
WHO_TO_CALL = ["infos/qui-appeler/", "ar/infos/qui-appeler/"]


@pytest.fixture
def visit(browser, base_url):
    """Open an address in a new context and return what was transferred, asked for and said."""

    def open_page(address, **options):
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        seen = {"bytes": 0, "requests": [], "console": [], "page": page, "context": context}
        session.on(
            "Network.loadingFinished", lambda e: seen.__setitem__("bytes", seen["bytes"] + e["encodedDataLength"])
        )
        page.on("request", lambda request: seen["requests"].append(request.url))
        page.on("console", lambda message: seen["console"].append(message.text))
        page.on("pageerror", lambda error: seen["console"].append(str(error)))
        page.goto(base_url + address, wait_until="networkidle")
        return seen

    return open_page


@pytest.mark.parametrize("address", WHO_TO_CALL)
def test_who_to_call_is_light_private_and_silent(visit, base_url, address):
    """At most 15 kB and 4 requests, none elsewhere; nothing stored, no cookie, an empty console."""
    seen = visit(address)
    assert seen["bytes"] <= 15 * KILO
    assert len(seen["requests"]) <= 4
    assert all(url.startswith(base_url) for url in seen["requests"])
    assert seen["console"] == []
    stored = seen["page"].evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    assert seen["context"].cookies() == []
    assert seen["page"].evaluate("() => indexedDB.databases().then(found => found.length)") == 0
    seen["context"].close()


@pytest.mark.parametrize("address", WHO_TO_CALL)
def test_who_to_call_works_without_javascript(visit, address):
    """Numbers can be called, folded parts open, the menu opens, the way out is a plain link."""
    seen = visit(address, java_script_enabled=False)
    page = seen["page"]
    assert page.locator('a[href="tel:17"]').first.is_visible()
    sentence = page.locator(".contact details").first
    sentence.locator("summary").click()
    assert sentence.locator("p").first.is_visible()
    menu = page.locator("nav.menu")
    assert not menu.is_visible()
    page.locator(".menu-switch summary").click()
    assert menu.is_visible()
    assert page.locator("a.leave").get_attribute("href").startswith("https://")
    seen["context"].close()


def test_no_page_of_the_site_breaks_the_policy_or_loads_from_elsewhere(browser, base_url):
    """A crawl of every page: an empty console, no request that fails, none to a third party."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    page.on("response", lambda response: asked.append((response.url, response.status)))
    site = real_site()
    for path in site.pages():
        page.goto(base_url + path.relative_to(site.folder).as_posix())
    assert said == []
    assert [one for one in asked if not one[0].startswith(base_url) or one[1] != 200] == []
    context.close()


def test_two_taps_lead_from_home_to_the_number_and_to_what_will_happen(browser, base_url):
    """In Arabic, on a phone, slow 3G, without JavaScript: home, the numbers, then what happens on the phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    network = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", network)
    page.goto(base_url + "ar/")
    assert page.locator('a.phone[href="tel:17"]').is_visible()
    page.locator(".help a.go").click()
    page.wait_for_url("**/ar/infos/qui-appeler/")
    assert page.locator('.contact a[href="tel:119"]').is_visible()
    page.locator('main a[href$="appel/"]').first.click()
    page.wait_for_url("**/ar/infos/appel/")
    assert page.locator("#pendant").is_visible()
    context.close()

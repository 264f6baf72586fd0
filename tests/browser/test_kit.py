"""A kit opened from a phone's downloads, without network: it asks for nothing, says nothing to the console, and is drawn."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from built import real_site

LANGUAGES = ["fr", "ar"]


def _address(lang):
    return (real_site().folder / f"telechargements/infos-{lang}.html").as_uri()


@pytest.fixture
def opened(browser):
    """Open the kit of a language, offline, with all that it asks for and says."""
    contexts = []

    def open_kit(lang, width=360, **options):
        context = browser.new_context(viewport={"width": width, "height": 740}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(_address(lang), wait_until="load")
        page.wait_for_timeout(200)
        return page

    yield open_kit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_asks_for_nothing_and_is_silent(opened, lang):
    """One request, the file itself; an empty console; its own style applies; nothing is stored."""
    page = opened(lang)
    assert page.asked == [_address(lang)]
    assert page.said == []
    assert page.evaluate("() => getComputedStyle(document.querySelector('.contact')).borderTopWidth") == "4px"
    assert page.evaluate("() => document.cookie") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_links_lead_to_its_own_sections(opened, lang):
    """A tap in the list of chapters shows the chapter; the number to call is a call."""
    page = opened(lang)
    page.locator('nav a[href="#papiers"]').click()
    assert page.locator("#papiers").evaluate("e => Math.round(e.getBoundingClientRect().top)") < 40
    assert page.locator('a[href="tel:17"]').first.is_visible()
    assert page.said == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(opened, lang, scheme):
    """No violation, at 320 px no second direction to scroll in, and Arabic reads from the right."""
    page = opened(lang, width=320, color_scheme=scheme, bypass_csp=True)
    found = [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate("() => getComputedStyle(document.body).direction") == ("rtl" if lang == "ar" else "ltr")

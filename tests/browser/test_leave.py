"""Leaving the page: at once, without trace of ours, and « Back » does not bring it back."""

import contextlib

import pytest
from playwright.sync_api import Error

from browsers import ARGUMENTS

AWAY = "https://meteofrance.com/"


@pytest.fixture(params=["page cache on", "page cache off"])
def tab(request, playwright_api, chromium_path):
    """A tab whose way out is answered here, with the back-forward cache on and off."""
    ignored = ["--disable-back-forward-cache"] if request.param == "page cache on" else None
    browser = playwright_api.chromium.launch(executable_path=chromium_path, args=ARGUMENTS, ignore_default_args=ignored)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    for host in ("https://meteofrance.com/**", "https://ar.wikipedia.org/**", "https://search.example/**"):
        context.route(
            host, lambda route: route.fulfill(body="<title>elsewhere</title><p>elsewhere", content_type="text/html")
        )
    yield context.new_page()
    browser.close()


def _leave_by_link(page):
    page.locator("a.leave").click()


def _leave_by_keyboard(page):
    for _ in range(3):
        page.keyboard.press("Shift")


def test_the_page_cache_is_what_the_case_says(tab, base_url, request):
    """A control: with the cache a page comes back as it was left, without it it is made again."""
    tab.goto(base_url + "infos/")
    tab.evaluate("() => { window.kept = true; }")
    tab.goto(base_url + "infos/droits/")
    tab.go_back(wait_until="commit")
    tab.locator("h1").wait_for(state="visible")
    assert bool(tab.evaluate("() => window.kept")) == ("cache on" in request.node.name)


@pytest.mark.parametrize("leave", [_leave_by_link, _leave_by_keyboard], ids=["link", "Shift three times"])
def test_back_never_shows_a_page_that_was_left(tab, base_url, leave):
    """Search engine, our page, second page, leave, Back three times: ours is never shown again."""
    tab.goto("https://search.example/")
    tab.goto(base_url + "infos/qui-appeler/")
    tab.locator('a[href*="droits"]').first.click()
    tab.wait_for_url("**/infos/droits/**")
    leave(tab)
    tab.wait_for_url(AWAY)
    for _ in range(3):
        with contextlib.suppress(Error):  # the bounce may interrupt the navigation: that is the point
            tab.go_back(wait_until="commit", timeout=5000)
        tab.wait_for_timeout(500)
        tab.wait_for_url(lambda url: not url.startswith(base_url), wait_until="commit", timeout=10_000)
        assert "data-leave" not in tab.content()


def test_a_wanted_visit_afterwards_works(tab, base_url):
    """The flag is cleared by the next visit by link or address: nobody is locked out, and Back works again."""
    tab.goto(base_url + "infos/qui-appeler/")
    _leave_by_link(tab)
    tab.wait_for_url(AWAY)
    tab.goto(base_url + "infos/")
    assert tab.locator("h1").is_visible()
    assert tab.evaluate("() => sessionStorage.length") == 0
    tab.goto(base_url + "infos/droits/")
    tab.go_back(wait_until="commit")
    assert tab.url == base_url + "infos/"
    tab.locator("h1").wait_for(state="visible")


def test_the_arabic_page_leads_to_its_own_way_out(tab, base_url):
    """Destination per language, in data."""
    tab.goto(base_url + "ar/infos/qui-appeler/")
    _leave_by_link(tab)
    tab.wait_for_url("https://ar.wikipedia.org/")


def test_screen_readers_hear_what_the_key_does(tab, base_url):
    """The second press of Shift is announced in the page's language; then the words go, and the count with them."""
    tab.goto(base_url + "infos/qui-appeler/")
    status = tab.locator("[role=status]")
    assert status.text_content() == ""
    tab.keyboard.press("Shift")
    assert status.text_content() == ""
    tab.keyboard.press("Shift")
    assert "une fois" in status.text_content()
    tab.wait_for_timeout(2800)
    assert status.text_content() == ""
    tab.keyboard.press("Shift")
    tab.wait_for_timeout(300)
    assert tab.url == base_url + "infos/qui-appeler/"


def _letters(tab):
    for key in ("A", "B", "C", "D"):
        tab.keyboard.press(f"Shift+{key}")


def _backwards(tab):
    for _ in range(5):
        tab.keyboard.press("Shift+Tab")


def _clicks(tab):
    for _ in range(4):
        tab.keyboard.down("Shift")
        tab.locator("h1").click()
        tab.keyboard.up("Shift")


def _wheel(tab):
    for _ in range(4):
        tab.keyboard.down("Shift")
        tab.mouse.wheel(0, 50)
        tab.wait_for_timeout(100)
        tab.keyboard.up("Shift")


@pytest.mark.parametrize("use", [_letters, _backwards, _clicks, _wheel], ids=lambda use: use.__name__)
def test_shift_with_anything_else_does_not_leave(tab, base_url, use):
    """Capital letters, going back with Tab, clicks and the wheel: Shift is not alone, nothing is said, nobody leaves."""
    tab.goto(base_url + "infos/qui-appeler/")
    use(tab)
    tab.wait_for_timeout(300)
    assert tab.url == base_url + "infos/qui-appeler/"
    assert tab.locator("[role=status]").text_content() == ""


def test_nothing_is_stored_before_leaving(tab, base_url):
    """Storage stays empty while one reads."""
    tab.goto(base_url + "infos/qui-appeler/")
    tab.goto(base_url + "infos/droits/")
    assert tab.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]

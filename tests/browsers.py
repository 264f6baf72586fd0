"""A real Chromium on the real site, served by the real nginx. A missing browser fails, never skips."""

import pytest
from playwright.sync_api import sync_playwright

from built import ROOT, real_site
from find_browser import find_browser
from web_server import of_project, start_nginx

ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def base_url() -> str:
    """The address of the site, with a slash at its end."""
    server = start_nginx(real_site().folder, of_project(ROOT))
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def playwright_api():
    with sync_playwright() as api:
        yield api


@pytest.fixture(scope="session")
def chromium_path() -> str:
    path = find_browser()
    if path is None:
        pytest.fail("aucun Chromium : lancez « make test », qui l’installe")
    return path


@pytest.fixture(scope="session")
def browser(playwright_api, chromium_path):
    browser = playwright_api.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def page(browser):
    """A page of a phone, in a context of its own."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()

"""A real Chromium on the real site, served on this machine with brotli. A missing browser fails, never skips."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from find_browser import find_browser
from serving import ARGUMENTS, serve

from built import real_site


@pytest.fixture(scope="session")
def base_url() -> str:
    server = serve(real_site().folder)
    return f"http://127.0.0.1:{server.server_port}/"


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

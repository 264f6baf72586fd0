"""The first visit of each kind of page, in a real browser, over the real server: bytes, requests, storage, third parties."""

import pytest

from budgets import BUDGETS, heaviest
from built import ROOT, real_site
from web_server import of_project

LANGUAGES = of_project(ROOT).languages
ABSENT = {("texte", "ar"), ("texte", "en"), ("fiche des bénévoles", "fr")}
"""Kinds that a language may not have: no text of the news is translated so far, and French is not translated."""

# What a page could leave behind, or ask the browser to keep.
STORED = """async () => [
    localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
]"""


@pytest.fixture(scope="module")
def pages():
    return {lang: heaviest(real_site().folder, lang, LANGUAGES[1:]) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.kind)
def test_a_first_visit_is_light_and_leaves_nothing(browser, base_url, pages, budget, lang, record_property):
    """The heaviest page of its kind keeps to its budget, asks nobody else for anything, stores nothing, says nothing."""
    if budget not in pages[lang]:
        assert (budget.kind, lang) in ABSENT
        return
    address = pages[lang][budget]
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes, asked, said, encodings = [], [], [], set()
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: encodings.add(response.headers.get("content-encoding")))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(base_url + address, wait_until="networkidle")
    icon = page.evaluate("() => document.querySelector('link[rel=icon]').href")
    for _moment in range(20):  # the icon is asked for last; a browser that already has it does not ask
        if icon in asked and len(sizes) == len(asked):
            break
        page.wait_for_timeout(100)
    size = round(sum(sizes))
    record_property("cost", (budget.kind, lang, address, size, budget.size, len(asked), budget.requests))
    assert "br" in encodings, "the browser was not served brotli: these bytes would mean nothing"
    assert len(sizes) == len(asked)
    assert size <= budget.size
    assert len(asked) <= budget.requests
    assert [url for url in asked if not url.startswith((base_url, "data:"))] == []
    assert said == []
    assert page.evaluate(STORED) == [0, 0, "", 0, 0, 0]
    assert context.cookies() == []
    context.close()

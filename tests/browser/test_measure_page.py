"""The page of a record in a browser: the journalist's path, and the picture of the findings in both directions."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RECORD = "plan/mesures/mecanisme-identification/"
STATE = "plan/etats/2024-12-12/"
PLACES = """() => [...document.querySelectorAll('.timeline div > svg > :is(rect, svg)')].map(mark => {
    const box = mark.getBoundingClientRect(), all = mark.closest('figure').getBoundingClientRect();
    return [(box.left + box.right) / 2 - all.left, all.right - (box.left + box.right) / 2, box.width];
})"""


def test_what_was_said_in_december_2024_is_three_clicks_from_home(browser, base_url):
    """Home, the table, the record, the state: links alone, without a script, and the address can be quoted."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url)
    page.locator('main a[href="plan/mesures/"]').first.click()
    page.locator('main a[href="mecanisme-identification/"]').first.click()
    page.get_by_role("link", name="12 décembre 2024", exact=True).first.click()
    assert page.url == f"{base_url}{RECORD}#etat-2024-12-12"
    heading = page.locator("#etat-2024-12-12")
    assert heading.is_visible()
    assert 0 <= heading.bounding_box()["y"] < 740
    cited = page.locator("section:has(> #etat-2024-12-12) .cite").inner_text()
    assert f"{RECORD}#etat-2024-12-12" in cited
    context.close()


def test_time_runs_the_way_the_reader_reads(page, base_url):
    """The same marks, all inside the picture; in Arabic each is as far from the right edge as in French from the left."""
    places = []
    for prefix in ("", "ar/"):
        page.goto(f"{base_url}{prefix}{RECORD}")
        places.append(page.evaluate(PLACES))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    french, arabic = places
    assert len(french) > 2
    for (left, right, width), (other_left, other_right, other_width) in zip(french, arabic, strict=True):
        assert left == pytest.approx(other_right, abs=1.5)
        assert right == pytest.approx(other_left, abs=1.5)
        assert width == pytest.approx(other_width, abs=1.5)
        assert min(left, right) > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_state(browser, base_url, scheme):
    """The page of a state of the table, on a phone, in both languages."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for prefix in ("", "ar/"):
        page.goto(f"{base_url}{prefix}{STATE}")
        found = [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(page).response["violations"]]
        assert found == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    context.close()

"""What only a browser shows: accessibility, direction of numbers, reflow, keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = {
    "home": "",
    "help": "infos/",
    "who to call": "infos/qui-appeler/",
    "rights": "infos/droits/",
    "plan": "plan/",
    "table": "plan/mesures/",
    "measure": "plan/mesures/mecanisme-identification/",
    "state": "plan/etats/2024-12-12/",
    "figures": "plan/chiffres/",
    "measure with an indicator": "plan/mesures/enquete-associations/",
    "news": "actualites/",
    "later page of a list": "actualites/page-2/",
    "topics": "sujets/",
    "texts on a measure": "plan/mesures/observatoire/textes/",
    "plaidoyer": "plaidoyer/",
    "members, or a short page": "le-collectif/",
    "search and map": "recherche/",
    "on the phone": "infos/appel/",
    "tools": "infos/outils/",
    "what helpers take away": "infos/kit/",
    "traces": "infos/traces/",
    "what volunteers can do": "contribuer/traductions/",
    "404": "404.html",
}
FRENCH_ONLY = {
    "post": "actualites/2024-12-12-plan-un-an/",
    "event": "actualites/2024-06-26-la-strada-international/",
    "old address": "juin-2022/",
    "summary": "plaidoyer/2024-03/",
    "legal": "mentions-legales/",
}
SHEETS = {
    "sheet to read again": "ar/contribuer/traductions/infos-droits/",
    "sheet to fill": "ar/contribuer/traductions/accessibilite/",
}
PAGES = [*(p for k in KINDS.values() for p in (k, f"ar/{k}")), *FRENCH_ONLY.values(), *SHEETS.values()]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (360, "light"),
        (1280, "dark"),
        pytest.param(360, "dark", marks=pytest.mark.night),
        pytest.param(1280, "light", marks=pytest.mark.night),
    ],
)
def test_axe_finds_nothing(browser, base_url, width, scheme):
    """No violation on any kind of page, in either language, light and dark, on a phone and a desktop."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = {}
    for address in PAGES:
        page.goto(base_url + address)
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
        violations = Axe().run(page).response["violations"]
        if violations:
            found[address] = [(v["id"], v["nodes"][0]["html"][:200]) for v in violations]
    assert found == {}
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_overflows_a_narrow_screen(page, base_url, address):
    """At 320 px, with the text spacing of WCAG 1.4.12, the page scrolls in one direction only."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(base_url + address)
    page.evaluate(
        """() => { for (const e of document.querySelectorAll('body *')) {
            e.style.lineHeight = '1.5'; e.style.letterSpacing = '0.12em'; e.style.wordSpacing = '0.16em'; } }"""
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def _glyphs(page, selector, needle):
    """The characters of ``needle`` inside ``selector`` from left to right, as they are drawn."""
    return page.evaluate(
        """([selector, needle]) => {
            const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode())) {
                const start = node.data.indexOf(needle);
                if (start < 0) continue;
                const glyphs = [...needle].map((character, index) => {
                    const range = document.createRange();
                    range.setStart(node, start + index);
                    range.setEnd(node, start + index + 1);
                    return [range.getBoundingClientRect().left, character];
                });
                return glyphs.sort((a, b) => a[0] - b[0]).map(glyph => glyph[1]).join('');
            }
            return null;
        }""",
        [selector, needle],
    )


@pytest.mark.parametrize(
    ("address", "selector", "needle"),
    [
        ("ar/infos/qui-appeler/", "main", "116 000"),
        ("ar/infos/qui-appeler/", "main", "0 806 000 126"),
        ("ar/infos/droits/", "main", "225-4-1"),
        ("ar/infos/droits/", "main", "L. 425-1"),
        ("ar/plan/mesures/", ".crumbs", "2024-2027"),
    ],
)
def test_numbers_read_left_to_right_in_arabic(page, base_url, address, selector, needle):
    """Glyph by glyph, a number of several groups is drawn in the order in which it is dialled or cited."""
    page.goto(base_url + address)
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert _glyphs(page, selector, needle) == needle


def test_the_measure_of_glyphs_sees_a_reversal(page):
    """Without isolation the same phone number is drawn backwards: the test above can fail."""
    page.set_content('<p dir="rtl" lang="ar">اتصلوا +33 1 23 45 67 89 الآن</p>')
    assert _glyphs(page, "p", "+33 1 23 45 67 89") != "+33 1 23 45 67 89"


@pytest.mark.parametrize("address", ["", "ar/"])
def test_everything_is_reached_by_keyboard(page, base_url, address):
    """Skip link, way out, menu and language come first, in that order, each visible when it has the focus."""
    page.goto(base_url + address)
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const e = document.activeElement, r = e.getBoundingClientRect();
                return [e.className || e.tagName, r.width > 0 && r.top >= 0 && r.bottom <= innerHeight]; }"""
            )
        )
    assert [name for name, _visible in reached] == ["skip", "skip", "leave", "brand", "SUMMARY", "A"]
    assert all(visible for _name, visible in reached)
    page.locator(".menu-switch summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("nav.menu a").first.is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(
    "address", ["", "ar/", "404.html", "ar/404.html", "infos/qui-appeler/", "ar/infos/qui-appeler/"]
)
def test_a_number_to_call_is_never_cut(page, base_url, address, width):
    """Each number stands on one line, at any width: 112 read as 11 and 2 would cost time."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(base_url + address)
    lines = page.evaluate(
        """() => [...document.querySelectorAll('a.phone')].map(link => {
            const range = document.createRange();
            range.selectNodeContents(link.querySelector('bdi') || link);
            const tops = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
            return [link.textContent.trim(), tops.size];
        })"""
    )
    assert lines
    assert [one for one in lines if one[1] != 1] == []


@pytest.mark.parametrize("address", ["ar/infos/papiers/", "ar/infos/droits/", "ar/plan/"])
def test_an_article_of_law_is_never_cut_in_arabic(page, base_url, address):
    """A number of several groups stands on one line: 11-3 cut after its dash would be read as two."""
    for width in (320, 360, 400):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(base_url + address)
        cut = page.evaluate(
            """() => [...document.querySelectorAll('main bdi:not([lang])')].filter(b => b.getClientRects().length > 1)
            .map(b => b.textContent)"""
        )
        assert cut == []
        assert page.locator("main bdi:not([lang])").count() > 0


@pytest.mark.parametrize("address", ["infos/qui-appeler/", "ar/infos/qui-appeler/"])
def test_what_is_tapped_is_large_enough(page, base_url, address):
    """Controls of the frame and numbers to call are 44 px high at least; the way out 48."""
    page.goto(base_url + address)
    heights = page.evaluate(
        """() => [...document.querySelectorAll('.leave, .languages a, summary, .contact h3 a')]
        .map(e => [e.className || e.tagName, e.getBoundingClientRect().height])"""
    )
    assert [one for one in heights if one[1] < (48 if one[0] == "leave" else 44)] == []


def test_the_way_out_is_in_the_same_corner_mirrored(page, base_url):
    """At the end of the line in each language: right in French, left in Arabic, and it stays when scrolled."""
    for address, side in (("infos/qui-appeler/", "right"), ("ar/infos/qui-appeler/", "left")):
        page.goto(base_url + address)
        page.mouse.wheel(0, 1500)
        box = page.locator("a.leave").bounding_box()
        assert 0 <= box["y"] < 20
        middle, page_middle = box["x"] + box["width"] / 2, page.evaluate("innerWidth") / 2
        assert (middle > page_middle) == (side == "right")


@pytest.mark.parametrize("address", ["", "infos/qui-appeler/", "plan/mesures/"])
def test_a_printed_page_has_no_frame(page, base_url, address):
    """Neither the way out nor the menu is printed; the text is."""
    page.goto(base_url + address)
    page.emulate_media(media="print")
    assert not page.locator("a.leave").is_visible()
    assert not page.locator(".menu-switch").is_visible()
    assert page.locator("h1").is_visible()


def test_arabic_letters_are_not_spaced_nor_slanted(page, base_url):
    """No letter-spacing, no italics in Arabic: they break its script."""
    page.goto(base_url + "ar/infos/droits/")
    odd = page.evaluate(
        r"""() => [...document.querySelectorAll('main *')].filter(e => {
            const s = getComputedStyle(e);
            return /[\u0600-\u06FF]/.test(e.textContent) && (s.fontStyle === 'italic' || parseFloat(s.letterSpacing) > 0);
        }).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert odd == []
    assert re.search("ar", page.evaluate("() => document.documentElement.lang"))

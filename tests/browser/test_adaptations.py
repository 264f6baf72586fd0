"""A reader's own settings: 400 % zoom, forced colours, less motion, the keyboard alone. The page follows, and the way out stays."""

import re

import pytest

ADDRESSES = ["", "ar/", "infos/qui-appeler/", "ar/infos/qui-appeler/", "plan/mesures/", "ar/plan/mesures/"]
ZOOMED = {"width": 320, "height": 256}
"""What 400 % leaves of a window of 1280 × 1024 (WCAG 1.4.10)."""

_COVERS_THE_WAY_OUT = """() => {
    const link = document.querySelector('a.leave'), box = link.getBoundingClientRect();
    const points = [[box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4],
                    [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
    for (const [x, y] of points) {
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'out of the window';
        const top = document.elementFromPoint(x, y);
        if (!link.contains(top)) return top ? top.outerHTML.slice(0, 120) : 'nothing';
    }
    return '';
}"""


@pytest.mark.parametrize("size", [ZOOMED, {"width": 360, "height": 640}, {"width": 1280, "height": 800}], ids=str)
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_way_out_is_never_covered(page, base_url, address, size):
    """At every depth of the page, with the menu and every folded part open, at 400 % too: it can be tapped."""
    page.set_viewport_size(size)
    page.goto(base_url + address)
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    height = page.evaluate("() => document.documentElement.scrollHeight")
    for depth in (0, 0.1, 0.35, 0.7, 1):
        page.evaluate("y => scrollTo(0, y)", height * depth)
        assert page.evaluate(_COVERS_THE_WAY_OUT) == "", depth


@pytest.mark.parametrize("address", ["infos/qui-appeler/", "ar/infos/qui-appeler/", "recherche/"])
def test_the_keyboard_is_always_seen(page, base_url, address):
    """Each stop of Tab is shown, with a mark around it, and the strip of the way out does not lie over it (WCAG 2.4.11)."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(base_url + address)
    stops = page.evaluate("() => [...document.querySelectorAll('a[href], summary, button, input')].length")
    seen = []
    for _ in range(min(stops, 60)):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => { const e = document.activeElement, box = e.getBoundingClientRect();
                if (e === document.body) return null;
                const style = getComputedStyle(e);
                const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
                const y = (box.top + box.bottom) / 2, top = document.elementFromPoint(x, y);
                const shown = top && (e.contains(top) || top.contains(e));
                return [e.outerHTML.slice(0, 90), !!shown, parseFloat(style.outlineWidth) >= 2]; }"""
            )
        )
    assert len([one for one in seen if one]) >= 8
    assert [one for one in seen if one and not (one[1] and one[2])] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_at_400_percent_the_page_scrolls_in_one_direction(page, base_url, address):
    """320 × 256 pixels: nothing is lost at the side, and what stays in place leaves three quarters of the height."""
    page.set_viewport_size(ZOOMED)
    page.goto(base_url + address)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= ZOOMED["width"]
    page.evaluate("() => scrollTo(0, 400)")
    assert page.locator("a.leave").bounding_box()["height"] <= ZOOMED["height"] / 4
    assert page.locator(".draft").bounding_box()["y"] < 0


@pytest.mark.parametrize("address", ["", "ar/", "infos/qui-appeler/", "plan/mesures/"])
def test_forced_colours_keep_what_colour_said(browser, base_url, address):
    """In the reader's own colours the way out, the numbers and the current section keep a border or an underline."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(base_url + address)
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    bare = page.evaluate(
        """() => [...document.querySelectorAll('a.leave, a.phone, .menu [aria-current], summary')]
        .filter(e => e.getClientRects().length)
        .filter(e => { const s = getComputedStyle(e);
            const bordered = ['Top', 'Bottom', 'Left', 'Right'].some(
                side => parseFloat(s['border' + side + 'Width']) > 0 && s['border' + side + 'Style'] !== 'none');
            return !bordered && !s.textDecorationLine.includes('underline'); })
        .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert bare == []
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_moves(browser, base_url, address):
    """Neither animation nor smooth scrolling, whatever the reader asks: there is nothing to switch off."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(base_url + address)
    page.locator("a.leave").hover()
    assert page.evaluate("() => document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
            return s.animationName !== 'none' || s.transitionDuration !== '0s' || s.scrollBehavior !== 'auto'; }).length"""
    )
    assert moving == 0
    context.close()


def test_a_printed_page_of_numbers_says_all_that_is_folded(page, base_url):
    """On paper nothing can be opened: each sentence to say is there, each link to a source shows that it was one."""
    page.goto(base_url + "infos/qui-appeler/")
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('.contact details > p')].filter(p => !p.getClientRects().length).length"""
    )
    assert hidden == 0


@pytest.mark.parametrize("address", ["plan/mesures/", "ar/plan/mesures/"])
def test_the_table_keeps_its_meaning_as_cards(page, base_url, address):
    """On a phone too, rows, headings and cells are announced, and each cell shows the name of its column."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(base_url + address)
    tree = page.locator("table.ledger").aria_snapshot()
    counts = [len(re.findall(rf"- '?{role}\b", tree)) for role in ("rowheader", "columnheader", "cell")]
    assert counts == [19, 4, 57]
    assert page.locator(".ledger td .cell-label:visible").count() == 57

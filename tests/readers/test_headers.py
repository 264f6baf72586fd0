"""The one list of what protects readers at the level of HTTP."""

from vigie.readers.headers import CONTENT_POLICY, DOWNLOADS_POLICY, Served, header_policy, headers_of, meta_policy

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def test_the_policy_is_the_strict_one():
    """Nothing by default, nothing from elsewhere, no form, no frame, no base."""
    assert f"{POLICY}; frame-ancestors 'none'" == header_policy()


def test_a_page_carries_the_part_that_browsers_read_there():
    """``frame-ancestors`` is ignored in a page: only the server sends it."""
    assert meta_policy() == POLICY


def test_nothing_loosens_the_policy():
    """No inline code, no evaluation, no wildcard, no other site; each directive once."""
    names = [name for name, _value in CONTENT_POLICY]
    assert len(set(names)) == len(names)
    for loose in ("unsafe", "*", "http", "blob:", "filesystem:", "strict-dynamic"):
        assert loose not in header_policy()


def test_only_the_search_may_run_its_program():
    """The page of the search alone allows WebAssembly, and nothing else differs."""
    allowed = header_policy(search=True)
    assert allowed == header_policy().replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert "wasm" not in header_policy() + meta_policy()


DRAFT = Served(("fr", "ar"), is_draft=True, pilots=("ar",))
PUBLIC = Served(("fr", "ar"), is_draft=False, pilots=("ar",))


def test_every_answer_has_the_whole_list():
    """Written out once, so that no line of it can go away unseen."""
    assert headers_of("/ar/infos/", DRAFT, https=True) == {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), "
        "hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
        "X-Robots-Tag": "noindex",
        "Strict-Transport-Security": "max-age=31536000",
    }


def test_plain_http_promises_no_https():
    """The header means nothing there."""
    assert "Strict-Transport-Security" not in headers_of("/", DRAFT)


def test_pages_are_asked_for_again_and_assets_kept_ten_minutes():
    """A number that changed is read at the next visit; so are feeds, data and what does not exist."""
    for path in ("/", "/ar/", "/404.html", "/robots.txt", "/plan/mesures.csv", "/actualites.atom", "/a.pdf", "/infos"):
        assert headers_of(path, DRAFT)["Cache-Control"] == "no-cache", path
    for path in ("/assets/site.css", "/assets/leave.js", "/assets/x.webp", "/pagefind/fragment/a.pf_fragment"):
        assert headers_of(path, DRAFT)["Cache-Control"] == "max-age=600", path


def test_a_public_site_hides_its_pilot_languages_alone():
    """A draft hides everything."""
    hidden = {
        path: "X-Robots-Tag" in headers_of(path, PUBLIC) for path in ("/", "/infos/", "/ar/", "/ar/x.pdf", "/arabe/")
    }
    assert hidden == {"/": False, "/infos/": False, "/ar/": True, "/ar/x.pdf": True, "/arabe/": False}
    assert all("X-Robots-Tag" in headers_of(path, DRAFT) for path in hidden)


def test_the_policy_of_the_search_is_that_of_its_page_in_each_language():
    """Not of what lies under it, nor of another folder of that name."""
    searching = header_policy(search=True)
    for path in ("/recherche/", "/recherche/index.html", "/ar/recherche/"):
        assert headers_of(path, DRAFT)["Content-Security-Policy"] == searching
    for path in ("/recherche", "/recherche/x/", "/en/recherche/", "/x/recherche/", "/", "/pagefind/pagefind.js"):
        assert headers_of(path, DRAFT)["Content-Security-Policy"] == header_policy()


def test_a_file_to_take_away_runs_and_loads_nothing():
    """Opened on the site it may only apply the style written in it."""
    assert headers_of("/telechargements/infos-ar.html", DRAFT)["Content-Security-Policy"] == DOWNLOADS_POLICY
    assert "script" not in DOWNLOADS_POLICY
    assert "default-src 'none'" in DOWNLOADS_POLICY
    assert "'self'" not in DOWNLOADS_POLICY

"""The one list of what protects readers at the level of HTTP."""

from vigie.readers.headers import CONTENT_POLICY, header_policy, meta_policy

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

"""The one list of what protects readers at the level of HTTP."""

from vigie.readers.headers import CONTENT_POLICY, HEADER_POLICY, META_POLICY

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def test_the_policy_is_the_strict_one():
    """Nothing by default, nothing from elsewhere, no form, no frame, no base."""
    assert f"{POLICY}; frame-ancestors 'none'" == HEADER_POLICY


def test_a_page_carries_the_part_that_browsers_read_there():
    """``frame-ancestors`` is ignored in a page: only the server sends it."""
    assert META_POLICY == POLICY


def test_nothing_loosens_the_policy():
    """No inline code, no evaluation, no wildcard, no other site; each directive once."""
    names = [name for name, _value in CONTENT_POLICY]
    assert len(set(names)) == len(names)
    for loose in ("unsafe", "*", "http", "blob:", "filesystem:", "strict-dynamic"):
        assert loose not in HEADER_POLICY

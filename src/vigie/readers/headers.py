"""The one list of what protects a reader at the level of HTTP; pages carry the part that a ``<meta>`` may carry.

Source of the values: the project's own specification (strict policy, no exception, nothing from elsewhere).
"""

from __future__ import annotations

CONTENT_POLICY: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("frame-ancestors", "'none'"),
)

_NOT_IN_META = {"frame-ancestors"}
"""Browsers ignore it in a ``<meta>`` and say so in the console: the server sends it."""

_SEARCH_SCRIPTS = "'self' 'wasm-unsafe-eval'"
"""The search is a program in WebAssembly: its page, and no other, may run it."""


def meta_policy(*, search: bool = False) -> str:
    """What a page carries in its ``<meta>``; ``search`` for the page of the search alone."""
    return _policy(search, _NOT_IN_META)


def header_policy(*, search: bool = False) -> str:
    """What the server sends."""
    return _policy(search, set())


def _policy(search: bool, left_out: set[str]) -> str:
    values = {**dict(CONTENT_POLICY), **({"script-src": _SEARCH_SCRIPTS} if search else {})}
    return "; ".join(f"{name} {value}" for name, value in values.items() if name not in left_out)

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

META_POLICY = "; ".join(f"{name} {value}" for name, value in CONTENT_POLICY if name not in _NOT_IN_META)
HEADER_POLICY = "; ".join(f"{name} {value}" for name, value in CONTENT_POLICY)

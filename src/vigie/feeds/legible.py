"""Texts that XML admits."""

from __future__ import annotations

import re

_REFUSED_BY_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """``text`` without the control characters that XML refuses."""
    return _REFUSED_BY_XML.sub("", text)

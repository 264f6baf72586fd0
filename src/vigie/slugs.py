"""Words as they stand in an address."""

from __future__ import annotations

import re
import unicodedata


def slug(title: str) -> str:
    """``title`` as an address: plain lower-case letters, digits and hyphens, 60 characters at most."""
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe").replace("Œ", "oe").replace("’", " "))
    ascii_only = plain.encode("ascii", "ignore").decode()
    words = [word[:60] for word in re.findall(r"[a-z0-9]+", ascii_only.lower())]
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > 60:
            break
        kept.append(word)
    return "-".join(kept)

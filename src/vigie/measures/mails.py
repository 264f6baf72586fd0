"""« Suggérer, corriger »: a letter to the collectif, ready to fill in, that names what it is about.

It asks for no personal data of victims and says that it is no emergency address; nothing of the reader is in it.
"""

from __future__ import annotations

from urllib.parse import quote

from vigie.borrowed import unmarked
from vigie.interface import Interface

LONGEST = 1900
"""Signs of an address that every mail program and browser takes (the strictest known stop at 2,000 or so)."""
_BLANKS = ("suggest_what", "suggest_source", "suggest_quote")
_WARNINGS = ("suggest_privacy", "suggest_not_urgent")


def suggestion(t: Interface, email: str, id_: str, label: str) -> str:
    """A ``mailto:`` address for the record or indicator ``id_``; a label too long for it is cut, its id never is."""
    body = unmarked("\r\n".join([*(f"{t(key)}\r\n" for key in _BLANKS), *(t(key) for key in _WARNINGS)]))
    for kept in range(len(label), -1, -1):
        shown = label if kept == len(label) else f"{label[:kept].rstrip()}…"
        address = _mailto(email, unmarked(t("suggest_subject", label=shown, id=id_)), body)
        if len(address) <= LONGEST:
            return address
    raise ValueError(f"the letter about {id_} is longer than {LONGEST} signs without its label")


def _mailto(email: str, subject: str, body: str) -> str:
    """Every sign that has a meaning in an address is encoded, and a line ends by CR LF (RFC 6068)."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"

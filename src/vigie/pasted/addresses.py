"""Addresses that follow whoever clicks: trackers taken out, detours undone. Nothing is asked of the network.

A shortened address (« lnkd.in ») tells nothing of where it leads: it stays, and a person follows it once.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_NAMES = (
    r"utm_\w+|at_(?:medium|campaign|creation|format|link|ptr_name|recipient\w*|emailtype|send_date|custom\d|variant)"
    r"|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_[ce]id|igshid?|_hs(?:enc|mi)|mkt_tok"
    r"|trk(?:Info|Email|_\w+)?|lipi|trackingId|[mp][tk]m?_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)"
    r"|ref_src|ref_url|xtor|vero_id|oly_(?:anon|enc)_id|__s"
)
SHORT = r"//(?:www\.)?(?:lnkd\.in|t\.co|bit\.ly|tinyurl\.com|ow\.ly|buff\.ly|goo\.gl)/"
TRACKS = re.compile(rf"[?&;](?:{_NAMES})=|{SHORT}", re.IGNORECASE)
_NAME = re.compile(rf"(?:{_NAMES})\Z", re.IGNORECASE)
_DETOURS = (
    (re.compile(r"(?:[\w-]+\.)?linkedin\.com/(?:redir/(?:redirect|general-malware-page)|safety/go)/?\Z"), "url"),
    (re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com/\Z"), "url"),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/url\Z"), "(?:q|url)"),
    (re.compile(r"(?:[\w-]+\.)?(?:facebook|instagram)\.com/(?:l\.php)?\Z"), "u"),
    (re.compile(r"(?:www\.)?youtube\.com/redirect\Z"), "q"),
)
_IN_PLACE = re.compile(r"https?://[^\s<>\"()]+(?:\([^\s<>\"()]*\)[^\s<>\"()]*)*", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"'()\[\]\\`{}|^*\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_MOST_DETOURS = 4


def direct(written: str) -> str:
    """``written`` (a link's target, or an address in the text) with each of its addresses made direct."""
    return _IN_PLACE.sub(lambda match: direct_address(match.group()), written)


def direct_address(url: str) -> str:
    """``url`` without detour nor tracker; all other bytes as they are."""
    for _ in range(_MOST_DETOURS):
        target = _behind(url)
        if target is None:
            break
        url = target
    return _without_trackers(url)


def is_detour(url: str) -> bool:
    """Whether another site stands between the link and where it leads."""
    return _behind(url) is not None


def _behind(url: str) -> str | None:
    try:
        parts = urlsplit(url.replace("&amp;", "&"))
    except ValueError:
        return None
    place = (parts.hostname or "") + (parts.path or "/")
    for pattern, name in _DETOURS:
        if pattern.match(place):
            found = re.search(rf"(?:\A|&){name}=([^&]+)", parts.query)
            target = unquote(found[1]) if found else ""
            if re.match(r"https?://[^/\s]", target, re.IGNORECASE):
                return _UNSAFE.sub(_percent, target)
    return None


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())


def _without_trackers(url: str) -> str:
    address, hash_sign, anchor = url.partition("#")
    start, question, query = address.partition("?")
    if not question:
        return url
    parts = re.split(r"(&amp;|&)", query)
    kept = [part for part in parts[::2] if not _NAME.match(part.partition("=")[0])]
    if len(kept) == len(parts[::2]):
        return url
    joint = "&amp;" if "&amp;" in query else "&"
    return start + ("?" + joint.join(kept) if kept else "") + hash_sign + anchor

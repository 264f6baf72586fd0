"""Pictures in the place of words or of a list: which ones begin a point of a list, which only decorate."""

from __future__ import annotations

import re

_POINTS = "🔹🔸🔷🔶🔺🔻💠🔘🔳🔲✔✅☑✓➡➜➔➤➢➣➥➙➨⮕👉📌📍🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫▪▫◾◽◼◻⬛⬜▶"
_PICTURES = (
    "\U0001f000-\U0001f0ff\U0001f1e6-\U0001f1ff\U0001f200-\U0001faff"
    "\u2600-\u263f\u2641\u2643-\u26a4\u26a6-\u2775\u2794-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u2139\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa"
    "\U0001f18e\U0001f191-\U0001f19a"
)
_KEPT = "❛❜❝❞"
_TAIL = "\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3"
_KEYCAP = r"(?:\d\ufe0f?\u20e3)+|🔟"
_PICTURE = rf"(?:(?![{_KEPT}])[{_POINTS}{_PICTURES}][{_TAIL}]*)"
SIGN = re.compile(rf"(?P<keycap>{_KEYCAP})|{_PICTURE}(?:[ \u00a0\u202f]*{_PICTURE})*")
_POINT = re.compile(f"[{_POINTS}]")
_LOOSE = re.compile("[\ufe0e\ufe0f\u20e3]+|(?<![\u0590-\u0dff])\u200d")
TYPED_POINT = re.compile(
    r"(?:[•∙▪▫‣⁃◦●○■□◆◇►▸\uf0b7\uf0a7\uf0d8\uf076\uf0fc]\s*|[·→⇒]\s+|[o§]\t\s*|-(?=[^\W\d_]))(?=\S)"
)
"""What people and word processors type at the beginning of a line."""
DASH_POINT = re.compile(r"(?:[–—]\s+|§\s+(?!\d))(?=\S)")
"""What begins a point only in a list: alone, it says who speaks, who is quoted, or which paragraph."""
CLOSING_DASH = re.compile(r"[ \u00a0\u202f][–—](?=[\s,.;:)]|\Z)")
"""« – et c’est rare – » : the second dash says that the first one was no point."""
AFTER_SENTENCE = re.compile(
    r"(?<=[.!?…:;,])[ \u00a0\u202f]+(?=[•∙▪‣●■►▸][ \u00a0\u202f]*[^\W_])"
    r"|(?<=[.!?…:])[ \u00a0\u202f]+(?=[→➤][ \u00a0\u202f]*[^\W_])"
)
"""Where such a point follows a sentence on the same line."""


def is_point(sign: str) -> bool:
    """Whether these pictures begin a point of a list: one of them does."""
    return _POINT.search(sign) is not None


def without_loose_tails(text: str) -> str:
    """``text`` without what changed the looks of a picture that is gone."""
    return _LOOSE.sub("", text)


def number_of(keycap: str) -> str:
    """« 1️⃣ » is 1."""
    return "10" if keycap == "🔟" else "".join(sign for sign in keycap if sign.isdigit())

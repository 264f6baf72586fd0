"""The text of a mail that somebody saved: a ``.eml`` file, or a text copied from a program. Bytes in, lines out.

Paragraphs cut by ``format=flowed`` (RFC 3676) come back whole; a mail in HTML alone becomes text.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from vigie.html_stream import read_html

_HEADERS = re.compile(rb"\A(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n")
_OF_A_MAIL = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_QUOTES = re.compile(r">*")
_BLOCKS = frozenset({"p", "div", "blockquote", "ul", "ol", "li", "table", "tr", "pre", "h1", "h2", "h3", "h4", "hr"})
_SILENT = frozenset({"head", "style", "script", "title"})
_IN_ANGLES = re.compile(r"\s?<(?P<address>[^\s<>()\[\]]+)>")


def text_of_mail(raw: bytes) -> str | None:
    """The words of a mail or of a text file; None when the bytes are no text at all."""
    headers = _HEADERS.match(raw)
    if headers is None or not _OF_A_MAIL.search(headers[0]):
        return _decoded(raw)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        content = body.get_content()
    except (LookupError, UnicodeError, ValueError):
        return None
    if not isinstance(content, str):
        return None
    if body.get_content_subtype() == "html":
        return text_of_html(content)
    if str(body.get_param("format", "")).lower() == "flowed":
        content = unflowed(content, delsp=str(body.get_param("delsp", "")).lower() == "yes")
    return without_doubled_links(content)


def without_doubled_links(text: str) -> str:
    """``text`` without what programs add when they write a text beside the HTML: an address, then itself between < and >."""
    return _IN_ANGLES.sub(lambda found: "" if _is_said_before(found) else found[0], text)


def _is_said_before(found: re.Match[str]) -> bool:
    whole = found["address"]
    said = {
        whole,
        whole.removesuffix("/"),
        whole.removeprefix("mailto:"),
        whole.removeprefix("mailto:").removesuffix("/"),
    }
    return any(found.string.endswith(address, 0, found.start()) for address in said if address)


def _decoded(raw: bytes) -> str | None:
    for encoding in ("utf-8-sig", "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def unflowed(text: str, *, delsp: bool = False) -> str:
    """``text`` with the lines that a program cut at a space put together again, each at its depth of quotation."""
    lines: list[str] = []
    open_at: int | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        quotes = _QUOTES.match(line)[0]  # type: ignore[index] # it matches nothing, too
        words = line[len(quotes) :].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        kept = words[:-1] if soft and delsp else words
        if open_at == len(quotes) and words != "-- ":
            lines[-1] += kept
        else:
            lines.append((f"{quotes} " if quotes else "") + kept)
        open_at = len(quotes) if soft else None
    return "\n".join(lines)


def text_of_html(html: str) -> str:
    """The words of a mail in HTML: a line per block and per ``<br>``, an empty one between paragraphs, quotations behind « > »."""
    pieces: list[str] = []
    silent = kept = 0
    for event in read_html(html):
        if event.data in _SILENT and event.kind in ("start", "end"):
            silent = max(0, silent + (1 if event.kind == "start" else -1))
        elif event.data in _BLOCKS and event.kind in ("start", "end"):
            kept += (1 if event.kind == "start" else -1) if event.data == "pre" else 0
            pieces.append(_boundary(event.data, opens=event.kind == "start"))
        elif event.data == "br" and event.kind == "start":
            pieces.append("\n")
        elif event.kind == "text" and not silent:
            words = event.data.translate(_NO_MARKS)
            pieces.append(words if kept > 0 else re.sub(r"[ \t\r\n]+", " ", words))
    text = re.sub(
        rf"(?<! ) *{_EDGE}[{_EDGE}{_IN}{_OUT} ]*", lambda m: _EDGE + m[0].translate(_ONLY_DEPTH), "".join(pieces)
    )
    text = text.replace(f"\n{_EDGE}", "\n").replace(_EDGE, "\n")
    text = "\n".join(_behind_signs(re.sub(r"(?m)^[ \t]+|(?<![ \t])[ \t]+$", "", text).split("\n")))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


_EDGE, _IN, _OUT = "\f", "\x0e", "\x0f"
"""Marks that no mail holds: the edge of a block, where a quotation begins and ends."""
_NO_MARKS = dict.fromkeys(map(ord, (_EDGE, _IN, _OUT)))
_ONLY_DEPTH = dict.fromkeys(map(ord, (_EDGE, " ")))


def _boundary(tag: str, *, opens: bool) -> str:
    if tag == "blockquote":
        return f"{_EDGE}{_IN if opens else _OUT}"
    return f"{_EDGE}\n" if tag == "p" else _EDGE


def _behind_signs(lines: list[str]) -> list[str]:
    written, depth = [], 0
    for line in lines:
        depth = max(0, depth + line.count(_IN) - line.count(_OUT))
        words = line.translate(_NO_MARKS)
        written.append(f"{'>' * depth} {words}" if depth else words)
    return written

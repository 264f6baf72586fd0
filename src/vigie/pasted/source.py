"""A file that an editor gives to clean: its kind, its text, and how to write it back with the marks that it had."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from vigie.pasted.front import never_closed
from vigie.pasted.prose import KEPT, too_long

Refused = tuple[str, str]
"""The two halves of a message."""
Kind = Literal["text", "docx", "html"]

LARGEST_TEXT = 500_000
"""A hundred pages: what is pasted has two."""
LARGEST = 20_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|meta|div|table|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_READ = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
}
_BY_NAME: dict[str, Kind] = {".docx": "docx", ".html": "html", ".htm": "html"}


@dataclass(frozen=True)
class Source:
    """A text with LF, and what it had before: a BOM, and the ends of its lines."""

    text: str
    bom: bytes
    newline: bytes

    def written(self, text: str) -> bytes:
        """``text`` as bytes with the same marks."""
        return self.bom + text.encode().replace(b"\n", self.newline)


def kind_of(name: str, raw: bytes) -> Kind:
    """By the end of the name, else by the first bytes."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix in _BY_NAME:
        return _BY_NAME[suffix]
    if raw.startswith(b"PK\x03\x04"):
        return "docx"
    return "html" if suffix not in (".md", ".txt") and _HTML.match(raw.removeprefix(codecs.BOM_UTF8)) else "text"


def read_source(raw: bytes) -> tuple[Source | None, int, Refused]:
    """The text of ``raw``; or None, the line, and why it is not one."""
    none = ("", "")
    if len(raw) > LARGEST_TEXT:
        mend = f"{LARGEST_TEXT // 1000} ko au plus : coupez-le en plusieurs"
        return None, 1, (f"ce texte pèse {len(raw) // 1000} ko", mend)
    bom = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    plain = raw.removeprefix(bom)
    pairs, alone = plain.count(b"\r\n"), plain.count(b"\n")
    newline = b"\r\n" if pairs * 2 > alone else b"\n"
    plain = plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        line = plain[: error.start].count(b"\n") + 1
        return None, line, ("ce fichier n’est pas en UTF-8", "enregistrez-le de nouveau, encodage « UTF-8 »")
    if KEPT in text:
        line = text[: text.index(KEPT)].count("\n") + 1
        return None, line, ("ceci n’est pas un texte", "donnez un fichier .txt, .md, .docx ou .html")
    if line := too_long(text) or 0:
        return (
            None,
            line,
            ("ce texte est démesuré à partir d’ici", "ôtez ce qui se répète, et coupez-le en paragraphes"),
        )
    if line := never_closed(text) or 0:
        return (
            None,
            line,
            (
                "cette ligne « --- » ouvre un en-tête que rien ne ferme",
                "ajoutez une ligne « --- » après sa dernière clé ; si c’est un trait, ôtez-le",
            ),
        )
    if not text.strip():
        return None, 1, ("il n’y a pas de texte", "donnez un fichier qui en a")
    return Source(text, bom, newline), 1, none


def read_html_bytes(raw: bytes) -> tuple[str | None, int, Refused]:
    """The HTML of ``raw``, in the encoding that it declares among those that mail programs write."""
    if len(raw) > LARGEST_TEXT * 4:
        return (
            None,
            1,
            (f"ce document pèse {len(raw) // 1000} ko", f"{LARGEST_TEXT // 250} ko au plus : copiez-en le texte seul"),
        )
    declared = _CHARSET.search(raw[:4000])
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif declared and not raw.startswith(codecs.BOM_UTF8):
        encoding = _READ.get(declared[1].decode().lower(), "utf-8")
    else:
        encoding = "utf-8"
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode(encoding).replace(KEPT, ""), 1, ("", "")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, line, ("ce document n’est pas dans l’encodage qu’il annonce", "enregistrez-le de nouveau en UTF-8")

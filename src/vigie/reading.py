"""The only door by which a file that people edit comes in: bounded, UTF-8, without hidden control characters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from vigie.problems import Problem

MAX_BYTES = 1_000_000
"""A text of a million bytes is a whole book: more is a mistake (a PDF renamed, a pasted picture)."""

MAX_BYTES_OF_DATA = 5_000_000
"""Sixty complete measures make a ledger of one million bytes; it is only ever added to."""

_ALLOWED_CONTROLS = {"\n", "\t"}
_BIDI_CONTROLS = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_BROKEN = (0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF)
_INSIDE_PROGRAMS = range(0xFDD0, 0xFDF0)
"""Never letters: what marks borrowed words (``borrowed.py``)."""
_LINE_ENDS_ELSEWHERE = (0x2028, 0x2029)
"""What YAML takes for ends of lines and editors do not: the lines of messages would be wrong."""
_UNREADABLE = {
    chr(c) for c in (*range(0x20), *range(0x7F, 0xA0), *_LINE_ENDS_ELSEWHERE, *_BROKEN, *_INSIDE_PROGRAMS)
} - _ALLOWED_CONTROLS
_SUSPECT = re.compile(f"[{re.escape(''.join(sorted(_BIDI_CONTROLS | _UNREADABLE)))}\ud800-\udfff]")


def relative(path: Path, root: Path) -> str:
    """``path`` as shown in messages: from the project's root, with slashes."""
    return path.relative_to(root).as_posix()


def read_text(path: Path, root: Path) -> tuple[str, list[Problem]]:
    """The text of ``path`` (newlines as LF, no BOM) and what is wrong with it; the text is "" when unusable."""
    shown = relative(path, root)
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        return "", [Problem(shown, 1, "ce fichier est un lien vers un autre endroit", "copiez le fichier lui-même")]
    if not path.is_file():
        return "", [Problem(shown, 1, "ce fichier manque", "créez-le ou reprenez-le de l’historique")]
    size = path.stat().st_size
    most = MAX_BYTES_OF_DATA if path.suffix == ".yaml" else MAX_BYTES
    if size > most:
        mend = f"{most // 1000} ko au plus : coupez le texte, ou joignez un document"
        return "", [Problem(shown, 1, f"ce fichier pèse {size // 1000} ko", mend)]
    return text_in(path.read_bytes(), shown)


def text_in(raw: bytes, shown: str) -> tuple[str, list[Problem]]:
    """The text of the bytes of a file, as ``read_text`` gives it; ``shown`` names it in messages."""
    raw = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [
            Problem(shown, line, "ce fichier n’est pas en UTF-8", "enregistrez-le de nouveau, encodage « UTF-8 »")
        ]
    if not text.strip():
        return "", [Problem(shown, 1, "ce fichier est vide", "écrivez son contenu, ou supprimez-le")]
    return text, _hidden_characters(text, shown)


def _hidden_characters(text: str, shown: str) -> list[Problem]:
    lines = enumerate(text.split("\n"), start=1)
    return [Problem(shown, number, *hidden) for number, line in lines if (hidden := hidden_character(line))]


def hidden_character(text: str) -> tuple[str, str] | None:
    """The two halves of a message on the first character of ``text`` that nobody sees or that no text may hold."""
    for character in _SUSPECT.findall(text):
        code = f"U+{ord(character):04X}"
        if character in _BIDI_CONTROLS:
            return f"marque de direction invisible ({code})", "effacez-la : le site isole lui-même nombres et mots"
        if character in _UNREADABLE or 0xD800 <= ord(character) < 0xE000:
            return f"caractère illisible ({code})", "retapez le mot : la copie l’a abîmé"
    return None

"""Before an XLSX or DOCX is opened: it is a zip of XML files, small, without entities. Otherwise it is refused unread."""

from __future__ import annotations

import io
import zipfile

Refused = tuple[str, str]
"""The two halves of a message."""

LARGEST_UNZIPPED = 20_000_000
"""A ledger of a hundred measures unzips to a few hundred kilobytes."""
MOST_PARTS = 2_000
_TEXTS = (".xml", ".rels", ".vml")
_PICTURES = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tiff", ".odttf")
"""What these programs write beside their texts. A part of any other name could be a sheet that nothing below looks at."""


def what_is_wrong_with(raw: bytes) -> Refused | None:
    """Why this file is not opened; None when it may be. Sizes are those that the zip declares, which reading enforces."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if size > LARGEST_UNZIPPED or len(parts) > MOST_PARTS:
                return (
                    f"ce fichier se déplie en {size // 1_000_000} Mo et {len(parts)} morceaux",
                    f"{LARGEST_UNZIPPED // 1_000_000} Mo au plus : ne gardez que ce qui sert, sans images",
                )
            for part in parts:
                if part.is_dir():
                    continue
                if not part.filename.lower().endswith(_TEXTS + _PICTURES):
                    return (
                        f"« {part.filename} » n’est pas un morceau de tableur ni de document",
                        "ne l’ouvrez pas ; demandez le fichier à qui l’a fait",
                    )
                if _hides(part.filename.lower(), archive.read(part)):
                    return (
                        f"« {part.filename} » déclare des entités XML, ce qu’aucun tableur ni traitement de texte n’écrit",
                        "ne l’ouvrez pas ; demandez le fichier à qui l’a fait",
                    )
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, KeyError):
        return "ce fichier ne s’ouvre pas (abîmé, chiffré, ou d’une autre sorte)", "enregistrez-le de nouveau"
    return None


def _hides(name: str, part: bytes) -> bool:
    """A text that declares entities, or a text under the name of a picture."""
    if name.endswith(_TEXTS):
        return _declares(part)
    return part.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or part[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
        b"<\x00",
        b"\x00<",
    )


def _declares(part: bytes) -> bool:
    """A DOCTYPE opens the door to entities; two-byte letters could hide it."""
    return b"\x00" in part[:4000] or b"<!DOCTYPE" in part or b"<!ENTITY" in part

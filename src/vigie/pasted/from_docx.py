"""A Word document to HTML, by mammoth, once the zip has been looked at; ``to_markdown`` does the rest."""

from __future__ import annotations

import io
from typing import Any

import mammoth

from vigie.archives import what_is_wrong_with
from vigie.pasted.source import Refused


def docx_to_html(raw: bytes) -> tuple[str, Refused | None]:
    """The HTML of a DOCX, pictures without their bytes; or why it is not read."""
    if refused := what_is_wrong_with(raw):
        return "", refused
    try:
        read: Any = mammoth.convert_to_html(
            io.BytesIO(raw),
            convert_image=mammoth.images.img_element(_no_bytes),
            external_file_access=False,
            include_embedded_style_map=False,
        )
    except Exception:  # mammoth says anything of a broken file
        return "", ("ce document ne s’ouvre pas", "enregistrez-le de nouveau au format .docx")
    return str(read.value), None


def _no_bytes(_image: Any) -> dict[str, str]:
    """The picture itself is placed by hand: it needs its own file, and somebody's consent."""
    return {"src": "image"}

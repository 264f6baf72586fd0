"""Typst's part in every PDF of ours: our fonts alone, PDF/UA-1, no hour; the same source gives the same bytes.

The fonts are beside this module, so that no machine draws otherwise.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import typst

from vigie.made_once import keep, kept, key_of
from vigie.readers.pdf_pack import packed

FONTS = Path(__file__).parent / "fonts"

_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')


@cache
def _fonts() -> typst.Fonts:
    """Ours, and those that the wheel of Typst brings (for a rare sign): none of this machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


RECIPE = f"pdf 1, Typst {version('typst')}"
"""Change its number when ``pdf_pack`` or the fonts change what is written: what was kept before is then drawn again."""


@lru_cache(maxsize=32)
def drawn_pdf(source: str, keep_in: Path | None = None) -> bytes:
    """The PDF of ``source``; ``typst.TypstError`` when it cannot be drawn, a letter without a font included.

    Kept by its content, in this run, and on disk under the project ``keep_in``: it is drawn again only when its text changed.
    """
    if keep_in is None:
        return _drawn(source)
    key = key_of(source.encode("utf-8"), RECIPE)
    if (before := kept(keep_in, "pdf", key)) is not None:
        return before
    pdf = _drawn(source)
    keep(keep_in, "pdf", key, pdf)
    return pdf


def _drawn(source: str) -> bytes:
    made = typst.compile(
        source.encode("utf-8"),
        format="pdf",
        font_paths=_fonts(),
        pdf_standards="ua-1",
        timestamp=0,
    )
    assert isinstance(made, bytes)  # noqa: S101 - one PDF, asked for as bytes
    return packed(made)


def undrawn_signs(error: Exception) -> str | None:
    """The signs that no font can draw, when that is why Typst refused."""
    match = _UNDRAWN.search(_said(error))
    return match.group(1) if match else None


def first_words(error: Exception) -> str:
    """The first line of what Typst says of a refusal."""
    lines = _said(error).splitlines()
    return lines[0] if lines else "sans message"


def _said(error: Exception) -> str:
    return str(error.args[0]) if error.args else str(error)

"""What a file says of the site it comes from, because a file travels alone."""

from __future__ import annotations

from vigie.build import Build
from vigie.languages import SOURCE


def drafted(build: Build, text: str, lang: str = SOURCE) -> str:
    """``text``, after a warning while the collectif has not signed the site."""
    return build.interfaces[lang]("data_draft", text=text) if build.is_draft else text

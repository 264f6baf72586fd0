"""Addresses of other sites that do not lead where they seem to: a person in danger must be able to read where a link goes."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

_OWN_ALPHABET = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")
"""Alphabets with letters that look like Latin ones."""


def what_hides(url: str) -> tuple[str, str] | None:
    """The two halves of a message when the host of ``url`` is not the one that a reader sees."""
    hidden = f"l’adresse « {url[:60]} » cache où elle mène", "recopiez celle que le navigateur affiche"
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return hidden
    if not host or "@" in urlsplit(url).netloc or "\\" in url:
        return hidden
    for label in host.split("."):
        alphabets = {unicodedata.name(letter, "?").split(" ")[0] for letter in label if letter.isalpha()}
        if alphabets & set(_OWN_ALPHABET) and len(alphabets) > 1:
            return (
                f"l’adresse « {url[:60]} » mêle des alphabets",
                "retapez le nom du site : une lettre en imite une autre",
            )
    return None

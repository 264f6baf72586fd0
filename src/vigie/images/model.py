"""A picture of a text: how it is written in Markdown, which files it may mean, what the site makes of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vigie.documents import Document
from vigie.html_stream import read_html
from vigie.languages import SOURCE
from vigie.links import line_of_link
from vigie.markdown_text import Marker, Rendered

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_FILE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:jpe?g|png|webp)\Z")
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|.*\\", re.IGNORECASE)
_TO_JPEG = "ouvrez-la et enregistrez-la en JPEG (photo) ou en PNG (dessin)"

_WHAT_TO_DO = {
    ".svg": ("un dessin SVG peut exécuter du code", "exportez-le en PNG"),
    ".gif": ("une image GIF n’est pas admise", "enregistrez-la en PNG, sans animation"),
    ".pdf": ("un PDF n’est pas une image", "joignez-le au texte avec attachments:"),
    ".heic": ("une photo HEIC ne s’ouvre pas partout", _TO_JPEG),
    ".heif": ("une photo HEIF ne s’ouvre pas partout", _TO_JPEG),
    ".avif": ("une image AVIF ne s’ouvre pas partout", _TO_JPEG),
    ".tif": ("une image TIFF n’est pas faite pour le web", _TO_JPEG),
    ".tiff": ("une image TIFF n’est pas faite pour le web", _TO_JPEG),
    ".bmp": ("une image BMP n’est pas faite pour le web", _TO_JPEG),
}
OTHER_ENDINGS = tuple(ending for ending in _WHAT_TO_DO if ending != ".pdf")
"""Pictures all the same, for whoever looks for forgotten files; documents are looked for apart."""


def other_kind(ending: str) -> tuple[str, str] | None:
    """The two halves of a message on a kind of picture that is not admitted (``.svg``); None for one that is unknown."""
    return _WHAT_TO_DO.get(ending.lower())


@dataclass(frozen=True)
class Reference:
    """``![alt](src)`` on a line of a text."""

    document: str
    src: str
    alt: str
    line: int


@dataclass(frozen=True)
class SiteImage:
    """What the site serves: WebP bytes, sizes in pixels, and ``path`` from the site's root, made from the bytes."""

    path: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Images:
    """All pictures of a build."""

    references: tuple[Reference, ...] = ()
    placed: Mapping[tuple[str, str], SiteImage] = field(default_factory=dict)
    """By document and ``src``; those that could be read."""
    used: frozenset[str] = frozenset()
    """The files that some text means, readable or not, from the project's root."""
    found: frozenset[str] = frozenset()
    """Every picture file among the texts."""


def references(document: Document, rendered: Rendered) -> Iterable[Reference]:
    """Every picture of a text, in order."""
    for piece in rendered.pieces:
        if isinstance(piece, Marker):
            continue
        for event in read_html(piece):
            if event.kind == "start" and event.data == "img":
                attributes = dict(event.attributes)
                src, alt = attributes.get("src") or "", (attributes.get("alt") or "").strip()
                yield Reference(document.path, src, alt, _line(document, src, alt))


def _line(document: Document, src: str, alt: str) -> int:
    """The line that writes this picture with these words; else the first that holds its address."""
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if f"![{alt}]({src}" in line:
            return number
    return line_of_link(document.body, src, document.body_line)


def wrong_address(document: Document, src: str) -> tuple[str, str] | None:
    """The two halves of a message when ``src`` cannot mean a picture beside the text."""
    shown = src[:60]
    if not src:
        return "cette image n’a pas d’adresse", "écrivez ![ce qu’elle montre](photo.jpg)"
    if _ELSEWHERE.match(src) or src.startswith("/"):
        mend = "copiez-la à côté du texte, si vous avez le droit de la publier, et écrivez son nom"
        return f"l’image « {shown} » n’est pas un fichier rangé avec les textes", mend
    if kind := other_kind(posixpath.splitext(src)[1]):
        return f"« {shown} » : {kind[0]}", kind[1]
    *folders, name = posixpath.normpath(src).split("/")
    if not _FILE_NAME.match(name) or not all(part == ".." or _FOLDER_NAME.match(part) for part in folders):
        mend = "un nom en minuscules sans accent ni espace, qui finit par .jpg, .png ou .webp"
        return f"le nom « {shown} » ne convient pas à une image", mend
    if posixpath.normpath(posixpath.join(posixpath.dirname(document.name), src)).startswith(".."):
        return f"l’image « {shown} » sort du dossier de la langue", "rangez-la à côté du texte"
    return None


def candidates(document: Document, src: str) -> tuple[str, ...]:
    """The files that ``src`` may mean, from the project's root: beside the text, else beside its French text."""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(document.name), src))
    return tuple(dict.fromkeys(f"docs/{lang}/{name}" for lang in (document.lang, SOURCE)))

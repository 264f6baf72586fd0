"""The files of pictures: found beside the texts, bounded, encoded once, kept in ``.cache/vigie/images/``."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vigie.documents import Document
from vigie.images.model import (
    ENDINGS,
    OTHER_ENDINGS,
    Images,
    Reference,
    SiteImage,
    candidates,
    references,
    wrong_address,
)
from vigie.made_once import keep, kept, key_of
from vigie.markdown_text import Rendered
from vigie.problems import Problem
from vigie.reading import relative

Message = tuple[str, str]
_MISSING = "ajoutez le fichier dans le même dossier, ou corrigez son nom"
_LOCATED = (
    "cette photo dit où elle a été prise ; le site l’ôte, mais le fichier du projet le garde",
    "enregistrez-la de nouveau sans sa position avant de la partager",
)

KIND = "images"
"""The name of their folder among what is made once."""


@dataclass(frozen=True)
class _Read:
    """A file once read: what the site serves, or why it cannot; and whether the file tells where it was taken."""

    image: SiteImage | None
    refused: Message = ("", "")
    located: bool = False


def load_images(
    root: Path, documents: Iterable[Document], rendered: Mapping[str, Rendered]
) -> tuple[Images, list[Problem]]:
    """The pictures of ``documents``, and what is wrong with each, on the line that shows it."""
    documents = tuple(documents)
    every: list[Reference] = []
    problems: list[Problem] = []
    placed: dict[tuple[str, str], SiteImage] = {}
    files: dict[str, _Read] = {}
    for document in documents:
        for reference in references(document, rendered[document.path]):
            every.append(reference)
            refused, name = wrong_address(document, reference.src), None
            if refused is None:
                name = _existing(root, candidates(document, reference.src))
                refused = None if name else (f"l’image « {reference.src[:60]} » n’est pas à côté du texte", _MISSING)
            if refused or name is None:
                problems.append(Problem(document.path, reference.line, *(refused or ("", ""))))
                continue
            read = files[name] = files.get(name) or _read(root, name)
            problems += _problems(reference, read)
            if read.image:
                placed[reference.document, reference.src] = read.image
    found = _picture_files(root, {document.lang for document in documents})
    return Images(tuple(every), placed, frozenset(files), found), problems


def _problems(reference: Reference, read: _Read) -> list[Problem]:
    said = [(read.refused, True)] if read.image is None else []
    said += [(_LOCATED, False)] if read.located else []
    return [
        Problem(reference.document, reference.line, f"image « {reference.src[:60]} » : {what}", mend, blocking)
        for (what, mend), blocking in said
    ]


def _existing(root: Path, names: Iterable[str]) -> str | None:
    return next((name for name in names if (root / name).is_file() or (root / name).is_symlink()), None)


def _read(root: Path, name: str) -> _Read:
    # Pillow is imported for those who have pictures only: checking a text must stay quick.
    from vigie.images.encode import MAX_BYTES, RECIPE, encode, tells_where  # noqa: PLC0415

    path = root / name
    if path.is_symlink() or not path.resolve().is_relative_to((root / "docs").resolve()):
        return _Read(None, ("ce fichier est un lien vers un autre endroit", "copiez le fichier lui-même"))
    size = path.stat().st_size
    if size > MAX_BYTES:
        return _Read(None, (f"ce fichier pèse {size // 1_000_000} Mo", f"{MAX_BYTES // 1_000_000} au plus"))
    raw = path.read_bytes()
    key = key_of(raw, RECIPE)
    stored = kept(root, KIND, key)
    if stored is None:
        made = encode(raw)
        if isinstance(made, tuple):
            return _Read(None, made)
        stored = struct.pack("<HH", made.width, made.height) + made.data
        keep(root, KIND, key, stored)
    width, height = struct.unpack("<HH", stored[:4])
    return _Read(_site_image(name, width, height, stored[4:]), located=tells_where(raw))


def _site_image(name: str, width: int, height: int, data: bytes) -> SiteImage:
    """An address made from the bytes: it changes when they do, and only then."""
    digest = hashlib.sha256(data).hexdigest()[:8]
    return SiteImage(f"images/{PurePosixPath(name).stem}-{digest}.webp", width, height, data)


def _picture_files(root: Path, languages: Iterable[str]) -> frozenset[str]:
    kinds = (*ENDINGS, *OTHER_ENDINGS)
    return frozenset(
        relative(path, root)
        for lang in languages
        for path in (root / "docs" / lang).rglob("*")
        if path.suffix.lower() in kinds and not path.is_dir()
    )

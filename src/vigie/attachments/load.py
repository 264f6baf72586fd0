"""The files of documents: found beside the texts, bounded, cleaned once, kept in ``.cache/vigie/documents/``."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vigie.attachments.model import (
    FORGOTTEN_KINDS,
    Attachments,
    Joined,
    Message,
    SiteDocument,
    candidates,
    waits_to_be_written,
    wrong_kind,
)
from vigie.documents import Document
from vigie.languages import SOURCE, is_known
from vigie.made_once import keep, kept, key_of
from vigie.news.model import Attachment, Post
from vigie.problems import Problem
from vigie.reading import relative
from vigie.values import Text

KIND = "documents"
"""The name of their folder among what is made once, and in the site."""
_NOT_TAGGED = (
    "ce PDF n’a pas de balises : une synthèse vocale le lit mal",
    "exportez-le de nouveau en cochant « PDF balisé » ou « accessible »",
)
_LONGEST_STEM = 80


@dataclass(frozen=True)
class _Read:
    """A file once read: what the site serves, or why it cannot; and whether a screen reader is told its order."""

    file: SiteDocument | None
    refused: Message = ("", "")
    tagged: bool = True


def load_attachments(root: Path, posts: Iterable[Post], languages: Iterable[str]) -> tuple[Attachments, list[Problem]]:
    """The documents of ``posts``, and what is wrong with each, on the line that names it; ``languages`` are those shown.

    A translation that says nothing of documents joins those of its French text.
    """
    posts = tuple(posts)
    french = {post.document.name: post for post in posts if post.lang == SOURCE}
    joined: dict[str, tuple[Joined, ...]] = {}
    used: set[str] = set()
    problems: list[Problem] = []
    for post in posts:
        source = french.get(post.document.name)
        owner = source if source and "attachments" not in post.meta.model_fields_set else post
        found = []
        for index, attachment in enumerate(owner.meta.attachments):
            name = _existing(root, candidates(owner.document, attachment.file))
            used |= {name} if name else set()
            read = _joined(root, owner.document, attachment, name, source)
            line = owner.document.front.line(("attachments", index, "file"))
            problems += _problems(owner.document, line, attachment, read)
            if read.file:
                found.append(Joined(Text(attachment.title, attachment.language), read.file))
        joined[post.document.path] = tuple(found)
    return Attachments(joined, frozenset(used), _document_files(root, languages)), problems


def _problems(document: Document, line: int, attachment: Attachment, read: _Read) -> list[Problem]:
    said = [(read.refused, True)] if read.file is None else []
    said += [] if read.tagged else [(_NOT_TAGGED, False)]
    return [
        Problem(document.path, line, f"document « {attachment.file[:60]} » : {what}", mend, blocking)
        for (what, mend), blocking in said
    ]


def _existing(root: Path, names: Iterable[str]) -> str | None:
    return next((name for name in names if (root / name).is_file() or (root / name).is_symlink()), None)


def _joined(root: Path, document: Document, attachment: Attachment, name: str | None, source: Post | None) -> _Read:
    """``attachment`` of ``document``, whose file is ``name``; ``source`` is the French text of the same name."""
    refused = wrong_kind(attachment.file) or _not_the_true_one(attachment) or _wrong_language(attachment)
    if refused:
        return _Read(None, refused)
    if name is None:
        what = "ce fichier n’est pas à côté du texte"
        return _Read(None, (what, "ajoutez-le dans le même dossier, ou ôtez cette ligne"))
    if source and document.lang != SOURCE and name.startswith(f"docs/{SOURCE}/"):
        for other in source.meta.attachments:
            if other.file == attachment.file and other.language != attachment.language:
                what = f"c’est le document du texte français, dont la langue est « {other.language} »"
                mend = f"écrivez language: {other.language}, ou ajoutez le document traduit à côté de ce texte"
                return _Read(None, (what, mend))
    return _read(root, name, attachment)


def _not_the_true_one(attachment: Attachment) -> Message | None:
    if waits_to_be_written(attachment.title) or waits_to_be_written(attachment.file):
        return "ce nom dit que le document n’est pas encore le vrai", "joignez le vrai document, ou ôtez cette ligne"
    return None


def _wrong_language(attachment: Attachment) -> Message | None:
    if is_known(attachment.language):
        return None
    return f"la langue « {attachment.language} » est inconnue", "deux lettres : fr, ar, en, es…"


def _read(root: Path, name: str, attachment: Attachment) -> _Read:
    # The library of PDF is imported for those who join documents only: checking a text must stay quick.
    from vigie.attachments.clean import MAX_BYTES, RECIPE, clean  # noqa: PLC0415

    path = root / name
    if path.is_symlink() or not path.resolve().is_relative_to((root / "docs").resolve()):
        return _Read(None, ("ce fichier est un lien vers un autre endroit", "copiez le fichier lui-même"))
    size = path.stat().st_size
    if size > MAX_BYTES:
        mend = f"{MAX_BYTES // 1_000_000} au plus : réduisez ses images, puis exportez-le de nouveau"
        return _Read(None, (f"ce fichier pèse {size // 1_000_000} Mo", mend))
    if not size:
        return _Read(None, ("ce fichier est vide", "joignez le vrai document, ou ôtez cette ligne"))
    raw = path.read_bytes()
    key = key_of(raw, f"{RECIPE}\0{attachment.language}\0{attachment.title}\0")
    stored = kept(root, KIND, key)
    if stored is None:
        made = clean(raw, attachment.title, attachment.language)
        if isinstance(made, tuple):
            return _Read(None, made)
        stored = struct.pack("<I?", made.pages, made.tagged) + made.data
        keep(root, KIND, key, stored)
    head = struct.calcsize("<I?")
    pages, tagged = struct.unpack("<I?", stored[:head])
    return _Read(_site_document(name, pages, stored[head:]), tagged=tagged)


def _site_document(name: str, pages: int, data: bytes) -> SiteDocument:
    """An address made from the bytes: it changes when they do, and only then."""
    digest = hashlib.sha256(data).hexdigest()[:8]
    return SiteDocument(f"{KIND}/{PurePosixPath(name).stem[:_LONGEST_STEM]}-{digest}.pdf", pages, data)


def _document_files(root: Path, languages: Iterable[str]) -> frozenset[str]:
    return frozenset(
        relative(path, root)
        for lang in languages
        for path in (root / "docs" / lang).rglob("*")
        if path.suffix.lower() in FORGOTTEN_KINDS and not path.is_dir()
    )

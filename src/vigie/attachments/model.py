"""A document joined to a text: which files it may mean, what its name may be, what the site makes of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vigie.documents import Document
from vigie.languages import SOURCE
from vigie.values import Text

Message = tuple[str, str]
"""What is wrong, what would be right."""

_TO_PDF = "exportez-le en PDF (Fichier, Exporter, ou Imprimer en PDF), et joignez ce PDF"
_WHAT_TO_DO = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), ("un document de traitement de texte", _TO_PDF)),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), ("une présentation", _TO_PDF)),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv"), ("un tableau", _TO_PDF)),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic"),
        ("une image", "montrez-la dans le texte : ![ce qu’elle montre](photo.jpg)"),
    ),
}
FORGOTTEN_KINDS = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".zip",
)  # fmt: skip
"""What may lie beside the texts for no reader: told, so that nobody keeps it there by mistake."""

_TO_FILL = re.compile(
    r"\b(?:place[-_ ]?holder|lorem[-_ ]ipsum|(?:à|a)[-_ ](?:venir|compl[ée]ter|remplacer|joindre|ins[ée]rer|[ée]crire)"
    r"|todo|tbd|xxx+|brouillon|draft)\b|سيضاف لاحق",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SiteDocument:
    """What the site serves: the bytes of a PDF, ``path`` from the site's root (made from the bytes), ``pages`` (how many)."""

    path: str
    pages: int
    data: bytes = field(repr=False)

    @property
    def kilobytes(self) -> int:
        """Its size in kB (1,000 bytes), rounded up."""
        return -(-len(self.data) // 1000)


@dataclass(frozen=True)
class Joined:
    """A document as a text announces it: ``title`` is in the document's own language."""

    title: Text
    file: SiteDocument


@dataclass(frozen=True)
class Attachments:
    """All documents joined to the texts of a build."""

    joined: Mapping[str, tuple[Joined, ...]] = field(default_factory=dict)
    """By the path of the text, in its order; those that could be read."""
    used: frozenset[str] = frozenset()
    """The files that some text means, readable or not, from the project's root."""
    found: frozenset[str] = frozenset()
    """Every file of a document among the texts."""

    def of(self, document: Document) -> tuple[Joined, ...]:
        """What ``document`` joins."""
        return self.joined.get(document.path, ())


def wrong_kind(file: str) -> Message | None:
    """The two halves of a message when a file of this name is no PDF."""
    ending = posixpath.splitext(file)[1]
    if ending == ".pdf":
        return None
    kind, mend = _WHAT_TO_DO.get(ending, ("un fichier d’un autre genre", "joignez un PDF, et rien d’autre"))
    return f"« {file[:60]} » est {kind} : seul un PDF se joint à un texte", mend


def waits_to_be_written(words: str) -> bool:
    """Whether a title or the name of a file says that the document is not there yet."""
    return _TO_FILL.search(words) is not None


def candidates(document: Document, file: str) -> tuple[str, ...]:
    """The files that ``file`` may mean, from the project's root: beside the text, else beside its French text."""
    folder = posixpath.dirname(document.name)
    return tuple(dict.fromkeys(posixpath.join("docs", lang, folder, file) for lang in (document.lang, SOURCE)))

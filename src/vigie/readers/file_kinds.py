"""The kinds of files that travel: their media type, whether compressing them helps, how long a browser keeps them.

One list for the servers' configurations, for the compressed copies and for the headers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    """What is served under names that end with ``suffix`` (with its dot)."""

    suffix: str
    media_type: str
    compressed: bool = False
    """Whether ``.br`` and ``.gz`` copies help; pictures, fonts, PDF and the search's index are compressed already."""
    kept: bool = False
    """Whether a browser may use it again for a short while without asking; all else is asked again each time."""

    @property
    def content_type(self) -> str:
        """The media type, with the charset for texts: the others (JSON, XML) say or imply theirs."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


KINDS: tuple[FileKind, ...] = (
    FileKind(".html", "text/html", compressed=True),
    FileKind(".css", "text/css", compressed=True, kept=True),
    FileKind(".js", "text/javascript", compressed=True, kept=True),
    FileKind(".svg", "image/svg+xml", compressed=True, kept=True),
    FileKind(".webmanifest", "application/manifest+json", compressed=True, kept=True),
    FileKind(".wasm", "application/wasm", compressed=True, kept=True),
    FileKind(".json", "application/json", compressed=True),
    FileKind(".xml", "application/xml", compressed=True),
    FileKind(".atom", "application/atom+xml", compressed=True),
    FileKind(".txt", "text/plain", compressed=True),
    FileKind(".csv", "text/csv", compressed=True),
    FileKind(".ics", "text/calendar", compressed=True),
    FileKind(".webp", "image/webp", kept=True),
    FileKind(".png", "image/png", kept=True),
    FileKind(".jpg", "image/jpeg", kept=True),
    FileKind(".jpeg", "image/jpeg", kept=True),
    FileKind(".ico", "image/x-icon", kept=True),
    FileKind(".woff2", "font/woff2", kept=True),
    FileKind(".pagefind", "application/octet-stream", kept=True),
    FileKind(".pf_fragment", "application/octet-stream", kept=True),
    FileKind(".pf_index", "application/octet-stream", kept=True),
    FileKind(".pf_meta", "application/octet-stream", kept=True),
    FileKind(".pdf", "application/pdf"),
    FileKind(".ods", "application/vnd.oasis.opendocument.spreadsheet"),
    FileKind(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    FileKind(".zip", "application/zip"),
)

COMPRESSED = tuple(kind.suffix for kind in KINDS if kind.compressed)
KEPT = tuple(kind.suffix for kind in KINDS if kind.kept)

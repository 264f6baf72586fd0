"""Where links lead from a file that travels: full addresses once the site has one, else addresses relative to the file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from vigie.html_stream import Event, rewrite, start_tag
from vigie.pages import relative_path

_ADDRESSES = ("href", "src")


@dataclass(frozen=True)
class Place:
    """A ``file``, by its path from the site's root, and the address of the site (None while it has none)."""

    site_url: str | None
    file: str

    def to(self, path: str) -> str:
        """The address to write in the file for what is at ``path`` from the site's root (``actualites/#haut``)."""
        if self.site_url:
            return f"{self.site_url.rstrip('/')}/{path}"
        return relative_path(self.file, path)

    def moved(self, html: str, page: str) -> str:
        """``html`` of the page at ``page`` as the file may hold it: each address of the site written from here."""

        def changed(event: Event) -> str | None:
            if event.kind != "start" or not any(name in _ADDRESSES for name, _value in event.attributes):
                return None
            attributes = (
                (name, self._seen_from(page, value) if name in _ADDRESSES and value is not None else value)
                for name, value in event.attributes
            )
            return start_tag(event.data, tuple(attributes))

        return rewrite(html, changed)

    def _seen_from(self, page: str, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address
        return self.to(urljoin(f"/{page}", address).removeprefix("/"))

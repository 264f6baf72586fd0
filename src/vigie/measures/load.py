"""What the ledger reads besides its own file: the hosts that are copies of others and are never cited."""

from __future__ import annotations

from pydantic import Field

from vigie.records import Record
from vigie.values import PlainText


class RefusedHost(Record):
    """A site that copies others: find the original."""

    host: str = Field(pattern=r"^[a-z0-9.\-]+$", description="Nom du site, sans https:// ni www.")
    why: PlainText = Field(description="Pourquoi")


class RefusedHosts(Record):
    """``data/refused_hosts.yaml``."""

    refused_hosts: tuple[RefusedHost, ...]

    def refuses(self, url: str) -> str | None:
        """Why ``url`` may not be cited, or None."""
        host = url.split("/", 3)[2].rsplit("@", maxsplit=1)[-1].split(":", maxsplit=1)[0].lower() if "//" in url else ""
        for refused in self.refused_hosts:
            if host == refused.host or host.endswith(f".{refused.host}"):
                return refused.why
        return None

"""The sites that copy others: never cited, in no file. Shared by all features."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote, urlsplit

from pydantic import Field, field_validator

from vigie.records import Record, refusal
from vigie.values import PlainText


class RefusedHost(Record):
    """A site that copies others: find the original."""

    host: str = Field(pattern=r"^[a-z0-9.\-]+$", description="Nom du site, sans https:// ni www.")
    why: PlainText = Field(description="Pourquoi")

    @field_validator("host")
    @classmethod
    def host_is_the_widest(cls, host: str) -> str:
        """A name that begins with « www. » would let the others of the same site through."""
        if host.startswith(("www.", ".")):
            raise refusal(
                f"« {host} » ne refuserait qu’une partie du site", "ôtez « www. » : les sous-domaines suivent"
            )
        return host


class RefusedHosts(Record):
    """``data/refused_hosts.yaml``."""

    refused_hosts: tuple[RefusedHost, ...] = Field(description="Les sites qui copient")

    def refuses(self, url: str) -> str | None:
        """Why ``url`` may not be cited, or None."""
        host = host_of(url)
        for refused in self.refused_hosts:
            if host == refused.host or host.endswith(f".{refused.host}"):
                return refused.why
        return None


def host_of(url: str) -> str:
    """The host that a browser would ask: no user, port or final dot; « %64 » and full-width letters undone."""
    try:
        host = urlsplit("//" + url.partition(":")[2].replace("\\", "/").lstrip("/")).hostname or ""
    except ValueError:
        return ""
    return unicodedata.normalize("NFKC", unquote(host)).replace("。", ".").lower().rstrip(".")

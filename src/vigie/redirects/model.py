"""The form of ``data/redirects.yaml``: one line per old address, and where it leads now.

An address of the site before this one has no final slash (``/mars_2024``); one of ours has it (``/plaidoyer/2024-06/``).
Hosts, ``www.``, ``/index.php/`` and the final slash are never written on a line: ``rules.py`` makes these variants.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from vigie.records import Record, refusal
from vigie.site.navigation import address_of

_PART = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"
_PATH = re.compile(rf"(?:/{_PART})+/?\Z")
_QUERY = re.compile(r"(?:page=[a-z]+&)?(?P<name>id_[a-z]+)=(?P<value>[1-9][0-9]{0,8})\Z")
_TARGET = re.compile(r"(?:[a-z0-9_-]+/)*(?:[a-z0-9_-]+(?:\.md|/))(?:#[a-z0-9_-]+)?\Z")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z")
_FRONT_PAGE = "/index.php"
_LONGEST = 200

MOST = 450
"""Hosts that read ``_redirects`` stop at 2,000 rules; a line makes four of them at most."""


def _old(value: str) -> str:
    shown = f"« {value[:60]} »"
    path, mark, query = value.partition("?")
    if "//" in value or "\\" in value or ":" in value:
        raise refusal(f"{shown} nomme un autre site", "écrivez l’adresse sans le nom du site : /mars_2024")
    if len(value) > _LONGEST or not _PATH.match(path) or (mark and not _QUERY.match(query)):
        raise refusal(
            f"{shown} n’est pas une ancienne adresse",
            "elle commence par « / » : lettres sans accent, chiffres, « _ », « - », « . » ; "
            "« ? » ne se lit que dans /spip.php?page=article&id_article=248",
        )
    if f"{path.lower()}/".startswith(f"{_FRONT_PAGE}/"):
        raise refusal(f"{shown} : « {_FRONT_PAGE} » est sous-entendu", "écrivez ce qui le suit : /mars_2024")
    return value


def _new(value: str) -> str:
    if len(value) > _LONGEST or not _TARGET.match(value):
        raise refusal(
            f"« {value[:60]} » ne désigne pas une page de ce site",
            "un fichier de docs/fr/ (plaidoyer/2024-03.md, ou ar/… pour docs/ar/) ou une adresse (actualites/)",
        )
    return value


def _host(value: str) -> str:
    if not _HOST.match(value) or value.startswith("www."):
        raise refusal(f"« {value[:60]} » n’est pas un nom de site", "sans https:// ni www. : contrelatraite.org")
    return value


class Redirect(Record):
    """One old address."""

    from_: Annotated[str, AfterValidator(_old)] = Field(
        alias="from",
        description="Ancienne adresse, sans le nom du site : /mars_2024 ; avec une barre finale pour une page de ce site-ci",
    )
    to: Annotated[str, AfterValidator(_new)] = Field(
        description="Où elle mène : un fichier de docs/fr/ (plaidoyer/2024-03.md) ou une adresse du site (actualites/)"
    )
    approximate: bool = Field(
        default=False,
        description="true : le texte n’est pas sur ce site, « to » est ce qui en est le plus proche, et la page le dit",
    )

    @property
    def path(self) -> str:
        """The old path without query nor final slash: ``/mars_2024``, ``/spip.php``."""
        return self.from_.partition("?")[0].rstrip("/")

    @property
    def query(self) -> tuple[str, str] | None:
        """The argument that tells it from others of the same path: ``("id_article", "248")``."""
        match = _QUERY.match(self.from_.partition("?")[2])
        return (match["name"], match["value"]) if match else None

    @property
    def place(self) -> str:
        """Where its small page stands, from the site's root: ``mars_2024/``; ``spip.php/248/`` for a query."""
        return f"{self.path[1:]}/" + (f"{self.query[1]}/" if self.query else "")

    @property
    def was_ours(self) -> bool:
        """Whether it is an address of this site: none was ever asked for behind ``/index.php``."""
        return self.from_.endswith("/")

    @property
    def key(self) -> tuple[str, tuple[str, str] | None]:
        """Two lines with one key are one address: neither servers nor people tell capitals apart."""
        return self.path.lower(), self.query

    @property
    def target(self) -> str:
        """The path of the page from the site's root: ``plaidoyer/2024-03/``, "" for the home page."""
        return address_of(self.to.partition("#")[0]) if ".md" in self.to else self.to.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The section of that page, or ""."""
        return self.to.partition("#")[2]


class Redirects(Record):
    """``data/redirects.yaml``."""

    hosts: tuple[Annotated[str, AfterValidator(_host)], ...] = Field(
        max_length=20, description="Noms de l’ancien site, sans www. : ceux qui ne sont pas le nôtre mènent au nôtre"
    )
    redirects: tuple[Redirect, ...] = Field(max_length=MOST, description="Les anciennes adresses, une par ligne")

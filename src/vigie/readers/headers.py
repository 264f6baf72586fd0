"""The one list of what protects a reader at the level of HTTP; pages carry the part that a ``<meta>`` may carry.

Source of the values: the project's own specification (strict policy, no exception, nothing from elsewhere).
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from vigie.languages import SOURCE
from vigie.readers.file_kinds import KEPT
from vigie.site.model import Site

CONTENT_POLICY: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("frame-ancestors", "'none'"),
)

_NOT_IN_META = {"frame-ancestors"}
"""Browsers ignore it in a ``<meta>`` and say so in the console: the server sends it."""

_SEARCH_SCRIPTS = "'self' 'wasm-unsafe-eval'"
"""The search is a program in WebAssembly: its page, and no other, may run it."""


def meta_policy(*, search: bool = False) -> str:
    """What a page carries in its ``<meta>``; ``search`` for the page of the search alone."""
    return _policy(search, _NOT_IN_META)


def header_policy(*, search: bool = False) -> str:
    """What the server sends."""
    return _policy(search, set())


def kit_policy(style: str) -> str:
    """The policy of a file to take away: nothing is loaded, nothing runs, no style but its own applies.

    The same wherever it is opened: from a phone's downloads no server speaks.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _policy(search: bool, left_out: set[str]) -> str:
    values = {**dict(CONTENT_POLICY), **({"script-src": _SEARCH_SCRIPTS} if search else {})}
    return "; ".join(f"{name} {value}" for name, value in values.items() if name not in left_out)


DOWNLOADS = "/telechargements/"
"""The folder of files to take away."""

DOWNLOADS_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For whoever opens one on the site instead of keeping it. It runs and loads nothing, and its own ``kit_policy`` (a browser
applies both) lets no style through but its own, whose digest a server's configuration cannot know."""

_UNUSED_POWERS = (
    "accelerometer", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope", "hid", "magnetometer",
    "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
"""What a browser could lend to a page and no page of ours asks for.

Established names only: a browser says in its console which ones it does not know, and the bytes travel on every answer.
"""

SAME_EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", ", ".join(f"{power}=()" for power in _UNUSED_POWERS)),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
"""On every answer, whatever its address and its status."""

HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000")
"""Sent over https alone (browsers ignore it elsewhere): for a year, the browser asks this host over https only.

Neither ``includeSubDomains`` nor ``preload``: other sites of the same domain are not ours to decide for.
"""

NOT_INDEXED = ("X-Robots-Tag", "noindex")
"""Files that cannot carry a ``<meta>`` are kept out of search engines too."""

ASK_EACH_TIME = "no-cache"
"""Kept, but never shown again without asking the server: a number that changed is read at the next visit."""

KEPT_FOR_A_WHILE = "max-age=600"
"""The ten minutes of a visit: names of files do not change with their content, so no longer."""


@dataclass(frozen=True)
class Served:
    """What the headers depend on: the languages that are built (French first), and which of them engines may show."""

    languages: tuple[str, ...]
    is_draft: bool
    pilots: tuple[str, ...] = ()

    @property
    def unindexed(self) -> tuple[str, ...]:
        """First parts of the addresses kept out of search engines: all ("/") of a draft, else the pilot languages."""
        return ("/",) if self.is_draft else tuple(root_of(lang) for lang in self.pilots)

    @property
    def search_pages(self) -> tuple[str, ...]:
        """The address of the page of the search, in each language."""
        return tuple(f"{root_of(lang)}recherche/" for lang in self.languages)


def root_of(lang: str) -> str:
    """The address of the home page: ``/``, ``/ar/``."""
    return "/" if lang == SOURCE else f"/{lang}/"


def served(site: Site) -> Served:
    """What ``data/site.yaml`` says of it."""
    shown = [language for language in site.languages if language.status != "hidden"]
    # A pilot French is the root of everything: the pages carry their own « noindex », the files of others must not.
    pilots = tuple(lang.code for lang in shown if lang.status == "pilot" and lang.code != SOURCE)
    return Served(tuple(language.code for language in shown), site.status == "draft", pilots)


def headers_of(path: str, site: Served, *, https: bool = False) -> dict[str, str]:
    """Every header of the answer for the file shown at ``path`` (« / », « /ar/infos/ », « /assets/site.css »)."""
    headers = {"Content-Security-Policy": _policy_at(path, site), **dict(SAME_EVERYWHERE)}
    headers["Cache-Control"] = KEPT_FOR_A_WHILE if path.endswith(KEPT) else ASK_EACH_TIME
    if any(path.startswith(root) for root in site.unindexed):
        headers |= dict([NOT_INDEXED])
    return headers | (dict([HTTPS_ONLY]) if https else {})


def _policy_at(path: str, site: Served) -> str:
    if path.startswith(DOWNLOADS):
        return DOWNLOADS_POLICY
    return header_policy(search=path.removesuffix("index.html") in site.search_pages)

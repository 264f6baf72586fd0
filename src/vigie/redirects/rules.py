"""From the list to what servers are told: every spelling of an old address, and the one path that answers it.

Only what a server can answer alone is here; a line marked ``approximate`` is answered by its own page, which says that
the text is not on this site: a redirect would pass a list for it. Redirects are permanent, in one step, without query.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from vigie.redirects.model import Redirect, Redirects

FRONT_PAGE = "/index.php"


@dataclass(frozen=True)
class Rule:
    """``paths``, all spellings (each with and without its final slash), lead to ``target`` (« /plaidoyer/2024-03/ »).

    With ``query``, only where that argument has that value.
    """

    paths: tuple[str, ...]
    target: str
    query: tuple[str, str] | None = None


@dataclass(frozen=True)
class Moves:
    """What a server must know of old addresses."""

    rules: tuple[Rule, ...] = ()
    """Those with a query first: the first that fits answers."""
    own_pages: tuple[Rule, ...] = ()
    """Old addresses that are pages of this site: from another host, their page in one step."""
    site_url: str | None = None
    """Without final slash; None while the site has no address: then no other host leads to it."""
    other_hosts: tuple[str, ...] = ()


NO_MOVES = Moves()
"""Of a site without old addresses."""


def moves(redirects: Redirects, site_url: str | None) -> Moves:
    """The rules of every line, of the front page of the old site, and the hosts that are not the site's own."""
    exact = [line for line in redirects.redirects if not line.approximate]
    rules = [Rule(spellings(line.path, behind=not line.was_ours), leads_to(line), line.query) for line in exact]
    near = [line for line in redirects.redirects if line.approximate]
    rules += [Rule(spellings(line.path, behind=True), f"/{line.place}", line.query) for line in near if line.query]
    near = [line for line in near if not line.query]
    rules += [Rule(_slashed(f"{FRONT_PAGE}{line.path}"), f"/{line.place}") for line in near if not line.was_ours]
    rules.append(Rule(_slashed(FRONT_PAGE), "/"))
    return Moves(
        tuple(sorted(rules, key=lambda rule: rule.query is None)),
        tuple(Rule(_slashed(line.path), f"/{line.place}") for line in near),
        site_url.rstrip("/") if site_url else None,
        _other_hosts(redirects, site_url) if site_url else (),
    )


def leads_to(line: Redirect) -> str:
    """The path that answers, from the host, with its section: ``/infos/outils/#se-former``."""
    return f"/{line.target}" + (f"#{line.anchor}" if line.anchor else "")


def spellings(path: str, *, behind: bool) -> tuple[str, ...]:
    """With and without the final slash and, for ``behind``, the front page of the old site before it."""
    return _slashed(path) + (_slashed(f"{FRONT_PAGE}{path}") if behind else ())


def _slashed(path: str) -> tuple[str, str]:
    return path, f"{path}/"


def _other_hosts(redirects: Redirects, site_url: str) -> tuple[str, ...]:
    own = urlsplit(site_url).hostname
    names = (name for host in redirects.hosts for name in (host, f"www.{host}"))
    return tuple(name for name in names if name != own)

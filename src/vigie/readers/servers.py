"""The configurations of servers that the project holds under ``deploy/``: ``vigie deploy`` writes what is here.

nginx, Caddy and the file ``_headers`` say the one list of ``headers.py`` and ``file_kinds.py``; tests ask real servers.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from vigie.readers.caddy import caddyfile
from vigie.readers.headers import served
from vigie.readers.nginx import site_conf
from vigie.redirects.model import Redirects
from vigie.redirects.rules import moves
from vigie.site.model import Site

_ROOT = "/var/www/collectif/site"


def deploy_files(site: Site, redirects: Redirects) -> dict[str, str]:
    """Path under the project to text."""
    host = urlsplit(site.site_url).hostname if site.site_url else None
    led = moves(redirects, site.site_url)
    return {
        "deploy/nginx/site.conf": site_conf(served(site), host, _ROOT, ("80", "[::]:80"), "/var/log/nginx", led),
        "deploy/caddy/Caddyfile": caddyfile(served(site), host, _ROOT, ":80", "/var/log/caddy", led),
    }

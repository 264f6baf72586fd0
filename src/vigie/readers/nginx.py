"""The configuration for nginx: what goes into its block ``http``.

An ``add_header`` in a ``location`` cancels all those above it: here every one stands in ``server`` and its value comes
from a ``map``, so that no place can forget one. An empty value sends no header.
"""

from __future__ import annotations

import re

from vigie.languages import SOURCE
from vigie.readers.file_kinds import KEPT, KINDS
from vigie.readers.headers import (
    ASK_EACH_TIME,
    DOWNLOADS,
    DOWNLOADS_POLICY,
    HTTPS_ONLY,
    KEPT_FOR_A_WHILE,
    NOT_INDEXED,
    SAME_EVERYWHERE,
    Served,
    header_policy,
    root_of,
)
from vigie.redirects.nginx import ANSWER, maps, other_hosts
from vigie.redirects.rules import NO_MOVES, Moves

_HEAD = """\
# Écrit par « vigie deploy » d’après src/vigie/readers/headers.py : ne pas modifier ici.
# À placer dans le bloc « http » (Debian : /etc/nginx/sites-available/). Mode d’emploi : deploy/README.md.
# Le module brotli_static est nécessaire (Debian : libnginx-mod-http-brotli-static).
"""


def site_conf(
    site: Served, host: str | None, root: str, listen: tuple[str, ...], logs: str, moves: Moves = NO_MOVES
) -> str:
    """A complete ``server`` block with its maps.

    ``host``: the name of the site, None while undecided. ``root``, ``logs``: absolute folders. ``listen``: values of
    nginx's ``listen``. ``moves``: the old addresses.
    """
    name = host or "exemple.org"
    lines = [_HEAD, *_maps(site), *maps(moves), *_logs(), *_secure(name), "server {"]
    lines += [f"    listen {address};" for address in listen]
    lines += [
        f"    server_name {name};" if host else f"    # server_name {name};  # le nom du site, quand il est connu"
    ]
    lines += [
        f"    root {root};",
        "    index index.html;",
        "    server_tokens off;",
        "    absolute_redirect off;  # /infos mène à /infos/, sans redire le nom ni le port",
        "",
        "    # Ni adresse, ni navigateur, ni page d’où l’on vient. Le journal des erreurs écrirait l’adresse du lecteur",
        "    # à chaque refus : il ne garde que ce qui empêche de servir.",
        f"    access_log {logs}/collectif.access.log sans_adresse;",
        f"    error_log {logs}/collectif.error.log emerg;",
        "    log_not_found off;",
        "",
        "    # Les copies .br et .gz sont faites à la construction du site.",
        "    gzip off;",
        "    gzip_static on;",
        "    brotli_static on;",
        "    gzip_vary on;",
        "    gzip_proxied any;",
        "",
        *_kinds(),
        "",
        *_headers(),
        "",
        "    # Lire, rien d’autre.",
        "    client_max_body_size 1k;",
        "    if ($request_method !~ ^(GET|HEAD)$) { return 405; }",
        "",
        "    # Une ancienne adresse, quelle que soit la façon dont elle est écrite.",
        ANSWER,
        "",
        "    # Dans la langue de l’adresse demandée. Un dossier sans page n’existe pas.",
        "    error_page 404 $vigie_introuvable;",
        "    error_page 403 =404 $vigie_introuvable;",
        "",
        "    # Les fichiers cachés (.git, .env…) n’existent pas ; .well-known sert aux certificats.",
        r"    location ~ /\.(?!well-known/) { return 404; }",
        "}",
        "",
        *other_hosts(moves, listen),
    ]
    return "\n".join(lines)


def _map(source: str, name: str, rules: list[tuple[str, str]], otherwise: str) -> list[str]:
    """``map``: the first regular expression of ``rules`` that fits gives the value."""
    inside = [f'    "~{pattern}" "{value}";' for pattern, value in rules]
    return [f"map ${source} ${name} {{", f'    default "{otherwise}";', *inside, "}", ""]


def _maps(site: Served) -> list[str]:
    search = [(f"^{re.escape(page)}(?:index\\.html)?$", header_policy(search=True)) for page in site.search_pages]
    kept = "|".join(re.escape(suffix.removeprefix(".")) for suffix in KEPT)
    # A draft says it on what has no address either: a request that nginx could not read.
    everywhere, places = (NOT_INDEXED[1], ()) if site.is_draft else ("", site.unindexed)
    closed = [(f"^{re.escape(root)}", NOT_INDEXED[1]) for root in places]
    errors = [(f"^{root_of(lang)}", f"{root_of(lang)}404.html") for lang in site.languages if lang != SOURCE]
    return [
        *_map("uri", "vigie_csp", [*search, (f"^{re.escape(DOWNLOADS)}", DOWNLOADS_POLICY)], header_policy()),
        *_map("uri", "vigie_cache", [(rf"\.(?:{kept})$", KEPT_FOR_A_WHILE)], ASK_EACH_TIME),
        *_map("uri", "vigie_robots", closed, everywhere),
        *_map("https", "vigie_hsts", [("^on$", HTTPS_ONLY[1])], ""),
        *_map("uri", "vigie_introuvable", errors, "/404.html"),
    ]


def _logs() -> list[str]:
    """What was asked for and within which hour; nothing of who asked, nor what would allow to follow somebody."""
    return [
        "# Le journal : l’heure (sans les minutes), la page demandée (sans ce qui suit « ? »), la réponse.",
        *_map("time_iso8601", "vigie_heure", [("^(?<vigie_debut>[^:]+)", "${vigie_debut}h")], "-"),
        *_map("request_uri", "vigie_demande", [("^(?<vigie_chemin>[^?]*)", "$vigie_chemin")], "-"),
        "log_format sans_adresse '$vigie_heure $request_method $vigie_demande $status $body_bytes_sent';",
        "",
    ]


def _secure(name: str) -> list[str]:
    """What to uncomment once there is a certificate."""
    folder = f"/etc/letsencrypt/live/{name}"
    return [
        "# Quand le certificat existe : enlever les « # » de ce bloc ; dans le bloc suivant, remplacer « listen 80 »",
        "# et « listen [::]:80 » par « listen 443 ssl http2 » et « listen [::]:443 ssl http2 », et y ajouter :",
        f"#     ssl_certificate {folder}/fullchain.pem;",
        f"#     ssl_certificate_key {folder}/privkey.pem;",
        "# server {",
        "#     listen 80;",
        "#     listen [::]:80;",
        f"#     server_name {name} www.{name};",
        "#     server_tokens off;",
        "#     access_log off;",
        "#     error_log /dev/null emerg;",
        f"#     return 301 https://{name}$request_uri;",
        "# }",
        "",
    ]


def _kinds() -> list[str]:
    texts = " ".join(kind.media_type for kind in KINDS if kind.media_type.startswith("text/"))
    types: dict[str, list[str]] = {}
    for kind in KINDS:
        types.setdefault(kind.media_type, []).append(kind.suffix.removeprefix("."))
    return [
        "    default_type application/octet-stream;",
        "    types {",
        *(f"        {media_type} {' '.join(suffixes)};" for media_type, suffixes in types.items()),
        "    }",
        "    charset utf-8;",
        f"    charset_types {texts.replace('text/html ', '')};",
    ]


def _headers() -> list[str]:
    """« always »: on 301, 304, 404, 405 too."""
    sent = [
        ("Content-Security-Policy", "$vigie_csp"),
        *SAME_EVERYWHERE,
        ("Cache-Control", "$vigie_cache"),
        (NOT_INDEXED[0], "$vigie_robots"),
        (HTTPS_ONLY[0], "$vigie_hsts"),
    ]
    return [
        "    # Aucun add_header dans un « location » : il annulerait tous ceux-ci.",
        *(f'    add_header {name} "{value}" always;' for name, value in sent),
    ]

"""The configuration for Caddy, in what Debian's 2.6 understands.

A block ``header`` that takes one away is applied at the end, and so never on an error: taking away stands alone. Caddy
sorts the directives of one name by their matchers, so each pair of them below excludes the other by its own.
"""

from __future__ import annotations

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
from vigie.redirects.caddy import other_hosts, redirections
from vigie.redirects.rules import NO_MOVES, Moves

_HEAD = """\
# Écrit par « vigie deploy » d’après src/vigie/readers/headers.py : ne pas modifier ici.
# Debian : /etc/caddy/Caddyfile. Mode d’emploi : deploy/README.md.
"""


def caddyfile(
    site: Served, host: str | None, root: str, address: str, logs: str, moves: Moves = NO_MOVES, port: str = ""
) -> str:
    """A complete Caddyfile; with ``host`` known Caddy gets its certificate and redirects http by itself.

    ``address``: where it listens while the host is unknown (« :80 »). ``root``, ``logs``: absolute folders.
    ``moves``: the old addresses; ``port``: of the other hosts, for tests.
    """
    lines = [
        _HEAD,
        "{",
        "\tadmin off",
        "\t# Le journal de Caddy lui-même, sans adresse de lecteur.",
        "\tlog {",
        *_without_address("\t\t"),
        "\t}",
        "}",
        "",
        "# Caddy obtient le certificat et renvoie http vers https de lui-même dès que le nom du site est écrit ici.",
        *([] if host else ["# exemple.org {  # le nom du site, quand il est connu, à la place de la ligne suivante"]),
        f"{host or address} {{",
        f"\troot * {root}",
        "",
        "\t# L’heure (sans les minutes), la page et la réponse ; ni adresse, ni navigateur, ni page d’où l’on vient.",
        "\tlog {",
        f"\t\toutput file {logs}/collectif.access.log",
        *_without_address("\t\t"),
        "\t}",
        "",
        *_headers(site),
        "",
        *_content_types(),
        "",
        "\t# Lire, rien d’autre.",
        "\t@refused not method GET HEAD",
        "\terror @refused 405",
        "",
        *redirections(moves),
        "",
        "\t# Les fichiers cachés (.git, .env…) n’existent pas ; .well-known sert aux certificats.",
        "\t@hidden {",
        "\t\tpath */.*",
        "\t\tnot path /.well-known/*",
        "\t}",
        "\terror @hidden 404",
        "",
        "\t# Les copies .br et .gz sont faites à la construction du site.",
        "\tfile_server {",
        "\t\tprecompressed br gzip",
        "\t}",
        "",
        *_errors(site),
        "}",
        "",
        *other_hosts(moves, port),
    ]
    return "\n".join(lines)


def _without_address(indent: str) -> list[str]:
    fields = ("remote_ip", "remote_port", "client_ip", "headers", "tls")
    return [
        f"{indent}format filter {{",
        f"{indent}\twrap json {{",
        f'{indent}\t\ttime_format "2006-01-02T15h"',  # the hour, in the way Go writes a format
        f"{indent}\t}}",
        f"{indent}\tfields {{",
        *(f"{indent}\t\trequest>{field} delete" for field in fields),
        f'{indent}\t\trequest>uri regexp "[?].*" ""',
        f"{indent}\t\tresp_headers delete",
        f"{indent}\t}}",
        f"{indent}}}",
    ]


def _headers(site: Served) -> list[str]:
    search = " ".join(f"{page} {page}index.html" for page in site.search_pages)
    kept = " ".join(f"*{suffix}" for suffix in KEPT)
    lines = [
        "\theader -Server",
        "\theader {",
        *(f'\t\t{name} "{value}"' for name, value in SAME_EVERYWHERE),
        "\t}",
        f"\t@search path {search}",
        f"\t@downloads path {DOWNLOADS}*",
        f"\t@other_page not path {search} {DOWNLOADS}*",
        f'\theader @search Content-Security-Policy "{header_policy(search=True)}"',
        f'\theader @downloads Content-Security-Policy "{DOWNLOADS_POLICY}"',
        f'\theader @other_page Content-Security-Policy "{header_policy()}"',
        f"\t@kept path {kept}",
        f"\t@not_kept not path {kept}",
        f"\theader @kept Cache-Control {KEPT_FOR_A_WHILE}",
        f"\theader @not_kept Cache-Control {ASK_EACH_TIME}",
        "\t@https protocol https",
        f"\theader @https {HTTPS_ONLY[0]} {HTTPS_ONLY[1]}",
    ]
    if site.unindexed:
        closed = " ".join(f"{root}*" for root in site.unindexed)
        lines += [f"\t@unindexed path {closed}", f"\theader @unindexed {NOT_INDEXED[0]} {NOT_INDEXED[1]}"]
    return lines


def _content_types() -> list[str]:
    """One matcher per media type: Caddy would ask the machine, and machines differ."""
    types: dict[str, list[str]] = {}
    for kind in KINDS:
        types.setdefault(kind.content_type, []).append(f"*{kind.suffix}")
    lines = []
    for number, (content_type, patterns) in enumerate(types.items(), 1):
        lines += [
            f"\t@kind{number} path {' '.join(patterns)}",
            f'\theader @kind{number} Content-Type "{content_type}"',
        ]
    return lines


def _errors(site: Served) -> list[str]:
    """The language's page of what does not exist; any other refusal has no body."""
    others = [lang for lang in site.languages if lang != SOURCE]
    lines = ["\thandle_errors {", "\t\theader -Server", f"\t\theader Cache-Control {ASK_EACH_TIME}"]
    lines += [
        '\t\theader Content-Type "text/html; charset=utf-8"',
        f'\t\theader Content-Security-Policy "{header_policy()}"',
    ]
    missing = "expression {http.error.status_code} in [403, 404]"
    for lang in [*others, SOURCE]:
        root = root_of(lang)
        excluded = " ".join(f"{root_of(other)}*" for other in others)
        place = f"path {root}*" if lang != SOURCE else (f"not path {excluded}" if others else f"path {root}*")
        lines += [
            f"\t\t@missing_{lang} {{",
            f"\t\t\t{missing}",
            f"\t\t\t{place}",
            "\t\t}",
            f"\t\thandle @missing_{lang} {{",
            f"\t\t\trewrite * {root}404.html",
            "\t\t\tfile_server {",
            "\t\t\t\tprecompressed br gzip",
            "\t\t\t}",
            "\t\t}",
        ]
    return [*lines, '\t\trespond "" {http.error.status_code}', "\t}"]

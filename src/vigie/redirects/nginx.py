"""Old addresses for nginx: maps on the decoded path, and the other hosts.

Regular expressions, not strings: nginx keeps strings in tables whose size another file of the machine may have set. Each
answer is a constant of ours: nothing of what was asked for comes back in it, save the path behind our own name, as it was
sent (decoded, it could hold the end of a line).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vigie.redirects.rules import Moves, Rule

ANSWER = '    if ($vigie_nouvelle) { return 301 "$vigie_nouvelle"; }'
"""In the site's own ``server``, after the methods that it refuses."""


def maps(moves: Moves) -> list[str]:
    """What goes before the blocks ``server``: the new path of what was asked for, "" when its address is no old one."""
    asked = [rule for rule in moves.rules if rule.query]
    lines = ["# Les anciennes adresses (data/redirects.yaml) : où chacune mène, sans ce qui suit « ? ».", ""]
    default = '""'
    for name in sorted({rule.query[0] for rule in asked if rule.query}):
        rules = [rule for rule in asked if rule.query and rule.query[0] == name]
        lines += _map(f'"$uri?$arg_{name}"', f"$vigie_{name}", default, rules)
        default = f"$vigie_{name}"
    alone = [rule for rule in moves.rules if not rule.query]
    if default == '""':
        return [*lines, *_map("$uri", "$vigie_nouvelle", default, alone)]
    lines += _map("$uri", "$vigie_ancienne", '""', alone)
    return [*lines, f"map {default} $vigie_nouvelle {{", f"    default {default};", '    "" $vigie_ancienne;', "}", ""]


def other_hosts(moves: Moves, listen: Iterable[str]) -> list[str]:
    """Two maps and a ``server`` for the names that are not the site's; nothing while the site has no address."""
    if not moves.other_hosts or moves.site_url is None:
        return []
    return [
        "# Les autres noms de l’ancien site. Leur certificat : ajoutez-les à « certbot -d ».",
        "map $request_uri $vigie_meme_chemin {",
        '    default "/";',
        '    "~^(?<vigie_ailleurs>/[^?]*)" "$vigie_ailleurs";',
        "}",
        "",
        *_map("$uri", "$vigie_page", "$vigie_meme_chemin", moves.own_pages),
        "map $vigie_nouvelle $vigie_arrivee {",
        '    "" $vigie_page;',
        "    default $vigie_nouvelle;",
        "}",
        "",
        "server {",
        *(f"    listen {address};" for address in listen),
        f"    server_name {' '.join(moves.other_hosts)};",
        "    server_tokens off;",
        "    access_log off;",
        "    error_log /dev/null emerg;",
        f'    return 301 "{moves.site_url}$vigie_arrivee";',
        "}",
        "",
    ]


def _map(source: str, name: str, default: str, rules: Sequence[Rule]) -> list[str]:
    """Capitals are not told apart; the first that fits gives the value."""
    inside = [f'    "~*^{_spelled(rule)}$" "{rule.target}";' for rule in rules]
    return [f"map {source} {name} {{", f"    default {default};", *inside, "}", ""]


def _spelled(rule: Rule) -> str:
    end = f"\\?{rule.query[1]}" if rule.query else ""
    bare = [path.replace(".", r"\.") for path in rule.paths if not path.endswith("/")]
    return f"(?:{'|'.join(bare)})/?{end}"

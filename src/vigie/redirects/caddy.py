"""Old addresses for Caddy: its matcher ``path`` reads the decoded path, without telling capitals apart.

``route`` keeps their order, which Caddy would change: an address with a query comes before the same without.
"""

from __future__ import annotations

from collections.abc import Iterable

from vigie.redirects.rules import Moves, Rule


def redirections(moves: Moves) -> list[str]:
    """Matchers and answers inside the site's block, before the file server."""
    return ["\t# Les anciennes adresses (data/redirects.yaml), sans ce qui suit « ? ».", *_route(moves.rules, "")]


def other_hosts(moves: Moves, port: str = "") -> list[str]:
    """A site for the names that are not ours; nothing while the site has no address. ``port`` (« :8080 ») for tests."""
    if not moves.other_hosts or moves.site_url is None:
        return []
    scheme = "http://" if port else ""
    return [
        "# Les autres noms de l’ancien site.",
        f"{', '.join(f'{scheme}{host}{port}' for host in moves.other_hosts)} {{",
        "\theader -Server",
        "\tmap {uri} {vigie_meme_chemin} {",
        '\t\t~^(/[^?]*) "${1}"',
        '\t\tdefault "/"',
        "\t}",
        *_route((*moves.rules, *moves.own_pages), moves.site_url, f"redir {moves.site_url}{{vigie_meme_chemin}} 301"),
        "}",
        "",
    ]


def _route(rules: Iterable[Rule], before: str, otherwise: str = "") -> list[str]:
    """``before``: what stands before each target; ``otherwise``: the last answer, which Caddy would else put first."""
    matchers, answers = [], []
    for number, rule in enumerate(rules, 1):
        query = [f"\t\tquery {rule.query[0]}={rule.query[1]}"] if rule.query else []
        matchers += [f"\t@old{number} {{", "\t\tmethod GET HEAD", f"\t\tpath {' '.join(rule.paths)}", *query, "\t}"]
        answers.append(f"\t\tredir @old{number} {before}{rule.target} 301")
    return [*matchers, "\troute {", *answers, *([f"\t\t{otherwise}"] if otherwise else []), "\t}"]

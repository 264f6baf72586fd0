"""The file ``_redirects`` at the site's root, in what both Netlify and Cloudflare Pages read.

No « 301! »: Cloudflare would skip the line, and where Netlify prefers the small page to the rule, that page leads on.
The first line that fits answers, so those with a query, which Cloudflare skips, come first. Hosts' names are set in their panels.
"""

from __future__ import annotations

from vigie.redirects.rules import Moves


def host_redirects(moves: Moves) -> str:
    """One spelling a line; both sides are told apart with and without the final slash."""
    alone = [f"{path} {rule.target} 301" for rule in moves.rules if not rule.query for path in rule.paths]
    asked = [
        f"{path} {rule.query[0]}={rule.query[1]} {rule.target} 301"
        for rule in moves.rules
        if rule.query
        for path in rule.paths
    ]
    return "\n".join([*asked, *alone]) + "\n"

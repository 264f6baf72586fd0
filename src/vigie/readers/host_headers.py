"""The file ``_headers`` at the site's root, for hosts of static sites that read one (Netlify, Cloudflare Pages…).

Where two rules fit one address, some hosts join the values of a header and others keep the last. So no header stands in
two rules that fit the same address: what is the same everywhere is under ``/*``, what differs has one rule per folder.
"""

from __future__ import annotations

from collections.abc import Iterable

from vigie.pages import Page
from vigie.readers.file_kinds import KEPT
from vigie.readers.headers import DOWNLOADS, HTTPS_ONLY, NOT_INDEXED, SAME_EVERYWHERE, Served, headers_of, root_of

_FOLDERS_OF_FILES = (
    f"/assets/any{KEPT[0]}", f"/pagefind/any{KEPT[0]}", f"{DOWNLOADS}any.html", "/images/any.webp", "/documents/any.pdf",
)  # fmt: skip
"""A file of each folder without pages; all that the folder holds gets what it gets."""

_DIFFERING = ("Content-Security-Policy", "Cache-Control")


def host_headers(site: Served, pages: Iterable[Page]) -> str:
    """One rule for all, one per folder of ``pages`` at the root of each language, one per page that stands there.

    Old addresses would be hundreds of rules, where hosts read a hundred: their policy is in their own ``<meta>``.
    """
    rules = {"/*": dict([*SAME_EVERYWHERE, HTTPS_ONLY])}
    for root in site.unindexed:
        rules.setdefault(f"{root}*", {}).update([NOT_INDEXED])
    for page in pages:
        if page.kind == "old_address":
            continue
        root, first, below = root_of(page.lang), *page.address.partition("/")[:2]
        shown = f"{root}{first}{below}"
        rules[f"{shown}*" if below else shown] = _differing(shown, site)
    for file in _FOLDERS_OF_FILES:
        rules[f"{file.rpartition('/')[0]}/*"] = _differing(file, site)
    return "\n".join(
        f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for address, headers in sorted(rules.items())
    )


def _differing(shown: str, site: Served) -> dict[str, str]:
    headers = headers_of(shown, site)
    return {name: headers[name] for name in _DIFFERING}

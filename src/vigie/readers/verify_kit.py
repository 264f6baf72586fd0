"""The one exception of the check of the built HTML: a kit to take away holds its own style, and asks for nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.html_stream import Event
from vigie.problems import Problem
from vigie.readers.headers import DOWNLOADS, kit_policy

FOLDER = DOWNLOADS.lstrip("/")
"""Where the files to take away are, from the site's root."""

_ASKING = {"script", "link", "img", "picture", "source", "video", "audio", "track", "svg", "image", "use", "input"}


def is_kit(path: str) -> bool:
    """Whether the page at ``path`` is a file to take away."""
    return path.startswith(FOLDER)


def own_style(path: str, events: Sequence[Event]) -> Event | None:
    """The style that a kit may hold: its first, when its policy is the strictest and names this very style."""
    if not is_kit(path):
        return None
    position = next((n for n, event in enumerate(events) if event.kind == "start" and event.data == "style"), None)
    if position is None:
        return None
    following = events[position + 1] if position + 1 < len(events) else Event("text", "")
    return events[position] if _policies(events) == [kit_policy(following.data)] else None


def _policies(events: Sequence[Event]) -> list[str]:
    metas = [dict(event.attributes) for event in events if event.kind == "start" and event.data == "meta"]
    return [m.get("content") or "" for m in metas if (m.get("http-equiv") or "").lower() == "content-security-policy"]


def a_kit_asks_for_nothing(path: str, events: Sequence[Event]) -> list[Problem]:
    """It is read without network, and the one who keeps the phone's network must see nothing of it."""
    if not is_kit(path):
        return []
    problems = [
        Problem(
            f"site/{path}", event.line, f"<{event.data}> dans un fichier à emporter", "il ne demande rien : ôtez-le"
        )
        for event in events
        if event.kind == "start" and event.data in _ASKING
    ]
    if own_style(path, events) is None:
        mend = "écrivez celle de kit_policy (src/vigie/readers/headers.py) pour le style de ce fichier"
        problems.append(Problem(f"site/{path}", 1, "la politique de ce fichier à emporter n’est pas la bonne", mend))
    return problems

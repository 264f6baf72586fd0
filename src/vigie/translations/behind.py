"""What a French edit says to its editor: which translations it puts behind, and how many words."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.problems import Problem
from vigie.translations.targets import Target


def french_changed_since_its_translations(targets: Iterable[Target]) -> list[Problem]:
    """One line for each French text or record, where it changed; nothing stops: readers see the French of today there."""
    behind: dict[str, list[Target]] = {}
    for target in targets:
        if target.status and target.status.behind:
            behind.setdefault(target.name, []).append(target)
    return [_told(name, found) for name, found in behind.items()]


def _told(name: str, found: list[Target]) -> Problem:
    is_record = found[0].record is not None
    path = name.partition("#")[0] if is_record else f"docs/fr/{name}.md"
    parts = {part.id: part for target in found for part in (target.status.behind if target.status else ())}
    line = min((part.now.line for part in parts.values() if part.now), default=1)
    languages = ", ".join(f"{target.path.split('/')[1]} {_words(target)}" for target in found)
    what = f"changé depuis sa traduction ({', '.join(parts)}) ; à reprendre : {languages}"
    typo = name if is_record else f"{path}#{next(iter(parts))}" if len(parts) == 1 else f"{path}#section"
    mend = f"rien à faire, les lecteurs voient le français à côté ; une coquille ? « vigie minor {typo} --reason coquille »"
    return Problem(path, line, what, mend, blocking=False)


def _words(target: Target) -> str:
    count = target.status.words if target.status else 0
    return f"{count} mot{'s' if count > 1 else ''}"

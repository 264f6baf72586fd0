"""The shared files of ``docs/assets/``: a short list of kinds, nothing that runs or loads from elsewhere, no link out."""

from __future__ import annotations

import re
from pathlib import Path

from vigie.problems import Problem
from vigie.reading import relative

TEXTS = frozenset({".css", ".js", ".svg"})
BINARIES = frozenset({".woff2", ".png", ".webp", ".ico"})

_ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9]|@import|\bimport\s*\(|\beval\s*\(", re.IGNORECASE)
_ACTIVE_SVG = re.compile(r"<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|href\s*=", re.IGNORECASE)
_NAMESPACE = "http://www.w3.org/2000/svg"
_SEARCH = 'import("../pagefind/pagefind.js")'
"""The one script that another may ask for: the search that the build itself has written, at this very address."""


JOINED_STYLES = {"plan.css": ("site.css", "ledger.css"), "contribuer.css": ("site.css", "volunteers.css")}
"""The pages of the plan, and those for volunteers, ask for one stylesheet that holds two: a request costs more than bytes."""
_PARTS = frozenset(part for parts in JOINED_STYLES.values() for part in parts)


def asset_files(root: Path) -> list[Path]:
    """The files that are copied: of a kind that we know, really there, and not only a part of another."""
    return [path for path in _known_files(root) if path.name not in _PARTS - {"site.css"}]


def made_assets(root: Path) -> dict[str, str]:
    """The files that are made from others, by their name under ``assets/``."""
    folder = root / "docs" / "assets"
    return {
        name: "".join((folder / part).read_text(encoding="utf-8") for part in parts)
        for name, parts in JOINED_STYLES.items()
    }


def _known_files(root: Path) -> list[Path]:
    found = sorted((root / "docs" / "assets").rglob("*"))
    return [path for path in found if path.is_file() and not path.is_symlink() and path.suffix in TEXTS | BINARIES]


def check_assets(root: Path) -> list[Problem]:
    """Everything under ``docs/assets/`` is one of them, and harmless; the styles that are joined are there."""
    problems = [
        Problem(f"docs/assets/{part}", 1, "cette feuille de style manque", "reprenez-la de l’historique")
        for part in sorted(_PARTS)
        if not (root / "docs" / "assets" / part).is_file()
    ]
    kept = set(_known_files(root))
    for path in sorted((root / "docs" / "assets").rglob("*")):
        if path.is_symlink() or (not path.is_dir() and path not in kept):
            mend = f"seuls {', '.join(sorted(TEXTS | BINARIES))} sont admis ici, jamais un lien vers un autre endroit"
            problems.append(Problem(relative(path, root), 1, "ce fichier ne peut pas être servi", mend))
        elif path.suffix in TEXTS:
            problems += _harmless(path, root)
    return problems


def _harmless(path: Path, root: Path) -> list[Problem]:
    shown = relative(path, root)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return [Problem(shown, 1, "ce fichier n’est pas en UTF-8", "enregistrez-le de nouveau, encodage « UTF-8 »")]
    problems = []
    known = text.replace(_NAMESPACE, "").replace(_SEARCH if path.suffix == ".js" else _NAMESPACE, "")
    for number, line in enumerate(known.split("\n"), start=1):
        if _ELSEWHERE.search(line):
            problems.append(
                Problem(shown, number, "ce fichier charge quelque chose d’ailleurs", "servez-le depuis docs/assets/")
            )
        elif path.suffix == ".svg" and _ACTIVE_SVG.search(line):
            problems.append(Problem(shown, number, "ce dessin peut exécuter du code", "gardez-en les formes seules"))
    return problems

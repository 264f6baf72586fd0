"""A path as people type it or as a shell completes it, made that of the project: from its root, with slashes."""

from __future__ import annotations

import posixpath
from pathlib import Path

import click


def typed_path(root: Path, written: str) -> str:
    """``written`` from ``root``, which is resolved: ``./docs/x``, ``docs\\x``, ``/home/me/site/docs/x#part`` → ``docs/x#part``."""
    path, mark, part = written.replace("\\", "/").rpartition("#")
    if not mark or "/" in part:
        path, mark, part = f"{path}{mark}{part}", "", ""
    if Path(path).is_absolute():
        resolved = Path(path).resolve()
        path = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ".."
    path = posixpath.normpath(path)
    if path.split("/")[0] == ".." or "\0" in path:
        raise click.ClickException(
            f"« {written} » est hors du projet ; écrivez un chemin de ce dossier, par exemple docs/fr/infos/droits.md"
        )
    return f"{path}{mark}{part}"

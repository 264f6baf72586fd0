"""A file as it was at a reference of git: the only place that reads the project's history."""

from __future__ import annotations

import subprocess
from pathlib import Path


class HistoryNotRead(Exception):
    """Why the history cannot be read, in French, with what to do."""


def text_at(root: Path, reference: str, path: str) -> str | None:
    """The text of ``root/path`` at ``reference`` (a branch, a tag, a commit); None when the file was not there yet.

    ``HistoryNotRead`` when git is missing, ``root`` is in no repository, or it does not know the reference.
    """
    at = _commit(root, reference)
    if not _git(root, "ls-tree", at, "--", path):
        return None
    raw = _git(root, "show", f"{at}:./{path}")
    if raw is None:
        raise HistoryNotRead(f"{path} ne se lit pas à « {reference} » ; récupérez l’historique : git fetch")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise HistoryNotRead(
            f"{path} n’était pas en UTF-8 à « {reference} » ; choisissez une autre référence"
        ) from None


def names_at(root: Path, reference: str, folder: str) -> tuple[str, ...]:
    """The files under ``root/folder`` at ``reference``, by path from ``root``; ``HistoryNotRead`` as for ``text_at``."""
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", _commit(root, reference), "--", f"{folder}/")
    if listed is None:
        raise HistoryNotRead(f"{folder}/ ne se lit pas à « {reference} » ; récupérez l’historique : git fetch")
    return tuple(name.decode("utf-8", "replace") for name in listed.split(b"\0") if name)


def _commit(root: Path, reference: str) -> str:
    """The commit that ``reference`` names."""
    if _git(root, "rev-parse", "--git-dir") is None:
        raise HistoryNotRead(f"{root} n’est pas dans un dépôt git lisible ; --since compare avec son historique")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit is None:
        raise HistoryNotRead(_unknown(root, reference))
    return commit.decode().strip()


def _unknown(root: Path, reference: str) -> str:
    if (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return (
            f"« {reference} » n’est pas dans cette copie, dont l’historique est coupé ; lancez : git fetch --unshallow"
        )
    return f"« {reference} » n’est pas une référence de ce dépôt ; donnez une branche, une étiquette ou un commit (git log)"


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git answers; None when it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", *arguments],  # noqa: S607 - the git of whoever types the command
            cwd=root,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except FileNotFoundError:
        raise HistoryNotRead("git n’est pas installé ; --since compare avec l’historique qu’il garde") from None
    except subprocess.TimeoutExpired:
        raise HistoryNotRead("git ne répond pas ; relancez la commande") from None
    return done.stdout if done.returncode == 0 else None

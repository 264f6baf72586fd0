"""What the commands of translations write: texts and the lock, so that no page ever has a code that the lock does not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from vigie.build import Build
from vigie.reading import relative
from vigie.translations.lock import LOCK, Lock, load_lock, lock_text
from vigie.translations.targets import used_codes
from vigie.writing import create_file, replace_file


@dataclass(frozen=True)
class Change:
    """A file of the project (``path`` from its root): what it held when it was read, None when there was none, and its new text."""

    path: str
    old: bytes | None
    text: str


def write_translations(
    build: Build, lock: Lock, changes: Iterable[Change], codes: dict[tuple[str, str | None], str], *, dry_run: bool
) -> None:
    """Write ``changes``, and ``lock`` without the texts that nothing refers to once ``codes`` are in their files.

    The lock goes first, with the old texts and the new: whatever stops the rest, every page has a code that it knows.
    """
    if dry_run:
        click.echo("Essai seulement : rien n’a été écrit.")
        return
    root = build.root
    path = root / LOCK
    raw = path.read_bytes() if path.exists() else None
    if load_lock(root)[0] != build.lock:
        raise _changed_meanwhile(LOCK)
    before, after = used_codes(build.targets), used_codes(build.targets, codes)
    whole = lock_text(lock.keeping(before | after))
    put(root, Change(LOCK, raw, whole))
    for change in changes:
        put(root, change)
    put(root, Change(LOCK, whole.encode("utf-8"), lock_text(lock.keeping(after))))
    click.echo(f"{LOCK} est à jour.")


def put(root: Path, change: Change) -> None:
    """Write one file, its folders made; a refusal in French, the file as it was, when that cannot be done."""
    path, new = root / change.path, change.text.encode("utf-8")
    if not path.resolve().is_relative_to(root.resolve()):
        raise click.ClickException(f"{change.path} est dans un lien vers un autre endroit ; copiez le dossier lui-même")
    if new == change.old:
        return
    try:
        if change.old is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            written = create_file(path, new)
        else:
            written = replace_file(path, change.old, new)
    except OSError as error:
        raise click.ClickException(
            f"{relative(path, root)} n’a pas pu être écrit ({error.strerror or type(error).__name__}) ; "
            "vérifiez le droit d’écrire dans son dossier et la place sur le disque, puis recommencez"
        ) from None
    if not written:
        raise _changed_meanwhile(change.path)


def _changed_meanwhile(path: str) -> click.ClickException:
    return click.ClickException(f"{path} a changé pendant ce temps ; recommencez")

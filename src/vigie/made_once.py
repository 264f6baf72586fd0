"""Files once made, kept by what they were made from. A folder that cannot be written is no cache, never a failure."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

FOLDER = Path(".cache") / "vigie"
_DIGEST = 32


def key_of(raw: bytes, recipe: str) -> str:
    """The name under which what ``recipe`` makes of ``raw`` is kept."""
    return hashlib.sha256(recipe.encode() + b"\0" + raw).hexdigest()


def kept(root: Path, kind: str, key: str) -> bytes | None:
    """What was kept under ``key``; None when nothing was, or when it is not whole."""
    try:
        stored = (root / FOLDER / kind / key).read_bytes()
    except OSError:
        return None
    digest, data = stored[:_DIGEST], stored[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def keep(root: Path, kind: str, key: str, data: bytes) -> None:
    """Keep ``data``, behind its digest: never seen half written, and a damaged copy is not believed."""
    folder = root / FOLDER / kind
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".new-", delete=False) as aside:
            aside.write(hashlib.sha256(data).digest() + data)
        os.replace(aside.name, folder / key)  # noqa: PTH105 - one step, also over a file that is there

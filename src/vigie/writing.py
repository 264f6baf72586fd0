"""The only door by which a file that people edit is replaced: at once or not at all, never over somebody's changes."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def replace_file(path: Path, old: bytes, new: bytes) -> bool:
    """Put ``new`` in the place of ``old`` at ``path``; False, with nothing written, when the file is no longer ``old``."""
    if path.read_bytes() != old:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    try:
        with os.fdopen(handle, "wb") as beside:
            beside.write(new)
            beside.flush()
            os.fsync(beside.fileno())
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    return True


def create_file(path: Path, content: bytes) -> bool:
    """Put ``content`` in a file that does not exist yet; False, with nothing written, when it does."""
    try:
        new = path.open("xb")
    except FileExistsError:
        return False
    try:
        with new:
            new.write(content)
    except BaseException:
        path.unlink(missing_ok=True)  # half a file is worse than none
        raise
    return True

"""The compressed copies that a server sends instead of the files: ``.br`` (brotli 11) and ``.gz`` (gzip 9) beside them.

Made once at the build: a server that compressed on each visit would do it worse and serve far fewer readers.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped] # its wheel has no types

from vigie.readers.file_kinds import COMPRESSED


@dataclass(frozen=True)
class Method:
    """One way of compressing: the end of its files' names, and both directions."""

    suffix: str
    compress: Callable[[bytes], bytes]
    restore: Callable[[bytes], bytes]
    broken: tuple[type[Exception], ...]
    """What ``restore`` raises on bytes that are not its own."""


METHODS: tuple[Method, ...] = (
    Method(
        ".br",
        lambda source: brotli.compress(source, mode=brotli.MODE_TEXT, quality=11),
        brotli.decompress,
        (brotli.error,),
    ),
    # No date inside: the same source gives the same bytes.
    Method(
        ".gz",
        lambda source: gzip.compress(source, compresslevel=9, mtime=0),
        gzip.decompress,
        (OSError, EOFError, zlib.error),
    ),
)


def compress_site(folder: Path, previous: Path | None = None) -> int:
    """Write the copies of every file of ``folder`` that they make smaller; returns how many were computed anew.

    ``previous``: the site that was there. A copy of its is taken again only if it gives back the very bytes of the file
    today, so that nothing stale or damaged survives.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in COMPRESSED)
    places = [(path, previous / path.relative_to(folder) if previous else None) for path in paths]
    with ThreadPoolExecutor() as threads:  # brotli lets the other threads go on meanwhile
        return sum(threads.map(lambda place: _copies(*place), places))


def _copies(path: Path, before: Path | None) -> int:
    """Write the copies of one file; how many were computed anew."""
    source = path.read_bytes()
    computed = 0
    for method in METHODS:
        packed = _again(_copy(before, method), source, method) if before else None
        if packed is None:
            packed = method.compress(source)
            computed += 1
        if len(packed) < len(source):
            _copy(path, method).write_bytes(packed)
        else:
            _copy(path, method).unlink(missing_ok=True)
    return computed


def _copy(path: Path, method: Method) -> Path:
    return path.with_name(path.name + method.suffix)


def _again(before: Path, source: bytes, method: Method) -> bytes | None:
    """The copy at ``before`` if it is one of ``source``."""
    if not before.is_file():
        return None
    packed = before.read_bytes()
    try:
        return packed if method.restore(packed) == source else None
    except method.broken:
        return None

"""Our own Jinja environment: ``overrides/`` rendered with autoescape on, undefined names refused.

Templates choose, they do not compute; they hold no word for readers. Each gets ``view`` (see ``render.View``).
"""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

_MOST_KEPT = 512


class _CompiledOnce(BytecodeCache):
    """What Jinja makes of a template depends on its name and text alone: builds of one process share it.

    A preview renders again after each edit, and tests render hundreds of copies of one project: compiling seventy
    templates each time would cost more than rendering them. Only the path of the file, which messages show, differs.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own signature
        return name

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code is not None and filename is not None:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _CompiledOnce()


def make_environment(root: Path) -> Environment:
    """The environment of a build whose project is at ``root``: each template is read once."""
    return Environment(
        loader=FileSystemLoader(root / "overrides"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )

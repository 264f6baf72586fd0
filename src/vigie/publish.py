"""The whole run in one function: check, build, verify, compress, and only then take the place of the site before."""

from __future__ import annotations

import tempfile
from pathlib import Path

from vigie.problems import ProblemsFound, blocking
from vigie.readers.compress import compress_site
from vigie.readers.search import index_site
from vigie.readers.verify import verify_site


def publish(root: Path, target: Path) -> None:
    """Build the project at ``root`` beside ``target``, verify the built HTML, and only then take its place.

    Raises ``ProblemsFound``, or MkDocs' own exception; the site that was there stays whenever anything is refused.
    """
    from vigie import mkdocs_bridge  # noqa: PLC0415 - `vigie check` must not pay for MkDocs

    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".vigie-") as aside:
        built = Path(aside) / "site"
        mkdocs_bridge.build_site(root, built)
        index_site(built)
        problems = verify_site(built)
        if blocking(problems):
            raise ProblemsFound(problems)
        compress_site(built, previous=target)
        if target.exists():
            target.rename(Path(aside) / "before")
        built.rename(target)

"""Our own Jinja environment: ``overrides/`` rendered with autoescape on, undefined names refused.

Templates choose, they do not compute; they hold no word for readers. Each gets ``view`` (see ``render.View``).
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def make_environment(root: Path) -> Environment:
    """The environment of a build whose project is at ``root``."""
    return Environment(
        loader=FileSystemLoader(root / "overrides"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

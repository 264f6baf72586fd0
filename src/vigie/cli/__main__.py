"""``python -m vigie.cli``: the same as ``vigie``."""

from vigie.cli import main

main()

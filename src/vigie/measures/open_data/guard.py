"""A text is never a formula: what a spreadsheet would run is kept from being run.

A spreadsheet that reads a CSV runs a cell which begins with ``=``, ``+``, ``-``, ``@``, a tab or a return (their wide
forms too). One that expects another separator also cuts a text at its semicolons, tabs and lines: so the guard is put there as well.
"""

from __future__ import annotations

import re

_BEGINS_A_CELL = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=\s*[=+\-@＝＋－＠]|[\t\r\n])")


def guarded(text: str) -> str:
    """``text`` with an apostrophe before whatever a spreadsheet would run; it is no part of the text."""
    return _BEGINS_A_CELL.sub("'", text)


def could_run(text: str) -> bool:
    """Whether ``text`` needs the guard."""
    return guarded(text) != text

"""What an editor sees in the preview when an edit is refused: the message on top of the last good pages."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

_SHOWN = re.compile(r'<pre class="refused" role="alert">.*?</pre>', re.DOTALL)


def with_message(html: str, message: str) -> str:
    """``html`` with ``message`` first in its body, in place of an earlier one."""
    shown = f'<pre class="refused" role="alert">{escape(message)}</pre>'
    return _SHOWN.sub("", html).replace("<body>", f"<body>{shown}", 1)


def show_message(folder: Path, message: str) -> None:
    """Write ``message`` on every page of the preview; the next good build rewrites them all."""
    for path in folder.rglob("*.html"):
        path.write_text(with_message(path.read_text(encoding="utf-8"), message), encoding="utf-8")

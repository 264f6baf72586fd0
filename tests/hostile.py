"""Applies the entries of ``golden/hostile.yaml`` to a copy of the project, and says what a page must not hold."""

import io
import json
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

import pdfs
from pictures import bomb, drawing, halves, photo, saved
from vigie.html_stream import Event, read_html

PAGE = "docs/fr/vie-privee.md"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"><script>window.__pwned=1</script></svg>'
GIF_JS = b"GIF89a/*" + b"\0" * 40 + b"*/=1;window.__pwned=1;//"


def _pdf() -> bytes:
    """A document that runs a program when it is opened, and that names its author."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    program = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('__pwned')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(program)
    writer.add_metadata({"/Author": "Une Personne", "/Title": "Secret"})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _laughs(text: str) -> str:
    lines = ['a0: &a0 ["ha", "ha"]', *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    return text + "\n" + "\n".join(lines) + "\n"


def _surcharged(text: str) -> str:
    before = '- id: "17"\n    number: "17"\n    dial: "17"'
    assert before in text
    return text.replace(before, '- id: gendarmerie\n    number: "08 99 70 12 34"\n    dial: "0899701234"', 1)


MADE = {
    "laughs": _laughs,
    "digits": lambda text: text.replace("measure_count: 60", "measure_count: 1" + "0" * 5000, 1),
    "levels": lambda text: text + "\nx: " + "[" * 5000 + "]" * 5000 + "\n",
    "heavy": lambda text: text + "# " + "x" * (10_000_000 - len(text.encode()) - 2),
    "sixteen": lambda text: text.encode("utf-16"),
    "surcharged": _surcharged,
    "signs": lambda text: text + "\n" + "[" * 100_000 + "\n",
    "nested": lambda text: text + "\n" + "\n".join("    " * depth + "- a" for depth in range(300)) + "\n",
    "photo": lambda _: photo((2000, 1000)),
    "drawing": lambda _: drawing(),
    "polyglot": lambda _: drawing() + b"<script>window.__pwned=1</script>",
    "gif_js": lambda _: GIF_JS,
    "svg": lambda _: SVG,
    "bomb": lambda _: bomb(),
    "pdf": lambda _: _pdf(),
    "telling": lambda _: pdfs.telling(),
    "scans": lambda _: saved(halves((9, 9)), "JPEG") + b"\xff\xda\0" * 5000,
}


def apply(root: Path, entry: dict[str, Any]) -> None:
    """Do to the project at ``root`` what ``entry`` says; fails when there is nothing to change."""
    path = root / entry.get("file", PAGE)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if "link" in entry:
        path.unlink(missing_ok=True)
        path.symlink_to(entry["link"])
    elif "bytes" in entry:
        made = MADE[entry["bytes"]](text)
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
    elif "find" in entry:
        assert entry["find"] in text, entry["find"]
        path.write_text(text.replace(entry["find"], entry["by"], 1), encoding="utf-8")
    else:
        path.write_text(entry.get("write") or f"{text}\n{entry['append']}\n", encoding="utf-8")
    if "and" in entry:
        apply(root, entry["and"])


SCRIPTS = frozenset({"assets/leave.js", "assets/search.js", "assets/ledger.js"})
_NEVER = {"iframe", "object", "embed", "base", "style", "template", "noscript", "math", "applet", "frame", "frameset"}
_ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "ping",
    "xlink:href",
    "background",
    "cite",
}
_WORDS = {"alt", "content", "aria-label", "title"}
_RUNS = ("javascript:", "vbscript:", "data:", "blob:", "file:", "//", "intent:")


def _is_ours(attributes: dict[str, str], following: Event | None) -> bool:
    """A script of the site, or facts for search engines, which no browser runs and which cannot end early."""
    if attributes.get("type") == "application/ld+json":
        return following is not None and "<" not in following.data and bool(json.loads(following.data))
    return attributes.get("src", "").lstrip("./") in SCRIPTS and (following is None or following.kind != "text")


def what_is_wrong(html: str) -> list[str]:
    """What runs, loads, or leads elsewhere than it says in ``html``: nothing, in a page that is safe."""
    found = []
    events = read_html(html)
    for event, following in zip(events, [*events[1:], None], strict=True):
        if event.kind == "comment":
            found.append(f"<!--{event.data}-->")
        if event.kind != "start":
            continue
        attributes = {name: value or "" for name, value in event.attributes}
        source = attributes.get("src", "")
        if event.data in _NEVER or (event.data == "script" and not _is_ours(attributes, following)):
            found.append(f"<{event.data} src={source}>")
        if event.data == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            found.append("<meta refresh>")
        for name, value in attributes.items():
            plain = "".join(value.split()).lower()
            if name.startswith("on") or name == "style" or ("__pwned" in name):
                found.append(f"{name}={value}")
            if name in _ADDRESSES and (plain.startswith(_RUNS) or "__pwned" in value or "evil.example" in value):
                found.append(f"{name}={value}")
            if "__pwned" in value and name not in _WORDS:
                found.append(f"{name}={value}")
    return found


def words_of(html: str) -> str:
    """The texts of ``html`` as they are read."""
    return "".join(event.data for event in read_html(html) if event.kind == "text")

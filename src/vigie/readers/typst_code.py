"""From our HTML to Typst: calls of the functions of ``overrides/leaflet.typ``, with every text as a string literal.

Code, not markup: in a string of Typst only ``\\`` and ``"`` mean anything, so no text of an editor can become markup, and
none can run. Which function draws what is the business of ``overrides/leaflet.typ`` alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from vigie.html_stream import VOID, read_html

_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "hr",
        "details",
        "summary",
    }
    | {f"h{level}" for level in range(1, 7)}
)
_NOTHING = "[]"


@dataclass
class Node:
    """An element and what it holds; a text is a ``str``."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()


def literal(text: str) -> str:
    """``text`` as a string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def typst_code(html: str) -> str:
    """The block of Typst code that draws ``html``."""
    root = _tree(html)
    _forget_ids(root, {href[1:] for href in _hrefs(root) if href.startswith("#")})
    return _block(root.children)


def _hrefs(node: Node) -> list[str]:
    below = [href for child in node.children if isinstance(child, Node) for href in _hrefs(child)]
    return [node.attributes.get("href") or "", *below]


def _forget_ids(node: Node, linked: set[str]) -> None:
    """Each place that may be linked to weighs in the PDF: only chapters (h2) and those that are linked to stay."""
    if node.tag != "h2" and node.attributes.get("id") not in linked:
        node.attributes.pop("id", None)
    for child in node.children:
        if isinstance(child, Node):
            _forget_ids(child, linked)


def _tree(html: str) -> Node:
    root = Node("")
    opened = [root]
    for event in read_html(html):
        if event.kind == "start":
            node = Node(event.data, dict(event.attributes))
            opened[-1].children.append(node)
            if event.data not in VOID:
                opened.append(node)
        elif event.kind == "end":
            while len(opened) > 1 and opened.pop().tag != event.data:
                pass
        elif event.kind == "text":
            opened[-1].children.append(event.data)
    return root


def _block(children: list[Node | str]) -> str:
    """What an element holds: spaces as HTML reads them, none at the edges of a block."""
    pieces = []
    for position, child in enumerate(children):
        if isinstance(child, Node):
            pieces.append(_element(child))
            continue
        text = _SPACES.sub(" ", child)
        if position == 0 or _is_block(children[position - 1]):
            text = text.lstrip(" ")
        if position + 1 == len(children) or _is_block(children[position + 1]):
            text = text.rstrip(" ")
        if text:
            pieces.append(literal(text))
    return "{" + "; ".join(pieces) + "}" if pieces else _NOTHING


def _inline(children: list[Node | str]) -> str:
    """What an element inside a line holds: its spaces at both ends count."""
    pieces = [literal(_SPACES.sub(" ", c)) if isinstance(c, str) else _element(c) for c in children]
    return "{" + "; ".join(pieces) + "}" if pieces else _NOTHING


def _is_block(child: Node | str) -> bool:
    return isinstance(child, Node) and (child.tag in _BLOCKS or child.tag == "br")


def _element(node: Node) -> str:
    """One element as a call; one that we do not know lets through what it holds."""
    tag = node.tag
    if re.fullmatch(r"h[1-6]", tag):
        name = node.attributes.get("id")
        critical = "true" if "critical" in node.classes else "false"
        return f"section-title({tag[1]}, {literal(name) if name else 'none'}, {critical}, {_block(node.children)})"
    if tag in ("p", "dt", "dd", "summary", "blockquote"):
        return _call({"p": "paragraph", "blockquote": "quoted", "summary": "dt"}.get(tag, tag), _classes(node), node)
    if tag in ("div", "section", "details"):
        return _call("group", _classes(node), node) if node.classes else _block(node.children)
    if tag in ("ul", "ol"):
        items = [_block(item.children) for item in _inside(node, "li")]
        start = node.attributes.get("start") or "1"
        first = "none" if tag == "ul" else start if start.isdecimal() else "1"
        return f"items({first}, {_array(items)})"
    if tag == "dl":
        return f"facts({_array(_facts(node))})"
    if tag == "table":
        return _table(node)
    if tag == "pre":
        return f"verbatim(true, {literal(_words(node))})"
    if tag == "code":
        return f"verbatim(false, {literal(_words(node))})"
    if tag in ("br", "hr"):
        return {"br": "linebreak()", "hr": "rule()"}[tag]
    return _phrase(node)


def _phrase(node: Node) -> str:
    """An element inside a line."""
    held = _inline(node.children)
    if node.tag in ("strong", "b"):
        return f"strong({held})"
    if node.tag in ("em", "i"):
        return f"emph({held})"
    if node.tag == "small":
        return f"aside({held})"
    if node.tag == "a":
        return _link(node.attributes.get("href") or "", held)
    lang, direction = node.attributes.get("lang"), node.attributes.get("dir")
    if lang or direction in ("ltr", "rtl"):
        shown = direction if direction in ("ltr", "rtl") else "auto"
        return f"foreign({literal(lang) if lang else 'none'}, {shown}, {held})"
    return held


def _link(href: str, held: str) -> str:
    """To a place of the leaflet (with its page), a phone, or another site (with its name, for who reads on paper)."""
    if href.startswith("#"):
        return f"inside({literal(href[1:])}, {held})"
    host = (urlsplit(href).hostname or "").removeprefix("www.")
    if host:
        return f"outside({literal(href)}, {literal(host)}, {held})"
    return f"phone({literal(href)}, {held})" if href.startswith(("tel:", "sms:")) else held


def _call(name: str, classes: str, node: Node) -> str:
    return f"{name}({classes}, {_block(node.children)})"


def _classes(node: Node) -> str:
    return _array([literal(name) for name in node.classes])


def _array(values: list[str]) -> str:
    """With a comma after each: of one value too Typst makes an array."""
    return "(" + "".join(f"{value}, " for value in values).rstrip(" ") + ")"


def _inside(node: Node, *tags: str) -> list[Node]:
    """The nearest descendants of these tags."""
    found: list[Node] = []
    for child in node.children:
        if isinstance(child, Node):
            found += [child] if child.tag in tags else _inside(child, *tags)
    return found


def _facts(node: Node) -> list[str]:
    """Each definition with its term; those of one term together."""
    pairs: list[tuple[str, list[str]]] = []
    for child in _inside(node, "dt", "dd"):
        if child.tag == "dt" or not pairs:
            pairs.append((_block(child.children) if child.tag == "dt" else _NOTHING, []))
        if child.tag == "dd":
            pairs[-1][1].append(_block(child.children))
    return [f"({term}, {_array(said)})" for term, said in pairs]


def _table(node: Node) -> str:
    """Its columns, the cells of its first row as headers, then all others."""
    rows = [[_block(cell.children) for cell in _inside(row, "th", "td")] for row in _inside(node, "tr")]
    width = max((len(row) for row in rows), default=0)
    full = [row + [_NOTHING] * (width - len(row)) for row in rows]
    if not width:
        return _NOTHING
    return f"tabular({width}, {_array(full[0])}, {_array([cell for row in full[1:] for cell in row])})"


def _words(node: Node) -> str:
    """The text of an element, spaces kept."""
    return "".join(child if isinstance(child, str) else _words(child) for child in node.children)

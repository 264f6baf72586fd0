"""The HTML that an editor's text may become: an explicit list, and whether a text stays within it."""

from __future__ import annotations

import nh3

from vigie.html_stream import read_html

ADMONITIONS = ("note", "warning")
ALIGNMENTS = ("left", "center", "right")

_TAGS = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = {
    "a": {"href"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "*": set[str](),
}  # fmt: skip
_CLASSES = {
    "h2": {"critical"},
    "h3": {"critical"},
    "div": {"admonition", *ADMONITIONS},
    "p": {"admonition-title"},
    "pre": set[str](), "code": set[str](),
}  # fmt: skip
_DIRECTION_MARKS = frozenset(chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))
_SCHEMES = {"http", "https", "mailto", "contact"}


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        tag_attribute_values={tag: {"align": set(ALIGNMENTS)} for tag in ("td", "th")},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def _signature(html: str) -> list[tuple[str, str, tuple[tuple[str, str | None], ...]]]:
    """What must not differ between an HTML text and its sanitised self: tags, attributes, words."""
    signature: list[tuple[str, str, tuple[tuple[str, str | None], ...]]] = []
    for event in read_html(html):
        data = " ".join(event.data.split()) if event.kind == "text" else event.data
        if not data:
            continue
        if event.kind == "text" and signature and signature[-1][0] == "text":
            signature[-1] = ("text", f"{signature[-1][1]} {data}", ())
        else:
            signature.append((event.kind, data, tuple(sorted(event.attributes, key=str))))
    return [(kind, data.replace(" ", "") if kind == "text" else data, rest) for kind, data, rest in signature]


def is_safe(html: str) -> bool:
    """Whether sanitising would change nothing, and no direction mark hides in an entity."""
    for event in read_html(html):
        written = (event.data, *(value or "" for _name, value in event.attributes))
        if any(_DIRECTION_MARKS & set(text) for text in written):
            return False
    return _signature(html) == _signature(_sanitised(html))

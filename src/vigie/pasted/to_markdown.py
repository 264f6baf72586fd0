"""HTML to Markdown: sanitised first, then written by markdownify. The HTML of a mail, of a page, or made from a DOCX."""

from __future__ import annotations

import re
from typing import Any

import nh3
from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

from vigie.html_stream import VOID, read_html
from vigie.pasted.front import without_leading_rules
from vigie.pasted.source import Refused

DEEPEST = 150
"""Mails nest tables in tables; nobody nests a hundred and fifty."""
MOST_ELEMENTS = 60_000
_TAGS = {
    "a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
    "li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"alt", "src", "width", "height"}, "ol": {"start"}}
_UNSEEN = {"script", "style", "title", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
_TOO_MUCH = ("ce document emboîte ou répète trop d’éléments", "copiez-en le texte seul, et collez-le")
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][\w:-]{0,30})")
_CLOSE_THEMSELVES = VOID | {"p", "li", "td", "th", "tr", "dt", "dd", "option", "o:p"}
_PIXEL = re.compile(r"[01](?:px)?\Z")


class _Converter(MarkdownConverter):
    """As this project writes Markdown; a picture becomes a place to fill, which the check refuses until it is filled."""

    class Options:
        """Of markdownify."""

        heading_style = "atx"
        bullets = "-"
        strong_em_symbol = "*"
        escape_underscores = False
        escape_misc = False
        sub_symbol = sup_symbol = ""
        table_infer_header = True
        wrap = False
        newline_style = "backslash"

    def convert_img(self, el: Any, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - called by these names
        """A pixel that counts readers is nothing; any other picture is to be placed by hand."""
        if _PIXEL.match(el.get("width") or "") or _PIXEL.match(el.get("height") or ""):
            return ""
        words = " ".join((el.get("alt") or "").replace("[", "(").replace("]", ")").split())
        return f" [Image à placer : {words[:200] or 'sans description'}] "

    def convert_br(self, el: Any, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - called by these names
        """A line of its own, as the eye reads it; a space in a cell or a heading, which have one line."""
        return f"{text} " if "_inline" in parent_tags else f"\n{text}"


def to_markdown(html: str) -> tuple[str, Refused | None]:
    """The words of ``html`` as Markdown, or why it is not read."""
    if _nests_without_end(html):
        return "", _TOO_MUCH
    safe = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, clean_content_tags=_UNSEEN, link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )  # fmt: skip
    if refused := _too_deep(safe):
        return "", refused
    soup = BeautifulSoup(safe, "html.parser")
    _without_layout(soup)
    _on_one_line(soup)
    written = str(_Converter().convert_soup(soup))
    written = re.sub(r"[ \t]+$|^[ ](?=\[Image)", "", written, flags=re.MULTILINE)
    return without_leading_rules(re.sub(r"\n{3,}", "\n\n", written)).strip("\n") + "\n", None


def _nests_without_end(html: str) -> bool:
    """Before anything reads it: the time of a sanitiser is the square of the depth. Unclosed paragraphs and cells nest nothing."""
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        if tag["name"].lower() not in _CLOSE_THEMSELVES:
            depth = max(0, depth - 1) if tag["closes"] else depth + 1
            deepest = max(deepest, depth)
    return deepest > DEEPEST * 4


def _too_deep(html: str) -> Refused | None:
    depth = elements = 0
    for event in read_html(html):
        if event.kind == "start":
            elements += 1
            depth += event.data not in VOID
        elif event.kind == "end":
            depth -= 1
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            return _TOO_MUCH
    return None


def _without_layout(soup: BeautifulSoup) -> None:
    """Tables that only place things (one cell a row, or tables inside) become paragraphs; true tables stay."""
    for table in reversed(soup.find_all("table")):
        rows = table.find_all("tr")
        places = table.find("table") is not None or all(len(row.find_all(["td", "th"])) < 2 for row in rows)
        if places:
            for part in table.find_all(["tbody", "thead", "tr", "td", "th"]):
                part.name = "div"
            table.name = "div"


def _on_one_line(soup: BeautifulSoup) -> None:
    """The end of a line of HTML is a space, outside ``pre``."""
    for text in soup.find_all(string=re.compile(r"[\t\r\n]")):
        if text.find_parent("pre") is None:
            text.replace_with(re.sub(r"[ \t\r\n]+", " ", text))

"""An editor's Markdown to safe HTML: rendered, compared with its sanitised self, headings and markers checked.

Rendered here and not by MkDocs, so that every refusal has its French message and line, and so that the texts outlive
MkDocs. Order matters: sanitise first (only what the editor wrote), then fill links and markers (only ours).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

import markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from vigie.allowed_html import is_safe
from vigie.html_stream import Event, read_html
from vigie.problems import Problem

_SECTION_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_TAKEN_ID = re.compile(
    r"(?:contenu|siblings-title|sources|contenus-cites|documents-joints|a-venir|a-lire-aussi|parcourir)\Z|(?:contact|voix|membres)-"
)
"""What the templates name: the skip link must not lead into a text, nor a helpline's link to another's section."""
_MARKER = re.compile(r"<!--\s*(?P<feature>[a-z]+):\s*(?P<name>[a-z-]+)\s*-->\s*\Z")
_COMMENT = re.compile(r"<!--|<!\[|<\?")
_HEADING_LINE = re.compile(r"[\s>*+\-\d.]*(?:(?P<signs>#{1,6})|<h(?P<level>[1-6])\b)")
_UNDERLINE = re.compile(r"[\s>*+\-\d.]*?(?P<sign>[=-])(?P=sign)*\s*\Z")
_NO_WORDS = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>|[\W_]")
_ENOUGH_LETTERS = 8
"""To recognise a heading in its line: after them a link or a sign may differ."""


@dataclass(frozen=True)
class Marker:
    """``<!-- measures: table -->``: filled by ``partials/measures/table.html``."""

    feature: str
    name: str
    line: int


@dataclass(frozen=True)
class Heading:
    """A section: its level (2 to 4), id shared by all languages, text, and whether it can hurt if wrong."""

    level: int
    id: str
    text: str
    critical: bool


@dataclass(frozen=True)
class Rendered:
    """A body as pieces: HTML of the editor, or a marker to fill; and its headings."""

    pieces: tuple[str | Marker, ...]
    headings: tuple[Heading, ...]


LONGEST_PARAGRAPH = 20_000
MOST_SIGNS = 400
"""Markdown reads some signs again and again: a paragraph of thousands of « [ » would hold the build for minutes."""


def too_heavy(body: str, path: str, first_line: int) -> list[Problem]:
    """Paragraphs that no author writes, one problem each."""
    problems = []
    for line, block in _blocks(body, first_line):
        signs = max(block.count(sign) for sign in "[*_`<(")
        if len(block) > LONGEST_PARAGRAPH or signs > MOST_SIGNS:
            problems.append(
                Problem(path, line, "ce paragraphe est démesuré", "coupez-le en plusieurs, avec des lignes vides")
            )
    return problems


def render_body(body: str, path: str, first_line: int) -> tuple[Rendered, list[Problem]]:
    """Render ``body``, which begins at ``first_line`` of ``path``."""
    rendered, problems = _render_body(body, path, first_line)
    return rendered, list(problems)


@lru_cache(maxsize=1024)
def _render_body(body: str, path: str, first_line: int) -> tuple[Rendered, tuple[Problem, ...]]:
    """Depends on nothing but its text: what did not change between two builds of the preview is not rendered again."""
    if heavy := too_heavy(body, path, first_line):
        return Rendered((), ()), tuple(heavy)
    pieces, problems = _split_at_markers(body, path, first_line)
    rendered: list[str | Marker] = []
    headings: list[Heading] = []
    lines: list[int] = []
    for piece in pieces:
        if isinstance(piece, Marker):
            rendered.append(piece)
            continue
        line, text = piece
        try:
            html = _to_html(text)
        except RecursionError:
            mend = "simplifiez listes et citations : elles s’emboîtent trop"
            problems.append(Problem(path, line, "ce texte a trop de niveaux", mend))
            continue
        problems += _what_sanitising_changes(text, html, path, line)
        rendered.append(html)
        found = _headings(html)
        headings += found
        lines += _heading_lines(found, text, line)
    for heading, line in zip(headings, lines, strict=True):
        problems += _heading_form(heading, path, line)
    problems += _heading_order(headings, lines, path)
    return Rendered(tuple(rendered), tuple(headings)), tuple(problems)


def taken_id(id_: str) -> bool:
    """Whether the site itself already gives this id to something."""
    return _TAKEN_ID.match(id_) is not None


def _split_at_markers(body: str, path: str, first_line: int) -> tuple[list[tuple[int, str] | Marker], list[Problem]]:
    """Cut ``body`` at its markers, outside code blocks; each text keeps the line on which it begins."""
    pieces: list[tuple[int, str] | Marker] = []
    problems: list[Problem] = []
    current: list[str] = []
    begins = first_line
    code = code_lines(body)
    for index, line in enumerate(body.split("\n")):
        number = first_line + index
        marker = None if index in code else _MARKER.match(line.strip())
        if marker is None:
            if index not in code and _COMMENT.search(line):
                mend = "seul, sur sa ligne, un repère connu est admis, par exemple « <!-- measures: table --> »"
                problems.append(Problem(path, number, "ceci n’est pas un repère du site", mend))
            current.append(line)
            continue
        if any(text.strip() for text in current):
            pieces.append((begins, "\n".join(current)))
        pieces.append(Marker(marker["feature"], marker["name"], number))
        current, begins = [], number + 1
    if any(text.strip() for text in current):
        pieces.append((begins, "\n".join(current)))
    return pieces, problems


def code_lines(text: str) -> frozenset[int]:
    """The lines (from 0) of blocks of code between fences, by the rule that renders them."""
    inside: set[int] = set()
    for match in FencedBlockPreprocessor.FENCED_BLOCK_RE.finditer(text):
        inside.update(range(text.count("\n", 0, match.start()), text.count("\n", 0, match.end()) + 1))
    return frozenset(inside)


def _to_html(text: str) -> str:
    return markdown.markdown(
        text,
        extensions=["tables", "attr_list", "def_list", "admonition", "sane_lists", "fenced_code"],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )


def _what_sanitising_changes(text: str, html: str, path: str, first_line: int) -> list[Problem]:
    """One problem per paragraph whose HTML is not on the allow-list, on its line."""
    if is_safe(html):
        return []
    problems = [
        _unsafe(path, _guilty_line(block, line))
        for line, block in _blocks(text, first_line)
        if not is_safe(_to_html(block))
    ]
    return problems or [_unsafe(path, _guilty_line(text, first_line))]


def _guilty_line(text: str, first_line: int) -> int:
    """The line of ``text`` that alone, or else with all that is before it, is refused."""
    lines = text.split("\n")
    alone = (number for number, line in enumerate(lines, start=first_line) if not is_safe(_to_html(line)))
    before = bisect_left(range(1, len(lines)), True, key=lambda n: not is_safe(_to_html("\n".join(lines[:n]))))
    return next(alone, first_line + before)


def _unsafe(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "ce passage contient du HTML, un attribut ou une adresse que le site n’admet pas",
        "écrivez-le en Markdown simple (titres, listes, liens https, tableaux)",
    )


def _blocks(text: str, first_line: int) -> list[tuple[int, str]]:
    blocks: list[tuple[int, str]] = []
    current: list[str] = []
    code = code_lines(text)
    for index, line in enumerate([*text.split("\n"), ""]):
        number = first_line + index
        if line.strip() or index in code:
            current.append(line)
        elif current:
            blocks.append((number - len(current), "\n".join(current)))
            current = []
    return blocks


def _headings(html: str) -> list[Heading]:
    headings: list[Heading] = []
    opened: Event | None = None
    words: list[str] = []
    for event in read_html(html):
        if event.kind == "start" and re.fullmatch(r"h[1-6]", event.data):
            opened, words = event, []
        elif event.kind == "text" and opened:
            words.append(event.data)
        elif event.kind == "end" and opened and event.data == opened.data:
            headings.append(_heading(opened, "".join(words)))
            opened = None
    return headings


def _heading(event: Event, text: str) -> Heading:
    attributes = dict(event.attributes)
    classes = (attributes.get("class") or "").split()
    return Heading(int(event.data[1]), attributes.get("id") or "", text.strip(), "critical" in classes)


def _heading_lines(headings: list[Heading], text: str, first_line: int) -> list[int]:
    """The line of each heading: the next one that looks like a heading of its level and begins with its words."""
    candidates = _lines_like_headings(text)
    found: list[int] = []
    position = 0
    for heading in headings:
        words = _NO_WORDS.sub("", heading.text)[:_ENOUGH_LETTERS]
        for index in range(position, len(candidates)):
            number, level, written = candidates[index]
            if level == heading.level and _NO_WORDS.sub("", unescape(written)).startswith(words):
                position = index + 1
                break
        else:
            number = found[-1] - first_line if found else 0
        found.append(first_line + number)
    return found


def _lines_like_headings(text: str) -> list[tuple[int, int, str]]:
    """Line (from 0), level and text of all that may be a heading."""
    code = code_lines(text)
    candidates: list[tuple[int, int, str]] = []
    before = ""
    for index, line in enumerate(text.split("\n")):
        if index not in code:
            if match := _HEADING_LINE.match(line):
                candidates.append((index, int(match["level"] or len(match["signs"])), line))
            elif before.strip() and (match := _UNDERLINE.match(line)):
                candidates.append((index - 1, 1 if match["sign"] == "=" else 2, before))
        before = line
    return candidates


def _heading_form(heading: Heading, path: str, line: int) -> list[Problem]:
    if heading.level == 1:
        return [Problem(path, line, "un titre « # » fait double emploi avec « title: »", "commencez par « ## »")]
    if heading.level > 4:
        return [Problem(path, line, "ce titre est trop profond", "« #### » au plus")]
    if not heading.text:
        return [Problem(path, line, "ce titre est vide", "écrivez-le, ou ôtez la ligne")]
    if not heading.id:
        return [
            Problem(
                path, line, f"la section « {heading.text} » n’a pas d’identifiant", "ajoutez par exemple {#vos-droits}"
            )
        ]
    if not _SECTION_ID.match(heading.id):
        mend = "lettres minuscules sans accent, chiffres et traits d’union, en commençant par une lettre"
        return [Problem(path, line, f"l’identifiant « {heading.id} » ne convient pas", mend)]
    if taken_id(heading.id):
        return [Problem(path, line, f"l’identifiant « {heading.id} » sert déjà au site", "choisissez-en un autre")]
    return []


def _heading_order(headings: list[Heading], lines: list[int], path: str) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[str] = set()
    previous = 1
    for heading, line in zip(headings, lines, strict=True):
        if heading.id and heading.id in seen:
            problems.append(Problem(path, line, f"l’identifiant « {heading.id} » sert deux fois", "changez-en un"))
        seen.add(heading.id)
        if heading.level > previous + 1:
            mend = f"« {'#' * (previous + 1)} » ici"
            problems.append(Problem(path, line, f"ce titre saute un niveau (h{previous} puis h{heading.level})", mend))
        previous = heading.level
    return problems

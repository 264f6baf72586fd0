"""What the loader would say of a translation that is about to be written: nothing is written that it refuses."""

from __future__ import annotations

from collections.abc import Iterable

from vigie.documents import PageMeta, parse_document
from vigie.markdown_text import render_body
from vigie.news.model import FOLDERS, PostMeta
from vigie.problems import Problem, blocking
from vigie.reading import text_in
from vigie.records import read_record


def refusals(text: str, lang: str, name: str, sections: Iterable[str]) -> list[Problem]:
    """Why the text of ``docs/<lang>/<name>.md`` would not be read; ``sections``: the ids that it must have, in order."""
    path = f"docs/{lang}/{name}.md"
    text, problems = text_in(text.encode("utf-8", "surrogatepass"), path)
    if not text:
        return problems
    document, found = parse_document(text, path, lang, name)
    problems += found
    if document.has_front:
        is_post = document.folder in FOLDERS and document.stem != "index"
        problems += read_record(PostMeta if is_post else PageMeta, document.front, path)[1]
    rendered, found = render_body(document.body, path, document.body_line)
    problems += found
    expected, line = list(sections), document.body_line
    has = [heading.id for heading in rendered.headings]
    for heading in rendered.headings:
        if heading.id not in expected:
            what = f"les mots rendus ajoutent une section « {heading.id} » que le texte français n’a pas"
            problems.append(Problem(path, heading.line, what, "ôtez la ligne de titre, gardez ce qui est dessous"))
    for id_ in expected:
        if id_ not in has:
            what = f"le titre de la section « {id_} » ne se lit plus"
            problems.append(Problem(path, line, what, "écrivez un titre sur la première ligne de cette partie"))
    if not blocking(problems) and has != expected:
        problems.append(Problem(path, line, "une section y est deux fois, ou pas à sa place", "reprenez la fiche"))
    return blocking(problems)

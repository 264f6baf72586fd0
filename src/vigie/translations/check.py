"""A translation beside its French text: it says where it comes from, and has the same sections."""

from __future__ import annotations

import re

from vigie.documents import Document, TranslationState
from vigie.markdown_text import Heading
from vigie.problems import Problem


def check_translation(
    document: Document,
    state: TranslationState | None,
    headings: tuple[Heading, ...],
    french: tuple[Heading, ...] | None,
) -> list[Problem]:
    """``french`` is None when there is no French text of that name."""
    if french is None:
        mend = f"nommez-le comme son texte français, docs/fr/{document.name}.md"
        return [Problem(document.path, 1, "cette traduction n’a pas de texte français", mend)]
    problems = []
    if state is None:
        mend = "ajoutez translation: {source: null, state: draft, method: machine}"
        problems.append(Problem(document.path, 1, "cette traduction ne dit pas d’où elle vient", mend))
    return problems + _same_sections(document, headings, french)


def _same_sections(document: Document, headings: tuple[Heading, ...], french: tuple[Heading, ...]) -> list[Problem]:
    """Ids, levels and critical marks are shared by all languages."""
    ours = {heading.id: heading for heading in headings}
    problems = []
    for heading in french:
        own = ours.pop(heading.id, None)
        line = _line_of(document, heading.id)
        if own is None:
            what = f"la section « {{#{heading.id}}} » du texte français manque"
            problems.append(Problem(document.path, line, what, "traduisez-la, sous le même identifiant"))
        elif (own.level, own.critical) != (heading.level, heading.critical):
            what = f"la section « {{#{heading.id}}} » n’a pas le même niveau ou la même marque .critical"
            problems.append(Problem(document.path, line, what, "reprenez ceux du français"))
    for extra in ours.values():
        what = f"la section « {{#{extra.id}}} » n’existe pas en français"
        problems.append(Problem(document.path, _line_of(document, extra.id), what, "reprenez l’identifiant français"))
    return problems


def _line_of(document: Document, section: str) -> int:
    written = re.compile(rf"\{{\s*#{re.escape(section)}[\s}}.]")
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if written.search(line):
            return number
    return document.body_line

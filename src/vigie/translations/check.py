"""A translation beside its French text: it says where it comes from, and has the same sections."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vigie.documents import Document
from vigie.markdown_text import Heading
from vigie.problems import Problem
from vigie.translations.sections import Section
from vigie.translations.sheet import RESERVED
from vigie.translations.tracking import Tracked

_MARKER = re.compile(r"<!--\s*([a-z]+):\s*([a-z-]+)\s*-->")


def check_translation(
    tracked: Tracked, headings: tuple[Heading, ...], french: tuple[Heading, ...] | None
) -> list[Problem]:
    """``headings`` are those of the translation; ``french`` is None when there is no French text of that name.

    What changed in French since the translation was made is no fault of it: readers are told, and the page stays.
    """
    document, state = tracked.document, tracked.state
    if french is None:
        once = state is not None and state.source is not None
        mend = f"nommez-le comme son texte français, docs/fr/{document.name}.md" + (
            ", ou supprimez-le si ce texte n’existe plus" if once else ""
        )
        what = "cette traduction n’a " + ("plus" if once else "pas") + " de texte français"
        return [Problem(document.path, 1, what, mend, blocking=not once)]
    problems = []
    if state is None:
        mend = "ajoutez translation: {source: null, state: draft, method: machine}"
        problems.append(Problem(document.path, 1, "cette traduction ne dit pas d’où elle vient", mend))
    elif tracked.status and tracked.status.state == "to_review" and not tracked.changes:
        line = document.front.line(("translation", "source"))
        what = f"le code « {state.source} » n’est pas dans data/translations.lock.jsonl"
        mend = f"relisez la traduction, puis « vigie done {document.path} » ; en attendant la page dit qu’elle est à revoir"
        problems.append(Problem(document.path, line, what, mend, blocking=False))
    problems += _same_sections(document, headings, french, tracked)
    return problems


def no_section_bears_a_name_of_the_sheet(document: Document, headings: tuple[Heading, ...]) -> list[Problem]:
    """A sheet names the title « titre »: a section of that name would come back in its place."""
    return [
        Problem(
            document.path,
            heading.line,
            f"« {heading.id} » est le nom d’une partie des fiches de traduction",
            "donnez un autre identifiant à cette section, dans chaque langue",
        )
        for heading in headings
        if heading.id in RESERVED
    ]


def _same_sections(
    document: Document, headings: tuple[Heading, ...], french: tuple[Heading, ...], tracked: Tracked
) -> list[Problem]:
    """Ids, levels and critical marks are shared by all languages, save where the French has changed since."""
    ours = {heading.id: heading for heading in headings}
    changes, then = tracked.changes, tracked.reshaped
    problems = []
    for heading in french:
        own = ours.pop(heading.id, None)
        line = _line_of(document, heading.id)
        if own is None and changes.get(heading.id) != "added":
            what = f"la section « {{#{heading.id}}} » du texte français manque"
            problems.append(Problem(document.path, line, what, "traduisez-la, sous le même identifiant"))
        elif own and heading.id not in changes and (own.level, own.critical) != (heading.level, heading.critical):
            what = f"la section « {{#{heading.id}}} » n’a pas le même niveau ou la même marque .critical"
            since = heading.id in then and _shape(then[heading.id]) == (own.level, own.critical)
            problems.append(Problem(document.path, line, what, "reprenez ceux du français", blocking=not since))
    for extra in ours.values():
        if changes.get(extra.id) != "removed":
            what = f"la section « {{#{extra.id}}} » n’existe pas en français"
            line = _line_of(document, extra.id)
            problems.append(Problem(document.path, line, what, "reprenez l’identifiant français"))
    return problems


def _shape(text: str) -> tuple[int, bool]:
    """The level and the critical mark of the heading of a section's ``text``."""
    first = text.split("\n", 1)[0]
    return len(first) - len(first.lstrip("#")), ".critical" in first


def markers_are_those_of_the_french(tracked: Tracked, own: Iterable[Section]) -> list[Problem]:
    """Each part has the markers of its French, of then or of today: one that is lost takes the helplines away with it."""
    parts = {part.id: part for part in tracked.status.parts} if tracked.status else {}
    problems = []
    for section in own:
        part = parts.get(section.id)
        found = _MARKER.findall(section.text)
        french = (part.before, part.now) if part else ()
        allowed = [_MARKER.findall(text.text) for text in french if text] or [[]]
        if found not in allowed:
            what = f"les repères de la partie « {section.id} » ne sont pas ceux du français : {_said(found)}, et non {_said(allowed[-1])}"
            mend = "recopiez ceux du français, à leur place"
            problems.append(Problem(tracked.document.path, section.line, what, mend))
    return problems


def _said(markers: list[tuple[str, str]]) -> str:
    return ", ".join(f"<!-- {feature}: {name} -->" for feature, name in markers) or "aucun"


def _line_of(document: Document, section: str) -> int:
    written = re.compile(rf"\{{\s*#{re.escape(section)}[\s}}.]")
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if written.search(line):
            return number
    return document.body_line

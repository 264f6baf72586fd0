"""The files of each state of the table: a summary of two pages and a dossier, drawn by Typst, in French.

A file depends on what its state shows, on whether the site is a draft and where it is published: never on the day of
the build. The looks are in ``overrides/summary.typ`` (what both open with) and ``overrides/dossier.typ``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typst import TypstError

from vigie.build import Build
from vigie.data_files import Loaded
from vigie.interface import Interface
from vigie.languages import SOURCE
from vigie.measures.dossier.chapters import chapters
from vigie.measures.dossier.cited import cited
from vigie.measures.dossier.opening import opening
from vigie.measures.dossier.telling import Telling, source_entry
from vigie.measures.dossier.typst_data import code
from vigie.measures.ledger_file import LedgerFile
from vigie.measures.views import EditionView
from vigie.problems import Problem, ProblemsFound
from vigie.readers.typst_pdf import drawn_pdf, first_words, undrawn_signs

SUMMARY_LOOKS = "overrides/summary.typ"
DOSSIER_LOOKS = "overrides/dossier.typ"
HEAVIEST = 200_000
"""Bytes of one file: what a mail to an assembly takes without a thought."""


def dossier_files(build: Build) -> tuple[LedgerFile, ...]:
    """Two files per state, the earliest first; ``ProblemsFound`` when one cannot be drawn, with what to mend."""
    t = build.interfaces[SOURCE]
    found = []
    for state in build.edition_views[SOURCE]:
        for name, source in sources(
            state, t, build.root, draft=build.is_draft, site_url=build.site.record.site_url
        ).items():
            try:
                content = drawn_pdf(source, build.root)
            except TypstError as error:
                raise ProblemsFound([_why_not_drawn(build, name, error)]) from error
            day = state.edition.day.isoformat()
            found.append(
                LedgerFile(f"{state.address}{name}.pdf", content, f"dossier_file_{name}", "application/pdf", state=day)
            )
    return tuple(found)


def sources(state: EditionView, t: Interface, root: Path, *, draft: bool, site_url: str | None) -> dict[str, str]:
    """What Typst draws, by the name of the file: the looks, then one call with everything as plain values."""
    found = cited(state)
    numbers = {source.id: number for number, source in enumerate(found, start=1)}
    telling = Telling(t, numbers, state.edition.established_on)
    first = {
        **opening(state, telling, draft=draft, site_url=site_url),
        "sources": [source_entry(number, source, telling) for number, source in enumerate(found, start=1)],
    }
    looks = (root / SUMMARY_LOOKS).read_text(encoding="utf-8")
    more = (root / DOSSIER_LOOKS).read_text(encoding="utf-8")
    name = {"document": t("dossier_document", title=t("dossier_file_synthese"), state=str(first["running"]))}
    whole = {"document": t("dossier_document", title=t("dossier_file_dossier"), state=str(first["running"]))}
    return {
        "synthese": f"{looks}\n#summary({code({**first, **name})})\n",
        "dossier": f"{looks}\n{more}\n#dossier({code({**first, **whole, **chapters(state, telling)})})\n",
    }


def _why_not_drawn(build: Build, name: str, error: Exception) -> Problem:
    """What to mend when Typst refuses: the line that holds a letter without a font, else the looks."""
    if signs := undrawn_signs(error):
        for loaded in (build.ledger, build.strings[SOURCE]):
            if problem := _holding(loaded, signs):
                return problem
    what = f"le document « {name} » ne se compose pas ({first_words(error)})"
    return Problem(DOSSIER_LOOKS if name == "dossier" else SUMMARY_LOOKS, 1, what, "corrigez-le, ou reprenez-le")


def _holding(loaded: Loaded[Any], signs: str) -> Problem | None:
    """The first place of a file whose text holds ``signs``."""
    for location in loaded.located.lines:
        value: Any = loaded.located.value
        for key in location:
            value = value[key]
        if isinstance(value, str) and signs in value:
            what = f"aucune police du dossier ne sait dessiner « {signs} »"
            return loaded.problem(location, what, "écrivez-le autrement : des lettres, pas un signe")
    return None

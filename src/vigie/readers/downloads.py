"""The files that helpers take away, made from the build: one leaflet (PDF) and one kit (HTML) per language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from typst import TypstError

from vigie.build import Build
from vigie.languages import Language
from vigie.pages import PageIndex
from vigie.problems import Problem
from vigie.readers.kit import KIT_PAGES, LEAFLET_PAGES, Template, chapters_of, kit_file
from vigie.readers.leaflet import HEAVIEST, can_be_drawn, leaflet_source, why_not_drawn
from vigie.readers.typst_pdf import drawn_pdf
from vigie.readers.verify_kit import FOLDER


@dataclass(frozen=True)
class Download:
    """One file to take away."""

    lang: str
    form: Literal["pdf", "html"]
    content: bytes

    @property
    def path(self) -> str:
        """From the site's root. It says nothing of what is inside: a phone shows it in its list of downloads."""
        return f"{FOLDER}infos-{self.lang}.{self.form}"

    @property
    def media_type(self) -> str:
        return {"pdf": "application/pdf", "html": "text/html"}[self.form]

    @property
    def kilobytes(self) -> int:
        """Its size in kB (1,000 bytes), rounded up."""
        return -(-len(self.content) // 1000)


@dataclass(frozen=True)
class Downloads:
    """All of them, languages in the site's order, leaflet first; and what prevented one."""

    files: tuple[Download, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def by_language(self) -> tuple[tuple[Language, tuple[Download, ...]], ...]:
        """The languages that have files, each with its own."""
        codes = dict.fromkeys(file.lang for file in self.files)
        return tuple((Language(code), tuple(file for file in self.files if file.lang == code)) for code in codes)


def make_downloads(build: Build, index: PageIndex, template: Template) -> Downloads:
    """Every file of the build; a language without a font has no leaflet."""
    files: list[Download] = []
    problems: list[Problem] = []
    for language in build.languages:
        lang = language.code
        if not can_be_drawn(lang):
            what = f"pas de livret en « {lang} » : aucune police pour son écriture"
            mend = "ajoutez une police libre dans src/vigie/readers/fonts/, et son écriture dans leaflet.py"
            problems.append(Problem("data/site.yaml", 1, what, mend, blocking=False))
        else:
            chapters = chapters_of(build, index, lang, LEAFLET_PAGES, template)
            source = leaflet_source(build, lang, chapters, template)
            try:
                leaflet = drawn_pdf(source)
            except TypstError as error:
                problems.append(why_not_drawn(build, lang, error))
            else:
                files.append(Download(lang, "pdf", leaflet))
                problems += _heavy(lang, leaflet)
        whole = chapters_of(build, index, lang, KIT_PAGES, template)
        files.append(Download(lang, "html", kit_file(build, lang, whole, template)))
    return Downloads(tuple(files), tuple(dict.fromkeys(problems)))  # one French line may stop every language


def _heavy(lang: str, leaflet: bytes) -> list[Problem]:
    if len(leaflet) <= HEAVIEST:
        return []
    what = f"le livret « {lang} » pèse {-(-len(leaflet) // 1000)} ko, plus que {HEAVIEST // 1000}"
    mend = "ôtez une page de LEAFLET_PAGES (src/vigie/readers/kit.py), ou raccourcissez les textes"
    return [Problem("data/site.yaml", 1, what, mend, blocking=False)]

"""The leaflet: the chapters of the kit as a PDF of A5 pages, tagged (PDF/UA-1), the same bytes for the same text.

The looks are in ``overrides/leaflet.typ``.
"""

from __future__ import annotations

import re

from babel.core import get_global
from markupsafe import escape

from vigie.borrowed import in_html, unmarked
from vigie.build import Build
from vigie.languages import SOURCE, Language
from vigie.problems import Problem
from vigie.readers.kit import LEAFLET_PAGES, Chapter, Template, kit_body, kit_state
from vigie.readers.typst_code import literal, typst_code
from vigie.readers.typst_pdf import first_words, undrawn_signs

_FAMILIES = {
    "Latn": ("Noto Sans",),
    "Grek": ("Noto Sans",),
    "Cyrl": ("Noto Sans",),
    "Arab": ("Noto Naskh Arabic", "Noto Sans"),
}
"""The fonts for each script that we can draw; French names stand in every leaflet, so each has Noto Sans."""

_VOWELS = re.compile("[\u064b-\u0652\u0670]")
"""Marks that Arabic print does without. Typst stores the letter below each of them twice: a voice would say it twice."""

LOOKS = "overrides/leaflet.typ"
HEAVIEST = 60_000
"""Bytes: what a cheap plan and a slow network take without a thought."""


def script_of(lang: str) -> str:
    """The ISO 15924 code of the script that ``lang`` is most often written in."""
    likely: str = get_global("likely_subtags").get(lang, "")
    return next((part for part in likely.split("_") if len(part) == 4 and part.isalpha()), "Latn")


def can_be_drawn(lang: str) -> bool:
    """Whether we have a font for its script."""
    return script_of(lang) in _FAMILIES


def leaflet_source(build: Build, lang: str, chapters: tuple[Chapter, ...], template: Template) -> str:
    """The whole document for Typst: the looks, then one call."""
    t = build.interfaces[lang]
    language = Language(lang)
    fonts = "(" + "".join(f"{literal(name)}, " for name in _FAMILIES[script_of(lang)]) + ")"
    entries = "".join(f"({literal(c.id)}, {drawn(in_html(escape(c.title.value), lang))}), " for c in chapters)
    settings = {
        "lang": literal(lang),
        "dir": language.direction,
        "fonts": fonts,
        "title": literal(_VOWELS.sub("", unmarked(t("neutral_title")))),
        "subtitle": drawn(in_html(escape(t("neutral_description")), lang)),
        "page-text": literal(unmarked(t("kit_page", n="{n}"))),
        "state-text": drawn(kit_state(build, lang, chapters, template)),
        "keep": drawn(in_html(escape(t("kit_keep")), lang)),
        "contents-title": drawn(in_html(escape(t("kit_contents")), lang)),
        "entries": f"({entries})",
    }

    written = ", ".join(f"{name}: {value}" for name, value in settings.items())
    looks = (build.root / LOOKS).read_text(encoding="utf-8")
    return f"{looks}\n#leaflet({written}, {drawn(kit_body(lang, chapters, template))})\n"


def drawn(html: str) -> str:
    """The Typst code of ``html``, without the marks that would be read twice."""
    return typst_code(_VOWELS.sub("", html))


def why_not_drawn(build: Build, lang: str, error: Exception) -> Problem:
    """What to mend when Typst refuses: the line that holds a letter without a font, else the looks.

    In the pages of the language, or in the French that stands beside what is behind it.
    """
    if signs := undrawn_signs(error):
        pages = [page.document for page in build.documents if page.document.address in LEAFLET_PAGES]
        for document in (*(d for d in pages if d.lang == lang), *(d for d in pages if d.lang == SOURCE)):
            for number, line in enumerate(document.body.split("\n"), start=document.body_line):
                if signs in line:
                    what = f"aucune police du livret ne sait dessiner « {signs} »"
                    return Problem(document.path, number, what, "écrivez-le autrement : des lettres, pas un signe")
    what = f"le livret « {lang} » ne se compose pas ({first_words(error)})"
    return Problem(LOOKS, 1, what, "corrigez-le, ou reprenez-le")

"""The languages of the site: the same everywhere, and public only when readers can use them.

The life of a language is one field, ``status`` in ``data/site.yaml``: hidden, then pilot, then public.
"""

from __future__ import annotations

import re

from vigie.build import Build, EditorPage
from vigie.interface import named
from vigie.languages import SOURCE, Language
from vigie.problems import Problem
from vigie.site.navigation import CONFIG
from vigie.site.publication import awaits_a_native_reader

_OF_A_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?\Z")


def check_languages(build: Build) -> list[Problem]:
    """Every problem of the list of languages."""
    return [
        *languages_are_those_that_are_built(build),
        *a_folder_of_data_is_of_a_language(build),
        *a_public_language_is_complete(build),
    ]


def languages_are_those_that_are_built(build: Build) -> list[Problem]:
    """``data/site.yaml`` and ``mkdocs.yml`` name the same languages; a hidden one may wait to be named there."""
    site, navigation = build.site, build.navigation
    line = navigation.located.line(("plugins",))
    theirs = navigation.built_languages
    problems = []
    for number, language in enumerate(site.record.languages):
        place, code = ("languages", number, "code"), language.code
        if code not in theirs and language.status != "hidden":
            mend = f"ajoutez-y « - locale: {code} », « name: {Language(code).name} » et « build: true », sous « languages »"
            problems.append(site.problem(place, f"la langue « {code} » n’est pas dans mkdocs.yml", mend))
        if code in navigation.set_aside and language.status != "hidden":
            what = f"la langue « {code} » est montrée, et MkDocs ne la construit pas"
            problems.append(Problem(CONFIG, line, what, f"écrivez « build: true » sous « locale: {code} »"))
    known = {language.code for language in site.record.languages}
    for code in sorted(set(theirs) - known):
        mend = f"ajoutez-la à « languages » dans data/site.yaml, ou ôtez d’ici « locale: {code} »"
        problems.append(Problem(CONFIG, line, f"la langue « {code} » n’est pas dans data/site.yaml", mend))
    return problems


def a_folder_of_data_is_of_a_language(build: Build) -> list[Problem]:
    """Words under ``data/xx/`` that no language of the site reads would be lost in silence."""
    known = {language.code for language in build.site.record.languages}
    mend = "déclarez la langue dans data/site.yaml (« vigie new language »), ou ôtez ce dossier"
    return [
        Problem(f"data/{folder.name}", 1, f"le dossier « {folder.name} » n’est pas une langue du site", mend)
        for folder in sorted((build.root / "data").iterdir())
        if folder.is_dir() and _OF_A_LANGUAGE.match(folder.name) and folder.name not in known
    ]


def a_public_language_is_complete(build: Build) -> list[Problem]:
    """Vital pages there, reviewed and true to the French; every word of the interface and of the helplines."""
    return [
        build.site.problem(
            ("languages", number, "status"),
            f"la langue « {language.code} » ne peut pas être publique : {lack}",
            f"{mend} ; en attendant, status: pilot",
        )
        for number, language in enumerate(build.site.record.languages)
        if language.status == "public" and language.code != SOURCE
        for lack, mend in lacks_to_be_public(build, language.code)
    ]


def lacks_to_be_public(build: Build, lang: str) -> list[tuple[str, str]]:
    """What ``lang``, which is shown, lacks to be public, and how it is mended; empty when nothing does."""
    vital = [page.document.name for page in build.documents if page.meta.vital and page.document.lang == SOURCE]
    own = {page.document.name: page for page in build.documents if page.document.lang == lang}
    there = [own[name] for name in vital if name in own]
    found = [
        (
            "pages vitales à traduire",
            [f"docs/{lang}/{name}.md" for name in vital if name not in own],
            "« vigie start » ou « vigie sheet » les prépare",
        ),
        (
            "pages vitales que personne n’a relues",
            [page.document.path for page in there if awaits_a_native_reader(page)],
            "une seconde personne, dont c’est la langue, les relit, puis state: reviewed",
        ),
        (
            "pages vitales en retard sur un passage important, ou dont on ne sait de quel texte français elles viennent",
            [page.document.path for page in there if _may_be_wrong(build, page)],
            "« vigie diff » dit ce qui a changé ; puis « vigie done »",
        ),
        (
            f"mots des numéros d’aide (data/{lang}/contacts.yaml)",
            _contacts_without_words(build, lang),
            "traduisez-les",
        ),
    ]
    lacks = [(f"{what} : {', '.join(where)}", mend) for what, where, mend in found if where]
    if missing := build.interfaces[lang].missing():
        lacks.append(
            (f"{len(missing)} textes manquent dans data/{lang}/interface.yaml ({named(missing)})", "traduisez-les")
        )
    return lacks


def _may_be_wrong(build: Build, page: EditorPage) -> bool:
    status = build.translations[page.document.path].status
    return status is not None and status.state in ("to_review", "unpinned")


def _contacts_without_words(build: Build, lang: str) -> list[str]:
    words = build.contact_words.get(lang)
    own = {contact.id for contact in words.record.contacts} if words else set()
    return [contact.id for contact in build.contacts.record.contacts if contact.id not in own]

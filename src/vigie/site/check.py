"""Every rule of the whole build, gathered: what ``vigie check`` and the hooks ask before anything is written."""

from __future__ import annotations

import re

from vigie.attachments.check import check_attachments
from vigie.build import Build, EditorPage
from vigie.documents import Document
from vigie.images.check import check_images
from vigie.interface import every_string_is_translated
from vigie.languages import SOURCE
from vigie.links import broken_links
from vigie.markdown_text import Marker, too_heavy
from vigie.measures.check import check_ledger, check_words
from vigie.news.check import check_post
from vigie.news.model import Post
from vigie.pages import Page, PageIndex
from vigie.pasted.check import check_pasted
from vigie.placeholders import check_placeholders
from vigie.problems import Problem
from vigie.readers.check import check_contact_words, check_contacts
from vigie.readers.plain_language import check_plain_language
from vigie.readers.prose import check_prose
from vigie.redirects.check import check_redirects
from vigie.render_context import MARKERS
from vigie.site.assets import check_assets
from vigie.site.check_languages import check_languages
from vigie.site.check_numbers import numbers_of_data_are_those_of_the_french
from vigie.site.navigation import CONFIG
from vigie.site.pages import generated_pages
from vigie.site.publication import a_public_site_says_who_publishes_it
from vigie.site.surroundings import surroundings
from vigie.translations.behind import french_changed_since_its_translations
from vigie.translations.check import (
    check_translation,
    markers_are_those_of_the_french,
    no_section_bears_a_name_of_the_sheet,
)
from vigie.translations.number_lock import numbers_and_links_are_right
from vigie.translations.tracking import french_parts
from vigie.translations.wording import check_wording
from vigie.values import Text


def check_build(build: Build, index: PageIndex) -> list[Problem]:
    """All problems of the words and the facts, blocking or not."""
    refused = build.refused_hosts.record
    problems = [
        *check_ledger(build.ledger, refused, build.today),
        *check_contacts(build.contacts, refused, build.today),
        *check_languages(build),
        *the_menu_leads_somewhere(build, index),
        *_interfaces(build),
        *translated_topics_exist(build),
        *no_text_takes_the_place_of_a_generated_page(build),
        *check_assets(build.root),
        *check_images(build),
        *check_attachments(build),
        *a_public_site_says_who_publishes_it(build),
        *check_redirects(build, index),
    ]
    for words in build.ledger_words.values():
        problems += check_words(words, build.ledger.record, _gone(build, words.path))
    for lang, spoken in build.contact_words.items():
        changed = {
            record.own.id: {part.id for part in record.status.behind}
            for record in build.records
            if record.status and (record.lang, record.list) == (lang, "contacts")
        }
        problems += check_contact_words(spoken, build.contacts.record, changed, _gone(build, spoken.path))
    measures = {measure.id for measure in build.ledger.record.measures}
    topics = {topic.id for topic in build.topics.record.topics}
    for post in build.posts:
        problems += check_post(post, measures, topics, refused, build.today)
        problems += _text(build, index, post)
        problems += a_text_of_law_says_whether_it_was_reviewed(post)
    for page in build.documents:
        problems += _text(build, index, page)
        problems += a_text_of_law_says_whether_it_was_reviewed(page)
        if page.meta.vital:
            problems += check_plain_language(page.document, page.meta.title, french=page.document.lang == SOURCE)
    problems += check_translations(build)
    problems += french_changed_since_its_translations(build.targets)
    problems += check_wording(build)
    problems += numbers_of_data_are_those_of_the_french(build)
    return problems


def the_menu_leads_somewhere(build: Build, index: PageIndex) -> list[Problem]:
    """Each page of the menu exists in French, each section has its words."""
    problems = []
    line = build.navigation.located.line(("nav",))
    for section in build.navigation.sections:
        if not build.interfaces[SOURCE].has(section.key):
            what = f"« {section.key} » n’a pas de mots dans data/interface.yaml"
            problems.append(Problem(CONFIG, line, what, f"ajoutez-y « {section.key}: … »"))
        for address in section.addresses:
            if index.get(SOURCE, address) is None:
                problems.append(
                    Problem(CONFIG, line, f"le menu mène à « {address} », qui n’existe pas", "corrigez, ou ôtez")
                )
    if index.get(SOURCE, "") is None:
        problems.append(Problem("docs/fr/index.md", 1, "la page d’accueil manque", "créez docs/fr/index.md"))
    return problems


def no_text_takes_the_place_of_a_generated_page(build: Build) -> list[Problem]:
    """An address belongs to one page: a file that would hide the table, a list or the error page is refused."""
    taken = {(lang.code, page.address) for lang in build.languages for page in generated_pages(build, lang.code)}
    return [
        Problem(
            page.document.path, 1, "cette adresse est celle d’une page que le site fait lui-même", "renommez le fichier"
        )
        for page in build.documents
        if (page.document.lang, page.document.address) in taken
        or page.document.name == "404"
        or page.document.address.startswith("assets/")
    ]


def _interfaces(build: Build) -> list[Problem]:
    french = build.strings[SOURCE]
    return [
        problem
        for lang, strings in build.strings.items()
        if lang != SOURCE
        for problem in every_string_is_translated(french, strings)
    ]


def _gone(build: Build, path: str) -> set[str]:
    """The ids of the records of ``path`` whose French record was there, and is no more."""
    return {record.own.id for record in build.records if record.path == path and record.once and record.french is None}


def translated_topics_exist(build: Build) -> list[Problem]:
    """The words of a topic are those of a topic of ``data/topics.yaml``; one without words is shown in French."""
    known = {topic.id for topic in build.topics.record.topics}
    return [
        words.problem(
            ("topics", n, "id"),
            f"le sujet « {topic.id} » n’est pas dans data/topics.yaml",
            "ôtez-le, ou corrigez l’id",
            blocking=topic.id not in _gone(build, words.path),
        )
        for words in build.topic_words.values()
        for n, topic in enumerate(words.record.topics)
        if topic.id not in known
    ]


def _text(build: Build, index: PageIndex, page: EditorPage | Post) -> list[Problem]:
    """Links, markers and words of one text."""
    document = page.document
    if too_heavy(document.body, document.path, document.body_line):
        return []  # already refused; the rules of words would read it for minutes
    problems = check_prose(document, {build.site.record.contact_email}, build.refused_hosts.record)
    problems += check_placeholders(document)
    problems += check_pasted(document)
    title = Text(page.meta.title, document.lang)
    here = Page(document.lang, document.address, "page", title, page.meta.description)  # a text not yet published too
    around = surroundings(build, index, here, document)
    for piece in build.rendered[document.path].pieces:
        if isinstance(piece, Marker):
            problems += _marker(document, piece)
        else:
            problems += broken_links(piece, document.body, document.path, document.body_line, around)
    return problems


def _marker(document: Document, marker: Marker) -> list[Problem]:
    if (marker.feature, marker.name) in MARKERS:
        return []
    known = ", ".join(f"<!-- {feature}: {name} -->" for feature, name in sorted(MARKERS))
    what = f"le repère « {marker.feature}: {marker.name} » est inconnu"
    return [Problem(document.path, marker.line, what, f"repères connus : {known}")]


_LAW = re.compile(
    r"\b[Aa]rticles? (?:[LRD]\.?\s?)?\d|\b[Cc]ode (?:pénal|du travail)|\bC(?:ESEDA|eseda)\b|المادة (?:\d|[LRD]\.)"
)
"""What names an article or a code in a sentence; the target of a link is in lower case and is none."""


def a_text_of_law_says_whether_it_was_reviewed(page: EditorPage | Post) -> list[Problem]:
    """A text that cites an article or a code says whether a lawyer has read it (null: not yet)."""
    if "legal_review" in page.meta.model_fields_set:
        return []
    for number, line in enumerate(page.document.body.split("\n"), start=page.document.body_line):
        if _LAW.search(line):
            mend = "ajoutez « legal_review: null » à l’en-tête (personne n’a encore relu)"
            return [Problem(page.document.path, number, "ce texte dit le droit sans dire s’il a été relu", mend)]
    return []


def check_translations(build: Build) -> list[Problem]:
    """Each translation beside its French text."""
    every: list[EditorPage | Post] = [*build.documents, *build.posts]
    french = {page.document.name: page for page in every if page.document.lang == SOURCE}
    problems = []
    for page in every:
        path = page.document.path
        if page.document.lang == SOURCE:
            problems += no_section_bears_a_name_of_the_sheet(page.document, build.rendered[path].headings)
        if page.document.lang != SOURCE:
            source = french.get(page.document.name)
            if source is None and (build.root / f"docs/{SOURCE}/{page.document.name}.md").exists():
                continue  # there, but it could not be read: that is told already
            headings = build.rendered[source.document.path].headings if source else None
            tracked = build.translations[path]
            problems += check_translation(tracked, build.rendered[path].headings, headings)
            if source:
                problems += markers_are_those_of_the_french(tracked, french_parts(page, build.rendered))
                problems += numbers_and_links_are_right(page.document, source.document, page.meta.translation, tracked)
        elif page.meta.translation is not None:
            what = "un texte français n’a pas de « translation »"
            problems.append(
                Problem(page.document.path, page.document.front.line(("translation",)), what, "ôtez cette clé")
            )
    return problems

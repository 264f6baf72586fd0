"""Read all that people edit into one ``Build``. The only IO of the models."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vigie.attachments.load import load_attachments
from vigie.build import Build, EditorPage
from vigie.data_files import Loaded, load_data
from vigie.documents import Document, PageMeta, load_documents
from vigie.images.load import load_images
from vigie.interface import Interface, Strings
from vigie.languages import SOURCE
from vigie.markdown_text import render_body
from vigie.measures.model import Ledger
from vigie.measures.words import LedgerWords
from vigie.news.load import load_posts
from vigie.news.model import FOLDERS
from vigie.problems import Problem
from vigie.readers.model import Contacts, ContactsWords
from vigie.records import read_record
from vigie.redirects.model import Redirects
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Organisations, Site, Topics, TopicsWords
from vigie.site.navigation import load_navigation
from vigie.translations.glossary import Glossary
from vigie.translations.lock import load_lock

T = TypeVar("T")


def load_build(root: Path, today: datetime.date, *, with_hidden: bool = False) -> tuple[Build | None, list[Problem]]:
    """Read all that people edit; None when something cannot be read, with every problem of reading.

    ``with_hidden`` takes hidden languages for pilots: for those who translate into them, never to publish.
    """
    problems: list[Problem] = []

    def keep(loaded: tuple[T, list[Problem]]) -> T:
        problems.extend(loaded[1])
        return loaded[0]

    site = keep(load_data(Site, root, "data/site.yaml"))
    navigation = keep(load_navigation(root))
    contacts = keep(load_data(Contacts, root, "data/contacts.yaml"))
    organisations = keep(load_data(Organisations, root, "data/organisations.yaml"))
    topics = keep(load_data(Topics, root, "data/topics.yaml"))
    ledger = keep(load_data(Ledger, root, "data/measures.yaml"))
    refused = keep(load_data(RefusedHosts, root, "data/refused_hosts.yaml"))
    redirects = keep(load_data(Redirects, root, "data/redirects.yaml"))
    glossary = keep(load_data(Glossary, root, "data/glossary.yaml"))
    if site is None:
        return None, problems
    if with_hidden:
        site = revealed(site)
    declared = tuple(language.code for language in site.record.languages)
    shown = tuple(language.code for language in site.record.languages if language.status != "hidden")
    strings: dict[str, Loaded[Strings]] = {}
    contact_words: dict[str, Loaded[ContactsWords]] = {}
    ledger_words: dict[str, Loaded[LedgerWords]] = {}
    topic_words: dict[str, Loaded[TopicsWords]] = {}
    for lang in shown:
        folder = "data" if lang == SOURCE else f"data/{lang}"
        if words := keep(load_data(Strings, root, f"{folder}/interface.yaml")):
            strings[lang] = words
        if lang != SOURCE and (root / folder / "contacts.yaml").exists():
            found = keep(load_data(ContactsWords, root, f"{folder}/contacts.yaml"))
            contact_words |= {lang: found} if found else {}
        if lang != SOURCE and (root / folder / "topics.yaml").exists():
            named = keep(load_data(TopicsWords, root, f"{folder}/topics.yaml"))
            topic_words |= {lang: named} if named else {}
        if lang != SOURCE and (root / folder / "measures.yaml").exists():
            read = keep(load_data(LedgerWords, root, f"{folder}/measures.yaml"))
            ledger_words |= {lang: read} if read else {}
    documents = keep(load_documents(root, shown, declared))
    posts = keep(load_posts(d for d in documents if d.folder in FOLDERS and d.stem != "index"))
    pages = keep(_read_pages(d for d in documents if d.folder not in FOLDERS or d.stem == "index"))
    rendered = {
        document.path: keep(render_body(document.body, document.path, document.body_line)) for document in documents
    }
    lock = keep(load_lock(root))
    images = keep(load_images(root, documents, rendered))
    attachments = keep(load_attachments(root, posts, shown))
    if not (contacts and organisations and topics and ledger and refused and redirects and glossary) or len(
        strings
    ) < len(shown):
        return None, problems
    french = strings[SOURCE].record.root
    interfaces = {lang: Interface(lang, loaded.record.root, french) for lang, loaded in strings.items()}
    build = Build(
        root=root,
        today=today,
        site=site,
        navigation=navigation,
        interfaces=interfaces,
        strings=strings,
        contacts=contacts,
        contact_words=contact_words,
        organisations=organisations,
        topics=topics,
        topic_words=topic_words,
        ledger=ledger,
        ledger_words=ledger_words,
        refused_hosts=refused,
        redirects=redirects,
        glossary=glossary,
        documents=pages,
        posts=posts,
        rendered=rendered,
        images=images,
        attachments=attachments,
        lock=lock,
    )
    return build, problems


def revealed(site: Loaded[Site]) -> Loaded[Site]:
    """``site`` as if its hidden languages were pilots."""
    languages = tuple(
        language.model_copy(update={"status": "pilot"}) if language.status == "hidden" else language
        for language in site.record.languages
    )
    return replace(site, record=site.record.model_copy(update={"languages": languages}))


def _read_pages(documents: Iterable[Document]) -> tuple[tuple[EditorPage, ...], list[Problem]]:
    pages: list[EditorPage] = []
    problems: list[Problem] = []
    for document in documents:
        if not document.has_front:
            continue
        meta, found = read_record(PageMeta, document.front, document.path)
        problems += found
        if meta:
            pages.append(EditorPage(document, meta))
    return tuple(pages), problems

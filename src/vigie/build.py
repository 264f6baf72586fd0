"""Everything the site is made of, loaded once for all languages: ``load_build`` reads, ``Build`` is only read.

The whole run is: load → check → pages → fragments (``render``) → MkDocs wraps them → the built HTML is verified.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from vigie.attachments.load import load_attachments
from vigie.attachments.model import Attachments
from vigie.data_files import Loaded, load_data
from vigie.documents import Document, PageMeta, load_documents
from vigie.images.load import load_images
from vigie.images.model import Images
from vigie.interface import Interface, Strings
from vigie.languages import SOURCE, Language
from vigie.markdown_text import Rendered, render_body
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.model import Ledger
from vigie.measures.views import EditionView, LedgerView
from vigie.measures.words import LedgerWords
from vigie.news.load import load_posts
from vigie.news.model import FOLDERS, Post
from vigie.news.newsroom import Newsroom, newsroom
from vigie.problems import Problem
from vigie.readers.model import Contacts, ContactsWords
from vigie.records import read_record
from vigie.redirects.model import Redirects
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Organisations, Site, Topics, TopicsWords
from vigie.site.navigation import Navigation, load_navigation
from vigie.translations.families import families
from vigie.translations.glossary import Glossary
from vigie.translations.lock import Lock, load_lock
from vigie.translations.pages import sheet_addresses
from vigie.translations.record_pins import MadeFrom, TrackedRecord, made_from, track_records
from vigie.translations.sheet import Sheet, sheet_of
from vigie.translations.targets import Target, of_page, of_record
from vigie.translations.tasks import FrenchText, Task, Totals, tasks_of, totals_of
from vigie.translations.tracking import Tracked, french_parts, track
from vigie.translations.waiting import french_texts
from vigie.values import Text

T = TypeVar("T")


@dataclass(frozen=True)
class EditorPage:
    """A page that an editor wrote: the document, its front matter."""

    document: Document
    meta: PageMeta


@dataclass(frozen=True)
class Build:
    """All models, all languages. Built once, never changed; nothing computed is stored in the files it comes from."""

    root: Path
    today: datetime.date
    site: Loaded[Site]
    navigation: Navigation
    interfaces: Mapping[str, Interface]
    strings: Mapping[str, Loaded[Strings]]
    contacts: Loaded[Contacts]
    contact_words: Mapping[str, Loaded[ContactsWords]]
    organisations: Loaded[Organisations]
    topics: Loaded[Topics]
    topic_words: Mapping[str, Loaded[TopicsWords]]
    ledger: Loaded[Ledger]
    ledger_words: Mapping[str, Loaded[LedgerWords]]
    refused_hosts: Loaded[RefusedHosts]
    redirects: Loaded[Redirects]
    glossary: Loaded[Glossary]
    documents: tuple[EditorPage, ...]
    posts: tuple[Post, ...]
    rendered: Mapping[str, Rendered]
    images: Images
    attachments: Attachments
    lock: Lock = field(default_factory=Lock)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that are built, French first."""
        return tuple(Language(lang.code) for lang in self.site.record.languages if lang.status != "hidden")

    @property
    def hidden_languages(self) -> tuple[str, ...]:
        """Those that no reader sees yet."""
        return tuple(lang.code for lang in self.site.record.languages if lang.status == "hidden")

    @property
    def public_languages(self) -> tuple[str, ...]:
        """Those that search engines may be told of."""
        return tuple(lang.code for lang in self.site.record.languages if lang.status == "public")

    @property
    def published_posts(self) -> tuple[Post, ...]:
        """Those that readers may see today."""
        return tuple(post for post in self.posts if post.has_appeared(self.today))

    @property
    def listed_posts(self) -> tuple[Post, ...]:
        """Those of them that lists still show."""
        return tuple(post for post in self.published_posts if not post.has_expired(self.today))

    @cached_property
    def ledger_views(self) -> Mapping[str, LedgerView]:
        """The ledger for readers of each language: made once, asked by every page."""
        return {
            language.code: ledger_view(
                self.ledger.record,
                self._words(language.code),
                language.code,
                self.today,
                self.made_from[language.code].newer,
            )
            for language in self.languages
        }

    @cached_property
    def edition_views(self) -> Mapping[str, tuple[EditionView, ...]]:
        """The states of the table for readers of each language, the earliest first."""
        return {
            lang: edition_views(view, self._words(lang), self.made_from[lang].newer)
            for lang, view in self.ledger_views.items()
        }

    @cached_property
    def translations(self) -> Mapping[str, Tracked]:
        """Every translated page and post beside its French text, by path."""
        return track([*self.documents, *self.posts], self.rendered, self.lock)

    @cached_property
    def records(self) -> tuple[TrackedRecord, ...]:
        """Every translated record of ``data/`` beside its French one."""
        every = families(
            self.contacts, self.contact_words, self.topics, self.topic_words, self.ledger, self.ledger_words
        )
        return track_records(every, self.lock)

    @cached_property
    def made_from(self) -> Mapping[str, MadeFrom]:
        """By language: the French that the words of its records were made from."""
        return {language.code: made_from(self.records, language.code, self.lock) for language in self.languages}

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All of both, as commands name them."""
        texts: list[EditorPage | Post] = [*self.documents, *self.posts]
        french = {t.document.name: french_parts(t, self.rendered) for t in texts if t.document.lang == SOURCE}
        pages = (of_page(tracked, french.get(tracked.document.name, ())) for tracked in self.translations.values())
        return (*pages, *map(of_record, self.records))

    def french_of(self, document: Document) -> Document:
        """The French text of a translation that has one."""
        return self._texts[f"docs/{SOURCE}/{document.name}.md"].document

    def text_at(self, path: str) -> EditorPage | Post | None:
        """The page or post written in the file ``path``."""
        return self._texts.get(path)

    @cached_property
    def _texts(self) -> Mapping[str, EditorPage | Post]:
        every: list[EditorPage | Post] = [*self.documents, *self.posts]
        return {text.document.path: text for text in every}

    @cached_property
    def french_texts(self) -> tuple[FrenchText, ...]:
        """What there is to translate: the French pages, and the dated texts that lists show."""
        pages = [page for page in self.documents if page.document.lang == SOURCE]
        posts = [post for post in self.listed_posts if post.lang == SOURCE]
        return french_texts(pages, posts, self.navigation, self.rendered)

    @cached_property
    def sheet_addresses(self) -> Mapping[str, str]:
        """Where the sheet of each French text is, by name, under the root of every language that has a task for it."""
        return sheet_addresses(self.french_texts)

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """What waits for volunteers, by language other than French, what can hurt first."""
        return {
            language.code: tasks_of(self.french_texts, self.translations, language.code, self.lock)
            for language in self.languages
            if language.code != SOURCE
        }

    def totals(self, lang: str) -> Totals:
        """How far the translation into ``lang`` is."""
        return totals_of(self.french_texts, self.translations, lang, self.tasks[lang])

    def sheet(self, lang: str, name: str) -> Sheet:
        """The sheet of what the translation of the French text ``name`` into ``lang`` lacks."""
        path = f"docs/{lang}/{name}.md"
        french, own, tracked = (
            self._texts[f"docs/{SOURCE}/{name}.md"],
            self._texts.get(path),
            self.translations.get(path),
        )
        words = {part.id: part.text for part in french_parts(own, self.rendered)} if own else {}
        parts = french_parts(french, self.rendered)
        return sheet_of(lang, name, parts, words, tracked.status if tracked else None, self.glossary.record)

    @cached_property
    def newsrooms(self) -> Mapping[str, Newsroom]:
        """The listed texts for readers of each language: sorted once, asked by every page."""
        return {language.code: newsroom(self.listed_posts, language.code) for language in self.languages}

    def topic_labels(self, lang: str) -> tuple[tuple[str, Text], ...]:
        """The topics, id and words, in the order of ``data/topics.yaml``: in ``lang``, else in French."""
        words = self.topic_words.get(lang)
        own = {topic.id: topic.label for topic in words.record.topics} if words else {}
        newer = self.made_from[lang].newer
        return tuple(
            (
                topic.id,
                Text(own[topic.id], lang, newer("topics", topic.id, "label", topic.label))
                if topic.id in own
                else Text(topic.label, SOURCE),
            )
            for topic in self.topics.record.topics
        )

    def _words(self, lang: str) -> LedgerWords | None:
        words = self.ledger_words.get(lang)
        return words.record if words else None

    def own_name(self, lang: str) -> str:
        """What ``lang`` calls itself: what ``data/site.yaml`` says, else CLDR."""
        said = next((language.name for language in self.site.record.languages if language.code == lang), None)
        return said or Language(lang).name

    @property
    def is_draft(self) -> bool:
        return self.site.record.status == "draft"


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

"""Everything the site is made of, loaded once for all languages: ``load_build`` reads, ``Build`` is only read.

The whole run is: load → check → pages → fragments (``render``) → MkDocs wraps them → the built HTML is verified.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from vigie.attachments.model import Attachments
from vigie.borrowed import told
from vigie.data_files import Loaded
from vigie.documents import Document, PageMeta
from vigie.images.model import Images
from vigie.interface import Interface, Strings
from vigie.languages import SOURCE, Language
from vigie.markdown_text import Rendered
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.model import Ledger
from vigie.measures.views import EditionView, LedgerView
from vigie.measures.words import LedgerWords
from vigie.news.model import Post
from vigie.news.newsroom import Newsroom, newsroom
from vigie.readers.model import Contacts, ContactsWords
from vigie.redirects.model import Redirects
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Organisations, Site, Topics, TopicsWords
from vigie.site.navigation import Navigation
from vigie.translations.data_records import SHEETS, DataRecord, records_of, sheet_of_records, task_of_records
from vigie.translations.families import FrenchList, families, french_lists
from vigie.translations.glossary import Glossary
from vigie.translations.lock import Lock
from vigie.translations.pages import sheet_addresses
from vigie.translations.record_pins import MadeFrom, TrackedRecord, made_from, track_records
from vigie.translations.sheet import Sheet, sheet_of
from vigie.translations.targets import Target, of_page, of_record
from vigie.translations.tasks import FrenchText, Task, Totals, tasks_of, totals_of
from vigie.translations.tracking import Tracked, french_parts, track
from vigie.translations.waiting import french_texts
from vigie.values import Text


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
        words: Mapping[str, Mapping[str, Loaded[Any]]] = {
            "contacts": self.contact_words,
            "topics": self.topic_words,
            "measures": self.ledger_words,
        }
        return track_records(families(self._record_lists, words), self.lock)

    @cached_property
    def _record_lists(self) -> tuple[FrenchList, ...]:
        return french_lists(self.contacts, self.topics, self.ledger)

    def data_records(self, lang: str, file: str) -> tuple[DataRecord, ...]:
        """The French records of ``data/<file>.yaml``, each beside its translation into ``lang``."""
        return records_of(self._record_lists, self.records, lang, file)

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

    def french_of(self, document: Document) -> EditorPage | Post:
        """The French text of a translation that has one."""
        return self._texts[f"docs/{SOURCE}/{document.name}.md"]

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
        return sheet_addresses(self.french_texts, SHEETS)

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """What waits for volunteers, by language other than French, what can hurt first."""
        return {
            language.code: tasks_of(
                self.french_texts, self.translations, language.code, self.lock, self._record_tasks(language.code)
            )
            for language in self.languages
            if language.code != SOURCE
        }

    def _record_tasks(self, lang: str) -> list[Task]:
        """One for each file of records in which something waits."""
        t = self.interfaces[lang]
        titles = {file: told(t(f"task_records_{file}"), lang) for file in SHEETS.values()}
        made = [task_of_records(file, self.data_records(lang, file), title) for file, title in titles.items()]
        return [task for task in made if task]

    def totals(self, lang: str) -> Totals:
        """How far the translation into ``lang`` is."""
        return totals_of(self.french_texts, self.translations, lang, self.tasks[lang])

    def sheet(self, lang: str, name: str) -> Sheet:
        """The sheet of what the translation of the French text ``name`` into ``lang`` lacks; or of the records of a file."""
        if file := SHEETS.get(name):
            return sheet_of_records(lang, file, self.data_records(lang, file), self.glossary.record)
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

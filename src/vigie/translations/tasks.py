"""What waits for volunteers in one language: each task with its words, its harm and its age. Computed at each build, never stored.

Pure: from the French texts of today and the translations beside them to a list in the order in which it is worth doing.
Reasons of that order: contributing/decisions/0031-tasks-of-volunteers.md.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from vigie.documents import Document, front_value
from vigie.languages import SOURCE
from vigie.translations.lock import Lock
from vigie.translations.status import Status
from vigie.translations.tracking import Tracked
from vigie.values import Text

Kind = Literal["unpinned", "behind", "missing", "draft", "records", "orphan"]
"""To reread whole (nobody knows which French it follows); some parts changed; nothing written; waiting for a native
reader; records of ``data/<lang>/``; a translation whose French text is gone."""

NEWS_FOLDERS = frozenset({"actualites", "plaidoyer"})
_FRONT_DOOR = frozenset({"index", "plan/index", "le-collectif"})
_WHOLE: frozenset[Kind] = frozenset({"unpinned", "draft"})
_ORDER: tuple[Kind, ...] = ("unpinned", "behind", "missing", "draft", "records", "orphan")
_AFTER_ALL = datetime.date.max


@dataclass(frozen=True)
class FrenchText:
    """A French page or dated text: ``words`` to translate, ``place`` in the menu (None outside it), ``day`` of a dated text."""

    document: Document
    title: str
    words: int
    vital: bool = False
    sensitive: bool = False
    place: int | None = None
    day: datetime.date | None = None

    @property
    def name(self) -> str:
        return self.document.name


@dataclass(frozen=True)
class Task:
    """One piece of work. ``words``: French words to translate, or to reread. ``harm``: 0 first, 7 last.

    ``name``: of the French text; of records ``data/contacts``. ``since``: the day from which the translation follows no newer French.
    ``sheet``: whether there is something that a volunteer can write. ``discreet``: tabs must not tell what it is about.
    """

    kind: Kind
    name: str
    title: Text
    words: int
    harm: int
    since: datetime.date | None = None
    sheet: bool = True
    discreet: bool = False

    @property
    def rereads(self) -> bool:
        """Whether the whole text is read again, not translated."""
        return self.kind in _WHOLE


@dataclass(frozen=True)
class Totals:
    """Of one language: French words to translate, and to read again; vital pages, those complete, of these those reviewed.

    A vital page is complete when it is there, its code known, and no critical part has changed since.
    """

    to_translate: int
    to_reread: int
    vital: int
    complete: int
    reviewed: int
    missing: int
    to_review: int

    @property
    def unreviewed(self) -> int:
        """Vital pages there and right, which wait for a native reader alone."""
        return self.complete - self.reviewed

    @property
    def ready(self) -> bool:
        """Whether no vital page stops the language from being public."""
        return self.reviewed == self.vital


def tasks_of(
    texts: Iterable[FrenchText],
    translations: Mapping[str, Tracked],
    lang: str,
    lock: Lock,
    records: Iterable[Task] = (),
) -> tuple[Task, ...]:
    """The tasks of ``lang``, what can hurt first, then the oldest; ``translations`` by path, of every language.

    ``texts``: the French ones that readers see. ``records``: tasks of ``data/<lang>/``, ranked by who made them.
    """
    texts = tuple(texts)
    own = {tracked.document.name: tracked for tracked in translations.values() if tracked.document.lang == lang}
    found = [(task, _age(task, text)) for text in texts if (task := _task(text, own.get(text.name), lock))]
    orphans = [tracked.document for tracked in own.values() if tracked.status is None]
    found += [(_orphan(document), (_AFTER_ALL, 0)) for document in orphans]
    found += [(task, (_AFTER_ALL, 0)) for task in records]
    found.sort(key=lambda pair: (pair[0].harm, _ORDER.index(pair[0].kind), pair[1], pair[0].name))
    return tuple(task for task, _age_of in found)


def totals_of(
    texts: Iterable[FrenchText], translations: Mapping[str, Tracked], lang: str, tasks: Iterable[Task]
) -> Totals:
    """What is left in ``lang``; ``tasks`` are its own."""
    tasks = tuple(tasks)
    vital = [text for text in texts if text.vital]
    own = [translations.get(f"docs/{lang}/{text.name}.md") for text in vital]
    there = [tracked for tracked in own if tracked is not None]
    complete = [t for t in there if t.status and t.status.state in ("up_to_date", "partly_behind")]
    reviewed = [t for t in complete if t.state and t.state.state == "reviewed"]
    return Totals(
        to_translate=sum(task.words for task in tasks if not task.rereads),
        to_reread=sum(task.words for task in tasks if task.rereads),
        vital=len(vital),
        complete=len(complete),
        reviewed=len(reviewed),
        missing=len(vital) - len(there),
        to_review=len(there) - len(complete),
    )


def _task(text: FrenchText, tracked: Tracked | None, lock: Lock) -> Task | None:
    """What one French text asks for; None when its translation is up to date and reviewed."""
    title, discreet = Text(text.title, SOURCE), text.vital or text.sensitive

    def task(
        kind: Kind, words: int, since: datetime.date | None = None, *, sheet: bool = True, critical: bool = False
    ) -> Task:
        return Task(kind, text.name, title, words, _harm(text, kind, critical=critical), since, sheet, discreet)

    if tracked is None or tracked.status is None:
        return task("missing", text.words)
    status, state = tracked.status, tracked.state
    pinned = lock.texts.get(state.source or "") if state else None
    if pinned is None:
        return task("unpinned", text.words)
    if status.behind:
        critical = status.state == "to_review"
        return task("behind", status.words, pinned.on, sheet=_can_be_written(status), critical=critical)
    if state is None or state.state != "reviewed":
        return task("draft", text.words, pinned.on)
    return None


def _can_be_written(status: Status) -> bool:
    """A part that French has no more is taken out by whoever keeps the site: there is nothing to translate."""
    return any(part.now for part in status.behind)


def _orphan(document: Document) -> Task:
    title = Text(str(front_value(document, "title") or document.name), document.lang)
    return Task("orphan", document.name, title, 0, _place(document), sheet=False)


def _harm(text: FrenchText, kind: Kind, *, critical: bool = False) -> int:
    """0: a vital page that may say something dangerous; 7: dated texts."""
    if text.vital:
        if critical or kind == "unpinned":
            return 0
        return {"behind": 1, "missing": 2}.get(kind, 3)
    return _place(text.document)


def _place(document: Document) -> int:
    """The harm of a text that is not vital: by where it stands."""
    if document.folder in NEWS_FOLDERS and document.stem != "index":
        return 7
    if document.folder == "infos":
        return 4
    return 5 if document.name in _FRONT_DOOR else 6


def _age(task: Task, text: FrenchText) -> tuple[datetime.date, int]:
    """Among tasks of one harm and kind: what comes first has the least.

    Behind and waiting: the oldest pin. Not written: pages in the order of the menu, dated texts the newest first.
    """
    if text.day:
        newest_first = -text.day.toordinal()
        return (task.since or datetime.date.min, newest_first) if task.kind == "behind" else (_AFTER_ALL, newest_first)
    place = text.place if text.place is not None else 10**6
    return (_AFTER_ALL if task.kind == "missing" else task.since or datetime.date.min, place)

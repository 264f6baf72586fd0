"""The pages for volunteers: what waits in each language, and the sheet of each task. Not for readers who seek help.

They are ``noindex``, out of the menu, the map, the sitemap and the search (``Page.for_volunteers``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.languages import Language
from vigie.pages import VOLUNTEERS, Page
from vigie.translations.tasks import FrenchText, Task, Totals
from vigie.values import Text

TASKS = f"{VOLUNTEERS}traductions/"
"""The address of the list; the sheets are under it."""


@dataclass(frozen=True)
class TaskGroup:
    """The tasks of one harm, in order; those that have no sheet are named without a link."""

    harm: int
    tasks: tuple[tuple[Task, str | None], ...]


@dataclass(frozen=True)
class LanguageRow:
    """A language in the overview."""

    language: Language
    status: str
    totals: Totals


def sheet_addresses(texts: Iterable[FrenchText], records: Iterable[str] = ()) -> dict[str, str]:
    """Of each French text, by name, the address of its sheet; of two that would share one, the second gets a longer one.

    ``records``: names of the sheets of records (``data/contacts``).
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    ordered = sorted(texts, key=lambda text: text.name)
    named = [(text.name, text.document.address.strip("/") or text.name) for text in ordered]
    for name, own in [*named, *((name, name) for name in records)]:
        slug = own.replace("/", "-") if own.replace("/", "-") not in taken else own.replace("/", "--")
        taken.add(slug)
        found[name] = f"{TASKS}{slug}/"
    return found


def volunteer_pages(
    tasks: Iterable[Task],
    addresses: Mapping[str, str],
    lang: str,
    t: Interface,
    *,
    listed: bool,
    without: Collection[str],
) -> list[Page]:
    """The sheets of ``lang``, and the list of its tasks when no editor has written that page (``listed``).

    ``without``: names of French texts that are not shown to the public.
    """
    title = Text(t("tasks_title"), lang)
    pages = [] if listed else [Page(lang, TASKS, "tasks", title, t("tasks_description"))]
    for task in tasks:
        if has_sheet(task, addresses, without):
            named = Text(t("task_title", title=task.title.value), lang)
            description = t("task_description")
            pages.append(Page(lang, addresses[task.name], "sheet", named, description, task, sensitive=task.discreet))
    return pages


def has_sheet(task: Task, addresses: Mapping[str, str], without: Collection[str]) -> bool:
    """Whether ``task`` has a page of its own."""
    return task.sheet and task.name in addresses and task.name not in without


def grouped(tasks: Iterable[Task], addresses: Mapping[str, str], without: Collection[str]) -> tuple[TaskGroup, ...]:
    """``tasks`` by harm, each with the address of its sheet when it has one."""
    groups: dict[int, list[tuple[Task, str | None]]] = {}
    for task in tasks:
        address = addresses[task.name] if has_sheet(task, addresses, without) else None
        groups.setdefault(task.harm, []).append((task, address))
    return tuple(TaskGroup(harm, tuple(found)) for harm, found in sorted(groups.items()))

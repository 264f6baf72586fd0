"""What the pages for volunteers give to their templates: one function per kind of page or marker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from vigie.borrowed import unmarked
from vigie.build import Build
from vigie.languages import SOURCE, Language
from vigie.pages import Page
from vigie.site.publication import withheld_texts
from vigie.translations.pages import TASKS, LanguageRow, grouped
from vigie.translations.sheet import ANSWER, END, REREAD, instructions
from vigie.translations.tasks import Task
from vigie.values import Text

Context = dict[str, Any]


def tasks(build: Build, page: Page) -> Context:
    """What waits: for French readers the languages, for the others the tasks of their own."""
    if page.lang == SOURCE:
        return {"rows": _languages(build), "groups": None, "totals": None, **mail(build, page)}
    groups = grouped(build.tasks[page.lang], build.sheet_addresses, withheld_texts(build))
    return {"rows": None, "groups": groups, "totals": build.totals(page.lang), **mail(build, page)}


def _languages(build: Build) -> list[LanguageRow]:
    """Every language that is built, French apart; of one that is hidden nothing is said."""
    return [
        LanguageRow(Language(lang.code), lang.status, build.totals(lang.code))
        for lang in build.site.record.languages
        if lang.code != SOURCE and lang.status != "hidden"
    ]


def mail(build: Build, page: Page) -> Context:  # noqa: ARG001 - one signature for every marker
    """Where a sheet is sent, and who reads it there."""
    site = build.site.record
    reader = site.translations_mail_read_by
    return {"email": site.contact_email, "read_by": Text(reader, SOURCE) if reader else None, "tasks_address": TASKS}


def sheet(build: Build, page: Page) -> Context:
    """The sheet of one task, and the letter that brings it back: a subject alone, which says the language and the page."""
    task = page.subject
    assert isinstance(task, Task)  # noqa: S101 - what volunteer_pages puts there
    shown = build.sheet(page.lang, task.name)
    t = build.interfaces[page.lang]
    email = build.site.record.contact_email
    subject = quote(unmarked(t("task_subject", lang=page.lang, name=task.name)), safe="")
    french = build.text_at(f"docs/{SOURCE}/{task.name}.md")
    own = build.text_at(f"docs/{page.lang}/{task.name}.md")
    return {
        "task": task,
        "sheet": shown,
        "lines": instructions(shown, t),
        "answer": ANSWER,
        "reread": f"[[#{REREAD}]]",
        "end": END,
        "letter": f"mailto:{quote(email, safe='@')}?subject={subject}",
        "address": french.document.address if french else None,
        "is_translated": own is not None,
        **mail(build, page),
    }


TASK_MARKERS: dict[tuple[str, str], Callable[[Build, Page], Context]] = {
    ("translations", "tasks"): tasks,
    ("translations", "mail"): mail,
}
"""Merged into ``render_context.MARKERS``."""

"""What waits for volunteers: which tasks there are, and in which order they are worth doing."""

import dataclasses
import datetime

import pytest

from vigie.documents import Document, TextTranslation
from vigie.strict_yaml import Located
from vigie.translations.lock import Lock
from vigie.translations.pages import grouped, has_sheet, sheet_addresses
from vigie.translations.sections import TITLE, Section
from vigie.translations.status import status_of
from vigie.translations.tasks import FrenchText, Task, tasks_of, totals_of
from vigie.translations.tracking import Tracked
from vigie.values import Text

EARLY, LATE = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
NOW = (
    Section(TITLE, "Titre"),
    Section("un", "## Un {#un}\n\nMot un deux."),
    Section("loi", "## Loi {#loi .critical}\n\nTexte.", True),
)
THEN = (NOW[0], Section("un", "## Un {#un}\n\nAutre chose."), NOW[2])
THEN_CRITICAL = (*NOW[:2], Section("loi", "## Loi {#loi .critical}\n\nAncien.", True))


def document(name, lang="fr"):
    return Document(f"docs/{lang}/{name}.md", lang, name, Located({}), "", 1)


def french(name, **given):
    return FrenchText(document(name), name.title(), 100, **given)


def translated(name, then, state="draft", on=EARLY, lang="ar"):
    """A translation of ``name`` made from ``then`` (None: nobody knows), and the lock that knows it."""
    lock, code = Lock().with_text(name, then or NOW, on)
    code = code if then else None
    told = TextTranslation(source=code, state=state, method="machine")
    return Tracked(document(name, lang), told, status_of(code, NOW, lock)), lock


def asked(texts, *tracked):
    """The tasks of Arabic, and its totals."""
    lock = Lock({code: text for _t, own in tracked for code, text in own.texts.items()})
    translations = {t.document.path: t for t, _lock in tracked}
    tasks = tasks_of(texts, translations, "ar", lock)
    return tasks, totals_of(texts, translations, "ar", tasks)


@pytest.mark.parametrize(
    ("name", "vital", "then", "state", "expected"),
    [
        ("infos/a", True, THEN_CRITICAL, "draft", ("behind", 0)),
        ("infos/a", True, None, "reviewed", ("unpinned", 0)),
        ("infos/a", True, THEN, "reviewed", ("behind", 1)),
        ("infos/a", True, "absent", "", ("missing", 2)),
        ("infos/a", True, NOW, "draft", ("draft", 3)),
        ("infos/a", True, NOW, "translated", ("draft", 3)),
        ("infos/a", False, THEN_CRITICAL, "draft", ("behind", 4)),
        ("infos/a", False, None, "draft", ("unpinned", 4)),
        ("infos/a", False, "absent", "", ("missing", 4)),
        ("index", False, NOW, "draft", ("draft", 5)),
        ("plan/index", False, "absent", "", ("missing", 5)),
        ("le-collectif", False, "absent", "", ("missing", 5)),
        ("plan/methode", False, "absent", "", ("missing", 6)),
        ("actualites/index", False, "absent", "", ("missing", 6)),
        ("actualites/2025-01-01-x", False, "absent", "", ("missing", 7)),
        ("plaidoyer/2025-01", False, NOW, "draft", ("draft", 7)),
    ],
)
def test_what_can_hurt_comes_first(name, vital, then, state, expected):
    """By what the page is for, then by what is wrong with its translation."""
    tracked = [] if then == "absent" else [translated(name, then, state)]
    ((task,), _totals) = asked([french(name, vital=vital)], *tracked)
    assert (task.kind, task.harm) == expected


def test_what_is_up_to_date_and_reviewed_asks_for_nothing():
    """No task, no word left, and the page counts."""
    tasks, totals = asked([french("infos/a", vital=True)], translated("infos/a", NOW, "reviewed"))
    assert tasks == ()
    assert (totals.to_translate + totals.to_reread, totals.vital, totals.complete, totals.reviewed, totals.ready) == (
        0,
        1,
        1,
        1,
        True,
    )


def test_words_are_those_that_somebody_has_to_do():
    """All of a missing or waiting text; of one that is behind, those of the parts that changed."""
    texts = [french("infos/a"), french("infos/b"), french("infos/c")]
    tasks, totals = asked(texts, translated("infos/a", THEN), translated("infos/b", NOW))
    changed = NOW[1].words
    assert {task.name: task.words for task in tasks} == {"infos/a": changed, "infos/b": 100, "infos/c": 100}
    assert (totals.to_translate, totals.to_reread) == (changed + 100, 100)


def test_the_oldest_pin_comes_first_and_menus_keep_their_order():
    """Of texts behind, the oldest pin; of missing pages, the menu's order; of missing news, the newest."""
    texts = [
        french("infos/a", place=9),
        french("infos/b", place=1),
        french("infos/c", place=7),
        french("infos/d", place=2),
    ]
    tasks, _totals = asked(
        texts, translated("infos/b", THEN, on=LATE), translated("infos/a", (*THEN, Section("z", "Z")), on=EARLY)
    )
    assert [task.name for task in tasks] == ["infos/a", "infos/b", "infos/d", "infos/c"]
    assert [task.since for task in tasks] == [EARLY, LATE, None, None]
    news = [french(f"actualites/{day}-x", day=day) for day in (EARLY, LATE, datetime.date(2025, 6, 1))]
    assert [task.name[11:15] + task.name[16:18] for task in asked(news)[0]] == ["202601", "202506", "202501"]


def test_a_vital_page_is_complete_while_no_critical_part_changed():
    """Partly behind counts; critical, unknown and missing do not; only a native reader makes it reviewed."""
    texts = [french(f"infos/{n}", vital=True) for n in "abcde"]
    _tasks, totals = asked(
        texts,
        translated("infos/a", THEN, "reviewed"),
        translated("infos/b", NOW, "draft"),
        translated("infos/c", THEN_CRITICAL, "reviewed"),
        translated("infos/d", None, "reviewed"),
    )
    assert (totals.vital, totals.complete, totals.reviewed) == (5, 2, 1)
    assert (totals.missing, totals.to_review, totals.unreviewed, totals.ready) == (1, 2, 1, False)


def test_a_translation_without_french_is_named_and_asks_for_nothing():
    """An orphan has no sheet and no words."""
    tracked, _lock = translated("infos/a", NOW)
    orphan = dataclasses.replace(tracked, status=None)
    (task,) = tasks_of([], {orphan.document.path: orphan}, "ar", Lock())
    assert (task.kind, task.words, task.sheet) == ("orphan", 0, False)


def test_a_part_that_french_has_no_more_is_nobodys_translation():
    """Behind, but without a sheet: there is nothing to write."""
    tracked = translated("infos/a", (*NOW, Section("vieux", "## Vieux {#vieux}")))
    ((task,), _totals) = asked([french("infos/a")], tracked)
    assert (task.kind, task.words, task.sheet) == ("behind", 0, False)


def test_another_language_is_another_list():
    """An English text is no task of Arabic, and does not fill its place."""
    tasks, totals = asked([french("infos/a", vital=True)], translated("infos/a", NOW, "reviewed", lang="en"))
    assert [task.kind for task in tasks] == ["missing"] and totals.complete == 0


def test_tasks_of_records_take_their_rank():
    """Whoever counts them says how much they can hurt; they have a line, and no page."""
    records = Task("records", "", Text("Numéros", "fr"), 12, 2, sheet=False)
    tasks = tasks_of([french("infos/a", vital=True), french("infos/b")], {}, "ar", Lock(), [records])
    assert [task.kind for task in tasks] == ["missing", "records", "missing"]
    groups = grouped(tasks, {"infos/a": "x/"}, ())
    assert [[address for _task, address in group.tasks] for group in groups] == [["x/", None], [None]]


def test_two_texts_never_share_a_sheet():
    """A slash becomes a hyphen; where two names would meet, the second has two."""
    names = ["index", "a-b/c", "a/b-c", "plan/index"]
    found = sheet_addresses(french(name) for name in names)
    root = "contribuer/traductions/"
    assert found == {
        "index": f"{root}index/",
        "a-b/c": f"{root}a-b-c/",
        "a/b-c": f"{root}a--b-c/",
        "plan/index": f"{root}plan/",
    }


def test_a_text_that_the_public_is_not_shown_has_no_sheet():
    """Its task is named all the same."""
    task = asked([french("infos/a", vital=True)])[0][0]
    addresses = sheet_addresses([french("infos/a")])
    assert has_sheet(task, addresses, ()) and not has_sheet(task, addresses, {"infos/a"})


def test_the_first_day_of_a_code_is_kept():
    """Pinning the same French again does not make it younger; the day takes no part in the code."""
    lock, code = Lock().with_text("infos/a", NOW, EARLY)
    again, same = lock.with_text("infos/a", NOW, LATE)
    assert same == code and again.texts[code].on == EARLY
    undated, _code = Lock().with_text("infos/a", NOW)
    dated, same = undated.with_text("infos/a", NOW, LATE)
    assert same == code and dated.texts[code].on == LATE and undated.texts[code].on is None

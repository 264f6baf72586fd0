"""What appears, happens and leaves by itself: by day, without the drafts; and what the command says of it."""

import datetime

import pytest
from click.testing import CliRunner
from small_post import post

from vigie.cli import main
from vigie.news.schedule import late, moments, waiting

TODAY = datetime.date(2026, 11, 22)
FOLDER = "docs/fr/actualites"


def _told(found):
    return [(str(moment.day), moment.what, moment.post.document.stem, moment.hour) for moment in found]


CASES = [
    ("appears tomorrow", "publish_on: 2026-11-23", [("2026-11-23", "appears", "")]),
    ("appeared today", "publish_on: 2026-11-22", []),
    ("leaves tomorrow", "expire_on: 2026-11-23", [("2026-11-23", "leaves", "")]),
    ("left today", "expire_on: 2026-11-22", []),
    ("an event today", "event: {start: 2026-11-22 18:30}", [("2026-11-22", "happens", "18:30")]),
    ("an event yesterday", "event: {start: 2026-11-21}", []),
    ("an event that lasts", "event: {start: 2026-11-20, end: 2026-11-22}", [("2026-11-20", "happens", "")]),
    (
        "all three, by day",
        "expire_on: 2027-01-02\nevent: {start: 2026-12-24}\npublish_on: 2026-12-01",
        [("2026-12-01", "appears", ""), ("2026-12-24", "happens", ""), ("2027-01-02", "leaves", "")],
    ),
    ("a draft", "draft: true\npublish_on: 2026-12-01\nevent: {start: 2026-12-24}", []),
    ("an event of a text that left", "expire_on: 2026-11-22\nevent: {start: 2026-12-24}", []),
    (
        "an event of a text that leaves tomorrow",
        "expire_on: 2026-11-23\nevent: {start: 2026-11-22}",
        [("2026-11-22", "happens", ""), ("2026-11-23", "leaves", "")],
    ),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("name", "header", "expected"), CASES)
def test_each_change_has_its_day(name, header, expected):
    """After today for what appears and leaves; an event counts until its last day is over."""
    text = post(header=f"category: loi\n{header}\n")
    assert [(day, what, hour) for day, what, _stem, hour in _told(moments([text], TODAY))] == expected


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-23", "2026-12-01"])
def test_a_day_before_which_a_text_appears_is_the_day_it_is_seen(day):
    """What the schedule says is what the site does: the eve no, the day itself yes."""
    text = post(header=f"category: loi\npublish_on: {day}\n")
    date = datetime.date.fromisoformat(day)
    eve = date - datetime.timedelta(days=1)
    assert [m.day for m in moments([text], eve)] == [date]
    assert (text.has_appeared(eve), text.has_appeared(date)) == (False, True)


def test_a_day_bounds_what_is_told():
    """Included."""
    texts = [post(f"2026-01-0{n}-texte", header=f"category: loi\npublish_on: 2026-12-0{n}\n") for n in (3, 1, 2)]
    until = datetime.date(2026, 12, 2)
    assert [str(m.day) for m in moments(texts, TODAY, until)] == ["2026-12-01", "2026-12-02"]


def test_drafts_wait_by_file():
    """One whose day has come is late; no day makes it appear."""
    ahead = post("2026-01-02-b", header="category: loi\ndraft: true\npublish_on: 2026-11-23\n")
    come = post("2026-01-01-a", header="category: loi\ndraft: true\npublish_on: 2026-11-22\n")
    shown = post("2026-01-03-c", header="category: loi\npublish_on: 2026-11-22\n")
    assert waiting([ahead, shown, come]) == (come, ahead)
    assert [late(text, TODAY) for text in (ahead, come, shown)] == [False, True, False]


def _write(root, stem, header):
    text = f"---\ntitle: Titre de {stem}\ndescription: Phrase.\ncategory: loi\n{header}\n---\n\nMots.\n"
    (root / FOLDER / f"{stem}.md").write_text(text, encoding="utf-8")


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "schedule", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_the_command_says_it_by_day_in_french(project_copy):
    """Files and titles; with a day, only what changes until then; the drafts always."""
    assert _run(project_copy).output == "À venir (nous sommes le 22 novembre 2026) : rien\n"
    _write(project_copy, "2026-12-01-a", "publish_on: 2026-12-01\nexpire_on: 2027-01-31")
    _write(project_copy, "2026-11-22-b", "event: {start: 2026-12-05 18:30}")
    _write(project_copy, "2026-11-22-c", "draft: true")
    _write(project_copy, "2026-11-22-d", "draft: true\npublish_on: 2026-11-01")
    whole = _run(project_copy)
    assert whole.exit_code == 0
    assert whole.output.splitlines() == [
        "À venir (nous sommes le 22 novembre 2026) : 3",
        f"  2026-12-01  paraît             {FOLDER}/2026-12-01-a.md «\u00a0Titre de 2026-12-01-a\u00a0»",
        f"  2026-12-05  a lieu à 18:30     {FOLDER}/2026-11-22-b.md «\u00a0Titre de 2026-11-22-b\u00a0»",
        f"  2027-01-31  quitte les listes  {FOLDER}/2026-12-01-a.md «\u00a0Titre de 2026-12-01-a\u00a0»",
        "",
        "Brouillons, qu’aucune date ne fait paraître : 2",
        f"  {FOLDER}/2026-11-22-c.md «\u00a0Titre de 2026-11-22-c\u00a0»",
        f"  {FOLDER}/2026-11-22-d.md «\u00a0Titre de 2026-11-22-d\u00a0»"
        " (devait paraître le 2026-11-01 : ôtez « draft: true »)",
    ]
    bounded = _run(project_copy, "--on", "2026-12-01").output.splitlines()
    assert bounded[0] == "D’ici au 1er décembre 2026 (nous sommes le 22 novembre 2026) : 1"
    assert bounded[1:] == [whole.output.splitlines()[1], *whole.output.splitlines()[4:]]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("demain", "n’est pas un jour"),
        ("2026-W49-1", "n’est pas un jour"),
        ("20261201", "n’est pas un jour"),
        ("2026-11-21", "est passé"),
    ],
)
def test_a_day_that_cannot_be_is_refused(day, says, project_copy):
    """In French; today itself is good."""
    result = _run(project_copy, "--on", day)
    assert (result.exit_code, f"« {day} » {says}" in result.stderr) == (1, True)
    assert _run(project_copy, "--on", "2026-11-22").exit_code == 0


def test_texts_that_cannot_be_read_are_told_instead(project_copy):
    """A schedule without them would be wrong."""
    _write(project_copy, "2026-12-01-a", "publish_on: demain")
    result = _run(project_copy)
    assert result.exit_code == 1
    assert f"{FOLDER}/2026-12-01-a.md:5: « demain » n’est pas un jour" in result.stderr

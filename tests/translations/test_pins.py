"""The code of a French text, what it follows and what it does not; where a translation stands beside it."""

import dataclasses
import datetime
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.markdown_text import render_body
from vigie.translations.lock import LOCK, Lock, Minor, lock_text, parse_lock, sections_in
from vigie.translations.pins import code_of, hash_of, normalised
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section, sections_of
from vigie.translations.status import moved_to_now, status_of

BODY = """Un début.

## Vos droits {#droits .critical}

Vous avez 30 jours. Appelez le [119](contact:119).

### Papiers {#papiers}

- Gardez *une copie*.
"""


def cut(body, title="Titre", description="Phrase."):
    rendered, problems = render_body(body, "docs/fr/x.md", 6)
    assert problems == []
    return sections_of(title, description, body, 6, rendered.headings)


NOW = cut(BODY)


def pinned(sections=NOW):
    return Lock().with_text("infos/x", sections)


def states(code, now, lock):
    status = status_of(code, now, lock)
    return status.state, {part.id: part.change for part in status.parts if part.change != "unchanged"}


def test_a_text_is_cut_at_its_headings():
    """Title, description, what comes before the first heading, then each section with its own heading, mark and line."""
    assert [(s.id, s.critical, s.line) for s in NOW] == [
        (TITLE, False, 2),
        (DESCRIPTION, False, 2),
        (OPENING, False, 6),
        ("droits", True, 8),
        ("papiers", False, 12),
    ]
    assert NOW[3].text == "## Vos droits {#droits .critical}\n\nVous avez 30 jours. Appelez le [119](contact:119)."
    assert [s.words for s in NOW[:3]] == [1, 1, 2]


def test_a_text_without_heading_or_without_opening():
    """A part without text is none."""
    assert [s.id for s in cut("Un seul.")] == [TITLE, DESCRIPTION, OPENING]
    assert [s.id for s in cut("## A {#a}\n\nMots.")] == [TITLE, DESCRIPTION, "a"]


def test_a_heading_inside_code_cuts_nothing():
    """What looks like a heading is not always one."""
    assert [s.id for s in cut("## A {#a}\n\n```\n## B {#b}\n```\n")] == [TITLE, DESCRIPTION, "a"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’aide : « vite » !", 'l\'aide: "vite"!'),
        ("a – b — c…", "a - b - c..."),
        ("un  mot\nsur deux lignes", "un mot sur deux lignes"),
        ("un **mot** et _un autre_ et `code`", "un mot et un autre et code"),
        ("[le texte](https://a.example/)", "[le texte](https://b.example/?x=1)"),
        ("## Titre {#a}", "### Titre {#a .critical}"),
        ("- un\n- deux", "* un\n* deux"),
        ("e\u0301te\u0301", "été"),
        ("20 %", "20\u202f%"),
        ("mot[^1]\n\n[lien]: https://a.example", "mot[^1]\n\n[lien]: https://b.example"),
    ],
)
def test_typography_changes_no_code(one, other):
    """Spaces, quotation marks, dashes, emphasis, targets of links, levels of headings."""
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 jours", "31 jours"),
        ("[119](contact:119)", "[119](contact:17)"),
        ("vous pouvez", "vous ne pouvez pas"),
        ("Été", "été"),
        ("snake_case", "snakecase"),
        ("un mot", "unmot"),
    ],
)
def test_words_numbers_and_helplines_change_it(one, other):
    """All that a translation says too."""
    assert hash_of(one) != hash_of(other)


def test_a_code_is_ten_signs_without_confusing_ones_and_never_moves():
    """Crockford's base 32: what a volunteer copies by hand; the same on every machine, for ever."""
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{10}", code_of(NOW))
    assert code_of((Section("a", "Un texte."),)) == EXPECTED
    assert code_of((Section("b", "Un texte."),)) != EXPECTED


EXPECTED = "P5VMKZY6EW"


def test_nothing_changed():
    """The French of today is that of the translation."""
    lock, code = pinned()
    assert states(code, NOW, lock) == ("up_to_date", {})
    assert status_of(code, NOW, lock).words == 0


def test_one_paragraph_marks_its_section_and_no_other():
    """With the words to translate again; undoing it clears it."""
    lock, code = pinned()
    after = cut(BODY.replace("une copie", "deux copies"))
    assert states(code, after, lock) == ("partly_behind", {"papiers": "changed"})
    assert status_of(code, after, lock).words == 4
    assert states(code, cut(BODY), lock) == ("up_to_date", {})


def test_a_critical_section_that_changed_calls_for_a_review():
    """Also when it was critical then and is no more, or is gone."""
    lock, code = pinned()
    assert states(code, cut(BODY.replace("30 jours", "15 jours")), lock)[0] == "to_review"
    assert states(code, cut(BODY.replace(" .critical", "").replace("30 jours", "15 jours")), lock)[0] == "to_review"
    assert states(code, NOW[:3] + NOW[4:], lock) == ("to_review", {"droits": "removed"})


def test_renamed_split_and_deleted_sections_are_told_as_such():
    """A new id is added, the old one removed; title and description are parts as others."""
    lock, code = pinned()
    assert states(code, cut(BODY.replace("{#papiers}", "{#documents-a-garder}")), lock)[1] == {
        "documents-a-garder": "added",
        "papiers": "removed",
    }
    split = cut(BODY.replace("- Gardez *une copie*.", "Mots.\n\n### Copies {#copies}\n\n- Gardez *une copie*."))
    assert states(code, split, lock)[1] == {"papiers": "changed", "copies": "added"}
    assert states(code, cut(BODY, title="Autre"), lock) == ("partly_behind", {TITLE: "changed"})


def test_an_unknown_code_calls_for_a_review_and_none_is_unpinned():
    """A translation that says nothing of its source is not said to be right."""
    assert states("ZZZZZZZZZZ", NOW, Lock()) == ("to_review", {})
    assert states(None, NOW, Lock()) == ("unpinned", {})


def test_a_change_declared_minor_marks_nothing_in_both_directions_and_through_others():
    """A typo mended, then another: the translation made before both is up to date; so is one made between."""
    lock, code = pinned()
    texts = ["- Gardez *une copie*.", "- Gardez *une copie* .,", "- Gardez bien *une copie*."]
    versions = [cut(BODY.replace(texts[0], text)) for text in texts]
    hashes = [hash_of(version[4].text) for version in versions]
    changes = [
        Minor(page="infos/x", part="papiers", before=a, after=b, reason="coquille")
        for a, b in itertools.pairwise(hashes)
    ]
    forgiving = dataclasses.replace(lock, minor=tuple(changes))
    assert states(code, versions[2], lock)[0] == "partly_behind"
    assert states(code, versions[2], forgiving) == ("up_to_date", {})
    lock2, code2 = pinned(versions[2])
    assert states(code2, NOW, dataclasses.replace(lock2, minor=tuple(changes))) == ("up_to_date", {})


def test_one_section_may_be_brought_up_to_date_alone():
    """The others keep what they were made from, those that were added or removed too."""
    lock, code = pinned()
    later = cut(
        BODY.replace("30 jours", "15 jours").replace("une copie", "deux copies").replace("Un début.", "Un autre début.")
        + "\n## Fin {#fin}\n\nMots."
    )
    for moved, left in (
        ("droits", {OPENING: "changed", "papiers": "changed", "fin": "added"}),
        ("fin", {OPENING: "changed", "droits": "changed", "papiers": "changed"}),
    ):
        lock2, code2 = lock.with_text("infos/x", moved_to_now(lock.texts[code], later, moved))
        assert states(code2, later, lock2)[1] == left
    gone = later[:4] + later[5:]
    lock3, code3 = lock.with_text("infos/x", moved_to_now(lock.texts[code], gone, "papiers"))
    assert "papiers" not in states(code3, gone, lock3)[1]


@given(st.data())
def test_any_edit_is_told_where_it_is_and_only_there(data):
    """Sections changed, added, removed at random: exactly these are told; following each in turn clears all."""
    ids = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    then = tuple(Section(i, f"Texte de {i}.") for i in ids)
    kept = [i for i in ids if data.draw(st.booleans())]
    changed = {i for i in kept if data.draw(st.booleans())}
    added = data.draw(st.lists(st.sampled_from("ijkl"), unique=True))
    now = tuple(
        Section(i, f"Texte de {i}{' changé' if i in changed else ''}.")
        for i in data.draw(st.permutations(kept + added))
    )
    lock, code = Lock().with_text("x", then)
    expected = (
        dict.fromkeys(changed, "changed")
        | dict.fromkeys(added, "added")
        | dict.fromkeys(set(ids) - set(kept), "removed")
    )
    assert states(code, now, lock)[1] == expected
    for part in expected:
        lock, code = lock.with_text("x", moved_to_now(lock.texts[code], now, part))
    assert states(code, now, lock) == ("up_to_date", {})


def test_the_lock_is_read_back_as_it_was_written():
    """Texts, marks and reasons."""
    lock, code = pinned()
    minor = Minor(page="infos/x", part="papiers", before=hash_of("a"), after=hash_of("b"), reason="coquille")
    lock = dataclasses.replace(lock, minor=(minor,))
    again, problems = parse_lock(lock_text(lock))
    assert problems == [] and again == lock
    assert [(s.id, s.text, s.critical) for s in sections_in(again.texts[code])] == [
        (s.id, s.text, s.critical) for s in NOW
    ]
    assert lock.keeping({code}).texts == lock.texts and lock.keeping(()).texts == {}


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("{", "ne se lit pas"),
        ("[]", "ne se lit pas"),
        ('{"code": "trop-court", "page": "x", "parts": []}', "ne se lit pas"),
        ('{"minor": {}}', "ne se lit pas"),
        ("[" * 9000, "ne se lit pas"),
        ("<<<<<<< HEAD", "deux changements de ce fichier se croisent"),
        (">>>>>>> autre", "deux changements de ce fichier se croisent"),
    ],
)
def test_a_line_of_the_lock_that_cannot_be_read_is_told(broken, says):
    """On its line; the others are read, and it blocks."""
    lock, code = pinned()
    read, (problem,) = parse_lock(lock_text(lock) + broken + "\n")
    assert (read, problem.path, problem.line, problem.blocking) == (lock, LOCK, 2, True)
    assert says in problem.what
    assert code in read.texts


def test_lines_that_two_people_wrote_are_put_together():
    """What git does with « merge=union »: both sides, some lines twice; the first day of a text is kept."""
    one, code = Lock().with_text("infos/x", NOW, datetime.date(2026, 5, 2))
    other, _ = Lock().with_text("infos/x", NOW, datetime.date(2026, 5, 1))
    more, more_code = Lock().with_text("infos/y", NOW[:2])
    minor = Minor(page="infos/x", part="papiers", before=hash_of("a"), after=hash_of("b"), reason="coquille")
    both = dataclasses.replace(other, minor=(minor,))
    read, problems = parse_lock(lock_text(one) + lock_text(more) + lock_text(both) * 2)
    assert problems == []
    assert set(read.texts) == {code, more_code}
    assert read.texts[code].on == datetime.date(2026, 5, 1)
    assert read.minor == (minor,)


def test_a_text_changed_by_hand_in_the_lock_is_told_on_its_line():
    """The code is that of the text, or the lock lies."""
    lock, _ = pinned()
    text = lock_text(lock.with_text("autre", NOW[:1])[0])
    _lock, (problem,) = parse_lock(text.replace("30 jours", "60 jours"))
    assert "n’est plus celui qui a été traduit" in problem.what
    assert problem.line == 2

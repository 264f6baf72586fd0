"""Random edits of French Markdown: sections renamed, split, deleted, moved, added; what is told is what was done, and no page falls.

The translation is the French of the beginning: so it has the sections of then.
"""

import re

from hypothesis import given
from hypothesis import strategies as st

from vigie.documents import TranslationState, parse_document
from vigie.markdown_text import render_body
from vigie.translations.beside import parts_of, with_notes
from vigie.translations.check import check_translation
from vigie.translations.lock import Lock
from vigie.translations.sections import OPENING, sections_of
from vigie.translations.status import status_of
from vigie.translations.tracking import Tracked

PATH = "docs/ar/infos/x.md"
WORDS = st.lists(
    st.sampled_from(["un", "deux", "trois", "mot", "aide", "droit", "rue", "appel", "30", "jours"]),
    min_size=1,
    max_size=6,
).map(" ".join)
NAMES = ("a", "b", "c", "d", "e", "f")


@st.composite
def texts(draw):
    """An opening and sections: id, words, whether critical."""
    ids = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    opening = draw(WORDS)
    return opening, [(id_, draw(WORDS), draw(st.booleans())) for id_ in ids]


@st.composite
def edits(draw):
    """A text, the same after some edits, and what each did."""
    opening, before = draw(texts())
    after, done = list(before), {}
    for kind in draw(st.lists(st.sampled_from(("rename", "split", "delete", "word", "move", "add")), max_size=4)):
        if kind == "add":
            after.append((f"n{len(done)}{len(after)}", draw(WORDS), False))
            continue
        if not after:
            continue
        at = draw(st.integers(0, len(after) - 1))
        id_, words, critical = after[at]
        if kind == "rename":
            after[at] = (f"{id_}r", words, critical)
        elif kind == "split":
            after[at : at + 1] = [(id_, words, critical), (f"{id_}s{len(after)}", draw(WORDS), False)]
        elif kind == "delete":
            del after[at]
        elif kind == "word":
            after[at] = (id_, f"{words} changé", critical)
        else:
            after.insert(draw(st.integers(0, len(after) - 1)), after.pop(at))
    ids = [id_ for id_, *_ in after]
    if len(set(ids)) < len(ids):  # a name given twice is refused before
        after = before
    return (opening, before), (opening, after)


def _body(text):
    opening, sections = text
    return "\n\n".join([opening, *(f"## T {{#{i}{' .critical' if c else ''}}}\n\n{w}" for i, w, c in sections)]) + "\n"


def _cut(text):
    body = _body(text)
    rendered, problems = render_body(body, "docs/fr/infos/x.md", 6)
    assert problems == []
    return rendered, sections_of("T", "D", body, 6, rendered.headings)


@given(edits())
def test_what_is_told_is_what_was_done(pair):
    """Changed where the words are others, added and removed by id, and nothing else; an order changes nothing."""
    before, after = pair
    _, then = _cut(before)
    _, now = _cut(after)
    lock, code = Lock().with_text("infos/x", then)
    status = status_of(code, now, lock)
    old, new = ({id_: words for id_, words, _ in text[1]} for text in (before, after))
    expected = {
        **dict.fromkeys(new.keys() - old.keys(), "added"),
        **dict.fromkeys(old.keys() - new.keys(), "removed"),
        **{i: "changed" for i in old.keys() & new.keys() if old[i] != new[i]},
    }
    assert {part.id: part.change for part in status.behind} == expected
    critical = {id_ for text in (before, after) for id_, _, is_critical in text[1] if is_critical}
    assert status.state == (
        "up_to_date" if not expected else "to_review" if critical & expected.keys() else "partly_behind"
    )


@given(edits())
def test_the_page_stays_up_with_a_note_for_each_change(pair):
    """Nothing of the translation is lost, nothing blocks, and each change has one note."""
    before, after = pair
    own, then = _cut(before)
    french, now = _cut(after)
    lock, code = Lock().with_text("infos/x", then)
    status = status_of(code, now, lock)
    document, _ = parse_document(f"---\ntitle: T\ndescription: D\n---\n{_body(before)}", PATH, "ar", "infos/x")
    tracked = Tracked(document, TranslationState(source=code, state="translated", method="human"), status)
    assert check_translation(tracked, own.headings, french.headings) == []
    html = "".join(with_notes(own.pieces, parts_of(french.pieces), status, lambda change, text: f"[{change}]"))
    for change in ("changed", "added", "removed"):
        assert html.count(f"[{change}]") == [part.change for part in status.behind].count(change)
    without = re.sub(r"\[(?:changed|added|removed)\]", "", html)
    assert "".join(without.split()) == "".join("".join(own.pieces).split())


@given(texts())
def test_a_page_whose_french_is_gone_is_an_orphan_that_blocks_nobody(text):
    """Once pinned, it is told and stays; never pinned, its name is wrong."""
    own, then = _cut(text)
    document, _ = parse_document(f"---\ntitle: T\ndescription: D\n---\n{_body(text)}", PATH, "ar", "infos/x")
    _lock, code = Lock().with_text("infos/x", then)
    for source, blocks in ((code, False), (None, True)):
        state = TranslationState(source=source, state="translated", method="human")
        (told,) = check_translation(Tracked(document, state, None), own.headings, None)
        assert told.blocking == blocks


def test_the_opening_that_appears_or_goes():
    """A text before the first heading is a part like the others."""
    _, then = _cut(("", [("a", "mots", False)]))
    _, now = _cut(("Un début", [("a", "mots", False)]))
    lock, code = Lock().with_text("infos/x", then)
    assert {p.id: p.change for p in status_of(code, now, lock).behind} == {OPENING: "added"}
    lock, code = Lock().with_text("infos/x", now)
    assert {p.id: p.change for p in status_of(code, then, lock).behind} == {OPENING: "removed"}

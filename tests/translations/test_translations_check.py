"""A translation beside its French text: it says where it comes from and has the same sections."""

import pytest

from vigie.documents import TranslationState, parse_document
from vigie.markdown_text import render_body
from vigie.translations.check import check_translation, no_section_bears_a_name_of_the_sheet
from vigie.translations.sections import Section
from vigie.translations.status import PartStatus, Status
from vigie.translations.tracking import Tracked

PATH = "docs/ar/infos/droits.md"
STATE = TranslationState(source=None, state="draft", method="machine")
FRENCH = """\
## Vos droits {#droits}

### Au travail {#droits-au-travail .critical}

### Au logement {#droits-logement}

## La suite {#suite}
"""
ARABIC = """\
## حقوقكم {#droits}

### في العمل {#droits-au-travail .critical}

### السكن {#droits-logement}

## ما بعد {#suite}
"""


UNPINNED = Status("unpinned", ())


def _problems(body, *, state=STATE, french=FRENCH, name="infos/droits", status=UNPINNED):
    document, wrong = parse_document(f"---\ntitle: ت\ndescription: و\n---\n{body}", PATH, "ar", name)
    assert wrong == []
    headings = render_body(document.body, document.path, document.body_line)[0].headings
    source = None if french is None else render_body(french, "docs/fr/infos/droits.md", 1)[0].headings
    return [(p.line, p.what) for p in check_translation(Tracked(document, state, status), headings, source)]


def test_the_same_sections_are_accepted():
    """Same ids, levels and marks; the words differ."""
    assert _problems(ARABIC) == []
    assert _problems("نص.\n", french="Texte.\n") == []


def test_a_translation_of_nothing_is_refused():
    """Without a French text of its name, nothing else is said, and the name expected is given."""
    document, _ = parse_document("---\ntitle: ت\ndescription: و\n---\n", PATH, "ar", "infos/droits")
    (problem,) = check_translation(Tracked(document, None, None), (), None)
    assert (problem.path, problem.line) == (PATH, 1)
    assert problem.what == "cette traduction n’a pas de texte français"
    assert "docs/fr/infos/droits.md" in problem.mend


def test_a_translation_says_where_it_comes_from():
    """Its header is never silent, and the message gives the line to write."""
    document, _ = parse_document("---\ntitle: ت\ndescription: و\n---\n", PATH, "ar", "infos/droits")
    (problem,) = check_translation(Tracked(document, None, UNPINNED), (), ())
    assert (problem.line, problem.what) == (1, "cette traduction ne dit pas d’où elle vient")
    assert "translation: {source: null, state: draft, method: machine}" in problem.mend


def test_a_silent_translation_is_still_compared():
    """A missing state does not hide a missing section."""
    assert _problems(ARABIC.replace("## ما بعد {#suite}\n", ""), state=None) == [
        (1, "cette traduction ne dit pas d’où elle vient"),
        (5, "la section « {#suite} » du texte français manque"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("## ما بعد {#suite}\n", "", [(5, "la section « {#suite} » du texte français manque")]),
        (
            "{#suite}",
            "{#fin}",
            [
                (5, "la section « {#suite} » du texte français manque"),
                (11, "la section « {#fin} » n’existe pas en français"),
            ],
        ),
        (
            "### السكن",
            "## السكن",
            [(9, "la section « {#droits-logement} » n’a pas le même niveau ou la même marque .critical")],
        ),
        (
            " .critical",
            "",
            [(7, "la section « {#droits-au-travail} » n’a pas le même niveau ou la même marque .critical")],
        ),
        (
            "{#suite}",
            "{#suite .critical}",
            [(11, "la section « {#suite} » n’a pas le même niveau ou la même marque .critical")],
        ),
        ("## ما بعد", "## زيادة {#en-plus}\n\n## ما بعد", [(11, "la section « {#en-plus} » n’existe pas en français")]),
    ],
)
def test_a_section_that_differs_is_refused_on_its_line(before, after, found):
    """Missing, renamed, of another level, without its mark, marked for nothing, or added."""
    assert ARABIC.count(before) == 1
    assert _problems(ARABIC.replace(before, after)) == found


def test_the_line_is_that_of_the_whole_id():
    """« droits » is not looked for in « droits-au-travail », even when that comes first."""
    swapped = "## في العمل {#droits-au-travail}\n\n### حقوقكم {#droits}\n"
    french = "## Au travail {#droits-au-travail}\n\n## Droits {#droits}\n"
    assert _problems(swapped, french=french) == [
        (7, "la section « {#droits} » n’a pas le même niveau ou la même marque .critical")
    ]


def test_the_order_of_the_sections_is_free():
    """A translation may say things in another order; each section is compared with its own."""
    moved = "## ما بعد {#suite}\n\n" + ARABIC.replace("## ما بعد {#suite}\n", "")
    assert _problems(moved) == []


def _behind(**changes):
    part = Section("x", "Texte.")
    return Status("partly_behind", tuple(PartStatus(id_, change, part, part) for id_, change in changes.items()))


def test_what_changed_in_french_since_is_no_fault_of_the_translation():
    """A section added, removed or of another level since: the page stays up; a slip elsewhere is still refused."""
    pinned = TranslationState(source="0000000000", state="translated", method="human")
    without = ARABIC.replace("## ما بعد {#suite}\n", "")
    assert _problems(without, state=pinned, status=_behind(suite="added")) == []
    extra = ARABIC + "\n## زيادة {#ancienne}\n"
    assert _problems(extra, state=pinned, status=_behind(ancienne="removed")) == []
    assert (
        _problems(
            ARABIC.replace("### السكن", "## السكن"), state=pinned, status=_behind(**{"droits-logement": "changed"})
        )
        == []
    )
    assert _problems(without, state=pinned, status=_behind(suite="changed")) != []
    assert _problems(extra, state=pinned, status=_behind(suite="removed")) != []


def test_a_translation_whose_french_text_is_gone_is_told_and_stays():
    """An orphan warns; a name that never had a French text is refused."""
    pinned = TranslationState(source="0000000000", state="translated", method="human")
    document, _ = parse_document("---\ntitle: ت\ndescription: و\n---\n", PATH, "ar", "infos/droits")
    (problem,) = check_translation(Tracked(document, pinned, None), (), None)
    assert (problem.blocking, problem.what) == (False, "cette traduction n’a plus de texte français")


def test_a_code_that_the_lock_does_not_know_is_told_on_its_line():
    """The page stays, and says that it is to be reviewed."""
    pinned = TranslationState(source="0000000000", state="translated", method="human")
    header = '---\ntitle: ت\ndescription: و\ntranslation:\n  source: "0000000000"\n---\n'
    document, _ = parse_document(header, PATH, "ar", "infos/droits")
    (problem,) = check_translation(Tracked(document, pinned, Status("to_review", ())), (), ())
    assert (problem.line, problem.blocking) == (5, False) and "0000000000" in problem.what


def test_no_section_bears_a_name_of_the_sheet():
    """« relu » or « titre » would come back in the place of something else; « fin » is no part."""
    text = "---\ntitle: x\n---\n\n## A {#relu}\n\n## B {#fin}\n\n## C {#titre}\n"
    document, _problems = parse_document(text, "docs/fr/x.md", "fr", "x")
    rendered, _problems = render_body(document.body, document.path, document.body_line)
    found = no_section_bears_a_name_of_the_sheet(document, rendered.headings)
    assert [(problem.line, problem.what.split("»")[0]) for problem in found] == [(5, "« relu "), (9, "« titre ")]

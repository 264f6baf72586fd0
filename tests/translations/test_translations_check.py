"""A translation beside its French text: it says where it comes from and has the same sections."""

import pytest

from vigie.documents import TranslationState, parse_document
from vigie.markdown_text import render_body
from vigie.translations.check import check_translation

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


def _problems(body, *, state=STATE, french=FRENCH, name="infos/droits"):
    document, wrong = parse_document(f"---\ntitle: ت\ndescription: و\n---\n{body}", PATH, "ar", name)
    assert wrong == []
    headings = render_body(document.body, document.path, document.body_line)[0].headings
    source = None if french is None else render_body(french, "docs/fr/infos/droits.md", 1)[0].headings
    return [(problem.line, problem.what) for problem in check_translation(document, state, headings, source)]


def test_the_same_sections_are_accepted():
    """Same ids, levels and marks; the words differ."""
    assert _problems(ARABIC) == []
    assert _problems("نص.\n", french="Texte.\n") == []


def test_a_translation_of_nothing_is_refused():
    """Without a French text of its name, nothing else is said, and the name expected is given."""
    document, _ = parse_document("---\ntitle: ت\ndescription: و\n---\n", PATH, "ar", "infos/droits")
    (problem,) = check_translation(document, None, (), None)
    assert (problem.path, problem.line) == (PATH, 1)
    assert problem.what == "cette traduction n’a pas de texte français"
    assert "docs/fr/infos/droits.md" in problem.mend


def test_a_translation_says_where_it_comes_from():
    """Its header is never silent, and the message gives the line to write."""
    document, _ = parse_document("---\ntitle: ت\ndescription: و\n---\n", PATH, "ar", "infos/droits")
    (problem,) = check_translation(document, None, (), ())
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

"""The bilingual sheet: what goes out comes back, through a mail, filled by someone who knows nothing of the tool."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.interface import Interface
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section
from vigie.translations.sheet import Task, merged_body, read_sheet, sheet_text, with_heading

WORDS = Interface("ar", {"sheet_intro": "اكتب الترجمة.", "sheet_rules": "لا تغيّر الأرقام."})
FRENCH = (
    Section(TITLE, "Vos droits"),
    Section(DESCRIPTION, "Une phrase."),
    Section(OPENING, "Un début."),
    Section("droits", "## Droits {#droits .critical}\n\nVous avez 30 jours."),
    Section("fin", "### Fin {#fin}\n\n- Un\n- Deux"),
)
SHEET = sheet_text("ar", "infos/droits", "0123456789", [Task(part) for part in FRENCH], WORDS)


def filled(sheet=SHEET, words="كلمات"):
    return sheet.replace("[[=]]\n", f"[[=]]\n{words}\n")


def test_a_filled_sheet_gives_back_the_page_the_code_and_the_words():
    """By part; parts without heading have plain names."""
    returned, problems = read_sheet(filled(), "fiche.txt")
    assert problems == []
    assert (returned.lang, returned.name, returned.code) == ("ar", "infos/droits", "0123456789")
    assert returned.parts == {part.id: "كلمات" for part in FRENCH}
    assert "[[#titre]]" in SHEET and "[[#debut]]" in SHEET


@pytest.mark.parametrize(
    "mangled",
    [
        lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
        lambda text: "\n".join(f">> {line}" for line in text.split("\n")),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeffBonjour,\n\nvoici la fiche.\n\n" + text + "\n-- \nUne signature",
        lambda text: text.replace("[[", "[[ ").replace("]]", " ]]").replace(" ", "\u00a0"),
    ],
)
def test_a_mail_may_quote_wrap_and_sign(mangled):
    """Quoted, with another line end, greetings and signature around, no-break spaces."""
    returned, problems = read_sheet(mangled(filled()), "fiche.txt")
    assert problems == [] and returned.parts == {part.id: "كلمات" for part in FRENCH}


def test_what_was_left_empty_is_not_brought_back():
    """A sheet may be done in several times."""
    returned, problems = read_sheet(
        SHEET.replace("Vous avez 30 jours.\n[[=]]\n", "Vous avez 30 jours.\n[[=]]\nكلمات\n"), "f"
    )
    assert problems == [] and list(returned.parts) == ["droits"]


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ("Un texte.", 1, "première ligne manque"),
        (SHEET, 1, "vide"),
        (filled().replace("[[fin]]", ""), None, "coupée"),
        (filled().replace("[[=]]\n", "", 1), 6, "a perdu son [[=]]"),
        (filled().replace("[[#fin]]", "[[#droits]]"), None, "deux fois"),
    ],
)
def test_a_damaged_sheet_is_told(broken, line, says):
    """With the line, and nothing is guessed."""
    _returned, problems = read_sheet(broken, "fiche.txt")
    assert any(says in problem.what and line in (None, problem.line) for problem in problems), problems


@pytest.mark.parametrize(
    "written", ["حقوق\n\nنص 30", "## حقوق {#droits .critical}\n\nنص 30", "# حقوق\n\nنص 30", "حقوق {#autre}\nنص 30"]
)
def test_a_heading_keeps_the_signs_of_the_french(written):
    """Level, id and mark, whatever the volunteer kept of them."""
    assert with_heading(written, FRENCH[3]) == "## حقوق {#droits .critical}\n\nنص 30"


def test_the_page_is_put_together_in_the_order_of_the_french():
    """What came back, what was there already; what nobody translated is left out, what the French has no more goes."""
    current = (
        Section(TITLE, "ع"),
        Section("ancienne", "## قديم {#ancienne}"),
        Section("fin", "### نهاية {#fin}\n\n- ١"),
    )
    assert merged_body(current, FRENCH, {"droits": "حقوق\nنص 30", OPENING: "بداية"}) == (
        "بداية\n\n## حقوق {#droits .critical}\n\nنص 30\n\n### نهاية {#fin}\n\n- ١\n"
    )


@given(st.text(max_size=300))
def test_reading_anything_never_fails(text):
    """A sheet is what people send."""
    read_sheet(text, "fiche.txt")

"""The bilingual sheet: what goes out comes back, through a mail, filled by someone who knows nothing of the tool."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.interface import Interface
from vigie.translations.returned import _cleaned, _says_yes, read_sheet
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, Section
from vigie.translations.sheet import Asked, Sheet, sheet_text
from vigie.translations.written import merged_body, same_words, unwrapped, with_heading

WORDS = Interface(
    "ar",
    {
        "sheet_intro": "اكتب الترجمة تحت كل [[=]].",
        "sheet_rules": "لا تغيّر الأرقام.",
        "sheet_whole": "صحّح ما تحت كل [[=]].",
        "sheet_terms": "الكلمات:",
        "sheet_behind": "هذه ترجمة قديمة.",
        "sheet_reread": "راجعتُ النص كله:",
    },
)
FRENCH = (
    Section(TITLE, "Vos droits"),
    Section(DESCRIPTION, "Une phrase."),
    Section(OPENING, "Un début."),
    Section("droits", "## Droits {#droits .critical}\n\nVous avez 30 jours."),
    Section("fin", "### Fin {#fin}\n\n- Un\n- Deux"),
)
ASKED = tuple(Asked(part) for part in FRENCH)
SHEET = sheet_text(Sheet("ar", "infos/droits", "0123456789", ASKED, terms=(("droits", "حقوق"),)), WORDS)
WHOLE = sheet_text(
    Sheet("ar", "infos/droits", "0123456789", tuple(Asked(part, "كلمات") for part in FRENCH), whole=True), WORDS
)


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
        lambda text: text.replace("[[", "\u200f[[\u200e").replace("]]", "\u202c]]\u2069"),
        lambda text: text.replace("[[=]]", "]]=[[").replace("[[#", "]]#"),
        lambda text: text.replace("0123456789", "٠١٢٣٤٥٦٧٨٩").replace("[[fin]]", "[[Fin]]"),
        lambda text: text.replace("[[vigie ar infos/droits ", "[[vigie ar\ninfos/droits\n"),
        lambda text: text.replace("[[vigie ar infos/droits ", "> [[vigie ar\n> infos/droits\n> "),
        lambda text: text.replace("[[=]]\n", "[[=]] "),
        lambda text: text.replace("\nكلمات\n", "\nكلمات [[=]]\n"),
        lambda text: "Received: x\nSubject: fiche [[ ]]\n\nLe 22/11, le collectif a écrit :\n" + text,
        lambda text: "\n".join(f"> {line}" if line != "كلمات" else line for line in text.split("\n")),
        lambda text: text + "\n\nLe 22/11, vous avez écrit :\n" + "\n".join(f"> {line}" for line in SHEET.split("\n")),
        lambda text: "\n".join(f"> {line}" for line in SHEET.split("\n")) + "\n" + text,
        lambda text: text + "\n" + "\n".join(f"> {line}" for line in WHOLE.split("\n")),
    ],
)
def test_a_mail_may_quote_wrap_and_sign(mangled):
    """Quoted, with another line end, greetings and signature around, no-break spaces."""
    returned, problems = read_sheet(mangled(filled()), "fiche.txt")
    assert problems == [] and returned.parts == {part.id: "كلمات" for part in FRENCH}


def test_words_beside_a_mark_are_kept():
    """A phone writes after the mark, or before the next one on its line."""
    sheet = SHEET.replace("Vous avez 30 jours.\n[[=]]\n", "Vous avez 30 jours. [[=]] لكم 30 يوماً").replace(
        "\n[[#fin]]", "\nتتمة [[#fin]]"
    )
    returned, problems = read_sheet(sheet, "f")
    assert problems == [] and returned.parts["droits"].split() == ["لكم", "30", "يوماً", "تتمة"]


def test_the_sheet_says_what_the_french_was():
    """So that a part can come in although another has changed since."""
    returned, _problems = read_sheet(filled(), "f")
    assert returned.french == {part.id: part.text for part in FRENCH}


@pytest.mark.parametrize(
    ("answer", "said"),
    [("oui", True), ("Oui !", True), ("نعم", True), ("«نعم»", True), ("yes, all of it", True), ("dit-elle", False),
     ("", False), ("non", False), ("لا", False), ("pas encore, oui bientôt", False)],
)  # fmt: skip
def test_only_a_yes_says_that_all_was_read_again(answer, said):
    """Its answer is no part of the text."""
    returned, problems = read_sheet(WHOLE.replace("[[=]]\n\n\n[[fin]]", f"[[=]]\n{answer}\n[[fin]]"), "f")
    assert problems == [] and returned.reread is said
    assert returned.parts == {part.id: "كلمات" for part in FRENCH}


def test_only_a_whole_translation_asks_whether_it_was_read_again():
    """What is translated for the first time is read again by somebody else."""
    assert "[[#relu]]" in WHOLE and "[[#relu]]" not in SHEET
    assert "صحّح" in WHOLE and "صحّح" not in SHEET


def test_two_filled_sheets_in_one_file_are_told():
    """Nobody knows which one is meant."""
    _returned, problems = read_sheet(filled() + filled(), "f")
    assert any("plusieurs fiches" in problem.what for problem in problems)


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
        (SHEET.replace("[[=]]\n\n\n[[#description]]", "\n[[#description]]"), 9, "a perdu son [[=]]"),
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


TABLE = "Avant.\n\n| A | B |\n|---|---|\n| un | deux |"
LIST = "Il y a :\n\n- un\n- deux"
BOX = '!!! warning "Avant une démarche"\n    La loi peut changer.'


@pytest.mark.parametrize(
    ("words", "french", "expected"),
    [
        (
            "Une phrase\ncoupée en\n30. trois.\n\nUne autre.",
            "Du texte.",
            "Une phrase coupée en 30. trois.\n\nUne autre.",
        ),
        ("Un mot\n- un tiret", "Du texte.", "Un mot - un tiret"),
        ("- premier\nsuite\n- second\n• troisième", LIST, "- premier suite\n- second\n- troisième"),
        ("1. un\nsuite\n2. deux", "1. a\n2. b", "1. un suite\n2. deux"),
        ("| A | B\n|\n|---|---|\n| un | deux\net plus |", TABLE, "| A | B |\n|---|---|\n| un | deux et plus |"),
        ("!!! warning “قبل أي\nإجراء”\nقد يتغير\nالقانون.", BOX, '!!! warning "قبل أي إجراء"\n    قد يتغير القانون.'),
        ('!!! note "T"\n- un\nsuite\n- deux', f"{BOX}\n    - x\n    - y", '!!! note "T"\n    - un suite\n    - deux'),
        ("<!-- site: members -->", "<!-- site: members -->", "<!-- site: members -->"),
        ("Un\n \n \nDeux", "x", "Un\n\nDeux"),
    ],
)
def test_paragraphs_cut_by_a_mail_come_back_whole(words, french, expected):
    """Items and rows too, where the French has them; a framed text has its straight signs and its four spaces again."""
    assert unwrapped(words, french) == expected
    assert unwrapped(expected, french) == expected


@pytest.mark.parametrize(
    "written",
    [
        "## عنوان طويل جداً\nمكتوب في سطرين {#droits .critical}\n\nنص 30",
        "## عنوان طويل جداً مكتوب في سطرين {#droits\n.critical}\n\nنص 30",
        "عنوان طويل جداً مكتوب في سطرين\n\nنص 30",
    ],
)
def test_a_heading_cut_in_two_is_one_heading(written):
    """As long as its braces or an empty line say where it ends."""
    assert with_heading(written, FRENCH[3]) == "## عنوان طويل جداً مكتوب في سطرين {#droits .critical}\n\nنص 30"


def test_what_came_back_as_it_went_keeps_its_own_lines():
    """Other spaces, other quotation marks: no change; another word is one."""
    current = (Section("fin", "### نهاية «س» {#fin}\n\n- واحد\n- اثنان"),)
    assert merged_body(current, FRENCH, {"fin": "### نهاية “س” {#fin}\n- واحد\n- اثنان"}).strip() == current[0].text
    assert same_words("a  b\nc", "a b c") and not same_words("a b", "a c")


@given(st.text(max_size=300), st.sampled_from(["", TABLE, LIST, BOX]))
def test_no_word_is_lost_when_paragraphs_are_put_together(text, french):
    """Nothing but spaces and signs of layout changes."""
    letters = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in unwrapped(text, french) if sign.isalnum()] == letters


@given(st.text(max_size=300))
def test_reading_anything_never_fails(text):
    """A sheet is what people send."""
    read_sheet(text, "fiche.txt")


def test_an_address_cut_in_two_is_one_again():
    """Some programs cut at a hyphen; words are never glued."""
    cut = "Voir [la\npage](https://a.org/un-\ndeux-\n  trois) et (un\ndeux)."
    returned, _problems = read_sheet(filled(words=cut), "f")
    assert returned.parts["droits"] == "Voir [la\npage](https://a.org/un-deux-trois) et (un\ndeux)."


@pytest.mark.parametrize(
    ("answer", "reread"),
    [
        ("oui", True),
        ("I did, yes", True),
        ("نعم، كله", True),
        ("oui mais pas tout", False),
        ("", False),
        ("non", False),
    ],
)
def test_yes_is_read_wherever_it_stands_unless_something_is_denied(answer, reread):
    """The volunteer writes as people write."""
    assert _says_yes(answer, "oui") == reread


def test_an_address_that_a_mail_program_wrote_twice_is_one():
    """« https://a <https://a> » is what some of them send."""
    words = "[x](https://a.example/b <https://a.example/b>) et [y](https://c.example <https://d.example>)"
    assert _cleaned(words) == "[x](https://a.example/b) et [y](https://c.example <https://d.example>)"

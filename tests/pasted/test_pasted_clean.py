"""A pasted text becomes right Markdown; a right one stays as it is, to the byte; no word nor number is lost."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from built import ROOT
from golden_cases import text_of
from golden_texts import texts
from vigie.pasted.addresses import TRACKS
from vigie.pasted.clean import Cleaned, clean
from vigie.pasted.headings import with_ids
from vigie.pasted.letters import PSEUDO
from vigie.pasted.points import lines_with_points
from vigie.pasted.prose import mask
from vigie.pasted.remains import remains
from vigie.pasted.signs import SIGN
from vigie.pasted.site_words import site_lines
from vigie.refused_hosts import RefusedHosts

LINKEDIN = text_of("linkedin.txt")
DOCS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
PIECES = [
    "🔹 ", "✔", "👉 ", " ❗", "• ", "- ", "-Mot", "– ", "→ ", "1️⃣ ", "🙏", "ℹ️ ", "𝐫𝐞́", "#Miprof", "hashtag#TEH", ' "', '" ', "“", "”", "« ", "»",
    "'", "l'", "\n", "\n\n", "    ", "\t", "# ", "### ", "#### Titre", " : ", "?", " !", "; ", "[", "](", "]", "(", ")", "![", "`", "``", "```\n",
    "~~~\n", "<!-- a: b -->", "<b>", "{#a}", "|", "| a |\n|--|\n", "29.01.2025", "03/04/2025", "https://a.fr/?utm_source=x&b=1", "www.b.fr",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fc.fr%2F%3Ffbclid%3D1", "Ã©", "â€™", "\u200b", "\u202e", "\u2028", "\xad", "Post de Miprof\n",
    "J’aime\n", "-\n", "---\n", "***", "**", "*", "_", "> ", "é", "ع", "Mot", "A", "a", ".", " , ", "6 000", "50%", "\xa0", "\u202f", "\u2009",
    "&nbsp;", "a@b.fr", "mot " * 40, "\x0b", "\r", "---\ntitle: x\n---\n",
]  # fmt: skip
PASTES = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=14).map("".join).filter(lambda t: "\0" not in t)
)
QUIET = settings(
    max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("case", texts("pasted_cleaned.yaml"))
def test_what_is_wrong_is_mended(case):
    """The whole text, and nothing more the second time."""
    assert clean(case["input"]).text == case["output"]
    assert clean(case["output"]).text == case["output"]


@pytest.mark.parametrize("case", texts("pasted_kept.yaml"))
def test_what_is_right_or_doubtful_is_left_alone(case):
    """To the byte."""
    assert clean(case["input"]).text == case["input"]


@pytest.mark.parametrize("name", DOCS)
def test_the_texts_of_the_site_are_left_alone(name):
    """Each of them, in each language, to the byte."""
    text = (ROOT / name).read_bytes().decode()
    assert clean(text, name.split("/")[1]).text == text


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "contributing").glob("*.md")))
def test_the_lines_of_right_markdown_are_left_alone(name):
    """Those of the guides, wrapped as each author wraps."""
    text = (ROOT / "contributing" / name).read_text(encoding="utf-8")
    assert clean(text, "en").text.count("\n") == text.count("\n")


def test_thousands_of_equal_headings_are_counted_once():
    """Each has its own id; counting again from one for each would take minutes."""
    lines = with_ids("\n".join(["## A", "## B {#a-3}", *["## A"] * 20_000]), ("{#a-3}",)).split("\n")
    assert (lines[0], lines[3], lines[-1]) == ("## A {#a}", "## A {#a-4}", "## A {#a-20002}")


def test_thousands_of_spaces_are_read_once():
    """Trying each beginning for a mail's header would take minutes."""
    lines = Cleaned((" " * 19_000 + "b\n") * 20 + "  > De : une.personne@exemple.fr\n")
    found = remains(lines, "x.md", "fr", {"a@b.fr"}, RefusedHosts(refused_hosts=()))
    assert [p.line for p in found if "reste d’un courriel" in p.what] == [21]


@QUIET
@given(PASTES)
def test_cleaning_twice_is_cleaning_once(text):
    """Whatever was pasted."""
    once = clean(text).text
    assert clean(once).text == once


@QUIET
@given(PASTES)
def test_what_is_masked_comes_back(text):
    """Masking and restoring change nothing; a mend that eats a masked part is not applied."""
    masked = mask(text)
    assert masked.restored() == text
    assert masked.mended(lambda words: words + "\0").restored() == text


@QUIET
@given(
    st.lists(
        st.sampled_from(["Mot", "été", "2023", "6 000", "🔹", "✔", "🙏", "👉", "#Sigle", ".", ",", "\n", "- "]),
        max_size=30,
    ).map(" ".join)
)
def test_no_word_and_no_number_is_lost(text):
    """Signs go, words and numbers stay, in their order."""
    assert _words(clean(text).text) == _words(text)


def _words(text):
    return re.findall(r"\w+", text)


def test_a_post_of_a_social_network_loses_its_dirt_and_no_fact():
    """No pseudo letter, no site word, no picture, no tracker, no hashtag; every other word and number, in order."""
    cleaned = clean(LINKEDIN).text
    assert not PSEUDO.search(cleaned)
    assert not SIGN.search(cleaned)
    assert not TRACKS.search(cleaned)
    assert "#" not in cleaned
    lines = cleaned.split("\n")
    assert (site_lines(lines), lines_with_points(lines)) == ([], [])
    given = LINKEDIN.split("\n")
    facts = "\n".join(line for index, line in enumerate(given) if index not in site_lines(given))
    facts = unicodedata.normalize("NFC", PSEUDO.sub(lambda m: unicodedata.normalize("NFKC", m.group()), facts))
    facts = facts.replace("29.01.2025", "29 janvier 2025").replace("utm_source=linkedin&utm_medium=social&", "")
    facts = re.sub(r"ℹ|\ufe0f", "", facts)
    assert _words(cleaned) == _words(facts)
    assert cleaned.count("\n- ") == 15
    assert "\n- 50 des 60 mesures" in cleaned
    assert "6 000 personnes ont été repérées et 4 160 d’entre elles accompagnées" in cleaned


def test_the_last_point_cut_out_of_a_paragraph_is_told():
    """Nobody can see where a list ends in a paragraph."""
    assert clean("Dont : 🔹 Un, 🔹 Deux puis la suite\n").doubtful == ("Deux puis la suite",)
    assert clean("Dont :\n🔹 Un\n🔹 Deux\n").doubtful == ()


def test_each_line_taken_out_is_told():
    """A person puts it back when it was a fact."""
    assert clean("Un.\nPost de la Miprof\nJ'aime\n").removed == ("Post de la Miprof", "J'aime")


def test_french_rules_are_for_french():
    """A text of another language keeps its own spacing, dates and quotation marks, not its dirt."""
    text = 'The "plan": 29.01.2025? 𝐘𝐞𝐬!\n'
    assert clean(text, "en").text == 'The "plan": 29.01.2025? Yes!\n'


def test_lines_pasted_under_a_header_are_paragraphs_when_each_ends_its_sentence():
    """What follows « vigie new »; lines that only wrap a paragraph stay together."""
    line = "Une phrase assez longue pour dépasser les cent vingt signes, comme celles que l’on colle depuis un document de travail quelconque."
    header = "---\ntitle: T\n---\n\n"
    assert clean(f"{header}{line}\n{line}\n").text == f"{header}{line}\n\n{line}\n"
    wrapped = f"{header}{line[:-1]}\n{line}\n"
    assert clean(wrapped).text == wrapped

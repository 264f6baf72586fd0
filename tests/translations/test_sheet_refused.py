"""A sheet whose words the site could not read: told with its problems, nothing written; the project is as it was."""

import datetime
import time

import pytest

from vigie.documents import parse_document
from vigie.markdown_text import render_body
from vigie.translations.imported import Place, imported
from vigie.translations.lock import Lock
from vigie.translations.pin import Refused
from vigie.translations.pins import code_of
from vigie.translations.returned import Returned
from vigie.translations.sections import DESCRIPTION, OPENING, TITLE, sections_of

FRENCH = (
    "---\ntitle: Vos droits\ndescription: Ce que dit la loi.\n---\n\nUn début.\n\n## Un titre {#droits}\n\nDes mots.\n"
)
DAY = datetime.date(2026, 11, 22)
WHOLE = {TITLE: "Rights", DESCRIPTION: "The law.", OPENING: "A start.", "droits": "## A heading {#droits}\n\nWords."}


def _imported(parts, french=FRENCH, name="infos/droits"):
    document = parse_document(french, f"docs/fr/{name}.md", "fr", name)[0]
    headings = render_body(document.body, document.path, document.body_line)[0].headings
    front = document.front.value
    sections = sections_of(front["title"], front["description"], document.body, document.body_line, headings)
    place = Place(document, french, sections)
    return imported(place, Returned("en", name, code_of(sections), parts), Lock(), DAY)


def test_a_whole_sheet_reads_back():
    """The golden case: what the others break."""
    made = _imported(WHOLE)
    assert made.problems == ()
    assert 'title: "Rights"' in made.text and "## A heading {#droits}" in made.text


@pytest.mark.parametrize(
    ("part", "words", "says"),
    [
        (TITLE, "Rig\x07hts", "caractère illisible (U+0007)"),
        (TITLE, "R" * 300, "title"),
        (TITLE, "A <b>title</b>", "« < »"),
        (DESCRIPTION, "D" * 301, "description"),
        (OPENING, "A start. <script>alert(1)</script>", "contient du HTML"),
        (OPENING, "## New {#nouveau}\n\nMore.", "nouveau"),
        ("droits", "## A heading {#droits}\n\nWords.\n\n## New {#nouveau}\n\nMore.", "nouveau"),
        ("droits", "## {#droits}\n\nWords.", "droits"),
        ("droits", "## A heading {#droits}\n\nWords.\n\n## Again {#droits}\n\nMore.", "droits"),
        ("droits", "## A heading {#droits}\n\nLone \ud800 half.", "UTF-8"),
    ],
)
def test_words_that_the_site_cannot_read_are_refused(part, words, says):
    """Each with a message that names what is wrong."""
    problems = _imported({**WHOLE, part: words}).problems
    assert any(says in str(problem) for problem in problems), problems


def test_the_front_of_a_post_is_read_as_that_of_a_post():
    """A page knows no category, a post needs one."""
    front = FRENCH.replace("\n---\n\n", "\ncategory: loi\n---\n\n", 1)
    assert _imported(WHOLE, front, "actualites/2024-07-03-loi").problems == ()
    assert any("category" in str(problem) for problem in _imported(WHOLE, front).problems)
    assert _imported(WHOLE, FRENCH, "actualites/index").problems == ()


@pytest.mark.parametrize("missing", [TITLE, DESCRIPTION])
def test_a_first_sheet_has_a_title_and_a_description(missing):
    """A page called « À TRADUIRE » is not translated."""
    parts = {id_: words for id_, words in WHOLE.items() if id_ != missing}
    with pytest.raises(Refused, match="renvoyez aussi le titre et la description"):
        _imported(parts)


@pytest.mark.parametrize("words", ["## a" + " " * 20_000 + "b", "## a {#" + " " * 20_000 + "{", "a" * 20_000])
def test_a_hostile_heading_is_read_in_the_time_of_its_length(words):
    """What is quadratic would take minutes."""
    start = time.process_time()
    _imported({**WHOLE, "droits": f"{words}\n\nMore."})
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "words", ["Words", "## Words", "# Words {#other}", "  ### Words   { #droits .x }  ", "Words{#droits}"]
)
def test_a_heading_keeps_its_own_id(words):
    """Whatever signs came back with its words."""
    made = _imported({**WHOLE, "droits": f"{words}\n\nMore."})
    assert made.problems == () and "\n## Words {#droits}\n" in made.text

"""Vital pages: short sentences, plain words, and a name that tells nothing to who looks over a shoulder."""

import pytest

from vigie.documents import parse_document
from vigie.readers.plain_language import AVERAGE_SENTENCE, LONGEST_SENTENCE, check_plain_language, sentences_of

SHORT = "Un mot. " * 40
LONG = "mot " * (LONGEST_SENTENCE + 1)


def _said(body, title="Des informations", name="infos/page", french=True):
    document, problems = parse_document(f"---\ntitle: {title}\n---\n{body}", f"docs/fr/{name}.md", "fr", name)
    assert problems == []
    return [(p.line, p.what, p.blocking) for p in check_plain_language(document, title, french=french)]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Appelez. Écrivez !", ["Appelez.", "Écrivez !"]),
        ("- Vous pouvez : lire, écrire.", ["Vous pouvez :", "lire, écrire."]),
        ("## Un titre {#un-titre .critical}", ["Un titre "]),
        ("Lisez [les mots d’un lien](papiers.md#section-tres-longue).", ["Lisez les mots d’un lien."]),
        ("C’est vrai. Source : [un très long titre](https://exemple.org/), page 3.", ["C’est vrai. "]),
        ("C’est l’article L. 425-1 du code.", ["C’est l’article 425-1 du code."]),
        ('!!! warning "Avant tout"', ['"Avant tout"']),
        ("<!-- readers: contacts -->", []),
        ("", []),
    ],
)
def test_what_counts_as_a_sentence(line, sentences):
    """Not the marks of Markdown, not the address of a link, not the title of a source; an abbreviation ends nothing."""
    assert [s.strip() for s in sentences_of(line)] == [s.strip() for s in sentences]


def test_a_sentence_too_long_is_told_on_its_line_and_blocks_nothing():
    """Twenty-one words are told, twenty are not."""
    ((line, what, blocking),) = _said(f"Court.\n\n{LONG.strip()}.\n\n{SHORT}")
    assert (line, blocking) == (6, False) and what.startswith(f"cette phrase a {LONGEST_SENTENCE + 1} mots (« mot mot")
    assert _said(f"Court.\n\n{LONG.strip().removesuffix(' mot')}.\n\n{SHORT}") == []


def test_a_page_of_long_sentences_is_told():
    """Thirteen words on average are too many, even when no sentence is too long; twelve are not."""
    ((line, what, _),) = _said((("mot " * (AVERAGE_SENTENCE + 1)).strip() + ". ") * 5)
    assert line == 1 and "13 mots en moyenne" in what
    assert _said((("mot " * AVERAGE_SENTENCE).strip() + ". ") * 5) == []


@pytest.mark.parametrize("heavy", ["afin de", "le cas échéant", "Lorsque", "à l'issue de"])
def test_a_word_of_forms_has_a_plain_one(heavy):
    """Told on its line with the plain word, whatever its capitals or its apostrophe."""
    ((line, what, blocking),) = _said(f"Un.\n\nDeux {heavy} trois.")
    assert (line, blocking) == (6, False) and "mot de formulaire" in what


def test_a_plain_word_inside_another_is_left_alone():
    """« via » is not « viande »; a link's address is not its words."""
    assert _said("De la viande. [Lire](https://exemple.org/via/notamment).") == []


@pytest.mark.parametrize("name", ["infos/victimes", "infos/vos-droits-traite", "infos/exploitation", "infos/police"])
def test_an_address_that_tells_is_refused(name):
    """It stays in the history whatever the title of the tab."""
    ((line, what, blocking),) = _said("Un.", name=name)
    assert (line, blocking) == (1, True) and what.startswith("l’adresse de cette page vitale dit")


@pytest.mark.parametrize(
    "title", ["Victimes de traite", "Être exploité", "Proxénétisme", "Violences", "Trafficking", "Modern slavery"]
)
def test_a_title_that_tells_is_refused_on_its_line(title):
    """Accents and capitals change nothing."""
    ((line, what, blocking), *_rest) = _said("Un.", title=title)
    assert (line, blocking) == (2, True) and what.startswith("le titre de cette page vitale dit")


def test_only_french_sentences_are_measured():
    """Another language has its own lengths; its address is the same and tells nothing either."""
    assert _said(LONG, french=False) == []
    assert len(_said(LONG, name="infos/police", french=False)) == 1

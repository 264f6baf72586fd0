"""``vigie start``: whatever the French header looks like, the file to translate is read by the site."""

import json

import pytest
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st

from vigie.documents import PageMeta, parse_document
from vigie.reading import text_in
from vigie.records import read_record
from vigie.translations.blank import blank_translation

REST = {"description": "À TRADUIRE : Une phrase.", "vital": True, "legal_review": None}
STATE = {"source": None, "state": "draft", "method": "human"}


def _started(front, body="Des mots."):
    text = f"---\n{front}\n---\n\n{body}\n"
    text, hidden = text_in(text.encode(), "docs/fr/a.md")
    document, problems = parse_document(text, "docs/fr/a.md", "fr", "a")
    if hidden or problems or not isinstance(document.front.value, dict):
        reject()
    made = blank_translation(text, document)
    own, problems = parse_document(made, "docs/en/a.md", "en", "a")
    assert problems == [], made
    return document, own, made


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("title: Vos droits", "Vos droits"),
        ("title: 'Dire « \"non\" »'", 'Dire « "non" »'),
        ('title: "Un \\\\ et \\"deux\\""', 'Un \\ et "deux"'),
        ("title: >-\n  Un titre\n  sur deux lignes", "Un titre sur deux lignes"),
        ("title: Un titre\n  sur deux lignes", "Un titre sur deux lignes"),
        ("title: >-\n  Un\n\n  deux", "Un\ndeux"),
        ("title: Vos droits # à revoir", "Vos droits"),
        ("# avant\ntitle: Vos droits\n# après", "Vos droits"),
        ('"title": C# est un langage', "C# est un langage"),
        ('title: "L’été\u00a0: oui\u202f!"', "L’été\u00a0: oui\u202f!"),
    ],
)
def test_a_title_keeps_its_words_however_it_is_written(title, words):
    """The words that the site reads, under the mark; the other keys say what they said."""
    front = f"{title}\ndescription: Une phrase.\nvital: true\nlegal_review: {{role: avocate, date: 2024-01-02}}"
    _french, own, made = _started(front)
    assert own.front.value == {"title": f"À TRADUIRE : {words}", **REST, "translation": STATE}
    assert read_record(PageMeta, own.front, own.path)[1] == []
    assert "# avant" not in title or ("# avant" in made and "# après" in made)


@pytest.mark.parametrize(
    "front",
    [
        "title: T\nsources:\n- title: Loi\n  url: https://example.org\n- title: Autre\ntopics: [a, b]",
        "sources:\n\n  - title: Loi  # dite\n\n# mot\ntopics:\n- a\ntitle: T",
        "{title: T, topics: [a, b], draft: true}",
        "? title\n: T\n? topics\n: - a",
        "title: T\ndraft: true\ntranslation: null\n",
    ],
)
def test_other_keys_are_kept_in_any_yaml(front):
    """A list at the edge, blank lines, braces on one line; ``draft`` and ``translation`` are the French text's own."""
    french, own, made = _started(front)
    kept = {key: value for key, value in french.front.value.items() if key not in ("draft", "translation")}
    assert own.front.value == {**kept, "title": "À TRADUIRE : T", "translation": STATE}
    for line in front.split("\n"):
        assert not line.startswith(("- ", "  -")) or line in made.split("\n")


def test_a_long_title_is_cut_rather_than_refused():
    """With its mark it would be longer than a header admits, and every command would stop."""
    _french, own, _made = _started(f"title: {'a' * 110}\ndescription: {'b' * 300}")
    assert own.front.value["title"] == "À TRADUIRE : " + "a" * 96 + "…"
    assert read_record(PageMeta, own.front, own.path)[1] == []


STYLES = st.sampled_from(
    [
        lambda words: json.dumps(words, ensure_ascii=False),
        lambda words: "'" + words.replace("'", "''") + "'",
        lambda words: words,
        lambda words: ">-\n  " + words.replace("\n", "\n  "),
        lambda words: "|\n  " + words.replace("\n", "\n  "),
        lambda words: words + "  # un mot",
    ]
)


@given(
    words=st.text(st.characters(codec="utf-8") | st.sampled_from("\"'\\#:- \n>|[]{}"), min_size=1, max_size=90),
    style=STYLES,
    under=st.sampled_from(["", "\n# mot", "\n\n"]),
)
@example(words='"', style=lambda words: words + " x", under="")
def test_any_title_that_the_site_reads_gives_a_file_that_it_reads(words, style, under):
    """Its title is the French one under its mark, the other keys are equal."""
    french, own, _made = _started(f"title: {style(words)}{under}\nsources:\n- title: Loi\nvital: true")
    title = french.front.value.get("title")
    assume(isinstance(title, str) and len(title) <= 97)
    assert own.front.value == {**french.front.value, "title": f"À TRADUIRE : {title}", "translation": STATE}

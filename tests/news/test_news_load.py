"""From documents to posts: order, names, headers that cannot be read."""

from small_post import document, problems_of

from vigie.documents import parse_document
from vigie.news.load import load_posts

HEADER = "---\ntitle: T\ndescription: D\n---\n"


def _named(*stems, folder="actualites"):
    return [document(HEADER, stem, folder)[0] for stem in stems]


def test_posts_come_the_most_recent_first():
    """By date, then by name, whatever the order of the files."""
    documents = _named("2024-01-01-a", "2025-06-01-a", "2024-01-01-b", "2024-12-31-a")
    posts, problems = load_posts(documents)
    assert problems == []
    assert [p.document.stem for p in posts] == ["2025-06-01-a", "2024-12-31-a", "2024-01-01-b", "2024-01-01-a"]


def test_both_folders_are_read_with_their_own_precision():
    """A plaidoyer text has a month, a piece of news a day."""
    posts, problems = load_posts([*_named("2024-06", folder="plaidoyer"), *_named("2024-06-14-a")])
    assert problems == []
    assert [(p.folder, str(p.date)) for p in posts] == [("actualites", "2024-06-14"), ("plaidoyer", "2024-06")]


def test_a_bad_name_is_told_on_the_first_line_with_an_example():
    """The message shows the form of the folder that the file is in."""
    for folder, form in (("actualites", "2024-07-03-rencontre-osce.md"), ("plaidoyer", "2024-06.md")):
        posts, (problem,) = load_posts(_named("brouillon", folder=folder))
        assert posts == ()
        assert (problem.path, problem.line) == (f"docs/fr/{folder}/brouillon.md", 1)
        assert "« brouillon.md » ne donne pas une date et une adresse" in problem.what
        assert form in problem.mend


def test_a_bad_name_and_a_bad_header_are_both_told():
    """One does not hide the other."""
    posts, problems = load_posts([document("---\ntitle: T\n---\n", "brouillon")[0]])
    assert posts == ()
    assert [problem.what for problem in problems] == [
        "le nom « brouillon.md » ne donne pas une date et une adresse",
        "la clé « description » manque",
    ]


def test_a_header_that_cannot_be_read_is_told_once():
    """The reader of documents has already said it: no second message about missing keys."""
    for text in ("Texte sans en-tête.\n", "---\ntitle: T\n", "---\ntitle: [\n---\n"):
        assert len(problems_of(text)) == 1


def test_a_bad_post_does_not_hide_the_others():
    """The good posts are still listed."""
    documents = [document("---\ntitle: <b>\ndescription: D\n---\n", "2024-01-01-a")[0], *_named("2024-01-02-b")]
    posts, problems = load_posts(documents)
    assert [p.document.stem for p in posts] == ["2024-01-02-b"]
    assert [(p.path, p.line) for p in problems] == [("docs/fr/actualites/2024-01-01-a.md", 2)]


def test_the_languages_of_a_post_are_read_apart():
    """The same name in two languages is two posts."""
    texts = [
        parse_document(HEADER, f"docs/{lang}/actualites/x.md", lang, "actualites/2024-01-01-a")[0]
        for lang in ("fr", "ar")
    ]
    posts, problems = load_posts(texts)
    assert problems == []
    assert sorted(p.lang for p in posts) == ["ar", "fr"]

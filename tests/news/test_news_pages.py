"""The pages made from dated texts: which lists there are, at which addresses, under which words."""

import pytest
from small_post import post

from vigie.documents import TextTranslation
from vigie.interface import Interface
from vigie.news.newsroom import newsroom
from vigie.news.pages import Cited, is_an_inner_list, news_pages, topics
from vigie.values import Text

STRINGS = {
    "actualites_title": "Actualités",
    "actualites_description": "Toutes.",
    "actualites_of_year": "Actualités de {year}",
    "plaidoyer_title": "Plaidoyer",
    "plaidoyer_description": "Tout.",
    "plaidoyer_of_year": "Plaidoyer de {year}",
    "category_loi": "Loi",
    "archive_category": "Actualités : {name}",
    "archive_topic": "Sujet : {name}",
    "archive_topic_description": "Du sujet.",
    "archive_measure": "Textes sur : {name}",
    "archive_measure_description": "De la mesure.",
    "topics_title": "Sujets",
    "topics_description": "Les sujets.",
    "page_title": "{title}, page {n}",
}
OLD, NEW, MONTH = "2024-01-01-a", "2024-06-14-b", "2024-06"
LABELS = (("plan", Text("Plan", "fr")), ("vide", Text("Vide", "fr")))
MEASURES = (
    Cited(Text("Un", "fr"), "plan/mesures/un/", ("un", "ancien")),
    Cited(Text("Deux", "fr"), "plan/mesures/deux/", ("deux",)),
)


@pytest.fixture(scope="module")
def posts():
    return (
        post(OLD, header="measures: [ancien]\ncategory: loi\n"),
        post(NEW, header="topics: [plan]\n"),
        post(OLD, lang="ar", header="translation: {source: null, state: draft, method: machine}\n"),
        post(MONTH, "plaidoyer"),
        post("2024-03-03-autre", lang="en"),
    )


def _pages(listed, lang="fr", published=None):
    room = newsroom(listed, lang)
    t = Interface(lang, STRINGS)
    return {page.address: page for page in news_pages(room, published or listed, lang, t, LABELS, MEASURES)}


def _stems(page):
    return [entry.post.document.stem for entry in page.subject.entries]


def test_every_list_that_has_texts_has_a_page(posts):
    """Folders and topics always; years, categories, one topic, one measure as soon as a text is in them."""
    pages = _pages(posts)
    assert {address: (page.kind, page.title.value) for address, page in pages.items()} == {
        "actualites/": ("posts", "Actualités"),
        "actualites/2024/": ("archive", "Actualités de 2024"),
        "actualites/categories/loi/": ("archive", "Actualités : Loi"),
        "plaidoyer/": ("posts", "Plaidoyer"),
        "plaidoyer/2024/": ("archive", "Plaidoyer de 2024"),
        "sujets/": ("topics", "Sujets"),
        "sujets/plan/": ("archive", "Sujet : Plan"),
        "plan/mesures/un/textes/": ("archive", "Textes sur : Un"),
        f"actualites/{OLD}/": ("post", f"Titre fr de {OLD}"),
        f"actualites/{NEW}/": ("post", f"Titre fr de {NEW}"),
        f"plaidoyer/{MONTH}/": ("post", f"Titre fr de {MONTH}"),
    }
    assert _stems(pages["sujets/plan/"]) == [NEW]
    assert _stems(pages["plan/mesures/un/textes/"]) == [OLD]


def test_without_text_the_lists_are_there_and_empty():
    """A new site has its menu whole."""
    pages = _pages(())
    assert set(pages) == {"actualites/", "plaidoyer/", "sujets/"}
    assert _stems(pages["actualites/"]) == []


def test_a_long_list_has_numbered_pages():
    """Each with its own title; inner pages are told from the list itself."""
    texts = [post(f"2024-01-01-x{n}") for n in range(41)]
    pages = _pages(texts)
    assert [a for a in pages if a.startswith("actualites/") and pages[a].kind == "posts"] == [
        "actualites/",
        "actualites/page-2/",
        "actualites/page-3/",
    ]
    assert pages["actualites/page-2/"].title == Text("Actualités, page 2", "fr")
    assert pages["actualites/2024/page-3/"].subject.number == 3
    assert [is_an_inner_list(pages[a]) for a in ("actualites/", "actualites/page-2/", "actualites/2024/")] == [
        False,
        True,
        False,
    ]


def test_the_texts_of_a_measure_are_reached_from_its_page(posts):
    """They are an inner list; a text is none."""
    pages = _pages(posts)
    assert is_an_inner_list(pages["plan/mesures/un/textes/"])
    assert not is_an_inner_list(pages[f"actualites/{OLD}/"])


def test_each_text_of_the_language_has_a_page_and_no_other(posts):
    """An Arabic list names the French text without making a page of it."""
    pages = _pages(posts, "ar")
    assert [page.path for page in pages.values() if page.kind == "post"] == [f"ar/actualites/{OLD}/"]
    assert _stems(pages["actualites/"]) == [NEW, OLD]
    assert pages["actualites/"].title == Text("Actualités", "ar")


def test_a_text_that_left_the_lists_keeps_its_page(posts):
    """Pages are those of the published, lists those of the listed; an archive left empty is gone."""
    pages = _pages(posts[1:2], published=posts)
    assert _stems(pages["actualites/"]) == [NEW]
    assert "actualites/categories/loi/" not in pages
    assert f"actualites/{OLD}/" in pages


def test_a_page_carries_the_state_of_its_translation(posts):
    """What its header says of the translation reaches the page; a French text says nothing."""
    state = TextTranslation(source=None, state="draft", method="machine")
    assert _pages(posts, "ar")[f"actualites/{OLD}/"].translation == state
    assert _pages(posts)[f"actualites/{OLD}/"].translation is None


def test_a_sensitive_text_has_a_neutral_page():
    """What the header says reaches the page."""
    pages = _pages((post(OLD, header="sensitive: true\n"), post(NEW)))
    assert [pages[f"actualites/{stem}/"].neutral for stem in (OLD, NEW)] == [True, False]


def test_topics_keep_the_order_of_the_file_and_their_own_language(posts):
    """One without text is not offered; a topic without words in the language says that it is French."""
    labels = (("vide", Text("Vide", "ar")), ("plan", Text("Plan", "fr")))
    assert [(a.text, a.address, a.count) for a in topics(newsroom(posts, "ar"), labels)] == [
        (Text("Plan", "fr"), "sujets/plan/", 1)
    ]

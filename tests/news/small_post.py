"""A fictional post (``golden/post.md``) read as the site reads one, from a text."""

import datetime

from golden_cases import text_of
from vigie.documents import parse_document
from vigie.news.check import check_post
from vigie.news.load import load_posts
from vigie.refused_hosts import RefusedHost, RefusedHosts

STEM = "2025-01-02-texte-fictif"
TODAY = datetime.date(2026, 11, 22)
TEXT = text_of("post.md")
MEASURES = ("contenu-un", "contenu-deux")
TOPICS = ("sujet-un",)
REFUSED = RefusedHosts(refused_hosts=(RefusedHost(host="copies.example", why="Copie fictive"),))


def document(text=TEXT, stem=STEM, folder="actualites", lang="fr"):
    """The document of that name, and what is wrong with its header."""
    return parse_document(text, f"docs/{lang}/{folder}/{stem}.md", lang, f"{folder}/{stem}")


def problems_of(text=TEXT, stem=STEM, folder="actualites"):
    """Every problem of a post, read and checked."""
    found, problems = document(text, stem, folder)
    posts, wrong = load_posts([found])
    return [*problems, *wrong, *(p for post in posts for p in check_post(post, MEASURES, TOPICS, REFUSED, TODAY))]


def post(stem=STEM, folder="actualites", lang="fr", *, header=""):
    """A good post of that name with lines more in its header."""
    text = f"---\ntitle: Titre {lang} de {stem}\ndescription: Phrase {lang}.\n{header}---\nTexte.\n"
    (made,), problems = load_posts([document(text, stem, folder, lang)[0]])
    assert problems == []
    return made

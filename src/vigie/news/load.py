"""From documents to posts: the file name gives date and address, the front matter is read strictly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from vigie.documents import Document
from vigie.languages import SOURCE
from vigie.news.model import Folder, Post, PostMeta, date_in_name, following
from vigie.problems import Problem
from vigie.records import read_record

_NAME_FORMS = {
    "actualites": "AAAA-MM-JJ-mots-simples.md, par exemple 2024-07-03-rencontre-osce.md",
    "plaidoyer": "AAAA-MM.md ou AAAA-MM-mots-simples.md, par exemple 2024-06.md",
}


def load_posts(documents: Iterable[Document]) -> tuple[tuple[Post, ...], list[Problem]]:
    """The posts among ``documents``, the most recent first, and what is wrong with their names and front matter.

    A translation follows its French text: see ``following``.
    """
    posts: list[Post] = []
    problems: list[Problem] = []
    for document in documents:
        folder = cast(Folder, document.folder)
        date = date_in_name(folder, document.name.split("/", 1)[1])
        if date is None:
            what = f"le nom « {document.stem}.md » ne donne pas une date et une adresse"
            problems.append(Problem(document.path, 1, what, _NAME_FORMS[folder]))
        if not document.has_front:
            continue
        meta, found = read_record(PostMeta, document.front, document.path)
        problems += found
        if meta and date:
            posts.append(Post(document, meta, folder, date))
    french = {post.document.name: post for post in posts if post.lang == SOURCE}
    posts = [following(p, french[p.document.name]) if p.document.name in french else p for p in posts]
    return tuple(sorted(posts, key=lambda p: (p.date, p.document.name), reverse=True)), problems

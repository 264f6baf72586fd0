"""The rules of posts that need other records: measures, topics, refused hosts."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from vigie.news.model import Post
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Location


def check_post(
    post: Post, measures: Collection[str], topics: Collection[str], refused: RefusedHosts, today: datetime.date
) -> list[Problem]:
    """Every rule of one post."""
    return [
        *its_days_make_sense(post, today),
        *names_known_records(post, "measures", measures),
        *names_known_records(post, "topics", topics),
        *only_news_have_a_category(post),
        *no_copy_is_a_source(post, refused),
        *a_summary_names_its_original(post),
    ]


def _problem(post: Post, place: Location, what: str, mend: str) -> Problem:
    return Problem(post.document.path, post.document.front.line(place), what, mend)


def its_days_make_sense(post: Post, today: datetime.date) -> list[Problem]:
    """A correction is made after a text appeared and not in the future; a text leaves the lists after it appeared."""
    problems = []
    if post.meta.updated_on and post.meta.updated_on > today:
        mend = f"écrivez un jour passé, {today} au plus tard"
        problems.append(
            _problem(post, ("updated_on",), f"cette correction ({post.meta.updated_on}) est dans le futur", mend)
        )
    elif post.meta.updated_on and post.meta.updated_on < post.appeared_on:
        mend = f"le texte a paru le {post.appeared_on} : ôtez cette ligne, ou corrigez-la"
        problems.append(_problem(post, ("updated_on",), "cette correction est d’avant la parution", mend))
    if post.meta.expire_on and post.meta.expire_on <= post.appeared_on:
        what = f"ce texte disparaît ({post.meta.expire_on}) avant de paraître ({post.appeared_on})"
        problems.append(_problem(post, ("expire_on",), what, "donnez un jour d’après sa parution"))
    return problems


def names_known_records(post: Post, key: str, known: Collection[str]) -> list[Problem]:
    """``measures`` and ``topics`` are ids that exist."""
    return [
        _problem(post, (key, index), f"« {id_} » est inconnu", f"choisissez parmi : {', '.join(sorted(known))}")
        for index, id_ in enumerate(getattr(post.meta, key))
        if id_ not in known
    ]


def only_news_have_a_category(post: Post) -> list[Problem]:
    """News have a category; plaidoyer is a folder of its own."""
    if post.folder == "actualites" and post.meta.category is None:
        mend = "rencontre, formation, campagne, chiffres, loi, international ou publication"
        return [_problem(post, (), "la clé « category » manque", mend)]
    if post.folder == "plaidoyer" and post.meta.category is not None:
        return [_problem(post, ("category",), "un texte de plaidoyer n’a pas de catégorie", "ôtez cette ligne")]
    return []


def no_copy_is_a_source(post: Post, refused: RefusedHosts) -> list[Problem]:
    """Copies and mirrors are not sources, nor what a text is based on."""
    cited: list[tuple[Location, str | None]] = [
        (("sources", index, "url"), source.url) for index, source in enumerate(post.meta.sources)
    ]
    if post.meta.based_on:
        cited.append((("based_on", "url"), post.meta.based_on.url))
    return [
        _problem(
            post,
            place,
            f"ce site ne se cite pas ({why})",
            "donnez l’adresse de l’original, ou null",
        )
        for place, url in cited
        if url and (why := refused.refuses(url))
    ]


def a_summary_names_its_original(post: Post) -> list[Problem]:
    """A reworded text never passes for the collectif's own words: its original comes first (a draft may still look for it)."""
    if post.meta.draft:
        return []
    if post.folder == "plaidoyer" and (not post.meta.sources or post.meta.sources[0].url is None):
        mend = "mettez d’abord dans sources: la page d’origine, avec son adresse"
        return [_problem(post, ("sources",), "ce résumé ne renvoie pas au texte d’origine", mend)]
    return []

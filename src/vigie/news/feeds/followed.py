"""Which feeds readers of a language may follow, and where: what pages announce, and what is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigie.build import Build
from vigie.feeds import atom, calendar_file
from vigie.languages import SOURCE, Language
from vigie.measures.open_data.agenda import AGENDA
from vigie.news.model import Post
from vigie.pages import Page

FOLDER = "actualites/"
ATOM, JSON, EVENTS = f"{FOLDER}flux.atom", f"{FOLDER}flux.json", f"{FOLDER}evenements.ics"
"""Under the root of each language that has texts of its own."""

JSON_TYPE = "application/feed+json"
_DECLARED_ON = ("home", "posts", "archive", "topics", "post")


@dataclass(frozen=True)
class Followed:
    """A file that programs ask for again: its path from the site's root, the key of its words, the language it is in."""

    path: str
    words: str
    media_type: str
    lang: str


def own_posts(listed: Iterable[Post], lang: str) -> tuple[Post, ...]:
    """The texts written in ``lang``, the last to appear first. One that is shown as French is no text of another language."""
    own = [post for post in listed if post.lang == lang]
    return tuple(sorted(own, key=lambda post: (post.appeared_on, post.document.name), reverse=True))


def followed(build: Build, lang: str) -> tuple[Followed, ...]:
    """What readers of ``lang`` may follow: the texts of their language, else, as in the lists, the French ones."""
    posts = own_posts(build.listed_posts, lang)
    if not posts and lang != SOURCE:
        return followed(build, SOURCE)
    plan = Followed(AGENDA, "follow_plan", calendar_file.MEDIA_TYPE, SOURCE)
    if not posts:
        return (plan,)
    prefix = Language(lang).prefix
    events = Followed(f"{prefix}{EVENTS}", "follow_events", calendar_file.MEDIA_TYPE, lang)
    return (
        Followed(f"{prefix}{ATOM}", "follow_atom", atom.MEDIA_TYPE, lang),
        Followed(f"{prefix}{JSON}", "follow_json", JSON_TYPE, lang),
        *((events,) if any(post.meta.event for post in posts) else ()),
        plan,
    )


def declared(build: Build, page: Page) -> tuple[Followed, ...]:
    """The feeds that the head of ``page`` names: on pages of dated texts and at home, and nowhere that must tell nothing."""
    if page.kind not in _DECLARED_ON or page.neutral or not page.real:
        return ()
    return tuple(feed for feed in followed(build, page.lang) if feed.media_type in (atom.MEDIA_TYPE, JSON_TYPE))

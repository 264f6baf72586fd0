"""The French texts that wait to be translated, as tasks know them: their words, their place in the menu, their day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from vigie.markdown_text import Rendered
from vigie.site.navigation import Navigation
from vigie.translations.tasks import FrenchText
from vigie.translations.tracking import Words, Written, french_parts
from vigie.values import PartialDate


class PageWords(Words, Protocol):
    """The header of a page."""

    @property
    def vital(self) -> bool: ...
    @property
    def sensitive(self) -> bool: ...


class PostWords(Words, Protocol):
    """The header of a dated text."""

    @property
    def sensitive(self) -> bool: ...


class Page(Written, Protocol):
    """A page that an editor wrote."""

    @property
    def meta(self) -> PageWords: ...


class Dated(Written, Protocol):
    """A dated text."""

    @property
    def meta(self) -> PostWords: ...
    @property
    def date(self) -> PartialDate: ...


def french_texts(
    pages: Iterable[Page], posts: Iterable[Dated], navigation: Navigation, rendered: Mapping[str, Rendered]
) -> tuple[FrenchText, ...]:
    """``pages`` and ``posts`` in French, those that readers see; the home page has the first place of the menu."""
    menu = [address for section in navigation.sections for address in section.addresses]
    places = {address: place for place, address in enumerate(["", *menu])}

    def words(text: Written) -> int:
        return sum(part.words for part in french_parts(text, rendered))

    return (
        *(
            FrenchText(
                p.document, p.meta.title, words(p), p.meta.vital, p.meta.sensitive, places.get(p.document.address)
            )
            for p in pages
        ),
        *(
            FrenchText(p.document, p.meta.title, words(p), sensitive=p.meta.sensitive, day=p.date.first_day)
            for p in posts
        ),
    )

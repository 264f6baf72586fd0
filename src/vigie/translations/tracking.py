"""Every translation of the site beside its French text of today: what ``Build`` asks once, and everybody reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from vigie.documents import Document, TranslationState
from vigie.languages import SOURCE
from vigie.markdown_text import Rendered
from vigie.translations.lock import Lock
from vigie.translations.sections import Section, sections_of
from vigie.translations.status import Status, status_of


class Words(Protocol):
    """The words of a header that are translated, and what it says of the translation."""

    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def translation(self) -> TranslationState | None: ...


class Written(Protocol):
    """A page or a post: its document and its header."""

    @property
    def document(self) -> Document: ...
    @property
    def meta(self) -> Words: ...


@dataclass(frozen=True)
class Tracked:
    """One translation; ``status`` is None when it has no French text of its name (an orphan)."""

    document: Document
    state: TranslationState | None
    status: Status | None

    @property
    def changes(self) -> Mapping[str, str]:
        """The parts that are not as they were when it was made: id → changed, added or removed."""
        return {part.id: part.change for part in self.status.behind} if self.status else {}

    @property
    def translated_from(self) -> Mapping[str, str]:
        """The French that those parts were made from, by their id; empty for a part added since."""
        return {part.id: part.before.text if part.before else "" for part in self.status.behind} if self.status else {}

    @property
    def reshaped(self) -> Mapping[str, str]:
        """The French that the other parts were made from, where it had other links, lists or marks but the same words."""
        parts = self.status.parts if self.status else ()
        return {
            part.id: part.before.text
            for part in parts
            if part.change == "unchanged" and part.before and part.now and part.before.text != part.now.text
        }


def french_parts(text: Written, rendered: Mapping[str, Rendered]) -> tuple[Section, ...]:
    """The parts of a French text as it is today."""
    document = text.document
    headings = rendered[document.path].headings
    return sections_of(text.meta.title, text.meta.description, document.body, document.body_line, headings)


def track(texts: Iterable[Written], rendered: Mapping[str, Rendered], lock: Lock) -> dict[str, Tracked]:
    """Every translation among ``texts``, by its path."""
    texts = tuple(texts)
    french = {text.document.name: text for text in texts if text.document.lang == SOURCE}
    parts = {name: french_parts(text, rendered) for name, text in french.items()}
    found = {}
    for text in texts:
        document, state = text.document, text.meta.translation
        if document.lang != SOURCE:
            now = parts.get(document.name)
            status = status_of(state.source if state else None, now, lock) if now is not None else None
            found[document.path] = Tracked(document, state, status)
    return found

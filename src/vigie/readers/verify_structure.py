"""What a screen reader, a translator's tool or another site must find right in a built page: names, tables, languages.

Rules of ``readers/verify.py`` like the others, in their own file: each is a function of one page's events.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from vigie.html_stream import Event
from vigie.languages import Language, is_known
from vigie.problems import Problem

_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "headers")
_FIELDS = {"input", "select", "textarea"}
_NAMED = {"a", "button", "summary"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def structure_problems(path: str, events: Sequence[Event], ids: Sequence[str]) -> list[Problem]:
    """Every problem of structure of the page written at ``path`` under the site's folder."""
    found = chain(
        links_out_say_nothing_of_us(events),
        languages_are_known(events),
        headings_do_not_jump(events),
        images_have_a_text(events),
        tables_say_their_headings(events),
        fields_have_a_label(events),
        controls_have_a_name(events),
        references_lead_to_an_id(events, frozenset(ids)),
    )
    return [Problem(f"site/{path}", event.line, what, mend) for event, what, mend in found]


Found = Iterator[tuple[Event, str, str]]


def _attributes(event: Event) -> Mapping[str, str | None]:
    return dict(reversed(event.attributes))


def links_out_say_nothing_of_us(events: Sequence[Event]) -> Found:
    """A link to another site carries ``rel="noreferrer"``: that site does not learn what was read here."""
    for event in events:
        if event.kind != "start" or event.data not in ("a", "area"):
            continue
        attributes = _attributes(event)
        href = (attributes.get("href") or "").strip().lower()
        if href.startswith(("http:", "https:", "//")) and "noreferrer" not in (attributes.get("rel") or "").split():
            yield event, f"le lien « {href[:60]} » dit d’où l’on vient", 'écrivez rel="noreferrer"'


def languages_are_known(events: Sequence[Event]) -> Found:
    """Each ``lang`` and ``hreflang`` is a language; a text of the other direction says its own."""
    page = next((_attributes(e).get("dir") for e in events if e.kind == "start" and e.data == "html"), None)
    for event in events:
        if event.kind != "start":
            continue
        attributes = _attributes(event)
        for name in ("lang", "hreflang"):
            code = attributes.get(name)
            if name in attributes and code != "x-default" and not (code and is_known(code)):
                yield event, f"« {name}={code} » n’est pas une langue", "deux lettres, par exemple fr"
        lang = attributes.get("lang")
        if lang and is_known(lang) and event.data != "html" and not attributes.get("dir"):
            direction = Language(lang).direction
            if direction != page:
                yield event, f"ce texte en « {lang} » ne dit pas son sens", f'ajoutez dir="{direction}"'


def headings_do_not_jump(events: Sequence[Event]) -> Found:
    """h2 before h3, h3 before h4: a screen reader navigates by them."""
    previous = 0
    for event in events:
        if event.kind != "start" or event.data not in _HEADINGS:
            continue
        level = int(event.data[1])
        if previous and level > previous + 1:
            yield event, f"h{level} suit h{previous}", f"un h{previous + 1} d’abord"
        previous = level


def images_have_a_text(events: Sequence[Event]) -> Found:
    """Every image has an alternative text, empty only on purpose."""
    for event in events:
        if event.kind == "start" and event.data == "img" and "alt" not in _attributes(event):
            yield event, "image sans texte de remplacement", 'ajoutez alt="…"'


def tables_say_their_headings(events: Sequence[Event]) -> Found:
    """A table has headings, each of which says whether it heads a column or a row."""
    tables: list[tuple[Event, bool]] = []
    for event in events:
        if event.data == "table":
            if event.kind == "start":
                tables.append((event, False))
            elif tables:
                table, has_headings = tables.pop()
                if not has_headings:
                    yield table, "ce tableau n’a pas d’en-têtes", "donnez un <th> à chaque colonne"
        elif event.kind == "start" and event.data == "th" and tables:
            tables[-1] = (tables[-1][0], True)
            if _attributes(event).get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield event, "cet en-tête ne dit pas ce qu’il nomme", 'scope="col" ou scope="row"'


def fields_have_a_label(events: Sequence[Event]) -> Found:
    """A field is named by a ``<label for>``, or by ``aria-label`` or ``aria-labelledby``."""
    labelled = {_attributes(e).get("for") for e in events if e.kind == "start" and e.data == "label"}
    for event in events:
        if event.kind != "start" or event.data not in _FIELDS:
            continue
        attributes = _attributes(event)
        named = attributes.get("aria-label") or attributes.get("aria-labelledby")
        if attributes.get("type") != "hidden" and not named and attributes.get("id", "") not in labelled - {None}:
            yield event, "ce champ n’a pas de nom", '<label for="…"> avec l’identifiant du champ'


def controls_have_a_name(events: Sequence[Event]) -> Found:
    """A link or a button holds words, or a picture that has some, or says its name."""
    opened: list[tuple[Event, bool]] = []
    for event in events:
        if opened and _says_something(event):
            opened = [(control, True) for control, _named in opened]
        if event.data in _NAMED and event.kind == "start":
            attributes = _attributes(event)
            named = bool((attributes.get("aria-label") or attributes.get("aria-labelledby") or "").strip())
            opened.append((event, named))
        elif event.data in _NAMED and event.kind == "end" and opened:
            control, named = opened.pop()
            if not named:
                yield control, f"<{control.data}> sans texte", "donnez-lui des mots, ou aria-label"


def _says_something(event: Event) -> bool:
    if event.kind == "text":
        return bool(event.data.strip())
    attributes = _attributes(event)
    return any((attributes.get(name) or "").strip() for name in ("alt", "aria-label"))


def references_lead_to_an_id(events: Sequence[Event], ids: frozenset[str]) -> Found:
    """What a label or an ``aria-…`` attribute names exists in the page."""
    for event in events:
        if event.kind != "start":
            continue
        for name, value in event.attributes:
            if name in _REFERENCES:
                for target in (value or "").split():
                    if target not in ids:
                        yield event, f"« {name}={target} » ne mène à rien", "l’identifiant d’un élément de la page"

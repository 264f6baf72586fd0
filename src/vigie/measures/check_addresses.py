"""Rules on ids: each is an address, used once and for ever; a content that gave way to measures leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.data_files import Loaded
from vigie.measures.facets import FILTERS
from vigie.measures.model import Ledger, Measure
from vigie.measures.places import former_ids, ids
from vigie.problems import Problem
from vigie.strict_yaml import Location

RESERVED = (FILTERS.rstrip("/").rpartition("/")[2],)
"""Ids whose address is that of other pages: those of the filters are under ``plan/mesures/filtre/``."""


def no_id_is_used_twice(ledger: Loaded[Ledger]) -> list[Problem]:
    """An id is an address: unique in the whole file, for ever."""
    problems = []
    first: dict[str, int] = {}
    for place, id_ in sorted(ids(ledger.record), key=lambda found: ledger.located.line(found[0])):
        if id_ in first:
            what = f"l’identifiant « {id_} » sert déjà (ligne {first[id_]})"
            problems.append(ledger.problem(place, what, "choisissez-en un autre : un identifiant est une adresse"))
        first.setdefault(id_, ledger.located.line(place))
    return problems


def no_address_is_that_of_the_filters(ledger: Loaded[Ledger]) -> list[Problem]:
    """A content or measure, today's or a former one, does not take the address of the filters."""
    measures: list[tuple[Location, str]] = [
        (("measures", index, "id"), measure.id) for index, measure in enumerate(ledger.record.measures)
    ]
    return [
        ledger.problem(
            place, f"l’adresse « {id_} » est celle des filtres du tableau", "choisissez un autre identifiant"
        )
        for place, id_ in (*measures, *((place, id_) for place, _measure, id_ in former_ids(ledger.record)))
        if id_ in RESERVED
    ]


def a_former_id_is_that_of_another_record(ledger: Loaded[Ledger]) -> list[Problem]:
    """A record does not come from itself."""
    return [
        ledger.problem(place, f"« {id_} » ne peut pas être issu de lui-même", "ôtez-le de former_ids")
        for place, measure, id_ in former_ids(ledger.record)
        if id_ == measure.id
    ]


def a_former_id_is_named_once(ledger: Loaded[Ledger]) -> list[Problem]:
    """Several measures may come from one content; one measure names it once."""
    return [
        ledger.problem(place, f"« {id_} » est écrit deux fois dans former_ids", "gardez-en un")
        for place, measure, id_ in former_ids(ledger.record)
        if id_ in measure.former_ids[: int(place[3])]
    ]


def a_former_id_was_that_of_a_content(ledger: Loaded[Ledger]) -> list[Problem]:
    """A content gives way to measures; a numbered measure, once known, gives way to nothing."""
    kinds = {measure.id: measure.kind for measure in ledger.record.measures}
    mend = "seul un contenu (kind: content) laisse place à autre chose ; ôtez-le de former_ids"
    return [
        ledger.problem(place, f"« {id_} » est une mesure numérotée, pas un ancien contenu", mend)
        for place, measure, id_ in former_ids(ledger.record)
        if kinds.get(id_) == "measure" and id_ != measure.id
    ]


def a_former_id_names_nothing_else(ledger: Loaded[Ledger]) -> list[Problem]:
    """An address of the table never was that of a finding, a figure, an axis…"""
    others = {id_: place for place, id_ in ids(ledger.record) if (place[0], len(place)) != ("measures", 3)}
    return [
        ledger.problem(
            place,
            f"« {id_} » n’est pas un contenu : cet identifiant est pris ligne {ledger.located.line(others[id_])}",
            "écrivez l’identifiant d’un contenu, ou ôtez-le de former_ids",
        )
        for place, _measure, id_ in former_ids(ledger.record)
        if id_ in others
    ]


def what_gave_way_comes_from_nothing(ledger: Loaded[Ledger]) -> list[Problem]:
    """No chain: the records of today name all that they come from, so that nothing is lost on the way."""
    successors = ledger.record.successors
    return [
        ledger.problem(
            ("measures", index, "former_ids"),
            f"« {measure.id} » a lui-même laissé place à « {' » et « '.join(successors[measure.id])} »",
            "écrivez ces identifiants dans les former_ids de ce qui le remplace, et ici former_ids: []",
        )
        for index, measure in enumerate(ledger.record.measures)
        if measure.former_ids and successors.get(measure.id, (measure.id,)) != (measure.id,)
    ]


def what_gave_way_hears_nothing_new(ledger: Loaded[Ledger]) -> list[Problem]:
    """A content keeps the findings noted before its measures; what is noted later is better said of a measure.

    Only a look: when the content gives way long after its measure was noted, such findings can no longer be moved.
    """
    return [
        ledger.problem(
            (*place, "added_on"),
            f"« {old.id} » a laissé place à « {' » et « '.join(new.id for new in news)} » avant ce constat",
            "écrivez ce constat dans la mesure dont il parle, s’il n’est pas encore publié",
            blocking=False,
        )
        for index, old, news in _gave_way(ledger.record)
        for place, added_on in ((("measures", index, "findings", n), f.added_on) for n, f in enumerate(old.findings))
        if added_on > max(new.added_on for new in news)
    ]


def _gave_way(ledger: Ledger) -> Iterator[tuple[int, Measure, list[Measure]]]:
    """Each content that gave way, its rank in the file, and what it became."""
    for index, old in enumerate(ledger.measures):
        news = [new for new in ledger.measures if old.id in new.former_ids and new.id != old.id]
        if news:
            yield index, old, news

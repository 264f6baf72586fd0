"""The ledger is only ever added to: what was published at a moment of its history is still there, word for word.

Both files are compared as they are written, by ids, not as records: a file of before may lack keys that exist today, and a
key added since is no change. Only four things may move: a withdrawal empties a claim, a finding or a reply, a signature is
added, a reply is added, and a content without findings nor figures may leave once a measure names it in its ``former_ids``.
"""

from __future__ import annotations

from typing import Any

from vigie.data_files import Loaded
from vigie.measures.model import Ledger
from vigie.measures.published import (
    KINDS,
    Published,
    changed_keys,
    entries,
    known_keys,
    measures_of,
    meetings_of,
    published,
    replies_of,
    text_read,
)
from vigie.measures.withdrawal import EMPTIED
from vigie.problems import Problem
from vigie.strict_yaml import Located, Location


def since(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """What ``now`` lost or rewrote of ``before``, told on the lines of ``now``."""
    return [
        *nothing_published_has_vanished(before, now),
        *nothing_published_is_rewritten(before, now),
        *replies_are_only_added(before, now),
        *no_state_of_the_table_moves(before, now),
        *no_content_nor_measure_has_vanished(before, now),
        *a_measure_stays_what_it_was(before, now),
        *no_former_address_is_forgotten(before, now),
        *nothing_new_enters_a_published_state(before, now),
        *no_signature_enters_a_published_state(before, now),
        *the_plan_is_read_on_one_day(before, now),
    ]


def nothing_published_has_vanished(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """A claim, a finding, a figure stays where it was written; it is corrected or withdrawn, never erased nor moved."""
    today = published(now.located.value)
    measures = measures_of(now.located.value)
    problems = []
    for key, old in published(before.value).items():
        found = today.get(key)
        if found is not None and found.holders != old.holders:
            what = f"« {old.id} » a changé de place : il était sous « {old.holders[-1]} »"
            problems.append(now.problem(found.place, what, "remettez-le à sa place : un texte publié n’en change pas"))
        elif found is None and (old.place[0] != "measures" or old.holders[0] in measures):
            kind = KINDS[old.kind]
            what = f"{kind.name} « {old.id} » a disparu, mais a été {kind.published}"
            problems.append(now.problem(_where_it_was(old, now), what, f"remettez-{kind.it}, puis {kind.mend}"))
    return problems


def _where_it_was(old: Published, now: Loaded[Ledger]) -> Location:
    """The list that held it, or the nearest thing that is still there."""
    value: Any = now.located.value
    place: Location = ()
    holders = iter(old.holders)
    for step in old.place[:-1]:
        if isinstance(step, str):
            place, value = (*place, step), value.get(step)
            continue
        holder = next(holders)  # its rank may have changed: it is known by its id
        found = next(((rank, entry) for rank, entry in entries(value) if entry["id"] == holder), None)
        if found is None:
            break
        place, value = (*place, found[0]), found[1]
    return place


def nothing_published_is_rewritten(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """Each key of a claim, a finding or a figure stays as it was; a withdrawal and a first signature apart."""
    known = known_keys(before.value)
    today = published(now.located.value)
    problems = []
    for key, old in published(before.value).items():
        if (found := today.get(key)) is None:
            continue
        kind = KINDS[old.kind]
        for name in changed_keys(old.written, found.written, known[old.kind] & set(kind.model.model_fields)):
            if name not in _may_change(old.written, found.written):
                what = f"« {name} » de « {old.id} » a changé, mais a été publié"
                problems.append(
                    now.problem((*found.place, name), what, f"remettez ce qui était écrit, puis {kind.mend}")
                )
    return problems


def _may_change(old: dict[str, Any], new: dict[str, Any]) -> set[str]:
    """``replies`` are looked at apart; what a withdrawal empties and a first signature are no rewriting."""
    allowed = {"replies"}
    if new.get("withdrawn") is not None:
        allowed |= {name for name in EMPTIED if new.get(name) is None}
        allowed |= set() if old.get("withdrawn") else {"withdrawn"}
    if old.get("validated") is None:
        allowed |= {"validated"}
    return allowed


def replies_are_only_added(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """A reply has no id: the first ones of the list stay what they were, unless they or the finding are withdrawn."""
    today = published(now.located.value)
    problems = []
    for key, old in published(before.value).items():
        found = today.get(key)
        if found is None or found.written.get("withdrawn") is not None:
            continue
        answers = replies_of(found.written)
        mend = "remettez-la ; une réponse s’ajoute à la fin de la liste, ou se retire : text: null, withdrawn: {on, ground}"
        for rank, said in enumerate(replies_of(old.written)):
            if rank >= len(answers):
                what = f"une réponse à « {old.id} » a disparu, mais a été publiée"
                problems.append(now.problem((*found.place, "replies"), what, mend))
            elif names := changed_keys(said, answers[rank], set(said) - _may_change(said, answers[rank])):
                what = f"« {names[0]} » d’une réponse à « {old.id} » a changé, mais a été publié"
                problems.append(now.problem((*found.place, "replies", rank, names[0]), what, mend))
    return problems


def no_state_of_the_table_moves(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """The state of a day was quoted: its meeting, its day and the day it was established stay."""
    today = meetings_of(now.located.value)
    problems = []
    for id_, (_place, old) in meetings_of(before.value).items():
        if not isinstance(old.get("edition"), dict):
            continue
        if id_ not in today:
            what = f"la réunion « {id_} » a disparu, avec l’état du tableau à son jour"
            problems.append(now.problem(("plan", "meetings"), what, "remettez-la : cet état a été publié"))
            continue
        place, new = today[id_]
        for name in changed_keys(old, new, {"date", "edition"}):
            what = f"« {name} » de « {id_} » a changé : l’état du tableau à ce jour a été publié"
            problems.append(
                now.problem((*place, name), what, "remettez ce qui était écrit : un état publié ne bouge pas")
            )
    return problems


def no_content_nor_measure_has_vanished(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """Its id is an address; only a content that nobody spoke of may leave, once a measure names it."""
    today = measures_of(now.located.value)
    named = _former_ids(now.located.value)
    held = {old.holders[0] for old in published(before.value).values() if old.place[0] == "measures"}
    problems = []
    for id_, (_place, old) in measures_of(before.value).items():
        if id_ in today or (id_ in named and id_ not in held and old.get("kind") == "content"):
            continue
        if id_ in named:
            mend = "remettez-la dans « measures » : former_ids suffit à l’archiver, avec ce qui y a été noté"
        else:
            mend = "remettez-la ; un contenu laisse place à une mesure qui le nomme dans former_ids"
        problems.append(now.problem(("measures",), f"la fiche « {id_} » a disparu : c’est une adresse", mend))
    return problems


def a_measure_stays_what_it_was(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """Content or measure, number once read, day of its addition: what states and addresses rest upon."""
    today = measures_of(now.located.value)
    problems = []
    for id_, (_place, old) in measures_of(before.value).items():
        if id_ not in today:
            continue
        place, new = today[id_]
        for name in changed_keys(old, new, {"kind", "number", "added_on"} & set(old)):
            if name == "number" and old.get("number") is None and old.get("kind") == new.get("kind"):
                continue
            mend = (
                "remettez kind: content ; la mesure est une autre fiche, qui nomme ce contenu dans former_ids"
                if name == "kind"
                else f"remettez {name}: {old[name]}"
            )
            problems.append(now.problem((*place, name), f"« {name} » de « {id_} » a changé, mais a été publié", mend))
    return problems


def no_former_address_is_forgotten(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """An address that led to measures goes on leading somewhere."""
    today = measures_of(now.located.value)
    named = _former_ids(now.located.value)
    return [
        now.problem(
            (*today[holder][0], "former_ids") if holder in today else ("measures",),
            f"« {id_} » n’est plus dans aucun former_ids : son adresse ne mènerait plus nulle part",
            "remettez-le dans les former_ids de la mesure qui en est issue",
        )
        for id_, holder in _former_ids(before.value).items()
        if id_ not in named and id_ not in today
    ]


def _former_ids(value: Any) -> dict[str, str]:
    """Of each former id, the first content or measure that names it."""
    found: dict[str, str] = {}
    for id_, (_place, measure) in measures_of(value).items():
        for former in measure.get("former_ids") or ():
            found.setdefault(str(former), id_)
    return found


def nothing_new_enters_a_published_state(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """What is noted today is dated today: dated before a state was established, it would slip into it."""
    last = _last_state(before)
    known = published(before.value)
    of_before = measures_of(before.value)
    new: list[tuple[str, Location, dict[str, Any]]] = [
        (id_, *held) for id_, held in measures_of(now.located.value).items() if id_ not in of_before
    ]
    for key, found in published(now.located.value).items():
        if key not in known:
            new.append((found.id, found.place, found.written))
        answered = len(replies_of(known[key].written)) if key in known else 0
        for rank, reply in list(enumerate(replies_of(found.written)))[answered:]:
            new.append((found.id, (*found.place, "replies", rank), reply))
    return [
        now.problem(
            (*place, "added_on"),
            f"noté au {written.get('added_on')}, ceci (« {id_} ») entrerait dans un état du tableau établi le {last}",
            "added_on : le jour où vous l’écrivez, pour qu’un état publié ne bouge pas",
        )
        for id_, place, written in new
        if str(written.get("added_on")) <= last
    ]


def no_signature_enters_a_published_state(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """A state holds the signatures of its day: one put since is dated since."""
    last, known = _last_state(before), published(before.value)
    return [
        now.problem(
            (*found.place, "validated"),
            f"du {signed.get('on')}, la signature de « {found.id} » entrerait dans un état du tableau établi le {last}",
            "on : le jour où vous la notez ici, pour qu’un état publié ne bouge pas",
        )
        for key, found in published(now.located.value).items()
        if key in known and not known[key].written.get("validated")
        if isinstance(signed := found.written.get("validated"), dict) and str(signed.get("on")) <= last
    ]


def the_plan_is_read_on_one_day(before: Located, now: Loaded[Ledger]) -> list[Problem]:
    """A state shows what the plan says once it was read: that day does not move, nor slip before a published state."""
    old, new = text_read(before.value), text_read(now.located.value)
    if old is not None and new != old:
        what, mend = "« text_read » a changé, mais a été publié", f"remettez text_read: {old}"
    elif old is None and new is not None and new <= (last := _last_state(before)):
        what = f"le plan serait lu avant un état du tableau établi le {last}, qui ne le dit pas"
        mend = "text_read : le jour où vous l’écrivez ici"
    else:
        return []
    return [now.problem(("plan", "text_read"), what, mend)]


def _last_state(before: Located) -> str:
    """The last day on which a state was established, as it is written; "" when none was."""
    editions = [meeting.get("edition") for _place, meeting in meetings_of(before.value).values()]
    return max((str(found.get("established_on")) for found in editions if isinstance(found, dict)), default="")

"""Two lists of facts side by side: what the translation lost, added or altered, and nothing that it only says otherwise.

Every fact in digits of one side is there on the other, in digits or in letters. A number repeated for clarity is no
difference; one that left its paragraph or item, and is nowhere else in the section, is. So are values that paragraphs
or items exchange, and an amount, a percentage, an age or a time limit that is not in the facing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vigie.translations.facts import Fact
from vigie.translations.number_words import knows_words

WRITTEN_IN_LETTERS_UP_TO = 12
"""In a language whose words we do not know, a lost number this small may be written in letters."""


@dataclass(frozen=True)
class Difference:
    """``french`` without ``own`` is lost, ``own`` without ``french`` added, both altered; ``block`` is where it is."""

    french: Fact | None
    own: Fact | None
    block: int


@dataclass(frozen=True)
class _Placed:
    fact: Fact
    block: int

    @property
    def key(self) -> tuple[str, str]:
        return self.fact.kind, self.fact.value


def differences(french: Sequence[Sequence[Fact]], own: Sequence[Sequence[Fact]], lang: str) -> list[Difference]:
    """Compare the facts of a section, block by block: as many blocks on both sides."""
    ours = _Side([_Placed(fact, n) for n, facts in enumerate(french) for fact in facts])
    theirs = _Side([_Placed(fact, n) for n, facts in enumerate(own) for fact in facts])
    altered = _match_the_same(ours, theirs)
    _match_by_meaning(ours, theirs)
    left = [placed for placed in ours.left if placed.fact.must_be_kept]
    added = [placed for placed in theirs.left if placed.fact.must_be_kept]
    altered += _pairs(left, added)
    lost = [placed for placed in left if not theirs.says_again(placed)]
    if not knows_words(lang):
        lost = [placed for placed in lost if not _may_be_in_letters(placed.fact)]
    more = [placed for placed in added if not ours.says(placed)]
    found = [Difference(a.fact, b.fact, b.block) for a, b in altered]
    found += [Difference(placed.fact, None, placed.block) for placed in lost]
    return found + [Difference(None, placed.fact, placed.block) for placed in more]


class _Side:
    """The facts of one language; ``left`` are those that found no equal."""

    def __init__(self, placed: list[_Placed]) -> None:
        self.every = tuple(placed)
        self.left = placed

    def says(self, other: _Placed) -> bool:
        """Whether the value is anywhere in the section, alone or as the year of a date."""
        return any(mine.key == other.key or _is_year_of(other, mine) for mine in self.every)

    def says_again(self, other: _Placed) -> bool:
        """Whether the value is in the same block: said once where the French says it twice.

        Only for a year or a count: a date, an amount, an age or a time limit may leave a hole that nobody sees.
        """
        if other.fact.kind != "number" or other.fact.unit:
            return False
        here = [mine for mine in self.every if mine.block == other.block]
        return any(mine.key == other.key or _is_year_of(other, mine) for mine in here)


def _is_year_of(number: _Placed, date: _Placed) -> bool:
    return len(number.fact.value) == 4 and number.fact.value in date.fact.parts


def _match_the_same(ours: _Side, theirs: _Side) -> list[tuple[_Placed, _Placed]]:
    """Pair equals, the nearest first; returned are those that differ by their unit of time alone."""
    altered = []
    moved: list[tuple[_Placed, _Placed]] = []
    for allowed in (_both_in_digits, _one_in_letters, _a_time_limit, _one_of_a_unit):
        for same_block, same_unit in ((True, True), (True, False), (False, True), (False, False)):
            for mine in list(ours.left):
                for other in theirs.left:
                    if (
                        mine.key == other.key
                        and allowed(mine.fact, other.fact)
                        and (_same_unit(mine, other) or not same_unit)
                        and (mine.block == other.block or (not same_block and _has_moved(mine, other, ours, theirs)))
                    ):
                        ours.left.remove(mine)
                        theirs.left.remove(other)
                        if mine.block != other.block:
                            moved.append((mine, other))
                        elif not _same_unit(mine, other):
                            altered.append((mine, other))
                        break
    for mine, other in _exchanged(moved):
        ours.left.append(mine)
        theirs.left.append(other)
    return altered


def _exchanged(moved: list[tuple[_Placed, _Placed]]) -> list[tuple[_Placed, _Placed]]:
    """Those that left a block for another, where each of the two lost one and gained one.

    A sentence that changes place takes its numbers one way; values that turn among items say other things of each.
    """
    lost, gained = {mine.block for mine, _ in moved}, {other.block for _, other in moved}
    both = lost & gained
    return [(mine, other) for mine, other in moved if mine.block in both and other.block in both]


def _has_moved(one: _Placed, other: _Placed, ours: _Side, theirs: _Side) -> bool:
    """Whether ``other`` is ``one`` said in another paragraph, and no repetition of what that paragraph says anyway."""
    if _stays(one.fact) or _stays(other.fact):
        return False
    return not (
        any(mine.key == other.key and mine.block == other.block for mine in ours.every)
        or any(their.key == one.key and their.block == one.block for their in theirs.every)
    )


def _stays(fact: Fact) -> bool:
    """What says little without its sentence, and harms when it is said of another: « Mineurs : 10 ans »."""
    return fact.kind in ("amount", "percent") or fact.unit is not None


def _both_in_digits(one: Fact, other: Fact) -> bool:
    return not (one.in_letters or other.in_letters)


def _one_in_letters(one: Fact, other: Fact) -> bool:
    return one.in_letters != other.in_letters


def _a_time_limit(one: Fact, other: Fact) -> bool:
    return one.must_be_kept or other.must_be_kept


def _one_of_a_unit(one: Fact, other: Fact) -> bool:
    """« un mois » may be left out, or said where the French has none; it may not become « a year »."""
    return one.unit is not None and other.unit is not None


def _same_unit(one: _Placed, other: _Placed) -> bool:
    return one.fact.unit == other.fact.unit or None in (one.fact.unit, other.fact.unit)


def _match_by_meaning(ours: _Side, theirs: _Side) -> None:
    """« le 13 et le 24 juin 2024 » and « 13 June 2024 and 24 June 2024 »; « 2024-2027 » and « de 2024 à 2027 »."""
    for mine in list(ours.left):
        near = (their for their in theirs.left if their.block == mine.block)
        other = next((their for their in near if _weeks(mine.fact, their.fact)), None)
        if other:
            ours.left.remove(mine)
            theirs.left.remove(other)
    for mine in list(ours.left):
        other = next((their for their in theirs.left if _one_date(mine, their, ours, theirs)), None)
        if other:
            ours.left.remove(mine)
            theirs.left.remove(other)
    for side, facing in ((ours, theirs), (theirs, ours)):
        for whole in list(side.left):
            parts = _parts_in(whole, facing)
            if parts is not None:
                side.left.remove(whole)
                for part in parts:
                    facing.left.remove(part)


_IN_WEEKS = {"8": "1", "15": "2"}
"""« huit jours » is a week, « quinze jours » two."""


def _weeks(one: Fact, other: Fact) -> bool:
    return (
        one.is_a_manner_of_speaking
        and one.kind == other.kind
        and other.unit == "week"
        and other.value == _IN_WEEKS.get(one.value)
    )


def _one_date(one: _Placed, other: _Placed, side: _Side, facing: _Side) -> bool:
    """The same day and month; a year more is one that the French section has, a year less is said by the next date."""
    if one.fact.kind != "date" or other.fact.kind != "date":
        return False
    day, month, year = one.fact.value.split(".")
    their_day, their_month, their_year = other.fact.value.split(".")
    if (day, month) != (their_day, their_month) or "?" not in (year, their_year):
        return False
    if year == "?":
        return any(their_year == mine.fact.value or their_year in mine.fact.parts for mine in side.every)
    following = facing.every[facing.every.index(other) + 1 :]
    dates = [their for their in following if their.fact.kind == "date" and their.block == other.block]
    return bool(dates) and dates[0].fact.value.endswith(f".{year}")


def _parts_in(whole: _Placed, facing: _Side) -> list[_Placed] | None:
    """The plain numbers of ``facing`` that together say ``whole``; a year may serve several dates."""
    if not whole.fact.parts:
        return None
    found: list[_Placed] = []
    for part in whole.fact.parts:
        near = sorted(facing.left, key=lambda placed: placed.block != whole.block)
        plain = next((p for p in near if p.fact.kind == "number" and p.fact.value == part and p not in found), None)
        if plain is not None:
            found.append(plain)
        elif not (len(part) == 4 and any(part == p.fact.value or part in p.fact.parts for p in facing.every)):
            return None
    return found or None


def _pairs(left: list[_Placed], added: list[_Placed]) -> list[tuple[_Placed, _Placed]]:
    """One that is missing and one too many in the same block: altered. First of one kind, then of any.

    Of « 2024-2027 » become « de 2024 à 2026 », only 2026 is to be told.
    """
    pairs = []
    for same_kind in (True, False):
        for mine in sorted(left, key=lambda placed: any(_is_part_of(placed, whole) for whole in added)):
            near = [p for p in added if p.block == mine.block and (p.fact.kind == mine.fact.kind or not same_kind)]
            if mine in left and near:
                other = min(near, key=lambda placed: _is_part_of(placed, mine) or _is_part_of(mine, placed))
                left.remove(mine)
                added.remove(other)
                pairs.append((mine, other))
                added[:] = [placed for placed in added if not _is_part_of(placed, mine)]
                left[:] = [placed for placed in left if not _is_part_of(placed, other)]
    return pairs


def _is_part_of(number: _Placed, whole: _Placed) -> bool:
    return number.block == whole.block and number.fact.kind == "number" and number.fact.value in whole.fact.parts


def _may_be_in_letters(fact: Fact) -> bool:
    return fact.kind == "number" and fact.value.isdigit() and int(fact.value) <= WRITTEN_IN_LETTERS_UP_TO

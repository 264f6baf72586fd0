"""Where the links of a section lead, beside its French: the same targets, however often, and a helpline in its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vigie.translations.blocks import Link
from vigie.translations.told import Facing, Told, told

_CONTACT = "contact:"


@dataclass(frozen=True)
class _Placed:
    link: Link
    block: int

    @property
    def key(self) -> tuple[int, str]:
        return self.block, self.link.target


def differing_links(
    section: str, pieces: Sequence[Facing], links: Sequence[tuple[Sequence[Link], Sequence[Link]]]
) -> Iterator[Told]:
    """What is lost, added or led elsewhere; ``links`` are those of each piece, French then own.

    A missing and an added one of facing pieces are one difference.
    """
    french = [_Placed(link, n) for n, (there, _) in enumerate(links) for link in there]
    own = [_Placed(link, n) for n, (_, here) in enumerate(links) for link in here]
    missing, added = _not_in(own, french), _not_in(french, own)
    missing, added = (
        [placed for placed in missing if _harms(placed, missing, added) or _is_nowhere(placed, own)],
        [placed for placed in added if _harms(placed, missing, added) or _is_nowhere(placed, french)],
    )
    for lost in missing:
        piece, alone = pieces[lost.block], len(missing) == len(added) == 1
        there = piece.there.at(lost.link.line)
        other = next((placed for placed in added if placed.block == lost.block or alone), None)
        if other:
            added.remove(other)
            what = f"ce lien mène à « {other.link.written} », et en français à « {lost.link.written} » ({there})"
            yield told(section, piece.here.at(other.link.line), what, lost.link.written, other.link.written)
        else:
            what = f"le lien « {lost.link.written} » du français ({there}) manque ici"
            yield told(section, piece.here, what, lost.link.written)
    for more in added:
        piece = pieces[more.block]
        what = f"le lien « {more.link.written} » n’est pas dans le français ({piece.there})"
        yield told(section, piece.here.at(more.link.line), what, more.link.written)


def _not_in(others: list[_Placed], those: list[_Placed]) -> list[_Placed]:
    """Of ``those``, once each, what the facing block does not have; one that is nowhere is told where it is last."""
    facing = {placed.key for placed in others}
    found = {placed.key: placed for placed in those if placed.key not in facing}
    last = {placed.link.target: placed for placed in found.values()}
    return [p for p in found.values() if not _is_nowhere(p, others) or last[p.link.target] is p]


def _is_nowhere(placed: _Placed, others: list[_Placed]) -> bool:
    return all(placed.link.target != other.link.target for other in others)


def _harms(placed: _Placed, missing: list[_Placed], added: list[_Placed]) -> bool:
    """A helpline that left its block; any link of blocks that lost one and gained one.

    A page may be named once more, or in the next sentence: it still leads where the French leads.
    """
    lost, gained = ({p.block for p in side} for side in (missing, added))
    if placed in missing and placed.link.target.startswith(_CONTACT):
        return True
    return placed.block in lost & gained

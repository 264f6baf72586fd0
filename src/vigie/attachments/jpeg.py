"""The picture inside a document without what its camera wrote beside it: place, device, author, thumbnail, comments.

A PDF holds a photo as the very file of the phone. Only the segments that draw are kept; nothing is drawn again.
"""

from __future__ import annotations

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers without length."""
_TELLING = {0xFE, *range(0xE1, 0xEE), 0xEF}
"""Comments and applications' segments (Exif, XMP, IPTC, profiles), except 0 (JFIF) and 14 (how colours are coded)."""


class NotAPicture(ValueError):
    """These bytes are no JPEG that can be followed from its beginning to its end."""


def only_what_draws(raw: bytes) -> bytes:
    """``raw``, a JPEG, without its telling segments nor anything after its end; ``NotAPicture`` when it is broken."""
    if raw[:2] != bytes((0xFF, _START)):
        raise NotAPicture("start")
    kept = bytearray(raw[:2])
    place = 2
    while True:
        marker, place = _next_marker(raw, place)
        if marker == _END:
            return bytes(kept + bytes((0xFF, _END)))
        if marker in _ALONE:
            kept += bytes((0xFF, marker))
            continue
        length = int.from_bytes(raw[place : place + 2], "big")
        if length < 2 or place + length > len(raw):
            raise NotAPicture("length")
        if marker not in _TELLING:
            kept += bytes((0xFF, marker)) + raw[place : place + length]
        place += length
        if marker == _SCAN:
            end = _end_of_scan(raw, place)
            kept += raw[place:end]
            place = end


def _next_marker(raw: bytes, place: int) -> tuple[int, int]:
    """The marker at ``place`` (any number of 0xFF may fill before it), and where what follows it begins."""
    begin = place
    while place < len(raw) and raw[place] == 0xFF:
        place += 1
    if place == begin or place >= len(raw) or raw[place] == 0:
        raise NotAPicture("marker")
    return raw[place], place + 1


def _end_of_scan(raw: bytes, place: int) -> int:
    """Where the compressed points end: at the first marker that neither stuffs a byte nor restarts the decoder."""
    while True:
        place = raw.find(b"\xff", place)
        if place < 0 or place + 1 >= len(raw):
            raise NotAPicture("scan")
        if raw[place + 1] == 0 or raw[place + 1] in _ALONE:
            place += 2
        elif raw[place + 1] == 0xFF:
            place += 1
        else:
            return place

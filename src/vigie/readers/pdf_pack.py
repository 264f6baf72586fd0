"""A PDF of Typst, smaller: its thousand small objects, most of them tags, go compressed into streams (PDF 1.5 and later).

Typst writes each of them in clear, with a line of its cross-reference table: two thirds of a leaflet. Nothing that is
drawn, read or tagged changes; the same bytes give the same bytes.
"""

from __future__ import annotations

import itertools
import re
import zlib

_PER_STREAM = 400
"""Objects in one stream: a reader unpacks a whole stream for the first object that it needs."""

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*)\r?\nendstream\Z", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.DOTALL)
_NUMBER_OR_STRING = re.compile(
    rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|(?<![\w.])(?P<number>-?\d+\.\d{3,})(?![\w.])", re.DOTALL
)
_START = re.compile(rb"startxref\s*(\d+)\s*%%EOF\s*\Z")


class NotAsExpected(ValueError):
    """Not written the way Typst writes a PDF: an older or newer version of it perhaps."""


def packed(pdf: bytes) -> bytes:
    """``pdf``, a whole file with one classic table of references, with its small objects compressed."""
    objects = _objects(pdf)
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        raise NotAsExpected("no trailer")
    kept = {number: body for number, body in objects.items() if body.endswith(b"endstream")}
    small = [(number, body) for number, body in objects.items() if number not in kept]
    written = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n")
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    for number, body in kept.items():
        entries[number] = (1, len(written), 0)
        written += _written(number, _smaller(body))
    following = max(objects) + 1
    for start in range(0, len(small), _PER_STREAM):
        group = small[start : start + _PER_STREAM]
        for place, (number, _body) in enumerate(group):
            entries[number] = (2, following, place)
        entries[following] = (1, len(written), 0)
        written += _written(following, _object_stream(group))
        following += 1
    entries[following] = (1, len(written), 0)
    begins = len(written)
    named = re.sub(rb"/Size\s+\d+", b"", trailer.group(1)).strip()
    written += _written(following, _references(entries, following + 1, named))
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % begins)


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Number to what stands between ``obj`` and ``endobj``, read at the places that the table of references gives."""
    start = _START.search(pdf)
    if start is None:
        raise NotAsExpected("no end")
    lines = pdf[int(start.group(1)) :].split(b"\n")
    if lines[0].strip() != b"xref" or not re.fullmatch(rb"0 \d+\s*", lines[1]):
        raise NotAsExpected("no table of references")
    count = int(lines[1].split()[1])
    found: dict[int, bytes] = {}
    places = [(number, int(line[:10])) for number, line in enumerate(lines[2 : 2 + count]) if line[17:18] == b"n"]
    ends = sorted([place for _number, place in places] + [int(start.group(1))])
    following = dict(itertools.pairwise(ends))
    for number, place in places:
        match = _OBJECT.match(pdf[place : following[place]].strip())
        if match is None or int(match.group(1)) != number:
            raise NotAsExpected(f"object {number}")
        found[number] = pdf[place : following[place]].strip()[match.start(2) : -len(b"endobj")].strip()
    return found


def _smaller(body: bytes) -> bytes:
    """A stream compressed as well as can be, when that helps."""
    match = _STREAM.fullmatch(body)
    if match is None or b"/Filter/FlateDecode" not in match.group(1):
        return body
    raw = zlib.decompress(match.group(2))
    data = zlib.compress(_rounded(raw) if b" Tf" in raw and b"BT" in raw else raw, 9)
    if len(data) >= len(match.group(2)):
        return body
    head = re.sub(rb"/Length\s+\d+", b"/Length %d" % len(data), match.group(1), count=1)
    return head + b"\nstream\n" + data + b"\nendstream"


def _rounded(drawing: bytes) -> bytes:
    """What draws a page, with places to a hundredth of a point: a printer's dot is twelve times as wide."""
    return _NUMBER_OR_STRING.sub(lambda m: _shorter(m.group("number")) if m.group("number") else m.group(), drawing)


def _shorter(number: bytes) -> bytes:
    shown = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return b"0" if shown == "-0" else shown.encode()


def _written(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n" % number + body + b"\nendobj\n"


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    places = []
    held = bytearray()
    for number, body in group:
        places.append(b"%d %d" % (number, len(held)))
        held += body + b"\n"
    head = b" ".join(places) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(group), len(head)), head + bytes(held))


def _references(entries: dict[int, tuple[int, int, int]], size: int, named: bytes) -> bytes:
    """The table of references as a stream: for each object a kind, a place (3 bytes) and a rank (2 bytes)."""
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(3, "big") + rank.to_bytes(2, "big")
        for kind, place, rank in (entries.get(number, (0, 0, 0)) for number in range(size))
    )
    return _stream(b"/Type/XRef/W[1 3 2]/Size %d%s" % (size, named), table)


def _stream(head: bytes, data: bytes) -> bytes:
    compressed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (head, len(compressed), compressed)

"""From the bytes of a PDF, whoever made it, to the bytes that the site serves. No file, no clock.

What comes out draws the same pages, and tells nothing of who made it, when, with what, or where its photos were taken.
"""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Stream, StreamDecodeLevel

from vigie.attachments.jpeg import NotAPicture, only_what_draws
from vigie.attachments.model import Message, waits_to_be_written
from vigie.attachments.refused import holders, what_is_refused
from vigie.attachments.telling import keep_what_readers_need, tell_nothing

MAX_BYTES = 20_000_000
_MOST_UNPACKED = 100_000_000
"""Bytes of memory for one stream of a document: a file of 20 MB can say to hold 20 GB."""
RECIPE = f"2 pikepdf {pikepdf.__version__} qpdf {pikepdf.__libqpdf_version__}"
"""Changes with whatever may change the bytes that come out: part of the name under which they are kept."""

_BLANK_AT_MOST = 3
_SHORT = 10_000
_SHOWS = {
    "Tj", "TJ", "'", '"', "Do", "sh", "BI", "EI", "INLINE IMAGE", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s",
}  # fmt: skip
"""What leaves ink on a page."""

_BROKEN: Message = (
    "ce fichier n’est pas un PDF entier",
    "ouvrez le document d’origine, exportez-le de nouveau en PDF, et joignez ce fichier",
)
_LOCKED: Message = ("ce PDF est protégé (mot de passe, ou droits limités)", "enregistrez-le sans protection")
_EMPTY: Message = ("ce PDF est vide : il n’y a rien à y lire", "joignez le vrai document, ou ôtez cette ligne")
_WAITS: Message = (
    "ce PDF dit lui-même, dans son titre, qu’il n’est pas le vrai document",
    "joignez le vrai document, ou ôtez cette ligne",
)
_PICTURES: Message = (
    "une image de ce PDF est rangée d’une façon que l’on ne sait pas nettoyer",
    "imprimez-le en PDF (Fichier, Imprimer, « Enregistrer au format PDF »), et joignez ce nouveau fichier",
)


@dataclass(frozen=True)
class Cleaned:
    """The bytes to serve, how many pages they hold, and whether a screen reader is told their order (tags)."""

    data: bytes
    pages: int
    tagged: bool


def clean(raw: bytes, title: str, lang: str) -> Cleaned | Message:
    """``raw`` with ``title`` and ``lang`` as its only words about itself; or the two halves of a message on why not."""
    if b"%PDF-" not in raw[:1024]:
        return _BROKEN
    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_UNPACKED, run_length_max_memory=_MOST_UNPACKED)
    try:
        with Pdf.open(io.BytesIO(raw), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return _LOCKED
            return _refused(pdf) or _cleaned(pdf, title, lang)
    except pikepdf.PasswordError:
        return _LOCKED
    except NotAPicture:
        return _PICTURES
    except Exception:  # a reader that meets hostile bytes may raise anything
        return _BROKEN


def _refused(pdf: Pdf) -> Message | None:
    if not len(pdf.pages):
        return _EMPTY
    with suppress(KeyError, AttributeError):
        if waits_to_be_written(str(pdf.trailer.Info.Title)):
            return _WAITS
    if reason := what_is_refused(pdf):
        return reason
    if len(pdf.pages) <= _BLANK_AT_MOST and all(_is_blank(page) for page in pdf.pages):
        return _EMPTY
    return None


def _is_blank(page: Page) -> bool:
    """Whether nothing is drawn on ``page``: neither word, nor line, nor picture, nor note."""
    contents = page.obj.get("/Contents", Array())
    streams = [contents] if isinstance(contents, Stream) else [one for one in contents if isinstance(one, Stream)]
    if "/Annots" in page.obj or sum(len(one.read_raw_bytes()) for one in streams) > _SHORT:
        return False
    return not any(str(instruction.operator) in _SHOWS for instruction in pikepdf.parse_content_stream(page))


def _cleaned(pdf: Pdf, title: str, lang: str) -> Cleaned:
    for number, held in enumerate(list(holders(pdf))):
        tell_nothing(held, number)
        if isinstance(held, Stream):
            _without_place(pdf, held)
    keep_what_readers_need(pdf)
    preferences = Dictionary(DisplayDocTitle=True)
    direction = pdf.Root.get("/ViewerPreferences", Dictionary()).get("/Direction")
    if direction is not None:
        preferences.Direction = direction
    pdf.Root.ViewerPreferences = preferences
    pdf.Root.Lang = pikepdf.String(lang)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=pikepdf.String(title)))
    written = io.BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
        fix_metadata_version=False,
    )
    return Cleaned(written.getvalue(), len(pdf.pages), tagged="/StructTreeRoot" in pdf.Root)


def _without_place(pdf: Pdf, stream: Stream) -> None:
    """A photo inside the document no longer says where, when and with what it was taken."""
    filters = _list(stream.get("/Filter"))
    if not filters or filters[-1] not in ("/DCTDecode", "/DCT", "/JPXDecode"):
        return
    if filters[-1] == "/JPXDecode":
        if any(sign in stream.read_raw_bytes() for sign in (b"uuid", b"xml ")):
            raise NotAPicture("JPEG 2000 with boxes of words")
        return
    raw = stream.read_raw_bytes()
    if len(filters) > 1:
        wrapped = Stream(pdf, raw)
        wrapped.Filter = Array(filters[:-1])
        raw = wrapped.read_bytes(StreamDecodeLevel.generalized)
    own = _list(stream.get("/DecodeParms"))
    stream.write(only_what_draws(raw), filter=Name.DCTDecode)
    if own and isinstance(own[-1], Dictionary):
        stream.DecodeParms = own[-1]


def _list(value: Object | None) -> list[Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]

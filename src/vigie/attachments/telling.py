"""What a PDF tells beside its pages: taken out of each dictionary, and of the catalog all that readers do not need."""

from __future__ import annotations

from pikepdf import Dictionary, Object, Pdf, String

from vigie.pasted.addresses import direct_address

_TELLING = (
    "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo", "/CreatorInfo", "/Threads", "/Perms",
)  # fmt: skip
"""XMP, what programs keep for themselves, small pictures of pages as they were, dates: wherever they stand."""
_OF_A_NOTE = ("/M", "/NM", "/CreationDate", "/RC", "/Subj", "/Contents")
"""Who drew an annotation, when, and what was written about it: the words of a page are on the page."""
_NOTES = ("/Link", "/Widget", "/PrinterMark", "/TrapNet", "/Watermark", "/Projection")
"""Annotations that are not refused, with or without a place on the page."""
_OF_LAYERS = ("/Name", "/Creator", "/Order")
_CATALOG = frozenset(
    ("/Type", "/Version", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Outlines", "/PageLabels", "/Names", "/Dests",
     "/ViewerPreferences", "/PageMode", "/PageLayout", "/OpenAction", "/OCProperties", "/AcroForm", "/OutputIntents")
)  # fmt: skip
"""What draws, orders and names the pages, and where a reader begins; whatever else a program has put there goes."""


def tell_nothing(held: Object, number: int) -> None:
    """Take out of ``held`` what tells of its makers; a layer is called ``number``; a link no longer says who shared it."""
    for key in _TELLING:
        _drop(held, key)
    kind = str(held.get("/Subtype", ""))
    if kind in _NOTES or (kind != "" and "/Rect" in held):
        for key in _OF_A_NOTE:
            _drop(held, key)
        if kind != "/Widget":  # the name of a field is what its form is filled by
            _drop(held, "/T")
    if str(held.get("/Type", "")) == "/OCG":
        held.Name = String(str(number))
    address = held.get("/URI")
    if isinstance(address, String):
        written = bytes(address)
        direct = direct_address(written.decode("latin-1")).encode("latin-1")
        if direct != written:
            held.URI = String(direct)


def keep_what_readers_need(pdf: Pdf) -> None:
    """In the trailer, in the catalog and among its names and layers: nothing but what this module knows."""
    _keep(pdf.trailer, ("/Root", "/Size"))
    _keep(pdf.Root, _CATALOG)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        _keep(names, ("/Dests",))
    layers = pdf.Root.get("/OCProperties")
    if isinstance(layers, Dictionary):
        _keep(layers, ("/OCGs", "/D"))
        shown = layers.get("/D")
        if isinstance(shown, Dictionary):
            for key in _OF_LAYERS:
                _drop(shown, key)


def _keep(held: Object, known: frozenset[str] | tuple[str, ...]) -> None:
    for key in set(held.keys()) - set(known):
        del held[key]


def _drop(held: Object, key: str) -> None:
    if key in held:
        del held[key]

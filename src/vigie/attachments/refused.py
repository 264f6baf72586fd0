"""What no document of ours may hold: what runs, opens, sends, hides a file, or comments a draft. One table, one walk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from vigie.attachments.model import Message

MOST_OBJECTS = 500_000
"""A report of a thousand pages has fewer; more would hold the build."""

_PRINT = "imprimez-le en PDF (Fichier, Imprimer, « Enregistrer au format PDF »), et joignez ce nouveau fichier"
_RUNS: Message = ("ce PDF contient un programme (JavaScript)", _PRINT)
_LAUNCHES: Message = ("ce PDF ouvre un programme ou un autre fichier", _PRINT)
_SENDS: Message = ("ce PDF est un formulaire qui envoie ce que l’on y écrit", _PRINT)
_HOLDS: Message = ("ce PDF contient d’autres fichiers", f"joignez-les à part, ou {_PRINT}")
_PLAYS: Message = ("ce PDF contient du son, de la vidéo ou un objet animé", _PRINT)
_SIGNED: Message = ("ce PDF est signé électroniquement, et sa signature nomme quelqu’un", _PRINT)
_COMMENTED: Message = ("ce PDF garde des commentaires de relecture", f"supprimez-les, ou {_PRINT}")
_LEADS: Message = (
    "un lien de ce PDF mène à un fichier d’ordinateur ou à un programme",
    "corrigez ce lien dans le document d’origine (https://…), puis exportez-le de nouveau",
)
_TOO_MUCH: Message = ("ce PDF est trop compliqué", _PRINT)

_ACTIONS = {
    "/JavaScript": _RUNS, "/Rendition": _PLAYS, "/RichMediaExecute": _PLAYS, "/Movie": _PLAYS, "/Sound": _PLAYS,
    "/GoTo3DView": _PLAYS, "/Launch": _LAUNCHES, "/GoToR": _LAUNCHES, "/GoToE": _HOLDS,
    "/SubmitForm": _SENDS, "/ImportData": _SENDS,
}  # fmt: skip
_ANNOTATIONS = {
    "/FileAttachment": _HOLDS, "/RichMedia": _PLAYS, "/3D": _PLAYS, "/Movie": _PLAYS, "/Screen": _PLAYS, "/Sound": _PLAYS,
    **dict.fromkeys(("/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"), _COMMENTED),
}  # fmt: skip
_KEYS = {
    "/JS": _RUNS, "/XFA": _RUNS, "/EmbeddedFiles": _HOLDS, "/EF": _HOLDS, "/Collection": _HOLDS,
    "/RichMediaContent": _PLAYS, "/ByteRange": _SIGNED, "/DSS": _SIGNED,
}  # fmt: skip
_ELSEWHERE = re.compile(rb"\s*(?!(?:https?|mailto|tel):)(?:[a-z][a-z0-9+.-]*:|\\\\|//)", re.IGNORECASE)

Held = Dictionary | Stream


def holders(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream that the document reaches, each once; more than ``MOST_OBJECTS`` raises ``ValueError``."""
    waiting: list[Object] = [pdf.trailer]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        held = waiting.pop()
        if held.is_indirect:
            if held.objgen in seen:
                continue
            seen.add(held.objgen)
        count += 1
        if count > MOST_OBJECTS:
            raise ValueError("too many objects")
        if isinstance(held, Array):
            inside = list(held)
        else:
            yield held
            inside = [value for _key, value in held.items()]
        waiting += [value for value in inside if isinstance(value, Array | Dictionary | Stream)]


def what_is_refused(pdf: Pdf) -> Message | None:
    """The first reason why ``pdf`` may not be served, or None."""
    try:
        for held in holders(pdf):
            if reason := _refused(held):
                return reason
    except ValueError:
        return _TOO_MUCH
    return None


def _refused(held: Object) -> Message | None:
    if str(held.get("/Type", "")) == "/StructElem":
        return None  # « /S » is there the role of a heading or of a list
    if str(held.get("/Type", "")) == "/EmbeddedFile":
        return _HOLDS
    for key in held.keys():  # noqa: SIM118 - a PDF's dictionary is not a Python one
        if key in _KEYS:
            return _KEYS[key]
    if reason := _ACTIONS.get(str(held.get("/S", ""))) or _ANNOTATIONS.get(_annotation(held)):
        return reason
    address = held.get("/URI")
    if address is not None and not isinstance(address, Dictionary) and _ELSEWHERE.match(bytes(address)):
        return _LEADS
    return None


def _annotation(held: Object) -> str:
    """Its kind when ``held`` is an annotation: fonts and pictures have a « /Subtype » too, and no place on the page."""
    return str(held.get("/Subtype", "")) if "/Rect" in held else ""

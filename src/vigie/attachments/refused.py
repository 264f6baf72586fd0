"""What no document of ours may hold: what runs, opens, sends, hides a file, or comments a draft. One table, one walk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from vigie.attachments.model import Message
from vigie.pasted.addresses import SHORT

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
_SHORTENED: Message = (
    "un lien de ce PDF passe par une adresse raccourcie, qui compte ses lecteurs",
    "mettez l’adresse où il mène dans le document d’origine, puis exportez-le de nouveau",
)
_TOO_MUCH: Message = ("ce PDF est trop compliqué", _PRINT)

_ACTIONS = {
    "/JavaScript": _RUNS, "/Rendition": _PLAYS, "/RichMediaExecute": _PLAYS, "/Movie": _PLAYS, "/Sound": _PLAYS,
    "/GoTo3DView": _PLAYS, "/Launch": _LAUNCHES, "/GoToR": _LAUNCHES, "/GoToE": _HOLDS,
    "/SubmitForm": _SENDS, "/ImportData": _SENDS,
}  # fmt: skip
_ANNOTATIONS = {
    "/FileAttachment": _HOLDS, "/RichMedia": _PLAYS, "/3D": _PLAYS, "/Movie": _PLAYS, "/Screen": _PLAYS, "/Sound": _PLAYS,
    **dict.fromkeys(
        (
            "/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Redact",
            "/FreeText", "/Stamp", "/Ink", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
        ),
        _COMMENTED,
    ),
}  # fmt: skip
_KEYS = {
    "/JS": _RUNS, "/XFA": _RUNS, "/EmbeddedFiles": _HOLDS, "/EF": _HOLDS, "/Collection": _HOLDS,
    "/RichMediaContent": _PLAYS, "/ByteRange": _SIGNED, "/DSS": _SIGNED,
}  # fmt: skip
_OF_THE_STRUCTURE = frozenset(
    ("/Type", "/S", "/P", "/ID", "/Ref", "/Pg", "/K", "/A", "/C", "/R", "/T", "/Lang", "/Alt", "/E", "/ActualText", "/AF",
     "/NS", "/PhoneticAlphabet", "/Phoneme")
)  # fmt: skip
"""All that an element of the structure may hold (ISO 32000-2, table 355): no action does anything with these alone."""
_ELSEWHERE = re.compile(rb"\s*(?!(?:https?|mailto|tel):)(?:[a-z][a-z0-9+.-]*:|\\\\|//)", re.IGNORECASE)
_SHORT = re.compile(SHORT.encode(), re.IGNORECASE)

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


def structure(pdf: Pdf) -> frozenset[tuple[int, int]]:
    """The elements of the structure, by their number: what the root of the structure reaches by its children."""
    root = pdf.Root.get("/StructTreeRoot")
    waiting = [root] if isinstance(root, Dictionary) else []
    found: set[tuple[int, int]] = set()
    while waiting:
        children = waiting.pop().get("/K")
        for child in children if isinstance(children, Array) else [children]:
            if isinstance(child, Dictionary) and child.is_indirect and child.objgen not in found:
                found.add(child.objgen)
                waiting.append(child)
    return frozenset(found)


def what_is_refused(pdf: Pdf) -> Message | None:
    """The first reason why ``pdf`` may not be served, or None."""
    elements = structure(pdf)
    try:
        for held in holders(pdf):
            if reason := _refused(held, held.is_indirect and held.objgen in elements):
                return reason
    except ValueError:
        return _TOO_MUCH
    return None


def _refused(held: Object, is_element: bool) -> Message | None:
    if str(held.get("/Type", "")) == "/EmbeddedFile":
        return _HOLDS
    keys = set(held.keys())
    for key, reason in _KEYS.items():
        if key in keys:
            return reason
    is_role = is_element and keys <= _OF_THE_STRUCTURE  # « /S » is then the role of a heading or of a list
    if not is_role and (does := _ACTIONS.get(str(held.get("/S", "")))):
        return does
    if noted := _ANNOTATIONS.get(str(held.get("/Subtype", ""))):
        return noted
    address = held.get("/URI")
    if address is not None and not isinstance(address, Dictionary):
        return _LEADS if _ELSEWHERE.match(bytes(address)) else _SHORTENED if _SHORT.search(bytes(address)) else None
    return None

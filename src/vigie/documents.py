"""A document: one Markdown file of ``docs/<lang>/``, its strict front matter, its body with line numbers.

MkDocs swallows errors of front matter: we read it ourselves, first and strictly. ``load_documents`` is the only IO.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from vigie import strict_yaml
from vigie.languages import SOURCE, Language
from vigie.problems import Problem
from vigie.reading import read_text, relative
from vigie.records import Record
from vigie.strict_yaml import Located
from vigie.values import Day, PinCode, PlainText

_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_SAFE_NAME = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)\Z)[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
"""Windows keeps some names for its devices: whoever uses it could not even fetch the project."""


class TranslationState(Record):
    """What a translation was made from, and how. ``source`` is the code of the French text, null until pinned."""

    source: PinCode | None = Field(
        description="Code du texte français traduit (dix signes, posé par l’outil), null tant qu’il ne l’est pas"
    )
    state: Literal["draft", "translated", "reviewed"] = Field(
        description="draft : brouillon ; translated : traduite ; reviewed : relue par une seconde personne, native"
    )
    method: Literal["machine", "machine_and_human", "human"] = Field(
        description="Comment elle a été faite : machine, machine_and_human (machine, puis corrigée par une personne) ou human"
    )


class TranslatedRecord(Record):
    """One record of ``data/<lang>/``: it carries the code of the French record that it was made from."""

    source: PinCode | None = Field(
        default=None,
        description="Code de la fiche française traduite (dix signes, posé par l’outil), null tant qu’il ne l’est pas",
    )


class AllowedDifference(Record):
    """A number or a link that a translation may say otherwise than the French, and why."""

    section: PlainText = Field(
        description="Identifiant de la section ; title, description ou sources pour l’en-tête, introduction avant la première"
    )
    what: PlainText = Field(description="Le nombre ou l’adresse, comme le texte français ou la traduction l’écrit")
    reason: PlainText = Field(description="Pourquoi : « duel arabe », « page de Service-Public en anglais »")


class TextTranslation(TranslationState):
    """That of a page or a post, which may differ from the French in what is said here."""

    differences: tuple[AllowedDifference, ...] = Field(
        default=(), description="Nombres et liens qui diffèrent du français, chacun avec sa raison"
    )


class LegalReview(Record):
    """A lawyer has read the page."""

    role: PlainText = Field(description="Fonction de la personne (jamais son nom)")
    date: Day = Field(description="Jour de la relecture")


class PageMeta(Record):
    """Front matter of a page."""

    title: Annotated[PlainText, Field(max_length=110)] = Field(
        description="Titre de la page, 110 caractères au plus, sans balise"
    )
    description: Annotated[PlainText, Field(max_length=300)] = Field(description="Une phrase, 300 caractères au plus")
    vital: bool = Field(default=False, description="true : page sans laquelle une langue n’est pas utilisable")
    sensitive: bool = Field(default=False, description="true : titre neutre dans les onglets et aperçus")
    legal_review: LegalReview | None = Field(default=None, description="Relecture juridique : null, ou {role, date}")
    translation: TextTranslation | None = Field(default=None, description="Pour une traduction : d’où elle vient")


@dataclass(frozen=True)
class Document:
    """One Markdown file. ``name`` is its path under ``docs/<lang>/`` without ``.md``, the same in every language."""

    path: str
    lang: str
    name: str
    front: Located
    body: str
    body_line: int
    has_front: bool = field(default=True)

    @property
    def address(self) -> str:
        """Its address under the language's root: ``infos/droits/``, and "" for the home page."""
        if self.name == "index" or self.name.endswith("/index"):
            return self.name[: -len("index")]
        return f"{self.name}/"

    @property
    def folder(self) -> str:
        """First folder of its name, or ""."""
        return self.name.split("/")[0] if "/" in self.name else ""

    @property
    def stem(self) -> str:
        return self.name.rsplit("/", 1)[-1]


def parse_document(text: str, path: str, lang: str, name: str) -> tuple[Document, list[Problem]]:
    """Split ``text`` into front matter and body; both keep their lines."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problem = Problem(path, 1, "l’en-tête manque", "commencez par « --- », title:, description:, puis « --- »")
        return Document(path, lang, name, Located({}), text, 1, has_front=False), [problem]
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        problem = Problem(path, 1, "l’en-tête n’est pas refermé", "ajoutez une ligne « --- » après la dernière clé")
        return Document(path, lang, name, Located({}), "", 1, has_front=False), [problem]
    front, problems = strict_yaml.load("\n".join(lines[1:end]), path, first_line=2)
    if front.value is None:
        front = Located({}, front.lines)
    readable = isinstance(front.value, dict) and not problems
    if not isinstance(front.value, dict) and not problems:
        problems = [
            Problem(path, 2, "l’en-tête n’est pas une suite de « clé: valeur »", "écrivez par exemple « title: … »")
        ]
    document = Document(path, lang, name, front, "\n".join(lines[end + 1 :]), end + 2, has_front=readable)
    return document, problems


def load_documents(
    root: Path, languages: tuple[str, ...], declared: tuple[str, ...] = ()
) -> tuple[tuple[Document, ...], list[Problem]]:
    """Every Markdown file of ``docs/`` in ``languages``, sorted by path, and what is wrong with files and folders.

    ``declared``: all the languages of the site, when some are not read.
    """
    declared = declared or languages
    documents: list[Document] = []
    if not (root / "docs").is_dir():
        return (), [Problem("docs", 1, "le dossier « docs » manque", "allez dans le dossier du projet, ou reprenez-le")]
    problems = _stray_entries(root, declared)
    for lang in languages:
        problems += _other_endings(root, lang)
        for path in sorted((root / "docs" / lang).rglob("*.md")):
            shown = relative(path, root)
            name = path.relative_to(root / "docs" / lang).with_suffix("").as_posix()
            bad = _unsafe_part(name)
            if bad:
                mend = "lettres minuscules sans accent, chiffres et traits d’union"
                problems.append(Problem(shown, 1, f"le nom « {bad} » ne convient pas à une adresse", mend))
                continue
            text, found = read_text(path, root)
            problems += found
            if text:
                document, wrong = parse_document(text, shown, lang, name)
                documents.append(document)
                problems += wrong
    return tuple(documents), problems + _one_page_per_address(documents, declared)


def _one_page_per_address(documents: Iterable[Document], languages: tuple[str, ...]) -> list[Problem]:
    """Of ``infos.md`` and ``infos/index.md``, or of a French ``ar.md`` and the Arabic home page, one would be lost."""
    problems = []
    written: dict[str, str] = {}
    for document in documents:
        place = Language(document.lang).prefix + document.address
        first = written.setdefault(place, document.path)
        if first != document.path:
            problems.append(Problem(document.path, 1, f"cette page a la même adresse que {first}", "renommez-en une"))
        if document.lang == SOURCE and place.split("/")[0] in languages:
            what = f"« {place.split('/')[0]} » est l’adresse d’une langue"
            problems.append(Problem(document.path, 1, what, "donnez un autre nom"))
    return problems


def _unsafe_part(name: str) -> str | None:
    return next((part for part in name.split("/") if not _SAFE_NAME.match(part)), None)


def _other_endings(root: Path, lang: str) -> list[Problem]:
    """Markdown under another ending, which nobody would read and no page would come from."""
    return [
        Problem(relative(path, root), 1, f"la fin « {path.suffix} » n’est pas lue", "renommez ce fichier en « .md »")
        for path in sorted((root / "docs" / lang).rglob("*"))
        if path.suffix.lower() in _MARKDOWN_ENDINGS and path.suffix != ".md"
    ]


def _stray_entries(root: Path, languages: tuple[str, ...]) -> list[Problem]:
    """Folders and files of ``docs/`` that belong to no language: MkDocs would drop or misplace them in silence."""
    problems = []
    for entry in sorted((root / "docs").iterdir()):
        if entry.name in (*languages, "assets") and entry.is_dir():
            continue
        shown = relative(entry, root)
        if entry.is_dir():
            mend = "rangez ses pages dans docs/fr/, ou déclarez la langue dans data/site.yaml"
            problems.append(Problem(shown, 1, f"le dossier « {entry.name} » n’est pas une langue du site", mend))
        elif entry.name != "README.md":
            problems.append(Problem(shown, 1, "ce fichier n’est dans aucune langue", "rangez-le dans docs/fr/"))
    return problems


def front_value(document: Document, key: str) -> Any:
    """A raw value of the front matter, for messages."""
    return document.front.value.get(key) if isinstance(document.front.value, dict) else None

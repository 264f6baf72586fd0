"""``vigie clean``: a pasted text, a Word document or a mail as right Markdown; the difference, then what a person must do."""

from __future__ import annotations

import difflib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, get_args

import click

from vigie.data_files import load_data
from vigie.languages import SOURCE
from vigie.pasted.clean import Cleaned
from vigie.pasted.clean import clean as cleaned_text
from vigie.pasted.from_docx import docx_to_html
from vigie.pasted.remains import REMINDER, remains
from vigie.pasted.source import LARGEST, Kind, Refused, Source, kind_of, read_html_bytes, read_source
from vigie.pasted.to_markdown import to_markdown
from vigie.problems import Problem, visible
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Site
from vigie.writing import create_file, replace_file

_STANDARD_INPUT = "-"
_PRIVATE = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w+])(?:\+33|0033|0)[\s.\-()0]{0,4}[1-9](?:[\s.\-]{0,2}\d\d){4}(?!\d)"
)
_LANGUAGE = re.compile(r"(?:\A|/)docs/([a-z]{2})/")
_GUIDE = re.compile(r"/contributing/(?:[^/]+/)*[^/]+\.md\Z|/(?:README|CHANGELOG|CONTRIBUTING)(?:\.[a-z]{2})?\.md\Z")
"""They have a first title, no ids, and show the very signs that are mended in texts."""


@dataclass(frozen=True)
class _Read:
    """What was given: its name in messages, its bytes and kind, its text."""

    shown: str
    raw: bytes
    kind: Kind
    source: Source
    lang: str


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--dry-run", is_flag=True, help="Montre ce qui changerait, n’écrit rien.")
@click.option(
    "--from",
    "kind",
    type=click.Choice(get_args(Kind)),
    default=None,
    help="Sorte du document (reconnue d’elle-même sinon).",
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Écrit dans ce nouveau fichier."
)
@click.pass_obj
def clean(root: Path, file: str, dry_run: bool, kind: Kind | None, output: Path | None) -> None:
    """Remet d’aplomb un texte collé (.md, .txt, .docx, .html, ou « - » pour l’entrée standard), puis dit ce qui reste à faire.

    Un texte est récrit sur place ; un document Word ou HTML ne l’est jamais : le Markdown sort à l’écran ou dans --output.
    """
    if _GUIDE.search(Path(file).absolute().as_posix()):
        click.echo(f"Rien à changer : {visible(file)} est un guide du projet, pas un texte du site.")
        return
    read = _read(file, kind)
    cleaned = cleaned_text(read.source.text, read.lang)
    to_screen = output is None and (file == _STANDARD_INPUT or read.kind != "text")
    if read.kind == "text":
        _show_difference(read, cleaned, err=to_screen)
    if to_screen:
        if not dry_run:
            sys.stdout.buffer.write(cleaned.text.encode())
            sys.stdout.buffer.flush()
    elif dry_run:
        click.echo("Essai seulement : rien n’a été écrit. Relancez sans --dry-run pour écrire.")
    elif output is not None:
        _create(output, read.source.written(cleaned.text))
    elif cleaned.text != read.source.text:
        _replace(Path(file), read, cleaned.text)
    _show_remains(root, read.shown, read.lang, cleaned, err=to_screen)


def _read(file: str, kind: Kind | None) -> _Read:
    """The text to clean; says why and stops when there is none."""
    shown = "entrée standard" if file == _STANDARD_INPUT else file
    raw = _bytes(file, shown)
    kind = kind or kind_of(file if file != _STANDARD_INPUT else "", raw)
    match = _LANGUAGE.search(Path(file).absolute().as_posix()) if file != _STANDARD_INPUT else None
    lang = match[1] if match else SOURCE
    if kind == "text":
        source, line, refused = read_source(raw)
    else:
        source, line, refused = _from_document(raw, kind)
    if source is None:
        _stop(shown, line, refused)
    return _Read(shown, raw, kind, source, lang)


def _from_document(raw: bytes, kind: Kind) -> tuple[Source | None, int, Refused]:
    """The Markdown of a DOCX or an HTML document, not yet cleaned."""
    if kind == "docx":
        html, unread = docx_to_html(raw)
    else:
        found, line, why = read_html_bytes(raw)
        if found is None:
            return None, line, why
        html, unread = found, None
    if unread is None:
        text, unread = to_markdown(html)
    if unread is not None:
        return None, 1, unread
    return read_source(text.encode())


def _bytes(file: str, shown: str) -> bytes:
    if file == _STANDARD_INPUT:
        raw = sys.stdin.buffer.read(LARGEST + 1)
    else:
        path = Path(file)
        if path.is_symlink() or not path.is_file():
            why = "ce fichier manque" if not path.exists() else "ce n’est pas un fichier ordinaire"
            _stop(shown, 1, (why, "donnez le chemin d’un fichier enregistré sur le disque"))
        try:
            with path.open("rb") as opened:
                raw = opened.read(LARGEST + 1)
        except OSError as error:
            _stop(shown, 1, (f"ce fichier ne se lit pas ({error.strerror})", "vérifiez vos droits sur ce fichier"))
    if len(raw) > LARGEST:
        _stop(shown, 1, (f"ce fichier dépasse {LARGEST // 1_000_000} Mo", "copiez-en le texte seul"))
    return raw


def _stop(shown: str, line: int, refused: Refused) -> NoReturn:
    click.echo(str(Problem(shown, line, *refused)), err=True)
    click.echo("Rien n’a été écrit.", err=True)
    raise SystemExit(1)


def _create(output: Path, content: bytes) -> None:
    try:
        created = create_file(output, content)
    except OSError as error:
        _stop(str(output), 1, (f"ce fichier ne s’écrit pas ({error.strerror})", "choisissez un autre endroit"))
    if not created:
        _stop(str(output), 1, ("ce fichier existe déjà", "choisissez un autre nom"))
    click.echo(f"{visible(str(output))} est écrit.")


def _replace(path: Path, read: _Read, text: str) -> None:
    try:
        replaced = replace_file(path, read.raw, read.source.written(text))
    except OSError as error:
        _stop(read.shown, 1, (f"ce fichier ne s’écrit pas ({error.strerror})", "vérifiez vos droits sur ce dossier"))
    if not replaced:
        _stop(read.shown, 1, ("ce fichier vient de changer", "relancez la commande"))
    click.echo(f"{visible(read.shown)} est remis d’aplomb.")


def _show_difference(read: _Read, cleaned: Cleaned, *, err: bool) -> None:
    """The lines that change; addresses and numbers of persons are not shown a second time."""
    if cleaned.text == read.source.text:
        click.echo("Rien à changer : ce texte est déjà d’aplomb.", err=err)
        return
    click.echo("Ce qui change (- avant, + après) :\n", err=err)
    lines = difflib.unified_diff(
        read.source.text.split("\n"),
        cleaned.text.split("\n"),
        f"{read.shown} (avant)",
        f"{read.shown} (après)",
        lineterm="",
    )
    for line in lines:
        click.echo(visible(_PRIVATE.sub("[coordonnées]", line)), err=err)
    click.echo("", err=err)


def _show_remains(root: Path, shown: str, lang: str, cleaned: Cleaned, *, err: bool) -> None:
    """The list of what a person must do, by line of the cleaned text."""
    site, _unread = load_data(Site, root, "data/site.yaml")
    hosts, _unread_hosts = load_data(RefusedHosts, root, "data/refused_hosts.yaml")
    addresses = {site.record.contact_email} if site else {"l’adresse du collectif"}
    refused = hosts.record if hosts else RefusedHosts(refused_hosts=())
    found = remains(cleaned, shown, lang, addresses, refused)
    click.echo("\nCe qu’une personne doit encore faire :", err=err)
    for problem in found:
        click.echo(visible(f"  - ligne {problem.line} : {problem.what} ; {problem.mend}"), err=err)
    for line in cleaned.removed:
        shown_line = _PRIVATE.sub("[coordonnées]", line)
        click.echo(
            visible(f"  - ligne ôtée, mots du site copié : « {shown_line} » ; remettez-la si elle dit un fait"), err=err
        )
    click.echo(f"  - {REMINDER}.", err=err)

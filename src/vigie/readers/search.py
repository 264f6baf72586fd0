"""The index of the search, made by Pagefind from the built site: one per language, of what pages say in ``<main>``.

Pages to be found bear ``data-pagefind-body`` (see ``overrides/main.html``). Pagefind reads copies of them, in which words
stand apart that it would take for one. Only what our own script asks for is kept of what Pagefind writes, and the same
site gives the same bytes.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from vigie.problems import Problem, ProblemsFound

FOLDER = "pagefind"
MARK = "data-pagefind-body"

_KEPT = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "index/*", "fragment/*")
_UNSAID = ".note-line, .mail-note, #suggerer, [hidden]"
"""Repeated on page after page: a search for one of their words would find them all."""

_MAXIMAL_SECONDS = 300

_MARKED = re.compile(rf"<main\b[^>]*\s{MARK}\b")
_LANGUAGE = re.compile(r'<html\b[^>]*\slang="([^"]*)"')
_ELISION = re.compile(r"(?<=\w)’(?=\w)")
_ARTICLE = re.compile(r"\b([LRD])\.[ \u00A0\u202F](?=\d)")
_ENDS_OF_CELLS = re.compile(r"(?=</(?:dt|dd|th|td)>)")


def index_site(folder: Path) -> None:
    """Write ``folder/pagefind/`` from the HTML under ``folder``; ``ProblemsFound`` when it cannot, or not wholly."""
    target = folder / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="vigie-search-") as scratch:
        copies = Path(scratch)
        expected = _copy_pages(folder, copies)
        if not expected:
            raise _refused("aucune page à chercher", f"gardez « {MARK} » dans overrides/main.html")
        _run(copies, target)
    entry = target / "pagefind-entry.json"
    written = json.loads(entry.read_text(encoding="utf-8"))
    indexed = {lang: language["page_count"] for lang, language in written["languages"].items()}
    if indexed != expected:
        what = f"l’index de la recherche n’a pas toutes les pages ({_counts(indexed)} au lieu de {_counts(expected)})"
        raise _refused(what, "vérifiez lang= et <main> dans overrides/main.html")
    # Pagefind writes the languages in an order that changes from one run to the next.
    entry.write_text(json.dumps(written, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    programs = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in written["languages"].values()}
    _keep(target, (*_KEPT, *programs))


def readable_by_the_search(html: str) -> str:
    """``html`` with a space after each elision (« l’ exploitation »: else its word is « lexploitation ») and each cell.

    An article of law is one word (« L.425-1 »: else any « l » answers). ``docs/assets/search.js`` asks for words in the same
    form, and gives texts their own again where it shows them.
    """
    return _ENDS_OF_CELLS.sub(" ", _ARTICLE.sub(r"\1.", _ELISION.sub("’ ", html)))


def _copy_pages(folder: Path, copies: Path) -> dict[str, int]:
    """Copy the pages that bear the mark; how many, by the language that they declare."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if _MARKED.search(html):
            said = _LANGUAGE.search(html)
            found[said[1] if said else ""] += 1
            copy = copies / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(readable_by_the_search(html), encoding="utf-8")
    return dict(found)


def _run(copies: Path, target: Path) -> None:
    from pagefind.service import get_executable  # noqa: PLC0415 - `vigie check` must not pay for it

    program = get_executable()
    if program is None:
        raise _refused("le programme de la recherche (Pagefind) manque", "installez les dépendances : make test")
    command = [str(program), "--silent", "--site", str(copies), "--output-path", str(target)]
    command += ["--exclude-selectors", _UNSAID]
    try:
        done = subprocess.run(  # noqa: S603 - the program that our lock pins, our own folders
            command, capture_output=True, text=True, check=False, timeout=_MAXIMAL_SECONDS, cwd=copies
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _refused(f"Pagefind ne répond pas ({error})", "recommencez, ou réinstallez les dépendances") from error
    if done.returncode != 0 or not (target / "pagefind-entry.json").is_file():
        said = " ".join((done.stderr + done.stdout).split())[-300:]
        raise _refused(f"Pagefind a échoué ({said})", "réinstallez les dépendances, ou signalez-le")


def _keep(target: Path, patterns: Iterable[str]) -> None:
    kept = {path for pattern in patterns for path in target.glob(pattern)}
    for path in target.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()


def _counts(pages: dict[str, int]) -> str:
    return ", ".join(f"{lang} {count}" for lang, count in sorted(pages.items())) or "aucune"


def _refused(what: str, mend: str) -> ProblemsFound:
    return ProblemsFound([Problem(f"site/{FOLDER}", 1, what, mend)])

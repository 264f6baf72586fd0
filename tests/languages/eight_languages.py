"""A tiny project in French, Arabic and English, to which the commands add five languages, each in another state.

The words of the pages are the languages' own names, as CLDR writes them; no advice is translated here.
"""

import re
import shutil
from pathlib import Path

from built import ROOT, run
from golden_cases import text_of
from vigie.languages import Language

ADDED = ("es", "ro", "uk", "ps", "ti")
CODES = ("fr", "ar", "en", *ADDED)
ADDRESS = "https://vigie.example/"
FRENCH = {
    "index": ("Accueil fictif", "Une page, [une autre](infos/qui-appeler.md)."),
    "infos/index": ("Aide fictive", "[Qui appeler](qui-appeler.md)."),
    "infos/qui-appeler": (
        "Qui appeler",
        "Un mot.\n\n## Les numéros {#numeros .critical}\n\n<!-- readers: contacts -->",
    ),
    "infos/droits": (
        "Des mots",
        "Un mot.\n\n## Une partie {#une}\n\nDes mots.\n\n## Une autre {#autre}\n\nD’autres mots, et "
        "[une actualité](../actualites/2025-01-02-un-texte.md), [le collectif](../le-collectif.md).",
    ),
    "le-collectif": ("Le collectif", "Un mot."),
}
POST = "actualites/2025-01-02-un-texte"
_LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")
VITAL = ("infos/qui-appeler",)


def page(title, body, *, vital=False, translation=None, more=""):
    """A file of ``docs/``."""
    lines = [
        f"title: {title}",
        f"description: {title}.",
        *(["vital: true"] if vital else []),
        *([more] if more else []),
    ]
    lines += [f"translation: {translation}"] if translation else []
    return "\n".join(["---", *lines, "---", "", body, ""])


def translated(code, name, *, state="reviewed", method="human", body=None):
    """The translation of the French page ``name`` into ``code``: the same parts, and the language's own name as words."""
    own = Language(code).name
    french = FRENCH[name][1] if body is None else body
    words = re.sub(r"(?m)^(?![#<]|$).*$", lambda line: " ".join([own, *_links(line.group())]) + ".", french)
    words = _LINK.sub(rf"[{own}](\1)", words)
    words = re.sub(r"(?m)^(##) [^{]*", rf"\1 {own} ", words)
    note = f"{{source: null, state: {state}, method: {method}}}"
    return page(own, words, vital=name in VITAL, translation=note)


def _links(line):
    return [link.group() for link in _LINK.finditer(line)]


def write(root, path, text):
    """``text`` at ``path``, its folder made when it is not there."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def edit(root, path, before, after):
    """Replace ``before``, which stands in the file."""
    text = (root / path).read_text(encoding="utf-8")
    assert before in text, before
    (root / path).write_text(text.replace(before, after, 1), encoding="utf-8")


def vigie(root, *arguments):
    """A command that must succeed; what it printed."""
    done = run(*arguments, root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _ledger():
    """The small fictional ledger with its first content alone, and no state to draw: few pages, each kind of record."""
    kept = text_of("ledger.yaml").partition("  - id: mesure-sept")[0]
    for before, after in (("edition: {established_on: 2020-09-30}", "edition: null"), ("[contenu-ancien]", "[]")):
        assert before in kept
        kept = kept.replace(before, after)
    return f"{kept}series: []\n"


def tiny_project(root: Path) -> Path:
    """French, Arabic (reviewed) and English (nothing but its interface), a public site at an address."""
    root.mkdir(parents=True)
    for name in ("overrides", "hooks", "data"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    menu = "nav:\n  - index.md\n  - menu_help: [infos/index.md, infos/qui-appeler.md, infos/droits.md]\n"
    menu += "  - menu_plan: [plan/mesures/index.md]\n  - menu_news: [actualites/index.md]\n  - menu_about: [le-collectif.md]\n\n"
    write(root, "mkdocs.yml", re.sub(r"nav:\n(?:  .*\n)+\n", menu, config))
    write(root, "data/measures.yaml", _ledger())
    write(root, "data/redirects.yaml", "hosts: []\nredirects: []\n")
    for path in ("data/translations.lock.jsonl", "data/ar/measures.yaml", "data/en/measures.yaml"):
        (root / path).unlink()
    for name, (title, body) in FRENCH.items():
        write(root, f"docs/fr/{name}.md", page(title, body, vital=name in VITAL))
    write(root, f"docs/fr/{POST}.md", page("Un texte fictif", "Des mots.", more="category: rencontre\nsources: []"))
    for name in ("index", *VITAL):
        write(root, f"docs/ar/{name}.md", translated("ar", name))
    edit(root, "data/site.yaml", "status: draft", "status: public")
    edit(root, "data/site.yaml", "site_url: null", f"site_url: {ADDRESS}")
    edit(root, "data/site.yaml", "code: ar\n    status: pilot", "code: ar\n    status: public")
    for name in ("legal_form", "address", "director", "host"):
        edit(root, "data/site.yaml", f"  {name}: null", f"  {name}: Exemple fictif")
    vigie(root, "done", "docs/ar")
    return root


def add_languages(root: Path) -> None:
    """Five languages by the command, each then in a state of its own, all pilots."""
    for code in ADDED:
        vigie(root, "new", "language", code)
        edit(root, "data/site.yaml", f"code: {code}\n    status: hidden", f"code: {code}\n    status: pilot")
    for name in ("index", "infos/qui-appeler", "le-collectif"):
        write(root, f"docs/es/{name}.md", translated("es", name))
    write(root, "data/es/interface.yaml", "home: Español\nmenu: Español\ncount_content: 'Español {n} {total}'\n")
    write(root, "docs/ro/infos/qui-appeler.md", translated("ro", "infos/qui-appeler", state="draft", method="machine"))
    write(root, "docs/ro/infos/droits.md", translated("ro", "infos/droits", state="translated"))
    vigie(root, "done", "docs/ro", "docs/es")
    edit(root, "docs/fr/infos/droits.md", "\nDes mots.\n", "\nDes mots tout autres.\n")
    write(root, f"docs/uk/{POST}.md", page("Українська", "Українська.", more="category: rencontre\nsources: []",
          translation="{source: null, state: translated, method: human}"))  # fmt: skip
    write(root, "docs/ps/index.md", translated("ps", "index"))
    write(root, "data/ps/topics.yaml", "topics:\n  - {id: plan, label: پښتو}\n")
    write(root, "docs/ti/infos/droits.md", translated("ti", "infos/droits", state="draft", method="machine"))

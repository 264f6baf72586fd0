"""Pages of a site whose ledger is the small fictional one, with edits: what readers see, without the frame around."""

import datetime
import re
import shutil

from small_ledger import finding, ledger_text

from built import ROOT
from vigie.load_build import load_build
from vigie.render import Renderer
from vigie.site.pages import all_pages

SECOND = (
    "    - {id: reunion-deux, date: 2021-06-01, title: Seconde réunion, kind: committee,"
    " edition: {established_on: 2021-07-01}, sources: [source-reunion]}\n"
)
OWN = "".join(
    finding(id_, date, by, added_on="2020-09-01", progress=progress)
    for id_, date, by, progress in (
        ("dit-etat", "2020-03-01", "miprof", "engaged"),
        ("dit-membres", "2020-04", "members", "partly_done"),
        ("dit-greta", "2021-05-01", "greta", "not_started"),
    )
)
EDITS = (
    ("  deadlines:\n", f"{SECOND}  deadlines:\n"),
    ("    findings: []\n", f"    findings:\n{OWN}"),
    ("value: 37.5", "value: true"),
)


def pages(folder, *edits):
    """The fragments of the site whose ledger is the small one, with no text of editors; a page by language and address."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "overrides").symlink_to(ROOT / "overrides")
    for lang in ("fr", "ar"):
        (folder / "docs" / lang).mkdir(parents=True)
    (folder / "data/ar/measures.yaml").unlink()
    (folder / "data/measures.yaml").write_text(ledger_text(*edits), encoding="utf-8")
    build, problems = load_build(folder, datetime.date(2026, 11, 22))
    assert [str(problem) for problem in problems] == []
    index = all_pages(build)
    renderer = Renderer(build, index)

    def fragment(address, lang="fr"):
        return str(renderer.fragment(index.get(lang, address)))

    return fragment


def plain(html):
    """As it is read: no tags, plain spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace(" ,", ",")

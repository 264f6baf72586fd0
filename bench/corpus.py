"""A generated project, as large as one likes: fictional texts and records, in the real forms, for measuring only."""

import re
import shutil
from pathlib import Path

COPIED = ("docs", "data", "overrides", "hooks", "mkdocs.yml")


def copy_project(root: Path, target: Path) -> Path:
    """What people edit, copied to ``target``."""
    for name in COPIED:
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)
    return target


def add_posts(project: Path, count: int) -> None:
    """``count`` fictional posts, one a day."""
    folder = project / "docs/fr/actualites"
    for number in range(count):
        day = f"{2000 + number // 336}-{number % 336 // 28 + 1:02d}-{number % 28 + 1:02d}"
        text = (
            f'---\ntitle: "Texte fictif {number}"\ndescription: "Pour mesurer."\ncategory: chiffres\n'
            f"topics: [plan]\n---\n\n## Une partie {{#partie}}\n\n" + "Un paragraphe fictif, pour mesurer.\n\n" * 5
        )
        (folder / f"{day}-texte-{number}.md").write_text(text, encoding="utf-8")


FORMS = ("all", "sexual, labour", "labour", "domestic", "forced_crime", "begging, forced_marriage")
AUDIENCES = ("everyone", "minors", "women", "migrants, men", "overseas")
VOICES = ("miprof", "cncdh", "collectif", "ministry", "greta", "members")
PROGRESS = ("mentioned", "not_assessed", "engaged", "partly_done", "not_started", "done", "not_assessed")
LABELS = (
    "Former les équipes de terrain", "Ouvrir des places sûres", "Publier les données chaque année",
    "Protéger les enfants", "Contrôler les chantiers", "Saisir les avoirs criminels", "Informer dans chaque langue",
)  # fmt: skip
"""As many as are prime to one another: rows differ, as real ones do, and weigh what they would once compressed."""


def add_measures(project: Path, count: int) -> None:
    """``count`` numbered measures more in the ledger (60 at most), as if the plan were read; each with ten findings or so."""
    path = project / "data/measures.yaml"
    text = path.read_text(encoding="utf-8").replace("\n  text_read: null\n", "\n  text_read: 2026-11-22\n")
    before, after = text.split("\nseries:", 1)
    source = re.search(r"sources: \[([a-z0-9-]+)", before).group(1)
    records = "".join(_measure(number, source) for number in range(1, count + 1))
    path.write_text(f"{before}\n{records}\nseries:{after}", encoding="utf-8")


def _measure(number: int, source: str) -> str:
    said = f"{{lead: Ministère fictif {number % 9}, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null}}"
    findings = "".join(
        f"""
      - id: fictif-{number}-constat-{n}
        date: 2024-{n + 1:02d}
        added_on: 2026-11-22
        by: {VOICES[n % 6]}
        progress: {PROGRESS[(number * (n % 3 + 1) + n) % 7]}
        sufficiency: null
        statement: Constat fictif, pour mesurer.
        demand: null
        sources: [{source}]
        validated: null
        correction_of: null
        withdrawn: null
        replies: []"""
        for n in range(12 - number % 5)
    )
    return f"""
  - id: fictif-{number}
    kind: measure
    added_on: 2026-11-22
    number: {number}
    title: null
    label: {LABELS[number % 7]} {LABELS[number % 5].lower()}
    plain: Une mesure fictive, pour mesurer.
    sources: [{source}]
    axis: {"axe-exploitation-travail" if number % 4 == 0 else "null"}
    forms: [{FORMS[number % 6]}]
    audiences: [{AUDIENCES[number % 5]}]
    plan_says: {said}
    verifiable: {{value: partly, why: Fictif.}}
    indicators: []
    findings:{findings}
    former_ids: []
"""

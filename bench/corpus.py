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


def add_measures(project: Path, count: int) -> None:
    """``count`` more contents in the ledger, fictional, each with twelve findings."""
    path = project / "data/measures.yaml"
    before, after = path.read_text(encoding="utf-8").split("\nseries:", 1)
    source = re.search(r"sources: \[([a-z0-9-]+)", before).group(1)
    records = "".join(_measure(number, source) for number in range(count))
    path.write_text(f"{before}\n{records}\nseries:{after}", encoding="utf-8")


def _measure(number: int, source: str) -> str:
    unknown = "{lead: unknown, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null}"
    findings = "".join(
        f"""
      - id: fictif-{number}-constat-{n}
        date: 2024-{n + 1:02d}
        added_on: 2026-11-22
        by: {("miprof", "cncdh", "collectif")[n % 3]}
        progress: mentioned
        sufficiency: null
        statement: Constat fictif, pour mesurer.
        demand: null
        sources: [{source}]
        validated: null
        correction_of: null
        withdrawn: null
        replies: []"""
        for n in range(12)
    )
    return f"""
  - id: fictif-{number}
    kind: content
    number: null
    title: null
    label: Contenu fictif {number}
    plain: Un contenu fictif, pour mesurer.
    sources: [{source}]
    axis: null
    forms: [all]
    audiences: [everyone]
    plan_says: {unknown}
    verifiable: {{value: partly, why: Fictif.}}
    indicators: []
    findings:{findings}
    former_ids: []
"""

"""The plan once read, generated: sixty numbered measures, each with six indicators and twelve findings, all fictional.

The contents of the real ledger stay, and give way to the measures that name them, as on the day when the plan is read:
the first measure unites two, the second and third share one, each of the others has one of its own.
"""

import re
import shutil
from pathlib import Path

import yaml

LANGUAGES = ("ar", "en", "es", "ro", "uk", "ps", "ti")
"""Those added to French; two of them unknown to the theme, three written right to left or in scripts of their own."""

FORMS = ("all", "sexual", "labour", "domestic", "forced_crime", "begging")
AUDIENCES = ("everyone", "minors", "women", "migrants")
VOICES = ("miprof", "ministry", "cncdh", "greta", "collectif", "members")
PROGRESS = ("mentioned", "engaged", "partly_done", "not_started", "not_assessed", "done")
WORDS = (
    "La source décrit une réunion, un financement et un calendrier fictifs, dont elle donne la date sans en donner le "
    "résultat. Elle ne dit ni combien de personnes sont concernées, ni quels services s’en chargent."
)


def complete_plan(project: Path, count: int = 60, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Rewrite the ledger of ``project`` with ``count`` measures, and declare ``languages`` beside French."""
    path = project / "data/measures.yaml"
    text = path.read_text(encoding="utf-8")
    contents = [measure["id"] for measure in yaml.safe_load(text)["measures"]]
    text = text.replace("\n  text_read: null\n", "\n  text_read: 2026-11-22\n")
    before, after = text.split("\nseries:", 1)
    source = re.search(r"sources: \[([a-z0-9-]+)", before).group(1)
    records = "".join(_measure(number, _formers(number, contents), source) for number in range(1, count + 1))
    path.write_text(f"{before}\n{records}\nseries:{after}", encoding="utf-8")
    for lang in languages:
        _declare(project, lang)


def _formers(number: int, contents: list[str]) -> list[str]:
    if number == 1:
        return contents[:2]
    if number in (2, 3):
        return contents[2:3]
    return contents[number - 1 : number]


def _measure(number: int, formers: list[str], source: str) -> str:
    indicators = "".join(_indicator(number, rank, source) for rank in range(6))
    findings = "".join(_finding(number, rank, source) for rank in range(12))
    return f"""
  - id: mesure-{number}
    kind: measure
    added_on: 2026-11-22
    number: {number}
    title: Intitulé fictif de la mesure {number}, tel qu’un document l’écrirait
    label: Mesure fictive {number}
    plain: Une mesure fictive, pour mesurer. {WORDS}
    sources: [{source}]
    axis: {"axe-exploitation-travail" if number % 4 == 0 else "axe-protection-victimes"}
    forms: [{FORMS[number % len(FORMS)]}]
    audiences: [{AUDIENCES[number % len(AUDIENCES)]}]
    plan_says:
      {{lead: Ministère fictif {number % 5}, partners: not_stated, deadline: not_stated, budget: not_stated,
      indicators: not_stated, target: not_stated, page: {number % 32 + 1}}}
    verifiable: {{value: partly, why: Fictif.}}
    indicators:{indicators}
    findings:{findings}
    former_ids: [{", ".join(formers)}]
"""


def _indicator(number: int, rank: int, source: str) -> str:
    values = "".join(
        f"""
          - id: mesure-{number}-repere-{rank}-{year}
            period: "{year}"
            value: {number * 10 + rank + year - 2023}
            qualifier: exact
            respondents: null
            breakdown: null
            state: final
            sources: [{source}]
            date: {year}-12
            added_on: 2026-11-22"""
        for year in (2024, 2025)
    )
    return f"""
      - id: mesure-{number}-repere-{rank}
        name: Repère fictif {rank}
        definition: Nombre fictif de dossiers, pour mesurer.
        unit: dossiers
        kind: output
        nature: number
        direction: neutral
        proposed_by: editors
        validated: null
        baseline: unknown
        midterm: unknown
        final: unknown
        target: unknown
        frequency: annuelle
        producer: Service fictif
        next_release: null
        expected_breakdowns: [sex, age]
        quality: unknown
        limits: Chiffres fictifs, qui ne mesurent rien.
        values:{values}"""


def _finding(number: int, rank: int, source: str) -> str:
    year, month = 2024 + rank // 6, rank % 6 * 2 + 1
    return f"""
      - id: mesure-{number}-constat-{rank}
        date: {year}-{month:02d}-1{rank % 9}
        added_on: 2026-11-22
        by: {VOICES[(number + rank) % len(VOICES)]}
        progress: {PROGRESS[(number * 7 + rank) % len(PROGRESS)]}
        sufficiency: null
        statement: Constat fictif {rank} de la mesure {number}. {WORDS}
        demand: null
        sources: [{source}]
        validated: null
        correction_of: null
        withdrawn: null
        replies: []"""


def _declare(project: Path, lang: str) -> None:
    """A language built like the others: its interface is the French one, its texts are all missing."""
    folder = project / "data" / lang
    folder.mkdir(exist_ok=True)
    if not (folder / "interface.yaml").exists():
        shutil.copyfile(project / "data/interface.yaml", folder / "interface.yaml")
    site, config = project / "data/site.yaml", project / "mkdocs.yml"
    written = site.read_text(encoding="utf-8")
    if f"code: {lang}\n" not in written:
        entry = f"  - code: {lang}\n    status: pilot\n    leave_to: https://www.wikipedia.org/\n"
        site.write_text(written.replace("\n# Ce que la loi", f"{entry}\n# Ce que la loi"), encoding="utf-8")
        built = config.read_text(encoding="utf-8")
        entry = f"        - locale: {lang}\n          name: {lang}\n          build: true\n"
        config.write_text(built.replace("\n# Le menu", f"{entry}\n# Le menu"), encoding="utf-8")

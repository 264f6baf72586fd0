"""A generated project, as large as one likes: fictional texts and records, in the real forms, for measuring only."""

import shutil
from pathlib import Path

import yaml

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
    """The ledger with ``count`` more contents, copies of the first under other ids, each with its findings."""
    path = project / "data/measures.yaml"
    ledger = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    model = next(m for m in ledger["measures"] if m["findings"])
    for number in range(count):
        measure = _typed({**model, "id": f"fictif-{number}", "indicators": []})
        measure["findings"] = [{**_typed(f), "id": f"{f['id']}-{number}"} for f in model["findings"]]
        path.open("a").close()
        ledger["measures"].append(measure)
    path.write_text(_dump(ledger), encoding="utf-8")


def _typed(value: object) -> object:
    """BaseLoader gives texts only: null and lists keep their meaning."""
    return value


def _dump(ledger: object) -> str:
    """Texts as they were written: null and numbers unquoted, as the strict loader expects."""

    class Dumper(yaml.SafeDumper):
        pass

    def plain(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
        bare = text in ("null", "true", "false", "") or (text.isdigit() and not text.startswith("0"))
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if bare else '"')

    Dumper.add_representer(str, plain)
    text = yaml.dump(ledger, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.replace("'null'", "null")

"""The project tells the truth of itself: locks, schemas, guides, words of the interface, size of the rooms."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from built import ROOT
from vigie.cli import main
from vigie.cli.schema import SCHEMAS, schema_text

SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "hooks").glob("*.py"))
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))


def test_the_exported_locks_pin_what_uv_locked():
    """requirements*.lock hold the versions and hashes of uv.lock, and every direct dependency is pinned."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    versions = {(p["name"], p["version"]) for p in locked}
    known = {f["hash"] for p in locked for f in [*p.get("wheels", []), p.get("sdist")] if f and "hash" in f}
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text()
        pinned = dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))
        assert len(pinned) > 20
        for package, version in pinned.items():
            assert (package, version) in versions, f"{name}: {package} ; relancez « make lock »"
        hashes = set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", text))
        assert hashes
        assert hashes <= known
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for requirement in project["dependencies"]:
        name, version = re.match(r"([\w-]+)(?:\[\w+\])?==([^\s;]+)", requirement).groups()
        assert (name.lower(), version) in versions


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_those_of_the_models(name):
    """data/schema/ is what `vigie schema` writes today."""
    path = ROOT / "data/schema" / f"{name}.json"
    assert path.read_text(encoding="utf-8") == schema_text(SCHEMAS[name]), "relancez « vigie schema »"


def _models(model, seen):
    if model in seen:
        return
    seen.add(model)
    for field in model.model_fields.values():
        for found in _in_annotation(field.annotation):
            _models(found, seen)


def _in_annotation(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for argument in getattr(annotation, "__args__", ()) for m in _in_annotation(argument)]


def test_every_field_has_a_french_description():
    """What an editor's completion shows for each key, in any file."""
    seen: set[type[BaseModel]] = set()
    for name, model in SCHEMAS.items():
        if name != "interface":
            _models(model, seen)
    assert {f"{m.__name__}.{n}" for m in seen for n, f in m.model_fields.items() if not f.description} == set()


def test_every_field_is_explained_in_the_guide_of_data():
    """data/README.md names, in backticks, every key that a person may write."""
    guide = (ROOT / "data/README.md").read_text(encoding="utf-8")
    seen: set[type[BaseModel]] = set()
    for name, model in SCHEMAS.items():
        if name not in ("page", "post", "interface"):
            _models(model, seen)
    fields = {(m.__name__, info.alias or name) for m in seen for name, info in m.model_fields.items()}
    missing = {f"{model}.{field}" for model, field in fields if f"`{field}`" not in guide}
    assert missing == set()


def test_every_key_of_front_matter_is_explained_to_editors():
    """contributing/editors.md and translators.md name every key of pages and posts."""
    guides = "".join((ROOT / "contributing" / n).read_text(encoding="utf-8") for n in ("editors.md", "translators.md"))
    for name in ("page", "post"):
        for field in SCHEMAS[name].model_fields:
            assert f"`{field}`" in guides or f"{field}:" in guides, field


def test_every_command_is_in_the_guides():
    """Each `vigie …` and each `make …` is mentioned where people look for it."""
    names = (
        "README.md",
        "README.fr.md",
        "contributing/editors.md",
        "contributing/translators.md",
        "contributing/developers.md",
    )
    guides = "".join((ROOT / name).read_text(encoding="utf-8") for name in names)
    for command in main.commands:
        assert f"vigie {command}" in guides, command
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"site", "serve", "test", "test-all", "check", "fix", "new", "todo", "clean", "bench"} <= set(targets)
    for target in targets:
        assert f"make {target}" in guides, target


def test_every_word_of_the_interface_is_used_and_every_word_used_exists():
    """A key nobody shows is a burden for translators; a key that lacks breaks a page."""
    strings = yaml.safe_load((ROOT / "data/interface.yaml").read_text(encoding="utf-8"))
    shown = "".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *SOURCES, ROOT / "mkdocs.yml"])
    asked = set(re.findall(r"\bt\(\s*[\"']([a-z_0-9]+)[\"']", shown))
    assert asked - {k for k in asked if k.endswith("_")} <= set(strings)
    built = set(re.findall(r"[\"']([a-z_]+_)[\"'] ~", shown)) | {"{folder}"}
    built |= set(re.findall(r"\bf[\"']([a-z_]+_)\{", shown)) | set(re.findall(r"\bwords=[\"']([a-z_]+_)[\"']", shown))
    unused = {
        key
        for key in strings
        if not re.search(rf"[\"']{key}[\"']", shown)
        and not any(key.startswith(prefix) for prefix in built)
        and key not in re.findall(r"menu_\w+", shown)
        and not re.fullmatch(r"(actualites|plaidoyer)_(title|description|of_year)", key)
    }
    assert unused == set()


def test_no_python_file_is_long():
    """300 lines at most: a reader holds a file in mind."""
    files = [*SOURCES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    assert [(p.name, n) for p in files if (n := len(p.read_text(encoding="utf-8").split("\n"))) > 301] == []


def test_hooks_are_adapters():
    """60 lines at most, only on_* functions, each saying why this event."""
    for path in sorted((ROOT / "hooks").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert len(text.split("\n")) <= 61
        assert "if lang" not in text
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                assert node.name.startswith("on_")
                assert ast.get_docstring(node)
            else:
                assert isinstance(node, ast.Import | ast.ImportFrom | ast.Expr), f"{path.name}: no state in hooks"


def test_only_the_bridge_imports_mkdocs():
    """Our code must outlive MkDocs."""
    guilty = [
        path.name
        for path in SOURCES
        if re.search(r"^\s*(?:from|import) (?:mkdocs|material)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert sorted(guilty) == ["mkdocs_bridge.py", "site_pages.py"]


def test_checking_does_not_load_mkdocs():
    """`vigie check` answers without paying for MkDocs."""
    code = "import sys, vigie.cli; sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_templates_hold_no_word_for_readers():
    """Every text comes from the interface or the data: no letter stands between two tags."""
    for path in TEMPLATES:
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        words = re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>", " ", text))
        assert words == [], path


def test_internal_links_of_the_guides_lead_somewhere():
    """README, CONTRIBUTING and the guides point to files that exist."""
    guides = [ROOT / n for n in ("README.md", "README.fr.md", "CONTRIBUTING.md", "data/README.md")]
    for guide in [*guides, *(ROOT / "contributing").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", _without_code(guide)):
            if not re.match(r"https?:|mailto:|contact:", target):
                assert (guide.parent / target).exists(), f"{guide.name}: {target}"


def _without_code(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"`[^`\n]*`", "", re.sub(r"```.*?```", "", text, flags=re.DOTALL))

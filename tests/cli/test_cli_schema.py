"""``vigie schema``: the committed schemas are those of the models, complete and in French."""

import json

import pytest
from click.testing import CliRunner

from vigie.cli import main
from vigie.cli.schema import SCHEMAS, schema_text

FORMS = sorted(SCHEMAS)


def _run(root):
    result = CliRunner().invoke(main, ["--root", str(root), "schema"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def _project(folder):
    (folder / "mkdocs.yml").write_text("site_name: Fictif\n", encoding="utf-8")
    return folder


def test_the_committed_schemas_are_those_of_the_models(project_root, tmp_path):
    """After a change of a model, ``vigie schema`` has been run: same files, same bytes."""
    result = _run(_project(tmp_path))
    assert (result.exit_code, result.output) == (0, f"{len(SCHEMAS)} schémas écrits dans data/schema/\n")
    written = {path.name: path.read_bytes() for path in (tmp_path / "data" / "schema").iterdir()}
    committed = {path.name: path.read_bytes() for path in (project_root / "data" / "schema").iterdir()}
    assert sorted(committed) == sorted(written) == sorted(f"{name}.json" for name in FORMS)
    assert [name for name in written if written[name] != committed[name]] == [], "run: vigie schema"


def test_writing_the_schemas_twice_changes_nothing(tmp_path):
    """The same bytes each time."""
    _run(_project(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}
    _run(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.json")} == before


def test_outside_a_project_nothing_is_written(tmp_path):
    """The command says where to go."""
    result = _run(tmp_path)
    assert result.exit_code == 1
    assert "il n’y a pas de mkdocs.yml dans" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMS)
def test_a_schema_is_readable_and_complete(name):
    """Valid JSON, accents as they are, one final line end; unknown keys refused at the top."""
    text = schema_text(SCHEMAS[name])
    schema = json.loads(text)
    assert text.endswith("}\n")
    assert "\\u00e9" not in text
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False or name == "interface"


@pytest.mark.parametrize("name", ["site", "page", "post", "contacts"])
def test_the_keys_that_editors_see_are_described_in_french(name):
    """Each key of the top level has its description."""
    properties = json.loads(schema_text(SCHEMAS[name]))["properties"]
    assert properties
    assert [key for key, field in properties.items() if not field.get("description")] == []


def test_the_allowed_values_reach_the_schemas():
    """An editor's tool can complete the closed lists."""
    ledger = schema_text(SCHEMAS["measures"])
    assert all(f'"{value}"' in ledger for value in ("not_assessed", "partly_done", "miprof", "undetermined", "spotted"))
    assert '"rencontre"' in schema_text(SCHEMAS["post"])

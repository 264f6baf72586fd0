"""The schema of ``data/measures.yaml``, which completes and explains keys in any text editor: whole, and in French."""

import json
import re

import pytest

from vigie.cli.schema import SCHEMAS, schema_text

ENGLISH = re.compile(r"\b(?:the|of|is|are|its|and|what|with|nothing|whether|who|one|same)\b", re.IGNORECASE)
LEDGERS = ("measures", "measures-words")


def _schema(name):
    return json.loads(schema_text(SCHEMAS[name]))


def _properties(schema):
    """Every key of every record: its place and its schema."""
    for name, model in [("", schema), *schema.get("$defs", {}).items()]:
        for key, field in model.get("properties", {}).items():
            yield f"{name}.{key}", field


def _values(field):
    """The allowed values of a key, in a list or beside null too; not those of the records it refers to."""
    if isinstance(field, dict):
        yield from field.get("enum", ())
        if "const" in field:
            yield field["const"]
        for inner in (field.get("items"), *field.get("anyOf", ())):
            yield from _values(inner)


@pytest.mark.parametrize("name", LEDGERS)
def test_every_key_is_described_in_french(name):
    """No key without its description, and no word of English in any."""
    found = dict(_properties(_schema(name)))
    assert len(found) >= 25
    assert [place for place, field in found.items() if not field.get("description")] == []
    assert [place for place, field in found.items() if ENGLISH.search(field["description"])] == []


@pytest.mark.parametrize("name", LEDGERS)
def test_no_description_is_a_docstring(name):
    """What developers write of a record in English does not reach editors."""
    schema = _schema(name)
    assert [key for key, model in [("", schema), *schema["$defs"].items()] if "description" in model] == []


@pytest.mark.parametrize("name", LEDGERS)
def test_every_allowed_value_is_explained(name):
    """Each word of a closed list stands in the description of its key, where its meaning is."""
    missing = {
        (place, value)
        for place, field in _properties(_schema(name))
        for value in _values(field)
        if not re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", field["description"])
    }
    assert missing == set()


def test_the_closed_lists_are_there():
    """The test above is not blind: voices, progress, forms and the rest are found."""
    found = {place: set(_values(field)) for place, field in _properties(_schema("measures"))}
    assert {place for place, values in found.items() if len(values) > 5} >= {
        "Claim.by", "Finding.by", "Reply.by", "Deadline.announced_by", "Finding.progress", "Measure.forms", "Source.kind",
    }  # fmt: skip

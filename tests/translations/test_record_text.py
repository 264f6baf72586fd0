"""The code of a record, written into its YAML by hand-kept lines: only that code changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie import strict_yaml
from vigie.translations.pins import LENGTH
from vigie.translations.record_text import with_code_on_line, with_record_code, written

CODE = "7K3QX2MZDA"
BLOCK = """# commentaire
contacts:
  - id: "17"  # urgent
    name: "Police"
    hours: null

  - id: b
    source: 0000000000  # ancien
    name: B
"""
FLOW = """topics:
  - {id: plan, label: "Le plan, {source: x}"}
  - {id: epu, source: "1111111111", label: É}
"""
SIGNS = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=LENGTH, max_size=LENGTH)


def _read(text):
    located, problems = strict_yaml.load(text, "data/ar/x.yaml")
    assert problems == []
    return located.value


@pytest.mark.parametrize(
    ("text", "line", "changed"),
    [
        (BLOCK, 3, BLOCK.replace("urgent\n", f"urgent\n    source: {CODE}\n")),
        (BLOCK, 7, BLOCK.replace("source: 0000000000  # ancien", f"source: {CODE}")),
        (FLOW, 2, FLOW.replace("{id: plan,", f"{{id: plan, source: {CODE},")),
        (FLOW, 3, FLOW.replace('"1111111111"', CODE)),
    ],
)
def test_only_the_code_changes(text, line, changed):
    """Comments, order and quotes stay; an old code gives its place."""
    assert with_record_code(text, line, CODE) == changed


def test_the_end_of_lines_is_kept():
    """A file from Windows stays one."""
    text = with_record_code(BLOCK.replace("\n", "\r\n"), 3, CODE)
    assert text is not None
    assert "\n" not in text.replace("\r\n", "")


def test_a_record_that_does_not_begin_with_its_id_has_no_place():
    """Nothing is guessed."""
    assert with_record_code("- name: B\n  id: b\n", 1, CODE) is None
    assert with_code_on_line("state: draft", 1, CODE) is None


@given(SIGNS)
def test_any_code_is_read_back_as_the_text_it_is(code):
    """Digits alone, or around an E, would be numbers in YAML."""
    assert _read(f"a: {written(code)}\n") == {"a": code}
    assert _read(with_record_code(BLOCK, 7, code))["contacts"][1]["source"] == code
    assert _read(with_record_code(FLOW, 2, code))["topics"][0] == {
        "id": "plan", "source": code, "label": "Le plan, {source: x}"
    }  # fmt: skip
    front = with_code_on_line("translation: {source: null, state: draft}", 1, code)
    assert _read(front)["translation"]["source"] == code


@given(st.from_regex(r"[0-9]{1,8}E[0-9]{1,8}", fullmatch=True).filter(lambda code: len(code) == LENGTH))
def test_a_code_that_looks_like_a_number_is_quoted(code):
    """« 1E23456789 » would be read as an immense number."""
    assert _read(f"a: {written(code)}\n") == {"a": code}

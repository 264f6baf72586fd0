"""From our HTML to Typst: golden cases, and hostile texts drawn for true."""

import subprocess
from html import escape

import pytest
import typst
import yaml

from golden_cases import text_of
from vigie.readers.typst_code import typst_code
from vigie.readers.typst_pdf import drawn_pdf

CASES = yaml.safe_load(text_of("typst_code.yaml"))
HOSTILE = (
    "= titre",
    "== titre",
    "- un",
    "+ deux",
    "/ terme: mot",
    "// pas une note",
    "/* ni ceci */",
    "#panic(1)",
    '#import "@preview/x:1.0.0": *',
    "#{ let x = 1 }",
    "$x^2$",
    "*gras* _italique_",
    "@cle <cle>",
    "\\ fin \\u{41} \\n",
    "] ) } ; [ ( {",
    "\"guillemets\" 'simples' `code`",
    "~ -- --- ...",
    "https://example.org/a#b",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_element_becomes_its_call(case):
    """Headings, lists, links, tables, phrases: the call that is written, sign by sign."""
    assert typst_code(case["html"]) == case["typst"]


def _drawn(project_root, body, tmp_path):
    looks = (project_root / "overrides/leaflet.typ").read_text(encoding="utf-8")
    pdf = drawn_pdf(f'{looks}\n#leaflet(title: "Essai", contents-title: "Fin", fonts: ("Noto Sans",), {body})\n')
    path = tmp_path / "essai.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_a_hostile_text_is_only_a_text(project_root, tmp_path):
    """What means something in Typst (headings, comments, code, mathematics) is drawn as it is written, never run."""
    html = "".join(f"<p>{escape(text)}</p>" for text in HOSTILE)
    shown = "".join(_drawn(project_root, typst_code(html), tmp_path).split())
    for text in HOSTILE:
        assert "".join(text.split()) in shown, text


def test_every_function_that_is_called_is_drawn_by_the_looks(project_root, tmp_path):
    """Each call of the golden cases is one that ``overrides/leaflet.typ`` can draw."""
    html = "<h2>Tout</h2>" + "".join(case["html"] for case in CASES if "heading" not in case["name"])
    shown = _drawn(project_root, typst_code(html), tmp_path)
    assert "example.org" in shown and "L. 425-1" in shown


def test_a_letter_without_a_font_is_refused():
    """Never a box in the place of a letter."""
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        drawn_pdf('#set document(title: "x")\n#"漢字"')

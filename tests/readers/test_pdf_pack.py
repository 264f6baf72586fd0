"""A packed PDF reads like the one that Typst wrote: same pages, tags and words, in fewer bytes."""

import io

import pypdf
import pytest
import typst

from vigie.readers.pdf_pack import NotAsExpected, _rounded, packed
from vigie.readers.typst_pdf import FONTS

SOURCE = """
#set document(title: "Essai", date: none)
#set text(lang: "fr", font: "Noto Sans")
= Titre
#for n in range(300) [
  == Partie #n
  - Un *mot* (#n) et #link("https://example.org/" + str(n))[un lien]
]
"""


@pytest.fixture(scope="module")
def drawn():
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.compile(SOURCE.encode(), format="pdf", font_paths=fonts, pdf_standards="ua-1", timestamp=0)


def _tree(node, depth=0):
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        return [_tree(kid, depth) for kid in node]
    if isinstance(node, pypdf.generic.DictionaryObject):
        return (node.get("/S"), str(node.get("/Lang")), _tree(node["/K"], depth + 1) if "/K" in node else None)
    return node


def test_nothing_changes_but_the_weight(drawn):
    """Words, links, tags, metadata: the same, in less than half of the bytes."""
    small = packed(drawn)
    assert len(small) < len(drawn) / 2
    before, after = pypdf.PdfReader(io.BytesIO(drawn), strict=True), pypdf.PdfReader(io.BytesIO(small), strict=True)
    assert [p.extract_text() for p in after.pages] == [p.extract_text() for p in before.pages]
    assert after.metadata == before.metadata
    roots = [reader.trailer["/Root"] for reader in (before, after)]
    assert set(roots[0]) == set(roots[1])
    assert _tree(roots[0]["/StructTreeRoot"]["/K"]) == _tree(roots[1]["/StructTreeRoot"]["/K"])
    links = [[a.get_object()["/A"]["/URI"] for p in r.pages for a in p.get("/Annots", [])] for r in (before, after)]
    assert links[0] == links[1]
    assert len(links[0]) >= 300
    assert before.trailer["/ID"] == after.trailer["/ID"]


def test_the_same_bytes_give_the_same_bytes(drawn):
    """No hour and no chance in it."""
    assert packed(drawn) == packed(drawn)


def test_places_are_rounded_and_texts_are_not():
    """Only numbers with more than two decimals, never what stands in a string or a name."""
    drawing = (
        rb"1 0 0 -1 41.479996 0 Tm[(1.23456\) \( 9.87654)30(x)]TJ -0.0001 0.27450982 scn /f0.12345 <FEFF0012.3> 12.5 Td"
    )
    assert _rounded(drawing) == (
        rb"1 0 0 -1 41.48 0 Tm[(1.23456\) \( 9.87654)30(x)]TJ 0 0.27 scn /f0.12345 <FEFF0012.3> 12.5 Td"
    )


@pytest.mark.parametrize("text", [b"", b"%PDF-1.7\nxref\n0 1\n", b"%PDF-1.7\nstartxref\n0\n%%EOF\n"])
def test_what_is_written_otherwise_is_refused(text):
    """A file that is not as Typst writes it is never half packed."""
    with pytest.raises(NotAsExpected):
        packed(text)

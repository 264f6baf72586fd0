"""A Word document and the HTML of a mail as Markdown; crafted ones are refused, or read in little time."""

import io
import time
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from pictures import saved
from vigie.pasted.clean import clean
from vigie.pasted.from_docx import docx_to_html
from vigie.pasted.source import LARGEST_TEXT, kind_of, read_html_bytes, read_source
from vigie.pasted.to_markdown import DEEPEST, to_markdown

MAIL = """<html xmlns:o="urn:o"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<style>p{margin:0}</style><title>Courriel</title></head><body><!-- secret --><div><p class=MsoNormal>Bonjour,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p>La réunion du <b>comité </b>aura lieu. <i>Venez</i> :<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>L'observatoire</p>
<p>Lire <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.org%2Fx&amp;data=1" onclick="x()">le
rapport</a>.<br>Places limitées.</p><table><tr><td><table><tr><td><p>Mise en page</p></td></tr></table></td></tr></table>
<table><tr><td>Heure</td><td>Sujet</td></tr><tr><td>9h</td><td>Accueil</td></tr></table>
<img src="https://suivi.exemple/p.gif" width=1 height="1"><img src="cid:a" alt="Le logo [1]"><script>alert(1)</script></div></body></html>"""
CLEAN_MAIL = """Bonjour,

La réunion du **comité** aura lieu. *Venez*\u00a0:

- L’observatoire

Lire [le rapport](https://exemple.org/x).
Places limitées.

Mise en page

| Heure | Sujet |
| --- | --- |
| 9h | Accueil |

[Image à placer\u00a0: Le logo (1)]
"""


def _markdown(html):
    text, refused = to_markdown(html)
    assert refused is None
    return clean(text).text


def _docx(fill):
    document = docx.Document()
    fill(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _fill(document):
    document.add_heading("Ce qui s'est dit", 1)
    paragraph = document.add_paragraph("Le ")
    paragraph.add_run("12.12.2024").bold = True
    paragraph.add_run(" avec ")
    paragraph.add_run("60 personnes").italic = True
    paragraph.add_run(". Voir ")
    linked = document.part.relate_to(
        "https://exemple.org/x?utm_source=mail",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        True,
    )
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), linked)
    words.text = "le rapport"
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    for style, text in (
        ("List Bullet", "Un"),
        ("List Bullet", "Deux"),
        ("List Number", "Premier"),
        ("List Number", "Second"),
    ):
        document.add_paragraph(text, style=style)
    document.add_heading("Les chiffres", 3)
    table = document.add_table(rows=2, cols=2)
    for place, text in zip([(0, 0), (0, 1), (1, 0), (1, 1)], ["Année", "Personnes", "2023", "4 160"], strict=True):
        table.cell(*place).text = text
    document.add_picture(io.BytesIO(saved(Image.new("RGB", (9, 9)), "PNG")))


CLEAN_DOCX = """## Ce qui s’est dit {#ce-qui-s-est-dit}

Le **12 décembre 2024** avec *60 personnes*. Voir [le rapport](https://exemple.org/x)

- Un
- Deux

1. Premier
2. Second

### Les chiffres {#les-chiffres}

| Année | Personnes |
| --- | --- |
| 2023 | 4 160 |

[Image à placer\u00a0: sans description]
"""


def test_a_word_document_becomes_markdown():
    """Headings, bold, italic, lists, tables, links; a picture becomes a place to fill."""
    html, refused = docx_to_html(_docx(_fill))
    assert refused is None
    assert "base64" not in html
    assert _markdown(html) == CLEAN_DOCX


def test_a_rule_first_opens_no_header():
    """A mail that begins with a line drawn across the page."""
    assert _markdown("<hr><p>L'un</p><hr><p>Deux</p>") == "L’un\n\n---\n\nDeux\n"


def test_a_mail_becomes_markdown():
    """No script, style, comment, counting pixel nor layout; lists of Word, true tables and links stay."""
    text, _line, _refused = read_html_bytes(MAIL.encode("cp1252"))
    assert _markdown(text) == CLEAN_MAIL


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.docx", b"", "docx"),
        ("a", b"PK\x03\x04", "docx"),
        ("A.HTM", b"x", "html"),
        ("", b"\xef\xbb\xbf <!DOCTYPE html><html>", "html"),
        ("", b"<!-- a --><div>x", "html"),
        ("a.md", b"<div>", "text"),
        ("a.txt", b"x", "text"),
        ("", b"< 3 personnes", "text"),
    ],
)
def test_the_kind_is_recognised(name, raw, kind):
    """By the name, else by the first bytes."""
    assert kind_of(name, raw) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_html_is_read_in_its_encoding(encoding):
    """A mark at its beginning says which."""
    assert read_html_bytes("<p>été</p>".encode(encoding))[0] == "<p>été</p>"


def test_html_in_another_encoding_than_it_says_is_refused_on_its_line():
    """Nothing is guessed."""
    text, line, refused = read_html_bytes(b"<meta charset=utf-8>\n<p>\xe9t\xe9</p>")
    assert (text, line) == (None, 2)
    assert "pas dans l’encodage" in refused[0]


def _zip(parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04 abime", "ne s’ouvre pas"),
        (_zip({"word/document.xml": b" " * 30_000_000}), "se déplie en"),
        (_zip({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "déclare des entités"),
        (_zip({"word/document.exe": b"MZ"}), "n’est pas un morceau"),
        (_zip({"word/document.xml": b"<a/>"}), "ce document ne s’ouvre pas"),
    ],
)
def test_a_crafted_document_is_refused_unread(raw, says):
    """Bombs, entities, programs, broken zips."""
    html, refused = docx_to_html(raw)
    assert html == ""
    assert says in refused[0]


@pytest.mark.parametrize(
    "html",
    ["<div>" * 200_000, "<ul><li>" * 100_000, "<blockquote>" * (DEEPEST + 1) + "a", "<p>a</p>" * 70_000],
    ids=["divs", "lists", "quotes", "many"],
)
def test_html_nested_or_repeated_without_end_is_refused(html):
    """Soon, and in French."""
    began = time.process_time()
    text, refused = to_markdown(html)
    assert text == ""
    assert "trop d’éléments" in refused[0]
    assert time.process_time() - began < 10


LINE = 19_000
LONG = {
    "spaces": ("a" + " " * LINE + "b\n") * 3,
    "hard spaces": ("a" + "\u00a0" * LINE + "b\n") * 3,
    "word": ("a" * LINE + "\n") * 3,
    "pictures": ("🔹" * LINE + "\n") * 3,
    "pseudo letters": ("𝐫" * LINE + "\n") * 3,
    "accents": ("e" + "\u0301" * LINE + "\n") * 3,
    "hashes": ("#" * LINE + "\n") * 3,
    "digits": ("1." * (LINE // 2) + "\n") * 3,
    "semicolons": (" ;" * (LINE // 2) + "\n") * 3,
    "mojibake": ("Ã" * LINE + "\n") * 3,
    "mails": ("a." * (LINE // 2) + "\n") * 3,
    "parameters": "https://a.fr/?" + "a&amp;" * 390 + "\n",
    "comments": ("<!-- " * 390 + "\n") * 3,
    "ticks": ("`a" * 390 + "\n") * 3,
}


@pytest.mark.parametrize("name", LONG)
def test_no_line_is_read_for_minutes(name):
    """A second would do on a machine at rest; what is quadratic takes a minute and more."""
    began = time.process_time()
    clean(LONG[name])
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        (b"a\n\xe9", 2, "pas en UTF-8"),
        (b"a\r\n\r\nb\0", 3, "n’est pas un texte"),
        (b"a" * (LARGEST_TEXT + 1), 1, "pèse"),
        (b"a\n" + b"b" * 20_001, 2, "démesuré"),
        (b"a\n" + b"[" * 401, 2, "démesuré"),
        (b"[[[[\n" * 2_001, 1, "démesuré"),
        (b"a\n" * 4_001, 4_000, "démesuré"),
        ((("a 🔹 " * 2_001 + "\n") * 2).encode(), 2, "démesuré"),
        (b" \n", 1, "pas de texte"),
        (b"---\ntitle: a\n\nTexte.\n", 1, "que rien ne ferme"),
        (b"\n---\nb\n", 2, "que rien ne ferme"),
    ],
)
def test_what_is_no_text_is_refused_on_its_line(raw, line, says):
    """With a mend."""
    source, found, refused = read_source(raw)
    assert (source, found) == (None, line)
    assert says in refused[0]
    assert refused[1]


@pytest.mark.parametrize("raw", ["Été\n".encode(), "\ufeffA\r\nB\r\n".encode(), b"A"])
def test_a_text_is_written_back_as_it_was(raw):
    """BOM and ends of lines."""
    source, _line, _refused = read_source(raw)
    assert source.written(source.text) == raw

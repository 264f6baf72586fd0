"""The leaflets of the real texts: pages, tags, language, order of the Arabic, weight, same bytes; and what stops one."""

import datetime
import io
import re
import subprocess

import pypdf
import pytest

from built import ROOT, TODAY
from vigie.load_build import load_build
from vigie.problems import ProblemsFound
from vigie.readers import downloads as made
from vigie.readers.leaflet import HEAVIEST, can_be_drawn, script_of
from vigie.ready import make_ready
from vigie.render import Renderer
from vigie.site.pages import all_pages

DAY = datetime.date.fromisoformat(TODAY)
MARKS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _downloads(root=ROOT, day=DAY):
    build, problems = load_build(root, day)
    assert build is not None, problems
    return Renderer(build, all_pages(build)).downloads


@pytest.fixture(scope="module")
def leaflets():
    found = _downloads()
    assert found.problems == ()
    return {file.lang: file.content for file in found.files if file.form == "pdf"}


@pytest.fixture(scope="module")
def readers(leaflets, tmp_path_factory):
    folder = tmp_path_factory.mktemp("leaflets")
    for lang, content in leaflets.items():
        (folder / f"{lang}.pdf").write_bytes(content)
    return {lang: pypdf.PdfReader(folder / f"{lang}.pdf") for lang in leaflets}


@pytest.fixture(scope="module")
def texts(leaflets, tmp_path_factory):
    """What ``pdftotext`` reads, in the order of the language, without its own marks of direction."""
    folder = tmp_path_factory.mktemp("texts")
    found = {}
    for lang, content in leaflets.items():
        path = folder / f"{lang}.pdf"
        path.write_bytes(content)
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
        found[lang] = " ".join(MARKS.sub("", done.stdout).split())
    return found


def test_each_language_has_its_leaflet(leaflets):
    """All of them."""
    assert set(leaflets) == {"fr", "ar", "en"}


def test_a_leaflet_is_light(leaflets):
    """60 kB at most."""
    assert HEAVIEST == 60_000
    assert {lang: len(content) for lang, content in leaflets.items() if len(content) > HEAVIEST} == {}


def test_every_page_is_an_a5(readers):
    """148 by 210 mm, to be folded from A4."""
    for reader in readers.values():
        assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader.pages} == {(420, 595)}


def test_it_is_tagged_and_says_its_language_and_title(readers):
    """PDF/UA-1, a tree of tags, a language, a neutral title that the window shows; nobody's name, no date."""
    for lang, title in (("fr", "Informations"), ("ar", "معلومات"), ("en", "Information")):
        root = readers[lang].trailer["/Root"]
        assert root["/Lang"] == lang
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        xmp = root["/Metadata"].get_data().decode("utf-8")
        assert re.search(r"pdfuaid:part\W+1\b", xmp)
        assert set(readers[lang].metadata) == {"/Title", "/Creator"}
        assert readers[lang].metadata["/Title"] == title
        assert readers[lang].metadata["/Creator"].startswith("Typst ")


def _tags(node, found):
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for kid in node:
            _tags(kid, found)
    elif isinstance(node, pypdf.generic.DictionaryObject) and node.get("/Type") != "/OBJR":
        found.append(node.get("/S"))
        if "/K" in node:
            _tags(node["/K"], found)
    return found


def test_headings_lists_and_links_are_tagged(readers):
    """Chapters, sections, helplines, lists and links are what a screen reader announces."""
    for reader in readers.values():
        tags = _tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], [])
        assert tags.count("/H1") == 1
        assert tags.count("/H4") == 8, "one per helpline"
        assert {"/H2", "/H3", "/L", "/LI", "/Link", "/P"} <= set(tags)


def test_the_face_is_neutral(readers):
    """The first page says the neutral title, the day and that it is a draft, and no word of what is inside."""
    for lang, reader in readers.items():
        face = reader.pages[0].extract_text()
        assert not re.search(r"traite|exploit|police|danger|الاتجار|استغلال|الشرطة|خطر", face, re.IGNORECASE), (
            lang,
            face,
        )
    assert "22 novembre 2026" in readers["fr"].pages[0].extract_text().replace("\u00a0", " ")


def test_numbers_come_first(texts):
    """Right after the face: immediate danger, then each number, in the order of the data."""
    for text in texts.values():
        places = [text.index(number) for number in ("112", "114", "119", "116 000", "116 006", "3919", "0 806 000 126")]
        assert places == sorted(places)


def test_what_is_not_known_is_to_be_checked(texts):
    """Unknown hours, cost… are named, each number says that nobody has verified it, the draft says that it is one."""
    assert texts["fr"].count("À vérifier") == 7
    assert "À vérifier : Heures, Prix, Ce qui se passe, Sur la facture" in texts["fr"].replace("\u00a0", " ")
    assert texts["fr"].count("Numéro pas encore vérifié par le collectif") == 8
    assert "Maquette, non validée par le collectif" in texts["fr"]
    assert "Ne le gardez pas si c’est dangereux pour vous." in texts["fr"]


def test_arabic_is_read_in_its_order(texts):
    """Words, whole sentences, ligatures, numbers of several groups and French words, as they are said."""
    # ``pdftotext`` sets the signs between two words apart: only words are compared.
    text = " ".join(re.sub(r"[،.:؟()]", " ", texts["ar"]).split())
    for words in (
        "بمن تتصلون",
        "إذا كان الخطر مباشرا",
        "إذا كنتم لا تستطيعون الكلام فأرسلوا رسالة نصية",
        "لم يتحقق الائتلاف من هذا الرقم بعد",
        "ترجمت هذه الوثيقة آليا",
        "116 000",
        "116 006",
        "0 806 000 126",
        "Bonjour, j’ai moins de 18 ans",
        "Fondation Droit d’Enfance",
        "24/24",
    ):
        assert words in text, words
    assert "621 000 608" not in text
    assert not re.search("[\u064b-\u0652]", text), "a mark above a letter makes it read twice"


def test_the_same_text_gives_the_same_bytes(leaflets):
    """No hour, no folder, no machine in it."""
    again = {file.lang: file.content for file in _downloads().files if file.form == "pdf"}
    assert again == leaflets


def test_a_letter_that_no_font_has_is_refused_where_it_is_written(project_copy):
    """The problem names the file, the line and the letter; no site is built with a box in its leaflet."""
    page = project_copy / "docs/fr/infos/urgence.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines) if text.startswith("Des mots simples"))
    lines[line] += " 漢"
    page.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        make_ready(project_copy, DAY)
    (problem,) = [p for p in found.value.problems if p.blocking]
    assert (problem.path, problem.line) == ("docs/fr/infos/urgence.md", line + 1)
    assert "« 漢 »" in problem.what


def test_looks_that_do_not_compile_are_refused(project_copy):
    """A slip in overrides/leaflet.typ stops the build and is named."""
    looks = project_copy / "overrides/leaflet.typ"
    looks.write_text(looks.read_text(encoding="utf-8").replace("v(50mm)", "v(50mmm)"), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        make_ready(project_copy, DAY)
    assert {p.path for p in found.value.problems if p.blocking} == {"overrides/leaflet.typ"}


def test_a_page_that_a_language_lacks_is_left_out(project_copy):
    """Without its pages the Arabic leaflet holds the numbers alone; they come first in the kit too."""
    (project_copy / "docs/ar/infos/urgence.md").unlink()
    (project_copy / "docs/ar/infos/qui-appeler.md").rename(project_copy / "qui-appeler.md")
    build, _problems = load_build(project_copy, DAY)
    index = all_pages(build)
    renderer = Renderer(build, index)
    files = {file.path: file.content for file in renderer.downloads.files}
    assert len(files["telechargements/infos-ar.pdf"]) < len(files["telechargements/infos-fr.pdf"]) + 20_000
    pdf = pypdf.PdfReader(io.BytesIO(files["telechargements/infos-ar.pdf"]))
    assert [item["/Title"] for item in pdf.outline[1]] == ["الأرقام", "في هذه الوثيقة"]
    kit = files["telechargements/infos-ar.html"].decode("utf-8")
    assert kit.index('id="numeros"') < kit.index('id="appel"')
    assert 'id="numeros-contact-119"' in kit


def test_a_script_without_a_font_has_no_leaflet_and_says_so(monkeypatch):
    """A warning, not a box; the kit is still made."""
    monkeypatch.setattr(made, "can_be_drawn", lambda lang: lang != "ar")
    found = _downloads()
    assert [(file.lang, file.form) for file in found.files] == [
        ("fr", "pdf"),
        ("fr", "html"),
        ("ar", "html"),
        ("en", "pdf"),
        ("en", "html"),
    ]
    (problem,) = found.problems
    assert not problem.blocking
    assert "pas de livret en « ar »" in problem.what


@pytest.mark.parametrize(
    ("lang", "script", "drawn"),
    [("fr", "Latn", True), ("ar", "Arab", True), ("ur", "Arab", True), ("uk", "Cyrl", True), ("zh", "Hans", False),
     ("am", "Ethi", False), ("bn", "Beng", False), ("vi", "Latn", True)],
)  # fmt: skip
def test_each_language_has_a_script(lang, script, drawn):
    """The script is the one most often written."""
    assert script_of(lang) == script
    assert can_be_drawn(lang) is drawn


def test_a_leaflet_too_heavy_is_told(monkeypatch):
    """A warning with its weight: the build goes on."""
    monkeypatch.setattr(made, "HEAVIEST", 1000)
    problems = _downloads().problems
    assert len(problems) == 3
    assert not any(problem.blocking for problem in problems)
    assert re.search(r"pèse \d+ ko, plus que 1", problems[0].what)

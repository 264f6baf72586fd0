"""PDF for the tests, made here: nothing in them is anybody's. Each is a good document with one thing added."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from pictures import drawing, photo

SECRETS = (
    b"Jeanne", b"Secret", b"Editeur 9", b"2021", b"Canon", b"GPSLatitude", b"Exif", b"xmpmeta", b"thumbnail",
    b"7d5c1d5c",
)  # fmt: skip
"""What a document tells of its makers, and the site must not."""
_XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Editeur 9 de Jeanne Secret"/></rdf:RDF></x:xmpmeta>'
)


def blank(pages: int = 1) -> Pdf:
    """A document of empty pages."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(200, 200))
    return pdf


def written(pdf: Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def good(pages: int = 1, *, tagged: bool = True) -> Pdf:
    """A document with words on each page, tagged."""
    pdf = blank(pages)
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number, page in enumerate(pdf.pages, start=1):
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf 20 100 Td (Mots de la page %d) Tj ET" % number)
    if tagged:
        root = Dictionary(Type=Name.StructTreeRoot)
        pdf.Root.StructTreeRoot = pdf.make_indirect(root)
        heading = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/Sound"), P=pdf.Root.StructTreeRoot))
        pdf.Root.StructTreeRoot.K = Array([heading])
    return pdf


def document(pages: int = 1) -> bytes:
    return written(good(pages))


def jpeg_in(pdf: Pdf, raw: bytes | None = None, **more: object) -> Stream:
    """The first page shows a photo as a phone makes it."""
    image = pdf.make_stream(raw or photo())
    image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.DCTDecode
    image.Width, image.Height, image.ColorSpace, image.BitsPerComponent = 400, 200, Name.DeviceRGB, 8
    for key, value in more.items():
        image[f"/{key}"] = value
    pdf.pages[0].Resources.XObject = Dictionary(Im1=image)
    pdf.pages[0].Contents = pdf.make_stream(b"q 200 0 0 100 0 0 cm /Im1 Do Q")
    return image


def telling() -> bytes:
    """Author, software, dates, XMP, a thumbnail, what a program keeps for itself, a note's author, a located photo."""
    pdf = good(2)
    pdf.docinfo["/Author"], pdf.docinfo["/Producer"] = "Jeanne Secret", "Editeur 9"
    pdf.docinfo["/Title"], pdf.docinfo["/CreationDate"] = "Secret de Jeanne", "D:20210203040506"
    pdf.Root.Metadata = pdf.make_stream(_XMP)
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML
    page = pdf.pages[0]
    jpeg_in(pdf)
    page.Resources.XObject.Im1.Metadata = pdf.make_stream(_XMP)
    page.Thumb = pdf.make_stream(b"thumbnail of the page as it was")
    page.PieceInfo = Dictionary(Editeur=Dictionary(LastModified=String("D:2021"), Private=String("Jeanne Secret")))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Contents=String("Jeanne Secret"))
    link.T, link.M, link.NM = String("Jeanne Secret"), String("D:2021"), String("7d5c1d5c")
    link.A = Dictionary(S=Name.URI, URI=String("https://www.example.org/a?b=1&utm_source=Jeanne"))
    bare = Dictionary(Subtype=Name.Link, T=String("Jeanne Secret"), Contents=String("Secret"))
    page.Annots = Array([pdf.make_indirect(link), pdf.make_indirect(bare)])
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Brouillon de Jeanne Secret")))
    shown = Dictionary(
        Name=String("Secret"), Creator=String("Editeur 9"), ON=Array([layer]), Order=Array([String("Secret"), layer])
    )
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=shown, Configs=Array([Dictionary(Name=String("Secret"))]))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([])), Jeanne=Dictionary(Names=Array([String("Secret")])))
    pdf.Root.URI, pdf.Root["/Editeur"] = Dictionary(Base=String("https://jeanne/Secret/")), String("Jeanne Secret")
    pdf.trailer["/Editeur"] = String("Jeanne Secret")
    pdf.trailer.ID = Array([String("7d5c1d5c7d5c1d5c"), String("7d5c1d5c7d5c1d5c")])
    return written(pdf, compress_streams=False)


def changed_later() -> bytes:
    """A document whose first version, kept in front of the second, named somebody."""
    first = written(good(), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    first = first.replace(b"(Mots de la page 1)", b"(Jeanne Secret:  1)")
    before = int(first.rsplit(b"startxref", 1)[1].split()[0])
    place = first.index(b"(Jeanne Secret:  1)")
    number = int(first[:place].rsplit(b" 0 obj", 1)[0].rsplit(b"\n", 1)[1])
    drawn = b"BT /F1 12 Tf 20 100 Td (Autres mots) Tj ET"
    later = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(drawn), drawn)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(first))
    size = first.rsplit(b"trailer <<", 1)[1].split(b">>")[0]
    trailer = b"trailer <<%s /Prev %d >>\n" % (size, before)
    return first + later + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(first) + len(later))


def opening(**action: object) -> bytes:
    """A document that does ``action`` when it is opened."""
    pdf = good()
    pdf.Root.OpenAction = Dictionary(**action)
    return written(pdf)


def disguised(*, as_element: bool = True, **action: object) -> bytes:
    """A document that does ``action`` when it is opened, and says that it is an element of the structure."""
    pdf = good()
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(Type=Name.StructElem, **action))
    if as_element:
        pdf.Root.StructTreeRoot.K.append(pdf.Root.OpenAction)
    return written(pdf)


def linked(address: str) -> bytes:
    """A document with a link to ``address``."""
    pdf = good()
    action = Dictionary(S=Name.URI, URI=String(address))
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)])
    return written(pdf)


def annotated(kind: str, *, placed: bool = True) -> bytes:
    """A document with an annotation of this kind, ``placed`` on the page."""
    pdf = good()
    note = Dictionary(Type=Name.Annot, Subtype=Name(kind), Contents=String("À revoir"))
    if placed:
        note.Rect = Array([0, 0, 9, 9])
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return written(pdf)


def holding() -> bytes:
    """A document with another file inside."""
    pdf = good()
    pdf.attachments["liste.csv"] = b"noms"
    return written(pdf)


def tied() -> bytes:
    """A document whose page has its source beside it, under no name."""
    pdf = good()
    spec = Dictionary(Type=Name.Filespec, F=String("source.odt"), EF=Dictionary(F=pdf.make_stream(b"source")))
    pdf.pages[0].AF = Array([pdf.make_indirect(spec)])
    return written(pdf)


def form(**action: object) -> bytes:
    """A form, with a button that does ``action`` when there is one."""
    pdf = good()
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("envoyer"), Rect=Array([0, 0, 9, 9]))
    if action:
        field.A = Dictionary(**action)
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    return written(pdf)


def with_key(key: str) -> bytes:
    """A document whose form has ``key``."""
    pdf = good()
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))
    pdf.Root.AcroForm[key] = Array([0, 1, 2, 3])
    return written(pdf)


def locked(**passwords: str) -> bytes:
    """A document behind a password."""
    return written(good(), encryption=pikepdf.Encryption(**passwords))


def named(title: str) -> bytes:
    """A document that gives itself ``title``."""
    pdf = good()
    pdf.docinfo["/Title"] = title
    return written(pdf)


def unpacked_huge() -> bytes:
    """A table of references that says to unpack into two hundred million bytes."""
    import zlib

    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    head = b"%PDF-1.5\n"
    body = b"1 0 obj\n<</Type/XRef/W[1 3 2]/Size 9/Root 2 0 R/Filter/FlateDecode/Length %d>>\nstream\n" % len(data)
    return head + body + data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def with_picture(raw: bytes, kind: Name) -> bytes:
    """A document with a picture coded in this way."""
    pdf = good()
    jpeg_in(pdf, raw)
    pdf.pages[0].Resources.XObject.Im1.Filter = kind
    return written(pdf)


NOT_A_PDF = {
    "text": b"Mots.",
    "picture": drawing(),
    "page": b"<html><script>alert(1)</script></html>",
    "start": b"%PDF-1.7",
}

"""What mail programs make of a sheet: headers, encodings, cut lines, HTML; the words come out of it as they were written."""

import email.policy
import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.translations.mail import text_of_html, text_of_mail, unflowed, without_doubled_links
from vigie.translations.returned import read_sheet

LONG = "كلمة " * 60
SHEET = f"[[vigie ar infos/droits 0123456789]]\n\n[[#titre]]\nVos droits\n[[=]]\nحقوقكم\n\n[[#debut]]\nUn.\n[[=]]\n{LONG.strip()}\n\nفقرة ثانية.\n\n[[fin]]\n"
PARTS = {"(titre)": "حقوقكم", "(début)": f"{LONG.strip()}\n\nفقرة ثانية."}


def message(**kind):
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["Subject"] = "benevole@example.org", "Traduction ar : infos/droits"
    mail.set_content(SHEET, **kind)
    return mail


def flowed(text, *, delsp=False, quote=""):
    """As a program cuts lines at 60 signs: a space at the end says that the next line goes on."""
    lines = []
    for line in text.split("\n"):
        words, cut = line.split(" "), ""
        for word in words[:-1]:
            cut += f"{word} "
            if len(cut) > 60:
                lines.append(f"{quote}{cut}{' ' if delsp else ''}")
                cut = ""
        lines.append(f"{quote}{cut}{words[-1]}")
    return "\n".join(lines)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_saved_mail_is_read(encoding):
    """Whatever carries its signs."""
    text = text_of_mail(message(cte=encoding).as_bytes())
    returned, problems = read_sheet(text, "f.eml")
    assert problems == [] and returned.parts == PARTS


def test_the_plain_text_of_a_mail_is_preferred_and_html_alone_is_read():
    """A program that sends both; one that sends HTML only."""
    both = message()
    both.add_alternative("<p>autre chose</p>", subtype="html")
    assert read_sheet(text_of_mail(both.as_bytes()), "f")[0].parts == PARTS
    html = "".join(f"<div>{line or '<br>'}</div>" for line in SHEET.split("\n"))
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = "x"
    mail.set_content(f"<html><head><style>p {{}}</style></head><body dir=rtl>{html}</body></html>", subtype="html")
    returned, problems = read_sheet(text_of_mail(mail.as_bytes()), "f")
    assert problems == [] and returned.parts == PARTS


def test_the_original_quoted_under_an_answer_in_html_is_not_a_second_sheet():
    """What is quoted least is what somebody wrote."""
    lines = "".join(f"<div>{line or '<br>'}</div>" for line in SHEET.split("\n"))
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = "x"
    sent = lines.replace("حقوقكم", "كلمة قديمة")
    mail.set_content(f"<p>Bonjour</p>{lines}<blockquote>{sent}</blockquote>", subtype="html")
    returned, problems = read_sheet(text_of_mail(mail.as_bytes()), "f")
    assert problems == [] and returned.parts == PARTS


@pytest.mark.parametrize("delsp", [False, True])
def test_lines_that_a_program_cut_are_put_together(delsp):
    """RFC 3676: a space at the end of a line is a cut; with delsp it is none of the words."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = "x"
    mail.set_content(flowed(SHEET, delsp=delsp), params={"format": "flowed", **({"delsp": "yes"} if delsp else {})})
    assert read_sheet(text_of_mail(mail.as_bytes()), "f")[0].parts == PARTS


def test_a_cut_stays_within_its_depth_of_quotation():
    """An answer under a quoted line is not the end of that line; a signature is nobody's."""
    assert unflowed("> un \n> deux\ntrois \nquatre\n-- \nMoi") == "> un deux\ntrois quatre\n-- \nMoi"
    assert unflowed("> un \ndeux") == "> un \ndeux"
    assert unflowed(" >bonjour\n From ici") == ">bonjour\nFrom ici"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux\n"),
        ("<div>Un</div><div><br></div><div>Deux</div>", "Un\n\nDeux\n"),
        ("Un<br>Deux &amp; trois", "Un\nDeux & trois\n"),
        ("<ul><li>- a</li><li>- b</li></ul>", "- a\n- b\n"),
        ("<div>[[#titre]]\n  suite</div><script>x</script><div>Fin</div>", "[[#titre]] suite\nFin\n"),
        ("<div dir=auto><div>Un</div><blockquote><div>Deux</div></blockquote></div>", "Un\n> Deux\n"),
        (
            "A<blockquote>B<blockquote><div>C</div>D</blockquote></blockquote><div>E</div>",
            "A\n> B\n>> C\n>> D\nE\n",
        ),
        ("<pre>a\n  b</pre>", "a\nb\n"),
    ],
)
def test_html_becomes_lines(html, text):
    """A line per block, an empty one between paragraphs."""
    assert text_of_html(html) == text


def test_addresses_that_a_program_doubled_are_single_again():
    """In the text that stands beside an HTML one; a link of Markdown keeps its own."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = "x"
    mail.set_content("[a](https://a.org/x<https://a.org/x>) et b@c.org <mailto:b@c.org> et <https://d.org/>")
    assert text_of_mail(mail.as_bytes()).strip() == "[a](https://a.org/x) et b@c.org et <https://d.org/>"


def test_a_text_file_is_its_text():
    """Copied from a mail, headers and all, in the encodings of Windows too; bytes that are no text are told."""
    copied = "De : moi\nObjet : fiche\n\n" + SHEET
    for raw in (copied.encode(), copied.encode("utf-8-sig"), copied.encode("utf-16")):
        assert read_sheet(text_of_mail(raw), "f")[0].parts == PARTS
    assert text_of_mail(b"\xff\xd8\xff\xe0\x00") is None or text_of_mail(b"\x89PNG\xfe") is None


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"MIME-Version: 1.0\nContent-Type: text/plain; charset=x; format=flowed\n\n"]),
)
def test_reading_any_file_never_fails(raw, before):
    """Files are what people send."""
    text_of_mail(before + raw)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://a.fr <https://a.fr>", "https://a.fr"),
        ("[mots](https://a.fr/b<https://a.fr/b>)", "[mots](https://a.fr/b)"),
        ("a@b.fr\n<mailto:a@b.fr>.", "a@b.fr."),
        ("mailto:a@b.fr <mailto:a@b.fr>", "mailto:a@b.fr"),
        ("https://a.fr <https://a.fr/>", "https://a.fr"),
        ("(https://a.fr/<https://a.fr/>)", "(https://a.fr/)"),
        ("https://a.fr <https://b.fr>", "https://a.fr <https://b.fr>"),
        ("voir <https://a.fr>", "voir <https://a.fr>"),
        ("« a.fr » <> </>", "« a.fr » <> </>"),
    ],
)
def test_an_address_written_twice_is_written_once(text, words):
    """As programs add it; another address between signs stays."""
    assert without_doubled_links(text) == words


@pytest.mark.parametrize("subtype", ["plain", "html"])
@pytest.mark.parametrize("piece", ["a", "<", "&lt;a", " ", " >", "](", "http://", "[[ ", "\n"])
def test_a_hostile_mail_is_read_in_the_time_of_its_length(piece, subtype):
    """Two hundred thousand signs without a pause: what is quadratic would take minutes."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = "x"
    mail.set_content(f"<pre>b{piece * (200_000 // len(piece))}b</pre>", subtype=subtype, cte="8bit")
    start = time.process_time()
    read_sheet(text_of_mail(mail.as_bytes()), "f")
    assert time.process_time() - start < 5

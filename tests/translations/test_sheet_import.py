"""``vigie import-sheet``: a sheet of a real page, as a mail brings it back, becomes its translation; nothing else moves."""

import re
import shutil
import textwrap

import pytest
from click.testing import CliRunner

from vigie.cli import main
from vigie.translations.lock import LOCK, parse_lock

PAGE = "docs/ar/infos/urgence.md"
FRENCH = "docs/fr/infos/urgence.md"


def run(root, *arguments):
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def sheet_of(root, lang="ar", french=FRENCH):
    done = run(root, "sheet", lang, french)
    assert done.exit_code == 0, done.output
    return done.stdout


def returned(root, text, *options, name="fiche.txt"):
    file = root.parent / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return run(root, "import-sheet", str(file), *options)


def mailed(text):
    """As a mail brings it back: wrapped at 72, quoted, no-break spaces, curly quotes, CR LF, headers and a signature."""
    lines = [
        piece
        for line in text.split("\n")
        for piece in textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=True) or [""]
    ]
    quoted = "\r\n".join(f"> {line}" for line in lines).replace('"', "”").replace(" {#", "\u00a0{#")
    head = "De : benevole@example.org\r\nObjet : Traduction\r\n\r\nBonjour,\r\nvoici.\r\n\r\n"
    return f"{head}{quoted}\r\n\r\n-- \r\nUne signature [[fin]]\r\n"


def answered(sheet, part, change):
    """``sheet`` with the answer of one part changed by a function."""
    found = re.search(rf"(\[\[#{part}\]\].*?\[\[=\]\]\n)(.*?)(?=\n\n?\[\[)", sheet, re.DOTALL)
    return sheet[: found.start(2)] + change(found[2]) + sheet[found.end(2) :]


def one_part(sheet):
    """The id of a section, and a change of its words that touches no number."""
    part = re.findall(r"\[\[#([a-z-]+)\]\]\n##", sheet)[-1]
    return (
        part,
        lambda words: (
            words
            + "\n\nجملة جديدة كتبها شخص يتكلم العربية كل يوم، وهي طويلة بما يكفي لتُقطع في الرسالة الإلكترونية عند عرض السطر."
        ),
    )


def test_a_mail_brings_back_one_corrected_part_and_nothing_else(project_copy):
    """Every other line of the page is as it was; the page passes the check; a machine's text is now also a person's."""
    before = (project_copy / PAGE).read_text(encoding="utf-8")
    sheet = sheet_of(project_copy)
    part, change = one_part(sheet)
    done = returned(project_copy, mailed(answered(sheet, part, change)))
    assert done.exit_code == 0, done.output
    after = (project_copy / PAGE).read_text(encoding="utf-8")
    assert change("")[2:] in after
    left = [line for line in before.split("\n") if line not in after.split("\n")]
    assert len(left) == 1 and "method: machine}" in left[0]
    assert "state: draft, method: machine_and_human}" in after
    checked = run(project_copy, "check")
    assert checked.exit_code == 0 and "Aucun problème" in checked.output, checked.output


def test_a_sheet_that_changes_nothing_changes_no_line(project_copy):
    """Not even how the translation was made."""
    before = (project_copy / PAGE).read_bytes()
    done = returned(project_copy, mailed(sheet_of(project_copy)))
    assert done.exit_code == 0 and "Aucun changement" in done.output, done.output
    assert (project_copy / PAGE).read_bytes() == before


def test_a_review_needs_the_reader_and_the_maintainer(project_copy):
    """The yes alone changes nothing and is told; the option alone is refused; both make it reviewed."""
    sheet = sheet_of(project_copy)
    said = sheet.replace("[[=]]\n\n\n[[fin]]", "[[=]]\nنعم\n\n[[fin]]")
    alone = returned(project_copy, sheet, "--reviewed")
    assert alone.exit_code == 1 and "[[#relu]]" in alone.output
    told = returned(project_copy, said)
    assert told.exit_code == 0 and "--reviewed" in told.output
    assert "state: draft" in (project_copy / PAGE).read_text(encoding="utf-8")
    both = returned(project_copy, said, "--reviewed")
    assert both.exit_code == 0, both.output
    assert "state: reviewed, method: machine}" in (project_copy / PAGE).read_text(encoding="utf-8")
    assert run(project_copy, "sheet", "ar", FRENCH).exit_code == 0


def test_parts_whose_french_is_still_true_come_in_when_another_changed(project_copy):
    """The others are named, stay in the file, and are still to be done; such a text is not reviewed."""
    sheet = sheet_of(project_copy)
    part, change = one_part(sheet)
    other = re.findall(r"\[\[#([a-z-]+)\]\]\n##", sheet)[0]
    french = project_copy / FRENCH
    text = french.read_text(encoding="utf-8")
    place = text.index("\n\n", text.index(f"{{#{other}"))
    french.write_text(f"{text[:place]}\n\nUne phrase de plus.{text[place:]}", encoding="utf-8")
    text = answered(answered(sheet, part, change), other, lambda words: words + " أخرى")
    text = text.replace("[[=]]\n\n\n[[fin]]", "[[=]]\nنعم\n\n[[fin]]")
    refused = returned(project_copy, mailed(text), "--reviewed")
    assert refused.exit_code == 1 and "reviewed" in refused.output
    before = {path: (project_copy / path).read_bytes() for path in (PAGE, LOCK)}
    assert run(project_copy, "done", PAGE).exit_code == 0  # somebody else has followed the French meanwhile
    late = returned(project_copy, mailed(text), "--reviewed")
    assert late.exit_code == 1 and "reviewed" in late.output
    for path, raw in before.items():
        (project_copy / path).write_bytes(raw)
    done = returned(project_copy, mailed(text))
    assert done.exit_code == 0 and other in done.output, done.output
    after = (project_copy / PAGE).read_text(encoding="utf-8")
    assert change("")[2:] in after and " أخرى\n" not in after
    assert run(project_copy, "diff", PAGE).output.count("La partie") == 1


def test_a_new_translation_comes_in_by_parts(project_copy):
    """What is empty stays to be done; the page is translated by a person, pinned on its day."""
    french = "docs/fr/accessibilite.md"
    sheet = sheet_of(project_copy, "ar", french)
    words = {"titre": "تصريح النفاذ", "description": "حالة الموقع."}
    for part, own in words.items():
        sheet = answered(sheet, part, lambda _words, own=own: own)
    done = returned(project_copy, mailed(sheet))
    assert done.exit_code == 0, done.output
    after = (project_copy / "docs/ar/accessibilite.md").read_text(encoding="utf-8")
    assert 'title: "تصريح النفاذ"' in after and "state: translated, method: human" in after
    code = re.search(r"source: \"?(\w{10})", after)[1]
    pinned = parse_lock((project_copy / LOCK).read_text(encoding="utf-8"))[0].texts[code]
    assert [part.id for part in pinned.parts] == ["(titre)", "(description)"] and str(pinned.on) == "2026-11-22"
    assert run(project_copy, "check").exit_code == 0


def test_a_translation_of_unknown_french_needs_the_whole_sheet(project_copy):
    """A part alone would say that the others follow today's French, which nobody knows."""
    path = project_copy / PAGE
    path.write_text(re.sub(r"source: \w+", "source: null", path.read_text(encoding="utf-8")), encoding="utf-8")
    sheet = sheet_of(project_copy)
    part = one_part(sheet)[0]
    done = returned(project_copy, answered(sheet, part, lambda _words: ""))
    assert done.exit_code == 1 and f"manquent : {part}" in done.output.replace("\u00a0", " ")
    assert returned(project_copy, sheet).exit_code == 0


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\x89PNG\xff", "n’est pas un texte"),
        ("Bonjour", "première ligne manque"),
        ("", "première ligne"),
        (b"x" * 1_000_001, "pèse 1000 ko"),
    ],
)
def test_what_is_no_sheet_is_refused(project_copy, raw, says):
    """Nothing is written."""
    before = (project_copy / PAGE).read_bytes()
    done = returned(project_copy, raw)
    assert done.exit_code == 1 and says in done.output + done.stderr
    assert (project_copy / PAGE).read_bytes() == before


def test_words_that_would_stop_every_command_are_refused(project_copy):
    """With the problem; nothing is written, a new folder neither; once mended, they come in."""
    (project_copy / "docs/ar/plaidoyer").is_dir() and shutil.rmtree(project_copy / "docs/ar/plaidoyer")
    french = next(iter(sorted((project_copy / "docs/fr/plaidoyer").glob("20*.md")))).relative_to(project_copy)
    sheet = answered(sheet_of(project_copy, "ar", str(french)), "description", lambda _words: "وصف.")
    lock = (project_copy / LOCK).read_bytes()
    for options in ((), ("--dry-run",)):
        refused = returned(project_copy, answered(sheet, "titre", lambda _words: "عنوان " * 60), *options)
        assert refused.exit_code == 1 and "title" in refused.stderr and "rien n’a été écrit" in refused.stderr
    assert not (project_copy / "docs/ar/plaidoyer").exists() and (project_copy / LOCK).read_bytes() == lock
    done = returned(project_copy, answered(sheet, "titre", lambda _words: "عنوان"))
    assert done.exit_code == 0, done.output
    assert (project_copy / "docs/ar/plaidoyer" / french.name).is_file()


def french_changes(root, *sections):
    """One sentence more at the end of each of these sections of the French page."""
    path = root / FRENCH
    text = path.read_text(encoding="utf-8")
    for section in sections:
        start = text.index(f"{{#{section}")
        end = text.find("\n## ", start)
        text = text[:end].rstrip("\n") + "\n\nUne phrase fictive de plus.\n" + text[end:]
    path.write_text(text, encoding="utf-8")


def ids_in(sheet):
    return re.findall(r"\[\[#([a-z-]+)\]\]\n##", sheet)


def test_a_part_behind_that_comes_back_as_it_went_stays_behind(project_copy):
    """Its sheet shows the old words: whoever leaves them has not said that they are right."""
    first, second = ids_in(sheet_of(project_copy))[:2]
    french_changes(project_copy, first, second)
    sheet = sheet_of(project_copy)
    assert ids_in(sheet) == [first, second]
    before = (project_copy / PAGE).read_bytes()
    untouched = returned(project_copy, sheet)
    assert untouched.exit_code == 1 and "tout est revenu comme c’était parti" in untouched.output
    assert (project_copy / PAGE).read_bytes() == before
    done = returned(project_copy, answered(sheet, first, lambda words: words + "\n\nجملة خيالية إضافية."))
    assert done.exit_code == 0, done.output
    assert f"restent à reprendre : {second}" in done.output.replace("\u00a0", " ")
    told = run(project_copy, "diff", PAGE).output.replace("\u00a0", " ")
    assert f"La partie « {second} » a changé" in told and f"« {first} »" not in told


def test_a_part_that_lost_its_title_is_refused(project_copy):
    """Its first sentence would become one."""
    sheet = sheet_of(project_copy)
    part = ids_in(sheet)[0]
    done = returned(project_copy, answered(sheet, part, lambda _words: "جملة واحدة بلا عنوان."))
    assert done.exit_code == 1 and f"la partie « {part} » n’a qu’une ligne" in done.output.replace("\u00a0", " ")


def test_a_reviewed_page_that_changes_is_reviewed_no_more(project_copy):
    """Until somebody has read it all again."""
    path = project_copy / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace("state: draft", "state: reviewed"), encoding="utf-8")
    french_changes(project_copy, ids_in(sheet_of(project_copy))[0])
    sheet = sheet_of(project_copy)
    done = returned(project_copy, answered(sheet, ids_in(sheet)[0], lambda words: words + "\n\nجملة خيالية إضافية."))
    assert done.exit_code == 0, done.output
    assert "state: translated" in path.read_text(encoding="utf-8")

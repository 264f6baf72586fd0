"""What a sheet of records may not bring in: French that moved, words that YAML would read otherwise, parts nobody asked."""

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_sheets import (
    DAY,
    FRENCH,
    NEW_HOURS,
    OWN,
    SAID,
    behind,
    built,
    edit,
    filled,
    returned,
    sheet_of,
)

from built import ROOT
from vigie import strict_yaml
from vigie.reading import hidden_character
from vigie.translations import data_imported
from vigie.translations.data_imported import DataFile, imported_records
from vigie.translations.lock import LOCK
from vigie.translations.pages import TASKS, sheet_addresses
from vigie.translations.pin import Refused
from vigie.translations.returned import Returned, read_sheet
from vigie.translations.sheet import sheet_text


def test_french_written_over_in_the_mail_matters_only_when_it_changed(changed):
    """The code of the sheet says that it is of today; without it, the French that it shows has to be today's."""
    sheet = filled(sheet_of(changed), {"119.hours": SAID}).replace(NEW_HOURS, "(effacé)")
    other = sheet.replace(built(changed).sheet("ar", "data/contacts").code, "0000000000")
    assert returned(changed, other).exit_code == 1
    assert returned(changed, sheet).exit_code == 0
    assert behind(changed) == {}


def test_french_that_changed_again_is_not_said_to_be_translated(changed):
    """The words made from the French of then stay in the file of the sheet; when nothing is left, the sheet is refused."""
    edit(changed, FRENCH, 'cost: "gratuit"', 'cost: "gratuit, même sans carte"', 'id: "119"')
    sheet = filled(sheet_of(changed), {"119.hours": SAID, "119.cost": "مجاني دائماً"})
    edit(changed, FRENCH, NEW_HOURS, "Le matin", 'id: "119"')
    done = returned(changed, sheet)
    assert done.exit_code == 0 and "ne sont pas entrés : 119.hours" in done.output.replace("\u00a0", " "), done.output
    assert behind(changed) == {"119": ["hours"]} and SAID not in (changed / OWN).read_text(encoding="utf-8")
    again = returned(changed, sheet)
    assert again.exit_code == 0 and "Aucun changement" in again.output
    alone = returned(changed, filled(sheet, {"119.hours": SAID}))
    assert alone.exit_code == 1 and "a changé depuis" in alone.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("<b>x</b>", "« 119.hours » : ce texte contient « < » ou « > »"),
        ("x" * 5001, "« 119.hours » : ce texte a 5001 signes"),
        ("a [[note]] b", "une marque de la fiche"),
        ("a\x07b", "caractère illisible (U+0007)"),
        ("\u200b", "« 119.hours » : ce texte est vide"),
    ],
)
def test_what_cannot_be_written_is_refused_with_its_part(changed, words, says):
    """In French; nothing is written."""
    before = {path: (changed / path).read_bytes() for path in (OWN, LOCK)}
    done = returned(changed, filled(sheet_of(changed), {"119.hours": words}))
    assert done.exit_code == 1 and says in done.output.replace("\u00a0", " "), done.output
    assert {path: (changed / path).read_bytes() for path in (OWN, LOCK)} == before


def test_a_part_that_nobody_asked_and_a_review_are_refused(changed):
    """An id that is not there, a field that is none; data files have no review."""
    sheet = filled(sheet_of(changed), {"119.hours": SAID})
    for part in ("999.hours", "119.number", "hours"):
        done = returned(changed, sheet.replace("#119.hours", f"#{part}"))
        assert done.exit_code == 1 and f"parties inconnues : {part}" in done.output.replace("\u00a0", " ")
    reviewed = returned(changed, sheet, "--reviewed")
    assert reviewed.exit_code == 1 and "reviewed" in reviewed.output


def brought(build, words, before=None):
    """The hours of 119 as a sheet made today brings them back into ``before``, the Arabic file."""
    text = (ROOT / OWN).read_text(encoding="utf-8") if before is None else before
    place = DataFile("ar", "contacts", text, build.data_records("ar", "contacts"))
    hours = next(contact.hours for contact in build.contacts.record.contacts if contact.id == "119")
    sheet = Returned("ar", "data/contacts", "0000000000", {"119.hours": words}, french={"119.hours": hours})
    return place, imported_records(place, sheet, "1111111111", build.lock, DAY)


@pytest.mark.parametrize(
    "wrong", [lambda text: text.replace("مجاني", "مجانا", 1), lambda text: text + "x: 1\n", lambda _text: None]
)
def test_a_file_that_would_not_read_back_as_expected_is_not_written(build, monkeypatch, wrong):
    """Another value that moved, a key that the model does not know, a place that was not found."""
    real = data_imported.with_values
    monkeypatch.setattr(data_imported, "with_values", lambda *given: wrong(real(*given)))
    with pytest.raises(Refused, match="ne se relirait pas"):
        brought(build, "ليلاً")


def test_a_sentence_that_a_language_does_not_read_aloud_is_not_asked(project_copy):
    """Where it is null, a new French sentence asks for nothing; where it is written, it does."""
    edit(project_copy, OWN, 'french_sentence_read: "', 'french_sentence_read: null # "', 'id: "119"')
    edit(project_copy, FRENCH, 'french_sentence: "', 'french_sentence: "Allô. ', 'id: "119"')
    assert re.findall(r"\[\[#(.*?)\]\]", sheet_of(project_copy, "en")) == ["119.french_sentence_read"]
    assert built(project_copy).sheet("ar", "data/contacts").asked == ()


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=40) | st.text("\"'\\#:&*!|>%@`{}[]-, \n\tاب", min_size=1, max_size=20))
def test_whatever_words_come_back_they_are_read_back_or_refused(build, words):
    """On one line, and no other value of the file moves."""
    try:
        place, made = brought(build, words)
    except Refused as refused:
        assert refused.what.startswith("« 119.hours »")
        assert (
            re.search(r"[<>]|\[\[|\]\]|\.\./|\.\.\\", words)
            or hidden_character(words)
            or not re.search(r"[^\W_]", words)
        )
        return
    own = build.contact_words["ar"].record.contacts
    told = {contact["id"]: contact for contact in read(made.text)["contacts"]}
    said = re.sub(r"[ \t\r\n]+", " ", words).strip(" ")
    assert told["119"]["hours"] == said or made.text == place.before
    assert {c.id: (c.name, c.cost) for c in own} == {i: (c["name"], c["cost"]) for i, c in told.items()}


def read(text):
    located, problems = strict_yaml.load(text, OWN)
    assert problems == []
    return located.value


def test_a_mark_of_which_a_program_made_an_address_is_read():
    """« .name » ends addresses, too."""
    sheet = "[[vigie ar data/measures 0123456789]]\n[[#a-b.name <http://a-b.name>]]\nNom\n[[=]]\nx\n[[#c.plain]]\ny\n[[=]]\nz\n[[fin]]"
    read, problems = read_sheet(sheet, "fiche.txt")
    assert (problems, read.parts) == ([], {"a-b.name": "x", "c.plain": "z"})


def test_a_page_and_a_file_of_records_never_share_an_address(build):
    """The page was there first."""
    text = next(text for text in build.french_texts if text.name == "accessibilite")
    page = dataclasses.replace(text, document=dataclasses.replace(text.document, name="data-topics"))
    found = sheet_addresses([page], ["data/topics"])
    assert found == {page.name: f"{TASKS}data-topics/", "data/topics": f"{TASKS}data--topics/"}


def test_the_sheet_of_a_page_is_as_it_was(build):
    """Sheets of pages have no line for what is said aloud."""
    assert build.interfaces["ar"]("sheet_aloud") not in sheet_text(
        build.sheet("ar", "infos/droits"), build.interfaces["ar"]
    )

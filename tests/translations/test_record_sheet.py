"""Sheets of records: a French helpline changed, its words asked of volunteers, brought back by mail into ``data/<lang>/``."""

import dataclasses
import datetime
import re

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from built import ROOT, TODAY
from vigie import strict_yaml
from vigie.cli import main
from vigie.load_build import load_build
from vigie.problems import blocking
from vigie.reading import hidden_character
from vigie.render import Renderer
from vigie.site.check import check_build
from vigie.site.check_numbers import numbers_of_data_are_those_of_the_french
from vigie.site.pages import all_pages
from vigie.translations import data_imported
from vigie.translations.data_imported import DataFile, imported_records
from vigie.translations.data_records import SHEETS
from vigie.translations.lock import LOCK
from vigie.translations.pages import TASKS, sheet_addresses
from vigie.translations.pin import Refused
from vigie.translations.returned import Returned, read_sheet
from vigie.translations.sheet import sheet_text

DAY = datetime.date.fromisoformat(TODAY)
FRENCH = "data/contacts.yaml"
OWN = "data/ar/contacts.yaml"
HOURS = "24\u00a0h/24, 7\u00a0j/7"
NEW_HOURS = "De 9\u00a0h à 18\u00a0h, du lundi au vendredi"
SAID = "من 9 إلى 18، من الاثنين إلى الجمعة"


def run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert "Traceback" not in result.output and (result.exception is None or result.exit_code)
    return result


def built(root):
    build, problems = load_build(root, DAY)
    assert build is not None and blocking(problems) == [], problems
    return build


def edit(root, path, before, after, since=""):
    """The first ``before`` after ``since``."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    start = text.index(before, text.index(since))
    file.write_text(text[:start] + after + text[start + len(before) :], encoding="utf-8")


def behind(root, lang="ar"):
    return {
        record.own.id: [part.id for part in record.status.behind]
        for record in built(root).records
        if record.lang == lang and record.status and record.status.behind
    }


def sheet_of(root, lang="ar", path=FRENCH):
    done = run(root, "sheet", lang, path)
    assert done.exit_code == 0, done.output
    return done.stdout


def returned(root, text, *options):
    file = root.parent / "fiche.txt"
    file.write_bytes(text.encode())
    return run(root, "import-sheet", str(file), *options)


def filled(sheet, words):
    """``sheet`` with other words under the parts named; the others are emptied."""

    def answer(found):
        return f"{found[1]}{words.get(found[2], '')}\n\n"

    return re.sub(r"(\[\[#([^\]]+)\]\]\n.*?\n\[\[=\]\]\n)(.*?)\n\n", answer, sheet, flags=re.DOTALL)


def lines_changed(before, after):
    return [line for line in after.split("\n") if line not in before.split("\n")], [
        line for line in before.split("\n") if line not in after.split("\n")
    ]


@pytest.fixture(scope="module")
def build():
    return built(ROOT)


@pytest.fixture
def changed(project_copy):
    """The hours of one helpline are others in French."""
    edit(project_copy, FRENCH, HOURS, NEW_HOURS, 'id: "119"')
    return project_copy


def test_nothing_waits_in_the_repository(build):
    """No task, no page; the command says so."""
    assert [task for lang in build.tasks for task in build.tasks[lang] if task.kind == "records"] == []
    assert all(not build.sheet(lang, name).asked for lang in build.tasks for name in SHEETS)
    refused = run(ROOT, "sheet", "ar", FRENCH)
    assert refused.exit_code == 1 and "rien n’attend dans data/ar/contacts.yaml" in refused.output


def test_a_helpline_that_changed_comes_first(changed, build):
    """In both languages, with the French words of that field alone, named in the language; nothing is asked of other files."""
    repository, build = build, built(changed)
    for lang, title in (("ar", "أرقام المساعدة"), ("en", "Helplines")):
        task = build.tasks[lang][0]
        assert (task.kind, task.name, task.harm, task.sheet, task.discreet) == (
            "records",
            "data/contacts",
            0,
            True,
            True,
        )
        assert (task.title.value, task.title.lang) == (title, lang)
        assert task.words == build.sheet(lang, "data/contacts").words > 0
        assert [other for other in build.tasks[lang][1:] if other.kind == "records"] == []
        assert build.totals(lang).to_translate - repository.totals(lang).to_translate == task.words


def test_the_page_of_the_sheet_shows_what_the_command_writes(changed):
    """One part, its French and its words; the tab stays neutral; no link to a French page that there is not."""
    build = built(changed)
    index = all_pages(build)
    page = index.get("ar", f"{TASKS}data-contacts/")
    assert page.kind == "sheet" and page.neutral and index.get("ar", f"{TASKS}data-topics/") is None
    html = str(Renderer(build, index).fragment(page))
    assert "[[#119.hours]]" in html and NEW_HOURS in html and html.count("[[=]]") >= 1
    assert build.interfaces["ar"]("task_read_french") not in html
    listed = str(Renderer(build, index).fragment(index.get("ar", TASKS)))
    assert 'href="data-contacts/"' in listed


def test_the_sheet_asks_for_the_field_that_changed(changed):
    """Its mark names the language, the file and the code of what is shown; the words of today are there to be corrected."""
    sheet = sheet_of(changed)
    read, problems = read_sheet(filled(sheet, {"119.hours": "x"}), "fiche.txt")
    assert problems == []
    assert (read.lang, read.name, read.parts) == ("ar", "data/contacts", {"119.hours": "x"})
    assert sheet.count("[[#") == 1 and "ليلاً ونهاراً (24/24)، كل أيام الأسبوع (7/7)" in sheet
    assert "french_sentence_read" not in sheet


def test_words_that_came_back_change_two_lines_and_nothing_waits(changed):
    """The hours and the code of that record; the day is in the lock; nothing is said of the file."""
    before = (changed / OWN).read_text(encoding="utf-8")
    sheet = filled(sheet_of(changed), {"119.hours": SAID})
    quoted = "\r\n".join(f"> {line}" for line in sheet.replace(" من ", "\nمن ").split("\n"))
    tried = returned(changed, quoted, "--dry-run")
    assert tried.exit_code == 0 and SAID in tried.output and (changed / OWN).read_text(encoding="utf-8") == before
    done = returned(changed, quoted)
    assert done.exit_code == 0, done.output
    new, old = lines_changed(before, (changed / OWN).read_text(encoding="utf-8"))
    assert new[1] == f'    hours: "{SAID}"' and re.fullmatch(r"    source: \"?\w{10}\"?", new[0])
    assert (len(new), len(old)) == (2, 1)  # the old hours are those of other lines too
    assert behind(changed) == {} and behind(changed, "en") == {"119": ["hours"]}
    code = new[0].split()[1].strip('"')
    assert str(built(changed).lock.texts[code].on) == TODAY
    after = built(changed)
    assert [str(p) for p in check_build(after, all_pages(after)) if p.path == OWN] == []


def test_a_part_of_a_record_comes_in_and_the_rest_still_waits(changed):
    """Two fields changed, one came back: the record follows the French in that field alone, and what is left is said."""
    edit(changed, FRENCH, 'cost: "gratuit"', 'cost: "gratuit, même sans carte"', 'id: "119"')
    sheet = sheet_of(changed)
    assert re.findall(r"\[\[#(.*?)\]\]", sheet) == ["119.hours", "119.cost"]
    done = returned(changed, filled(sheet, {"119.hours": SAID}))
    assert done.exit_code == 0 and "119 : il reste cost" in done.output.replace("\u00a0", " "), done.output
    assert behind(changed) == {"119": ["cost"]}
    assert numbers_of_data_are_those_of_the_french(built(changed)) == []
    assert re.findall(r"\[\[#(.*?)\]\]", sheet_of(changed)) == ["119.cost"]


def test_a_record_of_unknown_french_is_asked_whole(changed):
    """Only the whole gives it a code: before, the words come in and the record stays as it was."""
    text = (changed / OWN).read_text(encoding="utf-8")
    (changed / OWN).write_text(text.replace("    source: MC505KVSZA\n", ""), encoding="utf-8")
    assert built(changed).tasks["ar"][0].harm == 0
    sheet = sheet_of(changed)
    asked = re.findall(r"\[\[#119\.(.*?)\]\]", sheet)
    assert asked == ["name", "for_whom", "hours", "cost", "what_happens", "french_sentence_read"]
    assert built(changed).interfaces["ar"]("sheet_aloud") in sheet
    done = returned(changed, filled(sheet, {"119.hours": SAID}))
    assert done.exit_code == 0 and "il reste name, for_whom" in done.output
    assert "source" not in (changed / OWN).read_text(encoding="utf-8").split('id: "119"')[1].split("- id")[0]
    whole = returned(changed, sheet_of(changed))
    assert whole.exit_code == 0, whole.output
    assert built(changed).sheet("ar", "data/contacts").asked == ()


def test_a_field_that_french_lost_is_not_asked_and_is_told(changed):
    """Nothing to write, but the record does not follow the French before somebody takes the words out."""
    edit(changed, FRENCH, 'cost: "gratuit"', "cost: null", 'id: "119"')
    sheet = sheet_of(changed)
    assert "119.cost" not in sheet
    done = returned(changed, filled(sheet, {"119.hours": SAID}))
    assert done.exit_code == 0 and "vigie done data/ar/contacts.yaml#119" in done.output
    assert behind(changed) == {"119": ["cost"]}
    task = built(changed).tasks["ar"][0]
    assert (task.words, task.sheet, task.harm) == (0, False, 0)


def test_a_missing_record_comes_in_whole_or_not_at_all(project_copy):
    """After the last one, laid out as its neighbours; what is lacking is said; how it is said aloud may wait."""
    text = (project_copy / OWN).read_text(encoding="utf-8")
    start, end = text.index('  - id: "119"'), text.index('  - id: "116000"')
    (project_copy / OWN).write_text(text[:start] + text[end:], encoding="utf-8")
    (task,) = [task for task in built(project_copy).tasks["ar"] if task.kind == "records"]
    assert (task.harm, task.name) == (2, "data/contacts")
    sheet = sheet_of(project_copy)
    words = {
        "119.name": "أطفال",
        "119.for_whom": "لكل طفل.",
        "119.hours": "ليلاً ونهاراً (24/24)، (7/7)",
        "119.cost": "مجاني",
    }
    half = returned(project_copy, filled(sheet, words))
    assert half.exit_code == 0 and "119 : pas entré, il y manque what_happens" in half.output.replace("\u00a0", " ")
    assert "Aucun changement" in half.output
    done = returned(project_copy, filled(sheet, {**words, "119.what_happens": "المكالمة سرية."}))
    assert done.exit_code == 0, done.output
    after = (project_copy / OWN).read_text(encoding="utf-8")
    last = text[:start] + text[end:]
    assert after.startswith(last.rstrip("\n") + '\n\n  - id: "119"\n    source: ')
    assert after.endswith('    what_happens: "المكالمة سرية."\n    french_sentence_read: null\n')
    assert built(project_copy).sheet("ar", "data/contacts").asked == ()
    assert numbers_of_data_are_those_of_the_french(built(project_copy)) == []


@pytest.mark.parametrize("file", ["contacts", "topics", "measures"])
def test_a_file_that_is_missing_is_made(project_copy, file):
    """Everything is asked; when everything came back, the words and codes of before are there again."""
    path = project_copy / f"data/ar/{file}.yaml"
    before = built(project_copy)
    own = {r.part_name(s.id): r.words(s.id) or "" for r in before.data_records("ar", file) for s in r.parts}
    codes = {(r.list, r.own.id): r.own.source for r in before.records if r.lang == "ar"}
    path.unlink()
    harm = next(task.harm for task in built(project_copy).tasks["ar"] if task.name == f"data/{file}")
    assert harm == {"contacts": 2}.get(file, 6)
    sheet = sheet_of(project_copy, path=f"data/{file}.yaml")
    assert re.findall(r"\[\[#(.*?)\]\]", sheet) == list(own)
    lines = [record.french.line for record in before.data_records("ar", file)]
    assert lines == sorted(lines)
    one = next(iter(own))
    if file == "contacts":
        refused = returned(project_copy, filled(sheet, {one: own[one]}))
        assert refused.exit_code == 1 and "il y manque for_whom" in refused.output and not path.exists()
    done = returned(project_copy, filled(sheet, own))
    assert done.exit_code == 0 and "Attention" not in done.output, done.output
    after = built(project_copy)
    assert {r.part_name(s.id): r.words(s.id) or "" for r in after.data_records("ar", file) for s in r.parts} == own
    assert {(r.list, r.own.id): r.own.source for r in after.records if r.lang == "ar"} == codes


def test_a_topic_keeps_its_braces(project_copy):
    """The label and the code of one line."""
    edit(project_copy, "data/topics.yaml", '"GRETA (Conseil de l’Europe)"', '"GRETA, du Conseil de l’Europe"')
    before = (project_copy / "data/ar/topics.yaml").read_text(encoding="utf-8")
    sheet = sheet_of(project_copy, path="data/topics.yaml")
    assert next(task.harm for task in built(project_copy).tasks["ar"] if task.kind == "records") == 6
    assert returned(project_copy, filled(sheet, {"greta.label": 'فريق "GRETA", {أوروبا}'})).exit_code == 0
    new, old = lines_changed(before, (project_copy / "data/ar/topics.yaml").read_text(encoding="utf-8"))
    assert (len(new), len(old)) == (1, 1)
    assert re.fullmatch(r'  - \{id: greta, source: "?\w{10}"?, label: "فريق \\"GRETA\\", \{أوروبا\}"\}', new[0]), new
    assert behind(project_copy) == {}


def test_a_folded_text_and_an_indicator_come_in(project_copy, build):
    """Texts over several lines become one line; an indicator is in the French measure, and in a list of its own elsewhere."""
    indicator = next(i.id for measure in build.ledger.record.measures for i in measure.indicators)
    path = "data/measures.yaml"
    edit(project_copy, path, "name: ", "name: Nouveau, ", f"id: {indicator}")
    edit(project_copy, path, "Créer un observatoire national", "Ouvrir un observatoire national")
    sheet = sheet_of(project_copy, path=path)
    asked = re.findall(r"\[\[#(.*?)\]\]", sheet)
    assert set(asked) == {f"{indicator}.name", "observatoire.plain"}
    before = (project_copy / "data/ar/measures.yaml").read_text(encoding="utf-8")
    done = returned(project_copy, filled(sheet, dict.fromkeys(asked, "كلمات «جديدة»: # هنا")))
    assert done.exit_code == 0, done.output
    after = (project_copy / "data/ar/measures.yaml").read_text(encoding="utf-8")
    new, old = lines_changed(before, after)
    assert '    plain: "كلمات «جديدة»: # هنا"' in new and '    name: "كلمات «جديدة»: # هنا"' in new
    assert len(new) == 4 and len(old) == 5  # two codes, a name, the two folded lines; « plain: >- » is there elsewhere
    assert behind(project_copy) == {}


def test_the_title_of_the_plan_has_its_code_in_the_header(project_copy):
    """One code for it, in ``translation``; how far the file is stays as it was."""
    title = built(project_copy).ledger.record.plan.title
    edit(project_copy, "data/measures.yaml", title, f"{title}, nouvelle version")
    sheet = sheet_of(project_copy, path="data/measures.yaml")
    assert re.findall(r"\[\[#(.*?)\]\]", sheet) == ["plan.plan_title"]
    before = (project_copy / "data/ar/measures.yaml").read_text(encoding="utf-8")
    assert returned(project_copy, filled(sheet, {"plan.plan_title": "الخطة 2024-2027"})).exit_code == 0
    new, old = lines_changed(before, (project_copy / "data/ar/measures.yaml").read_text(encoding="utf-8"))
    assert len(new) == len(old) == 2 and new[1] == 'plan_title: "الخطة 2024-2027"'
    assert re.fullmatch(r"translation: \{source: \"?\w{10}\"?, state: draft, method: machine\}", new[0])
    assert behind(project_copy) == {}


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

"""Sheets of records: a French helpline changed, its words asked of volunteers, brought back by mail into ``data/<lang>/``."""

import re

import pytest
from record_sheets import (
    FRENCH,
    NEW_HOURS,
    OWN,
    SAID,
    behind,
    built,
    edit,
    filled,
    lines_changed,
    returned,
    run,
    sheet_of,
)

from built import ROOT, TODAY
from vigie.render import Renderer
from vigie.site.check import check_build
from vigie.site.check_numbers import numbers_of_data_are_those_of_the_french
from vigie.site.pages import all_pages
from vigie.translations.data_records import SHEETS
from vigie.translations.pages import TASKS
from vigie.translations.returned import read_sheet


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

"""Somebody else's table becomes records through a small map; the map of the guide brings in sixty measures."""

import json
import re

import pytest
from sheets import LEDGER, by_map, changed, csv_tables, data_of, docx_tables

from built import ROOT
from vigie.cli import main
from vigie.measures.exchange.column_map import ColumnMap, load_column_map

GUIDE = (ROOT / "contributing/measures-spreadsheets.md").read_text(encoding="utf-8")
(GUIDE_MAP,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
HEADERS = ["N°", "Intitulé", "Pilote", "Échéance", "Indicateurs", "Observations"]
SOURCE = "{title: Plan, publisher: A, date: 2020, url: null, archive_url: null, accessed: null, kind: document, language: fr}"
SIXTY = changed(
    ("measure_count: 12", "measure_count: 60"),
    ("  source-dataset: {", f"  plan-texte-officiel: {SOURCE}\n  source-dataset: {{"),
    ("number: 7", "number: null"), ("kind: measure", "kind: content"),
)  # fmt: skip


def _sixty_rows():
    return [
        [
            f"Mesure {n}",
            f"Intitulé fictif {n} : former, « voir » # et dire",
            "Un pilote" if n % 5 else "",
            "2025",
            " ",
            "non lu",
        ]
        for n in range(1, 61)
    ]


def _map(**edits):
    whole = {
        "records": "findings",
        "columns": {"Mesure": "parent", "Date": "date", "Voix": "by", "État": "progress", "Texte": "statement"},
        "id": "{parent}-{date}-{by}",
        "fixed": {"sources": ["source-etat"]},
        "values": {"progress": {"réalisée": "done", "En cours": "engaged"}, "by": {"Le GRETA": "greta"}},
    }
    return {key: value for key, value in {**whole, **edits}.items() if value is not None}


HEAD = ["Mesure", "Date", "Voix", "État", "Texte"]
ROW = ["mesure-sept", "2021-05", "Le Greta", "en  cours", "Un texte, une virgule"]


def _table(*rows, head=HEAD):
    lines = [";".join(f'"{text}"' for text in row) for row in (head, *rows)]
    return csv_tables("\n".join(lines))[0]


def _said(outcome):
    return [str(remark) for remark in outcome.remarks]


def test_sixty_measures_come_in_from_a_document_through_ten_lines(tmp_path):
    """The map is the guide's, word for word; each measure is whole; what the plan does not say is « not stated »."""
    assert len(GUIDE_MAP.splitlines()) <= 10
    (tmp_path / "carte.yaml").write_text(GUIDE_MAP, encoding="utf-8")
    column_map, problems = load_column_map(tmp_path / "carte.yaml")
    assert problems == []
    written = json.loads(column_map.model_dump_json())
    outcome = by_map(docx_tables([HEADERS, *_sixty_rows()]), written, SIXTY)
    assert outcome.text is not None, _said(outcome)
    assert outcome.remarks == []
    assert (
        outcome.text.replace(
            outcome.text[outcome.text.index("  - id: mesure-1\n") : outcome.text.index("series:\n")], ""
        )
        == SIXTY
    )
    made = data_of(outcome.text)["measures"][2:]
    assert [(m["id"], m["number"]) for m in made] == [(f"mesure-{n}", n) for n in range(1, 61)]
    assert made[4]["plan_says"] == {
        "lead": "not_stated", "partners": "unknown", "deadline": "2025", "budget": "unknown",
        "indicators": "not_stated", "target": "unknown", "page": None,
    }  # fmt: skip
    assert made[0]["title"] == "Intitulé fictif 1 : former, « voir » # et dire"
    assert (made[11]["label"], made[11]["sources"]) == ("Mesure 12 du plan", ["plan-texte-officiel"])
    again = by_map(docx_tables([HEADERS, *_sixty_rows()]), written, outcome.text)
    assert (again.text, again.remarks) == (outcome.text, [])
    corrected = _sixty_rows()
    corrected[2][2] = "Un autre pilote"
    second = by_map(docx_tables([HEADERS, *corrected]), written, outcome.text)
    assert second.summary == [
        "Tableau 1, ligne 4, colonne « Pilote » : Pilote de « mesure-3 » : « Un pilote » → « Un autre pilote »"
    ]


def test_words_are_translated_and_the_identifier_is_made():
    """« en cours » means what the map says; case and spaces do not matter."""
    outcome = by_map(_table(ROW), _map())
    assert _said(outcome) == []
    (made,) = data_of(outcome.text)["measures"][1]["findings"]
    assert (made["id"], made["by"], made["progress"]) == ("mesure-sept-2021-05-greta", "greta", "engaged")
    assert (made["sources"], made["validated"], made["added_on"]) == (["source-etat"], None, "2026-11-22")


def test_an_empty_cell_says_nothing_of_a_known_record():
    """A partial table never empties what is known, and fixed values do not touch it."""
    head, row = ["Id", "Mesure", "Texte", "Demande"], ["constat-un", "", "", "Que l’on agisse."]
    columns = {"Id": "id", "Mesure": "parent", "Texte": "statement", "Demande": "demand"}
    outcome = by_map(_table(row, head=head), _map(columns=columns, id=None, values=None))
    assert outcome.text == LEDGER.replace(
        "statement: Le ministère imaginaire dit avoir commencé.\n        demand: null",
        "statement: Le ministère imaginaire dit avoir commencé.\n        demand: Que l’on agisse.",
    )


def test_several_tables_and_repeated_headers():
    """A table per axis, a header printed again on each page."""
    tables = docx_tables([HEAD, ROW, HEAD], [HEAD, [*ROW[:1], "2022", *ROW[2:]]])
    assert len(data_of(by_map(tables, _map(table=[1, 2])).text)["measures"][1]["findings"]) == 2
    assert len(data_of(by_map(tables, _map(table="all")).text)["measures"][1]["findings"]) == 2
    assert len(data_of(by_map(tables, _map(table=2)).text)["measures"][1]["findings"]) == 1


@pytest.mark.parametrize(
    ("table", "edits", "says"),
    [
        (_table(ROW), {"table": 2}, "tableau : le tableau « 2 » y est 0 fois ; table: le numéro ou le titre d’un seul ; il y a : 1 « liste.csv »"),
        (_table(ROW), {"columns": {**_map()["columns"], "Quand": "demand"}}, "liste.csv : la colonne « Quand » y est 0 fois ; titres trouvés : « mesure »"),
        (_table([*ROW, "x"], head=[*HEAD, "Notes"]), {}, "liste.csv!F1 : la carte ne dit rien de la colonne « notes »"),
        (_table([*ROW, "x"], head=[*HEAD, ""]), {}, "liste.csv!F1 : la carte ne dit rien d’une colonne sans titre"),
        (_table(ROW, ROW), {}, "liste.csv, ligne 3 : l’identifiant « mesure-sept-2021-05-greta » est déjà liste.csv, ligne 2"),
        (_table(["", *ROW[1:]]), {}, "liste.csv, ligne 2 : « parent » est vide : pas d’identifiant possible"),
        (_table(["ailleurs", *ROW[1:]]), {}, "liste.csv!A2 : « ailleurs » n’existe pas"),
        (_table([*ROW[:3], "fini", "Texte"]), {}, "liste.csv!D2 : « fini » n’est pas dans la liste"),
        (_table([*ROW[:4], "=1+1"]), {}, "liste.csv!E2 : ce texte commence par « = »"),
        (_table([*ROW[:4], "<b>"]), {}, "liste.csv!E2 : ce texte contient « < » ou « > »"),
        (_table(ROW), {"fixed": {}}, "liste.csv, ligne 2 : « Sources » (sources) est vide ; "),
    ],
)  # fmt: skip
def test_a_table_that_does_not_fit_is_refused(table, edits, says):
    """With the cell, and nothing is made of it."""
    outcome = by_map(table, _map(**edits))
    assert outcome.text is None
    assert [said for said in _said(outcome) if said.startswith(says)], _said(outcome)


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ({"columns": {"Mesure": "parent", "Date": "datte"}}, "« datte » (dans columns) n’est pas une clé"),
        ({"values": {"progres": {}}}, "« progres » (dans values) n’est pas une clé"),
        ({"columns": {"Mesure": "parent", "A": "date", "B": "date"}}, "« date » vient de deux endroits"),
        ({"fixed": {"date": "2024"}}, "« date » vient de deux endroits"),
        ({"id": None}, "on ne sait pas comment faire l’identifiant"),
        ({"columns": {"Mesure": "parent", "Id": "id"}}, "on ne sait pas comment faire l’identifiant"),
        ({"columns": {"Date": "date"}}, "on ne sait pas à quoi se rattachent ces lignes"),
        ({"id": "f-{number}"}, "« {number} » n’est la clé d’aucune colonne"),
        ({"colonnes": {}}, "colonnes"),
    ],
)
def test_a_map_that_would_lose_something_is_refused(edits, says):
    """Read as strictly as the files of data/."""
    with pytest.raises(ValueError, match=re.escape(says)):
        ColumnMap.model_validate_json(json.dumps(_map(**edits)))


def test_a_map_is_told_wrong_on_its_line(tmp_path):
    """In French, with the file and the line."""
    (tmp_path / "carte.yaml").write_text("records: findings\ncolonnes: {a: b}\nid: no\n", encoding="utf-8")
    _none, problems = load_column_map(tmp_path / "carte.yaml")
    assert str(problems[0]).startswith("carte.yaml:3: « no » sans guillemets est ambigu en YAML")
    (tmp_path / "carte.yaml").write_text("records: findings\ncolonnes: {a: b}\n", encoding="utf-8")
    _none, problems = load_column_map(tmp_path / "carte.yaml")
    assert "carte.yaml:2: la clé « colonnes » est inconnue ; vouliez-vous dire « columns » ?" in map(str, problems)


def test_every_key_of_a_map_is_explained():
    """In French in the model, and in the guide."""
    for name, field in ColumnMap.model_fields.items():
        assert field.description
        assert f"`{name}`" in GUIDE


def test_the_commands_of_the_guide_exist():
    """With their options."""
    found = re.findall(r"vigie (\w+)((?: [^`\n]*)?)", GUIDE)
    assert {command for command, _rest in found} == {"export", "import"}
    for command, rest in found:
        known = {option for parameter in main.commands[command].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known

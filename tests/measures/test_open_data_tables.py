"""The tables of the open data: one row per record, nothing made up, the words of the YAML."""

import csv
import io
import json

import pytest
from data_build import data_files, real_build, with_ledger
from small_ledger import CLAIM_GONE, REPLY_GONE, finding, loaded_ledger, with_findings

from vigie.measures.files import LedgerFiles
from vigie.measures.open_data.csv_file import as_text, csv_file
from vigie.measures.open_data.dictionary import dictionary_table
from vigie.measures.open_data.package import table_schema
from vigie.measures.open_data.tables import all_tables


def tables(loaded=None):
    """The tables of a ledger, by name."""
    return {table.name: table for table in all_tables((loaded or loaded_ledger()).record)}


def rows(table):
    """What a program reads in the CSV of ``table``: one dictionary per row."""
    return list(csv.DictReader(io.StringIO(csv_file(table).decode("utf-8"), newline="")))


def test_the_tables_are_those_that_are_announced():
    """Each once, in the order in which they are offered."""
    assert list(tables()) == [
        "mesures", "constats", "reponses", "valeurs", "indicateurs", "series", "ruptures", "declarations", "reunions",
        "echeances", "sources", "etats", "axes", "plan",
    ]  # fmt: skip


def test_a_finding_is_a_row():
    """Its facts under the keys of the YAML; what there is not is empty."""
    first, second, third, fourth = rows(tables()["constats"])
    assert (first["id"], first["measure"], first["date"], first["by"], first["side"]) == (
        "constat-un", "contenu-un", "2020-05", "ministry", "state",
    )  # fmt: skip
    assert first["statement"] == "Le ministère imaginaire dit avoir commencé."
    assert [first[key] for key in ("sufficiency", "demand", "validated_on", "correction_of", "withdrawn_on")] == [
        ""
    ] * 5
    assert (second["searched_date"], second["searched_where"]) == ("2020-07-13", "Journal imaginaire")
    assert (third["validated_on"], third["correction_of"], third["correction_reason"]) == (
        "2020-10-02", "constat-un", "Le mois était faux",
    )  # fmt: skip
    assert (fourth["statement"], fourth["withdrawn_on"], fourth["withdrawn_ground"]) == ("", "2021-02-11", "privacy")


def test_a_reply_is_a_row_of_its_own():
    """It names its finding and its place among the replies."""
    (reply,) = rows(tables()["reponses"])
    assert (reply["finding"], reply["position"], reply["date"], reply["by"]) == (
        "constat-deux",
        "1",
        "2020-10",
        "government",
    )
    assert (reply["text"], reply["side"], reply["sources"]) == ("Une réponse fictive.", "state", "source-reunion")


def test_a_withdrawn_claim_or_reply_keeps_its_row():
    """Without its text, with its day and its ground; empty for the others."""
    found = tables(loaded_ledger(CLAIM_GONE, REPLY_GONE))
    first, second = rows(found["declarations"])
    assert (first["statement"], first["withdrawn_on"], first["withdrawn_ground"]) == ("", "2022-05-06", "legal")
    assert (second["withdrawn_on"], second["withdrawn_ground"]) == ("", "")
    (reply,) = rows(found["reponses"])
    assert (reply["text"], reply["withdrawn_on"], reply["withdrawn_ground"]) == ("", "2022-05-07", "safety")


def test_a_value_is_a_row_with_its_unit_and_limits():
    """Those of indicators and of series are in one table, and say which they are of."""
    found = {row["id"]: row for row in rows(tables()["valeurs"])}
    assert list(found) == ["valeur-une", "valeur-deux", "point-un", "point-deux"]
    of_indicator, of_series = found["valeur-deux"], found["point-un"]
    assert (of_indicator["indicator"], of_indicator["series"], of_indicator["measure"]) == (
        "repere-un",
        "",
        "contenu-un",
    )
    assert (of_indicator["value"], of_indicator["unit"], of_indicator["date"]) == ("37.5", "pour cent", "")
    assert of_indicator["limits"] == "Les limites de ce repère."
    assert (of_series["indicator"], of_series["series"]) == ("", "serie-une")
    assert (of_series["unit"], of_series["nature"]) == ("personnes imaginaires", "number")
    assert (of_series["base_value"], of_series["base_qualifier"], of_series["base_of"]) == ("", "", "")
    assert (of_series["limits"], of_series["breakdown_by"]) == ("Les limites de cette série.", "")
    assert (found["point-deux"]["respondents"], found["point-deux"]["breakdown_key"]) == ("", "minors")


def test_what_nobody_knows_stays_the_word_unknown():
    """Neither empty nor 0; and a target gives its figure and who set it."""
    (row,) = rows(tables()["indicateurs"])
    assert (row["baseline"], row["midterm"], row["final"]) == ("unknown", "12", "40.5")
    assert (row["target"], row["target_set_by"], row["target_sources"]) == ("50", "collectif", "source-dataset")
    unknown = tables(
        loaded_ledger(("target: {value: 50, set_by: collectif, sources: [source-dataset]}", "target: unknown"))
    )
    (row,) = rows(unknown["indicateurs"])
    assert (row["target"], row["target_set_by"], row["target_sources"]) == ("unknown", "", "")
    assert rows(tables()["mesures"])[0]["plan_says_lead"] == "unknown"


def test_lists_are_joined_by_a_bar():
    """Several values in one cell; an empty list is an empty cell."""
    first, second = rows(tables()["mesures"])
    assert (first["forms"], first["former_ids"]) == ("sexual|labour", "contenu-ancien")
    assert (second["forms"], second["former_ids"], second["number"]) == ("all", "", "7")


def test_the_small_tables_hold_what_the_file_holds():
    """Breaks, claims, meetings, announced dates, sources, axes, the plan."""
    found = tables()
    assert [row["before"] + "-" + row["after"] for row in rows(found["ruptures"])] == ["2018-2019"]
    assert [(row["id"], row["side"]) for row in rows(found["declarations"])] == [
        ("parole-une", "state"), ("parole-deux", "associations"),
    ]  # fmt: skip
    assert [row["edition"] for row in rows(found["reunions"])] == ["2020-09-30"]
    (deadline,) = rows(found["echeances"])
    assert (deadline["date"], deadline["status"], deadline["searched_date"]) == (
        "2021-06",
        "passed_without_trace",
        "2021-09-01",
    )
    assert [row["id"] for row in rows(found["sources"])][0] == "source-etat"
    assert [row["title"] for row in rows(found["axes"])] == [""]
    (plan,) = rows(found["plan"])
    assert (plan["period_start"], plan["period_end"], plan["text_read"]) == ("2020-01-01", "2023-12-31", "")
    (plan,) = rows(tables(loaded_ledger(("{start: 2020-01-01, end: 2023-12-31}", "{start: 2020, end: 2023}")))["plan"])
    assert (plan["period_start"], plan["period_end"]) == ("2020", "2023")


def test_a_value_says_who_proposed_what_it_measures():
    """Beside the figure, so that nobody takes a proposal of the site for an indicator of the plan; a series has none."""
    found = {row["id"]: (row["indicator"] != "", row["proposed_by"]) for row in rows(tables()["valeurs"])}
    assert set(found.values()) == {(True, "editors"), (False, "")}


def test_a_state_is_a_row_that_leads_to_its_file():
    """What is of a vague date is counted apart."""
    (row,) = rows(tables()["etats"])
    assert row == {
        "day": "2020-04-07", "meeting": "reunion-une", "established_on": "2020-09-30", "reconstituted": "true",
        "claims": "1", "findings": "0", "values": "2", "uncertain": "1", "file": "plan/etats/2020-04-07/etat.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-3, "-3"),
        (-0.5, "-0.5"),
        (1e21, "1000000000000000000000"),
        ("a", "a"),
    ],
)
def test_a_cell_is_written_plainly(cell, text):
    """A decimal point, no exponent, and no apostrophe before a negative number."""
    assert as_text(cell) == text


def test_csv_lines_end_with_cr_lf():
    """As RFC 4180 has it; a line inside a text is its own."""
    content = csv_file(
        tables(with_findings(finding("a", "2021", "miprof", statement='"Un.\\nDeux, « trois » \\"quatre\\"."')))[
            "constats"
        ]
    )
    assert content.startswith(b"id,measure,date,") and content.endswith(b"\r\n")
    text = content.decode("utf-8")
    assert rows_of(text)[-1]["statement"] == 'Un.\nDeux, « trois » "quatre".'


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_column_is_described_in_french():
    """Title and description, without the word null and without the braces of the YAML."""
    for table in tables().values():
        for column in table.columns:
            assert column.title and column.description, (table.name, column.key)
            assert "null" not in column.description and "{" not in column.description, column.description
            assert " :" not in column.description and " ;" not in column.description, column.description


def test_the_schema_has_the_columns_of_the_file_and_no_licence():
    """A program that reads the one can read the other."""
    for table in (*tables().values(), dictionary_table(tuple(tables().values()))):
        schema = json.loads(table_schema(table))
        header = csv_file(table).decode("utf-8").split("\r\n")[0]
        assert ",".join(field["name"] for field in schema["fields"]) == header
        assert set(table.key) <= {column.key for column in table.columns}
    files = {file.path: file for file in data_files(with_ledger())}
    package = json.loads(files["plan/donnees/datapackage.json"].content)
    assert "licenses" not in package and "Aucune licence" in package["description"]
    assert [r["name"] for r in package["resources"]] == [t.name for t in LedgerFiles(tuple(files.values())).tables]


def test_the_words_of_allowed_values_exist():
    """What the dictionary says of a closed list is in the interface."""
    t = real_build().interfaces["fr"]
    for table in tables().values():
        for column in table.columns:
            assert not column.words or all(t.has(column.words + value) for value in column.allowed), column.key

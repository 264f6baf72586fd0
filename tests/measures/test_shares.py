"""A series of shares wherever it goes: never without its base, never in a picture."""

import csv
import dataclasses
import io
import json
import re

import pytest
from dossier_states import LATER, french, states_of
from sheets import add_row, brought_in, changed, data_of, opened, saved
from small_ledger import TODAY, loaded_ledger

from vigie.load_build import load_build
from vigie.measures.dossier.cited import cited
from vigie.measures.dossier.figures import series_data
from vigie.measures.dossier.telling import Telling
from vigie.measures.editions import editions
from vigie.measures.exchange.workbook import workbook_bytes
from vigie.measures.open_data.additions import additions
from vigie.measures.open_data.csv_file import csv_file
from vigie.measures.open_data.state_file import state_json
from vigie.measures.open_data.tables import all_tables
from vigie.render import Renderer
from vigie.site.pages import all_pages

BASE = "base: {value: 2100, qualifier: about, of: personnes imaginaires enregistrées}"
VALUES = "".join(
    f"""
      - id: part-{year}{name}
        period: "{year}"
        value: {share}
        qualifier: exact
        respondents: null
        {BASE}
        breakdown: {part}
        state: final
        sources: [source-dataset]
        date: {year}-12
        added_on: 2020-05-01"""
    for year, share, name, part in (
        (2018, 64, "", "{by: sex, key: femmes}"),
        (2019, 65.5, "", "{by: sex, key: femmes}"),
        (2018, 30, "-du-tout", "null"),
        (2019, 31, "-du-tout", "null"),
    )
)
SHARES = (
    "series:\n",
    f"""series:
  - id: parts-fictives
    name: Parts fictives
    definition: Part imaginaire des femmes.
    unit: "%"
    nature: rate
    counted_as: recorded
    producer: Institut imaginaire
    values:{VALUES}
    breaks: []
    limits: Aucune.
    sources: [source-dataset]
""",
)


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_page_shows_a_table_with_unit_and_base_and_no_picture(lang, project_root):
    """Two years that follow each other would have a picture, were they numbers."""
    project, _problems = load_build(project_root, TODAY)
    build = dataclasses.replace(project, ledger=loaded_ledger(SHARES))
    index = all_pages(build)
    html = str(Renderer(build, index).fragment(index.get(lang, "plan/chiffres/")))
    section = html[html.index('id="parts-fictives"') :]
    assert "<svg" not in html
    assert section.count("<caption>") == 1
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", section)).replace("\u202f", " ").replace("\xa0", " ")
    number = {"fr": "2 100", "ar": "2,100"}[lang]
    about = build.interfaces[lang]("qualifier_about")
    assert words.count(f"{about} {number} personnes imaginaires enregistrées") == 4
    assert "64 %" in words and "femmes" in words
    assert words.count(build.interfaces[lang]("series_base")) == 5, "a heading, and the label of each card"


def test_the_open_data_give_nature_unit_and_base():
    """One row per share; a number has an empty base."""
    tables = {table.name: table for table in all_tables(loaded_ledger(SHARES).record)}
    rows = {r["id"]: r for r in csv.DictReader(io.StringIO(csv_file(tables["valeurs"]).decode()))}
    keys = ("value", "unit", "nature", "base_value", "base_qualifier", "base_of")
    assert [rows["part-2018"][key] for key in keys] == [
        "64", "%", "rate", "2100", "about", "personnes imaginaires enregistrées",
    ]  # fmt: skip
    assert [rows["point-un"][key] for key in keys[3:]] == ["", "", ""]
    series = {r["id"]: r for r in csv.DictReader(io.StringIO(csv_file(tables["series"]).decode()))}
    assert [(r["nature"], r["unit"]) for r in series.values()] == [("rate", "%"), ("number", "personnes imaginaires")]


def test_a_state_gives_the_base_of_a_share_and_nothing_new_of_a_number():
    """States already made keep their bytes: a number has no key that it had not."""
    ledger = loaded_ledger(SHARES, *LATER).record
    values = {x["id"]: x for x in json.loads(state_json(editions(ledger)[0]))["values"]}
    assert values["part-2018"]["base"] == {
        "value": 2100, "qualifier": "about", "of": "personnes imaginaires enregistrées",
    }  # fmt: skip
    assert "base" not in values["point-un"]


def test_the_feed_says_of_how_many():
    """The share with its sign, then its base with its reserve."""
    found = {a.name[1]: a.text for a in additions(loaded_ledger(SHARES).record, french())}
    assert found["part-2018"].splitlines()[:2] == [
        "Valeur : 64\u00a0% (femmes)",
        "Base : environ 2\u202f100 personnes imaginaires enregistrées",
    ]
    assert "Base" not in found["point-un"]


def test_the_dossier_prints_the_base_beside_the_share():
    """In the same cell, so that nobody copies one without the other."""
    (state,) = states_of(loaded_ledger(SHARES, *LATER).record)
    telling = Telling(french(), {s.id: n for n, s in enumerate(cited(state), start=1)}, TODAY)
    shares = next(s for s in series_data(state.ledger, telling) if s["name"] == "Parts fictives")
    assert [row["figure"] for row in shares["rows"]] == ["64\u00a0%", "65,5\u00a0%", "30\u00a0%", "31\u00a0%"]
    assert {row["notes"][0] for row in shares["rows"]} == {"sur environ 2\u202f100 personnes imaginaires enregistrées"}


def test_a_share_goes_out_to_a_workbook_and_comes_in():
    """Unchanged, nothing moves; a row without its base is refused at its cell; with it, the base is written."""
    text = changed(SHARES)
    raw = workbook_bytes(data_of(text))
    assert brought_in(raw, text).text == text
    row = {
        "id": "part-2020", "parent": "parts-fictives", "period": "2020", "value": "61", "qualifier": "exact",
        "sources": "source-dataset", "breakdown__by": "sex", "breakdown__key": "femmes",
    }  # fmt: skip
    workbook = opened(raw)
    add_row(workbook, "Chiffres", **row)
    outcome = brought_in(saved(workbook), text)
    assert [str(r) for r in outcome.remarks if "« part-2020 » est un taux sans sa base" in str(r)], outcome.remarks
    workbook = opened(raw)
    add_row(
        workbook,
        "Chiffres",
        **row,
        base__value="1900",
        base__qualifier="Environ",
        base__of="personnes imaginaires enregistrées",
    )
    outcome = brought_in(saved(workbook), text)
    assert "base: {value: 1900, qualifier: about, of: personnes imaginaires enregistrées}" in outcome.text


def test_a_number_that_comes_in_has_no_base():
    """The key is left out, not written empty."""
    workbook = opened()
    add_row(
        workbook, "Chiffres", id="point-trois", parent="serie-une", period="2020", value="200", qualifier="exact",
        sources="source-dataset", breakdown__by="age", breakdown__key="minors",
    )  # fmt: skip
    outcome = brought_in(saved(workbook))
    assert "point-trois" in outcome.text, outcome.remarks
    assert "base" not in outcome.difference

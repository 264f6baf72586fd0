"""Out to a workbook, edited, and in again: exactly the edit, or a refusal that names the cell."""

import datetime

import pytest
from sheets import EXPORTED, LEDGER, add_row, brought_in, cell, changed, data_of, edited, opened, saved
from small_ledger import finding

from vigie.measures.exchange.columns import SHEETS
from vigie.measures.exchange.workbook import workbook_bytes


def _said(outcome):
    return [str(remark) for remark in outcome.remarks]


def test_the_workbook_holds_texts_only_and_says_how_to_edit_it():
    """No date, no number, no formula; headers frozen; a list for each closed column; the way to use it first."""
    workbook = opened()
    assert workbook.sheetnames == ["Lisez-moi", *(sheet.title for sheet in SHEETS), "Listes", "Origine"]
    assert "vigie import FICHIER.xlsx --dry-run" in str(workbook["Lisez-moi"]["A2"].value)
    for sheet in SHEETS:
        target = workbook[sheet.title]
        assert [c.value for c in target[1]] == [column.header for column in sheet.columns]
        assert target.freeze_panes == "B2"
        assert all(c.comment.text for c in target[1])
        for row in target.iter_rows(min_row=2):
            assert {(c.data_type, c.number_format) for c in row if c.value is not None} == {("s", "@")}
        lists = {str(found.sqref).split(":")[0] for found in target.data_validations.dataValidation}
        closed = {
            f"{target.cell(1, number).column_letter}2"
            for number, column in enumerate(sheet.columns, 1)
            if column.form == "choice" or column.key in ("parent", "axis")
        }
        assert lists == closed
    assert workbook["Origine"].sheet_state == "hidden"
    assert cell(workbook, "Constats", "constat-un", "progress").value == "Engagée (engaged)"
    assert cell(workbook, "Constats", "constat-un", "date").value == "2020-05"


def test_a_text_that_looks_like_a_formula_stays_a_text():
    """Nothing that the ledger holds is computed by a spreadsheet."""
    text = changed(("subject: Sujet fictif", "subject: Sujet"), ("label: Premier contenu", 'label: "=1+1"'))
    found = cell(opened(workbook_bytes(data_of(text))), "Contenus et mesures", "contenu-un", "label")
    assert (found.value, found.data_type) == ("=1+1", "s")


def test_an_unchanged_workbook_changes_nothing():
    """Nor when it is saved by another program, without its hidden sheet, sorted, or with columns taken away."""
    workbook = opened()
    assert brought_in(saved(workbook)).text == LEDGER
    del workbook["Origine"]
    workbook["Constats"].delete_cols(4, 3)
    workbook["Constats"].move_range("A2:O3", rows=10)
    outcome = brought_in(saved(workbook))
    assert (outcome.text, outcome.difference, outcome.remarks) == (LEDGER, "", [])


def test_one_cell_is_one_line_of_difference():
    """The sentence names the cell; the line keeps its place and its comment."""
    outcome = brought_in(edited(("Contenus et mesures", "contenu-un", "label", "Contenu renommé")))
    assert outcome.text == changed(("label: Premier contenu", "label: Contenu renommé"))
    assert outcome.summary == [
        "Ligne 2, feuille « Contenus et mesures », cellule F2 : Nom court de « contenu-un » : "
        "« Premier contenu » → « Contenu renommé »"
    ]
    assert [line for line in outcome.difference.splitlines() if line[:1] in "+-"][2:] == [
        "-    label: Premier contenu",
        "+    label: Contenu renommé",
    ]


def test_a_new_finding_is_whole_and_at_the_end():
    """Every key of the model, the day of the import, nothing invented."""
    workbook = opened()
    add_row(workbook, "Constats", id="constat-neuf", parent="mesure-sept", date="2024-12", by="greta",
            statement="Un constat de plus.", sources="source-rapport")  # fmt: skip
    outcome = brought_in(saved(workbook))
    written = finding("constat-neuf", "2024-12", "greta", added_on="2026-11-22", progress="not_assessed",
                      statement="Un constat de plus.", sources="[source-rapport]")  # fmt: skip
    assert outcome.text == LEDGER.replace("    findings: []\n", f"    findings:\n{written}")
    assert outcome.summary == ["Ligne 6, feuille « Constats » : nouveau constat « constat-neuf »"]


def test_a_new_measure_may_have_a_finding_in_the_same_workbook():
    """Measures come first; what the plan says of it is unknown."""
    workbook = opened()
    add_row(workbook, "Contenus et mesures", id="mesure-huit", number="8", label="Huit", plain="Huit.",
            sources="source-etat", forms="all", audiences="Mineurs (minors)", verifiable__value="none",
            verifiable__why="Rien")  # fmt: skip
    add_row(workbook, "Constats", id="constat-huit", parent="mesure-huit", date="2024", by="miprof",
            progress="Pas commencée (not_started)", statement="Rien.", sources="source-etat")  # fmt: skip
    made = data_of(brought_in(saved(workbook)).text)["measures"][-1]
    assert (made["kind"], made["number"], made["added_on"], made["title"]) == ("measure", 8, "2026-11-22", None)
    assert set(made["plan_says"].values()) == {"unknown", None}
    assert [f["progress"] for f in made["findings"]] == ["not_started"]


def test_an_absent_row_is_no_deletion():
    """It is said, by name."""
    workbook = opened()
    workbook["Constats"].delete_rows(3)
    outcome = brought_in(saved(workbook))
    assert outcome.text == LEDGER
    assert outcome.summary == [
        "Feuille « Constats » : 1 ligne(s) du registre n’y sont pas (constat-deux) ; rien n’est effacé."
    ]


def test_a_group_is_filled_and_emptied():
    """A search is written in its place; a signature taken away leaves null."""
    raw = edited(
        ("Constats", "constat-trois", "validated.on", None), ("Constats", "constat-trois", "validated.by", ""),
        ("Constats", "constat-un", "searched.date", "2024-01-02"), ("Constats", "constat-un", "searched.where", "Là"),
    )  # fmt: skip
    outcome = brought_in(raw)
    assert outcome.text == changed(
        ("validated: {on: 2020-10-02, by: Bureau imaginaire}", "validated: null"),
        ("        progress: engaged\n", "        progress: engaged\n        searched: {date: 2024-01-02, where: Là}\n"),
    )
    assert _said(outcome)[0] == (
        "Constats!A2 : « constat-un » est déjà noté : s’il est publié, il ne se corrige pas dans sa ligne ; "
        "ajoutez une ligne, en disant ce qu’elle corrige ; « vigie check --since » le refuserait (avertissement)"
    )


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ([("Constats", "constat-deux", "progress", "fini")], "Constats!F3 : « fini » n’est pas dans la liste ; choisissez parmi : not_assessed,"),
        ([("Constats", "constat-deux", "statement", datetime.datetime(2024, 12, 1))], "Constats!J3 : le tableur a changé ce texte en date (2024-12-01)"),
        ([("Constats", "constat-deux", "statement", "=A1")], "Constats!J3 : cette cellule contient une formule ;"),
        ([("Constats", "constat-deux", "statement", "#N/A")], "Constats!J3 : le tableur y met une erreur (#N/A)"),
        ([("Constats", "constat-deux", "statement", "")], "Constats!J3 : « constat-deux » : statement et withdrawn se contredisent"),
        ([("Constats", "constat-deux", "statement", "Un <b>mot</b>")], "Constats!J3 : ce texte contient « < » ou « > »"),
        ([("Constats", "constat-deux", "parent", "mesure-sept")], "Constats!B3 : ce constat appartient à « contenu-un » : il n’en change pas"),
        ([("Constats", "constat-deux", "id", "")], "Constats!A3 : ce constat n’a pas d’identifiant"),
        ([("Constats", "constat-deux", "id", "constat-un")], "Constats!A3 : l’identifiant « constat-un » est déjà Constats, ligne 2"),
        ([("Constats", "constat-deux", "sources", "inconnue")], "Constats!L3 : la source « inconnue » n’est pas dans « sources »"),
        ([("Constats", "constat-deux", "date", "2999")], "Constats!C3 : cette date (2999-01-01) est dans le futur"),
        ([("Constats", "constat-deux", "validated.on", "2024-01-01")], "Constats!M3 : « by » n’est pas un texte (null)"),
        ([("Chiffres", "point-deux", "value", "3")], "Chiffres!D5 : « point-deux » compte moins de 11 personnes"),
        ([("Chiffres", "point-deux", "id", "constat-un")], "l’identifiant « constat-un » sert déjà"),
        ([("Contenus et mesures", "mesure-sept", "number", "70")], "Contenus et mesures!D3 : le numéro 70 dépasse 12"),
        ([("Contenus et mesures", "contenu-un", "title", "Titre")], "« contenu-un » est un contenu, pas une mesure numérotée"),
        ([("Contenus et mesures", "contenu-un", "label", "x" * 71)], "Contenus et mesures!F2 : « label » est trop long"),
    ],
)  # fmt: skip
def test_a_refusal_names_the_cell_and_changes_nothing(edits, says):
    """Whether the cell cannot be read or the ledger cannot hold it."""
    outcome = brought_in(edited(*edits))
    assert outcome.text is None
    assert [said for said in _said(outcome) if says in said], _said(outcome)


def test_the_plan_must_be_noted_as_read_before_it_is_quoted():
    """Said once for all cells, with the way."""
    unread = changed(
        ("text_read: 2020-02-01", "text_read: null"), ("number: 7", "number: null"), ("kind: measure", "kind: content")
    )
    workbook = opened(workbook_bytes(data_of(unread)))
    cell(workbook, "Contenus et mesures", "contenu-un", "plan_says.deadline").value = "2025"
    cell(workbook, "Contenus et mesures", "contenu-un", "plan_says.lead").value = "not_stated"
    outcome = brought_in(saved(workbook), unread)
    assert outcome.text is None
    assert _said(outcome) == [
        "Contenus et mesures!N2 : 2 cellule(s), dont celle-ci, citent le plan, que personne n’a noté avoir lu ; si vous "
        "recopiez le texte officiel, écrivez d’abord dans data/measures.yaml le jour où il a été lu (plan: text_read: "
        "2026-11-22), puis importez de nouveau"
    ]


def test_all_that_is_wrong_is_said_at_once():
    """Two cells, an unknown column, a row without what it needs."""
    workbook = opened()
    cell(workbook, "Constats", "constat-un", "progress").value = "fini"
    cell(workbook, "Constats", "constat-deux", "added_on").value = "hier"
    workbook["Chiffres"]["F1"].value = "Réponses (respondant)"
    add_row(workbook, "Constats", id="neuf", parent="contenu-deux")
    add_row(workbook, "Contenus et mesures", id="neuf-deux", label="Neuf")
    workbook["Constats"].merge_cells("J2:J3")
    said = _said(brought_in(saved(workbook)))
    expected = [
        "Constats!F2 : « fini »", "Constats!D3 : « hier »", "Constats!J2 : cette cellule est fusionnée",
        "Constats!J3 : cette cellule est fusionnée", "Chiffres!F1 : la colonne « Réponses (respondant) » est inconnue",
        "Constats!B6 : « contenu-deux » n’existe pas", "Contenus et mesures!G4 : « Pour le public » (plain) est vide",
    ]  # fmt: skip
    assert [begin for begin in expected if not any(one.startswith(begin) for one in said)] == []


def test_the_identifiers_are_needed():
    """Without them no row can be told from another."""
    workbook = opened()
    workbook["Constats"].delete_cols(1)
    assert "Constats : la colonne des identifiants manque" in _said(brought_in(saved(workbook)))[0]


def test_a_workbook_of_somebody_else_needs_a_map():
    """Said, with the way."""
    workbook = opened()
    for sheet in SHEETS:
        workbook[sheet.title].title = f"{sheet.title[:20]} bis"
    assert _said(brought_in(saved(workbook))) == [
        "registre.xlsx : ce fichier ne vient pas de « vigie export » ; donnez une carte des colonnes : --map carte.yaml "
        "(voir contributing/measures-spreadsheets.md)"
    ]


def test_an_old_workbook_brings_its_edit_and_undoes_nothing():
    """The file has changed since the export: cells that nobody touched are not read."""
    later = changed(("label: Premier contenu", "label: Changé entre-temps"))
    outcome = brought_in(edited(("Contenus et mesures", "mesure-sept", "label", "Renommée")), later)
    assert outcome.text == later.replace("label: Septième mesure", "label: Renommée")


def test_two_edits_of_one_cell_are_a_conflict():
    """The file changed, and the cell too: a person chooses."""
    later = changed(("label: Premier contenu", "label: Changé entre-temps"))
    outcome = brought_in(edited(("Contenus et mesures", "contenu-un", "label", "Renommé")), later)
    assert outcome.text is None
    assert (
        "F2 : le registre a changé depuis l’export : « label » y est maintenant « Changé entre-temps »"
        in _said(outcome)[0]
    )


def test_a_record_gone_since_the_export_does_not_come_back():
    """Its row was exported, the file no longer holds it: a person decides."""
    start = LEDGER.index("    - id: parole-deux\n")
    later = LEDGER[:start] + LEDGER[LEDGER.index("  meetings:\n") :]
    outcome = brought_in(EXPORTED, later)
    assert outcome.text is None
    assert _said(outcome) == [
        "Sur le plan entier!A3 : « parole-deux » n’est plus dans le registre ; exportez de nouveau, et reportez vos "
        "modifications dans le nouveau classeur"
    ]


def test_the_same_workbook_twice_is_no_conflict():
    """What it brought is there already."""
    workbook = opened()
    cell(workbook, "Contenus et mesures", "contenu-un", "label").value = "Renommé"
    add_row(
        workbook,
        "Constats",
        id="neuf",
        parent="mesure-sept",
        date="2024",
        by="greta",
        statement="Neuf.",
        sources="source-etat",
    )
    raw = saved(workbook)
    once = brought_in(raw).text
    again = brought_in(raw, once)
    assert once != LEDGER
    assert (again.text, _said(again)) == (once, [])


def test_the_export_is_made_of_the_data_alone():
    """Its sheets say the same each time."""
    again = opened(workbook_bytes(data_of(LEDGER)))
    for sheet in opened(EXPORTED):
        assert [[c.value for c in row] for row in again[sheet.title]] == [[c.value for c in row] for row in sheet]

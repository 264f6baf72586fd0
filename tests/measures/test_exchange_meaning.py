"""A cell becomes the value that the editor meant, or is refused with its place and the mend."""

import datetime
from typing import get_args

import pytest

from vigie.measures import vocabulary as v
from vigie.measures.exchange.cells import Cell, Place
from vigie.measures.exchange.columns import BY_KIND, PARENT, SHEETS
from vigie.measures.exchange.labels import LABELS
from vigie.measures.exchange.meaning import text_of, text_shown, value_of
from vigie.measures.exchange.new_record import _EMPTY_LISTS
from vigie.measures.withdrawal import Withdrawal

PLACE = Place("Constats", 12, "D")
FINDINGS, VALUES, MEASURES = (BY_KIND[kind].by_key for kind in ("findings", "values", "measures"))
TEXT, DATE, DAY = FINDINGS["statement"], FINDINGS["date"], FINDINGS["added_on"]
FIGURE, PERIOD, NUMBER = VALUES["value"], VALUES["period"], MEASURES["number"]
DEC = datetime.datetime(2024, 12, 1)


def _read(raw, column, number_format="@"):
    text, wrong = text_of(Cell(PLACE, raw, number_format), column)
    return (wrong or value_of(text, column)[1] or value_of(text, column)[0]) if wrong or text else None


@pytest.mark.parametrize(
    ("raw", "column", "value"),
    [
        ("  Un texte\r\n sur deux lignes ", TEXT, "Un texte sur deux lignes"),
        ("Un\u00a0texte\u202f!", TEXT, "Un\u00a0texte\u202f!"),
        ("e\u0301te\u0301", TEXT, "été"),
        ("   ", TEXT, None),
        (None, FIGURE, None),
        (2024.0, PERIOD, "2024"),
        (2024, DATE, 2024),
        (2024.0, DATE, 2024),
        ("2024", DATE, 2024),
        ("2024-12", DATE, "2024-12"),
        ("2024-12-31", DAY, "2024-12-31"),
        ("Engagée (engaged)", FINDINGS["progress"], "engaged"),
        ("engaged", FINDINGS["progress"], "engaged"),
        ("engagée", FINDINGS["progress"], "engaged"),
        ("Mineurs (minors) ; women", MEASURES["audiences"], ["minors", "women"]),
        ("source-a ;\nsource-b\n", FINDINGS["sources"], ["source-a", "source-b"]),
        ("source-a, source-b ;", FINDINGS["sources"], ["source-a", "source-b"]),
        (0, FIGURE, 0),
        ("0", FIGURE, 0),
        ("7\u202f285", FIGURE, 7285),
        ("1 046", FIGURE, 1046),
        ("37,5", FIGURE, 37.5),
        (37.5, FIGURE, 37.5),
        ("-2,25", FIGURE, -2.25),
        ("oui", FIGURE, True),
        (False, FIGURE, False),
        ("plus de la moitié", FIGURE, "plus de la moitié"),
        (12, NUMBER, 12),
        ("Mesure n° 12.", NUMBER, 12),
    ],
)  # fmt: skip
def test_what_an_editor_means_is_understood(raw, column, value):
    """Spaces, numbers read as decimals, French words and keys; an empty cell is nothing, never 0."""
    got = _read(raw, column)
    assert (got, type(got)) == (value, type(value))


@pytest.mark.parametrize(
    ("raw", "column", "number_format", "says"),
    [
        (DEC, TEXT, "dd/mm/yyyy", "le tableur a changé ce texte en date (2024-12-01)"),
        (DEC, DATE, "mmm\\-yy", "le tableur en a fait le 2024-12-01, mais ne montre pas de jour"),
        (DEC, DATE, "[$-40C]mmmm yyyy", "mais ne montre pas de jour"),
        (DEC.replace(hour=3), DATE, "dd/mm/yyyy", "le tableur y a mis une heure"),
        (datetime.time(12, 30), TEXT, "hh:mm", "le tableur y a mis une heure"),
        (datetime.timedelta(hours=12), TEXT, "hh:mm", "le tableur y a mis une heure"),
        (True, TEXT, "@", "le tableur a changé ce texte en vrai ou faux"),
        (45638, DATE, "General", "« 45638 » n’est pas une date"),
        (2024.12, DATE, "General", "« 2024.12 » n’est pas une date"),
        ("12/12/2024", DATE, "@", "« 12/12/2024 » n’est pas une date"),
        ("2024-12", DAY, "@", "« 2024-12 » n’est pas un jour"),
        ("fini", FINDINGS["progress"], "@", "« fini » n’est pas dans la liste"),
        ("minors ; enfants", MEASURES["audiences"], "@", "« enfants » n’est pas dans la liste"),
        ("7,285", FIGURE, "@", "« 7,285 » : milliers ou décimales ?"),
        ("45 %", FIGURE, "@", "« 45 % » porte son unité"),
        ("douze", NUMBER, "@", "« douze » n’est pas un nombre entier"),
        ("1.5", NUMBER, "@", "« 1.5 » n’est pas un nombre entier"),
        ("=1+1", TEXT, "@", "ce texte commence par « = »"),
        ("a\u200bb", TEXT, "@", "signe invisible (U+200B)"),
        ("a\u00adb", TEXT, "@", "signe invisible (U+00AD)"),
        ("a\u202eb", TEXT, "@", "marque de direction invisible"),
        ("a\x0bb", TEXT, "@", "caractère illisible (U+000B)"),
        ("a_x000D_b", TEXT, "@", "code du tableur"),
    ],
)
def test_what_nobody_can_be_sure_of_is_refused(raw, column, number_format, says):
    """A day that was a month, a date in a text, an hour, thousands or decimals, a sign that nobody sees."""
    assert says in _read(raw, column, number_format)[0]


def test_a_true_date_gives_its_day():
    """When the sheet shows a day, the day is what the editor sees."""
    for number_format in ("dd/mm/yyyy", "mm-dd-yy", "General", "[$-40C]d mmmm yyyy"):
        assert _read(datetime.datetime(2024, 12, 31), DATE, number_format) == "2024-12-31"
        assert _read(datetime.date(2024, 12, 31), DAY, number_format) == "2024-12-31"


def test_every_value_shown_is_read_back():
    """What the export shows of a closed list, the import understands."""
    for sheet in SHEETS:
        for column in sheet.columns:
            for key in column.choices:
                value = [key] if column.form == "choices" else key
                assert value_of(text_shown(value, column), column) == (value, None)
    for number in (0, 12, 7285, 37.5, 0.125, 100000.0, True, False, "plus de 12"):
        got, wrong = value_of(text_shown(number, FIGURE), FIGURE)
        assert (got, type(got), wrong) == (number, type(number), None)


def test_every_closed_list_has_its_words():
    """In the order of the vocabulary; a value added there without a word here fails."""
    lists = {
        "progress": v.Progress, "sufficiency": v.Sufficiency, "by": v.Voice, "kind": v.Kind, "forms": v.Form,
        "audiences": v.Audience, "verifiable.value": v.Verifiable, "qualifier": v.Qualifier, "base.qualifier": v.Qualifier, "state": v.ValueState,
        "breakdown.by": v.BreakdownBy, "withdrawn.ground": Withdrawal.model_fields["ground"].annotation,
    }  # fmt: skip
    assert {name: tuple(words) for name, words in LABELS.items()} == {name: get_args(x) for name, x in lists.items()}
    labels = [label for words in LABELS.values() for label in words.values()]
    assert not any(sign in label for label in labels for sign in ";,()")


def test_every_key_has_a_column_or_is_a_list_of_records():
    """A key added to a model must be editable, or known as edited in the file alone."""
    for sheet in SHEETS:
        groups = {column.group for column in sheet.columns if column.key != PARENT}
        assert set(sheet.keys_of_the_record) - groups <= set(_EMPTY_LISTS)
        assert groups <= set(sheet.keys_of_the_record)
        assert all(sheet.description(column) for column in sheet.columns)
        headers = [column.header for column in sheet.columns]
        assert len(set(headers)) == len(headers)

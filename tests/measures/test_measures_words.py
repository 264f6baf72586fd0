"""The words of the ledger in another language."""

import pytest
from small_ledger import CLAIM_GONE, loaded_ledger

from vigie.data_files import parse_data
from vigie.measures.check import check_words
from vigie.measures.words import LedgerWords

PATH = "data/ar/measures.yaml"
WORDS = """\
translation: {source: null, state: draft, method: machine}
plan_title: Titre traduit
axes:
  - {id: axe-un, subject: Sujet traduit}
claims:
  - {id: parole-une, statement: Parole traduite}
measures:
  - {id: contenu-un, label: Nom traduit, plain: Texte traduit}
  - {id: mesure-sept, label: Autre nom, plain: Autre texte}
"""


def _problems(text):
    loaded, problems = parse_data(LedgerWords, text, PATH)
    return problems if loaded is None else check_words(loaded, loaded_ledger().record)


def test_a_translation_of_known_records_is_accepted():
    """Records that exist, once each, whole or in part."""
    assert _problems(WORDS) == []
    assert _problems(WORDS.replace("  - {id: mesure-sept, label: Autre nom, plain: Autre texte}\n", "")) == []


def test_a_withdrawn_claim_is_not_translated_any_more():
    """Its translation would keep what had to go; that of another claim stays."""
    words = parse_data(LedgerWords, WORDS, PATH)[0]
    (problem,) = check_words(words, loaded_ledger(CLAIM_GONE).record)
    assert (problem.line, problem.what) == (6, "« parole-une » est retirée, mais sa traduction reste")
    other = parse_data(LedgerWords, WORDS.replace("id: parole-une", "id: parole-deux"), PATH)[0]
    assert check_words(other, loaded_ledger(CLAIM_GONE).record) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("id: axe-un", "id: axe-neuf", 4, "« axe-neuf » n’est pas dans data/measures.yaml"),
        ("id: parole-une", "id: parole-neuve", 6, "« parole-neuve » n’est pas dans data/measures.yaml"),
        ("id: contenu-un", "id: parole-une", 8, "« parole-une » n’est pas dans data/measures.yaml"),
        ("id: mesure-sept", "id: contenu-un", 9, "« contenu-un » est traduit deux fois"),
        ("{id: axe-un, subject: Sujet traduit}", "subject: Sujet\n    id: axe-neuf", 5, "« axe-neuf » n’est pas dans"),
        ("label: Nom traduit", "label: <b>Nom</b>", 8, "« < » ou « > »"),
        ("label: Nom traduit", f"label: {'x' * 71}", 8, "70"),
        ("plain: Texte traduit", f"plain: {'mot ' * 61}", 8, "ce texte a 61 mots"),
        ("statement: Parole traduite", f"statement: {'mot ' * 121}", 6, "ce texte a 121 mots"),
        ("plain: Texte traduit", "plan: Texte", 8, "« plan » est inconnue"),
        ("plan_title: Titre traduit\n", "", 1, "la clé « plan_title » manque"),
        ("state: draft", "state: fini", 1, "« state » a une valeur inconnue"),
        ("method: machine", "method: robot", 1, "« method » a une valeur inconnue"),
        ("source: null", "source: abc", 1, "« source »"),
    ],
)
def test_a_wrong_translation_is_refused_on_its_line(before, after, line, says):
    """Unknown or repeated ids, markup, long texts and unknown keys are refused."""
    assert WORDS.count(before) == 1
    found = [
        (problem.path, problem.line) for problem in _problems(WORDS.replace(before, after)) if says in str(problem)
    ]
    assert found == [(PATH, line)]


def test_an_axis_and_a_claim_may_not_be_translated_twice():
    """The same holds for each of the three lists."""
    twice = WORDS.replace("claims:\n", "  - {id: axe-un, subject: Encore}\nclaims:\n").replace(
        "measures:\n", "  - {id: parole-une, statement: Encore}\nmeasures:\n"
    )
    assert [(p.line, p.what) for p in _problems(twice)] == [
        (5, "« axe-un » est traduit deux fois"),
        (8, "« parole-une » est traduit deux fois"),
    ]


def test_a_label_of_70_signs_is_accepted():
    """A translated label is as long as the French one at most."""
    assert _problems(WORDS.replace("label: Nom traduit", f"label: {'x' * 70}")) == []

"""What the pages of the ledger show, in French and in a language that has part of the words."""

import pytest
import yaml
from small_ledger import CLAIM_GONE, TODAY, finding, loaded_ledger, with_findings

from built import ROOT
from vigie.borrowed import is_borrowed, unmarked
from vigie.data_files import parse_data
from vigie.interface import Interface
from vigie.measures.make_views import edition_views, ledger_view
from vigie.measures.pages import measure_pages
from vigie.measures.words import LedgerWords
from vigie.values import Text

WORDS = """\
translation: {source: null, state: draft, method: machine}
plan_title: عنوان
axes: []
claims:
  - {id: parole-deux, statement: قول}
measures:
  - {id: contenu-un, label: مضمون, plain: نص}
"""
STRINGS = yaml.safe_load((ROOT / "data/interface.yaml").read_text(encoding="utf-8"))
TITLES = {"measures_title": "Les mesures", "measures_description": "Toutes les mesures."}
T = Interface("ar", STRINGS | TITLES | {f"{key}_read": text for key, text in TITLES.items()})


def _words(text=WORDS):
    return parse_data(LedgerWords, text, "data/ar/measures.yaml")[0].record


@pytest.fixture(scope="module")
def french():
    return ledger_view(loaded_ledger().record, None, "fr", TODAY)


@pytest.fixture(scope="module")
def arabic():
    return ledger_view(loaded_ledger().record, _words(), "ar", TODAY)


def test_a_french_view_is_all_french(french):
    """Labels, plain words and claims are the ledger's own, in French, translated by nobody."""
    assert [m.label for m in french.measures] == [Text("Premier contenu", "fr"), Text("Septième mesure", "fr")]
    assert french.measures[0].plain == Text("Ce contenu fictif ne promet rien à personne.", "fr")
    assert {claim.statement.lang for claim in french.claims} == {"fr"}
    assert french.translation is None


def test_what_is_not_translated_stays_french_and_says_so(arabic):
    """Each text carries the language it is really written in."""
    assert [m.label for m in arabic.measures] == [Text("مضمون", "ar"), Text("Septième mesure", "fr")]
    assert [m.plain.lang for m in arabic.measures] == ["ar", "fr"]
    assert [c.statement for c in arabic.claims] == [
        Text("قول", "ar"),
        Text("Une parole fictive sur le plan entier.", "fr"),
    ]


def test_the_state_of_the_translation_reaches_every_page(arabic):
    """The table and each content or measure say where their words come from."""
    state = arabic.translation
    assert (state.state, state.method) == ("draft", "machine")
    pages = [page for page in measure_pages(arabic, (), T) if page.kind in ("measures", "measure")]
    assert [page.translation for page in pages] == [state] * 3


def test_the_sources_of_a_figure_are_found_in_the_registry(french):
    """By their key, in the order given; an unknown key is left to the check."""
    found = french.measures[0].cited(("source-dataset", "source-perdue", "source-etat"))
    assert [(s.id, s.title.value) for s in found] == [
        ("source-dataset", "Jeu de données"),
        ("source-etat", "Page fictive de l’État"),
    ]


def test_claims_are_told_in_the_order_they_were_made(french):
    """The date of the word counts, not the order of the file: « 2020 » comes before « 2020-02 »."""
    assert [(c.claim.id, c.side) for c in french.claims] == [("parole-deux", "associations"), ("parole-une", "state")]
    assert [s.title.value for s in french.claims[1].sources] == ["Page fictive de l’État"]


def test_only_contents_are_counted_as_contents(french):
    """A numbered measure is not one of the contents whose number is unknown."""
    assert french.contents_count == 1


def test_findings_stand_in_three_columns_by_side(french):
    """The State, the independent bodies, the associations, always all three, in this order."""
    first, second = french.measures
    assert [(c.side, [f.finding.id for f in c.findings]) for c in first.columns] == [
        ("state", ["constat-un"]),
        ("independent", ["constat-deux"]),
        ("associations", ["constat-quatre", "constat-trois"]),
    ]
    assert [(c.side, c.findings) for c in second.columns] == [("state", ()), ("independent", ()), ("associations", ())]


def test_findings_stay_in_french_in_every_language(arabic):
    """Statements are quoted as they were written; a withdrawn one shows no text."""
    texts = [f.statement for column in arabic.measures[0].columns for f in column.findings]
    assert texts == [
        Text("Le ministère imaginaire dit avoir commencé.", "fr"),
        Text("L’instance imaginaire n’a rien trouvé.", "fr"),
        Text("", "fr"),
        Text("Une association imaginaire a vu une partie du travail.", "fr"),
    ]


def test_a_withdrawn_claim_has_no_text_in_any_language_and_is_not_the_latest():
    """Not even that of its translation; the page that shows the last word of each voice goes back to the one before."""
    earlier = "    - {id: parole-zero, date: 2020-01, by: greta, statement: Avant., sources: [source-etat], added_on: 2020-02-01}\n"
    state = earlier.replace("parole-zero", "parole-avant").replace("greta", "miprof")
    before = ("  claims:\n", f"  claims:\n{earlier}{state}")
    for lang, said in (("fr", None), ("ar", _words(WORDS.replace("parole-deux", "parole-une")))):
        standing, gone = (
            ledger_view(loaded_ledger(before, *edits).record, said, lang, TODAY) for edits in ((), (CLAIM_GONE,))
        )
        (view,) = [c for c in gone.claims if c.claim.id == "parole-une"]
        assert view.statement == Text("", "fr")
        latest = [[c.claim.id for c in shown.latest_claim_per_side] for shown in (standing, gone)]
        assert latest == [["parole-une", "parole-zero", "parole-deux"], ["parole-avant", "parole-zero", "parole-deux"]]


def test_each_voice_has_a_cell_even_when_it_said_nothing(french):
    """Its last answer, else its last text; the State's word here was corrected by a later finding."""

    def shown(view):
        return [(c.side, c.progress, c.shown and c.shown.id) for c in view.cells]

    assert shown(french.measures[0]) == [
        ("state", "not_assessed", None),
        ("independent", "no_information", "constat-deux"),
        ("associations", "partly_done", "constat-trois"),
    ]
    later = finding("constat-b", "2021-06", "miprof", progress="not_assessed")
    found = with_findings(finding("constat-a", "2021", "miprof"), later).record
    view = ledger_view(found, None, "fr", TODAY).measures[1]
    assert shown(view)[0] == ("state", "mentioned", "constat-a")
    assert view.cells[0].last.id == "constat-b"


def test_sources_keep_their_own_language_and_order(french):
    """A source is shown under its title, in the language it is written in."""
    column = french.measures[0].columns[1]
    assert [(s.id, s.title, s.source.publisher) for s in column.findings[0].sources] == [
        ("source-rapport", Text("Rapport", "en"), "Instance imaginaire")
    ]
    assert [s.id for s in french.measures[0].sources] == ["source-etat"]


def test_a_source_out_of_the_registry_is_skipped_not_fatal():
    """The check refuses it; the preview of the rest still stands."""
    broken = loaded_ledger(("sources: [source-etat]\n    axis", "sources: [source-perdue, source-etat]\n    axis"))
    assert [s.id for s in ledger_view(broken.record, None, "fr", TODAY).measures[0].sources] == ["source-etat"]


def test_there_is_a_table_and_one_page_per_record(arabic):
    """Addresses are the ids, the same in every language; title and description follow the words."""
    pages = [page for page in measure_pages(arabic, (), T) if page.kind in ("measures", "measure")]
    assert [(p.kind, p.path, p.title) for p in pages] == [
        ("measures", "ar/plan/mesures/", Text("Les mesures", "ar")),
        ("measure", "ar/plan/mesures/contenu-un/", Text("مضمون", "ar")),
        ("measure", "ar/plan/mesures/mesure-sept/", Text("Septième mesure", "fr")),
    ]
    assert [unmarked(p.description) for p in pages] == [
        "Toutes les mesures.",
        "نص",
        "Une mesure fictive, numérotée sept.",
    ]
    assert [is_borrowed(p.description) for p in pages] == [False, False, True]
    assert pages[0].subject is arabic
    assert [p.subject for p in pages[1:]] == list(arabic.measures)
    assert [m.address for m in arabic.measures] == ["plan/mesures/contenu-un/", "plan/mesures/mesure-sept/"]


def test_a_filter_a_state_and_a_former_address_have_their_page(french):
    """No address is made twice, and what is no longer in the file still leads somewhere."""
    pages = measure_pages(french, edition_views(french, None), T)
    paths = [page.path for page in pages]
    assert len(set(paths)) == len(paths)
    assert [page.path for page in pages if page.kind == "moved"] == ["plan/mesures/contenu-ancien/"]
    assert [page.path for page in pages if page.kind == "state"] == ["plan/etats/2020-04-07/"]
    assert "plan/mesures/filtre/public-mineurs/" in paths
    (moved,) = [page.subject for page in pages if page.kind == "moved"]
    assert [view.measure.id for view in moved.successors] == ["contenu-un"]


def test_the_last_claim_of_each_side_is_the_most_recent():
    """One claim per side that spoke, in the order of the sides; a side that said nothing is absent."""
    ledger = loaded_ledger(("date: 2020\n      by: collectif", "date: 2020-03\n      by: miprof")).record
    assert [c.claim.id for c in ledger_view(ledger, None, "fr", TODAY).latest_claim_per_side] == ["parole-deux"]
    view = ledger_view(loaded_ledger().record, None, "fr", TODAY)
    assert [c.side for c in view.latest_claim_per_side] == ["state", "associations"]

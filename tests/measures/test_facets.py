"""The filters of the table: closed choices, permanent addresses, each record found where it belongs."""

from hypothesis import given, settings
from ledgers import findings, with_measure_findings
from small_ledger import finding, loaded_ledger, with_findings

from vigie.measures.facets import facets
from vigie.measures.model import PlanSaysOf
from vigie.measures.vocabulary import ALL_PROGRESS, SLUGS


@settings(max_examples=40)
@given(findings())
def test_each_record_answers_once_to_each_voice(found):
    """A filter by voice shares all records among its choices: none is lost, none is counted twice."""
    ledger = with_measure_findings(found)
    everyone = sorted(m.id for m in ledger.listed)
    for facet in facets(ledger):
        if facet.name in ("etat", "instances", "associations"):
            assert sorted(id_ for choice in facet.choices for id_ in choice.measures) == everyone


def test_a_record_stays_under_the_answer_that_a_later_mention_does_not_erase():
    """Engaged, then only spoken of: the filter of the State still has it under « engagée »."""
    said = finding("ancien", "2020", "miprof", progress="engaged"), finding("recent", "2021", "miprof")
    (etat,) = [facet for facet in facets(with_findings(*said).record) if facet.name == "etat"]
    assert [choice.slug for choice in etat.choices if "mesure-sept" in choice.measures] == ["engagee"]


def test_a_filter_with_one_choice_is_not_offered():
    """It would show what the whole table shows."""
    ledger = loaded_ledger(("forms: [sexual, labour]", "forms: [all]")).record
    assert "forme" not in [facet.name for facet in facets(ledger)]
    assert "forme" in [facet.name for facet in facets(loaded_ledger().record)]


def test_choices_have_addresses_that_no_translation_changes():
    """French words in ASCII, under the table."""
    (forme,) = [facet for facet in facets(loaded_ledger().record) if facet.name == "forme"]
    assert [(c.slug, c.address, sorted(c.measures)) for c in forme.choices] == [
        ("toutes", "plan/mesures/filtre/forme-toutes/", ["mesure-sept"]),
        ("sexuelle", "plan/mesures/filtre/forme-sexuelle/", ["contenu-un"]),
        ("travail", "plan/mesures/filtre/forme-travail/", ["contenu-un"]),
    ]


def test_every_closed_value_has_its_own_word_in_addresses():
    """None is missing, none is shared."""
    assert set(ALL_PROGRESS) <= set(SLUGS)
    assert len(set(SLUGS.values())) == len(SLUGS)


def test_a_lead_is_a_filter_only_once_read_in_the_plan():
    """« Unknown » and « not stated » name nobody."""
    ledger = with_findings(finding("constat-a", "2021", "miprof")).record
    assert "pilote" not in [facet.name for facet in facets(ledger)]
    leads = ("Ministère de l’Intérieur", "Miprof")
    read = [
        m.model_copy(update={"plan_says": PlanSaysOf(**{**m.plan_says.values, "lead": lead}, page=1)})
        for m, lead in zip(ledger.measures, leads, strict=True)
    ]
    ledger = ledger.model_copy(update={"measures": tuple(read)})
    (pilote,) = [facet for facet in facets(ledger) if facet.name == "pilote"]
    assert [(c.slug, c.words, c.is_text) for c in pilote.choices] == [
        ("ministere-de-l-interieur", "Ministère de l’Intérieur", True),
        ("miprof", "Miprof", True),
    ]

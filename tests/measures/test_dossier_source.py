"""What the summary and the dossier hold, before they are drawn: texts, voices, tallies, differences, sources."""

import datetime
import re

import pytest
from dossier_states import french, full_ledger, small_states, sources_of, states_of
from small_ledger import CLAIM_GONE, REPLY_GONE, finding, loaded_ledger, with_findings

from vigie.measures.dossier.chapters import chapters
from vigie.measures.dossier.cited import cited
from vigie.measures.dossier.opening import opening
from vigie.measures.dossier.telling import Telling
from vigie.measures.dossier.typst_data import code


def _telling(state):
    numbers = {source.id: n for n, source in enumerate(cited(state), start=1)}
    return Telling(french(), numbers, state.edition.established_on)


def _opening(state, *, draft=True, site_url=None):
    return opening(state, _telling(state), draft=draft, site_url=site_url)


def _chapters(state):
    return chapters(state, _telling(state))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('a "b" \\ #c [d] *e* @f', '"a \\"b\\" \\\\ #c [d] *e* @f"'),
        ("un\n  deux\u00a0: trois", '"un deux\u00a0: trois"'),
        ("a\u202eb\u2066c\u200fd", '"abcd"'),
        (None, "none"),
        (True, "true"),
        (12, "12"),
        ([], "()"),
        (["a"], '("a",)'),
        ({}, "(:)"),
        ({"a-b": [1, None]}, '("a-b": (1, none,),)'),
    ],
)
def test_values_become_code_in_which_no_text_can_run(value, written):
    """Texts are string literals, spaces are those that HTML shows, nothing turns a line around."""
    assert code(value) == written


def test_a_withdrawn_finding_leaves_a_tombstone():
    """Of a text that was withdrawn, its date, its voice, why and when it went: no answer, no demand."""
    (state,) = small_states()
    first = _chapters(state)["measures"][0]
    (gone,) = first["vague"]["findings"]
    assert gone["said"] == "Le collectif, 2021"
    assert gone["text"] == "Texte retiré pour la vie privée d’une personne (11 février 2021)"
    assert (gone["answers"], gone["more"], gone["notes"], gone["refs"]) == ([], [], [], [])


def test_a_withdrawn_claim_or_reply_leaves_a_tombstone_too():
    """In the summary and the dossier; sources that only they cited are in no list."""
    (state,) = small_states(CLAIM_GONE, REPLY_GONE)
    (claim,) = _opening(state)["claims"]["voices"][0]["said"]
    assert claim == {
        "said": "Miprof, février 2020",
        "text": "Texte retiré pour une raison légale (6 mai 2022)",
        "refs": [],
    }
    (found,) = _chapters(state)["measures"][0]["voices"][1]["findings"]
    (reply,) = found["replies"]
    assert (reply["said"], reply["refs"]) == ("Réponse · Gouvernement, octobre 2020", [])
    assert reply["text"] == "Texte retiré pour la sécurité d’une personne (7 mai 2022)"
    assert "source-reunion" not in [source.id for source in cited(state)]
    drawn = "".join(sources_of(state).values())
    assert "Une parole fictive" not in drawn
    assert "Une réponse fictive" not in drawn


def test_a_reply_of_vague_date_is_apart_and_names_what_it_answers():
    """With its own sources; its finding stands without it."""
    (state,) = small_states(("{date: 2020-10, added_on: 2020-10-20", "{date: 2021, added_on: 2021-02-01"))
    first = _chapters(state)["measures"][0]
    assert first["voices"][1]["findings"][0]["replies"] == []
    reply = first["vague"]["findings"][-1]
    assert (reply["said"], reply["text"]) == ("Réponse · Gouvernement, 2021", "Une réponse fictive.")
    assert reply["notes"] == ["En réponse à : CNCDH, 14 juillet 2020"]
    assert [cited(state)[n - 1].id for n in reply["refs"]] == ["source-reunion"]
    assert "Une réponse fictive." in sources_of(state)["dossier"]


def test_a_correction_and_what_it_corrects_are_both_there():
    """Each says so of the other; the reason is given."""
    (state,) = small_states()
    voices = _chapters(state)["measures"][0]["voices"]
    (corrected,), (corrects,) = voices[0]["findings"], voices[2]["findings"]
    assert corrected["notes"] == ["Corrigé par : Associations membres, septembre 2020"]
    assert corrects["more"] == [("Corrige un constat précédent. Raison :", "Le mois était faux")]


def test_a_reply_stands_in_the_finding_it_answers():
    """With its date, its voice and its own sources."""
    (state,) = small_states()
    (found,) = _chapters(state)["measures"][0]["voices"][1]["findings"]
    (reply,) = found["replies"]
    assert (reply["said"], reply["text"]) == ("Réponse · Gouvernement, octobre 2020", "Une réponse fictive.")
    assert [cited(state)[n - 1].id for n in reply["refs"]] == ["source-reunion"]
    assert found["answers"] == ("Aucune information publique trouvée au 13 juillet 2020", "Suffisance non déterminée")
    assert found["more"] == [("Lieux de la recherche :", "Journal imaginaire"), ("Demande", "Que l’on publie.")]


def test_what_the_associations_say_is_signed_or_a_draft():
    """« Projet, non validé » until somebody has signed; others sign nothing."""
    (state,) = small_states(("validated: {on: 2020-10-02, by: Bureau imaginaire}", "validated: null"))
    voices = _chapters(state)["measures"][0]["voices"]
    assert voices[2]["findings"][0]["notes"][-1] == "Projet, non validé"
    assert voices[1]["findings"][0]["notes"] == []
    (signed,) = small_states()
    notes = _chapters(signed)["measures"][0]["voices"][2]["findings"][0]["notes"]
    assert notes[-1] == "Validé le 2 octobre 2020 par : Bureau imaginaire"


def test_figures_keep_their_qualifier_their_unit_and_who_answered():
    """A value whose source has no date is apart, its limits beside it; « provisional » and the part counted are said."""
    (state,) = small_states()
    first = _chapters(state)["measures"][0]
    (sure,), (vague,) = first["indicators"][0]["rows"], first["vague"]["indicators"][0]["rows"]
    assert (sure["figure"], sure["respondents"], sure["published"]) == ("environ 31 pour cent", "44", "février 2021")
    assert sure["notes"] == ["selon le sexe : women", "provisoire"]
    assert (vague["figure"], vague["published"]) == ("37,5 pour cent", "date non établie")
    assert first["indicators"][0]["limits"] == first["vague"]["indicators"][0]["limits"] == "Les limites de ce repère."
    assert first["indicators"][0]["origin"] == "Repère proposé par le site, non validé"


def test_series_say_across_what_nothing_is_compared():
    """The breaks, with what changed; the limits."""
    (state,) = small_states()
    (series,) = _chapters(state)["series"]
    assert series["breaks"] == ["Rupture entre 2018 et 2019, à ne pas comparer : Le questionnaire imaginaire a changé"]
    assert [row["figure"] for row in series["rows"]] == [
        "100 personnes imaginaires",
        "plus de 150 personnes imaginaires",
    ]


def test_a_measure_has_its_number_and_a_content_none():
    """« Contenu du plan », or the number and the official title, which may not be known."""
    (state,) = small_states()
    first, second = _chapters(state)["measures"]
    assert (first["kind"], first["official"]) == ("Contenu du plan", None)
    assert (second["kind"], second["official"]) == ("Mesure 7 du plan", "intitulé officiel non établi")
    assert second["voices"][0]["none"] == "Ce que dit l’État : aucun constat noté à cette date."


def test_each_source_has_one_number_in_the_order_of_the_text():
    """Those of the whole plan first; every number leads to an entry; no source that nothing cites."""
    (state,) = small_states()
    assert [source.id for source in cited(state)] == [
        "source-etat", "source-asso", "source-rapport", "source-reunion", "source-dataset",
    ]  # fmt: skip
    dossier = sources_of(state)["dossier"]
    assert (
        '"publisher": "Association imaginaire", "title": "Communiqué fictif", "lang": "fr", "date": "2020", "url": none'
        in dossier
    )
    assert '"date": "sans date", "url": "https://presse.example/a?b=1"' in dossier


def test_what_only_a_withdrawn_text_cited_is_in_no_list():
    """Its source would lead to what was withdrawn."""
    hidden = "{title: Caché, publisher: Presse imaginaire, date: null, url: null, archive_url: null, accessed: null, kind: press, language: fr}"
    (state,) = small_states(
        ("statement: null\n        demand: null\n        sources: [source-asso]",
         "statement: null\n        demand: null\n        sources: [source-cachee]"),
        ("  source-reunion: {", f"  source-cachee: {hidden}\n  source-reunion: {{"),
    )  # fmt: skip
    assert "source-cachee" not in [source.id for source in cited(state)]
    assert "Caché" not in sources_of(state)["dossier"]


def test_tallies_have_one_whole_and_end_with_what_was_not_said():
    """Contents and measures apart, each voice on all of a kind: no share, no score."""
    (state,) = small_states()
    lines = _opening(state)["tallies"]["lines"]
    assert [(line["counts"], line["whole"]) for line in lines] == [
        ("Pas encore examinée : 1", "(sur 1 contenus repérés)"),
        ("Aucune information publique : 1", "(sur 1 contenus repérés)"),
        ("Réalisée en partie : 1", "(sur 1 contenus repérés)"),
        *[("Pas encore examinée : 1", "(sur 1 mesures lues dans le plan)")] * 3,
    ]
    counts = full_ledger(6, 4, 0)
    (_first, second) = states_of(counts)
    lines = [line["counts"] for line in _opening(second)["tallies"]["lines"]]
    assert all(sum(map(int, re.findall(r"\d+", line))) == 6 for line in lines)
    assert all("Pas encore examinée" not in line.rpartition(" · ")[0] for line in lines)


def test_a_difference_needs_two_answers():
    """None when one voice alone has answered; with two, their answers with dates and sources, or that they agree."""
    (state,) = small_states()
    assert _opening(state)["gaps"]["none"].startswith("Aucune réponse classée ne diffère")

    def gaps(answer):
        loaded = with_findings(
            finding("a", "2020-05", "miprof", progress="engaged"),
            finding("b", "2020-06", "collectif", progress=answer),
            edits=(
                ("date: 2020-04-07", "date: 2021-06-30"),
                ("established_on: 2020-09-30", "established_on: 2022-12-31"),
            ),
        )
        (found,) = states_of(loaded.record)
        return _opening(found)["gaps"]

    (gap,) = gaps("not_started")["found"]
    assert (gap["label"], gap["question"]) == ("Septième mesure", "Où en est-on ?")
    assert [(a["said"], a["answer"], len(a["refs"])) for a in gap["answers"]] == [
        ("Miprof, mai 2020", "Engagée, selon : Miprof", 1),
        ("Le collectif, juin 2020", "Pas commencée", 1),
    ]
    agreed = gaps("engaged")
    assert agreed["found"] == []
    assert agreed["none"].startswith(
        "Contenus sur lesquels deux voix ont une réponse comparable à la même question : 1."
    )


def test_changes_are_told_from_the_state_before():
    """Counts, then who spoke of what and when; the first state has none before it."""
    meeting = (
        "  deadlines:\n",
        "    - {id: reunion-deux, date: 2020-08-01, title: Deux, kind: committee, "
        "edition: {established_on: 2020-09-30}, sources: [source-reunion]}\n  deadlines:\n",
    )
    first, second = states_of(loaded_ledger(meeting).record)
    assert _opening(first)["changes"]["counts"] == "C’est le premier état du tableau : il n’y en a pas d’avant."
    changes = _opening(second)["changes"]
    assert changes["title"] == "Ce qui a été ajouté depuis l’état du 7 avril 2020"
    assert changes["counts"] == "Déclarations sur le plan : 0. Constats : 2. Chiffres : 0."
    assert changes["found"] == [
        {
            "label": "Premier contenu",
            "entries": [
                {"said": "Ministère, mai 2020", "answer": "Engagée, selon : Ministère"},
                {
                    "said": "CNCDH, 14 juillet 2020",
                    "answer": "Aucune information publique trouvée au 13 juillet 2020, Suffisance non déterminée",
                },
            ],
        }
    ]


def test_claims_too_vague_are_counted_apart():
    """« 2020 » may be after the day: it stands in no column."""
    (state,) = states_of(loaded_ledger().record)
    found = _opening(state)
    assert [len(voice["said"]) for voice in found["claims"]["voices"]] == [1, 0, 0]
    assert [claim["text"] for claim in found["vague"]["said"]] == ["Une seconde parole fictive."]


def test_the_first_page_says_how_far_to_trust_it():
    """Draft, reconstituted, plan not read; none of them when it is not so."""
    (state,) = small_states()
    found = _opening(state)
    assert found["title"] == "État du tableau au 30 juin 2021"
    assert found["draft"] == "Maquette, non validée par le collectif"
    assert found["established"].startswith("Reconstitué le 31 décembre 2022")
    assert found["running"] == "État du tableau au 30 juin 2021 (reconstitué le 31 décembre 2022)"
    assert found["dates"].startswith("La date est celle où la voix a parlé, quand la source la donne")
    assert "n’avait pas lu le texte officiel du plan" in found["read"]
    (other,) = states_of(
        loaded_ledger(
            ("text_read: null", "text_read: 2020-03-01"), ("established_on: 2020-09-30", "established_on: 2020-04-07")
        ).record
    )
    found = _opening(other, draft=False)
    assert (found["draft"], found["established"]) == (None, None)
    assert found["running"] == found["title"] == "État du tableau au 7 avril 2020"
    assert found["read"] == "Texte officiel du plan lu par ce site le 1er mars 2020."


@pytest.mark.parametrize(
    ("site_url", "address"),
    [(None, "plan/etats/2021-06-30/"), ("https://site.example/", "https://site.example/plan/etats/2021-06-30/")],
)
def test_it_is_cited_by_the_address_of_the_state(site_url, address):
    """Whole once the site has one; else the end that will not change, and that the rest will come."""
    (state,) = small_states()
    cite = _opening(state, site_url=site_url)["cite"]
    assert cite["address"] == address
    assert "état au 30 juin 2021 (reconstitué le 31 décembre 2022)" in cite["words"]
    assert (cite["note"] == "") is (site_url is not None)


def test_nothing_depends_on_the_day_of_the_build():
    """The same state built years apart has the same source."""
    ledger = loaded_ledger().record
    (now,), (later,) = states_of(ledger), states_of(ledger, datetime.date(2031, 5, 6))
    assert sources_of(now) == sources_of(later)

"""The pages of the plan, rendered with the small fictional ledger: with nothing to show, then with everything."""

import dataclasses
import datetime
import re
from typing import get_args

import pytest
from small_ledger import TODAY, finding, loaded_ledger, with_deadline, with_findings

from vigie.load_build import load_build
from vigie.measures import vocabulary as v
from vigie.measures.across import DEADLINE_STATES
from vigie.render import Renderer
from vigie.site.pages import all_pages

PLAN_PAGES = (
    "plan/", "plan/analyse/", "plan/differences/", "plan/dernieres-informations/", "plan/ce-que-precise-le-plan/",
    "plan/calendrier/", "plan/etats/", "plan/chiffres/", "plan/methode/",
)  # fmt: skip


@pytest.fixture(scope="module")
def project(project_root):
    build, _problems = load_build(project_root, TODAY)
    return build


@pytest.fixture(scope="module")
def html_of(project):
    """The inner HTML of a page of the real project, with another ledger."""

    def html(address, ledger=None, lang="fr"):
        build = dataclasses.replace(project, ledger=ledger) if ledger else project
        index = all_pages(build)
        return str(Renderer(build, index).fragment(index.get(lang, address)))

    return html


def _words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).replace("\u202f", " ").replace("\xa0", " ")


def _cut(words, start, end):
    """What stands between two texts that are both there."""
    assert start in words
    after = words[words.index(start) :]
    assert end in after
    return after[: after.index(end)]


ASSESSED_TWICE = (
    finding("etat-dit", "2021-03", "miprof", progress="engaged", sufficiency="sufficient"),
    finding("asso-dit", "2021-05", "collectif", progress="not_started", sufficiency="adverse"),
)


def test_without_two_assessments_the_page_says_plainly_why(html_of):
    """Nothing is compared; how many answers each voice gave is counted, and agreement is not claimed."""
    words = _words(html_of("plan/differences/", loaded_ledger()))
    assert "Aucune réponse classée ne diffère aujourd’hui" in words
    assert "sans deux réponses comparables à la même question" in words
    assert "L’État : 0 sur 2" in words
    assert "Associations : 1 sur 2" in words
    assert "ne dit pas que les voix sont d’accord" in words


def test_voices_without_two_assessments_are_shown_as_such(html_of):
    """The latest text of each voice that spoke, linked; never under the differences."""
    html = html_of("plan/differences/", loaded_ledger())
    heard = _cut(html, 'id="entendues"', "Dernier ajout au registre")
    assert "L’instance imaginaire n’a rien trouvé." in heard
    assert "Une association imaginaire a vu une partie du travail." in heard
    assert 'href="../mesures/contenu-un/#constat-trois"' in heard
    assert "Septième mesure" not in heard


def test_a_text_that_says_nothing_of_progress_is_heard(html_of):
    """Two voices spoke, none answered: both texts are shown, and no status is."""
    said = [finding(f"dit-{by}", "2021", by, progress="not_assessed") for by in ("miprof", "collectif")]
    heard = _cut(
        html_of("plan/differences/", with_findings(*said)), 'id="voix-de-mesure-sept"', "Dernier ajout au registre"
    )
    assert "Texte de dit-miprof." in heard
    assert "Texte de dit-collectif." in heard
    assert "Pas encore examinée" not in heard


def test_answers_that_differ_stand_in_the_printed_order_of_the_scale(html_of):
    """« Pas commencée » before « Engagée », although the State is the first voice; each question for itself."""
    html = html_of("plan/differences/", with_findings(*ASSESSED_TWICE))
    shown = _words(_cut(html, 'id="ecart-mesure-sept"', 'class="scale"'))
    assert _cut(shown, "Où en est-on ?", "Est-ce suffisant ?").index("Pas commencée") < shown.index(
        "Engagée, selon : Miprof"
    )
    assert shown.index("Jugée contraire au but") < shown.index("Jugée suffisante")
    assert 'href="../mesures/mesure-sept/#etat-dit"' in html
    assert "Aucune réponse classée ne diffère" not in _words(html)
    assert 'id="voix-de-mesure-sept"' not in html


@pytest.mark.parametrize(("validated", "draft"), [("null", True), ("{on: 2022-02-01, by: Bureau}", False)])
def test_what_is_said_for_the_associations_is_a_draft_until_signed(html_of, validated, draft):
    """On this page too, beside the answer and never beside that of the State."""
    said = [
        finding("etat-dit", "2021", "miprof", progress="engaged"),
        finding("asso-dit", "2021", "collectif", progress="not_started", validated=validated),
    ]
    shown = _cut(html_of("plan/differences/", with_findings(*said)), 'id="ecart-mesure-sept"', 'class="scale"')
    assert _words(shown).count("Projet, non validé") == draft
    assert ("Projet, non validé" in _words(shown.split("Texte de asso-dit.")[1])) is draft


def test_two_voices_that_agree_do_not_differ(html_of):
    """Nor are they shown as without two assessments."""
    same = [finding(f"dit-{by}", "2021", by, progress="done") for by in ("miprof", "collectif")]
    html = html_of("plan/differences/", with_findings(*same))
    assert "Aucune réponse classée ne diffère" in _words(html)
    assert "mesures/mesure-sept/" not in html


def test_silence_is_counted_only_up_to_a_recorded_search(html_of):
    """Without search nothing is counted; a search before the last text counts nothing either."""
    words = _words(html_of("plan/dernieres-informations/", loaded_ledger()))
    assert "Aucune recherche notée : on ne compte pas" in _cut(words, "Septième mesure", "Premier contenu")
    assert "la dernière recherche n’est pas postérieure au dernier constat noté" in words
    searched = finding(
        "rien", "2021-07-01", "cncdh", progress="no_information", searched="{date: 2021-06-11, where: Là}"
    )
    words = _words(
        html_of("plan/dernieres-informations/", with_findings(finding("dit", "2021-01-10", "miprof"), searched))
    )
    row = words[words.index("Septième mesure") :]
    assert "10 janvier 2021 Miprof" in row
    assert "5, jusqu’à la recherche du 11 juin 2021" in row
    assert "Aucune recherche notée : on ne compte pas" not in words


def test_an_unread_plan_has_no_matrix(html_of):
    """No « non » that nobody has read, nor a hundred times « pas encore lu »."""
    html = html_of("plan/ce-que-precise-le-plan/", loaded_ledger())
    assert "<table" not in html
    assert "Le texte officiel n’a pas encore été lu" in html
    assert all(word in html for word in ("Pilote", "Partenaires", "Échéance", "Moyens", "Indicateurs", "Cible"))


def test_once_read_three_answers_are_told_apart_in_words_and_sign(html_of):
    """Stated with the plan's own text, not stated, not read yet; and how many of six, without average."""
    read = loaded_ledger(
        ("text_read: null", "text_read: 2021-12-01"),
        (
            "{lead: unknown, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null} # sept",
            "{lead: Bureau imaginaire, partners: not_stated, deadline: unknown, budget: not_stated, indicators: Deux, target: unknown, page: 3}",
        ),
    )
    words = _words(html_of("plan/ce-que-precise-le-plan/", read))
    row = _cut(words, "Septième mesure", "Ce que d’autres en disent")
    assert "● Précisé Bureau imaginaire" in row
    assert "Partenaires ○ Non précisé par le plan" in row
    assert "Échéance ? Pas encore lu" in row
    assert "2 sur 6" in row
    assert "Texte officiel lu le 1er décembre 2021" in words


def test_deadlines_say_who_announced_them_and_where_one_has_looked(html_of):
    """With the search when there is one; never « en retard »."""
    words = _words(html_of("plan/calendrier/", loaded_ledger()))
    assert "Date passée, rien trouvé" in words
    assert "Annoncé par : Gouvernement" in words
    assert "Recherche du 1er septembre 2021 : Sites fictifs" in words
    words = _words(html_of("plan/calendrier/", with_deadline("2021-06")))
    assert "Date passée ; aucune recherche notée" in words
    assert "en retard" not in words
    words = _words(html_of("plan/calendrier/", with_deadline("2026")))
    listed = _cut(words, "Les dates annoncées", "Ces dates, à ajouter")
    assert "Date annoncée trop vague pour dire si elle est passée ; aucune recherche notée" in listed
    assert "en cours" not in listed
    assert "À venir" not in listed


def test_a_deadline_without_a_known_author_says_so(html_of):
    """Known from somebody else's letter, or announced by no voice of the ledger: nobody is named."""
    words = _words(html_of("plan/calendrier/", loaded_ledger(("announced_by: government", "announced_by: null"))))
    said = "Annoncé par : auteur de l’annonce non établi, ou hors des voix du registre : voir les sources"
    assert words.count("Annoncé par") == words.count(said) == 1


def test_meetings_lead_to_the_state_of_the_table_on_that_day(html_of):
    """When there is one; the calendar's file is beside the dates."""
    html = html_of("plan/calendrier/", loaded_ledger())
    assert 'href="../etats/2020-04-07/"' in html
    assert "L’état du tableau à cette date (reconstitué le 30 septembre 2020)" in _words(html)
    on_the_day = loaded_ledger(("established_on: 2020-09-30", "established_on: 2020-04-07"))
    assert "reconstitué le" not in _words(html_of("plan/calendrier/", on_the_day))
    assert 'href="../donnees/calendrier.ics"' in html
    without = loaded_ledger(("edition: {established_on: 2020-09-30}", "edition: null"))
    assert "etats/2020-04-07/" not in html_of("plan/calendrier/", without)
    assert "Aucun état n’est établi" in html_of("plan/etats/", without)


def test_a_state_is_told_in_numbers(html_of):
    """What it has that the one before had not, and what stayed out because its date is too vague."""
    words = _words(html_of("plan/etats/", loaded_ledger()))
    assert "État du tableau au 7 avril 2020" in words
    assert "reconstitué le 30 septembre 2020" in words
    assert "Premier état : tout ce qui était noté" in words
    assert "déclarations sur le plan : 1" in words
    assert "Gardés à part, car leur date est trop vague : 1" in words


TWO_POINTS = (
    ("value: 150", "value: 1500"),
    ("respondents: null\n        breakdown: {by: age, key: minors}", "respondents: 12\n        breakdown: null"),
    (
        "    breaks:\n      - {between: [\"2018\", \"2019\"], why: Le questionnaire imaginaire a changé}",
        "      - {id: point-trois, period: \"2019\", value: 40, qualifier: exact, respondents: null, "
        "breakdown: {by: sex, key: femmes}, state: final, sources: [source-dataset], date: 2020, added_on: 2020-05-01}\n"
        "    breaks:\n      - {between: [\"2018\", \"2019\"], why: Le questionnaire imaginaire a changé}",
    ),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_series_has_its_picture_and_a_table_that_says_as_much(html_of, lang):
    """Numbers, answers, qualifier and break are in the table and beside it; the picture has a name and no foreign tag."""
    html = html_of("plan/chiffres/", loaded_ledger(*TWO_POINTS), lang)
    (drawing,) = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert re.search(r'role="img" aria-label="[^"]+"', drawing)
    assert "<bdi" not in drawing, "no browser draws it there"
    assert len(re.findall(r"<circle", drawing)) == len(re.findall(r"<polygon", drawing)) == 1
    assert 'class="line"' not in drawing
    assert len(re.findall(r'class="cut"', drawing)) == 1
    assert ">40<" not in drawing
    table = html[html.index("</svg>") :]
    assert all(value in table for value in ("100", "12", "40", "femmes"))
    assert re.search(r">(?:1\u202f500|1,500)</text>", drawing), "one text, which no isolation cut"
    assert table.count("<caption>") == 2
    assert "Le questionnaire imaginaire a changé" in table
    assert "serie-une" in html


def test_a_series_without_picture_keeps_its_table(html_of):
    """One whole figure and a part: two tables, no drawing."""
    html = html_of("plan/chiffres/", loaded_ledger())
    assert "<svg" not in html
    assert html.count("<caption>") == 2


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_method_prints_every_word_of_the_closed_lists(html_of, project, lang):
    """With its rule: the page is made from the lists that the check uses."""
    html, t = html_of("plan/methode/", lang=lang), project.interfaces[lang]
    words = _words(html)

    def said(key):
        return re.sub(r"\s+", " ", t(key)).replace("\u202f", " ").replace("\xa0", " ")

    for progress in v.ALL_PROGRESS:
        assert f'id="mot-{progress}"' in html
        assert said(f"filter_progress_{progress}") in words
        assert said(f"rule_progress_{progress}")[:40] in words
    for prefix, values in (
        ("sufficiency_", get_args(v.Sufficiency)),
        ("rule_sufficiency_", get_args(v.Sufficiency)),
        ("rule_counted_", get_args(v.CountedAs)),
        ("rule_qualifier_", get_args(v.Qualifier)),
        ("rule_deadline_", DEADLINE_STATES),
    ):
        assert [x for x in values if said(prefix + x)[:30] not in words] == [], prefix
    assert [voice for voice in v.SIDES if t(f"voice_{voice}").split(" (")[0] not in words] == []


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_each_page_of_the_plan_says_how_far_its_information_goes(html_of, project, lang):
    """The last addition to the ledger, in words; other pages have no ledger and no such line."""
    day = project.ledger_views[lang].ledger.as_of
    assert day <= datetime.date(2026, 11, 22)
    line = project.interfaces[lang]("updated_until", date="").rstrip()
    for address in PLAN_PAGES:
        assert html_of(address, lang=lang).count(line) == 1, address
    assert line not in html_of("infos/droits/", lang=lang)

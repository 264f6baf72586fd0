"""What readers see of a record and of a state of the table, on the small fictional ledger."""

import re

import pytest
from small_site import EDITS, pages, plain

from vigie import render
from vigie.measures.ledger_file import LedgerFile

HERITED = """\
  - id: mesure-huit
    kind: measure
    added_on: 2022-02-01
    number: 8
    title: null
    label: Huitième mesure
    plain: Une mesure fictive, numérotée huit.
    sources: [source-rapport]
    axis: null
    forms: [all]
    audiences: [everyone]
    plan_says: {lead: unknown, partners: unknown, deadline: unknown, budget: unknown, indicators: unknown, target: unknown, page: null}
    verifiable: {value: full, why: Tout se compte}
    indicators: []
    findings: []
    former_ids: [contenu-un]
"""


@pytest.fixture(scope="module")
def fragment(tmp_path_factory):
    file = LedgerFile("plan/etats/2020-04-07/etat.json", b"{}", "data_state", "application/json", state="2020-04-07")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "ledger_files", lambda build: (file,))
        yield pages(tmp_path_factory.mktemp("site"), *EDITS)


def _section(html, id_):
    """What follows the heading ``id_``, up to the next heading of its level or above."""
    level = re.search(rf'<h(\d) id="{id_}"', html).group(1)
    return re.split(rf"<h[1-{level}][ >]", html.split(f'id="{id_}">', 1)[1])[0]


RECORD, OTHER, STATE = "plan/mesures/contenu-un/", "plan/mesures/mesure-sept/", "plan/etats/2020-04-07/"


def test_a_record_leads_at_its_top_to_what_was_said_then(fragment):
    """The journalist's path: the days of the states, before the first section, the most recent first."""
    top = fragment(OTHER).split('id="en-clair"')[0]
    assert re.findall(r'href="#(etat-[\d-]+)"', top) == ["etat-2021-06-01", "etat-2020-04-07"]


def test_a_state_of_a_record_shows_the_three_voices_as_they_stood(fragment):
    """The last answer and the texts of each voice by that day, « rien de noté » for the others, vague dates apart."""
    then = _section(fragment(OTHER), "etat-2020-04-07")
    assert "reconstitué le 30 septembre 2020" in then
    voices, vague = then.split('class="uncertain"')
    state, independent, associations = voices.split("<dt>")[1:]
    assert "Engagée, selon" in state
    assert 'href="#dit-etat"' in state
    assert "rien de noté" in independent
    assert "rien de noté" in associations
    assert 'href="#dit-membres"' in vague
    later = _section(fragment(OTHER), "etat-2021-06-01")
    assert 'class="uncertain"' not in later
    assert 'href="#dit-greta"' in later


def test_each_state_has_its_line_to_cite(fragment):
    """With the anchor, in the reader's language; another one for today."""
    for lang, prefix in (("fr", ""), ("ar", "ar/")):
        html = fragment(OTHER, lang)
        cited = re.findall(r'<p class="cite">.*?<span dir="ltr">(.*?)</span>', html, re.DOTALL)
        base = f"{prefix}plan/mesures/mesure-sept/"
        assert cited == [f"{base}#etat-2021-06-01", f"{base}#etat-2020-04-07", base]


def test_a_correction_is_linked_both_ways(fragment):
    """The corrected one stays readable and names the one that corrects it; the other says why."""
    html = fragment(RECORD)
    corrected = html.split('id="constat-un"')[1].split("</article>")[0]
    correcting = html.split('id="constat-trois"')[1].split("</article>")[0]
    assert 'href="#constat-trois"' in corrected
    assert "Le ministère imaginaire dit avoir commencé." in corrected
    assert 'href="#constat-un"' in correcting
    assert "Le mois était faux" in correcting


def test_a_withdrawn_text_leaves_a_place_and_nothing_else(fragment):
    """Its ground and its day; neither its sources nor its signature."""
    gone = fragment(RECORD).split('id="constat-quatre"')[1].split("</article>")[0]
    assert "vie privée d’une personne, le 11 février 2021" in gone
    assert "Communiqué fictif" not in gone
    assert "sources" not in gone


GONE_ADDRESSES = ("plan/mesures/contenu-un/", "plan/etats/2020-04-07/", "plan/etats/2021-06-01/")
TO_GO = ("Une parole fictive sur le plan entier.", "Une réponse fictive.")


def test_a_reply_stands_beside_what_it_answers(fragment):
    """Its voice, its date, its sources."""
    answered = fragment(RECORD).split('id="constat-deux"')[1].split("</article>")[0]
    reply = plain(answered.split('class="reply"')[1])
    assert "Réponse · Gouvernement, octobre 2020" in reply
    assert "Une réponse fictive." in reply
    assert "Annonce" in reply


def test_a_difference_names_both_answers(fragment):
    """« Les voix diffèrent » with each voice's last answer and a link to it; nothing where nobody differs."""
    assert "Les voix diffèrent" not in fragment(RECORD)
    found = fragment(OTHER).split('class="gap"')[1].split("</div>")[0]
    assert re.findall(r'href="#([\w-]+)"', found) == ["dit-etat", "dit-greta", "dit-membres"]
    assert "Où en est-on" in found


def test_silence_is_counted_only_up_to_a_search(fragment):
    """Without a recorded search no month is counted, and the page says why."""
    assert "Aucune recherche notée" in _section(fragment(OTHER), "dernieres-informations")
    searched = _section(fragment(RECORD), "dernieres-informations")
    assert "13 juillet 2020" in searched
    assert "Journal imaginaire" in searched


def test_the_unread_plan_is_told_once(fragment):
    """Six questions wait for the reading; « pas encore lu » is not written six times."""
    said = _section(fragment(RECORD), "plan-precise")
    assert said.count("Pas encore lu") == 1
    assert said.count("<li>") == 6


def test_a_figure_never_travels_alone(fragment):
    """What is not known is « pas établi », never 0 nor an empty cell; yes and no are words; a rate says its base."""
    html = fragment(RECORD)
    shown = plain(html.split('id="repere-un"')[1].split('id="etats"')[0])
    assert "Repère proposé par le site, non validé" in shown
    assert "environ 31 pour cent" in shown
    assert "Valeur oui" in shown
    assert "Sur combien de réponses 44" in shown
    assert "provisoire" in shown
    assert "publié : février 2021" in shown
    assert "Valeur de départ pas établi" in shown
    assert "fixée par" in shown
    assert "Les limites de ce repère." in shown
    assert "Répartitions attendues et non trouvées" in shown
    assert re.findall(r"<(td|dd)>\s*</\1>", html) == []
    assert "oui" not in plain(fragment(RECORD, "ar").split('id="repere-un"')[1].split('id="etats"')[0])


def test_in_arabic_the_picture_keeps_all_its_marks(fragment):
    """Each shape is closed: a browser would put what follows an open one inside it, and draw nothing."""
    drawings = [fragment(OTHER, lang).split("<svg", 1)[1].split("<figcaption")[0] for lang in ("fr", "ar")]
    for drawing in drawings:
        assert "/>" not in drawing
        for tag in ("line", "rect", "path", "text"):
            assert len(re.findall(f"<{tag}[ >]", drawing)) == drawing.count(f"</{tag}>") > 0
    french, arabic = (re.findall(r"<(\w+)", drawing) for drawing in drawings)
    assert french == arabic


def test_a_state_shows_the_table_the_claims_the_files_and_its_neighbours(fragment):
    """Rows lead to the record as it stood that day; what came later is not there."""
    html = fragment(STATE)
    assert "#etat-2020-04-07" in _section(html, "tableau")
    assert "Une parole fictive sur le plan entier." in html
    assert "Une seconde parole fictive." not in html
    assert 'href="etat.json"' in html
    assert "État suivant\u00a0: 1er juin 2021" in html
    assert "État précédent" not in html
    assert "etat.json" not in fragment("plan/etats/2021-06-01/")


def test_the_tallies_of_a_state_have_one_denominator(fragment):
    """Each column sums to the number that the caption gives, contents and measures apart."""
    for table in re.findall(r"<table class=\"figures tally\">.*?</table>", fragment(STATE), re.DOTALL):
        total = int(re.search(r"(\d+) en tout", table).group(1))
        rows = [re.findall(r"</span> <span>(\d+)</span>", row) for row in table.split("<tr>")[2:]]
        assert [sum(int(row[side]) for row in rows) for side in range(3)] == [total] * 3


def test_a_state_tells_what_is_new_and_what_is_uncertain(fragment):
    """New since the state before; vague dates apart, counted nowhere."""
    later = fragment("plan/etats/2021-06-01/")
    new = later.split("Nouveau depuis le 7 avril 2020")[1].split('id="fichiers"')[0].split('id="citer"')[0]
    assert "mesure-sept/#dit-greta" in new
    assert "mesure-sept/#dit-etat" not in new
    assert "premier état" in fragment(STATE)
    vague = fragment(STATE).split('id="incertain"')[1]
    assert "mesure-sept/#dit-membres" in vague


def test_a_content_that_became_a_measure_keeps_its_page_and_leads_to_it(tmp_path):
    """Its findings are shown by the measure too, with where they were noted; its states stay on its own page."""
    fragment = pages(tmp_path, *EDITS, ("series:\n", f"{HERITED}series:\n"))
    archived, heir = fragment(RECORD), fragment("plan/mesures/mesure-huit/")
    assert 'href="../mesure-huit/"' in archived.split('id="en-clair"')[0]
    assert 'id="etat-2020-04-07"' in archived
    inherited = plain(heir.split('id="constat-deux"')[1].split("</article>")[0])
    assert "avant la lecture du plan, sous le contenu : Premier contenu" in inherited
    assert 'id="etats"' not in heir

"""The feed of the additions and the calendar, read back by programs that are not ours."""

import datetime
import json

import feedparser
import icalendar
from data_build import data_files, real_build, replaced, with_ledger
from small_ledger import CLAIM_GONE, REPLY_GONE, finding, loaded_ledger, with_findings

from vigie.measures.open_data.agenda import agenda
from vigie.measures.open_data.atom import atom
from vigie.site.pages import all_pages


def feed(build):
    """The feed as a reader's program understands it."""
    parsed = feedparser.parse(atom(build))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def entry(build, title):
    (found,) = (e for e in feed(build).entries if e.title == title)
    return found


def events(build):
    """The events of the calendar, by summary."""
    calendar = icalendar.Calendar.from_ical(agenda(build))
    assert not calendar.errors
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_feed_has_every_addition_newest_first():
    """Claims, findings, figures and replies; the day of an addition, or of the withdrawal or signature that changed it."""
    parsed = feed(with_ledger())
    assert [(e.updated[:10], e.title) for e in parsed.entries] == [
        ("2022-03-05", "Chiffre\u00a0: Repère fictif, 2021"),
        ("2021-03-04", "Chiffre\u00a0: Repère fictif, 2020"),
        ("2021-02-11", "Le collectif\u00a0: Premier contenu"),
        ("2020-10-20", "Réponse, Gouvernement\u00a0: Premier contenu"),
        ("2020-10-02", "Associations membres\u00a0: Premier contenu"),
        ("2020-08-01", "CNCDH\u00a0: Premier contenu"),
        ("2020-06-01", "Ministère\u00a0: Premier contenu"),
        ("2020-04-01", "Chiffre\u00a0: Personnes fictives, 2019"),
        ("2020-03-02", "Le collectif\u00a0: le plan entier"),
        ("2020-03-01", "Miprof\u00a0: le plan entier"),
        ("2020-02-01", "Chiffre\u00a0: Personnes fictives, 2018"),
    ]
    assert (parsed.feed.updated[:10], parsed.version, parsed.feed.language) == ("2022-03-05", "atom10", "fr")


def test_an_entry_has_the_text_its_voice_its_date_and_its_sources():
    """« Engagée » with whose word it is; a source without a link says so."""
    said = entry(with_ledger(), "Ministère\u00a0: Premier contenu")
    text = said.content[0].value
    assert ": Ministère\nMinistère, mai 2020\nLe ministère imaginaire dit avoir commencé." in text
    assert text.startswith("Engagée, selon")
    assert "– Page fictive de l’État, Ministère imaginaire, https://etat.example/page" in text
    assert said.content[0].type == "text/plain"
    assert [link.href for link in said.links if link.rel == "via"] == ["https://etat.example/page"]
    assert "sans lien" in entry(with_ledger(), "Associations membres\u00a0: Premier contenu").content[0].value


def test_a_figure_travels_with_its_definition_and_limits():
    """And with how exact it is."""
    text = entry(with_ledger(), "Chiffre\u00a0: Repère fictif, 2020").content[0].value
    assert "Valeur\u00a0: environ 31 pour cent (women)" in text
    assert "Part imaginaire de réponses." in text and "Les limites de ce repère." in text


def test_a_text_of_the_collectif_says_whether_it_is_signed():
    """« Projet, non validé » travels with the text."""
    unsigned = with_ledger(with_findings(finding("a", "2021", "collectif")))
    assert "non validé" in entry(unsigned, "Le collectif\u00a0: Septième mesure").content[0].value
    assert "Bureau imaginaire" in entry(with_ledger(), "Associations membres\u00a0: Premier contenu").content[0].value


def test_a_withdrawn_text_is_replaced_in_readers_programs():
    """The entry keeps its id and becomes newer, so that the text they hold is replaced by the ground."""
    before = with_ledger(with_findings(finding("a", "2021", "miprof", statement="Un texte à retirer.")))
    gone = with_ledger(
        with_findings(finding("a", "2021", "miprof", statement="null", withdrawn="{on: 2025-01-01, ground: safety}"))
    )
    old, new = (entry(build, "Miprof\u00a0: Septième mesure") for build in (before, gone))
    assert (old.id, new.updated[:10], new.published) == (new.id, "2025-01-01", old.published)
    assert "Un texte à retirer." in old.content[0].value
    assert "à retirer" not in new.content[0].value and "sécurité" in new.content[0].value
    assert feed(gone).entries[0].id == new.id


def test_a_withdrawn_claim_or_reply_is_replaced_too():
    """Same id, newer; neither the words nor the sources that would lead to them, and no empty list of sources."""
    gone = with_ledger(loaded_ledger(CLAIM_GONE, REPLY_GONE))
    for title, text, day, ground in (
        ("Miprof\u00a0: le plan entier", "Une parole fictive", "2022-05-06", "légale"),
        ("Réponse, Gouvernement\u00a0: Premier contenu", "Une réponse fictive", "2022-05-07", "sécurité"),
    ):
        old, new = entry(with_ledger(), title), entry(gone, title)
        assert (old.id, new.updated[:10], new.published) == (new.id, day, old.published)
        assert text in old.content[0].value and text not in new.content[0].value
        assert ground in new.content[0].value and "Sources" not in new.content[0].value
        assert [link.rel for link in new.links] == ["alternate"]
    (finding,) = (e for e in feed(gone).entries if e.updated[:10] == "2021-02-11")
    assert "Sources" not in finding.content[0].value


def test_ids_do_not_depend_on_the_address_and_links_do():
    """On the day the site gets an address, nothing appears as new."""
    bare, known = feed(with_ledger()), feed(with_ledger(site_url="https://site.example/a/"))
    assert [e.id for e in bare.entries] == [e.id for e in known.entries]
    assert len({e.id for e in bare.entries}) == len(bare.entries)
    assert all(e.id.startswith("urn:uuid:") for e in [bare.feed, *bare.entries])
    assert bare.entries[4].link == "../../plan/mesures/contenu-un/#constat-trois"
    assert known.entries[4].link == "https://site.example/a/plan/mesures/contenu-un/#constat-trois"


def test_the_feed_has_fifty_entries_at_most():
    """The newest."""
    many = with_findings(*(finding(f"a{n}", "2021", "miprof", added_on="2022-01-01") for n in range(60)))
    parsed = feed(with_ledger(many))
    assert len(parsed.entries) == 50
    assert {e.updated[:10] for e in parsed.entries} == {"2022-03-05", "2022-01-01"}


def test_hostile_texts_stay_texts():
    """Markup signs are escaped, signs that XML refuses are left out."""
    ledger = loaded_ledger().record
    first, *others = ledger.plan.claims
    hostile = first.model_copy(update={"statement": 'a & b <c> ]]> "d" \x07\x00'})
    plan = ledger.plan.model_copy(update={"claims": (hostile, *others)})
    build = with_ledger(replaced(ledger.model_copy(update={"plan": plan})))
    assert 'a & b <c> ]]> "d" ' in entry(build, "Miprof\u00a0: le plan entier").content[0].value


def test_a_day_is_an_event_and_a_month_says_that_it_is_one():
    """All-day events; the end is the day after, as the format has it; nobody is busy and nothing rings."""
    found = events(with_ledger())
    meeting, deadline = (
        found["Réunion\u00a0: Réunion fictive"],
        found["Échéance annoncée\u00a0: Échéance fictive (date\u00a0: juin 2021)"],
    )
    assert (meeting["dtstart"].dt, meeting["dtend"].dt) == (datetime.date(2020, 4, 7), datetime.date(2020, 4, 8))
    assert (deadline["dtstart"].dt, deadline["dtend"].dt) == (datetime.date(2021, 6, 1), datetime.date(2021, 7, 1))
    assert "Annoncé par\u00a0: Gouvernement" in deadline["description"] and "rien trouvé" in deadline["description"]
    assert {str(event["transp"]) for event in found.values()} == {"TRANSPARENT"}
    assert b"VALARM" not in agenda(with_ledger())
    assert len({str(event["uid"]) for event in found.values()}) == len(found)


def test_a_year_is_not_in_the_calendar_which_says_so():
    """It would hide every other event of that year."""
    build = with_ledger(
        loaded_ledger(("date: 2021-06\n", "date: 2021\n"), ("{date: 2021-09-01,", "{date: 2022-09-01,"))
    )
    assert list(events(build)) == ["Réunion\u00a0: Réunion fictive"]
    calendar = icalendar.Calendar.from_ical(agenda(build))
    assert "Échéance fictive (2021)" in calendar["description"]
    assert "Échéance fictive" not in icalendar.Calendar.from_ical(agenda(with_ledger()))["description"]


def test_the_stamp_of_an_event_is_not_that_of_the_build():
    """It is the last day on which something was noted."""
    stamps = {event["dtstamp"].dt for event in events(with_ledger()).values()}
    assert stamps == {datetime.datetime(2022, 3, 5, 12, tzinfo=datetime.UTC)}


def test_a_draft_says_so_wherever_it_travels():
    """Feed, calendar and description of the tables; no longer once the collectif has signed."""
    for status, said in (("draft", True), ("public", False)):
        build = with_ledger(status=status)
        package = next(f for f in data_files(build) if f.label == "data_package")
        texts = (feed(build).feed.subtitle, agenda(build).decode(), json.loads(package.content)["description"])
        assert [("Maquette" in text) for text in texts] == [said] * 3


def test_the_links_of_the_real_feed_lead_to_pages():
    """While the site has no address they are relative to the feed."""
    build = real_build()
    index = all_pages(build)
    addresses = {page.path for page in index.in_language("fr")}
    links = {e.link.split("#")[0].removeprefix("../../") for e in feed(build).entries}
    assert links and links <= addresses

"""The line to cite: who, what, as of when, where; honest about what is not decided yet."""

import datetime

import yaml
from small_ledger import loaded_ledger

from built import ROOT
from vigie.interface import Interface
from vigie.measures.citation import as_of, cite_line, state_of
from vigie.measures.editions import editions

PATH = "plan/mesures/contenu-un/#etat-2020-04-07"
DAY = datetime.date(2026, 11, 22)


def _words(lang: str) -> Interface:
    path = ROOT / "data" / ("" if lang == "fr" else lang) / "interface.yaml"
    return Interface(lang, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def test_a_draft_without_address_says_both():
    """« Maquette non validée », and the path alone, with the reason."""
    t, ledger = _words("fr"), loaded_ledger().record
    when = state_of(t, editions(ledger)[0])
    line = cite_line(t, ledger.plan, when, PATH, site_url=None, is_draft=True, label="Premier contenu")
    assert str(line).replace("\u00a0", " ") == (
        "Collectif « Ensemble contre la traite des êtres humains » (maquette non validée), « Premier contenu », "
        "registre du plan national 2020-2023, état au 7 avril 2020 (reconstitué le 30 septembre 2020), "
        f"{PATH} (le nom de domaine du site n’est pas encore choisi)"
    )


def test_a_published_site_gives_its_full_address():
    """No mention of a draft, no reserve, one slash between the site and the path."""
    t, ledger = _words("fr"), loaded_ledger().record
    for site in ("https://site.example", "https://site.example/"):
        line = cite_line(t, ledger.plan, as_of(t, DAY), PATH, site_url=site, is_draft=False, label="Premier contenu")
        assert line.address == f"https://site.example/{PATH}"
        assert line.note == ""
        assert "maquette" not in str(line)
        assert "dernier ajout au registre : 22 novembre 2026" in line.words


def test_a_plan_known_by_its_years_is_cited_by_its_years():
    """« 2020-2023 », whether its sources give days or not."""
    t = _words("fr")
    for period in ("{start: 2020, end: 2023}", "{start: 2020-04, end: 2023-12-31}"):
        ledger = loaded_ledger(("{start: 2020-01-01, end: 2023-12-31}", period)).record
        assert str(ledger.plan.period.start) in period
        line = cite_line(t, ledger.plan, "état", PATH, site_url=None, is_draft=True)
        assert "registre du plan national 2020-2023, état," in line.words


def test_a_state_established_on_its_day_was_not_rebuilt():
    """« Reconstitué » is said only of a state established later."""
    t = _words("fr")
    same_day = loaded_ledger(("established_on: 2020-09-30", "established_on: 2020-04-07")).record
    assert state_of(t, editions(same_day)[0]) == "état au 7 avril 2020"


def test_the_whole_table_is_cited_without_a_label():
    """The state as such: its day says what it is."""
    t, ledger = _words("fr"), loaded_ledger().record
    line = cite_line(t, ledger.plan, "état", "plan/etats/2020-04-07/", site_url=None, is_draft=True)
    assert "« Premier" not in str(line)
    assert "registre du plan national 2020-2023, état," in line.words


def test_in_arabic_the_words_are_arabic_and_the_address_apart():
    """The address keeps its own direction: it is never inside the words."""
    t, ledger = _words("ar"), loaded_ledger().record
    line = cite_line(t, ledger.plan, as_of(t, DAY), f"ar/{PATH}", site_url=None, is_draft=True, label="مضمون")
    assert "«مضمون»" in line.words
    assert "22 نوفمبر 2026" in line.words
    assert PATH not in line.words
    assert line.address == f"ar/{PATH}"

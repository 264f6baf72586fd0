"""The rules of posts that need other records: what is accepted, and what each rule names."""

import pytest
from small_post import MEASURES, REFUSED, TODAY, TOPICS, post

from vigie.news import check
from vigie.news.check import check_post


def _what(made):
    return [problem.what for problem in check_post(made, MEASURES, TOPICS, REFUSED, TODAY)]


def test_every_rule_is_asked():
    """A rule that exists is called: none is written and forgotten."""
    functions = {name for name, found in vars(check).items() if getattr(found, "__module__", "") == check.__name__}
    rules = {name for name in functions if not name.startswith("_") and name != "check_post"}
    assert len(rules) >= 4
    assert rules <= set(check_post.__code__.co_names)


def test_a_post_of_known_records_is_accepted():
    """Known measures and topics, a category for news, an original for a summary."""
    assert _what(post(header="category: loi\nmeasures: [contenu-un, contenu-deux]\ntopics: [sujet-un]\n")) == []
    original = "sources: [{title: Original, url: https://etat.example/a}, {title: Autre}]\n"
    assert _what(post("2024-06", "plaidoyer", header=original)) == []


def test_every_unknown_record_is_named():
    """Each unknown id gets its own line, with the known ones."""
    made = post(header="category: loi\nmeasures: [a, contenu-un, b]\ntopics: [c]\n")
    problems = check_post(made, MEASURES, TOPICS, REFUSED, TODAY)
    assert [p.what for p in problems] == ["« a » est inconnu", "« b » est inconnu", "« c » est inconnu"]
    assert [p.mend for p in problems] == ["choisissez parmi : contenu-deux, contenu-un"] * 2 + [
        "choisissez parmi : sujet-un"
    ]
    assert [p.line for p in problems] == [5, 5, 6]


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_rules_hold_in_every_language(lang):
    """A translation of a piece of news has a category too, a summary its original."""
    assert _what(post(lang=lang)) == ["la clé « category » manque"]
    assert _what(post("2024-06", "plaidoyer", lang)) == ["ce résumé ne renvoie pas au texte d’origine"]


def test_a_news_item_needs_no_source_and_a_summary_no_category():
    """Each rule is of its own folder."""
    assert _what(post(header="category: campagne\n")) == []
    with_category = "category: loi\nsources: [{title: O, url: https://etat.example/a}]\n"
    assert _what(post("2024-06", "plaidoyer", header=with_category)) == ["un texte de plaidoyer n’a pas de catégorie"]


def test_every_copy_is_named_on_its_line():
    """Sources and origin are all looked at; an unknown address is not a copy."""
    header = (
        "category: loi\nsources:\n  - {title: A, url: https://copies.example/a}\n  - {title: B}\n"
        "  - {title: C, url: https://www.copies.example/c}\nbased_on: {publisher: P, url: https://copies.example/d}\n"
    )
    problems = check_post(post(header=header), MEASURES, TOPICS, REFUSED, TODAY)
    assert [(p.line, p.what) for p in problems] == [(n, "ce site ne se cite pas (Copie fictive)") for n in (6, 8, 9)]


def _days(header, stem="2025-01-02-texte"):
    found = check_post(post(stem, header=f"category: loi\n{header}"), MEASURES, TOPICS, REFUSED, TODAY)
    return [(problem.line, problem.what) for problem in found]


def test_days_that_make_no_sense_are_refused_on_their_line():
    """A correction in the future or from before the text; a text that leaves before the day of its own name."""
    assert _days("updated_on: 2026-11-23\n") == [(5, "cette correction (2026-11-23) est dans le futur")]
    assert _days("updated_on: 2025-01-01\n") == [(5, "cette correction est d’avant la parution")]
    assert _days("expire_on: 2025-01-02\n") == [(5, "ce texte disparaît (2025-01-02) avant de paraître (2025-01-02)")]
    assert _days("updated_on: 2025-01-02\nexpire_on: 2025-01-03\n") == []
    assert _days("publish_on: 2026-02-01\nupdated_on: 2026-01-31\n") != []

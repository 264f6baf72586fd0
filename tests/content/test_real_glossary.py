"""The real glossary: large enough, whole, honest on what is official, and kept by every text of this repository."""

import datetime
import re
from dataclasses import replace

import pytest

from golden_cases import cases
from vigie.data_files import Loaded
from vigie.load_build import load_build
from vigie.render import Renderer
from vigie.site.pages import all_pages
from vigie.strict_yaml import Located
from vigie.translations.forbidden import forbidden_variants
from vigie.translations.glossary import LANGUAGES
from vigie.translations.wording import check_wording

ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[A-Za-z]")


@pytest.fixture(scope="module")
def build(project_root):
    found, problems = load_build(project_root, datetime.date(2026, 11, 22))
    assert [str(problem) for problem in problems] == []
    return found


def test_no_text_of_this_repository_says_a_forbidden_variant(build):
    """Neither refused nor warned: pages, texts, interface, ledger, in each language."""
    assert [str(problem) for problem in check_wording(build)] == []


def test_the_words_of_every_file_of_data_are_read(build):
    """Ledger, numbers, topics and interface, in French and in Arabic: a slip in any of them is told."""

    def with_slip(loaded, words):
        return Loaded(loaded.record, Located({"x": words}), loaded.path)

    for name in ("ledger", "contacts", "topics"):
        slipped = replace(build, **{name: with_slip(getattr(build, name), "trafic humain")})
        assert [problem.blocking for problem in check_wording(slipped)] == [False], name
    for name in ("strings", "ledger_words", "contact_words", "topic_words"):
        every = getattr(build, name)
        slipped = replace(build, **{name: {**every, "ar": with_slip(every["ar"], "تهريب البشر")}})
        assert [problem.blocking for problem in check_wording(slipped)] == [True], name
    slipped = replace(build, strings={**build.strings, "fr": with_slip(build.strings["fr"], "trafic humain")})
    assert [problem.blocking for problem in check_wording(slipped)] == [False]


def test_the_words_of_the_field_are_there(build):
    """At least forty-five terms, with the four ways of counting victims and the bodies that the site names."""
    ids = {term.id for term in build.glossary.record.terms}
    assert len(ids) >= 45
    assert ids >= {
        "traite", "victime-reperee", "victime-accompagnee", "victime-enregistree", "victime-identifiee", "engagee",
        "realisee", "mesure", "contenu", "miprof", "cncdh", "greta", "osce", "ocrteh", "oclti", "ofpra", "ofii",
    }  # fmt: skip


def test_each_word_is_written_in_its_own_letters(build):
    """Arabic in Arabic letters (an acronym in brackets apart), French and English in Latin ones."""
    for term in build.glossary.record.terms:
        assert ARABIC.search(term.ar), term.id
        assert not LATIN.search(re.sub(r"\([^)]*\)", "", term.ar)), term.id
        assert not ARABIC.search(term.fr + term.en), term.id
        for lang in LANGUAGES:
            for variant in term.forbidden.in_language(lang):
                assert bool(ARABIC.search(variant.variant)) is (lang == "ar"), (term.id, variant.variant)


def test_no_arabic_word_is_said_official_after_a_text_that_has_no_arabic(build):
    """French codes exist in French; the Council of Europe and the Union have no Arabic version."""
    for term in build.glossary.record.terms:
        if term.source and "Nations unies" not in term.source.title:
            assert "ar" not in term.source.covers, term.id
        if term.source and re.match(r"Code|Loi", term.source.title):
            assert term.source.covers == ("fr",), term.id


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_the_page_shows_each_term_in_each_language(build, lang):
    """An anchor per term, each word in its own language and direction, and what it is not to be confused with."""
    index = all_pages(build)
    html = str(Renderer(build, index).fragment(index.get(lang, "glossaire/")))
    terms = build.glossary.record.terms
    anchors = re.findall(r'<tr role="row" id="terme-([a-z0-9-]+)">', html)
    assert sorted(anchors) == sorted(term.id for term in terms)
    for other in set(LANGUAGES) - {lang}:
        direction = "rtl" if other == "ar" else "ltr"
        assert html.count(f'<span lang="{other}" dir="{direction}">') >= len(terms)
    assert '<a href="#terme-victime-identifiee">' in html
    for term in terms:
        row = re.search(rf'<tr role="row" id="terme-{term.id}">.*?</tr>', html, re.DOTALL).group()
        words = build.strings[lang].record.root
        if term.source is None:
            assert words["glossary_usage"] in row, term.id
        else:
            assert not term.source.url or f'href="{term.source.url}" rel="noreferrer"' in row, term.id
            assert (words["glossary_ours"] in row) is (set(term.source.covers) != set(LANGUAGES)), term.id


@pytest.mark.parametrize("case", cases("glossary_slips.yaml"))
def test_a_slip_in_a_page_is_told_with_its_reason_and_the_word_to_write(build, case):
    """As people write them: particles, plurals, vowel signs, capitals; a right sentence is told nothing."""
    found = forbidden_variants(case.raw["text"], case.raw["lang"], build.glossary.record)
    assert [(one.term.id, one.right) for one in found] == [tuple(one) for one in case.raw.get("told", [])]
    assert all(one.variant.why for one in found)

"""The words of the interface: filled in, and the same in all languages."""

import pytest

from golden_texts import assert_says
from vigie.borrowed import in_html, unmarked
from vigie.data_files import Loaded
from vigie.interface import Interface, Strings, every_string_is_translated
from vigie.strict_yaml import Located
from vigie.values import Text

FRENCH = {"home": "Accueil", "count": "{done} sur {total}", "twice": "{name}, oui, {name}"}


def loaded(strings, path="data/ar/interface.yaml"):
    """Strings as if each stood on its own line, from line 3."""
    lines = {(): 1} | {(key,): number for number, key in enumerate(strings, start=3)}
    return Loaded(Strings(strings), Located(strings, lines), path)


def problems(strings, *, french=FRENCH):
    return every_string_is_translated(loaded(french, "data/interface.yaml"), loaded(strings))


def test_a_string_is_filled_in():
    """Names between braces are replaced by what is given, numbers too, as many times as they stand."""
    t = Interface("fr", FRENCH)
    assert t("home") == "Accueil"
    assert t("count", done=3, total=60) == "3 sur 60"
    assert t("twice", name="a") == "a, oui, a"
    assert t("home", unused=1) == "Accueil"


def test_what_is_filled_in_is_not_filled_again():
    """A value that holds braces is shown as it is."""
    assert Interface("fr", FRENCH)("twice", name="{done}") == "{done}, oui, {done}"


def test_other_braces_are_left():
    """Only small letters and underscores make a name."""
    assert Interface("fr", {"a": "{A} {} { b } {a1} {c_d}"})("a", c_d=1) == "{A} {} { b } {a1} 1"


def test_an_unknown_key_or_name_is_an_error_of_the_templates():
    """Neither is passed over in silence."""
    t = Interface("fr", FRENCH)
    with pytest.raises(KeyError):
        t("absent")
    with pytest.raises(KeyError):
        t("count", done=3)


def test_an_interface_knows_what_it_has():
    """Templates may ask before they show."""
    t = Interface("ar", FRENCH)
    assert t.has("home")
    assert not t.has("absent")
    assert t.lang == "ar"


def test_a_full_translation_raises_no_problem():
    """The order of names and of keys is the translator's."""
    assert problems({"twice": "نعم {name}", "home": "الرئيسية", "count": "{total} / {done}"}) == []


def test_missing_strings_are_told_once_and_block_nothing():
    """Readers get the French, said to be French; only a public language must have them all (``check_languages``)."""
    found = problems({"count": "{total} {done}"})
    assert_says(found, ["1: 2 textes sur 3 manquent (home, twice) … traduisez-les"])
    assert [p.blocking for p in found] == [False]
    assert found[0].path == "data/ar/interface.yaml"
    many = {f"key_{n}": "a" for n in range(9)}
    assert "(key_0, key_1, key_2, key_3, key_4, …)" in problems({}, french=many)[0].what


def test_a_string_that_a_language_lacks_is_borrowed_from_the_french():
    """It is marked, with what is filled in: until HTML is written, nothing says which words are French."""
    t = Interface("uk", {"home": "Головна"}, FRENCH | {"who": "{name} dit {count}"})
    assert t("home") == "Головна" and not t.lends("home") and t.lends("count")
    assert unmarked(t("who", name="Вона", count=3)) == "Вона dit 3"
    assert in_html(t("who", name="Вона", count=3), "uk") == (
        '<span lang="fr" dir="ltr"><span lang="uk" dir="ltr">Вона</span> dit 3</span>'
    )
    assert t.missing() == ("count", "twice", "who")


def test_a_french_name_keeps_its_language_in_a_sentence_of_another():
    """Given as a ``Text``; in a sentence that is itself French it is one with it."""
    t = Interface("uk", {"home": "Головна: {name}"}, {"home": "Accueil {name}", "who": "De {name}"})
    name = Text("Miprof", "fr")
    assert in_html(t("home", name=name), "uk") == 'Головна: <span lang="fr" dir="ltr">Miprof</span>'
    assert in_html(t("who", name=name), "uk") == '<span lang="fr" dir="ltr">De Miprof</span>'
    assert Interface("fr", {"who": "De {name}"})("who", name=name) == "De Miprof"


def test_what_a_script_writes_in_one_place_is_in_one_language():
    """One message of the search missing: all of them are French, and their element says so once."""
    keys = ("search_busy", "search_count", "search_some", "search_first", "search_none", "search_failed")
    french = dict.fromkeys(keys, "Mot")
    whole = Interface("uk", dict.fromkeys(keys, "Слово"), french)
    part = Interface("uk", dict.fromkeys(keys[1:], "Слово"), french)
    assert not any(whole.lends(key) for key in keys) and all(part.lends(key) for key in keys)


@pytest.mark.parametrize("written", ["{done}", "{done} {total} {other}", "{done} {totl}", "rien", "{done} { total }"])
def test_other_names_than_the_french_are_refused_on_their_line(written):
    """A name lost, added or misspelt would show a hole to readers."""
    found = problems({"home": "ا", "count": written, "twice": "{name}"})
    assert_says(found, ["4: « count » n’a pas les mêmes mots à remplir … gardez {done}, {total}"])
    assert found[0].blocking


def test_each_name_is_asked_for_once():
    """Even when the French says it twice."""
    found = problems(FRENCH | {"twice": "نعم"})
    assert [p.mend for p in found] == ["gardez {name}"]


def test_names_where_french_has_none_are_refused():
    """What would be right is said: to take them out."""
    found = problems(FRENCH | {"home": "الرئيسية {name}"})
    assert_says(found, ["3: « home » n’a pas les mêmes mots à remplir … ôtez les mots entre accolades"])


def test_a_string_unknown_in_french_is_refused_on_its_line():
    """A key that no template asks for is a slip."""
    found = problems(FRENCH | {"hom": "ا"})
    assert_says(found, ["6: « hom » n’existe pas en français … ôtez cette ligne"])
    assert found[0].blocking

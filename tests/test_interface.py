"""The words of the interface: filled in, and the same in all languages."""

import pytest

from golden_texts import assert_says
from vigie.data_files import Loaded
from vigie.interface import Interface, Strings, every_string_is_translated
from vigie.strict_yaml import Located

FRENCH = {"home": "Accueil", "count": "{done} sur {total}", "twice": "{name}, oui, {name}"}


def loaded(strings, path="data/ar/interface.yaml"):
    """Strings as if each stood on its own line, from line 3."""
    lines = {(): 1} | {(key,): number for number, key in enumerate(strings, start=3)}
    return Loaded(Strings(strings), Located(strings, lines), path)


def problems(strings, *, french=FRENCH, required=True):
    return every_string_is_translated(loaded(french, "data/interface.yaml"), loaded(strings), required=required)


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


@pytest.mark.parametrize("required", [True, False])
def test_a_missing_string_is_told_with_its_french(required):
    """It blocks only a language that is shown."""
    found = problems({"count": "{total} {done}", "twice": "{name}"}, required=required)
    assert_says(found, ["1: le texte « home » manque … traduisez : Accueil"])
    assert [p.blocking for p in found] == [required]
    assert found[0].path == "data/ar/interface.yaml"


@pytest.mark.parametrize("written", ["{done}", "{done} {total} {other}", "{done} {totl}", "rien", "{done} { total }"])
def test_other_names_than_the_french_are_refused_on_their_line(written):
    """A name lost, added or misspelt would show a hole to readers."""
    found = problems({"home": "ا", "count": written, "twice": "{name}"}, required=False)
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

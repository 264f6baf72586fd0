"""The menu and the languages, read from ``mkdocs.yml`` by our own loader."""

import pytest

from golden_texts import assert_says
from vigie.site.navigation import Navigation, Section, address_of, load_navigation, parse_navigation
from vigie.strict_yaml import Located

CONFIG = """\
site_name: Vigie
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - locale: fr
          default: true
        - locale: ar
nav:
  - index.md
  - menu_help: [infos/index.md, infos/droits.md]
  - menu_plan:
      - plan/index.md
      - plan/mesures/index.md
  - menu_about: [le-collectif.md]
"""


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.md", ""),
        ("infos/index.md", "infos/"),
        ("infos/droits.md", "infos/droits/"),
        ("accessibilite.md", "accessibilite/"),
        ("reindex.md", "reindex/"),
        ("a/reindex.md", "a/reindex/"),
    ],
)
def test_a_file_of_the_menu_has_the_address_of_its_page(name, address):
    """``index`` is the address of its folder."""
    assert address_of(name) == address


def test_the_menu_is_sections_of_addresses():
    """In their order; the home page alone is no section."""
    navigation, problems = parse_navigation(CONFIG)
    assert problems == []
    assert navigation.sections == (
        Section("menu_help", ("infos/", "infos/droits/")),
        Section("menu_plan", ("plan/", "plan/mesures/")),
        Section("menu_about", ("le-collectif/",)),
    )


def test_the_languages_are_those_that_mkdocs_is_told_to_build():
    """Under the plugin that builds them, in their order."""
    assert parse_navigation(CONFIG)[0].built_languages == ("fr", "ar")


def test_the_menu_keeps_its_lines():
    """Other rules speak of them."""
    located = parse_navigation(CONFIG)[0].located
    assert located.line(("nav",)) == 10
    assert located.line(("nav", 2)) == 13
    assert located.line(("plugins",)) == 2


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("infos/", "menu_help"),
        ("infos/droits/", "menu_help"),
        ("infos/autre/", "menu_help"),
        ("plan/mesures/contenu-un/", "menu_plan"),
        ("le-collectif/", "menu_about"),
        ("", None),
        ("info/", None),
        ("vie-privee/", None),
        ("404.html", None),
    ],
)
def test_a_page_is_in_the_section_above_it(address, key):
    """By its address; the home page and what is nowhere in the menu are in none."""
    section = parse_navigation(CONFIG)[0].section_of(address)
    assert (section.key if section else None) == key


def test_the_nearest_section_wins():
    """A section inside another takes its own pages, in whatever order they are listed."""
    near, far, home = Section("near", ("a/b/",)), Section("far", ("a/",)), Section("home", ("",))
    for sections in ((near, far, home), (home, far, near)):
        navigation = Navigation(sections, (), Located(None))
        assert navigation.section_of("a/b/c/") == near
        assert navigation.section_of("a/c/") == far
        assert navigation.section_of("d/") is None
    twin = Section("twin", ("a/",))
    assert Navigation((far, twin), (), Located(None)).section_of("a/") == far


@pytest.mark.parametrize(
    "entry",
    [
        "menu_x: page.md",
        "menu_x:",
        "menu_x: []",
        "autre.md",
        "infos/index.md",
        "menu_x: [{a: page.md}]",
        "menu_x: [3]",
        "menu_x: [null]",
        "3",
        "[a, b]",
        "menu_x: {a: b}",
    ],
)
def test_an_entry_that_is_no_section_is_refused_on_its_line(entry):
    """A key and the list of its files; the other entries are read all the same."""
    navigation, problems = parse_navigation(f"nav:\n  - index.md\n  - {entry}\n  - menu_y: [b.md]\n")
    assert_says(problems, ["3: cette entrée du menu ne se lit pas … écrivez « - menu_x: [page.md] »"])
    assert problems[0].path == "mkdocs.yml"
    assert navigation.sections == (Section("menu_y", ("b/",)),)


@pytest.mark.parametrize("menu", ["3", "mot", "{a: b}", "true"])
def test_a_menu_that_is_no_list_is_refused(menu):
    """On its line, and without a crash."""
    navigation, problems = parse_navigation(f"site_name: a\nnav: {menu}\n")
    assert_says(problems, ["2: le menu ne se lit pas … écrivez une liste : « - menu_x: [page.md] »"])
    assert navigation.sections == ()


@pytest.mark.parametrize(
    "plugins",
    ["", "plugins:", "plugins: 3", "plugins: [i18n]", "plugins: [{i18n: null}]", "plugins: [{i18n: [fr]}]", "plugins: {i18n: {}}",
     "plugins: [{search: {}}]", "plugins: [{i18n: {languages: fr}}]", "plugins: [{i18n: {languages: [fr]}}]"],
)  # fmt: skip
def test_without_the_plugin_no_language_is_built(plugins):
    """Another rule then tells that the two lists differ."""
    navigation, problems = parse_navigation(f"site_name: a\n{plugins}\n")
    assert problems == []
    assert navigation.built_languages == ()
    assert navigation.sections == ()


@pytest.mark.parametrize("text", ["- a", "mot", "site_name: a"])
def test_a_file_without_menu_has_no_section(text):
    """Nothing is guessed."""
    assert parse_navigation(text)[0].sections == ()


def test_the_file_is_read_strictly(tmp_path):
    """Missing, or misread, it is told; a right one is read."""
    assert_says(load_navigation(tmp_path)[1], ["1: ce fichier manque"])
    (tmp_path / "mkdocs.yml").write_text(CONFIG + "strict: yes\n", encoding="utf-8")
    assert_says(load_navigation(tmp_path)[1], ["17: « yes » sans guillemets"])
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    navigation, problems = load_navigation(tmp_path)
    assert problems == []
    assert navigation.built_languages == ("fr", "ar")

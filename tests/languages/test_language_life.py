"""The life of a language: hidden, pilot, public, by one field of ``data/site.yaml``."""

import datetime
import re
import shutil

import pytest
from eight_languages import edit, tiny_project, translated, vigie, write

from built import TODAY, html_of, run
from vigie.load_build import load_build
from vigie.problems import blocking, report
from vigie.ready import make_ready
from vigie.site.check import check_build
from vigie.site.check_languages import check_languages
from vigie.site.hidden import check_hidden
from vigie.site.pages import all_pages
from vigie.site.root_files import root_files

DAY = datetime.date.fromisoformat(TODAY)


@pytest.fixture(scope="session")
def tiny_template(tmp_path_factory):
    return tiny_project(tmp_path_factory.mktemp("life") / "tiny")


@pytest.fixture
def tiny(tmp_path, tiny_template):
    """A copy of the tiny project, in which Arabic is public, English a pilot."""
    return shutil.copytree(tiny_template, tmp_path / "tiny")


def _languages(root):
    """The problems of the list of languages, as they are told."""
    build, problems = load_build(root, DAY)
    assert blocking(problems) == []
    return report(check_languages(build))


def _check(root):
    """The exit code and the words of ``vigie check``, which draws nothing here: only what is read is asked for."""
    build, problems = load_build(root, DAY)
    if build is not None:
        problems += check_build(build, all_pages(build)) + check_hidden(build)
    return int(bool(blocking(problems))), report(problems)


def _forget_the_source(root):
    path = root / "docs/ar/infos/qui-appeler.md"
    path.write_text(re.sub(r"source: \w+", "source: null", path.read_text(encoding="utf-8")), encoding="utf-8")


def _said_of(output, code):
    return [line for line in output.split("\n") if f"la langue « {code} » ne peut pas être publique" in line]


def test_moving_arabic_to_public_in_the_real_project_is_refused_with_what_is_missing(project_copy):
    """On the line of its status: the vital pages that nobody has reviewed, by name, and what to do."""
    edit(project_copy, "data/site.yaml", "code: ar\n    status: pilot", "code: ar\n    status: public")
    lines = (project_copy / "data/site.yaml").read_text(encoding="utf-8").split("\n")
    number = lines.index("  - code: ar") + 2
    done = run("check", root=project_copy)
    (said,) = _said_of(done.stderr, "ar")
    assert done.returncode == 1
    assert said.startswith(f"data/site.yaml:{number}: ")
    assert "pages vitales que personne n’a relues : " in said and "docs/ar/infos/droits.md" in said
    assert said.endswith("puis state: reviewed ; en attendant, status: pilot")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda root: (root / "docs/ar/infos/qui-appeler.md").unlink(), "pages vitales à traduire : docs/ar/infos/qui-appeler.md"),
        (
            lambda root: edit(root, "docs/ar/infos/qui-appeler.md", "state: reviewed", "state: translated"),
            "pages vitales que personne n’a relues : docs/ar/infos/qui-appeler.md",
        ),
        (
            lambda root: edit(root, "docs/fr/infos/qui-appeler.md", "## Les numéros", "## Les lignes"),
            "pages vitales en retard sur un passage important",
        ),
        (
            _forget_the_source,
            "dont on ne sait de quel texte français elles viennent : docs/ar/infos/qui-appeler.md",
        ),
        (
            lambda root: edit(root, "data/ar/interface.yaml", "\nhome:", "\n#home:"),
            "1 textes manquent dans data/ar/interface.yaml (home)",
        ),
        (lambda root: write(root, "data/ar/contacts.yaml", "contacts: []\n"), "mots des numéros d’aide (data/ar/contacts.yaml) : 17, 112"),
    ],
    ids=["missing", "not-reviewed", "behind", "unknown-source", "interface", "contacts"],
)  # fmt: skip
def test_a_public_language_that_lacks_one_thing_is_refused(tiny, change, says):
    """Each thing alone; as a pilot it is accepted as it is."""
    change(tiny)
    (said,) = _said_of(_languages(tiny), "ar")
    assert says in said and re.match(r"data/site\.yaml:\d+: ", said) and not said.endswith("(avertissement)")
    edit(tiny, "data/site.yaml", "code: ar\n    status: public", "code: ar\n    status: pilot")
    assert _languages(tiny) == ""


def test_a_language_whose_vital_pages_are_reviewed_and_words_complete_is_accepted_as_public(tiny):
    """The whole check has nothing to say."""
    assert _check(tiny) == (0, "")


def test_a_change_of_no_consequence_in_french_leaves_a_language_public(tiny):
    """A part that is not critical: its readers are told, on the page."""
    edit(tiny, "docs/fr/infos/qui-appeler.md", "\nUn mot.\n", "\nUn autre mot.\n")
    assert _languages(tiny) == ""


def test_becoming_public_changes_alternates_sitemap_robots_and_banner(tiny):
    """Both ways: on the French pages too."""
    site = "data/site.yaml"
    public = make_ready(tiny, DAY)
    edit(tiny, site, "code: ar\n    status: public", "code: ar\n    status: pilot")
    pilot = make_ready(tiny, DAY)
    alternate = '<link rel="alternate" hreflang="ar" href="https://vigie.example/ar/infos/qui-appeler/">'
    for ready, shown in ((public, True), (pilot, False)):
        for address in ("infos/qui-appeler/", "ar/infos/qui-appeler/"):
            assert (alternate in html_of(ready, address)) == shown
        assert ("https://vigie.example/ar/" in root_files(ready.build, ready.index)["sitemap.xml"]) == shown
        assert ('name="robots" content="noindex"' in html_of(ready, "ar/infos/qui-appeler/")) != shown
        assert ('class="pilot"' in html_of(ready, "ar/")) != shown
        assert (
            "X-Robots-Tag" in root_files(ready.build, ready.index)["_headers"].partition("/ar/")[2]
        ) != shown or shown
        assert 'hreflang="ar" lang="ar" dir="rtl">العربية</a>' in html_of(ready, "infos/qui-appeler/")


def test_a_hidden_language_leaves_not_one_byte(tiny):
    """The site is the very same as if the project did not have it: pages, switcher, downloads, feeds, headers."""
    before = _everything(tiny)
    vigie(tiny, "new", "language", "uk")
    write(tiny, "docs/uk/index.md", translated("uk", "index"))
    write(tiny, "docs/uk/photo.png", "x")
    write(tiny, "data/uk/interface.yaml", "home: Головна\n")
    after = _everything(tiny)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []


def _everything(root):
    ready = make_ready(root, DAY)
    return {**ready.framed, **ready.files, **root_files(ready.build, ready.index)}


def test_a_hidden_language_is_checked_and_blocks_nothing(tiny):
    """Its faults are told on their lines, as warnings; made a pilot, they block."""
    vigie(tiny, "new", "language", "es")
    write(tiny, "docs/es/infos/qui-appeler.md", translated("es", "infos/qui-appeler").replace("{#numeros", "{#otra"))
    write(tiny, "docs/es/sans-en-tete.md", "Español\n")
    write(tiny, "data/es/topics.yaml", "topics:\n  - {id: inconnu, label: Español}\n")
    code, output = _check(tiny)
    assert code == 0
    for said in (
        "la section « {#otra} » n’existe pas en français",
        "docs/es/sans-en-tete.md:1:",
        "data/es/topics.yaml:2:",
    ):
        (line,) = [line for line in output.split("\n") if said in line]
        assert line.endswith("(avertissement)")
    edit(tiny, "data/site.yaml", "code: es\n    status: hidden", "code: es\n    status: pilot")
    code, output = _check(tiny)
    assert code == 1 and "docs/es/sans-en-tete.md:1:" in output


def test_a_hidden_language_whose_words_cannot_be_read_blocks_nothing(tiny):
    """Nor does a file of its own that is missing."""
    vigie(tiny, "new", "language", "es")
    write(tiny, "data/es/interface.yaml", "home: [\n")
    code, output = _check(tiny)
    assert code == 0 and "data/es/interface.yaml:2:" in output
    (tiny / "data/es/interface.yaml").unlink()
    code, output = _check(tiny)
    assert code == 0 and "data/es/interface.yaml:1: ce fichier manque" in output


def test_one_may_translate_into_a_hidden_language(tiny):
    """The commands of translators know it."""
    vigie(tiny, "new", "language", "es")
    vigie(tiny, "start", "docs/fr/infos/droits.md", "es")
    assert (tiny / "docs/es/infos/droits.md").is_file()
    assert "[[vigie es infos/qui-appeler " in vigie(tiny, "sheet", "es", "docs/fr/infos/qui-appeler.md")


@pytest.mark.parametrize(
    ("path", "before", "after", "says"),
    [
        ("mkdocs.yml", "        - locale: en\n          name: English\n          build: true\n", "", ":8: la langue « en » n’est pas dans mkdocs.yml"),
        ("data/site.yaml", "  - code: en\n    status: pilot\n    leave_to: https://en.wikipedia.org/wiki/Main_Page\n", "", "la langue « en » n’est pas dans data/site.yaml"),
        ("mkdocs.yml", "name: English\n          build: true", "name: English\n          build: false", "la langue « en » est montrée, et MkDocs ne la construit pas"),
        ("data/site.yaml", "code: en\n    status: pilot", "code: en\n    statut: pilot", "la clé « statut » est inconnue ; vouliez-vous dire « status »"),
        ("data/site.yaml", "code: en\n    status: pilot", "code: en\n    status: publique", "choisissez parmi : hidden, pilot, public"),
    ],
    ids=["not-in-mkdocs", "not-in-site", "not-built", "misspelt", "unknown-status"],
)  # fmt: skip
def test_lists_of_languages_that_differ_are_told(tiny, path, before, after, says):
    """In French, where and how to mend it."""
    edit(tiny, path, before, after)
    code, output = _check(tiny)
    assert code == 1 and says.lstrip(":8") in output, output


def test_folders_of_a_language_that_the_site_does_not_have_are_told(tiny):
    """Words that nobody would read."""
    write(tiny, "docs/es/index.md", translated("es", "index"))
    write(tiny, "data/ro/interface.yaml", "home: Română\n")
    code, output = _check(tiny)
    assert code == 1
    assert "docs/es:1: le dossier « es » n’est pas une langue du site" in output
    assert "data/ro:1: le dossier « ro » n’est pas une langue du site" in output

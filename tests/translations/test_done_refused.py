"""``vigie done`` says nothing untrue: what still waits for words, or lacks a section, does not follow the French."""

import re

import pytest
from click import ClickException
from click.testing import CliRunner

from vigie.cli import main
from vigie.cli.paths import typed_path
from vigie.translations.finished import unfinished
from vigie.translations.lock import LOCK, Lock
from vigie.translations.pin import done
from vigie.translations.sections import OPENING, TITLE, Section

PAGE = "docs/ar/infos/urgence.md"
FRENCH = "docs/fr/infos/urgence.md"
PARTS = (Section(TITLE, "Titre"), Section(OPENING, "Début."), Section("un", "## Un"), Section("deux", "## Deux"))


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("own", "only", "says"),
    [
        (PARTS, None, []),
        (PARTS[:3], None, ["la section « deux » du texte français manque ; traduisez-la, ou employez #section"]),
        (PARTS[:3], "un", []),
        (PARTS[:3], "deux", ["la section « deux »"]),
        ((PARTS[0], *PARTS[2:]), None, ["la section « debut »"]),
        ((Section(TITLE, "À TRADUIRE : x"), *PARTS[1:3], Section("deux", "À TRADUIRE")), None, ["(titre, deux)"]),
        ((Section(TITLE, "À TRADUIRE : x"), *PARTS[1:]), "un", []),
        ((Section(TITLE, "À TRADUIRE : x"), *PARTS[1:]), TITLE, ["(titre)"]),
    ],
)
def test_what_stops_a_translation_from_being_done(own, only, says):
    """Each is named; one part alone asks nothing of the others."""
    told = unfinished(own, PARTS, only)
    assert len(told) == len(says) and all(part in text for part, text in zip(says, told, strict=True)), told


def test_a_part_may_be_done_before_the_page_has_a_code():
    """Otherwise a page translated by halves could never be said to follow anything."""
    lock, code = done(Lock(), "a", None, PARTS, "un")
    assert [part.id for part in lock.texts[code].parts] == ["un"]
    lock, code = done(lock, "a", code, PARTS, "deux")
    assert [part.id for part in lock.texts[code].parts] == ["un", "deux"]


def test_a_started_page_is_not_done_and_a_half_one_is_done_by_sections(project_copy):
    """Nothing is written until each part said to be done has its words."""
    page = project_copy / "docs/ar/essai.md"
    french = project_copy / "docs/fr/essai.md"
    french.write_text(
        "---\ntitle: Essai\ndescription: Un essai.\n---\n\n## Un {#un}\n\nMots.\n\n## Deux {#deux}\n\nAutres.\n",
        encoding="utf-8",
    )
    assert _run(project_copy, "start", str(french), "ar").exit_code == 0
    before, lock = page.read_bytes(), (project_copy / LOCK).read_bytes()
    refused = _run(project_copy, "done", "docs/ar/essai.md")
    assert refused.exit_code == 1 and "À TRADUIRE" in refused.output and "un, deux" in refused.output
    assert (page.read_bytes(), (project_copy / LOCK).read_bytes()) == (before, lock)
    half = re.sub(r"\n## [^\n]*\{#deux.*", "", before.decode(), flags=re.DOTALL).replace("À TRADUIRE : ", "")
    page.write_text(half, encoding="utf-8")
    refused = _run(project_copy, "done", "docs/ar/essai.md")
    assert refused.exit_code == 1 and "« deux »" in refused.output and "#section" in refused.output
    done = _run(project_copy, "done", ".\\docs\\ar\\essai.md#titre", "./docs/ar/essai.md#un")
    assert done.exit_code == 0, done.output
    assert "deux" in _run(project_copy, "diff", str(page)).output


def test_an_orphan_in_a_folder_stops_nobody(project_copy):
    """It is named; asked alone, it is refused."""
    orphan = project_copy / "docs/ar/infos/orpheline.md"
    orphan.write_text((project_copy / PAGE).read_text(encoding="utf-8"), encoding="utf-8")
    done = _run(project_copy, "done", "--dry-run", "./docs/ar/infos/")
    assert done.exit_code == 0, done.output
    assert "orpheline.md n’a plus de texte français" in done.stderr and f"{PAGE} :" in done.stdout
    alone = _run(project_copy, "done", "docs/ar/infos/orpheline.md")
    assert alone.exit_code == 1 and "plus de texte français" in alone.output


def test_a_path_is_read_however_it_is_typed(tmp_path):
    """As shells of three systems complete it."""
    root = tmp_path.resolve()
    for written in (PAGE, f"./{PAGE}", PAGE.replace("/", "\\"), f"{root}/{PAGE}", f"{PAGE}/", f"docs/fr/../{PAGE[5:]}"):
        assert typed_path(root, written) == PAGE
        assert typed_path(root, f"{written.rstrip('/')}#droits") == f"{PAGE}#droits"
    assert typed_path(root, "./data/contacts.yaml#119") == "data/contacts.yaml#119"
    for written in ("../x.md", "/etc/passwd", "docs/../../x", f"{root}-autre/x.md"):
        with pytest.raises(ClickException, match="hors du projet"):
            typed_path(root, written)


@pytest.mark.parametrize("typed", [f"./{FRENCH}", FRENCH.replace("/", "\\")])
def test_every_command_reads_paths_alike(project_copy, typed):
    """Each finds the page, and says by itself what else stops it; French is the source."""
    assert "existe déjà" in _run(project_copy, "start", typed, "ar").output
    assert "aucune partie" in _run(project_copy, "minor", typed, "--reason", "x").output
    assert "[[vigie ar infos/urgence" in _run(project_copy, "sheet", "ar", typed).output
    assert "à jour" in _run(project_copy, "diff", typed.replace("fr", "ar", 1)).output
    told = _run(project_copy, "start", typed, "fr")
    assert told.exit_code == 1 and "le français est la source" in told.output and "site.yaml" not in told.output

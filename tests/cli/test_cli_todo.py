"""``vigie todo``: what waits for a person, by language, in the order of harm."""

import re

from click.testing import CliRunner

from vigie.cli import main


def _todo(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "todo", *arguments])
    assert "Traceback" not in result.output
    return result


def test_a_page_that_can_hurt_comes_before_those_to_reread(project_copy):
    """A critical French section that changed: its translations are named with their words, each in its language only."""
    path = project_copy / "docs/fr/infos/droits.md"
    text = path.read_text(encoding="utf-8")
    before = "La loi permet un délai de 30 jours."
    assert before in text
    path.write_text(
        text.replace(before, "La loi permet un délai de 30 jours, que personne ne peut réduire."), encoding="utf-8"
    )
    said = _todo(project_copy, "ar").output
    changed = re.search(r"\[ar\] Le français a changé depuis : 1\n  - docs/ar/infos/droits\.md, (\d+) mots\n", said)
    assert changed
    assert 20 < int(changed[1]) < 200
    assert said.index("Le français a changé") < said.index("À relire par une personne")
    assert "[en]" not in said
    assert "[en] Le français a changé depuis : 1" in _todo(project_copy).output


def test_what_is_not_translated_is_named_by_its_french_file(project_copy):
    """The name that ``vigie start`` and ``vigie sheet`` take."""
    (project_copy / "docs/ar/infos/droits.md").unlink()
    said = _todo(project_copy, "ar").output
    missing = said[said.index("[ar] À traduire") :].split("\n")
    assert missing[1].startswith("  - docs/fr/infos/droits.md, ")


def test_an_unknown_language_is_refused(project_copy):
    """With those that there are."""
    result = _todo(project_copy, "xx")
    assert result.exit_code == 1
    assert "langues : fr, ar, en" in result.output

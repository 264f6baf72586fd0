"""How commands write translations: folders made, the lock first, a refusal in French when the disk says no."""

import re
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner

from vigie.cli import main, writes
from vigie.cli.writes import Change, put
from vigie.translations.lock import LOCK, parse_lock

PAGE = "docs/ar/infos/urgence.md"


def _run(root, *arguments):
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def test_a_file_is_put_in_folders_that_are_made(tmp_path):
    """The first text of a language has no folder yet."""
    put(tmp_path, Change("docs/ar/plaidoyer/2024-06.md", None, "texte\n"))
    assert (tmp_path / "docs/ar/plaidoyer/2024-06.md").read_text(encoding="utf-8") == "texte\n"


@pytest.mark.parametrize("old", [None, b"lu"])
def test_what_changed_since_it_was_read_is_kept(tmp_path, old):
    """Somebody wrote meanwhile: their words stay."""
    (tmp_path / "a.md").write_bytes(b"autre")
    with pytest.raises(ClickException, match="a changé pendant ce temps"):
        put(tmp_path, Change("a.md", old, "neuf"))
    assert (tmp_path / "a.md").read_bytes() == b"autre"


def test_what_the_disk_refuses_is_told_in_french(tmp_path):
    """A file where a folder should be: no traceback."""
    (tmp_path / "docs").write_text("x", encoding="utf-8")
    with pytest.raises(ClickException, match="n’a pas pu être écrit"):
        put(tmp_path, Change("docs/ar/a.md", None, "neuf"))


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path):
    """Nothing is written out of the project."""
    (tmp_path / "project").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project/docs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ClickException, match="autre endroit"):
        put(tmp_path / "project", Change("docs/a.md", None, "neuf"))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_page_that_cannot_be_written_leaves_a_lock_that_knows_every_code(project_copy, monkeypatch):
    """The lock goes first, with the old text and the new one."""
    french = project_copy / "docs/fr/infos/urgence.md"
    french.write_text(french.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    page = (project_copy / PAGE).read_bytes()
    known = set(parse_lock((project_copy / LOCK).read_text(encoding="utf-8"))[0].texts)
    written = []

    def refuse_pages(path: Path, old: bytes, new: bytes) -> bool:
        if path.suffix == ".md":
            raise PermissionError(13, "Permission denied")
        written.append(path.name)
        path.write_bytes(new)
        return True

    monkeypatch.setattr(writes, "replace_file", refuse_pages)
    done = _run(project_copy, "done", PAGE)
    assert done.exit_code == 1 and "n’a pas pu être écrit" in done.output
    assert (project_copy / PAGE).read_bytes() == page
    assert set(parse_lock((project_copy / LOCK).read_text(encoding="utf-8"))[0].texts) > known
    assert len(written) == 1
    monkeypatch.undo()
    assert _run(project_copy, "done", PAGE).exit_code == 0
    code = re.search(r"source: \"?(\w{10})", (project_copy / PAGE).read_text(encoding="utf-8"))[1]
    after = set(parse_lock((project_copy / LOCK).read_text(encoding="utf-8"))[0].texts)
    assert code in after - known

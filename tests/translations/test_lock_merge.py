"""Two people finish two translations, each on a branch: git puts the lock together by itself, with the project's attributes."""

import shutil
import subprocess

from built import ROOT
from vigie.translations.lock import LOCK, Lock, lock_text, parse_lock
from vigie.translations.sections import Section

BEFORE = (Section("a", "Un texte."), Section("b", "Un autre."))


def test_two_branches_that_pin_meet_without_conflict(tmp_path):
    """Both texts are there, each once, and the file reads well."""
    root = tmp_path / "project"
    (root / "data").mkdir(parents=True)
    shutil.copy(ROOT / ".gitattributes", root)

    def git(*arguments):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, "-C", str(root), *arguments], check=True, capture_output=True)

    def commit(lock, message):
        (root / LOCK).write_text(lock_text(lock), encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", message)

    git("init", "-q", "-b", "main")
    base, _ = Lock().with_text("infos/m", BEFORE)
    commit(base, "base")
    git("switch", "-q", "-c", "une")
    commit(base.with_text("infos/m", BEFORE[:1])[0], "une")
    git("switch", "-q", "main")
    commit(base.with_text("infos/m", BEFORE[1:])[0], "autre")
    git("merge", "-q", "une")
    read, problems = parse_lock((root / LOCK).read_text(encoding="utf-8"))
    assert problems == []
    assert len(read.texts) == 3

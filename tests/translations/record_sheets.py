"""What the tests of the sheets of records share: a French field that changed, its sheet, filled and sent back."""

import datetime
import re

from click.testing import CliRunner

from built import TODAY
from vigie.cli import main
from vigie.load_build import load_build
from vigie.problems import blocking

DAY = datetime.date.fromisoformat(TODAY)
FRENCH = "data/contacts.yaml"
OWN = "data/ar/contacts.yaml"
HOURS = "24\u00a0h/24, 7\u00a0j/7"
NEW_HOURS = "De 9\u00a0h à 18\u00a0h, du lundi au vendredi"
SAID = "من 9 إلى 18، من الاثنين إلى الجمعة"


def run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert "Traceback" not in result.output and (result.exception is None or result.exit_code)
    return result


def built(root):
    build, problems = load_build(root, DAY)
    assert build is not None and blocking(problems) == [], problems
    return build


def edit(root, path, before, after, since=""):
    """The first ``before`` after ``since``."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    start = text.index(before, text.index(since))
    file.write_text(text[:start] + after + text[start + len(before) :], encoding="utf-8")


def behind(root, lang="ar"):
    return {
        record.own.id: [part.id for part in record.status.behind]
        for record in built(root).records
        if record.lang == lang and record.status and record.status.behind
    }


def sheet_of(root, lang="ar", path=FRENCH):
    done = run(root, "sheet", lang, path)
    assert done.exit_code == 0, done.output
    return done.stdout


def returned(root, text, *options):
    file = root.parent / "fiche.txt"
    file.write_bytes(text.encode())
    return run(root, "import-sheet", str(file), *options)


def filled(sheet, words):
    """``sheet`` with other words under the parts named; the others are emptied."""

    def answer(found):
        return f"{found[1]}{words.get(found[2], '')}\n\n"

    return re.sub(r"(\[\[#([^\]]+)\]\]\n.*?\n\[\[=\]\]\n)(.*?)\n\n", answer, sheet, flags=re.DOTALL)


def lines_changed(before, after):
    return [line for line in after.split("\n") if line not in before.split("\n")], [
        line for line in before.split("\n") if line not in after.split("\n")
    ]

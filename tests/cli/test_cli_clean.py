"""``vigie clean``: what it writes, what it shows, and that nothing is lost when it refuses."""

import io
import stat

import docx
import pytest
from click.testing import CliRunner

from built import ROOT
from vigie.cli import main
from vigie.pasted.remains import REMINDER
from vigie.writing import replace_file

DIRTY = "Dont : 🔹 Un\n"
CLEAN = "Dont\u00a0:\n\n- Un\n"


def _run(*arguments, root=None, given=None):
    before = ["--root", str(root)] if root else []
    result = CliRunner().invoke(main, [*before, "clean", *map(str, arguments)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.fixture
def paste(tmp_path):
    path = tmp_path / "texte.md"
    path.write_text(DIRTY, encoding="utf-8")
    path.chmod(0o640)
    return path


def test_a_text_is_rewritten_in_place(paste, tmp_path):
    """The difference first, then what was done; same rights, nothing beside it; the second time nothing changes."""
    result = _run(paste)
    assert result.exit_code == 0
    assert "Ce qui change (- avant, + après)" in result.stdout
    assert "-Dont : 🔹 Un" in result.stdout
    assert "+- Un" in result.stdout
    assert "est remis d’aplomb" in result.stdout
    assert result.stdout.endswith(f"  - {REMINDER}.\n")
    assert paste.read_text(encoding="utf-8") == CLEAN
    assert stat.S_IMODE(paste.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [paste]
    assert "déjà d’aplomb" in _run(paste).stdout
    assert paste.read_text(encoding="utf-8") == CLEAN


def test_a_trial_writes_nothing(paste):
    """It shows the same."""
    result = _run(paste, "--dry-run")
    assert "+- Un" in result.stdout
    assert "Essai seulement" in result.stdout
    assert paste.read_text(encoding="utf-8") == DIRTY


def test_marks_of_the_file_are_kept(tmp_path):
    """A BOM and the ends of lines of Windows; a right file is not written at all."""
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffUn\r\n🔹 Deux\r\n".encode())
    _run(path)
    assert path.read_bytes() == "\ufeffUn\r\n\r\n- Deux\r\n".encode()
    path.write_bytes(b"Un\r\nDeux\nTrois\r\n")
    before = path.stat().st_mtime_ns
    _run(path)
    assert path.read_bytes() == b"Un\r\nDeux\nTrois\r\n"
    assert path.stat().st_mtime_ns == before


def test_standard_input_is_answered_on_standard_output():
    """The text alone there; the rest elsewhere."""
    result = _run("-", given=DIRTY)
    assert result.stdout == CLEAN
    assert "Ce qu’une personne doit encore faire :" in result.stderr


def test_the_result_may_go_to_a_new_file(paste, tmp_path):
    """Which is never written over another."""
    output = tmp_path / "autre.md"
    assert _run(paste, "--output", output).exit_code == 0
    assert (paste.read_text(encoding="utf-8"), output.read_text(encoding="utf-8")) == (DIRTY, CLEAN)
    output.write_text("x", encoding="utf-8")
    result = _run(paste, "--output", output)
    assert (result.exit_code, output.read_text(encoding="utf-8")) == (1, "x")
    assert "existe déjà" in result.stderr


@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_a_document_is_never_written_over(name, tmp_path):
    """Its Markdown comes out instead."""
    written = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("L'essai")
    made.save(written)
    raw = written.getvalue() if name == "a.docx" else b"<p>L'essai</p>"
    path = tmp_path / name
    path.write_bytes(raw)
    result = _run(path)
    assert (result.exit_code, result.stdout) == (0, "L’essai\n")
    assert path.read_bytes() == raw
    assert _run(path, "--output", tmp_path / "a.md").exit_code == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "L’essai\n"


def test_the_kind_may_be_said():
    """When the first bytes deceive."""
    assert _run("-", "--from", "text", given="<p>a</p>\n").stdout == "<p>a</p>\n"
    assert _run("-", "--from", "html", given="L'un").stdout == "L’un\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"a\n\xe9\n", ":2: ce fichier n’est pas en UTF-8"),
        (b"a" * 600_000, ":1: ce texte pèse"),
        (b"", ":1: il n’y a pas de texte"),
        (b'---\ntitle: L\'un\n\nTexte "a" ?\n', ":1: cette ligne « --- » ouvre un en-tête que rien ne ferme"),
    ],
)
def test_what_cannot_be_read_is_refused_and_stays(raw, says, tmp_path):
    """File and line, in French, exit code 1."""
    path = tmp_path / "a.md"
    path.write_bytes(raw)
    result = _run(path)
    assert result.exit_code == 1
    assert f"{path}{says}" in result.stderr
    assert "Rien n’a été écrit." in result.stderr
    assert path.read_bytes() == raw


def test_what_is_no_file_is_refused(paste, tmp_path):
    """Absent, a folder, a link to another place."""
    (tmp_path / "lien.md").symlink_to(paste)
    for name, says in (
        ("absent.md", "ce fichier manque"),
        (".", "fichier ordinaire"),
        ("lien.md", "fichier ordinaire"),
    ):
        result = _run(tmp_path / name)
        assert (result.exit_code, says in result.stderr) == (1, True), name
    assert paste.read_text(encoding="utf-8") == DIRTY


def test_a_file_that_changed_meanwhile_is_not_written_over(paste):
    """Somebody's words come first; nothing is left beside."""
    assert not replace_file(paste, b"autre", b"nouveau")
    assert paste.read_text(encoding="utf-8") == DIRTY
    assert list(paste.parent.iterdir()) == [paste]


def test_what_a_person_must_do_is_listed_by_line(project_root):
    """Brackets, links that say nothing, persons' details, lost letters, pictures without words, mails, flat lists, dates."""
    text = (
        "Voir [Joindre en pdf l’intervention] et sur le lien suivant.\n\nVoir l’article correspondant.\n\n"
        "Écrivez à une.personne@exemple.org, collectif au 06 12 34 56 78.\n\n[Le rapport](https://lnkd.in/x)\n\n![](a.png)\n\n"
        'Un mot \ufffd ici.\n\nLe 03/04/2025 : - Un -Deux\n\nLe "plan.\n\nhttps://exemple.org/page\n\nEnvoyé de mon téléphone\n\n'
        "contre.la.traite@secours-catholique.org\n\nDont : 🔹 Un et la suite.\n\nUn.\n-\nDeux.\n"
    )
    found = [
        line[4:]
        for line in _run("-", root=project_root, given=text).stderr.split("Ce qu’une personne")[1].split("\n")[1:-1]
    ]
    expected = [
        "ligne 1 : crochets laissés", "ligne 1 : « sur le lien suivant »", "ligne 3 : « Voir l’article correspondant »", "ligne 5 : l’adresse «",
        "ligne 5 : « 06 12", "ligne 7 : cette adresse suit", "ligne 9 : l’image", "ligne 11 : caractère illisible",
        "ligne 13 : des tirets", "ligne 13 : la date", "ligne 15 : guillemets", "ligne 17 : cette adresse est nue", "ligne 19 : reste d’un courriel",
        "ligne 25 : ce point finit une liste", "ligne 29 : ce trait sépare", "relisez avec les personnes",
    ]  # fmt: skip
    assert [line for line in found if not any(line.startswith(start) for start in expected)] == []
    assert [start for start in expected if not any(line.startswith(start) for line in found)] == []


@pytest.mark.parametrize("name", ["contributing/editors.md", "contributing/decisions/0024-cleaning.md", "README.fr.md"])
def test_a_guide_of_the_project_is_left_alone(name):
    """It has a first title, no ids, and shows the signs that are mended elsewhere."""
    result = _run("--dry-run", ROOT / name)
    assert (result.exit_code, result.stdout.split(":")[0]) == (0, "Rien à changer ")


def test_lines_taken_out_are_listed(tmp_path):
    """A person puts back the one that was a fact."""
    path = tmp_path / "a.txt"
    path.write_text("Un.\nPost de la Miprof\nJ'aime\n", encoding="utf-8")
    listed = _run(path, "--dry-run").stdout.split("Ce qu’une personne")[1]
    assert "ligne ôtée, mots du site copié : « Post de la Miprof » ; remettez-la" in listed
    assert "« J'aime »" in listed


def test_details_of_persons_are_not_shown_in_the_difference(tmp_path):
    """The list names their line; the difference, which people paste elsewhere, hides them."""
    path = tmp_path / "a.txt"
    path.write_text("Le #plan, une.personne@exemple.org, 06 12 34 56 78\n", encoding="utf-8")
    difference = _run(path, "--dry-run").stdout.split("Ce qu’une personne")[0]
    assert "+Le plan, [coordonnées], [coordonnées]" in difference
    assert "une.personne" not in difference
    assert "06 12" not in difference


def test_the_language_comes_from_the_folder(tmp_path):
    """Another language keeps its own spacing."""
    path = tmp_path / "docs" / "en" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text("The #plan: yes!\n", encoding="utf-8")
    _run(path)
    assert path.read_text(encoding="utf-8") == "The plan: yes!\n"

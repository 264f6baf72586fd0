"""The only door by which files come in: what is refused, on which line, and what is quietly put right."""

import pytest

from golden_texts import assert_says
from vigie.reading import MAX_BYTES, hidden_character, read_text, relative


@pytest.fixture
def write(tmp_path):
    """Write bytes at a path of the project and read them by the door."""

    def write_and_read(raw, name="docs/fr/x.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        return read_text(path, tmp_path)

    return write_and_read


def test_a_text_in_utf_8_is_read_as_it_is(write):
    """French and Arabic, tabs and long lines come in without a word."""
    assert write("été\tعربي\n\nfin\n".encode()) == ("été\tعربي\n\nfin\n", [])


def test_ends_of_lines_of_all_systems_become_one(write):
    """CRLF and CR are LF once read."""
    assert write(b"a\r\nb\rc\n\r\nd") == ("a\nb\nc\n\nd", [])


def test_the_mark_of_windows_is_dropped(write):
    """A BOM at the head of the file is no part of the text."""
    assert write(b"\xef\xbb\xbftitle: a\r\n") == ("title: a\n", [])


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("title: été".encode("latin-1"), 1),
        ("a\nb\nété\nd".encode("latin-1"), 3),
        (b"\xef\xbb\xbfa\nb\n\xe9", 3),
        (b"a\r\nb\r\n\xe9", 3),
        (b"a\rb\r\xe9", 3),
        ("a\nb".encode("utf-16"), 1),
        (b"a\n\xc3", 2),
    ],
)
def test_another_encoding_is_refused_on_the_line_of_its_first_bad_letter(write, raw, line):
    """A file saved in Latin-1 or UTF-16 says where, and how to save it again; nothing of it is used."""
    text, problems = write(raw)
    assert text == ""
    assert_says(problems, [f"{line}: n’est pas en UTF-8 … enregistrez-le de nouveau"])
    assert problems[0].path == "docs/fr/x.md"


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"  \t\r\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_an_empty_file_is_refused(write, raw):
    """Nothing, or only spaces, is no text."""
    text, problems = write(raw)
    assert text == ""
    assert_says(problems, ["1: ce fichier est vide … écrivez son contenu, ou supprimez-le"])


def test_a_file_of_ten_megabytes_is_refused_without_being_read(write, monkeypatch):
    """Its weight is said; its bytes are never loaded."""
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda self: pytest.fail("it was read"))
    text, problems = write(b"a" * 10_000_000)
    assert text == ""
    assert_says(problems, ["1: ce fichier pèse 10000 ko … 1000 ko au plus : coupez le texte, ou joignez un document"])


def test_the_greatest_weight_is_accepted_and_one_byte_more_is_not(write):
    """The bound itself, a million bytes, is allowed."""
    assert MAX_BYTES == 1_000_000
    assert write(b"a" * MAX_BYTES) == ("a" * MAX_BYTES, [])
    assert_says(write(b"a" * (MAX_BYTES + 1))[1], ["1: ce fichier pèse 1000 ko"])


def test_facts_may_weigh_five_times_more_than_a_text(tmp_path):
    """The ledger only grows; a data file beyond its own bound is refused all the same."""
    path = tmp_path / "faits.yaml"
    path.write_bytes(b"a" * 5_000_000)
    assert read_text(path, tmp_path)[1] == []
    path.write_bytes(b"a" * 5_000_001)
    assert_says(read_text(path, tmp_path)[1], ["1: ce fichier pèse 5000 ko … 5000 ko au plus"])


def test_a_missing_file_is_a_problem_not_a_crash(tmp_path):
    """What is not there, or is a folder, is said to be missing."""
    (tmp_path / "dossier.md").mkdir()
    for name in ("rien.md", "dossier.md"):
        assert read_text(tmp_path / name, tmp_path)[0] == ""
        assert_says(
            read_text(tmp_path / name, tmp_path)[1], ["1: ce fichier manque … créez-le ou reprenez-le de l’historique"]
        )


def test_a_link_is_refused_wherever_it_leads(tmp_path):
    """A symbolic link, out of the tree, inside it or to nowhere, is never followed."""
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (root / "vrai.md").write_text("texte")
    for name, target in (("a.md", tmp_path / "secret.md"), ("b.md", root / "vrai.md"), ("c.md", root / "rien.md")):
        (root / name).symlink_to(target)
        text, problems = read_text(root / name, root)
        assert text == ""
        assert_says(problems, ["1: ce fichier est un lien vers un autre endroit … copiez le fichier lui-même"])


def test_a_file_reached_through_a_linked_folder_out_of_the_tree_is_refused(tmp_path):
    """The whole path counts, not only its last part."""
    root = tmp_path / "project"
    outside = tmp_path / "ailleurs"
    root.mkdir()
    outside.mkdir()
    (outside / "x.md").write_text("secret")
    (root / "dossier").symlink_to(outside)
    text, problems = read_text(root / "dossier" / "x.md", root)
    assert text == ""
    assert_says(problems, ["1: lien vers un autre endroit"])


def test_a_project_that_is_itself_reached_by_a_link_is_read(tmp_path):
    """Only links inside the project matter."""
    (tmp_path / "vrai").mkdir()
    (tmp_path / "vrai" / "x.md").write_text("texte")
    (tmp_path / "projet").symlink_to(tmp_path / "vrai")
    assert read_text(tmp_path / "projet" / "x.md", tmp_path / "projet") == ("texte", [])


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF]
)
def test_an_unreadable_character_is_refused_on_its_line(write, code):
    """Control characters, foreign ends of lines and marks of a bad copy are told with their code."""
    text, problems = write(f"un\ndeux{chr(code)}\ntrois".encode())
    assert text
    assert_says(problems, [f"2: caractère illisible (U+{code:04X}) … retapez le mot"])


@pytest.mark.parametrize(
    "code", [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
)
def test_an_invisible_direction_mark_is_refused_on_its_line(write, code):
    """What turns text around without being seen is told with its code."""
    _, problems = write(f"un\r\ndeux\r\ntr{chr(code)}ois".encode())
    assert_says(
        problems,
        [f"3: marque de direction invisible (U+{code:04X}) … effacez-la : le site isole lui-même nombres et mots"],
    )


@pytest.mark.parametrize(
    "code", [0x09, 0x20, 0xA0, 0xAD, 0x2010, 0x202F, 0x2027, 0x2065, 0x200D, 0x200C, 0x206A, 0xE000]
)
def test_neighbours_of_what_is_refused_are_accepted(write, code):
    """Tabs, French spaces and the joiners that Persian needs are letters like others."""
    assert write(f"un{chr(code)}deux".encode()) == (f"un{chr(code)}deux", [])


def test_each_line_is_told_once():
    """The first hidden character of a text is the one that is told."""
    assert hidden_character("a\u202eb\x00")[0] == "marque de direction invisible (U+202E)"
    assert hidden_character("a\udfff") is not None
    assert hidden_character("a\ud800") == ("caractère illisible (U+D800)", "retapez le mot : la copie l’a abîmé")
    assert hidden_character("sans rien\n\tde caché") is None


def test_every_guilty_line_is_told(write):
    """Two lines, two problems."""
    _, problems = write("\x00\x00\nbien\n\u202e".encode())
    assert_says(problems, ["1: caractère illisible", "3: marque de direction"])


def test_paths_are_shown_from_the_root_with_slashes(tmp_path):
    """Messages never show where the project lives."""
    assert relative(tmp_path / "docs" / "fr" / "x.md", tmp_path) == "docs/fr/x.md"

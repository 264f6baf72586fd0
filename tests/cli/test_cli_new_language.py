"""``vigie new language``: all that a language needs, hidden; nothing written when anything is refused."""

import datetime

import pytest
import yaml

from built import TODAY, run
from vigie.languages import Language
from vigie.load_build import load_build
from vigie.site.hidden import check_hidden
from vigie.site.language_code import known_codes, why_refused
from vigie.yaml_list import with_entry


def _files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _refused(root, *arguments):
    """What it says; the project must be as it was."""
    before = _files(root)
    done = run("new", "language", *arguments, root=root)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert _files(root) == before
    return done.stderr


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("../x", "deux lettres minuscules (ISO 639-1)"),
        ("", "deux lettres minuscules"),
        ("FR", "vouliez-vous dire « fr »"),
        ("Es", "vouliez-vous dire « es »"),
        ("fr", "la langue source : elle est déjà là"),
        ("xx", "n’est pas une langue que Babel connaît ; codes les plus proches : xh (xhosa)"),
        ("fil", "ni code de trois lettres"),
        ("zh-hans", "ni écriture ou pays (zh-hans, pt-br)"),
        ("zh_Hans", "deux lettres minuscules"),
        ("e\n", "deux lettres minuscules"),
        ("ar", "« ar » est déjà dans data/site.yaml (status: pilot)"),
    ],
)
def test_a_bad_code_is_refused_and_nothing_is_written(project_copy, code, says):
    """With what is accepted, or the nearest codes."""
    assert says in _refused(project_copy, "--", code)


def test_every_accepted_code_has_a_name_a_direction_and_dates():
    """Of whatever language Babel knows: nothing fails later."""
    assert len(known_codes()) > 150
    for code in known_codes():
        if code == "fr":
            continue
        assert why_refused(code) is None
        language = Language(code)
        assert language.name and language.direction in ("ltr", "rtl") and language.number(1)


def test_it_writes_two_entries_and_empty_files(project_copy):
    """Comments and order of the rest are kept, byte for byte; no French stands under the language's name."""
    before = _files(project_copy)
    done = run("new", "language", "ps", root=project_copy)
    assert done.returncode == 0, done.stderr
    after = _files(project_copy)
    made = {f"data/ps/{name}.yaml" for name in ("interface", "contacts", "topics", "measures")} | {"docs/ps/.gitkeep"}
    assert set(after) - set(before) == made
    assert {name for name in before if before[name] != after[name]} == {"data/site.yaml", "mkdocs.yml"}
    for name, entry in (
        ("data/site.yaml", "  - code: ps\n    status: hidden\n    leave_to: https://meteofrance.com/\n"),
        ("mkdocs.yml", '        - locale: ps\n          name: "پښتو"\n          build: true\n'),
    ):
        text = after[name].decode()
        assert text.count(entry) == 1 and text.replace(entry, "").encode() == before[name]
    values = {name: yaml.safe_load(after[name]) for name in made if name.endswith(".yaml")}
    assert values == {
        "data/ps/interface.yaml": None,
        "data/ps/contacts.yaml": {"contacts": []},
        "data/ps/topics.yaml": {"topics": []},
        "data/ps/measures.yaml": {
            "translation": {"source": None, "state": "draft", "method": "human"},
            "plan_title": None, "axes": [], "claims": [], "measures": [],
        },
    }  # fmt: skip
    build, problems = load_build(project_copy, datetime.date.fromisoformat(TODAY))
    assert problems == [] and build.hidden_languages == ("ps",)
    assert [problem.path for problem in check_hidden(build)] == ["data/ps/interface.yaml"]


def test_each_commented_line_is_ready_for_its_translation(project_copy):
    """Once their « # » is taken away, the lines are those of the French file."""
    run("new", "language", "uk", root=project_copy)
    lines = (project_copy / "data/uk/interface.yaml").read_text(encoding="utf-8").split("\n")
    opened = "\n".join(line if line.startswith("# ---") else line.removeprefix("# ") for line in lines[5:])
    assert yaml.safe_load(opened) == yaml.safe_load((project_copy / "data/interface.yaml").read_text(encoding="utf-8"))
    for name, key in (("contacts", "contacts"), ("topics", "topics")):
        text = (project_copy / f"data/uk/{name}.yaml").read_text(encoding="utf-8")
        opened = text.replace(f"{key}: []", f"{key}:").replace("\n#  ", "\n  ")
        french = yaml.safe_load((project_copy / f"data/{name}.yaml").read_text(encoding="utf-8"))
        assert [one["id"] for one in yaml.safe_load(opened)[key]] == [one["id"] for one in french[key]]


def test_it_says_what_to_do_next_in_order(project_copy):
    """The vital pages as the menu has them, then words, check, pilot, public."""
    said = run("new", "language", "es", root=project_copy).stdout
    steps = ["vigie start docs/fr/infos/qui-appeler.md es", "vigie start docs/fr/infos/urgence.md es",
             "data/es/contacts.yaml, data/es/interface.yaml", "status: pilot", "status: public"]  # fmt: skip
    assert [said.index(step) for step in steps] == sorted(said.index(step) for step in steps)


def test_a_dry_run_writes_nothing(project_copy):
    """And names the files."""
    before = _files(project_copy)
    done = run("new", "language", "es", "--dry-run", root=project_copy)
    assert done.returncode == 0 and _files(project_copy) == before
    assert (
        "data/site.yaml (modifié, pas écrit)" in done.stdout
        and "data/es/topics.yaml (nouveau, pas écrit)" in done.stdout
    )


def test_a_name_of_its_own_is_written_and_shown(project_copy):
    """Quotes and colons are nobody's syntax."""
    done = run(
        "new", "language", "ti", "--name", 'ትግርኛ : "x"', "--leave-to", "https://meteo.example/", root=project_copy
    )
    assert done.returncode == 0, done.stderr
    site = yaml.safe_load((project_copy / "data/site.yaml").read_text(encoding="utf-8"))
    assert site["languages"][-1] == {
        "code": "ti", "name": 'ትግርኛ : "x"', "status": "hidden", "leave_to": "https://meteo.example/"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--name", "<b>"), "« < » ou « > »"),
        (("--name", "a\u202eb"), "marque de direction invisible"),
        (("--name", "a\nb"), "--name : un nom sur une ligne"),
        (("--name", ""), "--name"),
        (("--name", "x" * 41), "--name"),
        (("--leave-to", "http://a.example/"), "ne convient pas à « Quitter vite »"),
        (("--leave-to", "javascript:1"), "n’est pas une adresse du web"),
    ],
)
def test_a_bad_name_or_way_out_is_refused(project_copy, options, says):
    """As the check would."""
    assert says in _refused(project_copy, "es", *options)


def test_files_that_are_there_already_are_kept(project_copy):
    """Somebody began before the language was declared."""
    (project_copy / "data/es").mkdir()
    (project_copy / "data/es/topics.yaml").write_text("topics: [] # déjà\n", encoding="utf-8")
    assert run("new", "language", "es", root=project_copy).returncode == 0
    assert (project_copy / "data/es/topics.yaml").read_text(encoding="utf-8") == "topics: [] # déjà\n"


def test_a_language_that_mkdocs_has_already_is_not_named_twice(project_copy):
    """The other list alone is completed."""
    path = project_copy / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("        - locale: en\n", "        - locale: es\n          name: E\n        - locale: en\n")
    )
    before = path.read_bytes()
    assert run("new", "language", "es", root=project_copy).returncode == 0
    assert path.read_bytes() == before


def test_a_french_page_at_the_address_of_the_language_is_told(project_copy):
    """One of the two would be lost."""
    (project_copy / "docs/fr/es.md").write_text("---\ntitle: A\ndescription: B\n---\n", encoding="utf-8")
    assert "docs/fr/es.md a l’adresse de cette langue" in _refused(project_copy, "es")


def test_a_folder_that_leads_elsewhere_is_refused(project_copy, tmp_path):
    """Nothing is written through a link."""
    (tmp_path / "ailleurs").mkdir()
    (project_copy / "data/es").symlink_to(tmp_path / "ailleurs")
    assert "data/es n’est pas un dossier" in _refused(project_copy, "es")
    assert list((tmp_path / "ailleurs").iterdir()) == []


def test_a_list_that_cannot_be_completed_is_left_to_the_hand(project_copy):
    """Between brackets there is no line to add."""
    path = project_copy / "data/site.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("languages:\n"), text.index("\n# Ce que la loi")
    path.write_text(
        f"{text[:start]}languages: [{{code: fr, status: public, leave_to: 'https://a.example/'}}]\n{text[end:]}"
    )
    config = project_copy / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8"))
    assert "data/site.yaml ne se complète pas sans risque ; écrivez-y vous-même" in _refused(project_copy, "es")


def test_a_project_that_cannot_be_read_is_told_and_left(project_copy):
    """What is wrong comes first."""
    (project_copy / "data/site.yaml").write_text("status: [\n", encoding="utf-8")
    said = _refused(project_copy, "es")
    assert "data/site.yaml:" in said and "Rien n’a été écrit" in said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- x: 1 # un\n# fin\nb: 2\n", "a:\n- x: 1 # un\n- y: 3\n# fin\nb: 2\n"),
        ("a:\n  - x: 1\n    z: [1,\n      2]\n\nb: 2", "a:\n  - x: 1\n    z: [1,\n      2]\n  - y: 3\n\nb: 2"),
        ("a:\n  - x: |\n      mot\n      mot\nb: 2\n", "a:\n  - x: |\n      mot\n      mot\n  - y: 3\nb: 2\n"),
        ("a:\n  - x: 1", "a:\n  - x: 1\n  - y: 3\n"),
        ("a:\r\n  - x: 1\r\nb: 2\r\n", "a:\r\n  - x: 1\r\n  - y: 3\r\nb: 2\r\n"),
        ("a: [1]\n", None),
        ("a: []\n", None),
        ("a: 1\n", None),
        ("b: 1\n", None),
        ("a: [\n", None),
        ("", None),
    ],
)
def test_an_entry_is_added_at_the_end_of_a_list_as_text(text, expected):
    """Everything else stays, comments and line ends included."""
    assert with_entry(text, ("a",), ["y: 3"]) == expected

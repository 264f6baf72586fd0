"""A hostile post is refused on the line of each attack, whatever key or name carries it; what is written stays in the site."""

import re

import pytest
from small_post import STEM, TEXT, problems_of

from golden_cases import text_of
from vigie.documents import load_documents
from vigie.news.load import load_posts

SCRIPT = "<script>alert(1)</script>"
CLIMB = "../../../etc/passwd"
ATTACKS = {
    "script": SCRIPT,
    "climb": CLIMB,
    "program-as-address": "javascript:alert(1)",
    "reading-order": "mot\u202etom",
    "megabyte": "A" * 1_000_000,
    "list": "[a, b]",
    "another-object": "!!python/object/apply:os.system [id]",
}
WORDS = {"title", "description", "place", "publisher"}
"""Keys whose value is words: « javascript:alert(1) » is shown as such, and is no address."""
PLACES = [
    (number, match["key"], match["value"])
    for number, line in enumerate(text_of("post.md").split("\n"), start=1)
    for match in re.finditer(r"(?P<key>[a-z_]+): (?P<value>\"[^\"]*\"|\[[^\]]*\]|[^,}\"\[{]+)", line)
    if number < 25
]


def _cases():
    for number, key, value in PLACES:
        for name, attack in ATTACKS.items():
            if key in WORDS and name == "program-as-address":
                continue
            yield pytest.param(number, key, value, attack, id=f"{number}-{key}-{name}")


def test_every_key_that_holds_a_value_is_attacked():
    """The golden post has them all; a key that is added to it is attacked too."""
    assert {key for _n, key, _v in PLACES} >= {
        "title", "description", "category", "measures", "topics", "url", "date", "start", "end", "place", "online",
        "file", "language", "publish_on", "expire_on", "publisher", "draft", "sensitive",
    }  # fmt: skip


@pytest.mark.parametrize(("number", "key", "value", "attack"), list(_cases()))
def test_an_attack_is_refused_on_its_line(number, key, value, attack):
    """Script, path, address, hidden sign, weight, object: each in each key (a control character is refused when the file is read)."""
    lines = TEXT.split("\n")
    written = attack if attack.startswith(("[", "!!")) else f'"{attack}"'
    assert value in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(f"{key}: {value}", f"{key}: {written}", 1)
    found = problems_of("\n".join(lines))
    assert found, (key, attack[:40])
    assert number in {problem.line for problem in found}, found
    assert all(len(str(problem)) < 700 for problem in found)


@pytest.mark.parametrize(
    "zone",
    [
        "2025-02-12 18:30 Europe/Paris",
        "2025-02-12T18:30+09:00",
        "2025-02-12 18:30Z",
        "2025-02-12 25:00",
        "2025-03-30 02:30",
    ],
)
def test_a_wrong_zone_or_hour_is_refused(zone):
    """Hours are those of Paris, and exist there."""
    found = problems_of(TEXT.replace("start: 2025-02-12 18:30", f'start: "{zone}"'))
    assert any(10 <= problem.line <= 11 for problem in found), found


@pytest.mark.parametrize(
    "stem",
    [
        "2025-13-01-x",
        "2025-02-30-x",
        "x",
        "2025-01-01",
        "2025-01-01-",
        "2025-01-01-X",
        "2025-01-01-é",
        "2025-01-01-a b",
        "2025-01-01-..",
        "2025-01-01-a--b",
    ],
)
def test_a_name_that_gives_no_address_is_refused(stem):
    """The name alone makes the address: it is of one form."""
    assert [p.line for p in problems_of(stem=stem)] == [1]


def test_the_good_post_is_accepted():
    """The attacks above are refused for what they are, not for where they stand."""
    assert problems_of() == []


@pytest.mark.parametrize("name", ["..", "a\nb", "con", "-rf", "é", "a..b", "%2e%2e"])
def test_a_hostile_file_name_is_told_and_never_read(tmp_path, name):
    """The file is named; no page, and nothing else, is made of it."""
    folder = tmp_path / "docs" / "fr" / "actualites"
    folder.mkdir(parents=True)
    (folder / f"{name}.md").write_text(TEXT, encoding="utf-8")
    documents, problems = load_documents(tmp_path, ("fr",))
    posts, wrong = load_posts(documents)
    assert posts == () and [*problems, *wrong]


def test_two_posts_at_one_address_are_refused(tmp_path):
    """One of them would be lost."""
    folder = tmp_path / "docs" / "fr" / "actualites"
    (folder / STEM).mkdir(parents=True)
    for path in (folder / f"{STEM}.md", folder / STEM / "index.md"):
        path.write_text(TEXT, encoding="utf-8")
    assert any("même adresse" in problem.what for problem in load_documents(tmp_path, ("fr",))[1])


def test_a_text_of_more_than_a_megabyte_is_not_read(tmp_path):
    """Refused by its weight, whatever key holds it."""
    folder = tmp_path / "docs" / "fr" / "actualites"
    folder.mkdir(parents=True)
    (folder / f"{STEM}.md").write_text(TEXT.replace("Salle imaginaire", "A" * 1_000_001), encoding="utf-8")
    documents, problems = load_documents(tmp_path, ("fr",))
    assert documents == () and [problem.line for problem in problems] == [1]

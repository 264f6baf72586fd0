"""What ``vigie new post`` writes in the file: every key explained, the ids that exist, blanks that the check names."""

import re

import pytest
from click.testing import CliRunner

from vigie.cli import main
from vigie.cli.check import problems_of
from vigie.documents import parse_document
from vigie.news.load import load_posts
from vigie.news.model import PostMeta

NEWS = "docs/fr/actualites/2026-11-22-un-essai.md"
SUMMARY = "docs/fr/plaidoyer/2026-10.md"
FILLED = {
    'description: "À ÉCRIRE"': 'description: "Une phrase d’essai."',
    '  - {title: "À ÉCRIRE", url: null': '  - {title: "Une page", url: "https://www.exemple.org/page"',
    "\ndraft: true": "",
}


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "new", "post", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def _new(root, path, *arguments):
    result = _run(root, "Un essai", *arguments)
    assert result.exit_code == 0, result.output
    assert result.output == f"{path} est prêt : complétez-le, puis « make check ».\n"
    return (root / path).read_text(encoding="utf-8")


def _filled(text):
    for blank, words in FILLED.items():
        assert text.count(blank) == 1, blank
        text = text.replace(blank, words)
    return re.sub(r"^À ÉCRIRE.*$", "Deux mots.", text, flags=re.MULTILINE)


def _keys(text, pattern):
    return re.findall(pattern, text.split("---\n")[1], re.MULTILINE)


KINDS = [(NEWS, ()), (SUMMARY, ("--plaidoyer", "2026-10"))]


@pytest.mark.parametrize(("path", "arguments"), KINDS)
def test_the_new_file_breaks_nothing_and_passes_once_it_is_filled(path, arguments, project_copy):
    """A draft does not appear; filled and published, it is a text like another."""
    text = _new(project_copy, path, *arguments)
    assert problems_of(project_copy) == []
    (project_copy / path).write_text(_filled(text), encoding="utf-8")
    assert problems_of(project_copy) == []


@pytest.mark.parametrize(("path", "arguments"), KINDS)
def test_each_blank_is_refused_on_its_line_once_the_text_would_appear(path, arguments, project_copy):
    """Description, source and body; for a summary, the address of the original too."""
    text = _new(project_copy, path, *arguments).replace("\ndraft: true", "")
    (project_copy / path).write_text(text, encoding="utf-8")
    blanks = [n for n, line in enumerate(text.split("\n"), 1) if "À ÉCRIRE" in line and not line.startswith("#")]
    assert len(blanks) == 3
    found = problems_of(project_copy)
    assert [p.line for p in found if "« À ÉCRIRE » attend toujours" in p.what] == blanks
    assert [p.path for p in found] == [path] * len(found)
    original = [p.line for p in found if "ne renvoie pas au texte d’origine" in p.what]
    assert len(original) == (1 if "plaidoyer" in path else 0)


@pytest.mark.parametrize(("path", "arguments"), KINDS)
def test_every_key_is_there_and_explained(path, arguments, project_copy):
    """Those to fill in, and every other one behind a « # », each after words; none is invented."""
    text = _new(project_copy, path, *arguments)
    lines = text.split("---\n")[1].splitlines()
    shown, hidden = _keys(text, r"^([a-z_]+):"), _keys(text, r"^#([a-z_]+):")
    category = [] if "plaidoyer" in path else ["category"]
    assert shown == ["title", "description", *category, "measures", "topics", "sources", "draft"]
    assert set(PostMeta.model_fields) - {"category", "translation"} <= {*shown, *hidden}
    assert set(hidden) - {"updated_on"} <= set(PostMeta.model_fields)
    for number, line in enumerate(lines):
        if re.match(r"#?[a-z_]+:", line) and not line.startswith("title"):
            assert lines[number - 1].startswith("# "), line


@pytest.mark.parametrize(("path", "arguments"), KINDS)
def test_what_is_behind_a_sign_is_right_once_the_sign_is_taken_away(path, arguments, project_copy):
    """All of them at once: the front matter is read as it is explained."""
    text = _filled(_new(project_copy, path, *arguments))
    known = "|".join(PostMeta.model_fields)
    text = re.sub(rf"^#((?:{known}):|  )", r"\1", text, flags=re.MULTILINE)
    stem = path.rsplit("/", 1)[1].removesuffix(".md")
    document, problems = parse_document(text, path, "fr", f"{path.split('/')[2]}/{stem}")
    assert problems == []
    (post,), problems = load_posts([document])
    assert problems == []
    assert post.meta.event
    assert post.meta.attachments
    assert post.meta.based_on
    assert post.meta.sensitive
    assert post.meta.publish_on < post.meta.expire_on


def test_the_ids_that_exist_are_listed_with_their_names(project_copy):
    """Of measures and of topics, in comments; a long name is cut, and never begins a line of its own."""
    text = _new(project_copy, NEWS)
    assert "# - observatoire : Observatoire national de l’exploitation et de la traite\n" in text
    assert "# - greta : GRETA (Conseil de l’Europe)\n" in text
    topics = project_copy / "data/topics.yaml"
    long = "Un nom " + "très " * 20 + "long"
    topics.write_text(
        topics.read_text(encoding="utf-8").replace("GRETA (Conseil de l’Europe)", f"{long}\\ntitle: pris"),
        encoding="utf-8",
    )
    (project_copy / NEWS).unlink()
    (line,) = (line for line in _new(project_copy, NEWS).split("\n") if line.startswith("# - greta"))
    assert len(line) < 80
    assert line.endswith("…")


def test_the_list_of_ids_is_left_out_when_it_cannot_be_read(project_copy):
    """The check says why; writing a text does not wait for it."""
    for name in ("topics", "measures"):
        (project_copy / f"data/{name}.yaml").write_text("{", encoding="utf-8")
    text = _new(project_copy, NEWS)
    assert "Identifiants connus" not in text
    assert "measures: []\n" in text


def test_a_month_may_have_a_second_summary(project_copy):
    """Its file says which; the month is that of its source."""
    path = "docs/fr/plaidoyer/2024-06-epu.md"
    assert "date: 2024-06}" in _new(project_copy, path, "--plaidoyer", "2024-06-epu")


@pytest.mark.parametrize(
    "month", ["2024-13", "2024", "juin 2024", "2024-06-", "../2024-06", "2024-06-03", "2024-06/x", ""]
)
def test_a_month_that_is_none_is_refused(month, project_copy):
    """In French, with an example."""
    before = sorted(project_copy.rglob("*.md"))
    result = _run(project_copy, "Un essai", "--plaidoyer", month)
    assert result.exit_code == 1
    assert f"« {month} » n’est pas un mois ; écrivez par exemple 2024-06" in result.stderr
    assert sorted(project_copy.rglob("*.md")) == before


@pytest.mark.parametrize(
    "arguments",
    [("--date", "1999-12-31"), ("--date", "2027-11-24"), ("--plaidoyer", "1999-12"), ("--plaidoyer", "2027-12")],
)
def test_a_date_far_from_ours_is_refused(arguments, project_copy):
    """A slip of the finger would be an address for ever."""
    result = _run(project_copy, "Un essai", *arguments)
    assert result.exit_code == 1
    assert f"« {arguments[1]} » est hors limites" in result.stderr


@pytest.mark.parametrize("arguments", [("--date", "2000-01-01"), ("--date", "2027-11-23"), ("--plaidoyer", "2000-01")])
def test_the_first_and_last_dates_are_accepted(arguments, project_copy):
    """The bounds themselves are good."""
    assert _run(project_copy, "Un essai", *arguments).exit_code == 0


@pytest.mark.parametrize(("option", "value"), [("--date", "2024-06-01"), ("--category", "loi")])
def test_a_summary_has_neither_day_nor_category(option, value, project_copy):
    """Two ways to say a date would be one too many."""
    result = _run(project_copy, "Un essai", "--plaidoyer", "2024-05", option, value)
    assert result.exit_code == 1
    assert "ni --date ni --category" in result.stderr


@pytest.mark.parametrize(("path", "arguments"), KINDS)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_name_that_is_taken_in_any_language_is_refused(lang, path, arguments, project_copy):
    """An Arabic text of that name would become the translation of another text."""
    taken = project_copy / path.replace("/fr/", f"/{lang}/")
    taken.parent.mkdir(parents=True, exist_ok=True)
    taken.write_text("À garder.\n", encoding="utf-8")
    result = _run(project_copy, "Un essai", *arguments)
    assert result.exit_code == 1
    assert f"{path.replace('/fr/', f'/{lang}/')} existe déjà" in result.stderr
    assert taken.read_text(encoding="utf-8") == "À garder.\n"


@pytest.mark.parametrize("title", ["a<b>", "un\ndeux", "x" * 111, "…", "   "])
def test_a_summary_s_title_is_judged_like_any_other(title, project_copy):
    """Its address does not come from it, its page does."""
    assert _run(project_copy, title, "--plaidoyer", "2026-10").exit_code == 1
    assert not (project_copy / SUMMARY).exists()

"""``vigie new post``: a file that the check accepts, whatever the title; nothing written when refused."""

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from vigie.cli import main
from vigie.documents import load_documents
from vigie.news.load import load_posts
from vigie.slugs import slug

FOLDER = "docs/fr/actualites"


@pytest.fixture
def project(tmp_path):
    """The least that is a project: its configuration file and the folder of the news."""
    root = tmp_path / "petit"
    (root / FOLDER).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Fictif\n", encoding="utf-8")
    return root


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), "new", "post", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def _written(root):
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md"))


def _posts(root):
    documents, problems = load_documents(root, ("fr",))
    assert problems == []
    posts, wrong = load_posts(documents)
    assert wrong == []
    return posts


TITLES = [
    ("Rencontre avec l’OSCE", "rencontre-avec-l-osce"),
    ("/etc/passwd", "etc-passwd"),
    ('Un "titre" cité', "un-titre-cite"),
    ("L'apostrophe et \\ la barre", "l-apostrophe-et-la-barre"),
    ('Fin par une barre \\"', "fin-par-une-barre"),
    ("Clé: valeur # pas un commentaire", "cle-valeur-pas-un-commentaire"),
    ("{title} {{day}} %s {0}", "title-day-s-0"),
    ("yes", "yes"),
    ("2024", "2024"),
    ("Œuvre, cœur, ÉTÉ à Noël", "oeuvre-coeur-ete-a-noel"),
    ("Un cœur ❤ et un mot", "un-coeur-et-un-mot"),
    ("Titre en arabe عنوان", "titre-en-arabe"),
    ("  espaces   partout  ", "espaces-partout"),
    ("« Guillemets » & autres…", "guillemets-autres"),
    ("x" * 110, "x" * 60),
]


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_the_new_file_is_read_back_as_it_was_asked(title, name, project):
    """One file, in the folder of the news, whose title is exactly the one typed."""
    result = _run(project, title)
    assert result.exit_code == 0, result.output
    assert _written(project) == [f"{FOLDER}/2026-11-22-{name}.md"]
    assert result.output == f"{FOLDER}/2026-11-22-{name}.md est prêt : complétez-le, puis « make check ».\n"
    (made,) = _posts(project)
    assert made.meta.title == title
    assert (made.meta.draft, made.meta.category, str(made.date)) == (True, "rencontre", "2026-11-22")
    assert (made.meta.measures, made.meta.topics) == ((), ())


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("a<b>", "titre de 110 caractères au plus"),
        ("a > b", "titre de 110 caractères au plus"),
        ("<script>alert(1)</script>", "titre de 110 caractères au plus"),
        ("x " * 150, "titre de 110 caractères au plus"),
        ("x" * 111, "titre de 110 caractères au plus"),
        ("un\ndeux", "sur une ligne"),
        ("un\rdeux", "sur une ligne"),
        ("un\tdeux", "sur une ligne"),
        ("un\u2028deux", "sur une ligne"),
        ("un\u2029deux", "sur une ligne"),
        ("un\ue000deux", "signe invisible"),
        ("un\u0085deux", "sur une ligne"),
        ("un\x00deux", "signe invisible"),
        ("un\x1b[31mdeux", "signe invisible"),
        ("un\x7fdeux", "signe invisible"),
        ("un\u202edeux", "signe invisible"),
        ("un\u200fdeux", "signe invisible"),
        ("un\u2066deux", "signe invisible"),
        ("un\ufffddeux", "signe invisible"),
        ("un\udcffdeux", "signe invisible"),
        ("🎉🎉", "ce titre ne donne pas d’adresse"),
        ("عنوان", "ce titre ne donne pas d’adresse"),
        ("../../x", "contient « ../ »"),
        ("un/../x", "contient « ../ »"),
        ("..\\..\\x", "contient « ../ »"),
        ("...", "ce titre ne donne pas d’adresse"),
        ("", "ce titre ne donne pas d’adresse"),
        ("   ", "ce titre ne donne pas d’adresse"),
    ],
)
def test_a_title_that_cannot_be_is_refused(title, says, project):
    """In French, with exit code 1, and nothing is written."""
    result = _run(project, title)
    assert result.exit_code == 1
    assert says in result.stderr
    assert _written(project) == []


@given(st.text(max_size=120))
def test_any_title_has_a_safe_slug(title):
    """Plain letters, digits and single hyphens, sixty at most, stable."""
    made = slug(title)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(made) <= 60
    assert "--" not in made
    assert made == made.strip("-")
    assert slug(made) == made


def test_a_long_title_is_cut_between_words():
    """Whole words up to sixty signs; a single long word is cut."""
    assert slug("mot " * 40) == "-".join(["mot"] * 15)
    assert slug("a" * 59 + " b") == "a" * 59
    assert slug("a" * 58 + " b") == "a" * 58 + "-b"
    assert slug("a" * 70 + " b") == "a" * 60


def test_a_dry_run_shows_the_file_and_writes_nothing(project):
    """Path and content are printed; the content is that of the true run."""
    result = _run(project, "Un titre", "--dry-run")
    assert result.exit_code == 0
    assert _written(project) == []
    head, _, text = result.output.partition("\n\n")
    assert head == f"{FOLDER}/2026-11-22-un-titre.md (pas écrit)"
    _run(project, "Un titre")
    assert (project / FOLDER / "2026-11-22-un-titre.md").read_text(encoding="utf-8") == text[:-1]


@pytest.mark.parametrize("arguments", [[], ["--dry-run"]])
def test_an_existing_file_is_never_written_over(arguments, project):
    """Nor announced as ready to be written."""
    path = project / FOLDER / "2026-11-22-un-titre.md"
    path.write_text("À garder.\n", encoding="utf-8")
    result = _run(project, "Un titre", *arguments)
    assert result.exit_code == 1
    assert f"{FOLDER}/2026-11-22-un-titre.md existe déjà ; changez le titre, la date ou le mois" in result.stderr
    assert path.read_text(encoding="utf-8") == "À garder.\n"


def test_a_link_to_elsewhere_is_never_followed(project, tmp_path):
    """A link that leads nowhere yet would let the file be written outside."""
    (project / FOLDER / "2026-11-22-un-titre.md").symlink_to(tmp_path / "dehors.md")
    assert _run(project, "Un titre").exit_code == 1
    assert not (tmp_path / "dehors.md").exists()


def test_date_and_category_are_those_asked(project):
    """The date is in the name, the category in the header."""
    assert _run(project, "Un titre", "--date", "2024-02-29", "--category", "loi").exit_code == 0
    (made,) = _posts(project)
    assert (made.document.stem, made.meta.category) == ("2024-02-29-un-titre", "loi")
    assert [str(source.date) for source in made.meta.sources] == ["2024-02-29"]


@pytest.mark.parametrize(
    "day", ["2023-02-29", "demain", "14/07/2024", "2024-13-01", "../2024", "2026-W01-1", "20240703", "2024-07-03\n"]
)
def test_a_day_that_does_not_exist_is_refused(day, project):
    """In French, with an example."""
    result = _run(project, "Un titre", "--date", day)
    assert result.exit_code == 1
    assert f"« {day} » n’est pas un jour ; écrivez par exemple 2024-07-03" in result.stderr
    assert _written(project) == []


def test_an_unknown_category_is_refused(project):
    """Only those of the closed list."""
    result = _run(project, "Un titre", "--category", "divers")
    assert result.exit_code == 2
    assert _written(project) == []


def test_the_folder_of_the_news_is_made_when_it_is_missing(project):
    """The first post of a new site needs no preparation."""
    (project / FOLDER).rmdir()
    assert _run(project, "Un titre").exit_code == 0
    assert _written(project) == [f"{FOLDER}/2026-11-22-un-titre.md"]


def test_outside_a_project_nothing_is_written(tmp_path):
    """The command says where to go instead of making folders here."""
    result = _run(tmp_path, "Un titre")
    assert result.exit_code == 1
    assert "il n’y a pas de mkdocs.yml dans" in result.stderr
    assert list(tmp_path.iterdir()) == []

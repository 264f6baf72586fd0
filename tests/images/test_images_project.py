"""Pictures in copies of the real project: told on their line, placed in the pages, served, kept, and never the originals."""

import datetime
import io
import re

import pytest
from PIL import Image

from built import build
from golden_cases import cases
from pictures import SECRETS, bomb, drawing, photo
from vigie.images import encode as encoding
from vigie.images.check import check_images
from vigie.images.pages import image_files
from vigie.load_build import load_build
from vigie.made_once import FOLDER as CACHE
from vigie.ready import make_ready, write_fragments
from vigie.render import Renderer
from vigie.site.pages import all_pages

FOLDER = CACHE / "images"
DAY = datetime.date(2026, 11, 22)
PAGE = "docs/fr/vie-privee.md"
POST = "docs/fr/actualites/2024-12-12-plan-un-an.md"
_MADE_BY = "translation: {source: null, state: draft, method: machine}\n"
SHOWN = "Deux personnes debout devant une carte de France"
FILES = {
    "photo": photo(), "drawing": drawing(), "svg": b"<svg onload='alert(1)'/>", "text": b"mots", "empty": b"", "bomb": bomb(),
    "truncated": photo()[:-300],
}  # fmt: skip


def _add(root, path, line):
    """Add ``line`` to a text; the number of that line."""
    text = (root / path).read_text(encoding="utf-8") + f"\n{line}\n"
    (root / path).write_text(text, encoding="utf-8")
    return text.count("\n")


def _put(root, name, raw):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _problems(root):
    build, problems = load_build(root, DAY)
    return [*problems, *check_images(build)]


def _images(root):
    """The pictures that the site would serve."""
    build, _ = load_build(root, DAY)
    return image_files(build, all_pages(build))


def _content(root, lang, address):
    """What a page has inside its frame."""
    build, _ = load_build(root, DAY)
    index = all_pages(build)
    return Renderer(build, index).fragment(index.get(lang, address))


@pytest.fixture
def illustrated(project_copy):
    """A page and a post with one photo each."""
    _put(project_copy, "docs/fr/photo.jpg", photo((2000, 1000)))
    _put(project_copy, "docs/fr/actualites/salle.png", drawing())
    _add(project_copy, PAGE, f"![{SHOWN}](photo.jpg)")
    _add(project_copy, POST, "![Une salle pleine](salle.png)")
    return project_copy


@pytest.mark.parametrize("case", cases("image_references.yaml"))
def test_each_picture_that_cannot_be_shown_is_told_on_its_line(case, project_copy):
    """In French, in the file of the text, and the build stops."""
    file = case.raw.get("file")
    if file:
        _put(project_copy, f"docs/fr/{file['name']}", FILES[file["of"]])
    line = _add(project_copy, PAGE, case.raw["text"])
    found = [str(problem) for problem in _problems(project_copy) if problem.blocking]
    told = [one for one in found if one.startswith(f"{PAGE}:{line}: ") and all(words in one for words in case.says)]
    assert told, found


def test_a_picture_is_placed_with_its_size_and_loaded_late(illustrated):
    """Address made from the bytes, words, width and height, lazy and asynchronous; one file each, in WebP."""
    images = _images(illustrated)
    assert all(re.fullmatch(r"images/(photo|salle)-[0-9a-f]{8}\.webp", name) for name in images)
    name = next(name for name in images if "photo" in name)
    tag = f'<img src="../{name}" alt="{SHOWN}" width="1600" height="800" loading="lazy" decoding="async">'
    assert tag in _content(illustrated, "fr", "vie-privee/")
    assert 'src="../../images/salle-' in _content(illustrated, "fr", "actualites/2024-12-12-plan-un-an/")
    assert Image.open(io.BytesIO(images[name])).size == (1600, 800)
    assert _images(illustrated) == images


def test_a_translation_shows_the_picture_of_its_french_text_or_its_own(project_copy):
    """Beside the text first, else beside the French one; the way to both is written the same."""
    for path in ("docs/fr/le-collectif.md", "docs/ar/le-collectif.md"):
        text = '---\ntitle: "Titre"\ndescription: "Mots"\n---\n'
        _put(project_copy, path, text.replace("---\n", f"---\n{_MADE_BY}" if "/ar/" in path else "---\n", 1).encode())
        _add(project_copy, path, "![خريطة فرنسا 2024-2027](cartes/carte.png)")
    _put(project_copy, "docs/fr/cartes/carte.png", drawing((40, 20)))
    (name,) = _images(project_copy)
    arabic = _content(project_copy, "ar", "le-collectif/")
    assert f'src="../../{name}"' in arabic
    assert "\u20662024-2027\u2069" in re.search(r"<img[^>]*>", arabic).group()
    _put(project_copy, "docs/ar/cartes/carte.png", drawing((50, 20)))
    assert len(_images(project_copy)) == 2
    assert 'width="50"' in _content(project_copy, "ar", "le-collectif/")
    assert 'width="40"' in _content(project_copy, "fr", "le-collectif/")


def test_a_text_that_does_not_appear_serves_no_picture(illustrated):
    """A draft's picture is checked, and not written."""
    text = (illustrated / POST).read_text(encoding="utf-8").replace("\n---", "\ndraft: true\n---", 1)
    (illustrated / POST).write_text(text, encoding="utf-8")
    assert [name.split("-")[0] for name in _images(illustrated)] == ["images/photo"]


def test_the_site_holds_the_pictures_it_made_and_never_the_originals(illustrated, tmp_path):
    """Built, verified; place and author are in no file of the site, and no file is an original."""
    site = build(illustrated, tmp_path / "site")
    images = _images(illustrated)
    written = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*.webp")}
    assert written == dict(images)
    for path in site.folder.rglob("*"):
        assert path.suffix not in (".jpg", ".jpeg")
        if path.is_file() and path.suffix in (".webp", ".png"):
            assert not [secret for secret in SECRETS if secret in path.read_bytes()], path


def test_the_contents_of_pages_are_written_with_their_pictures(illustrated, tmp_path):
    """Without MkDocs too, where the pages look for them."""
    ready = make_ready(illustrated, DAY)
    write_fragments(ready, tmp_path / "pages")
    page = tmp_path / "pages" / "vie-privee" / "index.html"
    source = re.search(r'<img src="([^"]+)"', page.read_text(encoding="utf-8")).group(1)
    assert (page.parent / source).resolve().read_bytes() in ready.files.values()


def test_a_picture_is_made_once(illustrated, monkeypatch):
    """Kept by what it was made from; made again when the kept copy is damaged, or when its folder cannot be used."""
    first = _images(illustrated)
    made = []
    real = encoding.encode
    monkeypatch.setattr(encoding, "encode", lambda raw: made.append(1) or real(raw))
    assert _images(illustrated) == first
    assert made == []
    stored = sorted((illustrated / FOLDER).iterdir())
    assert len(stored) == 2
    stored[0].write_bytes(stored[0].read_bytes()[:-1])
    stored[1].unlink()
    assert _images(illustrated) == first
    assert len(made) == 2
    for path in (illustrated / FOLDER).iterdir():
        path.unlink()
    (illustrated / FOLDER).rmdir()
    (illustrated / FOLDER).write_text("un fichier à la place du dossier")
    assert _images(illustrated) == first
    assert len(made) == 4


def test_another_recipe_makes_the_picture_again(illustrated, monkeypatch):
    """What is kept under an older recipe is not served."""
    _images(illustrated)
    monkeypatch.setattr(encoding, "RECIPE", "autre")
    monkeypatch.setattr(encoding, "_QUALITY", 10)
    _images(illustrated)
    assert len(list((illustrated / FOLDER).iterdir())) == 4


def test_a_picture_that_no_text_shows_is_told_and_stops_nothing(project_copy):
    """Forgotten pictures of any kind; not those that are shown, broken or joined."""
    for name in ("photo.jpg", "infos/oubli.PNG", "infos/carte.svg", "infos/vue.heic"):
        _put(project_copy, f"docs/fr/{name}", photo())
    _put(project_copy, "docs/fr/texte.txt", b"rien")
    _add(project_copy, PAGE, f"![{SHOWN}](photo.jpg)")
    told = [problem for problem in _problems(project_copy) if "aucun texte ne montre" in problem.what]
    assert [problem.path for problem in told] == [f"docs/fr/infos/{n}" for n in ("carte.svg", "oubli.PNG", "vue.heic")]
    assert not any(problem.blocking for problem in told)


def test_a_photo_that_says_where_it_was_taken_is_told(illustrated):
    """The site does not tell; the file in the project still does: a warning, on the line of the text."""
    told = [problem for problem in _problems(illustrated) if "où elle a été prise" in problem.what]
    assert [(problem.path, problem.blocking) for problem in told] == [(PAGE, False)]


def test_a_vital_page_has_no_picture(project_copy):
    """It stays light, and whole in the file that is kept without network."""
    path = "docs/fr/infos/droits.md"
    _put(project_copy, "docs/fr/infos/photo.jpg", photo())
    line = _add(project_copy, path, f"![{SHOWN}](photo.jpg)")
    assert [(p.path, p.line) for p in _problems(project_copy) if "une page vitale n’a pas d’image" in p.what] == [
        (path, line)
    ]


def test_a_link_to_a_file_elsewhere_is_refused(project_copy, tmp_path):
    """Nothing outside the texts is read, whatever the name."""
    (tmp_path / "secret.jpg").write_bytes(photo())
    (project_copy / "docs/fr/photo.jpg").symlink_to(tmp_path / "secret.jpg")
    (project_copy / "docs/fr/dossier").symlink_to(tmp_path)
    _add(project_copy, PAGE, f"![{SHOWN}](photo.jpg)")
    _add(project_copy, PAGE, f"![{SHOWN}](dossier/secret.jpg)")
    told = [p for p in _problems(project_copy) if "un lien vers un autre endroit" in p.what and p.path == PAGE]
    assert len(told) == 2


def test_a_file_too_heavy_is_refused_unread(project_copy, monkeypatch):
    """By its size alone."""
    monkeypatch.setattr(encoding, "MAX_BYTES", 1_000)
    monkeypatch.setattr(encoding, "encode", lambda raw: pytest.fail("the file was opened"))
    _put(project_copy, "docs/fr/photo.jpg", photo())
    line = _add(project_copy, PAGE, f"![{SHOWN}](photo.jpg)")
    assert [p.line for p in _problems(project_copy) if "Mo" in p.what] == [line]


@pytest.mark.parametrize(
    "words", ["Carte de France", "Logo de l’OSCE", "Une femme parle au micro", "خريطة فرنسا", "Image d’un tribunal"]
)
def test_words_that_say_something_pass(words, project_copy):
    """A short description is a description."""
    _put(project_copy, "docs/fr/photo.jpg", drawing())
    _add(project_copy, PAGE, f"![{words}](photo.jpg)")
    assert _problems(project_copy) == []


def test_words_are_not_a_text(project_copy):
    """250 signs at most, 251 are refused."""
    _put(project_copy, "docs/fr/photo.jpg", drawing())
    _add(project_copy, PAGE, f"![{'mot ' * 62}ab](photo.jpg)")
    assert _problems(project_copy) == []
    _add(project_copy, PAGE, f"![{'mot ' * 62}abc](photo.jpg)")
    assert ["251 signes" in problem.what for problem in _problems(project_copy)] == [True]

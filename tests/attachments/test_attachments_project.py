"""Documents in copies of the real project: told on their line, announced, served, kept, and never the originals."""

import datetime
import io
import re

import pikepdf
import pytest

import pdfs
from golden_cases import cases
from pictures import photo
from vigie.attachments import clean as cleaning
from vigie.attachments.check import check_attachments
from vigie.attachments.pages import attachment_files
from vigie.load_build import load_build
from vigie.made_once import FOLDER as CACHE
from vigie.ready import make_ready, write_fragments
from vigie.render import Renderer
from vigie.site.pages import all_pages

DAY = datetime.date(2026, 11, 22)
NAME = "actualites/2024-12-12-plan-un-an"
POST = f"docs/fr/{NAME}.md"
ADDRESS = f"{NAME}/"
FILES = {
    "document": pdfs.document(), "two": pdfs.document(2), "telling": pdfs.telling(), "empty": b"", "words": b"mots",
    "program": pdfs.opening(S=pikepdf.Name.JavaScript, JS="x"), "untagged": pdfs.written(pdfs.good(tagged=False)),
    "photo": photo(),
}  # fmt: skip


def _join(root, header, path=POST):
    """Write ``header`` as the attachments of a text; the line of the first."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.startswith("---\n")
    (root / path).write_text(text.replace("---\n", f"---\nattachments:\n{header}\n", 1), encoding="utf-8")
    return 3


def _put(root, name, raw):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _translate(root, header=""):
    text = (
        "---\ntranslation: {source: null, state: draft, method: machine}\n"
        f"title: عنوان\ndescription: وصف\ncategory: rencontre\n{header}---\n\nنص.\n"
    )
    _put(root, f"docs/ar/{NAME}.md", text.encode())


def _problems(root):
    build, problems = load_build(root, DAY)
    return [*problems, *check_attachments(build)]


def _files(root):
    """The documents that the site would serve."""
    build, _ = load_build(root, DAY)
    return attachment_files(build, all_pages(build))


def _section(root, lang="fr"):
    """The part of a post's page that announces documents; "" when there is none."""
    build, _ = load_build(root, DAY)
    index = all_pages(build)
    html = Renderer(build, index).fragment(index.get(lang, ADDRESS))
    found = re.search(r'<section aria-labelledby="documents-joints">.*?</section>', html, re.DOTALL)
    return found.group() if found else ""


@pytest.fixture
def joined(project_copy):
    """A post with a French document of two pages and an English one."""
    _put(project_copy, "docs/fr/actualites/rapport.pdf", FILES["telling"])
    _put(project_copy, "docs/fr/actualites/report.pdf", FILES["document"])
    rows = (
        "  - {file: rapport.pdf, title: Le rapport, language: fr}\n"
        "  - {file: report.pdf, title: The report & more, language: en}"
    )
    _join(project_copy, rows)
    return project_copy


@pytest.mark.parametrize("case", cases("attachments_refused.yaml"))
def test_each_document_that_cannot_be_joined_is_told_on_its_line(case, project_copy):
    """In French, in the file of the text, and the build stops."""
    if "of" in case.raw:
        _put(project_copy, f"docs/fr/actualites/{case.raw.get('as', 'rapport.pdf')}", FILES[case.raw["of"]])
    line = _join(project_copy, f"  - {case.raw['row']}")
    found = [str(problem) for problem in _problems(project_copy) if problem.blocking]
    told = [one for one in found if one.startswith(f"{POST}:{line}: ") and all(words in one for words in case.says)]
    assert told, found


def test_a_document_is_announced_with_its_language_form_and_size(joined):
    """Address made from the bytes; a title in another language is marked, and its language is said in words."""
    assert _problems(joined) == []
    files = _files(joined)
    assert all(re.fullmatch(r"documents/(rapport|report)-[0-9a-f]{8}\.pdf", name) for name in files)
    french, english = sorted(files)
    section = _section(joined)
    size = -(-len(files[french]) // 1000)
    assert (
        f'<a href="../../{french}" type="application/pdf">Le rapport</a> <small>(PDF, {size}\u00a0ko, 2\u00a0pages)'
        in section
    )
    assert f'<a href="../../{english}" type="application/pdf" hreflang="en"><span lang="en" dir="ltr">' in section
    assert "The report &amp; more</span></a>" in section
    assert "1\u00a0page, anglais)" in section
    assert _files(joined) == files


def test_what_is_served_is_titled_and_says_nothing_of_its_makers(joined):
    """The originals are in no file of the site."""
    for name, data in _files(joined).items():
        assert not [secret for secret in pdfs.SECRETS if secret in data], name
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.trailer.Info.Title) == ("Le rapport" if "rapport" in name else "The report & more")
            assert str(pdf.Root.Lang) == ("fr" if "rapport" in name else "en")


def test_a_text_without_document_has_no_such_section(project_copy):
    """No title over nothing."""
    assert _section(project_copy) == ""


@pytest.mark.parametrize("header", ["", "attachments: [{file: rapport.pdf, title: Le rapport, language: fr}]\n"])
def test_a_translation_joins_the_french_document_and_says_so(header, joined):
    """Whether it says nothing of documents or names the same file; the language in words is that of the page."""
    _translate(joined, header)
    assert _problems(joined) == []
    section = _section(joined, "ar")
    assert re.search(
        r'href="\.\./\.\./\.\./documents/rapport-\w+\.pdf" type="application/pdf" hreflang="fr"><span lang="fr" dir="ltr">',
        section,
    )
    assert "الفرنسية" in section
    assert ("report-" in section) == (header == "")


def test_a_translation_may_have_its_own_document_or_none(joined):
    """Beside the text first; an empty list is a choice."""
    _put(joined, "docs/ar/actualites/rapport.pdf", FILES["two"])
    _translate(joined, "attachments: [{file: rapport.pdf, title: التقرير, language: ar}]\n")
    assert _problems(joined) == []
    section = _section(joined, "ar")
    assert "hreflang" not in section
    assert ">التقرير</a>" in section
    assert len(_files(joined)) == 3
    _translate(joined, "attachments: []\n")
    assert _section(joined, "ar") == ""


def test_a_translation_does_not_pass_the_french_document_for_its_own(joined):
    """Its language is that of the document, not of the page."""
    _translate(joined, "attachments: [{file: rapport.pdf, title: التقرير, language: ar}]\n")
    (told,) = _problems(joined)
    assert (told.path, told.line) == (f"docs/ar/{NAME}.md", 6)
    assert "écrivez language: fr" in told.mend


def test_a_text_that_does_not_appear_serves_no_document(joined):
    """A draft's document is checked, and not written."""
    text = (joined / POST).read_text(encoding="utf-8").replace("\n---", "\ndraft: true\n---", 1)
    (joined / POST).write_text(text, encoding="utf-8")
    assert _files(joined) == {}


def test_the_site_writes_them_where_the_pages_look_for_them(joined, tmp_path):
    """Through the one function that all commands begin with."""
    ready = make_ready(joined, DAY)
    write_fragments(ready, tmp_path / "pages")
    page = tmp_path / "pages" / ADDRESS / "index.html"
    source = re.search(r'<a href="([^"]+rapport-[^"]+)"', page.read_text(encoding="utf-8")).group(1)
    assert (page.parent / source).resolve().read_bytes() == ready.files["documents/" + source.rsplit("/", 1)[1]]


def test_a_document_is_made_once(joined, monkeypatch):
    """Kept by what it was made from; made again for another title, or when the kept copy is damaged."""
    first = _files(joined)
    made = []
    real = cleaning.clean
    monkeypatch.setattr(cleaning, "clean", lambda *asked: made.append(asked) or real(*asked))
    assert (_files(joined), made) == (first, [])
    stored = sorted((joined / CACHE / "documents").iterdir())
    assert len(stored) == 2
    stored[0].write_bytes(stored[0].read_bytes()[:-1])
    assert _files(joined) == first
    assert len(made) == 1
    text = (joined / POST).read_text(encoding="utf-8")
    (joined / POST).write_text(text.replace("title: Le rapport", "title: Le texte"), encoding="utf-8")
    assert set(_files(joined)) != set(first)
    assert len(made) == 2
    monkeypatch.setattr(cleaning, "RECIPE", "autre")
    _files(joined)
    assert len(made) == 4


def test_a_document_that_no_text_joins_is_told_and_stops_nothing(joined):
    """Forgotten documents of any kind, and an Arabic one that no Arabic text names."""
    forgotten = ["docs/ar/actualites/rapport.pdf", "docs/fr/actualites/vieux.PDF", "docs/fr/infos/notes.docx"]
    for name in forgotten:
        _put(joined, name, FILES["document"])
    told = [problem for problem in _problems(joined) if "aucun texte ne joint" in problem.what]
    assert [problem.path for problem in told] == forgotten
    assert not any(problem.blocking for problem in told)


def test_a_document_without_tags_is_told_and_served(project_copy):
    """A warning on its line, each time: what was kept says it too."""
    _put(project_copy, "docs/fr/actualites/rapport.pdf", FILES["untagged"])
    line = _join(project_copy, "  - {file: rapport.pdf, title: Le rapport, language: fr}")
    for _ in range(2):
        (told,) = _problems(project_copy)
        assert (told.path, told.line, told.blocking) == (POST, line, False)
        assert "n’a pas de balises" in told.what


def test_a_document_elsewhere_is_refused_unread(project_copy, tmp_path):
    """A link out of the project, or a folder that is one."""
    (tmp_path / "secret.pdf").write_bytes(FILES["document"])
    (project_copy / "docs/fr/actualites/rapport.pdf").symlink_to(tmp_path / "secret.pdf")
    line = _join(project_copy, "  - {file: rapport.pdf, title: Le rapport, language: fr}")
    assert [p.line for p in _problems(project_copy) if "un lien vers un autre endroit" in p.what] == [line]


def test_a_document_too_heavy_is_refused_unread(project_copy, monkeypatch):
    """By its size alone."""
    monkeypatch.setattr(cleaning, "MAX_BYTES", 100)
    monkeypatch.setattr(cleaning, "clean", lambda *asked: pytest.fail("the file was opened"))
    _put(project_copy, "docs/fr/actualites/rapport.pdf", FILES["document"])
    line = _join(project_copy, "  - {file: rapport.pdf, title: Le rapport, language: fr}")
    assert [p.line for p in _problems(project_copy) if "Mo" in p.what] == [line]
    assert cleaning.MAX_BYTES == 100


def test_the_bound_is_twenty_million_bytes():
    """What a forge and a telephone still bear."""
    assert cleaning.MAX_BYTES == 20_000_000


def test_a_very_long_name_makes_an_address_that_a_disk_admits(project_copy):
    """The name of the file is cut, its code is not."""
    name = "a" * 240
    _put(project_copy, f"docs/fr/actualites/{name}.pdf", FILES["document"])
    _join(project_copy, f"  - {{file: {name}.pdf, title: Le rapport, language: fr}}")
    (path,) = _files(project_copy)
    assert re.fullmatch(r"documents/a{80}-[0-9a-f]{8}\.pdf", path)

"""The check of the built HTML: hostile pages, refusal by refusal, on a clean fictional one (``golden/page.html``)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden_cases import assert_refused, cases, changed, text_of
from vigie.readers.headers import meta_policy
from vigie.readers.verify import built_page, verify_page, verify_site
from vigie.readers.verify_policy import policy_problems

PAGE = text_of("page.html")
PATH = "dossier/page/index.html"
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{meta_policy()}">'
AFTER = "accueil</a>.</p>\n"
OTHER = built_page("dossier/autre/index.html", '<p id="trois">')
FILES = {PATH, OTHER.path, "index.html", "dossier/index.html", "assets/site.css", "assets/leave.js", "assets/icon.svg"}


def _problems(html):
    page = built_page(PATH, html)
    return verify_page(page, {PATH: page, OTHER.path: OTHER}, FILES)


def _html(case):
    put = case.raw.get("put")
    return changed(PAGE, case) if put is None else PAGE.replace(AFTER, f"{AFTER}{put}\n")


@pytest.mark.parametrize("case", cases("page_refusals.yaml"))
def test_each_hostile_page_is_refused(case):
    """Each mutation is refused on its line, in French, and nothing else is said of the page."""
    html = _html(case)
    found = _problems(html)
    if case.at:
        assert_refused(case, html, found)
        return
    line = PAGE[: PAGE.index(AFTER)].count("\n") + 2
    assert len(found) == case.count, [str(problem) for problem in found]
    assert {problem.line for problem in found} == {line}
    assert any(all(words in str(problem) for words in case.says) for problem in found), [str(p) for p in found]


@pytest.mark.parametrize("case", cases("page_accepted.yaml"))
def test_a_clean_page_gives_nothing(case):
    """The clean page and its harmless variants raise no problem at all."""
    assert _problems(_html(case)) == []


def test_a_page_of_help_describes_nothing_and_only_the_search_runs_a_program():
    """Data for search engines are refused under infos/, in any language; the search's own policy is its page's alone."""
    described = PAGE.replace("</head>", '<script type="application/ld+json">{}</script></head>')
    for path, count in (("infos/x/index.html", 1), ("ar/infos/x/index.html", 1), ("plan/x/index.html", 0)):
        found = policy_problems(path, built_page(path, described).events)
        assert [p.what for p in found] == ["cette page d’aide se décrit aux moteurs"] * count
    search = PAGE.replace(meta_policy(), meta_policy(search=True))
    for path, html, count in (
        ("recherche/index.html", search, 0),
        ("ar/recherche/index.html", PAGE, 1),
        ("x/index.html", search, 1),
    ):
        assert len(policy_problems(path, built_page(path, html).events)) == count


def test_a_page_may_end_anywhere():
    """A script or a title that nothing follows is judged like another."""
    for end in ('<script src="../../assets/leave.js">', "<script>", "<title>"):
        assert isinstance(_problems(PAGE + end), list)
    assert "2 <title> dans la page" in [problem.what for problem in _problems(PAGE + "<title>")]
    assert "script écrit dans la page" in [problem.what for problem in _problems(PAGE + "<script>")]


def test_problems_name_the_file_of_the_site():
    """The path shown begins with the folder of the site."""
    (problem,) = _problems(PAGE.replace("<h1>Titre fictif</h1>", ""))
    assert str(problem).startswith("site/dossier/page/index.html:2: 0 <h1> dans la page")


def test_every_problem_of_a_page_is_told():
    """One does not hide the others, each on its own line."""
    html = PAGE.replace("<h3>Détail</h3>", '<h4 onclick="a">Détail</h4>').replace(' lang="fr"', "")
    assert [(p.line, p.what) for p in sorted(_problems(html))] == [
        (2, "la page ne dit pas sa langue ou son sens"),
        (19, "attribut « onclick »"),
        (19, "h4 suit h2"),
    ]


def test_two_duplicate_ids_are_told_in_order():
    """Each repeated id once, in alphabetical order, however often it is repeated."""
    html = PAGE.replace(AFTER, f'{AFTER}<p id="un"></p><p id="un"></p><p id="contenu"></p>\n')
    assert [p.what for p in _problems(html)] == [
        "l’identifiant « contenu » sert deux fois",
        "l’identifiant « un » sert deux fois",
    ]


@given(st.text(alphabet="<>/!?-[]=\"'& \n\tajsvcriptonhef:#%\\", max_size=40))
def test_no_html_makes_it_raise(piece):
    """Whatever stands in a page, the answer is a list of problems with lines."""
    assert all(problem.line >= 1 and problem.what for problem in _problems(PAGE.replace(AFTER, AFTER + piece)))


@given(st.text(max_size=30))
def test_no_address_makes_it_raise(address):
    """Any address in a link or a picture is judged, never fatal."""
    for html in (f'<a href="{address}">a</a>', f'<img src="{address}" srcset="{address} 2x" alt="">'):
        assert all(problem.what for problem in _problems(PAGE.replace(AFTER, AFTER + html)))


def _write(folder, **pages):
    for name, html in pages.items():
        path = folder / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")


def _clean(body="", lang="fr"):
    return f'<!doctype html><html lang="{lang}" dir="ltr"><head>{POLICY}<title>T</title></head><body><main><h1>T</h1>{body}</main></body></html>'


def test_a_site_is_read_from_its_files(tmp_path):
    """Pages and other files are found under the folder; links between them hold."""
    _write(tmp_path, a=_clean('<a href="../b/c/#d">b</a> <a href="../f.pdf">f</a>'), b__c=_clean('<p id="d">'))
    (tmp_path / "f.pdf").write_bytes(b"%PDF")
    assert verify_site(tmp_path) == []


def test_every_page_of_a_site_is_verified(tmp_path):
    """Each page's problems come with its path, in the order of the paths."""
    _write(tmp_path, b=_clean('<a href="../f.pdf">f</a>'), a__x=_clean('<a href="../../b/#d">b</a>'))
    assert [(p.path, p.what) for p in verify_site(tmp_path)] == [
        ("site/a/x/index.html", "la section « ../../b/#d » n’existe pas"),
        ("site/b/index.html", "le lien « ../f.pdf » ne mène à rien"),
    ]


def test_a_folder_without_page_is_a_problem(tmp_path):
    """Verifying nothing is never a success."""
    (problem,) = verify_site(tmp_path)
    assert (problem.path, problem.line, problem.what) == (tmp_path.name, 1, "aucune page à vérifier")
    assert "make site" in problem.mend
    assert problem.blocking


def test_a_folder_named_like_a_page_is_no_link_target(tmp_path):
    """A link must lead to a file."""
    _write(tmp_path, a=_clean('<a href="../d">d</a>'))
    (tmp_path / "d").mkdir()
    assert [p.what for p in verify_site(tmp_path)] == ["le lien « ../d » ne mène à rien"]


def test_a_page_that_is_not_in_utf_8_is_told(tmp_path):
    """It is read all the same, and its broken letters are shown with their line."""
    path = tmp_path / "index.html"
    path.write_bytes(_clean("<p>\nd\xe9j\xe0</p>").encode("latin-1"))
    assert [(p.line, p.what) for p in verify_site(tmp_path)] == [(1, "caractère illisible")]

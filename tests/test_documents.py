"""Documents: the front matter, the body and their lines; which files and names of ``docs/`` are accepted."""

import pytest

from golden_texts import assert_says
from vigie.documents import Document, PageMeta, front_value, load_documents, parse_document
from vigie.records import read_record
from vigie.strict_yaml import Located

GOOD = "---\ntitle: Vos droits\ndescription: Une phrase.\n---\n\nPremier paragraphe.\n"


def parse(text):
    return parse_document(text, "docs/fr/infos/droits.md", "fr", "infos/droits")


@pytest.fixture
def docs(tmp_path):
    """Write files under ``docs/`` and load them."""

    def load(files, languages=("fr", "ar")):
        for name, text in files.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_documents(tmp_path, languages)

    return load


def test_a_document_is_its_front_matter_and_its_body_with_their_lines():
    """Both keep the line of the file on which they begin."""
    document, problems = parse(GOOD)
    assert problems == []
    assert document.front.value == {"title": "Vos droits", "description": "Une phrase."}
    assert document.front.line(("title",)) == 2
    assert document.front.line(("description",)) == 3
    assert (document.body, document.body_line) == ("\nPremier paragraphe.\n", 5)
    assert document.has_front
    assert (document.path, document.lang, document.name) == ("docs/fr/infos/droits.md", "fr", "infos/droits")


@pytest.mark.parametrize(
    "text", ["", "Un texte.", "\n---\ntitle: a\n---\n", "title: a\n---\n", "----\ntitle: a\n---\n"]
)
def test_a_text_without_front_matter_is_refused(text):
    """The first line is « --- », or the front matter is missing; the text is then all body."""
    document, problems = parse(text)
    assert_says(problems, ["1: l’en-tête manque … commencez par « --- », title:, description:, puis « --- »"])
    assert (document.body, document.body_line, document.has_front) == (text, 1, False)
    assert document.front.value == {}


@pytest.mark.parametrize("text", ["---", "---\ntitle: a\n", "---\ntitle: a\n----\nTexte", "---\ntitle: a\n ---\n"])
def test_a_front_matter_that_is_not_closed_is_refused(text):
    """A second « --- » alone on its line closes it; nothing is taken for a body before."""
    document, problems = parse(text)
    assert_says(problems, ["1: l’en-tête n’est pas refermé … ajoutez une ligne « --- » après la dernière clé"])
    assert (document.body, document.body_line, document.has_front) == ("", 1, False)


def test_spaces_after_the_dashes_are_forgiven():
    """They cannot be seen."""
    document, problems = parse("---  \ntitle: a\n---\t\nTexte")
    assert problems == []
    assert (document.body, document.body_line) == ("Texte", 4)


def test_only_the_first_closing_dashes_close():
    """A rule « --- » in the body belongs to the body."""
    document, _ = parse("---\ntitle: a\n---\nun\n\n---\n\ndeux")
    assert document.body == "un\n\n---\n\ndeux"


def test_a_front_matter_that_is_misread_is_refused_on_the_line_of_the_file():
    """Lines count from the head of the file, and such a front matter is not validated further."""
    document, problems = parse("---\ntitle: a\nvital: yes\ntitle: b\n---\nTexte")
    assert_says(problems, ["3: « yes » sans guillemets", "4: la clé « title » est écrite deux fois (déjà ligne 2)"])
    assert not document.has_front
    assert document.body == "Texte"


@pytest.mark.parametrize("front", ["- a\n- b", "mot"])
def test_a_front_matter_that_has_no_keys_is_refused(front):
    """A list or a text is no front matter."""
    document, problems = parse(f"---\n{front}\n---\nTexte")
    assert_says(problems, ["2: l’en-tête n’est pas une suite de « clé: valeur » … écrivez par exemple « title: … »"])
    assert not document.has_front


def test_a_misread_list_is_told_as_misread_only():
    """The first thing to mend is told, not what would follow from it."""
    document, problems = parse("---\n- no\n---\nTexte")
    assert_says(problems, ["2: « no » sans guillemets"])
    assert not document.has_front


def test_a_page_is_neither_vital_nor_sensitive_unless_it_says_so():
    """Keys that are not written take their value by default."""
    meta, problems = read_record(PageMeta, parse(GOOD)[0].front, "f")
    assert problems == []
    assert (meta.vital, meta.sensitive, meta.legal_review, meta.translation) == (False, False, None, None)


def test_an_empty_front_matter_lacks_its_keys():
    """Nothing between the dashes is read as no key at all: each missing key is then told."""
    document, problems = parse("---\n---\nTexte")
    assert problems == []
    assert document.has_front
    _, problems = read_record(PageMeta, document.front, document.path)
    assert_says(problems, ["1: la clé « description » manque", "1: la clé « title » manque"])


@pytest.mark.parametrize(
    ("name", "address", "folder", "stem"),
    [
        ("index", "", "", "index"),
        ("infos/index", "infos/", "infos", "index"),
        ("infos/droits", "infos/droits/", "infos", "droits"),
        ("accessibilite", "accessibilite/", "", "accessibilite"),
        ("actualites/2024-07-14-directive", "actualites/2024-07-14-directive/", "actualites", "2024-07-14-directive"),
        ("a/b/index", "a/b/", "a", "index"),
        ("reindex", "reindex/", "", "reindex"),
        ("index/a", "index/a/", "index", "a"),
    ],
)
def test_the_address_comes_from_the_name(name, address, folder, stem):
    """``index`` is the address of its folder; every other name is a folder of its own."""
    document = Document("f", "fr", name, Located({}), "", 1)
    assert (document.address, document.folder, document.stem) == (address, folder, stem)
    assert document.has_front


def test_a_raw_value_is_read_for_messages():
    """A key that is written, a key that is not, and a front matter that has none."""
    document, _ = parse(GOOD)
    assert front_value(document, "title") == "Vos droits"
    assert front_value(document, "vital") is None
    assert front_value(parse("---\n- a\n---\n")[0], "title") is None


def test_documents_come_by_language_then_by_path(docs):
    """French first, as the languages are declared; folders and files in the order of their names."""
    documents, problems = docs(dict.fromkeys(["ar/index.md", "fr/index.md", "fr/infos/b.md", "fr/infos/a.md"], GOOD))
    assert problems == []
    assert [d.path for d in documents] == [
        "docs/fr/index.md", "docs/fr/infos/a.md", "docs/fr/infos/b.md", "docs/ar/index.md"
    ]  # fmt: skip
    assert [(d.lang, d.name) for d in documents][-2:] == [("fr", "infos/b"), ("ar", "index")]


def test_problems_of_documents_name_their_file(docs):
    """An empty file, a hidden character and a missing front matter are told, each on its line; bad texts are not kept."""
    documents, problems = docs({"fr/a.md": " ", "fr/b.md": GOOD + "\u202e", "fr/c.md": "Texte"})
    assert {(p.path, p.line) for p in problems} == {("docs/fr/a.md", 1), ("docs/fr/b.md", 7), ("docs/fr/c.md", 1)}
    assert [d.name for d in documents] == ["b", "c"]


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("fr/Droits.md", "Droits"),
        ("fr/mes droits.md", "mes droits"),
        ("fr/accès.md", "accès"),
        ("fr/Infos/droits.md", "Infos"),
        ("fr/droits.fr.md", "droits.fr"),
        ("fr/-droits.md", "-droits"),
        ("fr/droits-.md", "droits-"),
        ("fr/vos--droits.md", "vos--droits"),
        ("fr/.cache/droits.md", ".cache"),
        ("fr/.md", ".md"),
        ("fr/...md", ".."),
        ("fr/حقوق.md", "حقوق"),
        ("fr/a&b.md", "a&b"),
        ("fr/con.md", "con"),
        ("fr/infos/lpt1.md", "lpt1"),
    ],
)
def test_a_name_that_suits_no_address_is_refused(docs, name, bad):
    """Capitals, spaces, accents, dots and signs are refused, in folders too, and such a file is not read."""
    documents, problems = docs({name: GOOD})
    assert documents == ()
    assert_says(problems, [f"1: le nom « {bad} » ne convient pas à une adresse … lettres minuscules sans accent"])
    assert problems[0].path == f"docs/{name}"


@pytest.mark.parametrize("name", ["droits.md", "2024-12-suivi-du-plan.md", "a/b/c.md", "a_b.md", "404.md"])
def test_a_simple_name_is_accepted(docs, name):
    """Small letters, digits, hyphens, folders."""
    documents, problems = docs({f"fr/{name}": GOOD})
    assert problems == []
    assert [d.name for d in documents] == [name.removesuffix(".md")]


@pytest.mark.parametrize("ending", [".MD", ".Md", ".markdown", ".mdown", ".mkd", ".mkdn"])
def test_markdown_under_another_ending_is_refused(docs, ending):
    """A page that nobody would read is told rather than forgotten."""
    documents, problems = docs({f"fr/infos/droits{ending}": GOOD})
    assert documents == ()
    assert_says(problems, [f"1: la fin « {ending} » n’est pas lue … renommez ce fichier en « .md »"])


def test_other_files_beside_the_texts_are_left_alone(docs):
    """A picture or a document joined to a text is no page."""
    assert docs({"fr/index.md": GOOD, "fr/actualites/rapport.pdf": "x"})[1] == []


@pytest.mark.parametrize("folder", ["un", "en", "images", "FR"])
def test_a_folder_that_is_no_declared_language_is_refused(docs, folder):
    """A folder of two letters would be taken for a language and vanish: it is told, and not read."""
    documents, problems = docs({"fr/index.md": GOOD, f"{folder}/index.md": GOOD})
    assert [d.lang for d in documents] == ["fr"]
    assert_says(problems, [f"1: le dossier « {folder} » n’est pas une langue du site … déclarez la langue"])
    assert problems[0].path == f"docs/{folder}"


def test_a_language_that_is_declared_is_read_even_hidden(docs):
    """A hidden language is declared: its texts are read and checked, its folder is no stray."""
    documents, problems = docs({"fr/index.md": GOOD, "uk/index.md": GOOD}, languages=("fr", "uk"))
    assert problems == []
    assert [d.lang for d in documents] == ["fr", "uk"]


def test_a_declared_language_may_have_no_folder_yet(docs):
    """Nothing to read is no problem."""
    assert docs({"fr/index.md": GOOD}, languages=("fr", "ar", "uk"))[1] == []


@pytest.mark.parametrize("name", ["index.md", "notes.txt", "fr"])
def test_a_file_outside_all_languages_is_refused(docs, name):
    """At the root of ``docs/`` only the folders of the languages, the assets and a README."""
    _, problems = docs({name: GOOD}, languages=("ar",))
    assert_says(problems, ["1: ce fichier n’est dans aucune langue … rangez-le dans docs/fr/"])
    assert problems[0].path == f"docs/{name}"


def test_a_file_named_as_a_language_is_no_language(docs):
    """A language is a folder."""
    assert_says(docs({"ar": "x"})[1], ["1: ce fichier n’est dans aucune langue"])


def test_assets_and_a_readme_are_at_home(docs):
    """They belong to no language."""
    assert docs({"fr/index.md": GOOD, "assets/site.css": "x", "README.md": "x"})[1] == []


def test_two_files_for_one_address_are_refused(docs):
    """``infos.md`` and ``infos/index.md`` would be one page: the second is told, naming the first."""
    _, problems = docs(dict.fromkeys(["fr/infos/index.md", "fr/infos.md", "ar/infos.md"], GOOD))
    assert_says(problems, ["1: cette page a la même adresse que docs/fr/infos … renommez-en une"])
    assert {p.path for p in problems} <= {"docs/fr/infos.md", "docs/fr/infos/index.md"}


@pytest.mark.parametrize("name", ["fr/ar.md", "fr/ar/index.md", "fr/ar/infos.md"])
def test_a_french_page_at_the_address_of_a_language_is_refused(docs, name):
    """French stands at the root of the site: it leaves the names of the other languages to them."""
    _, problems = docs({name: GOOD, "fr/article.md": GOOD})
    assert_says(problems, ["1: « ar » est l’adresse d’une langue … donnez un autre nom"])
    assert problems[0].path == f"docs/{name}"


def test_a_folder_of_another_language_may_bear_any_name(docs):
    """Under ``ar/`` nothing collides with a language."""
    assert docs({"fr/index.md": GOOD, "ar/fr/index.md": GOOD})[1] == []


def test_a_link_among_the_texts_is_refused(docs, tmp_path):
    """A symbolic link to a file out of the project is not read."""
    (tmp_path / "secret.md").write_text(GOOD)
    (tmp_path / "docs" / "fr").mkdir(parents=True)
    (tmp_path / "docs" / "fr" / "lien.md").symlink_to(tmp_path / "secret.md")
    documents, problems = docs({})
    assert documents == ()
    assert_says(problems, ["1: ce fichier est un lien"])


def test_a_project_without_texts_is_told(tmp_path):
    """Without a folder ``docs`` there is one problem, and no crash."""
    documents, problems = load_documents(tmp_path, ("fr",))
    assert documents == ()
    assert_says(problems, ["1: le dossier « docs » manque … allez dans le dossier du projet, ou reprenez-le"])
    assert problems[0].path == "docs"


@pytest.mark.parametrize("source", ["0123456789", "ABCDEFGHJK", "ZZZZZZZZZZ"])
def test_the_code_of_a_source_has_ten_signs_that_cannot_be_confused(source):
    """Digits and capitals without I, L, O and U."""
    text = f'title: a\ndescription: b\ntranslation: {{source: "{source}", state: draft, method: human}}'
    document, _ = parse(f"---\n{text}\n---\n")
    assert read_record(PageMeta, document.front, "f")[1] == []


@pytest.mark.parametrize(
    "source", ["012345678", "01234567890", "ABCDEFGHIJ", "abcdefghjk", "ABCDEFGHJU", "ABCDEFGHJK\\n"]
)
def test_any_other_code_is_refused(source):
    """Nine or eleven signs, small letters, letters that look like others."""
    text = f'title: a\ndescription: b\ntranslation: {{source: "{source}", state: draft, method: human}}'
    document, _ = parse(f"---\n{text}\n---\n")
    assert_says(read_record(PageMeta, document.front, "f")[1], ["4: « source » n’a pas la forme attendue"])

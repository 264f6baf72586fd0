"""Where forbidden variants are looked for, and how they are told: refused in a translation, told in a French text."""

from small_glossary import small_glossary

from vigie.data_files import Loaded
from vigie.documents import parse_document
from vigie.interface import Strings
from vigie.strict_yaml import load
from vigie.translations.wording import of_data, of_document

GLOSSARY = small_glossary()


def _document(lang, front, body):
    document, wrong = parse_document(f"---\n{front}\n---\n{body}", f"docs/{lang}/page.md", lang, "page")
    assert wrong == []
    return of_document(document, GLOSSARY)


def test_a_translation_is_refused_and_a_french_text_is_warned():
    """The same slip, on its line of the file."""
    (arabic,) = _document("ar", "title: ت\ndescription: و", "نص.\n\nعن التهريب.")
    assert (arabic.path, arabic.line, arabic.blocking) == ("docs/ar/page.md", 7, True)
    assert "تهريب" in arabic.what
    assert "autre infraction en arabe" in arabic.what
    assert "الاتجار بالبشر" in arabic.mend
    (french,) = _document("fr", "title: T\ndescription: D", "Texte.\n\nL’esclavage moderne.")
    assert (french.line, french.blocking) == (7, False)
    assert "data/glossary.yaml" in french.mend


def test_titles_and_descriptions_are_read_and_the_titles_of_sources_are_not():
    """What we write in the front matter is ours; the names of documents are those of others."""
    front = (
        "title: Esclavage moderne\ndescription: Un rapport secret\nsources:\n"
        '  - {title: "L’esclavage moderne", url: "https://x.example/"}'
    )
    assert [problem.line for problem in _document("fr", front, "Rien.")] == [2, 3]


def test_the_words_of_data_are_read_on_their_lines():
    """Interface strings and records, at any depth; never ids, addresses or sources."""
    text = 'a: "بدون"\nb: "تهريب"\nc:\n  - {id: "تهريب", url: "تهريب", label: "التهريب"}\nsources: {x: "تهريب"}\n'
    located, wrong = load(text, "data/ar/interface.yaml")
    assert wrong == []
    loaded = Loaded(Strings({}), located, "data/ar/interface.yaml")
    found = of_data(loaded, "ar", GLOSSARY)
    assert [(problem.path, problem.line, problem.blocking) for problem in found] == [
        ("data/ar/interface.yaml", 2, True),
        ("data/ar/interface.yaml", 4, True),
    ]

"""Nothing that an author meant to fill in or clean reaches the public."""

import pytest

from vigie.documents import parse_document
from vigie.placeholders import check_placeholders

PATH = "docs/fr/actualites/2024-01-01-essai.md"

REFUSED = {
    "a bracket left open by the collectif's own text": (
        "Voir l’intervention. [Joindre en pdf l'intervention]",
        "crochets laissés ouverts",
    ),
    "a second bracket on a line with a link": (
        "Un [rapport](a.md) et [Lien avec la liste du JO]",
        "crochets laissés ouverts",
    ),
    "a link without address": ("Voir [la page]().", "lien sans adresse"),
    "a link named here": ("Retrouvez-la [ici](https://exemple.org/).", "ne dit pas où mène le lien"),
    "a following link": ("[Le lien suivant](https://exemple.org/)", "ne dit pas où mène le lien"),
    "a tracker": ("[Le rapport](https://exemple.org/?utm_source=x)", "suit le lecteur"),
    "a second parameter that tracks": ("[Le rapport](https://exemple.org/?a=1&fbclid=x)", "suit le lecteur"),
    "a shortened address": ("[Le rapport](https://lnkd.in/abc)", "suit le lecteur"),
    "a body to write": ("À ÉCRIRE", "attend toujours"),
    "a passage to translate": ("- À TRADUIRE : Vos droits", "« À TRADUIRE » attend toujours"),
}

ACCEPTED = {
    "a link": "Voir [le rapport](https://exemple.org/?annee=2024).",
    "a contact": "Appelez le [119](contact:119).",
    "a section id": "## Titre [court](a.md) {#titre}",
    "code": "Écrivez `[mots]`.",
    "an ellipsis in a quotation": "« Le plan […] est présenté. »",
}


def _problems(body, front="title: A\ndescription: B"):
    document, wrong = parse_document(
        f"---\n{front}\n---\n\nUne ligne.\n\n{body}\n", PATH, "fr", "actualites/2024-01-01-essai"
    )
    assert wrong == []
    return check_placeholders(document)


@pytest.mark.parametrize("name", REFUSED)
def test_a_leftover_is_refused_on_its_line(name):
    """One problem, on the line of the file: the front matter counts."""
    body, words = REFUSED[name]
    problems = _problems(body)
    assert [p.line for p in problems] == [8]
    assert words in problems[0].what


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_right_is_left_alone(name):
    """Links, contacts, code and ellipses are no leftovers."""
    assert _problems(ACCEPTED[name]) == []


def test_what_the_new_command_leaves_to_write_is_refused_in_the_front_matter():
    """A description and a source still to write, each on its line."""
    front = 'title: A\ndescription: "À ÉCRIRE"\nsources:\n  - {title: "À ÉCRIRE"}'
    assert [p.line for p in _problems("Texte.", front)] == [3, 5]


def test_a_draft_may_keep_them():
    """Until it is published, a draft is its author's own business."""
    assert _problems("À ÉCRIRE [quoi]", "title: A\ndescription: B\ndraft: true") == []

"""An editor's Markdown: what is refused and on which line, what passes, and the pieces that come out."""

import re
import sys

import pytest

from golden_texts import assert_says, texts
from vigie.markdown_text import Heading, Marker, Rendered, render_body

RICH = """\
Quelqu’un vous exploite ? **Vous** avez *des* droits.

!!! warning "Avant une démarche"
    La loi peut changer. Voir [la page](droits.md#danger).

## Si le danger est immédiat {#danger .critical}

Appelez le [17](contact:17) ou le [112](contact:112).
Source : [ministère](https://a.fr/b?c=d), article `L. 425-1`.

### Ce que la loi interdit {#definition}

- une menace ;
- une contrainte :
    - un,
    - deux.

> Une citation.

| Année | Nombre |
|:------|-------:|
| 2023  | 1 046  |
| 2024  | 2 100  |

<!-- measures: table -->

1. Premier
2. Second

Terme
:   Sens du terme.

```
<!-- ceci n’est pas un repère -->
# ni un titre
```

<!-- readers: contacts -->

## Fin {#fin}

Écrivez-nous : [contact](mailto:a@b.fr).
"""
TAKES_A_TAG = re.compile(r"(?!$|<!--|```|# ni|\|:|#|!!!)")


@pytest.mark.parametrize("case", texts("markdown_refused.yaml"))
def test_what_a_text_may_not_hold_is_refused_on_its_line(case):
    """Each text has exactly the expected problems."""
    _, problems = render_body(case["input"], "docs/fr/x.md", 1)
    assert_says(problems, case["problems"])
    assert all(problem.path == "docs/fr/x.md" and problem.blocking for problem in problems)


@pytest.mark.parametrize("case", texts("markdown_refused.yaml"))
def test_the_same_is_refused_on_its_line_inside_a_long_text(case):
    """Between a dozen paragraphs and a dozen others, the same problems are on their own lines, and no other."""
    before, after = "Un *paragraphe*.\n\n" * 12, "\n\nUn *autre*." * 12
    _, problems = render_body(before + case["input"] + after, "f", 7)
    first = {int(expected.split(":")[0]) for expected in case["problems"]}
    if "never-closed" not in case["name"]:
        assert {p.line - 30 for p in problems} == first


@pytest.mark.parametrize("case", texts("markdown_accepted.yaml"))
def test_what_a_text_may_hold_is_rendered_without_a_word(case):
    """Each text passes with no problem and gives the expected HTML."""
    rendered, problems = render_body(case["input"], "f", 1)
    assert problems == []
    html = "\n".join(str(piece) for piece in rendered.pieces)
    for piece in case["holds"]:
        assert piece in html


def test_a_rich_text_passes_whole():
    """Headings, lists, tables, boxes, code, links and markers together raise no problem."""
    rendered, problems = render_body(RICH, "f", 9)
    assert problems == []
    assert rendered.headings == (
        Heading(2, "danger", "Si le danger est immédiat", critical=True),
        Heading(3, "definition", "Ce que la loi interdit", critical=False),
        Heading(2, "fin", "Fin", critical=False),
    )
    kinds = [piece if isinstance(piece, Marker) else "html" for piece in rendered.pieces]
    lines = RICH.split("\n")
    table = Marker("measures", "table", 9 + lines.index("<!-- measures: table -->"))
    contacts = Marker("readers", "contacts", 9 + lines.index("<!-- readers: contacts -->"))
    assert kinds == ["html", table, "html", contacts, "html"]


@pytest.mark.parametrize("number", [n for n, line in enumerate(RICH.split("\n"), start=1) if TAKES_A_TAG.match(line)])
def test_one_guilty_word_anywhere_in_a_rich_text_is_found_on_its_line(number):
    """A tag added to any line of text is refused on that line, and only there."""
    lines = RICH.split("\n")
    row = lines[number - 1].startswith("|")
    lines[number - 1] = lines[number - 1].rstrip("| ") + " <b>x</b>" + (" |" if row else "")
    _, problems = render_body("\n".join(lines), "f", 1)
    assert_says(problems, [f"{number}: ce passage contient du HTML"])


@pytest.mark.parametrize("number", [n for n, line in enumerate(RICH.split("\n"), start=1) if line.endswith("}")])
def test_one_guilty_heading_anywhere_in_a_rich_text_is_found_on_its_line(number):
    """A heading that loses its identifier is told on its line."""
    lines = RICH.split("\n")
    lines[number - 1] = lines[number - 1].split(" {")[0]
    _, problems = render_body("\n".join(lines), "f", 1)
    assert_says(problems, [f"{number}: n’a pas d’identifiant"])


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("<!-- measures: table -->", Marker("measures", "table", 3)),
        ("<!--measures:table-->", Marker("measures", "table", 3)),
        ("  <!--  readers:  some-thing  -->  ", Marker("readers", "some-thing", 3)),
        ("<!-- unknown: thing -->", Marker("unknown", "thing", 3)),
    ],
)
def test_a_marker_alone_on_its_line_cuts_the_text(line, marker):
    """It keeps its feature, its name and its line; whether it is known is another rule's matter."""
    rendered, problems = render_body(f"un\n\n{line}\ndeux", "f", 1)
    assert problems == []
    assert rendered == Rendered(("<p>un</p>", marker, "<p>deux</p>"), ())


def test_markers_alone_are_the_only_pieces():
    """No empty piece before, between or after."""
    rendered, _ = render_body("\n<!-- a: b -->\n\n<!-- c: d -->\n\n", "f", 5)
    assert rendered.pieces == (Marker("a", "b", 6), Marker("c", "d", 8))


def test_lists_in_each_other_without_end_are_refused():
    """They are told, on the line where the text begins, instead of stopping the build."""
    deep = "\n".join("    " * depth + "- a" for depth in range(90))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(350)
    try:
        rendered, problems = render_body(f"<!-- a: b -->\n{deep}", "f", 1)
    finally:
        sys.setrecursionlimit(limit)
    assert_says(problems, ["2: ce texte a trop de niveaux … simplifiez listes et citations"])
    assert rendered.pieces == (Marker("a", "b", 1),)


@pytest.mark.parametrize("sign", ["[", "*", "_", "`", "<", "("])
def test_a_paragraph_with_too_many_signs_is_refused(sign):
    """Four hundred are read, one more is refused on the line where the paragraph begins, before anything is rendered."""
    rendered, problems = render_body(f"Bien.\n\nmot\n{f'a {sign}' * 401}\n\n## Sans identifiant", "f", 5)
    assert_says(problems, ["7: ce paragraphe est démesuré … coupez-le en plusieurs, avec des lignes vides"])
    assert rendered == Rendered((), ())
    spread = f"{'a ' + sign} \n\n" * 401
    assert not any("démesuré" in p.what for p in render_body(spread, "f", 1)[1])
    assert not any("démesuré" in p.what for p in render_body(f"a {sign} " * 400, "f", 1)[1])


def test_a_paragraph_too_long_is_refused():
    """Twenty thousand letters are read, one more is refused; a code between fences counts whole."""
    assert render_body("Bien.\n\n" + "a" * 20_000, "f", 1)[1] == []
    assert_says(render_body("Bien.\n\n" + "a" * 20_001, "f", 1)[1], ["3: ce paragraphe est démesuré"])
    assert_says(render_body("```\n" + "a\n\n" * 7000 + "```", "f", 1)[1], ["1: ce paragraphe est démesuré"])


def test_a_heading_without_identifier_has_none():
    """It is told, and kept with an empty one."""
    assert render_body("## Un", "f", 1)[0].headings == (Heading(2, "", "Un", critical=False),)


def test_a_heading_lost_in_a_sentence_is_told_near_it():
    """On the line of the heading before it, or where the text begins."""
    _, problems = render_body("mot\n\n## Un {#a}\n\nmot <h2>Deux</h2>", "f", 1)
    assert_says(problems, ["3: la section « Deux »", "5: ce passage contient du HTML"])
    _, problems = render_body("<!-- a: b -->\nmot\n\nmot <h2>Deux</h2>", "f", 4)
    assert_says(problems, ["5: la section « Deux »", "7: ce passage contient du HTML"])


def test_the_words_of_a_heading_are_without_marks():
    """Emphasis, links and code are part of the words, not their signs."""
    rendered, _ = render_body("## Le **[119](contact:119)** et `vous` {#a}", "f", 1)
    assert rendered.headings == (Heading(2, "a", "Le 119 et vous", critical=False),)


@pytest.mark.parametrize(
    "taken", ["contenu", "siblings-title", "sources", "contenus-cites", "contact-17", "voix-state"]
)
def test_an_identifier_of_the_templates_is_refused(taken):
    """The skip link and the links to helplines must not lead into an editor's text."""
    assert_says(render_body(f"Mots.\n\n## Titre {{#{taken}}}", "f", 1)[1], [f"3: « {taken} » sert déjà au site"])
    assert render_body(f"## Titre {{#x-{taken}}}\n\n### Titre {{#contenus}}", "f", 1)[1] == []


def test_every_identifier_of_the_frame_is_kept_for_it(project_root):
    """Those that stand on pages with an editor's text: a new one in these templates must be added to the rule."""
    frames = (
        "main.html",
        "page.html",
        "post.html",
        "partials/site/header.html",
        "partials/site/footer.html",
        "partials/readers/contacts.html",
    )
    texts = [(project_root / "overrides" / name).read_text(encoding="utf-8") for name in frames]
    found = {name.replace("{{ c.contact.id }}", "17") for text in texts for name in re.findall(r'\bid="([^"]+)"', text)}
    assert found
    for name in found:
        assert any("sert déjà" in problem.what for problem in render_body(f"## Titre {{#{name}}}", "f", 1)[1]), name

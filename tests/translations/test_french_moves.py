"""An editor changes French on a copy of the real project: what is never stopped, and what a translation may never lose."""

import datetime
import re

import pytest
from click.testing import CliRunner

from built import TODAY
from vigie.cli import main
from vigie.load_build import load_build
from vigie.problems import blocking
from vigie.ready import make_ready
from vigie.render import Renderer
from vigie.site.check import check_build
from vigie.site.pages import all_pages
from vigie.translations.beside import parts_of
from vigie.translations.sections import OPENING

DAY = datetime.date.fromisoformat(TODAY)
SIGNS, RIGHTS = "docs/fr/infos/signes.md", "docs/fr/infos/droits.md"


def _edit(root, path, *changes):
    file = root / path
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def _build(root):
    build, problems = load_build(root, DAY)
    assert build is not None, problems
    return build


def _problems(root):
    build = _build(root)
    return check_build(build, all_pages(build))


def _run(root, *arguments):
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (RIGHTS, "https://parolesdhommesetdefemmes.fr/dispositif-national-d-accueil-et-de-protection-des-victimes-de-la-traite-des", "https://parolesdhommesetdefemmes.fr/"),
        (RIGHTS, "## L’argent {#argent}", "## L’argent {#argent .critical}"),
        (RIGHTS, "- vos ressources sont plus basses que le RSA.", "- vous avez peu : vos ressources sont plus basses que le RSA ;\n- une chose encore."),
        ("docs/fr/actualites/2025-06-25-visite-greta.md", "sources:\n", 'sources:\n  - {title: "Une de plus", url: null, date: null}\n'),
    ],
    ids=["address", "mark", "item", "source"],
)  # fmt: skip
def test_no_french_edit_is_stopped_by_a_translation(path, before, after, project_copy):
    """An address, a mark, an item, a source: translations that were right stay right."""
    _edit(project_copy, path, (before, after))
    assert [str(problem) for problem in blocking(_problems(project_copy))] == []


def test_a_translation_with_the_new_address_is_right_too(project_copy):
    """Whoever mends the address in every language is not stopped either; a third address is."""
    old = "https://parolesdhommesetdefemmes.fr/dispositif-national-d-accueil-et-de-protection-des-victimes-de-la-traite-des"
    new = "https://parolesdhommesetdefemmes.fr/"
    _edit(project_copy, RIGHTS, (old, new))
    _edit(project_copy, RIGHTS.replace("/fr/", "/ar/"), (old, new))
    assert blocking(_problems(project_copy)) == []
    _edit(project_copy, RIGHTS.replace("/fr/", "/ar/"), (new, "https://parolesdhommesetdefemmes.fr/autre"))
    assert [problem.path for problem in blocking(_problems(project_copy))] == ["docs/ar/infos/droits.md"]


@pytest.mark.parametrize(
    ("path", "before", "after", "says"),
    [
        ("docs/ar/infos/qui-appeler.md", "<!-- readers: contacts -->", "", "aucun, et non <!-- readers: contacts -->"),
        ("docs/ar/infos/signes.md", "## ", "<!-- site: legal -->\n\n## ", "<!-- site: legal -->, et non aucun"),
    ],
)
def test_a_translation_neither_loses_nor_gains_a_marker(path, before, after, says, project_copy):
    """« Who to call » without its helplines is refused, on its line."""
    file = project_copy / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    told = [problem for problem in blocking(_problems(project_copy)) if "repères" in problem.what]
    assert [problem.path for problem in told] == [path]
    assert says in told[0].what


def test_a_typo_is_declared_part_by_part_and_shown(project_copy):
    """With two parts changed none is chosen; a part that can hurt is named; what was and what is are printed."""
    _edit(project_copy, RIGHTS, ("L’association ALC le coordonne.", "L’association ALC en est la coordinatrice."))
    _edit(project_copy, RIGHTS, ("Vous pouvez poser la question.", "Vous pouvez lui poser la question."))
    refused = _run(project_copy, "minor", RIGHTS, "--reason", "tournure")
    assert refused.exit_code == 1
    assert re.search("dites laquelle, après un # : mineurs, hebergement", refused.output.replace("\u00a0", " "))
    done = _run(project_copy, "minor", f"{RIGHTS}#hebergement", "--reason", "tournure")
    assert done.exit_code == 0
    assert "-Ac.Sé est un dispositif national. Il existe depuis 2001. L’association ALC le coordonne." in done.output
    assert "mineurs" in _run(project_copy, "diff", "docs/ar/infos/droits.md").output
    unknown = _run(project_copy, "minor", f"{RIGHTS}#absente", "--reason", "x")
    assert "la section « absente » n’existe pas" in unknown.output.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "changes",
    [
        [("[17](contact:17)", "@"), ("[119](contact:119)", "[17](contact:17)"), ("@", "[119](contact:119)")],
        [("ne prouve", "prouve")],
    ],
    ids=["helplines exchanged", "a negation less"],
)
def test_what_turns_a_sentence_round_is_never_minor(changes, project_copy):
    """In whatever part it is."""
    text = (project_copy / SIGNS).read_text(encoding="utf-8")
    changes = [change for change in changes if change[0] in text or change[0] == "@"]
    _edit(project_copy, SIGNS, *changes)
    behind = {p.id for t in _build(project_copy).targets if t.status for p in t.status.behind}
    assert behind
    for part in behind:
        refused = _run(project_copy, "minor", f"{SIGNS}#{part}", "--reason", "coquille")
        assert refused.exit_code == 1
        assert "elle se traduit" in refused.output


def test_the_kit_that_helpers_print_says_what_the_page_says(project_copy):
    """The French of today beside the Arabic, and that something important changed."""
    _edit(project_copy, "docs/fr/infos/urgence.md", ("## ", "Un mot de plus, fictif.\n\n## "))
    ready = make_ready(project_copy, DAY)
    kit = ready.files["telechargements/infos-ar.html"].decode("utf-8")
    assert "Un mot de plus, fictif." in kit
    assert 'class="beside"' in kit


def test_a_heading_inside_a_quotation_or_a_list_cuts_nothing():
    """Both halves of a cut are well formed."""
    html = '<p>a</p><blockquote><h2 id="x">X</h2></blockquote><ul><li><h3 id="z">Z</h3></li></ul><h2 id="y">Y</h2>'
    assert [part.id for part in parts_of([html])] == [OPENING, "y"]
    assert "".join(str(piece) for part in parts_of([html]) for piece in part.pieces) == html


def test_a_title_that_changed_has_its_note(project_copy):
    """Before everything."""
    _edit(project_copy, RIGHTS, ("title: Vos droits", "title: Vos droits en France"))
    build = _build(project_copy)
    index = all_pages(build)
    html = str(Renderer(build, index).fragment(index.get("ar", "infos/droits/")))
    note = html.index('class="beside"')
    assert note < html.index("<h2")
    assert "<p>Vos droits en France</p>" in html[note:]

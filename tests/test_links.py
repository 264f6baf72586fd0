"""The links of a text: where each leads, what is wrong with it, and on which line."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from golden_texts import assert_says, texts
from vigie.links import Surroundings, broken_links, line_of_link, resolve, target_of, what_is_wrong

PAGES = {
    "": frozenset({"aide"}),
    "infos/": frozenset(),
    "infos/droits/": frozenset({"danger", "mineurs"}),
    "plan/": frozenset(),
}
AROUND = Surroundings(
    lang="fr",
    name="infos/droits",
    contacts={
        "119": SimpleNamespace(href=lambda: "tel:119", dial="119", number="119", id="119"),
        "114": SimpleNamespace(href=lambda: "sms:114", dial="114", number="114", id="114"),
        "acse": SimpleNamespace(href=lambda: "tel:0806000126", dial="0806000126", number="0 806 000 126", id="acse"),
        "abroad": SimpleNamespace(href=lambda: "tel:+33123", dial="+33123", number="+33 1 23", id="abroad"),
    },
    anchors_of=PAGES.get,
    url_of=lambda address: f"/to/{address}",
    mail_note="pas d’urgence & <rien>",
    contact_email="a@b.fr",
)


@pytest.mark.parametrize("case", texts("links_wrong.yaml"))
def test_a_link_that_leads_nowhere_is_refused(case):
    """Unknown contacts, pages and sections, ways out of the language, and all that is no file of it."""
    wrong = what_is_wrong(case["href"], AROUND)
    assert wrong is not None
    for piece in case["says"]:
        assert piece in " ; ".join(wrong)


@pytest.mark.parametrize("case", texts("links_right.yaml"))
def test_a_link_that_leads_somewhere_is_resolved(case):
    """Contacts become calls or messages, files become addresses, other sites do not learn where readers come from."""
    assert what_is_wrong(case["href"], AROUND) is None
    html = resolve(f'<p><a href="{case["href"]}" title="x">mot</a></p>', AROUND)
    assert html.startswith(f"<p>{case['html']}mot</a>")
    assert html.count("<small") == ("mailto:" in case["href"])


def test_a_link_to_a_page_in_another_language_says_which():
    """In French alone: in words too. A text of French folded into another page may lead to that page's language."""
    around = replace(
        AROUND, lang="uk", lang_of=lambda address: "fr" if address == "plan/" else "uk", french_note="фр. & <так>"
    )
    french, own = ('<a href="../plan/index.md">m</a>', '<a href="qui-appeler.md">m</a>')
    assert resolve(french, around) == (
        '<a href="/to/plan/" hreflang="fr">m</a> <small class="quiet">(фр. &amp; &lt;так&gt;)</small>'
    )
    assert resolve(own, around) == '<a href="/to/infos/qui-appeler/">m</a>'
    folded = replace(around, lang="fr")
    assert resolve(french, folded) == '<a href="/to/plan/">m</a>'
    assert resolve(own, folded) == '<a href="/to/infos/qui-appeler/" hreflang="uk">m</a>'
    nowhere = replace(around, url_of=lambda address: "")
    assert resolve(french, nowhere) == '<a href="">m</a>'


def test_a_mail_link_says_that_it_is_no_emergency_help():
    """The note follows the link, escaped, and only mail links."""
    html = resolve(
        '<a href="mailto:a@b.fr">écrire</a>, <a href="#danger">lire</a>, <a href="mailto:c@d.fr">dire</a>.', AROUND
    )
    note = ' <small class="mail-note">(pas d’urgence &amp; &lt;rien&gt;)</small>'
    assert html == (
        f'<a href="mailto:a@b.fr">écrire</a>{note}, <a href="/to/infos/droits/#danger">lire</a>, '
        f'<a href="mailto:c@d.fr">dire</a>{note}.'
    )


def test_what_is_no_link_stays_as_it_is():
    """Other tags, texts and an end that closes nothing are kept."""
    html = '<p id="a">un &amp; <strong>deux</strong></p></a><p>a</p>'
    assert resolve(html, AROUND) == html


def test_a_link_without_address_leads_to_its_own_page():
    """It is refused when checked; rendered all the same, it leads nowhere else."""
    assert resolve("<a>mot</a>", AROUND) == '<a href="/to/infos/droits/">mot</a>'


def test_a_broken_link_by_reference_is_told_on_the_line_of_its_address():
    """Its words and its address are on two lines: the address is what is to be mended."""
    problems = broken_links('<p><a href="x.md">mot</a></p>', "un [mot][1]\n\n[1]: x.md", "f", 3, AROUND)
    assert_says(problems, ["5: le lien « x.md » ne mène à aucune page"])


@pytest.mark.parametrize(
    ("href", "name", "target"),
    [
        ("#a", "index", ("", "a")),
        ("#a", "infos/index", ("infos/", "a")),
        ("droits.md", "infos/index", ("infos/droits/", "")),
        ("infos/droits.md#b", "index", ("infos/droits/", "b")),
        ("../index.md", "infos/droits", ("", "")),
        ("../../index.md#c", "a/b/c", ("", "c")),
        ("index.md", "index", ("", "")),
    ],
)
def test_a_target_is_counted_from_the_file_that_links(href, name, target):
    """Paths start from the folder of the file, anchors alone from the file itself."""
    assert target_of(href, name) == target


def test_each_broken_link_is_told_on_the_line_that_writes_it():
    """Links that lead somewhere are not told; a link without address is no link."""
    body = "un [a](index.md)\n\ndeux [b](absente.md), trois [c](#danger)\n[d](#rien)\n[e]()"
    html = (
        '<p>un <a href="index.md">a</a></p><p>deux <a href="absente.md">b</a>, trois <a href="#danger">c</a>\n'
        '<a href="#rien">d</a> <a>x</a> <a href="">e</a></p>'
    )
    problems = broken_links(html, body, "docs/fr/infos/droits.md", 5, AROUND)
    assert_says(
        problems,
        [
            "7: le lien « absente.md » ne mène à aucune page … vérifiez le nom du fichier",
            "8: la section « #rien » n’existe pas",
            "9: ce lien est vide",
        ],
    )
    assert {problem.path for problem in problems} == {"docs/fr/infos/droits.md"}


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("119", "119"),
        ("1 1 9", "119"),
        ("le 119", "119"),
        ("Appelez-nous", "119"),
        ("0 806 000 126", "acse"),
        ("+33 1 23", "abroad"),
    ],
)
def test_the_number_that_is_read_may_be_the_one_that_is_dialled(words, contact):
    """Spaces, words and the « + » of the country do not count; a link may also show no number."""
    assert (
        broken_links(f'<a href="contact:{contact}">{words}</a>', f"[{words}](contact:{contact})", "f", 1, AROUND) == []
    )


@pytest.mark.parametrize(
    ("words", "contact", "says"),
    [
        ("01 44 52 88 90", "119", "« 01 44 52 88 90 » mène au 119 … écrivez [119](contact:119)"),
        ("17", "119", "« 17 » mène au 119"),
        ("1190", "119", "« 1190 » mène au 119"),
        ("le 119 ou le 17", "119", "« le 119 ou le 17 » mène au 119"),
        ("0 806 000 127", "acse", "« 0 806 000 127 » mène au 0 806 000 126 … écrivez [0 806 000 126](contact:acse)"),
        ("x" * 50 + "17", "119", f"« {'x' * 40} » mène au 119"),
    ],
)
def test_another_number_than_the_one_dialled_is_refused(words, contact, says):
    """A slip would send a person in danger to a stranger; marks inside the link hide nothing."""
    body = f"[119](contact:119)\n[mot](contact:{contact})\n\n[{words}](contact:{contact})"
    html = f'<a href="contact:119">119</a> <a href="contact:{contact}">mot</a> <a href="contact:{contact}">{words}</a>'
    assert_says(broken_links(html, body, "f", 3, AROUND), [f"6: {says}"])
    marked = f'<p>1 <a href="contact:{contact}"><strong>{words[:1]}</strong>{words[1:]}</a> 2</p>'
    assert len(broken_links(marked, body, "f", 3, AROUND)) == 1


def test_each_link_is_judged_by_its_own_words():
    """The words of one link are not those of the next, and what is around a link is not in it."""
    html = '17 <a href="contact:119">119</a> 17 <a>17</a> <a href="contact:114">114</a> 17'
    assert broken_links(html, "", "f", 1, AROUND) == []


@pytest.mark.parametrize(
    ("body", "href", "line"),
    [
        ("[a](../index.md)\n[b](index.md)", "index.md", 2),
        ("voir index.md\n\n[b](index.md)", "index.md", 3),
        ("[a](x.md#b)\n[a](#b)", "#b", 2),
        ("mot\n[a][1]\n\n[1]: x.md\n", "x.md", 4),
        ("x.md\n<https://a.fr>\n", "https://a.fr", 2),
        ("mot\n[a]( x.md )", "x.md", 2),
        ("mot\n[a](<x y.md>)", "x y.md", 2),
        ('mot\n[a](x.md "titre")', "x.md", 2),
        ("[a](x.md)\n[b](x.md)", "x.md", 1),
        ("mot\nmot", "x.md", 1),
        ("mot\n[a]()", "", 2),
    ],
)
def test_the_line_of_a_link_is_the_one_that_links(body, href, line):
    """Not one that holds the same letters in a longer address or a sentence; the first line when none does."""
    assert line_of_link(body, href, 1) == line
    assert line_of_link(body, href, 11) == line + 10

"""The gate between draft and public: nothing unread by a competent person is published as vital, and what lacks is listed."""

import re
from datetime import date

import pytest
from click.testing import CliRunner

from built import html_of
from vigie.cli import main
from vigie.problems import ProblemsFound
from vigie.ready import make_ready
from vigie.site.root_files import root_files

TODAY = date(2026, 11, 22)


def _edit(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def public(project_copy):
    """A copy that says who publishes it and where, and in which nobody has reviewed anything."""
    facts = [(f"  {name}: null", f"  {name}: Exemple fictif") for name in ("legal_form", "address", "director", "host")]
    address = [("site_url: null", "site_url: https://exemple.org/"), ("status: draft", "status: public")]
    _edit(project_copy / "data/site.yaml", *facts, *address)
    return project_copy


def _listed(root):
    done = CliRunner().invoke(main, ["--root", str(root), "check", "--public"])
    return done.exit_code, done.output


def test_a_public_site_leaves_out_the_vital_pages_that_nobody_competent_has_read(public):
    """In their place, at the same address: the numbers to call, no sentence of theirs, nothing for search engines."""
    ready = make_ready(public, TODAY)
    rights, arabic, calls = (
        html_of(ready, "infos/droits/"),
        html_of(ready, "ar/infos/qui-appeler/"),
        html_of(ready, "infos/qui-appeler/"),
    )
    for page in (rights, arabic):
        assert "noindex" in page and 'href="tel:17"' in page and 'href="sms:114"' in page
        assert 'rel="canonical"' not in page
    assert "Page en relecture" in rights and "225-4-1" not in rights and "récépissé" not in rights
    assert "116 006" in arabic and 'href="tel:3919"' in arabic  # every number stays within reach
    assert "مختص" in arabic and "#traces" not in arabic and 'hreflang="fr"' in arabic
    assert "116 006" in calls and "noindex" not in calls  # says nothing of the law: it needs no lawyer
    assert "infos/droits/" not in root_files(ready.build, ready.index)["sitemap.xml"]


def test_once_read_the_page_is_published(public):
    """The lawyer's review gives the French page back; the Arabic one also waits for a reader of Arabic."""
    for lang in ("fr", "ar"):
        reviewed = ("legal_review: null", "legal_review: {role: Exemple fictif, date: 2026-01-01}")
        _edit(public / f"docs/{lang}/infos/droits.md", reviewed)
    index = make_ready(public, TODAY).index
    assert index.get("fr", "infos/droits/").kind == "page"
    assert index.get("ar", "infos/droits/").kind == "withheld"
    _edit(public / "docs/ar/infos/droits.md", ("state: draft", "state: reviewed"))
    assert make_ready(public, TODAY).index.get("ar", "infos/droits/").kind == "page"


def test_a_draft_shows_every_page(project_copy):
    """The gate never hides anything from those who work on the draft."""
    assert "withheld" not in {page.kind for page in make_ready(project_copy, TODAY).index.by_place.values()}


def test_what_lacks_is_listed_with_file_and_line(project_root):
    """Publisher, law, native readers, findings signed by nobody: each on its line; a number not called yet only warns."""
    code, said = _listed(project_root)
    assert code == 1
    for name in ("site_url", "publisher.legal_form", "publisher.address", "publisher.director", "publisher.host"):
        assert re.search(rf"data/site\.yaml:\d+: « {re.escape(name)} » manque", said)
    assert re.search(r"docs/fr/infos/droits\.md:\d+: aucun juriste n’a relu cette page vitale", said)
    assert re.search(r"docs/ar/infos/qui-appeler\.md:\d+: aucune personne dont c’est la langue", said)
    assert re.search(r"data/measures\.yaml:\d+: le constat « observatoire-2024-collectif »", said)
    assert re.search(r"data/contacts\.yaml:\d+: personne n’a vérifié le 17 en appelant .*\(avertissement\)", said)
    line = int(re.search(r"docs/fr/infos/droits\.md:(\d+)", said).group(1))
    text = (project_root / "docs/fr/infos/droits.md").read_text(encoding="utf-8").split("\n")
    assert text[line - 1].startswith("legal_review:")


def test_the_list_grows_shorter_as_people_do_their_part(project_copy):
    """A review, a signature, a call, a fact: each takes its line away, and only it."""
    before = _listed(project_copy)[1]
    _edit(
        project_copy / "docs/fr/infos/droits.md",
        ("legal_review: null", "legal_review: {role: Juriste, date: 2026-01-01}"),
    )
    _edit(project_copy / "data/site.yaml", ("  host: null", "  host: Exemple fictif"))
    after = _listed(project_copy)[1]
    gone = set(before.split("\n")) - set(after.split("\n"))
    assert {re.sub(r":\d+:.*", "", line) for line in gone if ":" in line and "problèmes" not in line} == {
        "docs/fr/infos/droits.md",
        "data/site.yaml",
    }


def test_a_vital_page_without_translation_is_listed(project_copy):
    """Absent is not reviewed: the file to write is named."""
    (project_copy / "docs/ar/infos/evenements.md").unlink()
    assert re.search(r"docs/ar/infos/evenements\.md:1: cette page vitale n’est pas traduite", _listed(project_copy)[1])


def test_an_ordinary_check_of_a_draft_lists_none_of_it(project_root):
    """The gate never blocks those who work."""
    done = CliRunner().invoke(main, ["--root", str(project_root), "check"])
    assert done.exit_code == 0, done.output
    assert "relu" not in done.output


def test_a_site_that_calls_itself_public_without_a_publisher_is_refused(project_copy):
    """The law's facts cannot be left out: nothing is built."""
    _edit(project_copy / "data/site.yaml", ("status: draft", "status: public"))
    with pytest.raises(ProblemsFound) as found:
        make_ready(project_copy, TODAY)
    assert "« publisher.director » manque" in str(found.value)

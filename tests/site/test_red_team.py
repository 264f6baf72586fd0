"""Whatever a hostile hand puts in the project is refused, with the file named, or reaches readers as harmless words."""

import collections
import datetime
import re
import shutil

import pytest
import yaml
from click.testing import CliRunner

import pdfs
from built import ROOT, build, html_of
from golden_cases import text_of
from hostile import PAGE, apply, what_is_wrong, words_of
from pictures import SECRETS
from vigie.cli import main
from vigie.html_stream import read_html
from vigie.ready import make_ready
from web_server import of_project, start_nginx

DAY = datetime.date(2026, 11, 22)
ENTRIES = yaml.safe_load(text_of("hostile.yaml"))
REFUSED = [entry for entry in ENTRIES if entry["outcome"] == "refused"]
HARMLESS = [entry for entry in ENTRIES if entry["outcome"] == "harmless"]
SUM = str(987 + 654321)
"""What a template that obeys an editor would write."""


def _named(entries):
    return [pytest.param(entry, id=entry["name"]) for entry in entries]


def test_each_entry_has_a_name_a_kind_and_an_outcome():
    """Sixty at least, of every kind, each with what is expected of it."""
    assert len({entry["name"] for entry in ENTRIES}) == len(ENTRIES) >= 60
    assert len(REFUSED) + len(HARMLESS) == len(ENTRIES)
    assert all(entry["says"] for entry in REFUSED)
    assert set(collections.Counter(entry["kind"] for entry in ENTRIES)) == {
        "html", "attribute", "link", "marker", "template", "front", "yaml", "contact", "interface", "data", "name",
        "image", "pdf", "weight",
    }  # fmt: skip


def _check(root):
    """What « vigie check » says: its messages; fails unless it refuses, in lines of its own and without traceback."""
    result = CliRunner().invoke(main, ["--root", str(root), "check", "--github"])
    assert isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == 1
    for line in result.stderr.splitlines():
        assert re.match(r".+:[1-9]\d*: .+ ; .+|\d+ problèmes? à corriger", line), line
    form = r"::(?:error|warning) file=|::(?:error|warning)::et \d+ autres, dans le journal de cette étape\Z"
    assert all(re.match(form, line) for line in result.stdout.splitlines())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", result.output)
    return result.stderr.splitlines()


def _assert_told(lines, path, says):
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)
    told = [line for line in lines if line.startswith(f"{shown}:")]
    assert [line for line in told if all(words in line for words in says)], told


ALONE = [entry for entry in REFUSED if set(entry) & {"file", "find", "write", "bytes", "link", "and"}]
WRITTEN = [entry for entry in REFUSED if entry not in ALONE]
"""Those that are one more line in a text."""


@pytest.mark.parametrize("entry", _named(ALONE))
def test_what_could_harm_is_refused_in_the_file_that_holds_it(entry, project_copy):
    """« vigie check » answers 1, names the file and says why, in French."""
    apply(project_copy, entry)
    _assert_told(_check(project_copy), entry.get("path", entry.get("file", PAGE)), entry["says"])


@pytest.fixture(scope="module")
def said_of_texts(project_template, tmp_path_factory):
    """What is said of a project with one page per hostile line: each is judged by itself."""
    root = tmp_path_factory.mktemp("texts") / "project"
    shutil.copytree(project_template, root)
    for entry in WRITTEN:
        path = f"docs/fr/essais/{entry['name']}.md"
        apply(root, {"file": path, "write": f"---\ntitle: T\ndescription: D\n---\nMots.\n\n{entry['append']}\n"})
    return _check(root)


@pytest.mark.parametrize("entry", _named(WRITTEN))
def test_a_hostile_line_is_refused_in_its_page(entry, said_of_texts):
    """The page is named, with the reason."""
    _assert_told(said_of_texts, f"docs/fr/essais/{entry['name']}.md", entry["says"])


@pytest.fixture(scope="module")
def attacked(project_template, tmp_path_factory):
    """A copy of the project with all that is harmless in it, together."""
    root = tmp_path_factory.mktemp("attacked") / "project"
    shutil.copytree(project_template, root)
    for entry in HARMLESS:
        apply(root, entry)
    return root


@pytest.fixture(scope="module")
def attacked_site(attacked, tmp_path_factory):
    """The same, built and verified by the command that editors use."""
    return build(attacked, tmp_path_factory.mktemp("attacked-site") / "site")


def _shown(html, entry):
    if "shows_picture" in entry:
        return entry["shows_picture"] in [dict(event.attributes).get("alt") for event in read_html(html)]
    return entry.get("shows", "") in words_of(html)


def test_what_is_harmless_is_shown_as_words(attacked):
    """In every page of the project that holds them all: no program, no address, no sum made by a template."""
    ready = make_ready(attacked, DAY)
    whole = {name: html_of(ready, name) for name in ready.framed}
    assert {name: wrong for name, html in whole.items() if (wrong := what_is_wrong(html))} == {}
    assert [name for name, html in whole.items() if SUM in html] == []
    for entry in HARMLESS:
        assert _shown(whole[entry.get("at", "vie-privee/index.html")], entry), entry["name"]
    images = {name: data for name, data in ready.files.items() if name.startswith("images/")}
    assert len(images) == 3
    for data in images.values():
        assert not [secret for secret in SECRETS if secret in data]
    (document,) = (data for name, data in ready.files.items() if name.startswith("documents/"))
    assert not [secret for secret in pdfs.SECRETS if secret in document]


def test_nothing_of_it_is_in_the_site(attacked_site):
    """Not in a page, not in a file of any kind: zero of the attacks reaches the built site."""
    reached = {}
    for path in sorted(attacked_site.folder.rglob("*")):
        name = path.relative_to(attacked_site.folder).as_posix()
        assert not path.is_symlink()
        assert "piege" not in name
        assert "fuite" not in name
        assert "oubli" not in name
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            wrong = what_is_wrong(html)
            leads_on = name in attacked_site.small_pages()  # to a page of the site: test_verify_redirect.py
            if not name.startswith("telechargements/") and wrong != (["<meta refresh>"] if leads_on else []):
                reached[name] = wrong
            assert SUM not in html
        elif path.is_file() and path.suffix in (".js", ".css", ".svg"):
            assert b"__pwned" not in path.read_bytes(), name
        elif path.is_file() and path.suffix in (".webp", ".png"):
            assert not [secret for secret in SECRETS if secret in path.read_bytes()], name
    print(f"{len(ENTRIES)} attacks: {len(REFUSED)} refused, {len(HARMLESS)} harmless, {len(reached)} in the site")
    assert reached == {}


def test_a_browser_meets_nothing_hostile(attacked_site, browser):
    """Chromium opens each page that holds an attack: no dialog, no word in the console, no request elsewhere, and nothing was set."""
    server = start_nginx(attacked_site.folder, of_project(ROOT))
    base = server.url
    context = browser.new_context()
    tab = context.new_page()
    said, asked = [], []
    tab.on("dialog", lambda dialog: (said.append(("dialog", dialog.message)), dialog.dismiss()))
    tab.on("console", lambda message: said.append((tab.url, message.text)))
    tab.on("pageerror", lambda error: said.append((tab.url, str(error))))
    tab.on("request", lambda request: asked.append(request.url))
    touched = {entry.get("at", "vie-privee/index.html") for entry in HARMLESS}
    holds = {
        path.relative_to(attacked_site.folder).as_posix()
        for path in attacked_site.pages()
        if b"__pwned" in path.read_bytes()
    }
    for name in sorted(touched | holds):
        tab.goto(base + name)
        assert tab.evaluate("() => typeof window.__pwned") == "undefined", name
    assert said == []
    assert [url for url in asked if not url.startswith(base)] == []
    context.close()
    server.stop()

"""What may lie in docs/assets/: a few kinds of files, nothing that runs, loads from elsewhere or leads out."""

import pytest

from vigie.site.assets import asset_files, check_assets, made_assets

HARMLESS = {
    "style.css": "a { color: red; background: url(fond.png); }",
    "code.js": "var a = 1; // un commentaire",
    "search.js": 'var engine = import("../pagefind/pagefind.js").then(a);',
    "dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>',
    "police.woff2": "binaire",
}
REFUSED = {
    "page.html": ("<p>a</p>", "ne peut pas être servi"),
    "notes.md": ("# a", "ne peut pas être servi"),
    "page.xhtml": ("<p/>", "ne peut pas être servi"),
    "loads.css": ("\n@import url(x.css);", "charge quelque chose d’ailleurs"),
    "tells.css": ("\na { background: url(https://evil.example/x.png); }", "charge quelque chose d’ailleurs"),
    "bare.css": ("\na { background: url(//evil.example/x.png); }", "charge quelque chose d’ailleurs"),
    "fetches.js": ('\nfetch("https://evil.example/");', "charge quelque chose d’ailleurs"),
    "imports.js": ('\nimport("../autre.js");', "charge quelque chose d’ailleurs"),
    "builds.js": ('\nimport("../pagefind/pagefind.js" + a);', "charge quelque chose d’ailleurs"),
    "hides.js": ('\nimimport("../pagefind/pagefind.js")port("../autre.js");', "charge quelque chose d’ailleurs"),
    "search.css": ('\n@import("../pagefind/pagefind.js");', "charge quelque chose d’ailleurs"),
    "script.svg": ("\n<svg><script>x</script></svg>", "peut exécuter du code"),
    "handler.svg": ('\n<svg onload="x"></svg>', "peut exécuter du code"),
    "link.svg": ('\n<svg><a href="javascript:x"/></svg>', "peut exécuter du code"),
}


@pytest.fixture
def assets(tmp_path):
    folder = tmp_path / "docs/assets"
    folder.mkdir(parents=True)
    (folder / "site.css").write_text("a { color: red; }\n", encoding="utf-8")
    (folder / "ledger.css").write_text("b { color: blue; }\n", encoding="utf-8")
    (folder / "volunteers.css").write_text("c { color: green; }\n", encoding="utf-8")
    return folder


def test_the_plan_and_the_volunteers_have_one_stylesheet_made_of_two(assets, tmp_path):
    """Both texts, in order; the second never travels alone, and its absence is told before anything is built."""
    assert made_assets(tmp_path) == {
        "plan.css": "a { color: red; }\nb { color: blue; }\n",
        "contribuer.css": "a { color: red; }\nc { color: green; }\n",
    }
    assert [p.name for p in asset_files(tmp_path)] == ["site.css"]
    (assets / "ledger.css").unlink()
    (problem,) = check_assets(tmp_path)
    assert (problem.path, problem.what) == ("docs/assets/ledger.css", "cette feuille de style manque")


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_file_is_served(assets, tmp_path, name):
    """Styles, scripts, drawings and fonts of ours."""
    (assets / name).write_text(HARMLESS[name], encoding="utf-8")
    assert check_assets(tmp_path) == []
    assert [p.name for p in asset_files(tmp_path)] == sorted([name, "site.css"])


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_is_refused(assets, tmp_path, name):
    """With its file, and its line when the text tells one."""
    text, words = REFUSED[name]
    (assets / name).write_text(text, encoding="utf-8")
    (problem,) = check_assets(tmp_path)
    assert problem.path == f"docs/assets/{name}"
    assert problem.line == (2 if text.startswith("\n") else 1)
    assert words in problem.what


def test_a_link_out_of_the_project_is_neither_served_nor_silent(assets, tmp_path):
    """A symbolic link could publish any file of the machine."""
    secret = tmp_path / "secret.css"
    secret.write_text("a {}", encoding="utf-8")
    (assets / "style.css").symlink_to(secret)
    assert [p.name for p in asset_files(tmp_path)] == ["site.css"]
    assert [p.path for p in check_assets(tmp_path)] == ["docs/assets/style.css"]

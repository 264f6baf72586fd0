"""deploy/ says what the project says: its headers, its languages, its state."""

import re
import subprocess

import pytest
from click.testing import CliRunner

from built import ROOT
from vigie.cli import main
from vigie.data_files import load_data
from vigie.readers.headers import DOWNLOADS_POLICY, SAME_EVERYWHERE, header_policy
from vigie.readers.servers import deploy_files
from vigie.redirects.model import Redirects
from vigie.site.model import Site

NONE = Redirects(hosts=(), redirects=())
"""No old address: ``test_old_addresses.py`` asks for them."""


@pytest.fixture(scope="module")
def site():
    loaded, problems = load_data(Site, ROOT, "data/site.yaml")
    assert problems == []
    return loaded.record


@pytest.fixture(scope="module")
def redirects():
    loaded, problems = load_data(Redirects, ROOT, "data/redirects.yaml")
    assert problems == []
    return loaded.record


ONE_OLD_ADDRESS = re.compile(
    r'^    "~\*\^\(\?:.*" ".*";\n|^\t@old\d+ \{\n(?:\t\t.*\n)+\t\}\n|^\t\tredir @old\d+ .*\n', re.MULTILINE
)


def test_the_committed_configurations_are_those_of_today_save_the_old_addresses(site, redirects):
    """deploy/ is what `vigie deploy` writes: headers, policies, errors, logs.

    An editor who adds an old address in the forge's page cannot run the command: its small page answers meanwhile.
    """
    for name, text in deploy_files(site, redirects).items():
        committed = (ROOT / name).read_text(encoding="utf-8")
        assert ONE_OLD_ADDRESS.search(text), "the expression knows the form of an old address"
        assert ONE_OLD_ADDRESS.sub("", committed) == ONE_OLD_ADDRESS.sub("", text), "relancez « vigie deploy »"


def test_the_command_writes_them(project_copy):
    """`vigie deploy` makes the folder, the files, and says so in French."""
    done = CliRunner().invoke(main, ["--root", str(project_copy), "deploy"])
    assert done.exit_code == 0, done.output
    assert "2 configurations écrites" in done.output
    assert (project_copy / "deploy/nginx/site.conf").read_text() == (ROOT / "deploy/nginx/site.conf").read_text()
    assert (project_copy / "deploy/caddy/Caddyfile").is_file()


def test_a_broken_site_file_is_explained(project_copy):
    """With its line, and nothing is written."""
    path = project_copy / "data/site.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: brouillon"), encoding="utf-8")
    done = CliRunner().invoke(main, ["--root", str(project_copy), "deploy"])
    assert done.exit_code == 1
    assert "data/site.yaml:" in done.output
    assert not (project_copy / "deploy").exists()


def _changed(site, **changes):
    return deploy_files(site.model_copy(update=changes), NONE)


def test_a_known_host_is_written_where_it_is_needed(site):
    """nginx's names and certificates, Caddy's site; no « exemple.org » is left."""
    files = _changed(site, site_url="https://www.collectif.example/")
    nginx, caddy = files["deploy/nginx/site.conf"], files["deploy/caddy/Caddyfile"]
    assert "\n    server_name www.collectif.example;" in nginx
    assert "/etc/letsencrypt/live/www.collectif.example/" in nginx
    assert "\nwww.collectif.example {" in caddy
    assert "exemple.org" not in nginx + caddy
    assert ":80 {" not in caddy


def test_a_site_without_a_host_names_none(site):
    """The places to fill are comments."""
    files = _changed(site, site_url=None)
    lines = "\n".join(files.values()).split("\n")
    assert [line for line in lines if "exemple.org" in line and not line.strip().startswith("#")] == []


def test_a_draft_is_closed_and_a_public_site_is_open(site):
    """« noindex » for everything, then for pilot languages alone."""
    draft, public = _changed(site, status="draft"), _changed(site, status="public")
    assert 'default "noindex";' in draft["deploy/nginx/site.conf"]
    assert "@unindexed path /*\n" in draft["deploy/caddy/Caddyfile"]
    assert '    default "";\n    "~^/ar/" "noindex";' in public["deploy/nginx/site.conf"]
    assert "@unindexed path /ar/*\n" in public["deploy/caddy/Caddyfile"]
    whole = tuple(language.model_copy(update={"status": "public"}) for language in site.languages)
    open_to_all = "".join(_changed(site, status="public", languages=whole).values())
    assert "noindex" not in open_to_all


def test_a_hidden_language_has_no_place(site):
    """It is not built: neither error page nor search page of its own."""
    hidden = tuple(
        language.model_copy(update={"status": "hidden"}) if language.code != "fr" else language
        for language in site.languages
    )
    assert "/ar/" not in "".join(_changed(site, languages=hidden).values())


def test_no_place_can_cancel_the_headers(site):
    """In nginx one ``add_header`` in a ``location`` cancels all others: they all stand in ``server``, always sent."""
    text = deploy_files(site, NONE)["deploy/nginx/site.conf"]
    lines = re.findall(r"^( *)add_header (\S+) .*?( always)?;$", text, re.MULTILINE)
    assert len(lines) == len(SAME_EVERYWHERE) + 4
    assert {(indent, always) for indent, _name, always in lines} == {("    ", " always")}
    assert text.count("Permissions-Policy") == 1
    assert header_policy() in text


def test_nginx_and_caddy_say_the_same_policies(site):
    """The strict one, that of the search, that of files to take away, and no fourth."""
    for text in deploy_files(site, NONE).values():
        policies = set(re.findall(r"default-src [^\"]+", text))
        assert policies == {header_policy(), header_policy(search=True), DOWNLOADS_POLICY}


@pytest.mark.night
def test_caddy_accepts_the_committed_file():
    """As it is, with its own paths."""
    command = ["caddy", "adapt", "--adapter", "caddyfile", "--config", str(ROOT / "deploy/caddy/Caddyfile")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

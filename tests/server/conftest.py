"""A small site with a file of each kind, and the servers that show it: nginx, and in the night Caddy."""

import pytest

from vigie.readers.compress import compress_site
from vigie.readers.file_kinds import KINDS
from web_server import HIDDEN_TEXT, start_caddy, start_nginx

PAGES = {
    "index.html": "Accueil",
    "infos/index.html": "Qui appeler",
    "recherche/index.html": "Rechercher",
    "telechargements/infos-fr.html": "À emporter",
    "404.html": "Cette page n’existe pas",
    "ar/index.html": "الصفحة الأولى",
    "ar/infos/index.html": "بمن تتصل",
    "ar/recherche/index.html": "البحث",
    "ar/404.html": "هذه الصفحة غير موجودة",
}
HIDDEN = (".env", ".git/config", "ar/.htpasswd", "infos/.git/config")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """Its folder; a file that is not of the site stands beside it."""
    around = tmp_path_factory.mktemp("served")
    folder = around / "site"
    files = {name: f"<!doctype html><title>{text}</title>{text * 50}" for name, text in PAGES.items()}
    files |= {f"fichiers/un{kind.suffix}": f"du genre {kind.suffix} " * 50 for kind in KINDS}
    files |= dict.fromkeys(HIDDEN, HIDDEN_TEXT)
    files[".well-known/security.txt"] = "Contact: mailto:contact@exemple.org\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (around / "secret.txt").write_text(HIDDEN_TEXT, encoding="utf-8")
    compress_site(folder)
    return folder


@pytest.fixture(scope="session", params=["nginx", pytest.param("caddy", marks=pytest.mark.night)])
def server(request, small_site):
    """Each server in turn: all must give the same answers."""
    server = {"nginx": start_nginx, "caddy": start_caddy}[request.param](small_site)
    yield server
    server.stop()

"""The site of this repository on nginx: every file has its kind, its copies, and the page promised for each language."""

import gzip

import brotli
import pytest

from built import ROOT, real_site
from vigie.readers.file_kinds import COMPRESSED, KINDS
from vigie.readers.headers import headers_of
from web_server import of_project, start_nginx

COPIES = {".br": brotli.decompress, ".gz": gzip.decompress}
SITE = of_project(ROOT)


@pytest.fixture(scope="module")
def server():
    server = start_nginx(real_site().folder, SITE)
    yield server
    server.stop()


def _files():
    folder = real_site().folder
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}


def test_every_file_of_the_site_is_of_a_known_kind():
    """A kind that ``file_kinds.py`` does not list would be served as unknown bytes, which browsers refuse to show."""
    known = {kind.suffix for kind in KINDS}
    unknown = [name for name, path in _files().items() if path.suffix not in known and path.suffix not in COPIES]
    assert unknown == ["_headers", "_redirects"]


def test_every_copy_is_that_of_its_file_and_every_page_has_one():
    """The build compressed what it wrote, after its last change."""
    files = _files()
    for name, path in files.items():
        if restore := COPIES.get(path.suffix):
            assert restore(path.read_bytes()) == files[name.removesuffix(path.suffix)].read_bytes(), name
        elif path.suffix == ".html" or (path.suffix in COMPRESSED and path.stat().st_size > 500):
            assert {f"{name}.br", f"{name}.gz"} <= set(files), name


def test_every_address_of_the_site_is_served_with_every_header(server):
    """Page by page, in brotli: 200, its own bytes, the list."""
    for name, path in _files().items():
        if path.suffix == ".html":
            address = "/" + name.removesuffix("index.html")
            answer = server.ask(address, accept_encoding="br")
            assert (answer.status, answer.headers["content-encoding"]) == (200, "br"), address
            assert brotli.decompress(answer.body) == path.read_bytes(), address
            expected = headers_of(address, SITE)
            assert {key: answer.headers[key.lower()] for key in expected} == expected


@pytest.mark.parametrize("lang", SITE.languages)
def test_what_does_not_exist_is_said_in_the_language_with_the_number_to_call(server, lang):
    """A mistyped address under a language's root: its own page, with the urgent number."""
    root = "/" if lang == SITE.languages[0] else f"/{lang}/"
    answer = server.ask(f"{root}infos/ecrit-de-travers/")
    assert answer.status == 404
    assert f'<html lang="{lang}"'.encode() in answer.body
    assert b'href="tel:17"' in answer.body

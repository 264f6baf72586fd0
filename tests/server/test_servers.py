"""What real servers answer: every header on every status, compressed copies, languages of errors, nothing else."""

import gzip
import re
import time

import brotli
import pytest

from vigie.readers.file_kinds import KINDS
from vigie.readers.headers import Served, header_policy, headers_of
from web_server import HIDDEN_TEXT, SITE, start_nginx

COMPRESSED = [kind for kind in KINDS if kind.compressed]
OTHERS = [kind for kind in KINDS if not kind.compressed]


def _sent(answer) -> dict[str, str]:
    """The headers of the list among those of ``answer``; none of the list may hide elsewhere."""
    names = [*headers_of("/", SITE, https=True)]
    return {name: answer.headers[name.lower()] for name in names if name.lower() in answer.headers}


@pytest.mark.parametrize(
    "path",
    ["/", "/infos/", "/ar/", "/ar/infos/", "/404.html", "/telechargements/infos-fr.html", "/.well-known/security.txt"]
    + [f"/fichiers/un{kind.suffix}" for kind in KINDS],
)
def test_every_header_is_on_every_file(server, path):
    """A page, and a file of each kind: the list, the whole list, the cache of its kind."""
    answer = server.ask(path)
    assert answer.status == 200
    assert _sent(answer) == headers_of(path, SITE)
    again = server.ask(path, "HEAD")
    assert (again.status, again.body, _sent(again)) == (200, b"", _sent(answer))


@pytest.mark.parametrize("folder", ["/infos", "/ar", "/ar/infos", "/infos?utm=1"])
def test_a_folder_without_its_slash_leads_to_it_with_every_header(server, folder):
    """Old links work; the address given back names neither host nor port, which may be those behind a proxy."""
    answer = server.ask(folder)
    path, _mark, query = folder.partition("?")  # Caddy 2.6 forgets it: no page of ours reads one
    assert answer.status in (301, 308)
    assert answer.headers["location"] in (f"{path}/", f"{path}/?{query}")
    assert _sent(answer) == headers_of(path, SITE)


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("/rien", "fr"),
        ("/rien/", "fr"),
        ("/infos/rien.html", "fr"),
        ("/arabe/", "fr"),
        ("/fichiers/", "fr"),
        ("/fichiers/rien.css", "fr"),
        ("/recherche/rien", "fr"),
        ("/ar/rien", "ar"),
        ("/ar/infos/rien/", "ar"),
        ("/ar/fichiers/rien.js", "ar"),
    ],
)
@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_what_does_not_exist_is_said_in_the_language_of_the_address(server, small_site, path, lang, encoding):
    """A true 404, with that language's page, compressed too, never kept; a folder without page does not exist."""
    answer = server.ask(path, accept_encoding=encoding)
    page = "ar/404.html" if lang == "ar" else "404.html"
    assert answer.status == 404
    assert _restored(answer) == (small_site / page).read_bytes()
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert _sent(answer) == headers_of(f"/{page}", SITE)


def _restored(answer) -> bytes:
    restore = {"br": brotli.decompress, "gzip": gzip.decompress}
    return restore.get(answer.headers.get("content-encoding"), bytes)(answer.body)


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
@pytest.mark.parametrize("kind", COMPRESSED, ids=lambda kind: kind.suffix)
def test_the_copy_made_at_the_build_is_what_travels(server, small_site, kind, encoding):
    """The very bytes of the ``.br`` or ``.gz`` file, under the kind's own type, and caches are told to tell them apart."""
    name = f"fichiers/un{kind.suffix}"
    answer = server.ask(f"/{name}", accept_encoding=encoding)
    suffix = {"br": ".br", "gzip": ".gz", "identity": ""}[encoding]
    assert answer.body == (small_site / f"{name}{suffix}").read_bytes()
    assert _restored(answer) == (small_site / name).read_bytes()
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-type"] == kind.content_type
    assert encoding == "identity" or "accept-encoding" in answer.headers["vary"].lower()


@pytest.mark.parametrize("kind", OTHERS, ids=lambda kind: kind.suffix)
def test_what_is_compressed_already_travels_as_it_is(server, small_site, kind):
    """Pictures, fonts, PDF, the index of the search: their own type, their own bytes."""
    answer = server.ask(f"/fichiers/un{kind.suffix}", accept_encoding="br, gzip")
    assert answer.body == (small_site / f"fichiers/un{kind.suffix}").read_bytes()
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == kind.content_type


@pytest.mark.parametrize("path", ["/", "/ar/infos/", "/fichiers/un.css"])
def test_what_has_not_changed_is_not_sent_again(server, path):
    """304 to whoever has the same version, with every header."""
    first = server.ask(path, accept_encoding="br")
    answer = server.ask(path, accept_encoding="br", if_none_match=first.headers["etag"])
    assert (answer.status, answer.body) == (304, b"")
    assert _sent(answer) == headers_of(path, SITE)


@pytest.mark.parametrize("path", ["/recherche/", "/ar/recherche/", "/recherche/index.html"])
def test_the_page_of_the_search_may_run_its_program(server, path):
    """WebAssembly is allowed there…"""
    assert server.ask(path).headers["content-security-policy"] == header_policy(search=True)


@pytest.mark.parametrize("path", ["/rechercher", "/recherche", "/recherche/x", "/x/recherche/", "/en/recherche/", "/"])
def test_no_other_address_may(server, path):
    """… and nowhere else, whatever the address looks like."""
    assert server.ask(path).headers["content-security-policy"] == header_policy()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/infos/", "/fichiers/un.css", "/rien"])
def test_nothing_but_reading_is_accepted(server, method, path):
    """Any other method is refused, existing address or not, with the protections of any answer."""
    answer = server.ask(path, method, content_length="0")
    assert answer.status == 405
    assert _sent(answer).keys() == headers_of("/", SITE).keys()
    assert answer.headers["content-security-policy"] == header_policy()


@pytest.mark.parametrize(
    "path",
    [
        "/.env", "/.git/config", "/ar/.htpasswd", "/infos/.git/config", "/%2egit/config", "/./.env", "/.well-known/../.env",
        "/../secret.txt", "/infos/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/infos/..%2f..%2fsecret.txt",
        "/..%5csecret.txt", "//../secret.txt", "/.",  "/..",
    ],
)  # fmt: skip
def test_hidden_files_and_what_is_outside_do_not_exist(server, path):
    """Neither by their names, nor encoded, nor by climbing out of the folder."""
    answer = server.ask(path)
    assert HIDDEN_TEXT.encode() not in _restored(answer)
    assert answer.status in (200, 301, 308, 400, 404)
    if answer.status == 200:
        assert path in ("/.", "/..")
        assert answer.body == server.ask("/").body


def test_the_server_does_not_give_its_version(server):
    """Its name at most."""
    for path in ("/", "/rien", "/infos"):
        assert not any(letter.isdigit() for letter in server.ask(path).headers.get("server", ""))


def test_no_trace_of_a_visitor_is_written(server):
    """No address, no browser, no page one comes from, no query, no minute; not even of what goes wrong."""
    who = {
        "user_agent": "navigateur-de-quelqu-un",
        "referer": "http://exemple.org/d-ou-l-on-vient",
        "x_forwarded_for": "198.51.100.7",
        "cookie": "biscuit=miette",
    }
    for path in ("/infos/?q=mot-cherche", "/rien-du-tout", "/.env", "/../x", "/infos", "/fichiers/"):
        server.ask(path, **who)
    server.ask("/infos/", "POST", content_length="0", **who)
    server.ask("/infos/", "POST", content_length="9999999", **who)
    asked, written = "/rien-du-tout", ""
    for _moment in range(100):
        written = server.said()
        if asked in written:  # a server may write a moment after it has answered
            break
        time.sleep(0.05)
    assert asked in written, "without a journal this test would prove nothing"
    for trace in ("navigateur", "d-ou-l-on-vient", "198.51", "mot-cherche", "biscuit", '"127.0.0.1"', "client: "):
        assert trace not in written, trace
    journal = (server.logs / "collectif.access.log").read_text()
    assert "127.0.0" not in journal.replace(f"127.0.0.1:{server.port}", "")
    assert not re.search(r"\d\d:\d\d", journal.replace(f"127.0.0.1:{server.port}", "")), "the hour is enough"


def test_a_public_site_keeps_only_its_pilot_languages_out_of_search_engines(small_site):
    """Once public, « noindex » is sent for the languages that nobody has reviewed, and only for them."""
    public = Served(("fr", "ar"), is_draft=False, pilots=("ar",))
    server = start_nginx(small_site, public)
    try:
        assert "x-robots-tag" not in server.ask("/").headers
        assert "x-robots-tag" not in server.ask("/arabe/").headers
        assert server.ask("/ar/infos/").headers["x-robots-tag"] == "noindex"
    finally:
        server.stop()

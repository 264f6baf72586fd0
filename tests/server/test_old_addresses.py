"""Every known address of the old site, asked of real servers and of the static pages: one step, to the right page."""

import re
from urllib.parse import urljoin, urlsplit

import pytest

from built import ROOT, real_site
from vigie.data_files import load_data
from vigie.html_stream import read_html
from vigie.readers.headers import headers_of
from vigie.readers.verify_redirect import where_it_leads
from vigie.redirects.model import Redirects
from vigie.redirects.rules import moves
from web_server import SITE, start_caddy, start_nginx

OURS = "https://www.nouveau.example"
LINES = [line for line in (ROOT / "tests/site/old_addresses.txt").read_text().splitlines() if not line.startswith("#")]
KNOWN = [tuple(line.split(" ")) for line in LINES]
HOSTS = ("contrelatraite.org", "contrelatraite.com", "contrelatraite.net")


def _redirects():
    loaded, problems = load_data(Redirects, ROOT, "data/redirects.yaml")
    assert loaded, problems
    return loaded.record


@pytest.fixture(scope="module", params=["nginx", pytest.param("caddy", marks=pytest.mark.night)])
def server(request):
    """The real site, whose address is decided: the old hosts lead to it."""
    start = {"nginx": start_nginx, "caddy": start_caddy}[request.param]
    server = start(real_site().folder, SITE, moves=moves(_redirects(), OURS))
    yield server
    server.stop()


def _page(address: str) -> str:
    path = urlsplit(address).path.lstrip("/")
    return (real_site().folder / path / "index.html").read_text(encoding="utf-8")


def _links(html: str) -> list[str]:
    return [dict(e.attributes).get("href") or "" for e in read_html(html) if e.kind == "start" and e.data == "a"]


def _assert_says_it_is_not_there(html: str, base: str, nearest: str) -> None:
    assert "Le texte de cette page n’est pas sur ce site." in html
    assert 'http-equiv="refresh"' not in html
    assert nearest in [urljoin(base, link) for link in _links(html.split("<main", 1)[1])]


def _spellings(address: str) -> list[str]:
    """With and without the front page of the old site and, without a query, the final slash."""
    parts = urlsplit(address)
    path = parts.path.removeprefix("/index.php")
    query = f"?{parts.query}" if parts.query else ""
    return [f"{front}{path}{slash}{query}" for front in ("", "/index.php") for slash in ("", "/")]


def test_the_list_holds_every_line_that_an_old_site_had():
    """What the old site had is in ``old_addresses.txt`` or was added since; nothing of that file is without a line."""
    known = {_spellings(address)[0] for address, _end in KNOWN}
    lines = {line.from_ for line in _redirects().redirects}
    assert len(known) > 55
    assert known <= lines


@pytest.mark.parametrize(("address", "end"), KNOWN)
def test_each_old_address_answers_in_one_step(server, address, end):
    """301 to the page itself, which is there; or the page that says what is nearest, in at most the step of its slash."""
    for asked in _spellings(address):
        answer = server.ask(asked)
        if answer.status != 200:
            assert answer.status in (301, 308), asked
            place = answer.headers["location"]
            assert place.startswith("/") and not place.startswith("//"), asked
            answer = server.ask(place.partition("#")[0])
        else:
            place = asked
        assert answer.status == 200, (asked, place)
        if end.startswith("~"):
            html = _page(place)
            _assert_says_it_is_not_there(html, place.partition("?")[0], end[1:])
        else:
            assert place == end, asked


@pytest.mark.parametrize(("address", "end"), KNOWN)
def test_each_old_host_leads_to_the_new_one_in_one_step(server, address, end):
    """To the page itself, never with the query."""
    for asked in _spellings(address):
        found = _from_host(server, urlsplit(address).hostname, asked)
        if end.startswith("~"):
            _assert_says_it_is_not_there(_page(found), found, end[1:])
        else:
            assert found == end


@pytest.mark.parametrize("host", [*HOSTS, *(f"www.{host}" for host in HOSTS)])
def test_each_name_of_the_old_site_leads_to_the_new_one(server, host):
    """With its path, as it was sent, when nothing is known of it."""
    assert _from_host(server, host, "/mars_2024") == "/plaidoyer/2024-03/"
    assert _from_host(server, host, "/") == "/"
    assert _from_host(server, host, "/inconnu/%C3%A9t%C3%A9?a=b") == "/inconnu/%C3%A9t%C3%A9"


def _from_host(server, host: str, asked: str) -> str:
    """Where ``asked`` of an old host leads, under our own name."""
    answer = server.ask(asked, host=f"{host}:{server.port}")
    assert answer.status == 301
    assert answer.headers["location"].startswith(f"{OURS}/")
    assert "?" not in answer.headers["location"]
    return answer.headers["location"].removeprefix(OURS)


@pytest.mark.parametrize(("address", "end"), KNOWN)
def test_each_old_address_has_its_small_page(address, end):
    """On a host that only shows files, and from a disk: to the file of the page, or the page that says what is nearest."""
    for asked in {urlsplit(spelled).path.rstrip("/") for spelled in _spellings(address)}:
        base, end_now = f"{asked}/index.html", end
        html = _page(asked)
        if (leads := where_it_leads(tuple(read_html(html)))) is not None:
            assert (real_site().folder / urljoin(base, leads).partition("#")[0].lstrip("/")).is_file()
            base = urljoin(base, leads)
            html = _page(re.sub(r"index\.html(?:#.*)?$", "", base))
        if urlsplit(address).query:
            end_now = "~/actualites/"  # files read no query: the page of all of them
        if end_now.startswith("~"):
            _assert_says_it_is_not_there(html, base, end_now[1:])
        else:
            assert base.replace("index.html", "") == end_now


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/%6dars_2024", "/plaidoyer/2024-03/"),
        ("/MARS_2024", "/plaidoyer/2024-03/"),
        ("/mars_2024?utm_source=x&next=//pirate.example", "/plaidoyer/2024-03/"),
        ("//mars_2024", "/plaidoyer/2024-03/"),
        ("/index.php", "/"),
        ("/index.php/", "/"),
        ("/spip.php?lang=fr&id_article=248&page=article", "/spip.php/248/"),
    ],
)
def test_an_old_address_is_known_however_it_is_written(server, asked, place):
    """Encoded, in capitals, with a query: the same answer, without the query, with every header of any answer."""
    answer = server.ask(asked)
    assert (answer.status, answer.headers["location"]) == (301, place)
    wanted = headers_of(urlsplit(asked).path, SITE)
    assert {name: answer.headers[name.lower()] for name in wanted} == wanted


@pytest.mark.parametrize(
    "asked",
    [
        "//pirate.example", "//pirate.example/mars_2024", "/\\pirate.example", "/%5cpirate.example", "/%2f%2fpirate.example",
        "/mars_2024%0d%0aSet-Cookie:%20a=b", "/mars_2024/%2e%2e/%2e%2e/etc/passwd", "/index.php/../.env", "/index.php/..",
        "/index.php/%2e%2e/secret", "/index.php//pirate.example/", "/mars_2024.html", "/mars_2024x", "/xmars_2024",
        "/spip.php?id_article=//pirate.example", "/spip.php?id_article=248%0d%0aX:1", "/node/88", "/node/8811",
        "/index.php/index.php/mars_2024", "/ar/mars_2024",
    ],
)  # fmt: skip
def test_no_address_leads_outside(server, asked):
    """Neither to another site, nor to a hidden file, nor with a header of the visitor's making; on any host."""
    here, elsewhere = server.ask(asked), server.ask(asked, host=f"{HOSTS[0]}:{server.port}")
    for answer in (here, elsewhere):
        assert answer.status in (200, 301, 308, 400, 404)
        assert not {"set-cookie", "x"} & set(answer.headers)
    place = here.headers.get("location", "/")
    assert re.match(r"/(?![/\\])", place), place
    assert elsewhere.status == 400 or re.match(re.escape(OURS) + "/", elsewhere.headers["location"])


def test_nothing_but_reading_is_redirected(server):
    """A form sent to an old address is refused like another."""
    assert server.ask("/mars_2024", "POST", content_length="0").status == 405


def test_a_site_at_an_old_name_does_not_lead_to_itself():
    """When the collectif keeps its name, only its other names lead to it."""
    known = moves(_redirects(), "https://contrelatraite.org/")
    assert "contrelatraite.org" not in known.other_hosts
    assert {"www.contrelatraite.org", "contrelatraite.com", "www.contrelatraite.com"} <= set(known.other_hosts)
    assert moves(_redirects(), None).other_hosts == ()


def test_no_list_shows_a_small_page():
    """Neither map nor menu nor search nor a list names them."""
    old = {urlsplit(address).path.removeprefix("/index.php").strip("/") for address, _end in KNOWN}
    for path in real_site().pages():
        html = path.read_text(encoding="utf-8")
        base = "/" + path.relative_to(real_site().folder).as_posix()
        linked = {urljoin(base, link).strip("/").removesuffix("/index.html") for link in _links(html)}
        here = base.removesuffix("/index.html").strip("/")
        assert not linked & (old - {here}), path

"""What is made of the list for servers and hosts: every spelling, within the limits of those who read it."""

import datetime
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden_cases import text_of
from vigie.data_files import parse_data
from vigie.html_stream import read_html
from vigie.load_build import load_build
from vigie.readers.verify_redirect import where_it_leads
from vigie.redirects.host_file import host_redirects
from vigie.redirects.model import MOST, Redirects
from vigie.redirects.rules import moves
from vigie.render import Renderer
from vigie.site.pages import all_pages


def _list(text):
    return parse_data(Redirects, text, "data/redirects.yaml")[0]


GOOD = _list(text_of("redirects.yaml")).record


def test_every_spelling_of_a_line_is_in_the_file_of_hosts():
    """One a line, in one step; the address of a page of ours has no front page before it, a query comes first."""
    assert host_redirects(moves(GOOD, None)).split("\n") == [
        "/spip.php id_rubrique=7 / 301",
        "/spip.php/ id_rubrique=7 / 301",
        "/index.php/spip.php id_rubrique=7 / 301",
        "/index.php/spip.php/ id_rubrique=7 / 301",
        "/spip.php id_article=248 /spip.php/248/ 301",
        "/spip.php/ id_article=248 /spip.php/248/ 301",
        "/index.php/spip.php id_article=248 /spip.php/248/ 301",
        "/index.php/spip.php/ id_article=248 /spip.php/248/ 301",
        "/mars_2024 /plaidoyer/2024-03/ 301",
        "/mars_2024/ /plaidoyer/2024-03/ 301",
        "/index.php/mars_2024 /plaidoyer/2024-03/ 301",
        "/index.php/mars_2024/ /plaidoyer/2024-03/ 301",
        "/node/350 /infos/outils/#droits-ecpat 301",
        "/node/350/ /infos/outils/#droits-ecpat 301",
        "/index.php/node/350 /infos/outils/#droits-ecpat 301",
        "/index.php/node/350/ /infos/outils/#droits-ecpat 301",
        "/plaidoyer/2020-01 /plaidoyer/2023-07/ 301",
        "/plaidoyer/2020-01/ /plaidoyer/2023-07/ 301",
        "/ar/infos/ancien /ar/infos/urgence/ 301",
        "/ar/infos/ancien/ /ar/infos/urgence/ 301",
        "/index.php/ceseda /ceseda/ 301",
        "/index.php/ceseda/ /ceseda/ 301",
        "/index.php/spip.php /spip.php/ 301",
        "/index.php/spip.php/ /spip.php/ 301",
        "/index.php / 301",
        "/index.php/ / 301",
        "",
    ]


def test_the_longest_list_keeps_to_the_limits_of_hosts():
    """Cloudflare Pages reads 2,000 rules of 1,000 letters."""
    lines = "".join(f"  - {{from: /{'x' * 190}{n}, to: {'y' * 190}/}}\n" for n in range(MOST))
    rules = host_redirects(moves(_list(f"hosts: []\nredirects:\n{lines}").record, None)).strip().split("\n")
    assert len(rules) <= 2000
    assert max(map(len, rules)) <= 1000


SAFE = re.compile(r"[A-Za-z0-9._/?=&#-]+\Z")


@pytest.mark.parametrize("key", ["from", "to"])
@given(st.integers(0, 40), st.text(max_size=3) | st.sampled_from([*"{}$;\"'\\ \n\r\t%<>*~:@|^()+,`", "..", "//"]))
def test_nothing_that_is_admitted_can_close_a_line_of_a_server(key, place, piece):
    """Whatever is put into a good line, if it is admitted it holds no sign that nginx, Caddy or a browser reads as its own."""
    line = {"from": "/spip.php?page=article&id_article=248", "to": "infos/outils.md#se-former"}
    line[key] = line[key][:place] + piece + line[key][place:]
    try:
        read = Redirects.model_validate_json(json.dumps({"hosts": [], "redirects": [line]}))
    except ValueError:
        return
    assert SAFE.match(line[key])
    assert ".." not in line[key] and "//" not in line[key]
    assert SAFE.match("".join(rule.target for rule in moves(read, None).rules))


def test_the_small_pages_speak_the_language_of_their_address(project_root):
    """An Arabic address has an Arabic page; each leads to a file that the site has, and says nothing to the tab of a vital one."""
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    build = type(build)(**{**build.__dict__, "redirects": _list(text_of("redirects.yaml"))})
    index = all_pages(build)
    small = Renderer(build, index).small_pages
    assert set(small) == {
        "index.php/index.html", "mars_2024/index.html", "index.php/mars_2024/index.html", "node/350/index.html",
        "index.php/node/350/index.html", "index.php/ceseda/index.html", "index.php/spip.php/index.html",
        "plaidoyer/2020-01/index.html", "ar/infos/ancien/index.html",
    }  # fmt: skip
    arabic = small["ar/infos/ancien/index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in arabic
    assert "<title>معلومات</title>" in arabic
    assert where_it_leads(tuple(read_html(arabic))) == "../urgence/index.html"
    french = small["node/350/index.html"].decode()
    assert where_it_leads(tuple(read_html(french))) == "../../infos/outils/index.html#droits-ecpat"
    own = [page.address for page in index.in_language("fr") if page.kind == "old_address"]
    assert own == ["ceseda/", "spip.php/", "spip.php/248/"]
    assert not any(page.real or page.searched for page in index.in_language("fr") if page.kind == "old_address")


def test_a_small_page_names_the_page_that_replaces_it(project_root):
    """Its canonical address, once the site has one."""
    build, _problems = load_build(project_root, datetime.date(2026, 11, 22))
    site = type(build.site)(
        build.site.record.model_copy(update={"site_url": "https://nouveau.example/"}), build.site.located, "x"
    )
    build = type(build)(**{**build.__dict__, "site": site})
    html = Renderer(build, all_pages(build)).small_pages["mars_2024/index.html"].decode()
    assert '<link rel="canonical" href="https://nouveau.example/plaidoyer/2024-03/">' in html

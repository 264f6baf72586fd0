"""The one page that may lead elsewhere by itself: its exact form, and nothing else under the same disguise."""

import pytest

from vigie.html_stream import read_html
from vigie.readers.headers import meta_policy
from vigie.readers.verify import built_page, verify_page
from vigie.readers.verify_redirect import where_it_leads

PATH = "mars_2024/index.html"
LEADS = "../plaidoyer/2024-03/index.html"
GOOD = f"""<!doctype html>
<html lang="fr" dir="ltr">
<head>
<meta http-equiv="Content-Security-Policy" content="{meta_policy()}">
<meta http-equiv="refresh" content="0; url={LEADS}">
<meta name="robots" content="noindex">
<title>Cette adresse a changé</title>
</head>
<body><main><h1>Cette adresse a changé</h1><p><a href="{LEADS}">Mars</a></p></main></body>
</html>
"""
TARGET = "plaidoyer/2024-03/index.html"
PLAIN = GOOD.replace(f'<meta http-equiv="refresh" content="0; url={LEADS}">\n', "")


def _problems(html, target=PLAIN):
    page, other = built_page(PATH, html), built_page(TARGET, target)
    return [p.what for p in verify_page(page, {PATH: page, TARGET: other}, {PATH, TARGET})]


def test_the_page_of_an_old_address_is_accepted():
    """With a section or without."""
    assert _problems(GOOD) == []
    assert _problems(GOOD.replace(LEADS, f"{LEADS}#un"), PLAIN.replace("<p>", '<p id="un">')) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("0; url=", "5; url="),
        ("0; url=", ""),
        ('http-equiv="refresh"', 'http-equiv=" Refresh "'),
        ('content="noindex"', 'content="all"'),
        (f"0; url={LEADS}", "0; url=https://pirate.example/index.html"),
        (f"0; url={LEADS}", "0; url=//pirate.example/index.html"),
        (f"0; url={LEADS}", "0; url=/\\pirate.example/index.html"),
        (f"0; url={LEADS}", "0; url=javascript:alert(1).html"),
        (f"0; url={LEADS}", f"0; url={LEADS}; url=//pirate.example"),
        ("</p>", '</p><p><a href="/">autre</a></p>'),
        ("</p>", '</p><script src="../assets/leave.js"></script>'),
        ("</head>", f'<meta http-equiv="refresh" content="0; url={LEADS}"></head>'),
        ('refresh" content="', 'refresh" content="0; url=//pirate.example" content="'),
    ],
)
def test_any_other_that_leads_elsewhere_is_refused(before, after):
    """Later, to another site, in search engines, with another link, a script or a second order."""
    assert before in GOOD
    assert "la page renvoie ailleurs d’elle-même" in _problems(GOOD.replace(before, after))


@pytest.mark.parametrize(
    "address", ["https://pirate.example/x.html", "//pirate.example/x.html", "/\\x.html", "x.html?a", "x/"]
)
def test_an_address_of_another_site_leads_nowhere(address):
    """Even when link and order agree."""
    assert where_it_leads(tuple(read_html(GOOD.replace(LEADS, address)))) is None


def test_it_leads_to_a_page_that_leads_no_further():
    """Neither to nothing nor to another page of its kind, nor to a section that is not there."""
    assert "l’ancienne adresse mène à une autre, qui mène ailleurs" in _problems(GOOD, GOOD)
    assert any("qui n’existe pas" in what for what in _problems(GOOD.replace("2024-03/", "2024-04/")))
    assert any("n’existe pas" in what for what in _problems(GOOD.replace(LEADS, f"{LEADS}#perdue")))

"""Hosts that are never cited: their names, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.data_files import parse_data
from vigie.refused_hosts import RefusedHosts, host_of

TEXT = "refused_hosts:\n  - {host: copies.example, why: Copie}\n  - {host: miroir.example.org, why: Miroir}\n"
REFUSED = parse_data(RefusedHosts, TEXT, "data/refused_hosts.yaml")[0].record


@pytest.mark.parametrize(
    "url",
    [
        "https://copies.example",
        "https://copies.example/",
        "http://copies.example/a/b?c#d",
        "https://www.copies.example/a",
        "https://fr.m.copies.example/a",
        "https://COPIES.Example/a",
        "https://copies.example./a",
        "https://copies.example:8443/a",
        "https://nom:mot@copies.example/a",
        "https://copies.example?a=b",
        "https://copies.example#a",
        "https:///copies.example/a",
        "https:copies.example/a",
        "https:\\\\copies.example\\a",
        "https://copies%2Eexample/a",
        "https://%63opies.example/a",
        "https://%43OPIES.example/a",
        "https://ｃopies.example/a",
        "https://copies。example/a",
        "https://copies．example/a",
    ],
)
def test_a_copy_is_refused_however_its_name_is_written(url):
    """Sub-domains, ports, capitals, final dots and encoded letters change nothing."""
    assert REFUSED.refuses(url) == "Copie"


@pytest.mark.parametrize(
    "url",
    [
        "https://mescopies.example/",
        "https://copies.example.org/",
        "https://exemple.org/copies.example",
        "https://exemple.org/?u=https://copies.example",
        "https://exemple.org/@copies.example",
        "https://exemple.org#https://copies.example",
        "https://example.org/miroir.example.org",
        "https://example.org/",
        "https://[::1/",
        "",
        "copies.example",
        "page.md",
    ],
)
def test_what_only_looks_like_a_copy_is_not_refused(url):
    """A name inside another, in a path or in a query is not the host; a broken address has none."""
    assert REFUSED.refuses(url) is None


def test_each_host_says_its_own_reason():
    """The reason given is that of the host that matched."""
    assert REFUSED.refuses("https://a.miroir.example.org/x") == "Miroir"


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("www.copies.example", "ne refuserait qu’une partie du site"),
        (".copies.example", "ne refuserait qu’une partie du site"),
        ("https://copies.example", "« host »"),
        ("Copies.example", "« host »"),
        ("copies.example/page", "« host »"),
        ('""', "« host »"),
    ],
)
def test_a_host_is_a_bare_name(host, says):
    """No scheme, no capital, no « www. »: each would let addresses through."""
    text = f"refused_hosts:\n  - host: {host}\n    why: Copie\n"
    loaded, problems = parse_data(RefusedHosts, text, "data/refused_hosts.yaml")
    assert loaded is None
    assert [problem.line for problem in problems] == [2]
    assert says in str(problems[0])


@given(st.text(max_size=60))
def test_any_text_has_a_host_or_none(text):
    """No address makes the check raise, with or without a scheme."""
    for url in (text, f"https://{text}", f"//{text}"):
        assert REFUSED.refuses(url) in (None, "Copie", "Miroir")


def test_the_host_of_an_address_is_what_a_browser_would_ask():
    """Name, port and final dot are not part of it."""
    assert host_of("HTTPS://Nom@Exemple.ORG.:443/Chemin") == "exemple.org"
    assert host_of("pas une adresse") == ""

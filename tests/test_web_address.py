"""Addresses of other sites lead where they seem to."""

import pytest

from vigie.links import Surroundings, what_is_wrong
from vigie.values import _https
from vigie.web_address import what_hides


@pytest.mark.parametrize(
    "url",
    [
        "https://a.fr@b.example/",
        "https://a.fr:80%2F@b.example",
        "http://[x",
        "https://",
        "https://a.fr\\@b.fr/",
        "https://@a.fr/",
    ],
)
def test_an_address_that_hides_its_site_is_refused(url):
    """A name before « @ », a bracket, a backslash, no site at all."""
    assert "cache où elle mène" in what_hides(url)[0]


@pytest.mark.parametrize("url", ["https://www.publiс.fr/", "https://αpple.com/x", "https://a.ｆr-x.fr/"])
def test_a_name_that_mixes_alphabets_is_refused(url):
    """Letters of another alphabet that look like Latin ones."""
    assert "mêle des alphabets" in what_hides(url)[0]


@pytest.mark.parametrize(
    "url",
    ["https://a.fr", "http://www.a-b.fr:8080/c?d=e@f.fr#g", "https://é-à.fr/", "https://موقع.وزارة-الاتصالات.مصر/", "https://пример.рф/",
     "https://medium.com/@nom/texte", "https://[::1]/"],
)  # fmt: skip
def test_plain_addresses_pass(url):
    """Accents, one alphabet per word, an « @ » after the site's name."""
    assert what_hides(url) is None


def test_links_and_data_ask_the_same_question():
    """In a text and in a record."""
    around = Surroundings("fr", "x", {}, lambda address: None, str, "note", "a@b.org")
    assert "cache où elle mène" in what_is_wrong("https://a.fr@b.example/", around)[0]
    assert what_is_wrong("https://a.fr/", around) is None
    with pytest.raises(Exception, match="cache où elle mène"):
        _https("https://a.fr@b.example/")

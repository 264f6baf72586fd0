"""What a feed carries of each text: whole, with its addresses, its direction and its warnings, and nothing that runs."""

import datetime
import re

from feed_readers import ARABIC_ATOM, ARABIC_JSON, ATOM, GRAMMAR, JSON, addresses, entry, read_atom, read_json
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_news import FIRST, SITE, TITLES

from vigie.feeds.identity import permanent_name
from vigie.html_stream import read_html
from vigie.interface import Interface
from vigie.news.feeds.atom import atom
from vigie.news.feeds.feed import Entry, Feed, Tag
from vigie.news.feeds.json_feed import json_feed
from vigie.values import Reference, Text


def test_a_feed_carries_the_whole_text_with_full_addresses(known):
    """Picture, table, marker, other texts, passages of itself; other sites' addresses as they were, with their ``rel``."""
    html = entry(known[ATOM], TITLES[1]).content[0].value
    page = f"{SITE}{FIRST}/"
    assert all(re.match("https?://|tel:|sms:|mailto:", address) for address in addresses(html)), addresses(html)
    assert {f"{SITE}actualites/2025-01-03-evenement/", f"{page}#la-suite"} <= set(addresses(html))
    assert re.search(rf'<img src="{SITE}images/salle-[0-9a-f]+\.webp" alt="Une salle fictive"', html)
    assert '<a href="https://autre.example/?a=1&amp;b=2#c" rel="noreferrer">' in html
    assert "<table>" in html and "1 &lt; 2" in html and 'href="tel:' in html
    assert "D’après une publication de Institut imaginaire" in html and "https://institut.example/a" in html
    assert "https://etat.example/page" in html and "Document sans adresse" in html and "sans lien" in html
    (item,) = (i for i in read_json(known[JSON])["items"] if i["title"] == TITLES[1])
    assert item["content_html"] == html and item["external_url"] == "https://institut.example/a"


def test_without_an_address_links_lead_on_from_the_feed(bare_files):
    """In JSON Feed, which has no rule for it, no relative address stands alone, and the feed says so."""
    html = entry(bare_files[ATOM], TITLES[1]).content[0].value
    assert {"2025-01-03-evenement/", "2025-01-02-premier/#la-suite"} <= set(addresses(html))
    assert 'src="../images/salle-' in html
    record = read_json(bare_files[JSON])
    assert "adresse" in record["user_comment"]
    assert not {"home_page_url", "feed_url"} & set(record) and not any("url" in item for item in record["items"])


def test_an_event_and_its_review_travel_with_the_text(known):
    """When, where and how to follow it; that no lawyer has read it, when its header says so."""
    html = entry(known[ATOM], TITLES[0]).content[0].value
    assert (
        "12 février 2025, 18:30" in html and "Salle imaginaire, Paris" in html and "https://video.example/salon" in html
    )
    assert "juriste" in html.lower()


def test_titles_are_plain_text(known):
    """Accents, ampersands and guillemets as an editor wrote them; Arabic with its numbers and Latin words isolated."""
    assert TITLES[1] in [e.title for e in read_atom(known[ATOM]).entries]
    assert "<title>Étrangère &amp; « libre » à l’été</title>" in known[ATOM].decode()
    (arabic,) = read_atom(known[ARABIC_ATOM]).entries
    assert arabic.title == "عنوان عن \u2066L. 425-1\u2069 في 2025"
    assert arabic.summary == "جملة عن \u2066GRETA\u2069 والقانون."
    assert read_json(known[ARABIC_JSON])["items"][0]["title"] == arabic.title


def test_an_arabic_text_carries_its_direction(known):
    """In whatever program shows it: its own block, its numbers isolated, and that nobody has read the translation again."""
    (item,) = read_json(known[ARABIC_JSON])["items"]
    assert item["content_html"].startswith('<div lang="ar" dir="rtl">')
    assert '<bdi dir="ltr">+33 1 23 45 67 89</bdi>' in item["content_html"]
    assert f'href="{SITE}ar/{FIRST}/"' in item["content_html"]
    note = '<p class="note-line">'
    assert item["content_html"].removeprefix('<div lang="ar" dir="rtl">').lstrip().startswith(note)
    french = read_json(known[JSON])["items"][0]["content_html"]
    assert french.startswith('<div lang="fr" dir="ltr"><dl')


def test_a_summary_never_passes_for_the_original(known):
    """It says what it is before its first word, leads to the original, and announces itself in what programs show alone."""
    found = entry(known[ATOM], TITLES[2])
    html = found.content[0].value
    assert (
        html.index("Résumé rédigé par le site") < html.index("https://origine.example/juin") < html.index("Le résumé.")
    )
    assert found.summary == "Résumé\u00a0: Ce qu’il demande."
    assert [link.href for link in found.links if link.rel == "via"] == ["https://origine.example/juin"]
    (item,) = (i for i in read_json(known[JSON])["items"] if i["title"] == TITLES[2])
    assert (item["external_url"], item["tags"]) == ("https://origine.example/juin", ["Plaidoyer"])


def test_a_sensitive_text_tells_nothing_in_what_programs_show_alone(known):
    """Neutral title and summary, no subject, no source; the text is whole for whoever opens it."""
    raw, parsed = known[ATOM].decode(), entry(known[ATOM], "Informations")
    alone = re.sub("<content .*?</content>", "", raw, flags=re.S)
    assert "qui dit tout" not in alone and "example/tout" not in alone
    assert parsed.summary == "Informations pratiques." and "tags" not in parsed
    assert "Le texte lui-même." in parsed.content[0].value
    (item,) = (i for i in read_json(known[JSON])["items"] if i["title"] == "Informations")
    assert not {"tags", "external_url"} & set(item) and item["summary"] == "Informations pratiques."


def test_a_text_is_filed_under_its_category_and_topics(known):
    """Ids for programs, words for readers; sources as links."""
    found = entry(known[ATOM], TITLES[1])
    assert [(tag.term, tag.label) for tag in found.tags] == [
        ("loi", "Loi"),
        ("greta", "GRETA (Conseil de l’Europe)"),
        ("plan", "Plan national"),
    ]
    via = {link.href: link.get("title") for link in found.links if link.rel == "via"}
    assert via == {"https://institut.example/a": None, "https://etat.example/page": "Page d’ailleurs"}
    assert [link.hreflang for link in found.links if link.rel == "alternate"] == ["fr"]


def test_nothing_runs_in_a_feed(known):
    """No script, no handler, no address that runs, no style."""
    for html in (i["content_html"] for path in (JSON, ARABIC_JSON) for i in read_json(known[path])["items"]):
        for event in read_html(html):
            assert not (event.kind == "start" and event.data in ("script", "style", "iframe", "object", "form"))
            assert not [n for n, _v in event.attributes if n.startswith("on") or n == "style"]
        assert not re.search(r"(?:javascript|data|vbscript):", html)


def _feed(text):
    """A feed whose every text is ``text``, as no editor could write it."""
    name, day = permanent_name("test"), datetime.date(2025, 1, 2)
    cited = Reference.model_construct(title=text, url="https://a.example/s", date=None)
    said = Text(text, "fr")
    one = Entry(name, "https://a.example/", said, said, text, day, day, (Tag("t", Text(text, "ar")),), (cited,), None)
    return Feed(
        name, "fr", said, said, "Nom", "https://a.example/f", "https://a.example/j", "https://a.example/", True, (one,)
    )


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_makes_a_well_formed_feed_that_gives_it_back(text):
    """Signs of markup are escaped; those that XML refuses are left out, nothing else is."""
    text = f'<b>&"]]>{text}'
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", text)
    element = etree.fromstring(atom(_feed(text)))
    (title,) = element.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")
    assert title == kept.replace("\r\n", "\n").replace("\r", "\n") or title == kept
    (item,) = read_json(json_feed(_feed(text), Interface("fr", {})))["items"]
    assert (item["title"], item["content_html"]) == (text, kept)


def test_markup_in_a_title_stays_text():
    """A program that shows the title as text or as HTML shows the signs that were written."""
    parsed = read_atom(atom(_feed("<b>&amp; العنوان é")))
    assert parsed.entries[0].title_detail.type == "text/plain"
    assert "<title>&lt;b&gt;&amp;amp; العنوان é</title>" in atom(_feed("<b>&amp; العنوان é")).decode()


def test_the_grammar_refuses_what_the_format_refuses(known):
    """An entry without its day, its id or its title, a day without a zone, a link to nowhere."""
    good = known[ATOM].decode()
    for pattern, by in (
        ("<updated>[^<]*</updated>\n    <link", "<link"),
        ("<id>[^<]*</id>\n    <title", "<title"),
        (r"\+00:00</published>", "</published>"),
        ('href="[^"]*" type="text/html" hreflang', 'href="" type="text/html" hreflang'),
        ("<summary>", "<resume>a</resume><summary>"),
    ):
        broken, count = re.subn(pattern, by, good, count=1)
        assert count == 1 and not GRAMMAR.validate(etree.fromstring(broken.encode()))

"""The feeds of dated texts, read back by programs that are not ours, and by the grammars of their formats."""

import datetime
import io
import json
import re

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_news import FIRST, FRENCH, SITE, add, changed, files, project, read

from golden_cases import text_of
from vigie.feeds.identity import permanent_name
from vigie.html_stream import read_html
from vigie.interface import Interface
from vigie.news.feeds.atom import atom
from vigie.news.feeds.feed import LONGEST, Entry, Feed, Tag
from vigie.news.feeds.json_feed import json_feed
from vigie.values import Text

ATOM, JSON, ARABIC_ATOM, ARABIC_JSON = (f"{p}actualites/flux.{e}" for p in ("", "ar/") for e in ("atom", "json"))
GRAMMAR = etree.RelaxNG(etree.parse(io.BytesIO(text_of("atom.rng").encode())))
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
TITLES = ["Une rencontre fictive", "Étrangère & « libre » à l’été", "Un plaidoyer fictif", "Informations"]
_ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str, "summary": str,
    "image": str, "banner_image": str, "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip
_FEED = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "user_comment": str,
    "next_url": str, "icon": str, "favicon": str, "authors": list, "language": str, "expired": bool, "hubs": list,
    "items": list,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return project(tmp_path_factory.mktemp("news"))


@pytest.fixture(scope="module")
def bare(folder):
    """The site as it is today, without an address."""
    return read(folder)


@pytest.fixture(scope="module")
def bare_files(bare):
    return files(bare)


@pytest.fixture(scope="module")
def known(bare):
    """What is written once the site has an address."""
    return files(changed(bare, site_url=SITE))


def read_atom(content):
    """The feed as a reader's program understands it, once the grammar of the format has admitted it."""
    GRAMMAR.assertValid(etree.fromstring(content))
    # Nothing cleaned, nothing resolved: the test sees what is written.
    parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def read_json(content):
    """The feed, once all that JSON Feed 1.1 asks has been looked at: keys, types, what must be there, dates, addresses."""
    record = json.loads(content)
    _typed(record, _FEED, ("version", "title", "items"))
    assert record["version"] == "https://jsonfeed.org/version/1.1"
    for author in record.get("authors", []):
        assert author and set(author) <= {"name", "url", "avatar"}
    for item in record["items"]:
        _typed(item, _ITEM, ("id",))
        assert "content_html" in item or "content_text" in item
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        for key in ("date_published", "date_modified"):
            assert key not in item or datetime.datetime.fromisoformat(item[key]).tzinfo
        for key in ("url", "external_url"):
            assert key not in item or re.match("https?://", item[key])
    assert len({item["id"] for item in record["items"]}) == len(record["items"])
    return record


def _typed(record, kinds, required):
    assert set(required) <= set(record) <= set(kinds)
    assert all(isinstance(value, kinds[key]) and value not in ("", []) for key, value in record.items())


def entry(content, title):
    (found,) = (e for e in read_atom(content).entries if e.title == title)
    return found


def addresses(html):
    return [v for e in read_html(html) if e.kind == "start" for n, v in e.attributes if n in ("href", "src")]


def test_a_feed_holds_the_listed_texts_of_its_language_newest_first(bare_files):
    """News and plaidoyer together; no draft, nothing to come, nothing expired; what is shown as French is not Arabic."""
    assert set(bare_files) == {ATOM, JSON, ARABIC_ATOM, ARABIC_JSON, "actualites/evenements.ics"}
    assert [e.title for e in read_atom(bare_files[ATOM]).entries] == TITLES
    assert [item["title"] for item in read_json(bare_files[JSON])["items"]] == TITLES
    assert len(read_atom(bare_files[ARABIC_ATOM]).entries) == len(read_json(bare_files[ARABIC_JSON])["items"]) == 1


def test_a_text_joins_and_leaves_on_its_days(bare):
    """The day is given: on the next one a text to come is there, on the one before an expired one still was."""
    later, before = (files(changed(bare, today=datetime.date(2026, 11, day))) for day in (23, 21))
    assert "Futur" in [e.title for e in read_atom(later[ATOM]).entries]
    assert "Fini" in [e.title for e in read_atom(before[ATOM]).entries]


def test_a_language_without_texts_has_no_feed(tmp_path):
    """And no calendar: nothing to follow."""
    assert set(files(read(project(tmp_path, arabic={})))) == {ATOM, JSON, "actualites/evenements.ics"}


def test_a_feed_says_what_it_is_and_where(known):
    """Language, publisher, its own address and that of its page; and that the collectif has not signed the site."""
    parsed, record = read_atom(known[ATOM]).feed, read_json(known[JSON])
    assert (parsed.language, record["language"]) == ("fr", "fr")
    assert "Maquette" in parsed.subtitle and "Maquette" in record["description"]
    assert parsed.author == record["authors"][0]["name"] == "Collectif « Ensemble contre la traite des êtres humains »"
    links = {(link.rel, link.type): link.href for link in parsed.links}
    assert links == {
        ("self", "application/atom+xml"): f"{SITE}{ATOM}",
        ("alternate", "text/html"): f"{SITE}actualites/",
        ("alternate", "application/feed+json"): f"{SITE}{JSON}",
    }
    assert (record["feed_url"], record["home_page_url"]) == (f"{SITE}{JSON}", f"{SITE}actualites/")
    arabic = read_atom(known[ARABIC_ATOM]).feed
    assert arabic.language == "ar" and f"{SITE}ar/actualites/" in [link.href for link in arabic.links]
    assert read_json(known[ARABIC_JSON])["feed_url"] == f"{SITE}{ARABIC_JSON}"


def test_a_signed_site_is_no_draft(bare):
    """The warning leaves with the state."""
    assert "Maquette" not in read_atom(files(changed(bare, status="public"))[ATOM]).feed.subtitle


def test_ids_outlive_the_address_and_links_follow_it(bare_files, known):
    """On the day the site gets an address nothing appears as new, in both formats alike."""
    for path in (ATOM, ARABIC_ATOM):
        old, new = read_atom(bare_files[path]), read_atom(known[path])
        ids = [e.id for e in old.entries]
        assert [old.feed.id, *ids] == [new.feed.id, *(e.id for e in new.entries)]
        assert all(URN.match(id_) for id_ in (old.feed.id, *ids)) and len({old.feed.id, *ids}) == len(ids) + 1
        assert ids == [item["id"] for item in read_json(known[path.replace("atom", "json")])["items"]]
        assert all(e.link.startswith(SITE) for e in new.entries) and not any(":" in e.link for e in old.entries)
    assert entry(bare_files[ATOM], TITLES[2]).link == "../plaidoyer/2024-06/"
    assert read_atom(bare_files[ATOM]).entries[0].id != read_atom(bare_files[ARABIC_ATOM]).entries[0].id


def test_the_id_of_a_text_is_never_another(known):
    """Whoever follows the site would take every text for new."""
    assert entry(known[ATOM], TITLES[1]).id == "urn:uuid:42b7eaa7-6a05-519d-a5ff-386c8781c877"
    assert read_atom(known[ATOM]).feed.id == permanent_name("actualites", "feed", "fr").urn
    assert permanent_name("actualites", "feed", "fr").urn == "urn:uuid:3d40cb98-0b6d-5c92-b535-05eb2ec66b5d"


def test_days_are_those_of_the_text(bare, known):
    """Its name's or its correction's; a month has no day of publication; another day of building moves nothing."""
    days = {e.title: (e.get("published"), e.updated) for e in read_atom(known[ATOM]).entries}
    noon = "T12:00:00+00:00"
    assert days == {
        TITLES[0]: (f"2025-01-03{noon}", f"2025-01-03{noon}"),
        TITLES[1]: (f"2025-01-02{noon}", f"2025-03-04{noon}"),
        TITLES[2]: (None, f"2024-06-01{noon}"),
        TITLES[3]: (f"2024-05-06{noon}", f"2024-05-06{noon}"),
    }
    items = read_json(known[JSON])["items"]
    assert {i["title"]: (i.get("date_published"), i["date_modified"]) for i in items} == days
    assert read_atom(known[ATOM]).feed.updated == f"2025-03-04{noon}"
    assert files(changed(bare, today=datetime.date(2026, 11, 20), site_url=SITE))[ARABIC_ATOM] == known[ARABIC_ATOM]


def test_a_text_published_later_than_its_name_says_appears_then(tmp_path):
    """``publish_on`` after the date in the name is the day of appearance, of a month too, and gives the order."""
    late = FRENCH["plaidoyer/2024-06"].replace("---\nLe", "publish_on: 2026-02-03\n---\nLe")
    content = files(read(project(tmp_path, FRENCH | {"plaidoyer/2024-06": late})))[ATOM]
    first = read_atom(content).entries[0]
    assert (first.title, first.published[:10], first.updated[:10]) == (TITLES[2], "2026-02-03", "2026-02-03")


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
    assert "note-line" in item["content_html"]
    french = read_json(known[JSON])["items"][0]["content_html"]
    assert french.startswith('<div lang="fr" dir="ltr">') and "note-line" not in french


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
    assert "qui dit tout" not in alone and "etat.example/tout" not in alone
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


def test_a_text_more_is_one_entry_more(tmp_path):
    """Nothing else changes but the day of the feed."""
    root = project(tmp_path)
    before = files(read(root))
    add(root, "actualites/2026-10-01-neuf", "---\ntitle: Neuf\ndescription: Neuf.\ncategory: loi\n---\nNeuf.\n")
    after = files(read(root))
    assert [path for path in before if after[path] != before[path]] == [ATOM, JSON]
    entries = [re.findall("<entry>.*?</entry>", content[ATOM].decode(), re.S) for content in (before, after)]
    assert entries[1][1:] == entries[0] and "Neuf" in entries[1][0]
    records = [json.loads(content[JSON]) for content in (before, after)]
    assert records[1] | {"items": records[1]["items"][1:]} == records[0]


def test_a_feed_has_the_thirty_newest(tmp_path):
    """The others stay on the site."""
    texts = {
        f"actualites/2024-03-{n:02}-a": "---\ntitle: T\ndescription: D.\ncategory: loi\n---\nT.\n" for n in range(1, 32)
    }
    made = files(read(project(tmp_path, texts, {})))
    assert len(read_atom(made[ATOM]).entries) == len(read_json(made[JSON])["items"]) == LONGEST == 30
    assert "2024-03-01" not in made[ATOM].decode() and "2024-03-31" in made[ATOM].decode()


def _feed(text):
    """A feed whose every text is ``text``, as no editor could write it."""
    name, day = permanent_name("test"), datetime.date(2025, 1, 2)
    one = Entry(name, "https://a.example/", text, text, text, day, day, (Tag("t", Text(text, "ar")),), (), None)
    return Feed(
        name, "fr", text, text, "Nom", "https://a.example/f", "https://a.example/j", "https://a.example/", True, (one,)
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

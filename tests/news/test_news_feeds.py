"""Feeds of dated texts: which texts, whose ids, which days, read back by programs that are not ours."""

import datetime
import json
import re
from urllib.parse import urljoin

from feed_readers import ARABIC_ATOM, ARABIC_JSON, ATOM, JSON, addresses, entry, read_atom, read_json
from small_news import FRENCH, SITE, TITLES, add, changed, files, project, read

from built import ROOT
from vigie.feeds.identity import permanent_name
from vigie.images.pages import image_files
from vigie.measures.open_data.agenda import AGENDA
from vigie.news.feeds.feed import LONGEST
from vigie.site.pages import all_pages

URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


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


def test_the_feeds_of_the_real_site_lead_to_its_pages():
    """Admitted by the grammar; each address of the site inside is that of a page or of a file that is written."""
    build = read(ROOT)
    index = all_pages(build)
    written = {page.path for page in index.by_place.values()} | set(image_files(build, index)) | {AGENDA}
    made = files(build)
    assert ATOM in made
    for path in (path for path in made if path.endswith(".atom")):
        entries = read_atom(made[path]).entries
        assert [e["id"] for e in entries] == [i["id"] for i in read_json(made[path.replace("atom", "json")])["items"]]
        for found in entries:
            for address in (found.link, *addresses(found.content[0].value)):
                if not re.match(r"[a-z]+:", address):
                    assert urljoin(f"/{path}", address.partition("#")[0]).removeprefix("/") in written, address

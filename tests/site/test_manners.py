"""What the site says of itself to other programs: search engines, messengers, those who look for a flaw, old browsers."""

import dataclasses
import json
import re
from datetime import date

import pytest
from PIL import Image

from built import ROOT
from vigie.load_build import load_build
from vigie.ready import make_ready
from vigie.render import Renderer
from vigie.site.pages import all_pages
from vigie.site.root_files import COPIED_TO_ROOT, security
from vigie.site.structured_data import structured_data
from vigie.values import Text

TODAY = date(2026, 11, 22)
ADDRESS = "https://exemple.org/"
DESCRIBED = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.fixture(scope="module")
def draft():
    build, _problems = load_build(ROOT, TODAY)
    return build


@pytest.fixture
def addressed(project_copy):
    """The project made ready once it has an address."""
    path = project_copy / "data/site.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("site_url: null", f"site_url: {ADDRESS}"), encoding="utf-8"
    )
    return make_ready(project_copy, TODAY)


def test_the_home_page_says_who_publishes(draft):
    """The collectif, as data/site.yaml names it: no address before there is one."""
    record = structured_data(draft, all_pages(draft).get("fr", ""))
    assert record == {
        "@context": "https://schema.org",
        "@type": "NGO",
        "name": draft.site.record.publisher.name,
        "email": "contre.la.traite@secours-catholique.org",
    }


def test_a_text_says_its_day_no_more_exactly_than_its_name(draft):
    """A day when the file's name has one, a month when it has a month; a summary names the text it sums up."""
    index = all_pages(draft)
    day = structured_data(draft, index.get("fr", "actualites/2024-12-12-plan-un-an/"))
    month = structured_data(draft, index.get("fr", "plaidoyer/2024-06/"))
    assert (day["@type"], day["datePublished"], day["inLanguage"]) == ("NewsArticle", "2024-12-12", "fr")
    assert month["datePublished"] == "2024-06" and month["isBasedOn"].startswith("https://contrelatraite.com/")


def test_pages_that_must_not_tell_what_they_are_about_say_nothing(draft):
    """Neither record nor preview words: vital and sensitive pages look the same from outside."""
    for page in all_pages(draft).by_place.values():
        if page.neutral:
            assert structured_data(draft, page) is None


def test_the_record_is_valid_json_whatever_the_title(addressed):
    """A title that closes the script stays data: one script, one record, the title as it was written."""
    page = addressed.index.get("fr", "actualites/2024-12-12-plan-un-an/")
    hostile = dataclasses.replace(page, title=Text("A</script><!--<b>&’ \u2028", "fr"))
    head = str(Renderer(addressed.build, addressed.index).framed(hostile).head)
    (found,) = DESCRIBED.findall(head)
    assert "<" not in found
    record = json.loads(found)
    assert record["headline"] == hostile.title.value
    assert record["url"] == f"{ADDRESS}{page.path}"
    assert head.count("<script") == 2


def test_a_shared_link_shows_a_neutral_picture_and_neutral_words(addressed):
    """On a vital page the preview holds nothing but the neutral title; the picture is on every page and tells nothing."""
    for name in ("infos/droits/index.html", "ar/infos/droits/index.html", "index.html"):
        head = str(addressed.framed[name].head)
        assert f'<meta property="og:image" content="{ADDRESS}assets/preview.png">' in head
    vital = str(addressed.framed["infos/droits/index.html"].head)
    words = re.findall(r'property="og:(title|description)" content="([^"]*)"', vital)
    assert words == [("title", "Informations"), ("description", "Informations pratiques.")]
    assert "traite" not in re.sub(r"https?://[^\"]*", "", vital)


def test_the_preview_names_the_address_of_its_page(addressed):
    """Full addresses, which a messenger can follow."""
    head = str(addressed.framed["plan/index.html"].head)
    assert f'<meta property="og:url" content="{ADDRESS}plan/">' in head


def test_the_pictures_are_neutral():
    """A disc and its paper, no words, nothing in the file but the drawing: the sizes that browsers ask for."""
    for name, size in (("icon.png", (180, 180)), ("preview.png", (1200, 630)), ("favicon.ico", (32, 32))):
        with Image.open(ROOT / "docs/assets" / name) as picture:
            assert picture.size == size
            assert not picture.getexif() and not set(picture.info) & {"exif", "xmp", "comment", "Software"}
            assert len(picture.convert("RGB").getcolors(1 << 20)) <= 256


def test_what_browsers_ask_for_at_the_root_exists():
    """``/favicon.ico`` and Apple's icon answer, instead of an error in the server's log."""
    for asset in COPIED_TO_ROOT.values():
        assert (ROOT / "docs/assets" / asset).is_file()


def test_whoever_finds_a_flaw_knows_whom_to_tell(draft):
    """RFC 9116: a contact, a day of expiry less than a year ahead, the languages."""
    fields = dict(line.split(": ", 1) for line in security(draft).splitlines())
    assert fields == {
        "Contact": "mailto:contre.la.traite@secours-catholique.org",
        "Expires": "2027-11-21T00:00:00Z",
        "Preferred-Languages": "fr, en",
    }
    assert "Canonical" not in fields  # no address yet


NOT_IN_BROWSERS_OF_2021 = {
    ".css": (r":has\(", r"@layer", r"@container", r"@scope", r"@property", r"&\s*[:.{]", r"\bcolor-mix\(", r"\boklch\(", r"\blab\(",
             r"\bsubgrid\b", r"\d[dsl]v[hwib]\b", r"light-dark\(", r"@starting-style", r"@media[^{]*[<>]", r"\banchor\("),
    ".js": (r"\?\?=", r"\|\|=", r"&&=", r"\.at\(", r"structuredClone", r"\.findLast", r"\.toSorted", r"\.hasOwn\(", r"\breplaceAll\(",
            r"static\s*\{", r"#[a-z]+\s+in\b", r"\.group(?:By)?\(", r"Promise\.withResolvers", r"\.any\("),
}  # fmt: skip
"""Syntax or methods younger than Chrome 94, Firefox 92 or Safari 15 (autumn 2021), or too near that day. Source: MDN's tables."""


@pytest.mark.parametrize(
    "asset", [p.name for p in (ROOT / "docs/assets").iterdir() if p.suffix in NOT_IN_BROWSERS_OF_2021]
)
def test_browsers_five_years_old_can_read_it(asset):
    """Nothing that a browser of autumn 2021 would not understand, where not understanding would lose something."""
    text = (ROOT / "docs/assets" / asset).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = [form for form in NOT_IN_BROWSERS_OF_2021[asset[asset.rindex(".") :]] if re.search(form, text)]
    assert found == []


def test_what_runs_on_every_page_runs_in_browsers_older_still():
    """The way out is written in the script of 2009: no arrow, no let, no template, so that no phone is left out."""
    script = re.sub(r"/\*.*?\*/", "", (ROOT / "docs/assets/leave.js").read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(r"=>|\b(?:let|const|class|async|await)\b|`|\.\.\.|\?\.", script)

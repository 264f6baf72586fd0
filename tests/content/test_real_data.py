"""What the real facts may say today: the plan has not been read, nineteen contents are known, nothing more.

The day the plan is read, these tests change with the facts, in the same commit and on purpose.
"""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest

from built import ROOT
from vigie.load_build import load_build
from vigie.measures.places import cited

CONTENTS = (
    "plan-formation", "observatoire", "site-et-campagnes", "campagne-jeux-2024", "journee-18-octobre",
    "logements-confisques", "mecanisme-identification", "outil-numerique-parcours", "enquete-associations",
    "formes-distinctes", "reseau-acse", "communication-2024", "formations-magistrature", "enfants-exploitation-sexuelle",
    "prevention-delinquance", "hebergement-specialise", "biens-confisques-agrasc", "exploitation-travail",
    "europe-international",
)  # fmt: skip
PERMALINKS = (Path(__file__).parent / "permalinks.txt").read_text(encoding="utf-8").split()
POSTS = sorted(
    path.relative_to(ROOT / "docs").as_posix()
    for folder in ("actualites", "plaidoyer")
    for path in (ROOT / "docs").glob(f"*/{folder}/*.md")
    if path.stem != "index"
)
TEXTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("docs", "data")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".md", ".yaml", ".json", ".css", ".js", ".svg"}
)
SPACES = "[ \u00a0\u202f.\\-]?"
PHONE = re.compile(rf"(?<!\d)(?:(?:\+|00){SPACES}33{SPACES}|0){SPACES}[1-9](?:{SPACES}\d){{8}}(?!\d)")
LONG_NUMBER = re.compile(r"(?<![\d/=_%-])\d(?:[ \u00a0\u202f.]?\d){7,}(?!\d)")
OUR_ADDRESS = "contre.la.traite@secours-catholique.org"


@pytest.fixture(scope="module")
def build(project_root):
    found, problems = load_build(project_root, datetime.date(2026, 11, 22))
    assert [str(problem) for problem in problems] == []
    return found


@pytest.fixture(scope="module")
def ledger(build):
    return build.ledger.record


def _text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_plan_has_not_been_read(ledger):
    """No day of reading, sixty measures announced, and nothing quoted from the text."""
    assert ledger.plan.text_read is None
    assert ledger.plan.measure_count == 60


def test_nineteen_contents_are_known_and_no_measure(ledger):
    """Exactly these, in this order: none is counted among the sixty."""
    assert tuple(measure.id for measure in ledger.measures) == CONTENTS
    assert len(ledger.contents) == 19
    assert ledger.numbered == ()


@pytest.mark.parametrize("id_", CONTENTS)
def test_a_content_says_only_what_is_established(id_, ledger):
    """No number, no official title, nothing « read » in the plan, a source for everything, its address for ever."""
    content = next(measure for measure in ledger.measures if measure.id == id_)
    assert (content.kind, content.number, content.title) == ("content", None, None)
    assert set(content.plan_says.values.values()) == {"unknown"}
    assert content.plan_says.page is None
    assert content.sources
    assert all(finding.sources and finding.statement for finding in content.findings)
    assert f"plan/mesures/{id_}/" in PERMALINKS
    assert f"ar/plan/mesures/{id_}/" in PERMALINKS


@pytest.mark.parametrize("id_", CONTENTS)
def test_a_content_is_never_more_than_what_the_state_claims(id_, ledger):
    """« Engaged » is the State's word; nobody says « done »; nothing is signed in the collectif's name yet."""
    content = next(measure for measure in ledger.measures if measure.id == id_)
    for finding in content.findings:
        assert finding.progress in ("not_assessed", "mentioned", "engaged")
        assert finding.progress != "engaged" or finding.side == "state"
        assert finding.validated is None
    assert {indicator.proposed_by for indicator in content.indicators} <= {"editors"}
    assert {indicator.validated for indicator in content.indicators} <= {None}


@pytest.mark.parametrize("id_", CONTENTS)
def test_a_content_has_its_arabic_words(id_, build):
    """Label and plain words of every record, as a draft."""
    words = {own.id: own for own in build.ledger_words["ar"].record.measures}
    assert re.search("[\u0600-\u06ff]", words[id_].label)
    assert re.search("[\u0600-\u06ff]", words[id_].plain)
    assert build.ledger_words["ar"].record.translation.state == "draft"


def test_one_axis_only_has_a_number(ledger):
    """The fourth, known from a source; no axis has its official title."""
    assert [axis.number for axis in ledger.axes if axis.number is not None] == [4]
    assert {axis.title for axis in ledger.axes} == {None}
    assert all(axis.sources for axis in ledger.axes)


def test_every_source_of_the_registry_is_used(ledger):
    """A source that nothing cites is a mistake of id, or a fact that was lost."""
    used = {id_ for _place, ids in cited(ledger) for id_ in ids}
    assert sorted(set(ledger.sources) - used) == []
    assert sorted(used - set(ledger.sources)) == []


def test_what_is_said_of_the_plan_has_a_voice_a_date_and_a_source(ledger):
    """« 50 of 60 » is one claim of the Miprof on the whole plan, never a status of a measure."""
    assert all(claim.sources and claim.by and claim.date for claim in ledger.plan.claims)
    fifty = [claim for claim in ledger.plan.claims if "50" in claim.statement]
    assert [claim.by for claim in fifty] == ["miprof"]
    statements = [finding.statement or "" for measure in ledger.measures for finding in measure.findings]
    assert [text for text in statements if re.search(r"\b50\b.{0,20}\b60\b", text)] == []


def test_figures_of_associations_carry_their_base(ledger):
    """Each figure of the surveys says how many associations answered, and breaks separate those that differ.

    One association that counts by itself those it accompanies answers no survey: its series say that it is alone.
    """
    for series in ledger.series:
        if series.id in ("victimes-accompagnees-ccem", "part-femmes-accompagnees-ccem"):
            assert "une seule association" in series.definition
        elif series.counted_as in ("spotted", "accompanied"):
            bases = {value.period: value.respondents for value in series.values}
            assert None not in bases.values(), series.id
            periods = sorted(bases)
            broken = {tuple(cut.between) for cut in series.breaks}
            differing = {pair for pair in pairwise(periods) if bases[pair[0]] != bases[pair[1]]}
            assert differing <= broken, series.id


@pytest.mark.parametrize("path", POSTS)
def test_a_post_speaks_of_known_records_with_sources(path, build):
    """Its measures are contents of the ledger, its topics exist, its facts have sources."""
    post = next(post for post in build.posts if post.document.path == f"docs/{path}")
    assert set(post.meta.measures) <= set(CONTENTS)
    assert set(post.meta.topics) <= {topic.id for topic in build.topics.record.topics}
    assert post.meta.sources
    assert post.meta.title
    assert post.document.body.strip()


def test_there_are_posts_to_look_at():
    """The list above is not empty by accident."""
    assert len([path for path in POSTS if path.startswith("fr/")]) >= 10


@pytest.mark.parametrize("path", TEXTS)
def test_no_copy_is_named_anywhere(path, build):
    """Raw text of every file; only the list itself and its guide may name a refused host, without a link."""
    text = _text(path).lower()
    hosts = [refused.host for refused in build.refused_hosts.record.refused_hosts]
    assert len(hosts) >= 10
    if path in ("data/refused_hosts.yaml", "data/README.md"):
        assert [host for host in hosts if re.search(rf"//[\w.-]*{re.escape(host)}", text)] == []
    else:
        assert [host for host in hosts if host in text] == []


@pytest.mark.parametrize("path", [path for path in TEXTS if path.startswith("docs/") and path.endswith(".md")])
def test_no_phone_number_is_written_in_a_text(path):
    """Numbers come from ``data/contacts.yaml`` by ``(contact:…)``; nothing else looks like one, in any digits."""
    text = re.sub(r"\[[^\]]*\]\(contact:[^)]*\)", "", _text(path))
    text = re.sub(r"https?://[^\s)>\"]+", "", text).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    assert PHONE.findall(text) == []
    assert LONG_NUMBER.findall(text) == []
    assert re.findall(r"(?:tel|sms):", text) == []


@pytest.mark.parametrize("path", [path for path in TEXTS if path.endswith((".md", ".yaml"))])
def test_no_personal_address_is_written_anywhere(path):
    """Only the generic address of the collectif, in words and in facts."""
    found = set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", re.sub(r"https?://\S+", "", _text(path))))
    assert {address for address in found if not address.endswith("@exemple.org")} <= {OUR_ADDRESS}


@pytest.mark.parametrize(
    "number", ["06 99 00 11 22", "0699001122", "+33 6 99 00 11 22", "01.99.00.11.22", "0033199001122"]
)
def test_the_search_for_phone_numbers_finds_them(number):
    """The expression used above is not blind."""
    assert PHONE.search(f"Appelez le {number} demain.")


def test_every_helpline_of_the_real_list_can_be_reached(build):
    """Each has its source, none was verified yet by the collectif, three are for immediate danger."""
    contacts = build.contacts.record.contacts
    assert [contact.id for contact in contacts if contact.urgent] == ["17", "112", "114"]
    assert all(contact.sources for contact in contacts)
    assert {word.id for word in build.contact_words["ar"].record.contacts} == {contact.id for contact in contacts}


def test_the_site_is_a_draft(build):
    """Nothing is signed: no address, no legal facts invented."""
    site = build.site.record
    assert (site.status, site.site_url) == ("draft", None)
    publisher = site.publisher
    assert [getattr(publisher, name) for name in type(publisher).model_fields if name != "name"] == [None] * 6


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_languages_that_are_shown_lack_no_string(build, lang):
    """A missing one would be borrowed from the French; these two are complete, and stay so."""
    assert build.interfaces[lang].missing() == ()

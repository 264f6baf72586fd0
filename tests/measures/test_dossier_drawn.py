"""The PDFs of the states: two pages or a dossier, tagged, light, complete, the same bytes; hostile and very long ledgers."""

import datetime
import io
import re
import subprocess

import pypdf
import pytest
from dossier_states import LATER, full_ledger, small_states, sources_of, states_of
from small_ledger import finding, with_findings

from built import ROOT, TODAY
from vigie.languages import Language
from vigie.load_build import load_build
from vigie.measures import vocabulary as v
from vigie.measures.dossier.files import HEAVIEST, dossier_files
from vigie.problems import ProblemsFound
from vigie.readers.typst_pdf import drawn_pdf

DAY = datetime.date.fromisoformat(TODAY)
HOSTILE = (
    '#panic("non") #import "@preview/x:1.0.0"',
    "= titre [crochet] *gras* _souligné_ @cle $x$",
    "« guillemets » \"droits\" 'simples' `code` \\ fin \\u{41} \\n ) } ;",
    "// pas une note /* ni ceci */ - + / ~ -- ...",
)


@pytest.fixture(scope="module")
def build():
    found, problems = load_build(ROOT, DAY)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def files(build):
    return {file.path: file for file in dossier_files(build)}


def _text(pdf):
    """All that is read between header and footer, in the order of the file, without its spaces."""
    body = ["-r", "72", "-x", "0", "-y", "50", "-W", "595", "-H", "746"]
    done = subprocess.run(["pdftotext", "-raw", *body, "-", "-"], input=pdf, capture_output=True, check=True)
    return _squeezed(done.stdout.decode("utf-8"))


def _squeezed(text):
    return "".join(text.split())


def _holds(text, said):
    """Whether ``said`` is there: whole, or cut once by the end of a page."""
    wanted = _squeezed(said)
    longest = next(n for n in range(len(wanted), -1, -1) if wanted[:n] in text)
    return wanted[longest:] in text


def _pages(pdf):
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_each_state_has_its_two_files(build, files):
    """A summary and a dossier under the state's address, named, in French."""
    days = [state.edition.day.isoformat() for state in build.edition_views["fr"]]
    assert list(files) == [f"plan/etats/{day}/{name}.pdf" for day in days for name in ("synthese", "dossier")]
    assert [file.state for file in files.values()] == [day for day in days for _ in range(2)]
    for file in files.values():
        assert (file.media_type, file.lang) == ("application/pdf", "fr")
        assert file.label in build.interfaces["fr"].strings


def test_a_summary_has_two_pages_at_most_and_every_file_is_light(files):
    """Of A4; 200 kB at most; no letter under 9 points."""
    for path, file in files.items():
        reader = pypdf.PdfReader(io.BytesIO(file.content))
        assert len(reader.pages) <= 2 or path.endswith("dossier.pdf")
        assert len(file.content) <= HEAVIEST
        assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader.pages} == {(595, 842)}
        sizes = [re.findall(rb"/\S+ ([\d.]+) Tf", page.get_contents().get_data()) for page in reader.pages]
        assert min(float(size) for page in sizes for size in page) >= 9, path


def _records(state):
    """Everything that a state's dossier must hold: what was said, by whom and when, and the title of each source."""
    date = Language("fr").date
    for ledger in (state.ledger, state.uncertain):
        for claim in ledger.claims:
            yield claim.statement.value
            yield date(claim.claim.date)
            yield from (source.title.value for source in claim.sources)
        for measure in ledger.measures:
            yield from (measure.label.value, measure.plain.value)
            for found in (f for column in measure.columns for f in column.findings):
                yield found.statement.value
                yield date(found.finding.date)
                yield found.finding.demand or ""
                yield from (source.title.value for source in found.sources)
                yield from (reply.text for reply in found.finding.replies)
            for shown in measure.indicators:
                yield from (shown.name.value, shown.limits.value, *(x.period for x in shown.indicator.values))
        for shown in ledger.series:
            yield from (shown.name.value, shown.limits.value)
            yield from (Language("fr").number(x.value) for x in shown.series.values)


def test_every_record_of_a_state_is_in_its_dossier(build, files):
    """Record by record: statements, dates, demands, replies, titles of sources, figures and their limits."""
    for state in build.edition_views["fr"]:
        text = _text(files[f"{state.address}dossier.pdf"].content)
        missing = [said for said in _records(state) if not _holds(text, said)]
        assert missing == [], state.address


def test_nothing_of_after_a_state_is_in_its_files(build, files):
    """No statement that another state has and this one has not."""
    states = build.edition_views["fr"]
    said = [set(_statements(state)) for state in states]
    for number, state in enumerate(states):
        others = set().union(*said) - said[number]
        for name in ("synthese", "dossier"):
            text = _text(files[f"{state.address}{name}.pdf"].content)
            assert [one for one in others if _squeezed(one) in text] == []


def _statements(state):
    for ledger in (state.ledger, state.uncertain):
        yield from (claim.statement.value for claim in ledger.claims)
        yield from (f.statement.value for m in ledger.measures for c in m.columns for f in c.findings)


def test_a_summary_says_each_voice_beside_the_others_with_its_tally(build, files):
    """The last words of each voice, a tally of each on the same whole, how far to trust it, how to cite it."""
    for state in build.edition_views["fr"]:
        text = _text(files[f"{state.address}synthese.pdf"].content)
        for claim in state.ledger.latest_claim_per_side:
            assert _holds(text, claim.statement.value)
        whole = _squeezed(f"(sur {len(state.ledger.measures)} contenus repérés)")
        assert text.count(whole) == len(v.ORDERED_SIDES)
        for said in ("Maquette, non validée", "n’avait pas lu le texte officiel", "Reconstitué le", state.address):
            assert _squeezed(said) in text


def _tags(node, found):
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for kid in node:
            _tags(kid, found)
    elif isinstance(node, pypdf.generic.DictionaryObject) and node.get("/Type") != "/OBJR":
        found.append(node.get("/S"))
        if "/K" in node:
            _tags(node["/K"], found)
    return found


def test_files_are_tagged_named_and_without_date(build, files):
    """PDF/UA-1, a language, a title that the window shows, headings, lists, links, tables with headers, bookmarks."""
    state = build.edition_views["fr"][-1]
    for path in (f"{state.address}synthese.pdf", f"{state.address}dossier.pdf"):
        reader = pypdf.PdfReader(io.BytesIO(files[path].content))
        root = reader.trailer["/Root"]
        assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("fr", True)
        assert re.search(r"pdfuaid:part\W+1\b", root["/Metadata"].get_data().decode("utf-8"))
        assert set(reader.metadata) == {"/Title", "/Creator"}
        named = f"État du tableau au {state.day_in_words} (reconstitué le 22 novembre 2026)"
        assert reader.metadata["/Title"].endswith(named)
        assert [page for page in reader.pages if _squeezed(named) not in _squeezed(page.extract_text())] == []
        tags = _tags(root["/StructTreeRoot"]["/K"], [])
        assert tags.count("/H1") == 1
        assert {"/H2", "/H3", "/L", "/LI", "/Link", "/P"} <= set(tags)
    assert tags.count("/TH") == 5 * tags.count("/Table") > 0
    assert {"/TOC", "/TOCI", "/H4"} <= set(tags)
    titles = re.findall(r"'/Title': '([^']+)'", str(reader.outline))
    assert [measure.label.value for measure in state.ledger.measures if measure.label.value not in titles] == []


def test_the_same_state_gives_the_same_bytes(build, files):
    """No hour, no folder, no machine in it."""
    drawn_pdf.cache_clear()
    state = build.edition_views["fr"][0]
    for name, source in sources_of(state).items():
        assert drawn_pdf(source) == (drawn_pdf.cache_clear() or drawn_pdf(source)), name


def test_hostile_texts_are_only_texts():
    """What means something in Typst is drawn as it is written; signs that turn a line around are not drawn."""
    quoted = ["'" + text.replace("'", "''") + "'" for text in HOSTILE]
    found = [finding(f"h-{n}", "2020-05", "miprof", statement=text, demand=text) for n, text in enumerate(quoted)]
    loaded = with_findings(*found, edits=LATER)
    (state,) = states_of(loaded.record)
    drawn = {name: _text(drawn_pdf(source)) for name, source in sources_of(state).items()}
    for text in HOSTILE:
        assert drawn["dossier"].count(_squeezed(text)) == 2, text


def test_a_small_state_is_drawn_whole():
    """Correction, reply, withdrawal, figures, series: each has its place on paper."""
    (state,) = small_states()
    text = _text(drawn_pdf(sources_of(state)["dossier"]))
    for said in (
        "Corrige un constat précédent. Raison : Le mois était faux",
        "Réponse · Gouvernement, octobre 2020 Une réponse fictive.",
        "Date trop vague pour dire si c’était avant ou après le 30 juin 2021",
        "Texte retiré pour la vie privée d’une personne (11 février 2021)",
        "environ 31 pour cent",
        "Rupture entre 2018 et 2019",
        "Presse imaginaire, Annonce, sans date, https://presse.example/a?b=1",
        "Association imaginaire, Communiqué fictif, 2020, sans lien",
    ):
        assert _squeezed(said) in text, said


@pytest.mark.parametrize("claims", [9, *(pytest.param(n, marks=pytest.mark.night) for n in (0, 1, 3, 6, 40))])
def test_a_summary_of_everything_still_has_two_pages(claims):
    """60 measures, 12 long findings each, long statements on the plan: what is left out is counted and sent to the dossier."""
    (_first, state) = states_of(full_ledger(60, 12, claims))
    pdf = drawn_pdf(sources_of(state)["synthese"])
    assert _pages(pdf) == 2
    assert re.search(r"et\d+autres,voirledossier", _text(pdf))


@pytest.mark.night
def test_a_dossier_of_everything_is_drawn():
    """60 measures of 12 findings: every statement, in less than a megabyte."""
    (_first, state) = states_of(full_ledger(60, 12, 9))
    pdf = drawn_pdf(sources_of(state)["dossier"])
    text = _text(pdf)
    assert len(re.findall(r"Constat\d+\.Longuement", text)) == 720
    assert len(pdf) < 1_000_000


def test_a_letter_that_no_font_has_is_refused_where_it_is_written(project_copy):
    """The problem names the file, the line and the letter."""
    page = project_copy / "data/measures.yaml"
    lines = page.read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines) if text.startswith("    label: "))
    lines[line] += " 漢"
    page.write_text("\n".join(lines), encoding="utf-8")
    found, problems = load_build(project_copy, DAY)
    assert found is not None, problems
    with pytest.raises(ProblemsFound) as refused:
        dossier_files(found)
    (problem,) = refused.value.problems
    assert (problem.path, problem.line) == ("data/measures.yaml", line + 1)
    assert "« 漢 »" in problem.what

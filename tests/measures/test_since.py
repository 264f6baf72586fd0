"""``check --since``: what was published is still there, word for word; what may move is told by name."""

import pytest
from small_ledger import CLAIM_GONE, PATH, REPLY_GONE, finding, ledger_text, loaded_ledger

from vigie import strict_yaml
from vigie.measures.published import KINDS, published
from vigie.measures.since import since

SECOND = "    findings: []\n"
NEW = finding("constat-neuf", "2022", "miprof", added_on="2022-06-01")
GONE = (
    ("statement: Le ministère imaginaire dit avoir commencé.\n        demand: null", "statement: null\n        demand: null"),
    ("validated: null\n        correction_of: null\n        withdrawn: null\n        replies: []\n      - id: constat-deux",
     "validated: null\n        correction_of: null\n        withdrawn: {on: 2022-01-01, ground: legal}\n        replies: []\n      - id: constat-deux"),
)  # fmt: skip
CORRECTION_GONE = (
    ("statement: Une association imaginaire a vu une partie du travail.", "statement: null # trois"),
    ("correction_of: {id: constat-un, reason: Le mois était faux}\n        withdrawn: null",
     "correction_of: null # rien\n        withdrawn: {on: 2022-01-01, ground: safety}"),
)  # fmt: skip
CLAIM = (
    "    - {id: parole-trois, date: 2021, by: greta, statement: Oui., sources: [source-etat], added_on: 2021-01-01}\n"
)
STATE = (
    "    - {id: reunion-deux, date: 2021-01-01, title: R, kind: committee, edition: {established_on: 2022-01-01},"
    " sources: [source-etat]}\n"
)
REPLY = "          - {date: 2020-10, added_on: 2020-10-20, by: government, text: Une réponse fictive., sources: [source-reunion]}\n"
UNSIGNED = "demand: Que l’on publie.\n        sources: [source-rapport]\n        validated: null"
BREAK = '    breaks:\n      - {between: ["2018", "2019"], why: Le questionnaire imaginaire a changé}\n'


def _before(*edits):
    located, problems = strict_yaml.load(ledger_text(*edits), PATH)
    assert problems == []
    return located


def _told(now, before=()):
    return since(_before(*before), loaded_ledger(*now))


def _cut(start, end):
    """The piece of the ledger from ``start`` to ``end``, to be removed."""
    text = ledger_text()
    return (text[text.index(start) : text.index(end)], "")


def test_nothing_is_said_of_a_ledger_that_did_not_change():
    """The same file, or only comments and registry that changed."""
    assert _told(()) == []
    assert _told((("publisher: Ministère imaginaire", "publisher: Autre ministère"),)) == []


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        ("a finding", ((SECOND, "    findings:\n" + NEW),)),
        ("a claim", (("  meetings:\n", CLAIM + "  meetings:\n"),)),
        ("a first signature", ((UNSIGNED, UNSIGNED.replace("null", "{on: 2022-01-01, by: Bureau}")),)),
        ("a withdrawal", GONE),
        ("a withdrawn claim", (CLAIM_GONE,)),
        ("a withdrawn reply", (REPLY_GONE,)),
        ("a withdrawn correction whose reason goes", CORRECTION_GONE),
        ("a state", (("  deadlines:\n", STATE + "  deadlines:\n"),)),
        ("a reading of the plan", (("text_read: null", "text_read: 2021-01-01"),)),
        ("a mended source", (("url: https://etat.example/page", "url: https://etat.example/autre"),)),
        ("a mended label", (("label: Premier contenu", "label: Contenu premier"),)),
        ("a deadline that was looked for", (("searched: {date: 2021-09-01, where: Sites fictifs}", "searched: {date: 2022-09-01, where: Sites}"),)),
    ],
)  # fmt: skip
def test_what_may_be_added_or_mended_is_accepted(name, edits):
    """Additions, a first signature, a withdrawal, and what is not append-only."""
    assert _told(edits) == [], name


def test_a_signature_is_not_slipped_into_a_published_state():
    """Dated before the state was established, it would change a file that somebody has quoted."""
    signed = UNSIGNED.replace("null", "{on: 2020-09-29, by: Bureau}")
    (problem,) = _told(((UNSIGNED, signed),))
    assert (
        "du 2020-09-29, la signature de « constat-deux » entrerait dans un état du tableau établi le 2020-09-30"
        in problem.what
    )
    assert "le jour où vous la notez ici" in problem.mend
    assert len(_told(((UNSIGNED, signed.replace("09-29", "09-30")),))) == 1
    assert _told(((UNSIGNED, signed.replace("09-29", "10-01")),)) == []


def test_a_reply_may_follow_another():
    """The first stays as it was; the second comes after."""
    second = REPLY.replace("2020-10-20", "2021-10-20").replace("Une réponse", "Une seconde")
    assert _told(((REPLY, REPLY + second),)) == []
    problem = _told(((REPLY, second + REPLY),))[0]
    assert "« added_on » d’une réponse à « constat-deux » a changé" in problem.what
    (problem,) = _told((("        replies:\n" + REPLY, "        replies: []\n"),))
    assert problem.what == "une réponse à « constat-deux » a disparu, mais a été publiée"


@pytest.mark.parametrize(
    ("edit", "at", "says"),
    [
        (("statement: Une parole fictive sur le plan entier.", "statement: Une autre."), "statement: Une autre.", "« statement » de « parole-une » a changé"),
        (("    - id: parole-deux\n      date: 2020\n", "    - id: parole-deux\n      date: 2020-03\n"), "      date: 2020-03\n", "« date » de « parole-deux »"),
        (("progress: engaged", "progress: done"), "progress: done", "« progress » de « constat-un »"),
        (("demand: Que l’on publie.", "demand: null # rien"), "demand: null # rien", "« demand » de « constat-deux »"),
        (("added_on: 2020-08-01", "added_on: 2020-08-02"), "added_on: 2020-08-02", "« added_on » de « constat-deux »"),
        (("validated: {on: 2020-10-02", "validated: {on: 2020-10-03"), "validated: {on: 2020-10-03", "« validated » de « constat-trois »"),
        (("reason: Le mois était faux", "reason: Autre"), "reason: Autre", "« correction_of » de « constat-trois »"),
        (("withdrawn: {on: 2021-02-11, ground: privacy}", "withdrawn: {on: 2021-02-11, ground: legal}"), "ground: legal", "« withdrawn » de « constat-quatre »"),
        (("value: 37.5", "value: 38"), "value: 38", "« value » de « valeur-deux »"),
        (("value: 37.5", 'value: "37.5"'), 'value: "37.5"', "« value » de « valeur-deux »"),
        (("respondents: 45", "respondents: 46"), "respondents: 46", "« respondents » de « valeur-deux »"),
        (("breakdown: {by: age, key: minors}", "breakdown: {by: age, key: adults}"), "key: adults", "« breakdown » de « point-deux »"),
        (("text: Une réponse fictive.", "text: Une réponse."), "text: Une réponse.", "« text » d’une réponse à « constat-deux »"),
        (("established_on: 2020-09-30", "established_on: 2020-10-30"), "established_on: 2020-10-30", "« edition » de « reunion-une »"),
        (("edition: {established_on: 2020-09-30}", "edition: null"), "edition: null", "« edition » de « reunion-une »"),
        (("date: 2020-04-07", "date: 2020-04-08"), "date: 2020-04-08", "« date » de « reunion-une »"),
        (("number: 7", "number: 8"), "number: 8", "« number » de « mesure-sept »"),
        (("added_on: 2020-02-01 # sept", "added_on: 2020-02-02"), "added_on: 2020-02-02", "« added_on » de « mesure-sept »"),
        (("former_ids: [contenu-ancien]", "former_ids: [] # rien"), "former_ids: [] # rien", "« contenu-ancien » n’est plus dans aucun former_ids"),
    ],
)  # fmt: skip
def test_what_was_published_is_not_rewritten(edit, at, says):
    """On the line of what changed, with the mend."""
    (problem,) = _told((edit,))
    text = ledger_text(edit)
    assert problem.line == text[: text.index(at)].count("\n") + 1
    assert says in problem.what
    assert problem.mend
    assert (problem.path, problem.blocking) == (PATH, True)


@pytest.mark.parametrize(
    ("name", "edits", "line_of", "says"),
    [
        ("claim", (_cut("    - id: parole-deux", "  meetings:"),), "  claims:", "l’affirmation « parole-deux » a disparu"),
        ("finding", (_cut("      - id: constat-quatre", "    former_ids: [contenu-ancien]"),), "    findings:\n", "le constat « constat-quatre » a disparu"),
        ("value", (_cut("          - id: valeur-deux", "    findings:\n      - id: constat-un"),), "        values:\n          -",
         "le chiffre « valeur-deux » a disparu"),
        ("point", (_cut("      - id: point-deux", "    breaks:"), (BREAK, "    breaks: []\n")), "    values:\n      - id: point-un", "le chiffre « point-deux » a disparu"),
        ("state", (("    - id: reunion-une", "    - id: reunion-autre"),), "  meetings:", "la réunion « reunion-une » a disparu"),
        ("measure", (("  - id: mesure-sept", "  - id: mesure-huit"),), "measures:", "la fiche « mesure-sept » a disparu"),
    ],
)  # fmt: skip
def test_what_was_published_does_not_vanish(name, edits, line_of, says):
    """On the line of the list where it was."""
    text = ledger_text(*edits)
    (problem,) = [found for found in _told(edits) if "a disparu" in found.what]
    assert (problem.line, says in problem.what) == (text[: text.index(line_of)].count("\n") + 1, True), problem
    assert "remettez-" in problem.mend


def test_a_record_that_vanished_is_told_once_with_its_findings():
    """Of a measure that was erased, the measure is told, not each of its texts."""
    problems = _told((_cut("  - id: contenu-un", "  - id: mesure-sept"),))
    assert [p.what for p in problems] == [
        "la fiche « contenu-un » a disparu : c’est une adresse",
        "« contenu-ancien » n’est plus dans aucun former_ids : son adresse ne mènerait plus nulle part",
    ]


def test_a_figure_goes_with_its_indicator_or_its_series_and_is_told():
    """Erasing the indicator erases its figures: both are named, in the measure that held them."""
    cut = _cut("    indicators:\n      - id: repere-un", "    findings:\n      - id: constat-un")
    problems = _told(((cut[0], "    indicators: [] # aucun\n"),))
    assert [p.what for p in problems] == [
        "le chiffre « valeur-une » a disparu, mais a été publié",
        "le chiffre « valeur-deux » a disparu, mais a été publié",
    ]
    text = ledger_text((cut[0], "    indicators: [] # aucun\n"))
    assert {p.line for p in problems} == {text[: text.index("    indicators: [] # aucun")].count("\n") + 1}


def test_a_finding_does_not_change_its_measure():
    """Cut and pasted under another, it would say something else."""
    moved, _ = _cut("      - id: constat-quatre", "    former_ids: [contenu-ancien]")
    (problem,) = _told(((moved, ""), (SECOND, "    findings:\n" + moved)))
    assert problem.what == "« constat-quatre » a changé de place : il était sous « contenu-un »"


def test_a_content_does_not_become_a_measure_in_place():
    """The measure is another record, which names the content."""
    content = "kind: content\n    added_on: 2020-02-01 # un\n    number: null"
    now = (content, content.replace("content", "measure").replace("null", "9"))
    found = {p.what: p.mend for p in _told((now,))}
    assert set(found) == {f"« {key} » de « contenu-un » a changé, mais a été publié" for key in ("kind", "number")}
    assert "nomme ce contenu dans former_ids" in "".join(found.values())


def test_a_silent_content_may_leave_once_a_measure_names_it():
    """Only a content that nobody spoke of; otherwise its record stays, archived by its name in former_ids."""
    silent = (
        "kind: measure\n    added_on: 2020-02-01 # sept\n    number: 7",
        "kind: content\n    added_on: 2020-02-01\n    number: null",
    )
    cut = _cut("  - id: mesure-sept", "series:\n")
    named = ("former_ids: [contenu-ancien]", "former_ids: [contenu-ancien, mesure-sept]")
    assert _told((cut, named), before=(silent,)) == []
    (problem,) = _told((cut,), before=(silent,))
    assert "un contenu laisse place à une mesure qui le nomme" in problem.mend
    (problem,) = _told((cut, named))
    assert "former_ids suffit à l’archiver" in problem.mend
    (problem,) = _told((cut, named), before=(silent, (SECOND, "    findings:\n" + NEW)))
    assert "former_ids suffit à l’archiver" in problem.mend


def test_true_is_not_one():
    """What Python takes for equal is not what was written."""
    (problem,) = _told((("value: 37.5", "value: true"),), before=(("value: 37.5", "value: 1"),))
    assert "« value » de « valeur-deux »" in problem.what


def test_a_file_of_an_older_shape_is_compared_all_the_same():
    """Keys that did not exist then are no change; the others are still compared."""
    older = (
        ("    added_on: 2020-02-01 # un\n", ""),
        ("    added_on: 2020-02-01 # sept\n", ""),
        ("added_on: 2020-10-20, by: government", "by: government"),
        ("      edition: {established_on: 2020-09-30}\n", ""),
        ("            respondents: 44\n", ""),
        ("            respondents: 45\n", ""),
        ("        respondents: 10\n", ""),
        ("        respondents: null\n", ""),
        ("        searched: {date: 2020-07-13, where: Journal imaginaire}\n", ""),
    )
    assert _told((), before=older) == []
    (problem,) = _told((("value: 37.5", "value: 38"),), before=older)
    assert "« value » de « valeur-deux »" in problem.what


def test_a_key_that_existed_then_may_not_be_filled_in_later():
    """« searched » may be left out: a finding published without it stays without it."""
    text = "progress: engaged\n"
    added = "progress: engaged\n        searched: {date: 2020-05-01, where: Journal}\n"
    (problem,) = _told(((text, added),))
    assert "« searched » de « constat-un » a changé" in problem.what


@pytest.mark.parametrize(
    "text", ["", "[]", "plan: 3", "plan: {claims: [3, {x: 1}], meetings: {}}\nmeasures: [{id: 3}]\nseries: x"]
)
def test_a_file_of_another_form_is_no_crash(text):
    """What is not of the expected form was not published."""
    located, _problems = strict_yaml.load(text, PATH)
    assert since(located, loaded_ledger()) == []


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        ("finding", ((SECOND, "    findings:\n" + finding("constat-neuf", "2020", "miprof", added_on="2020-09-29")),)),
        ("reply", ((REPLY, REPLY + REPLY.replace("2020-10-20", "2020-09-29").replace("2020-10", "2020")),)),
        ("measure", (("  - id: mesure-sept", "  - id: mesure-sept-bis"),)),
    ],
)  # fmt: skip
def test_nothing_new_slips_into_a_published_state(name, edits):
    """A record noted « before » the state was established would make a quotation move."""
    assert [p for p in _told(edits) if "entrerait dans un état du tableau établi le 2020-09-30" in p.what], name
    on_the_day = (SECOND, "    findings:\n" + finding("constat-neuf", "2020", "miprof", added_on="2020-09-30"))
    assert "entrerait dans un état" in _told((on_the_day,))[0].what, "a state once published holds that day too"
    the_day_after = (SECOND, "    findings:\n" + finding("constat-neuf", "2020", "miprof", added_on="2020-10-01"))
    assert _told((the_day_after,)) == []


def test_the_day_of_the_reading_is_written_once():
    """What the plan says appears in the states established from that day on."""
    (problem,) = _told((("text_read: null", "text_read: 2020-09-29"),))
    assert "le plan serait lu avant un état du tableau" in problem.what
    for after in ("null", "2021-01-02"):
        edit = ("text_read: null", f"text_read: {after}")
        (problem,) = since(_before(("text_read: null", "text_read: 2021-01-01")), loaded_ledger(edit))
        assert problem.what == "« text_read » a changé, mais a été publié"


def test_every_kind_of_published_record_is_found():
    """As many as the file holds."""
    found = published(_before().value)
    assert {kind: [id_ for k, id_ in found if k == kind] for kind in KINDS} == {
        "claim": ["parole-une", "parole-deux"],
        "finding": [f"constat-{n}" for n in ("un", "deux", "trois", "quatre")],
        "value": ["valeur-une", "valeur-deux", "point-un", "point-deux"],
    }

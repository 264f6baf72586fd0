"""Who publishes, in which languages, where « Quitter vite » leads: what ``data/site.yaml`` may say."""

import pytest

from vigie.data_files import parse_data
from vigie.site.model import Organisations, Site, Topics

SITE = """\
status: draft
site_url: null
contact_email: contact@exemple.org
languages:
  - code: fr
    status: public
    leave_to: https://meteo.example/
  - code: ar
    status: pilot
    leave_to: https://encyclopedie.example/
publisher:
  name: Collectif fictif
  legal_form: null
  address: null
  registration: null
  director: null
  host: null
  press: null
"""
ORGANISATIONS = """\
member_count: {value: 2, to_confirm: true, sources: [{title: Page fictive}]}
organisations:
  - {id: une, name: Association une, role: coordinator, site: null, sources: [{title: A}], note: null}
  - {id: deux, name: Association deux, role: to_confirm, site: "https://deux.example/", sources: [{title: B}], note: Note}
"""
TOPICS = "topics:\n  - {id: plan, label: Plan}\n  - {id: loi, label: Loi}\n"


def _problems(model, text, path="data/fictif.yaml"):
    return [(problem.line, str(problem)) for problem in parse_data(model, text, path)[1]]


def _edited(text, *edits):
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (("site_url: null", "site_url: https://exemple.org/"), ("status: draft", "status: public")),
        (("site_url: null", "site_url: https://exemple.org/sous-dossier/"),),
        (("status: pilot", "status: hidden"),),
        (("code: ar", "code: ti"),),
        (("status: pilot", "name: لغة\n    status: pilot"),),
        (("  - code: ar\n    status: pilot\n    leave_to: https://encyclopedie.example/\n", ""),),
        (("legal_form: null", "legal_form: Association"), ("host: null", "host: Hébergeur, adresse")),
    ],
)
def test_a_good_site_is_accepted(edits):
    """As a draft, at an address, with languages that few tools know."""
    assert _problems(Site, _edited(SITE, *edits)) == []


@pytest.mark.parametrize(
    ("edits", "line", "says"),
    [
        ((("status: draft", "status: brouillon"),), 1, "« status » a une valeur inconnue"),
        ((("status: pilot", "status: essai"),), 9, "« status » a une valeur inconnue"),
        ((("site_url: null", "site_url: exemple.org"),), 2, "n’est pas une adresse du web"),
        ((("site_url: null", "site_url: https://exemple.org/?a=b"),), 1, "n’est pas l’adresse d’un site"),
        ((("site_url: null", "site_url: https://exemple.org/#a"),), 1, "n’est pas l’adresse d’un site"),
        ((("contact@exemple.org", "Contact@exemple.org"),), 3, "« contact_email »"),
        ((("contact@exemple.org", "contact"),), 3, "« contact_email »"),
        ((("contact@exemple.org", "a@exemple.org?subject=b"),), 3, "« contact_email »"),
        ((("code: fr", "code: ar # deux"),), 1, "la liste des langues ne convient pas"),
        ((("code: ar", "code: fr # deux"),), 1, "la liste des langues ne convient pas"),
        ((("code: fr", "code: ar # un"), ("code: ar\n", "code: fr\n")), 1, "la liste des langues ne convient pas"),
        ((("status: public", "status: hidden"),), 1, "le français est la langue source, toujours publique"),
        ((("status: public", "status: pilot # fr"),), 1, "le français est la langue source, toujours publique"),
        ((("status: pilot", "statut: pilot"),), 9, "la clé « statut » est inconnue ; vouliez-vous dire « status » ?"),
        ((("code: ar", "code: zz"),), 8, "« zz » n’est pas un code de langue"),
        ((("code: ar", "code: AR"),), 8, "« code »"),
        ((("code: ar", "code: ara"),), 8, "« code »"),
        ((("https://meteo", "http://meteo"),), 5, "ne convient pas à « Quitter vite »"),
        ((("https://meteo.example/", "https://meteo.example/?q=a"),), 5, "ne convient pas à « Quitter vite »"),
        ((("https://meteo.example/", '"https://meteo.example/#a"'),), 5, "ne convient pas à « Quitter vite »"),
        ((("https://meteo.example/", "javascript:alert(1)"),), 7, "n’est pas une adresse du web"),
        ((("https://meteo.example/", "null"),), 7, "« leave_to »"),
        ((("  name: Collectif fictif\n", ""),), 11, "la clé « name » manque"),
        ((("  press: null\n", ""),), 11, "la clé « press » manque"),
        ((("press: null", "presse: null"),), 18, "vouliez-vous dire « press »"),
        ((("name: Collectif fictif", "name: <b>Collectif</b>"),), 12, "« < » ou « > »"),
    ],
)
def test_a_wrong_site_is_refused_on_its_line(edits, line, says):
    """Each fact has its form; unknown facts are null, never absent."""
    found = _problems(Site, _edited(SITE, *edits))
    assert [n for n, message in found if says in message] == [line], found


@pytest.mark.parametrize(
    "here", ["https://meteo.example/", "http://METEO.example:8080/a/", "https://www.meteo.example/"]
)
def test_the_way_out_never_leads_back_here(here):
    """With another port, scheme or « www. », it is still this site."""
    ((line, message),) = _problems(Site, _edited(SITE, ("site_url: null", f"site_url: {here}")))
    assert line == 1
    assert "« Quitter vite » mène à ce site" in message


def test_the_way_out_of_every_language_is_looked_at():
    """The second language too, and a « www. » of its own."""
    edits = (
        ("site_url: null", "site_url: https://exemple.org/"),
        ("https://encyclopedie.example/", "https://www.exemple.org/"),
    )
    assert "« Quitter vite » mène à ce site" in _problems(Site, _edited(SITE, *edits))[0][1]
    other = (
        ("site_url: null", "site_url: https://exemple.org/"),
        ("https://encyclopedie.example/", "https://exemple.org.example/"),
    )
    assert _problems(Site, _edited(SITE, *other)) == []


def test_good_lists_are_accepted():
    """Associations and subjects, each with its id; one alone is a list."""
    lonely = _edited(ORGANISATIONS, ("value: 2", "value: 1"), (ORGANISATIONS.splitlines(keepends=True)[-1], ""))
    assert _problems(Organisations, lonely) == []
    assert _problems(Topics, _edited(TOPICS, ("  - {id: loi, label: Loi}\n", ""))) == []
    assert _problems(Organisations, ORGANISATIONS) == []
    assert _problems(Topics, TOPICS) == []


@pytest.mark.parametrize(
    ("model", "text", "before", "after", "line", "says"),
    [
        (Organisations, ORGANISATIONS, "id: deux", "id: une", 1, "l’identifiant « une » sert deux fois"),
        (Organisations, ORGANISATIONS, "role: to_confirm", "role: amie", 4, "« role » a une valeur inconnue"),
        (Organisations, ORGANISATIONS, "value: 2", "value: 0", 1, "« value » est hors limites"),
        (
            Organisations,
            ORGANISATIONS,
            "to_confirm: true",
            "to_confirm: oui",
            1,
            "« to_confirm » n’est pas true ou false",
        ),
        (
            Organisations,
            ORGANISATIONS,
            "sources: [{title: B}]",
            "sources: []",
            4,
            "« sources » n’a pas assez d’éléments",
        ),
        (
            Organisations,
            ORGANISATIONS,
            "sources: [{title: Page fictive}]",
            "sources: []",
            1,
            "« sources » n’a pas assez",
        ),
        (Organisations, ORGANISATIONS, "https://deux.example/", "deux.example", 4, "n’est pas une adresse du web"),
        (Topics, TOPICS, "id: loi", "id: plan", 1, "l’identifiant « plan » sert deux fois"),
        (Topics, TOPICS, "id: loi", "id: Loi", 3, "l’identifiant « Loi »"),
        (Topics, TOPICS, "label: Loi", 'label: "<i>"', 3, "« < » ou « > »"),
        (Topics, "topics: []\n", "topics: []", "topics: []", 1, "« topics » n’a pas assez d’éléments"),
    ],
)
def test_a_wrong_list_is_refused_on_its_line(model, text, before, after, line, says):
    """Ids are used once, roles are known, counts and sources are there."""
    found = _problems(model, _edited(text, (before, after)))
    assert [n for n, message in found if says in message] == [line], found

"""« Suggérer, corriger »: the letter opens whole in any mail program, in the reader's language."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from built import ROOT
from vigie.interface import Interface
from vigie.measures.mails import LONGEST, suggestion

EMAIL = "adresse.generique@association.example"
HOSTILE = "Prévention / & délinquance # 100 % ? +1 = « oui »"


def _words(lang: str) -> Interface:
    path = ROOT / "data" / ("" if lang == "fr" else lang) / "interface.yaml"
    return Interface(lang, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@pytest.fixture(scope="module", params=["fr", "ar"])
def t(request) -> Interface:
    return _words(request.param)


def _read(address: str) -> tuple[str, str, str]:
    """Recipient, subject, body, as a mail program understands them."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    assert parts.fragment == ""
    fields = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
    assert set(fields) == {"subject", "body"}
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_the_letter_is_read_back_as_it_was_meant(t):
    """Signs that have a meaning in an address stay signs of the subject."""
    recipient, subject, body = _read(suggestion(t, EMAIL, "prevention-delinquance", HOSTILE))
    assert recipient == EMAIL
    assert subject == t("suggest_subject", label=HOSTILE, id="prevention-delinquance")
    assert [line for line in body.split("\r\n") if line] == [
        t(f"suggest_{key}") for key in ("what", "source", "quote", "privacy", "not_urgent")
    ]


def test_lines_end_as_the_standard_asks(t):
    """CR LF, encoded; a space is never a plus sign, and nothing unsafe stays bare."""
    address = suggestion(t, EMAIL, "contenu", HOSTILE)
    query = address.split("?", 1)[1]
    assert "%0D%0A" in query
    assert "+" not in query
    assert set(query) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%-._~=&")
    assert query.count("&") == 1
    assert query.count("=") == 2


def test_the_longest_record_still_makes_a_short_address(t):
    """80 signs of id and 70 of label, the most that the ledger admits, fit without cutting."""
    label, id_ = ("م" if t.lang == "ar" else "é") * 70, "i" * 80
    address = suggestion(t, EMAIL, id_, label)
    assert len(address) <= LONGEST
    assert label in _read(address)[1]


def test_a_name_without_limit_is_cut_and_the_id_never(t):
    """The name of an indicator may be long: the letter keeps its id, and says that the name goes on."""
    address = suggestion(t, EMAIL, "repere-long", "مؤشر طويل جداً " * 60)
    _recipient, subject, body = _read(address)
    assert LONGEST - 20 < len(address) <= LONGEST
    assert "…" in subject
    assert "(repere-long)" in subject
    assert t("suggest_not_urgent") in body


def test_a_letter_that_cannot_fit_is_told_to_the_developer():
    """Words of the interface that alone pass the limit are a fault of theirs, not an address cut anywhere."""
    words = _words("fr")
    long = Interface("fr", {**words.strings, "suggest_what": "é" * 600})
    with pytest.raises(ValueError, match="longer than"):
        suggestion(long, EMAIL, "contenu", "Label")

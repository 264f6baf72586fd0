"""Any edit of texts in the workbook is exactly that edit in the file."""

import copy

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sheets import LEDGER, brought_in, data_of, edited

from vigie.measures.exchange.meaning import clean
from vigie.measures.exchange.yaml_text import comments

TEXTS = {
    ("Contenus et mesures", "contenu-un"): ("label", "plain", "verifiable.why"),
    ("Contenus et mesures", "mesure-sept"): ("label", "plain", "verifiable.why"),
    ("Constats", "constat-un"): ("statement", "demand"),
    ("Constats", "constat-trois"): ("statement", "demand"),
    ("Sur le plan entier", "parole-une"): ("statement",),
}
CELLS = [(title, id_, key) for (title, id_), keys in TEXTS.items() for key in keys]
WRITTEN = st.text(st.sampled_from("aé ’«»:#-[]{},&*!|%'\"\\@`?\u00a0\u202f.1"), min_size=1, max_size=60).filter(
    lambda text: any(sign in "aé1" for sign in text) and clean(text)[0] not in "=+-@"
)


def _records(data):
    found = {("Contenus et mesures", m["id"]): m for m in data["measures"]}
    found |= {("Constats", f["id"]): f for m in data["measures"] for f in m["findings"]}
    return found | {("Sur le plan entier", c["id"]): c for c in data["plan"]["claims"]}


@settings(max_examples=12, phases=[Phase.generate])
@given(st.dictionaries(st.sampled_from(CELLS), WRITTEN, min_size=1, max_size=4))
def test_any_edit_of_texts_is_exactly_the_edit(edits):
    """The data read again are the old ones with these cells; every comment is there; other lines are the same."""
    outcome = brought_in(edited(*((*place, text) for place, text in edits.items())))
    assert outcome.text is not None, list(map(str, outcome.remarks))
    expected = copy.deepcopy(data_of(LEDGER))
    for (title, id_, key), text in edits.items():
        holder, *inner = key.split(".")
        record = _records(expected)[title, id_]
        if inner:
            record[holder][inner[0]] = clean(text)
        else:
            record[holder] = clean(text)
    assert data_of(outcome.text) == expected
    assert [said for _at, said in comments(outcome.text)] == [said for _at, said in comments(LEDGER)]
    changed = [line for line in outcome.difference.splitlines() if line.startswith("-") and not line.startswith("---")]
    assert len(changed) <= len(edits)

"""A withdrawn claim, finding or reply: no page shows its text, each shows its place."""

from small_ledger import CLAIM_GONE, REPLY_GONE
from small_site import EDITS, pages, plain

RECORD, STATE = "plan/mesures/contenu-un/", "plan/etats/2020-04-07/"
ADDRESSES = (RECORD, STATE, "plan/etats/2021-06-01/")
TO_GO = ("Une parole fictive sur le plan entier.", "Une réponse fictive.")


def test_a_withdrawn_claim_or_reply_is_shown_nowhere_and_leaves_a_place(tmp_path):
    """On the record, on every state, in both languages: its ground and its day, without its sources."""
    standing, gone = (
        pages(tmp_path / name, *EDITS, *edits) for name, edits in (("before", ()), ("after", (CLAIM_GONE, REPLY_GONE)))
    )
    before = "".join(standing(address) for address in ADDRESSES)
    assert all(text in before for text in TO_GO)
    for lang in ("fr", "ar"):
        after = "".join(gone(address, lang) for address in ADDRESSES)
        assert not [text for text in TO_GO if text in after]
    reply = gone(RECORD).split('class="reply"')[1].split("</blockquote>")[0]
    assert "sécurité d’une personne, le 7 mai 2022" in reply
    assert "Réponse · Gouvernement, octobre 2020" in plain(reply)
    assert "presse.example" not in reply
    claim = gone(STATE).split("<blockquote>")[1].split("</blockquote>")[0]
    assert "raison légale, le 6 mai 2022" in claim
    assert 'class="tombstone"' in claim
    assert "etat.example" not in claim


def test_what_is_new_in_a_state_is_told_with_its_tombstone(tmp_path):
    """Where records are only named, one that was withdrawn says so, and its answer is not repeated."""
    later = (CLAIM_GONE[0].replace("2020-03-01", "2020-06-01"), CLAIM_GONE[1].replace("2020-03-01", "2020-06-01"))
    claims = (
        ("date: 2020-02\n", "date: 2020-05\n"),
        ("added_on: 2020-03-01", "added_on: 2020-06-01"),
        ("added_on: 2020-03-02", "added_on: 2020-06-02"),
        later,
    )
    last = "withdrawn: null\n        replies: []\n    former_ids: []"
    silent = (
        ("statement: Texte de dit-greta.", "statement: null"),
        (last, last.replace("null", "{on: 2022-05-08, ground: privacy}")),
    )
    html = pages(tmp_path, *EDITS, *claims, *silent)("plan/etats/2021-06-01/")
    new = html.split('id="nouveau"')[1].split("</section>")[0]
    claim = new.split("Sur le plan entier")[1].split("</ul>")[0]
    assert "Miprof, mai 2020 · Texte retiré pour une raison légale" in plain(claim)
    finding = new.split("#dit-greta")[1].split("</li>")[0]
    assert "Texte retiré pour la vie privée" in finding
    assert "Pas commencée" not in finding


def test_a_reply_of_vague_date_is_among_the_uncertain(tmp_path):
    """Its finding is certain and stands without it; the reply is apart, with a link to what it answers."""
    dated = ("{date: 2020-10, added_on: 2020-10-20", "{date: 2021, added_on: 2021-02-01")
    html = pages(tmp_path, *EDITS, dated)("plan/etats/2021-06-01/")
    vague = html.split('id="incertain"')[1].split("</section>")[0]
    listed = vague.split("Réponses à des constats")[1].split("</ul>")[0]
    assert 'href="../../mesures/contenu-un/#constat-deux"' in listed
    assert "Réponse · Gouvernement, 2021, Premier contenu" in plain(listed)

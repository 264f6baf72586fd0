"""The fictional helplines of ``golden/contacts.yaml``."""

import datetime

from golden_cases import text_of
from vigie.data_files import parse_data
from vigie.readers.check import check_contacts
from vigie.readers.model import Contacts
from vigie.refused_hosts import RefusedHost, RefusedHosts

TODAY = datetime.date(2026, 11, 22)
TEXT = text_of("contacts.yaml")
REFUSED = RefusedHosts(refused_hosts=(RefusedHost(host="copies.example", why="Copie fictive"),))


def problems_of(text=TEXT):
    """Every problem of a file of helplines."""
    loaded, problems = parse_data(Contacts, text, "data/contacts.yaml")
    return problems if loaded is None else check_contacts(loaded, REFUSED, TODAY)


def contacts(*edits):
    """The helplines after ``edits``, which must leave them readable."""
    text = TEXT
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    loaded, problems = parse_data(Contacts, text, "data/contacts.yaml")
    assert loaded is not None, [str(problem) for problem in problems]
    return loaded.record

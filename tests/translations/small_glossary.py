"""A fictional glossary of three terms, read as the real one is."""

from golden_cases import text_of
from vigie.data_files import parse_data
from vigie.refused_hosts import RefusedHosts
from vigie.translations.glossary import Glossary, check_glossary

PATH = "data/glossary.yaml"
TEXT = text_of("glossary_small.yaml")
REFUSED = RefusedHosts.model_validate({"refused_hosts": ({"host": "copies.example", "why": "copies"},)})


def problems_of(text):
    """Of reading, else of the terms between them."""
    loaded, problems = parse_data(Glossary, text, PATH)
    return problems if loaded is None else check_glossary(loaded, REFUSED)


def small_glossary():
    """The record of the golden text."""
    loaded, problems = parse_data(Glossary, TEXT, PATH)
    assert problems == []
    return loaded.record

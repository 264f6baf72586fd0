"""Whatever is written in any key of any of our models, what is said of it is French and says no word of Python."""

import re

import pytest
from pydantic import BaseModel

from vigie.documents import PageMeta
from vigie.interface import Strings
from vigie.measures.model import Ledger
from vigie.measures.words import LedgerWords
from vigie.news.model import PostMeta
from vigie.readers.model import Contacts, ContactsWords
from vigie.records import read_record
from vigie.redirects.model import Redirects
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Organisations, Site, Topics
from vigie.strict_yaml import Located

ROOTS = (
    PageMeta, PostMeta, Ledger, LedgerWords, Contacts, ContactsWords, Organisations, Site, Strings, Topics, RefusedHosts, Redirects
)  # fmt: skip
WRONG = (
    None,
    True,
    -1,
    10**9,
    1.5,
    "",
    "   ",
    "x" * 400,
    "<b>",
    "Oui ?",
    "2024-13",
    [],
    [None],
    ["x", "x", "x"],
    {},
    {"zzz": 1},
)
FOREIGN = re.compile(
    r"\b(?:value|input|should|must|field|required|valid|error|string|integer|number|boolean|list|dict|tuple|type|None|"
    r"True|False|Input|expected|items?|after|function|constrained|literal|int|str|float|bool|vigie)\b|\[key\]|function-|Traceback"
)
QUOTED = re.compile(r"« [^»]* »|\([^()]*\)+|parmi : .*|connus : .*|data/README\.md|{[^}]*}")
LIKE_FRENCH = re.compile(
    r"^(?:la clé|l’identifiant|ce |cet|ceci|une |un |les? |number « |« [^»]*» (?:n’|a |est|:|et|et dial|ne|dit|compte|mène)|l’)"
)


def all_models(root):
    """``root`` and every model that its keys lead to."""
    found, waiting = [], [root]
    while waiting:
        model = waiting.pop()
        if model in found:
            continue
        found.append(model)
        for field in model.model_fields.values():
            waiting += models_in(field.annotation)
    return found


def models_in(annotation):
    """The models named anywhere in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in getattr(annotation, "__args__", ()) for model in models_in(argument)]


MODELS = sorted({model for root in ROOTS for model in all_models(root)}, key=lambda model: model.__name__)


def test_all_models_of_the_project_are_looked_at():
    """The models of what people edit, and those inside them."""
    names = {model.__name__ for model in MODELS}
    assert {
        "Ledger",
        "Finding",
        "Value",
        "Contact",
        "SiteLanguage",
        "TranslationState",
        "Event",
        "Organisation",
    } <= names
    assert len(MODELS) > 35


def assert_french(problems, named_nothing=False):
    """Each message has two halves in French, outside what it quotes and the words to choose among."""
    assert problems
    for problem in problems:
        for half in (problem.what, problem.mend):
            bare = QUOTED.sub("…", half)
            assert half.strip(), problem
            assert not FOREIGN.search(bare), f"a word of Python: {half}"
            assert named_nothing or "«  »" not in half, f"nothing is named: {half}"
        assert LIKE_FRENCH.match(problem.what), problem.what


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_empty_record_is_refused_in_french_key_by_key(model):
    """Each key that has no default is said to be missing, by its name."""
    expected = {field.alias or name for name, field in model.model_fields.items() if field.is_required()} - {"root"}
    record, problems = read_record(model, Located({}), "f")
    if not expected:
        assert record is not None
        return
    assert {p.what for p in problems} == {f"la clé « {name} » manque" for name in expected}


@pytest.mark.parametrize("wrong", [None, True, 3, "mot", [1]], ids=repr)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_something_else_than_a_record_is_refused_in_french(model, wrong):
    """A number, a text or a list in the place of a record; a file of comments is an interface without strings yet."""
    if model is Strings and wrong is None:
        assert read_record(model, Located(wrong), "f") == (Strings({}), [])
        return
    record, problems = read_record(model, Located(wrong), "f")
    assert record is None
    assert_french(problems)
    assert problems[0].what.startswith("ce contenu n’est pas des clés et leurs valeurs (")


@pytest.mark.parametrize("model", [model for model in MODELS if model is not Strings], ids=lambda model: model.__name__)
def test_any_wrong_value_of_any_key_is_refused_in_french(model):
    """Sixteen wrong values in every key: what is refused is refused in French, and a list of problems comes back."""
    for key in model.model_fields:
        for wrong in WRONG:
            record, problems = read_record(model, Located({key: wrong, "clé inconnue": 1}), "f")
            assert record is None
            assert_french(problems, named_nothing=wrong == "")
            assert {p.what for p in problems} >= {"la clé « clé inconnue » est inconnue"}

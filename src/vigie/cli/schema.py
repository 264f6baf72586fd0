"""``vigie schema``: the JSON schemas of everything people edit, generated from the models, for any editor to complete."""

from __future__ import annotations

import json
from pathlib import Path

import click
from pydantic import BaseModel

from vigie.cli.check import require_project
from vigie.documents import PageMeta
from vigie.interface import Strings
from vigie.measures.model import Ledger
from vigie.measures.words import LedgerWords
from vigie.news.model import PostMeta
from vigie.readers.model import Contacts, ContactsWords
from vigie.redirects.model import Redirects
from vigie.refused_hosts import RefusedHosts
from vigie.site.model import Organisations, Site, Topics, TopicWords
from vigie.translations.glossary import Glossary

SCHEMAS: dict[str, type[BaseModel]] = {
    "site": Site,
    "contacts": Contacts,
    "contacts-words": ContactsWords,
    "organisations": Organisations,
    "topics": Topics,
    "topics-words": TopicWords,
    "interface": Strings,
    "measures": Ledger,
    "measures-words": LedgerWords,
    "refused-hosts": RefusedHosts,
    "redirects": Redirects,
    "glossary": Glossary,
    "page": PageMeta,
    "post": PostMeta,
}


def schema_text(model: type[BaseModel]) -> str:
    """The schema as it is written: sorted, readable, the same bytes each time; docstrings are not for editors."""
    schema = model.model_json_schema()
    for record in (schema, *schema.get("$defs", {}).values()):
        record.pop("description", None)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Réécrit data/schema/ d’après les modèles."""
    require_project(root)
    folder = root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in SCHEMAS.items():
        (folder / f"{name}.json").write_text(schema_text(model), encoding="utf-8")
    click.echo(f"{len(SCHEMAS)} schémas écrits dans data/schema/")

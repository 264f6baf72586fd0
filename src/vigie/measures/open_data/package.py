"""What tells programs how to read the tables: a Table Schema each, and the Data Package that lists them.

A partial date is a ``string`` with a pattern: ``date`` would refuse a month, ``yearmonth`` a day. There is no key
``licenses``: the collectif has chosen none.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from vigie.build import Build
from vigie.feeds.state_of_site import drafted
from vigie.languages import SOURCE
from vigie.measures.open_data.columns import Column
from vigie.measures.open_data.table import Table

_TYPES = {"partial_date": "string"}
_PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
"""frictionless and the specification match the whole cell."""


def table_schema(table: Table) -> bytes:
    """The Table Schema of ``table``, as JSON."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [
            {
                "fields": [link.column],
                "reference": {"resource": "" if link.table == table.name else link.table, "fields": [link.key]},
            }
            for link in table.links
        ]
    return as_json(schema)


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.key,
        "title": column.title,
        "description": column.description,
        "type": _TYPES.get(column.type, column.type),
        "constraints": {"required": column.required},
    }
    if column.type == "partial_date":
        field["constraints"]["pattern"] = _PARTIAL_DATE
    elif column.many and column.allowed:
        one = "|".join(re.escape(value) for value in column.allowed)
        field["constraints"]["pattern"] = rf"({one})(\|({one}))*"
    elif column.allowed:
        field["constraints"]["enum"] = list(column.allowed)
    return field


def data_package(build: Build, files: dict[str, bytes], tables: tuple[Table, ...]) -> bytes:
    """The Data Package; ``files`` holds the CSV of each table by its name, so that a cut download is noticed."""
    t = build.interfaces[SOURCE]
    site, plan = build.site.record, build.ledger.record.plan
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"registre-{plan.id}",
        "title": t("data_title"),
        "description": drafted(build, t("data_description")),
        "version": build.ledger.record.as_of.isoformat(),
        "contributors": [{"title": site.publisher.name, "role": "publisher"}],
        "resources": [_resource(table, files[table.name]) for table in tables],
    }
    if site.site_url:
        package["homepage"] = f"{site.site_url.rstrip('/')}/plan/donnees/"
    return as_json(package)


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": f"schemas/{table.name}.json",
    }


def as_json(document: Any) -> bytes:
    """JSON that people can read, in UTF-8."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

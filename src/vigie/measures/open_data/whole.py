"""The whole ledger in one JSON file: the words, the order and the shape of ``data/measures.yaml``."""

from __future__ import annotations

from vigie.measures.model import Ledger
from vigie.measures.open_data.package import as_json


def whole_ledger(ledger: Ledger) -> bytes:
    """Dates as text, as exact as they are known; null where nothing is known; ``as_of``, the last day of an addition."""
    return as_json({"as_of": ledger.as_of.isoformat(), **ledger.model_dump(mode="json")})

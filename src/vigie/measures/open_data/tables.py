"""Every table of the ledger, in the order in which they are offered."""

from __future__ import annotations

from vigie.measures.model import Ledger
from vigie.measures.open_data import figure_tables, measure_tables, plan_tables
from vigie.measures.open_data.table import Table

_MAKERS = (
    measure_tables.measures_table,
    measure_tables.findings_table,
    measure_tables.replies_table,
    figure_tables.values_table,
    figure_tables.indicators_table,
    figure_tables.series_table,
    figure_tables.breaks_table,
    plan_tables.claims_table,
    plan_tables.meetings_table,
    plan_tables.deadlines_table,
    plan_tables.sources_table,
    plan_tables.states_table,
    plan_tables.axes_table,
    plan_tables.plan_table,
)


def all_tables(ledger: Ledger) -> tuple[Table, ...]:
    """Each table once; what is missing is an empty cell, what nobody knows is the word ``unknown``."""
    return tuple(make(ledger) for make in _MAKERS)

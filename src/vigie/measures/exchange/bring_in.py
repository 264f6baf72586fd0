"""A file comes in: from its tables to the new text of ``data/measures.yaml``, or to the list of what hinders it.

Nothing is written here. The new text is given back only when it passes the same reading and the same rules as if a
person had typed it.
"""

from __future__ import annotations

import datetime
import difflib
from dataclasses import dataclass

from vigie import strict_yaml
from vigie.data_files import parse_data
from vigie.measures.check import check_ledger
from vigie.measures.exchange.cells import Remark, Rows, Table
from vigie.measures.exchange.column_map import ColumnMap
from vigie.measures.exchange.columns import BY_KIND
from vigie.measures.exchange.mapped_rows import rows_by_map
from vigie.measures.exchange.origin import read_origin
from vigie.measures.exchange.our_rows import rows_of_our_workbook
from vigie.measures.exchange.records import Applied, Change, apply_rows
from vigie.measures.exchange.yaml_text import CannotWrite, rewrite
from vigie.measures.model import Ledger
from vigie.problems import Problem
from vigie.refused_hosts import RefusedHosts
from vigie.strict_yaml import Located, Location

_NOT_READ = "plan.text_read est null"
"""How the rules name a plan that nobody has read (``check``)."""


@dataclass(frozen=True)
class Outcome:
    """What an import would do. ``text`` is None when it is refused."""

    text: str | None
    summary: list[str]
    difference: str
    remarks: list[Remark]


def bring_in(
    text: str,
    path: str,
    tables: list[Table],
    name: str,
    *,
    refused_hosts: RefusedHosts,
    today: datetime.date,
    column_map: ColumnMap | None = None,
) -> Outcome:
    """``text`` is that of the ledger, which must be sound; ``path`` and ``name`` are shown in messages."""
    now, problems = strict_yaml.load(text, path)
    if not problems:
        problems = parse_data(Ledger, text, path)[1]
    if problems:
        return Outcome(None, [], "", [_remark(problem) for problem in problems])
    rows = rows_by_map(tables, column_map, name) if column_map else rows_of_our_workbook(tables, name)
    applied = _applied(now, rows, tables, today, column_map)
    remarks = [*rows.remarks, *applied.remarks]
    summary = [*map(_sentence, applied.changes), *_about_absent(applied)]
    if any(remark.blocking for remark in remarks):
        return Outcome(None, summary, "", remarks)
    try:
        made = rewrite(text, applied.data)
    except CannotWrite as reason:
        mend = "faites cette modification à la main dans le fichier"
        return Outcome(None, summary, "", [*remarks, Remark(f"{path}:{reason.line}", reason.why, mend)])
    difference = "".join(
        difflib.unified_diff(text.splitlines(keepends=True), made.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    )
    remarks += _said_of_the_result(made, path, applied, refused_hosts, today)
    stops = any(remark.blocking for remark in remarks)
    return Outcome(None if stops else made, summary, difference, remarks)


def _applied(
    now: Located, rows: Rows, tables: list[Table], today: datetime.date, column_map: ColumnMap | None
) -> Applied:
    origin = None if column_map else read_origin(tables)
    return apply_rows(now.value, {kind: list(found) for kind, found in rows.by_kind.items()}, today, column_map, origin)


def _said_of_the_result(
    made: str, path: str, applied: Applied, refused_hosts: RefusedHosts, today: datetime.date
) -> list[Remark]:
    """The problems of the new text, each at the cell that it comes from."""
    located, problems = strict_yaml.load(made, path)
    if not problems:
        loaded, problems = parse_data(Ledger, made, path)
        problems = problems if loaded is None else check_ledger(loaded, refused_hosts, today)
    of_the_plan = [problem for problem in problems if _NOT_READ in problem.what]
    others = [problem for problem in problems if problem not in of_the_plan]
    said = [_remark(problem, located, applied) for problem in sorted(set(others))]
    if of_the_plan:
        first = _remark(min(of_the_plan), located, applied)
        what = f"{len(of_the_plan)} cellule(s), dont celle-ci, citent le plan, que personne n’a noté avoir lu"
        mend = (
            f"si vous recopiez le texte officiel, écrivez d’abord dans {path} le jour où il a été lu "
            f"(plan: text_read: {today.isoformat()}), puis importez de nouveau"
        )
        said.append(Remark(first.place, what, mend))
    return said


def _remark(problem: Problem, located: Located | None = None, applied: Applied | None = None) -> Remark:
    place = _cell_of(problem, located, applied) if located and applied else None
    return Remark(place or f"{problem.path}:{problem.line}", problem.what, problem.mend, problem.blocking)


def _cell_of(problem: Problem, located: Located, applied: Applied) -> str | None:
    """The cell whose value is written on the line of ``problem``; several on one line: the one that it names."""
    on_the_line = [place for place, line in located.lines.items() if line == problem.line]
    named = [place for place in on_the_line if place and f"« {place[-1]} »" in problem.what]
    best: Location = ()
    for location in named or on_the_line:
        for length in range(len(location), 0, -1):
            if location[:length] in applied.places and length > len(best):
                best = location[:length]
    if best:
        return applied.places[best].short
    records = [place for place in on_the_line if place and isinstance(place[-1], int)]
    inside = (cell for place, cell in applied.places.items() if any(place[: len(r)] == r for r in records))
    return next((cell.short for cell in inside), None)  # two keys of a record contradict each other


def _sentence(change: Change) -> str:
    sheet = BY_KIND[change.kind]
    if change.column is None:
        return f"{change.place.long} : nouveau {sheet.singular} « {change.id} »".replace("nouveau aff", "nouvelle aff")
    before = f"« {_short(change.before)} »" if change.before else "(vide)"
    after = f"« {_short(change.after)} »" if change.after else "(vide)"
    return f"{change.place.long} : {change.column.title} de « {change.id} » : {before} → {after}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _about_absent(applied: Applied) -> list[str]:
    """Rows that are not there are not deletions: said, so that nobody believes it."""
    said = []
    for kind, ids in applied.absent.items():
        shown = ", ".join(ids[:5]) + (", …" if len(ids) > 5 else "")
        title = BY_KIND[kind].title
        said.append(
            f"Feuille « {title} » : {len(ids)} ligne(s) du registre n’y sont pas ({shown}) ; rien n’est effacé."
        )
    return said

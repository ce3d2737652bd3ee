"""The statements that a store's database is asked, and whether they touch no more than they must."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from lib.tables.base import Base

Statement = tuple[str, Any]
OF_A_BOARD = {table.name for table in Base.metadata.tables.values() if "board" in table.columns} - {"boards"}
"""The tables that grow with the number of boards, of which a read of one board may touch its own rows only."""


@contextmanager
def listening(engine: Engine) -> Iterator[list[Statement]]:
    """The reads that the database is asked for meanwhile, with their parameters."""
    statements: list[Statement] = []

    def hear(_connection, _cursor, statement, parameters, _context, is_many) -> None:
        if statement.startswith(("SELECT", "WITH")) and not is_many:
            statements.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def tables_in(statements: list[Statement]) -> set[str]:
    """The tables that some statements read."""
    return {table for statement, _values in statements for table in re.findall(r"(?:FROM|JOIN) (\w+)", statement)}


def too_wide(engine: Engine, statements: list[Statement]) -> list[str]:
    """The steps of the statements' plans that read other rows than a board's own, or than those of known numbers."""
    plan = _wide_in_sqlite if engine.dialect.name == "sqlite" else _wide_in_postgres
    distinct = dict(statements)
    with engine.connect() as connection:
        return [
            f"{step}: {statement}"
            for statement, values in distinct.items()
            for step in plan(connection, statement, values)
        ]


def _wide_in_sqlite(connection, statement: str, values: Any) -> Iterator[str]:
    for _id, _parent, _unused, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values):
        match = re.match(r"(SCAN|SEARCH) (\w+)(.*)", step)
        if match is None or match[2] in ("boards", "store_settings"):
            continue
        how, table, by = match.groups()
        is_newest = how == "SEARCH" and not by  # the last of an index
        is_own = any(f"({column}=?" in by for column in ("board", "batch", "rowid", "hash"))
        if table in Base.metadata.tables and not is_newest and not is_own:
            yield step


def _wide_in_postgres(connection, statement: str, values: Any) -> Iterator[str]:
    ((plan,),) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values)
    (whole,) = plan if isinstance(plan, list) else json.loads(plan)
    for node in _nodes(whole["Plan"]):
        table, by = node.get("Relation Name", node.get("Index Name", "")), node.get("Index Cond", "")
        is_read = "Scan" in node["Node Type"] and node["Node Type"] not in ("Bitmap Heap Scan", "Subquery Scan")
        is_own = re.search(r"\b(board|hash)\b", by) or re.search(r"\b(id|batch) (=|IS NOT NULL)", by)
        if (
            is_read
            and table
            and not table.startswith(("boards", "store_settings", "pk_store_settings"))
            and "uq_boards" not in table
            and not is_own
        ):
            yield f"{node['Node Type']} {table} {by}"


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)

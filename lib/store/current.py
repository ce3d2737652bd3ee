"""Rows of the store that are current, or were as of a batch."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from lib.store.figure_rows import ShownFigure, Traits
from lib.tables.base import Row, columns
from lib.tables.model import Indicator, Observation, Published, Unit
from lib.tables.records import Record

R = TypeVar("R", bound=Row)


def rows_of(bind: Engine | Connection, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
    """The rows of a table (of one board), in their place."""
    query = select(table).where(*current(table, board, asof)).order_by(table.place)
    with Session(bind, expire_on_commit=False) as session:
        return list(session.scalars(query))


def values_of(
    connection: Connection, table: type[Row], names: Sequence[str], board: str, asof: int | None
) -> list[Any]:
    """Some columns of a board's rows, in their place."""
    query = select(*(getattr(table, name) for name in names)).where(*current(table, board, asof)).order_by(table.place)
    return [tuple(row) for row in connection.execute(query)]


def records_of(connection: Connection, table: type[Row], board: str, asof: int | None) -> list[Record]:
    """The rows of a table (of one board) as the interchange format has them."""
    wanted = [getattr(table, column.name) for column in columns(table)]
    query = select(*wanted).where(*current(table, board, asof)).order_by(table.place)
    return [dict(row._mapping) for row in connection.execute(query)]


def has_had_figures(engine: Engine, board: str) -> bool:
    """Whether a board has observations, or had as of any batch."""
    with engine.connect() as connection:
        return connection.scalar(select(Observation.id).where(Observation.board == board).limit(1)) is not None


def observations_of(engine: Engine, board: str, asof: int | None) -> list[ShownFigure]:
    """A board's observations in their place, less what is about small groups as of the same batch."""
    # What hides figures is loaded where they are asked for: building the store does without.
    from lib.store.redaction import as_shown

    wanted = (getattr(Observation, column.name) for column in columns(Observation))
    figures = select(*wanted).where(*current(Observation, board, asof)).order_by(Observation.place)
    traits = select(Indicator.indicator, *(getattr(Indicator, name) for name in Traits._fields))
    with engine.connect() as connection:
        found = connection.execute(traits.where(*current(Indicator, board, asof))).all()
        rows = [ShownFigure._make(row) for row in connection.execute(figures).all()]
    about = {code: Traits._make(row) for code, *row in found}
    known = rows if {row.indicator for row in rows} <= about.keys() else [row for row in rows if row.indicator in about]
    return as_shown(known, about, lambda: rows_of(engine, Unit, board, asof))


def current(table: type[Row | Published], board: str = "", asof: int | None = None) -> list[ColumnElement[bool]]:
    """The conditions of the current rows of a table (of one board), or of those as of a batch."""
    clauses: list[ColumnElement[bool]] = []
    if board:
        clauses.append(table.board == board)
    if asof is None:
        clauses.append(table.superseded.is_(None))
    else:
        clauses += [table.batch <= asof, table.superseded.is_(None) | (table.superseded > asof)]
    return clauses

"""Version 7: every store from before there were migrations, versions 1 to 7, gets the same tables.

A number did not tell all of them apart (there were thirteen kinds), so what each lacks is found by looking.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import Connection

from lib.store.board_batches import note_all
from lib.store.migrations.ddl import Schema, columns_of, has_check, index_again, make_again, read

revision = "0007"
down_revision = None

_CHANGE = "ck_observations_change_without_figure"
_WITHOUT_FIGURE = "change = '' OR (status = 'missing' AND value IS NULL AND lower IS NULL AND upper IS NULL)"
# The columns that tables have got, with the check of each.
_ADDED = {
    ("goal_indicators", "judges"): "CHECK (judges IN ('', 'gap', 'nothing'))",
    ("goal_indicators", "unit"): "",
    ("goal_indicators", "gender"): "CHECK (gender IN ('', 'T', 'K', 'M'))",
    ("goal_indicators", "gap"): "CHECK (gap >= 0)",
    ("indicators", "accumulates"): "",
    ("indicators", "about_children"): "",
    ("observations", "change"): "CHECK (change IN ('', 'higher', 'lower', 'unchanged'))",
    ("absence_published", "sick"): "",
}
_BY_LENGTH = ("sick_1_14", "sick_15_59", "sick_60")


def upgrade() -> None:
    """Make the tables, columns, checks and indexes that the store lacks."""
    connection = op.get_bind()
    schema = read(Path(__file__).with_name("schema_0007.sql"), connection.dialect.name)
    noted = bool(columns_of(connection, "board_batches"))
    for table, made in schema.tables.items():
        if not columns_of(connection, table):
            connection.exec_driver_sql(made)
    for (table, column), check in _ADDED.items():
        if column not in columns_of(connection, table):
            _add(connection, schema, table, column, check)
    _one_length(connection)
    if not has_check(connection, "observations", _CHANGE):
        if connection.dialect.name == "sqlite":
            make_again(connection, schema, "observations")
        else:
            connection.exec_driver_sql(f"ALTER TABLE observations ADD CONSTRAINT {_CHANGE} CHECK ({_WITHOUT_FIGURE})")
    for table in schema.tables:
        index_again(connection, schema, table)
    if not noted:
        note_all(connection)


def _add(connection: Connection, schema: Schema, table: str, column: str, check: str) -> None:
    """Add a column; rows there are have it empty."""
    declared = schema.column(table, column).replace(" NOT NULL", " NOT NULL DEFAULT ''")
    named = f" CONSTRAINT ck_{table}_{column} {check}" if check else ""
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {declared}{named}")


def _one_length(connection: Connection) -> None:
    """What was published of absence had a column a length; since then a length is a row, and all lengths together."""
    if _BY_LENGTH[0] in columns_of(connection, "absence_published"):
        connection.exec_driver_sql(f"UPDATE absence_published SET sick = {' + '.join(_BY_LENGTH)}")  # noqa: S608
        for column in _BY_LENGTH:
            connection.exec_driver_sql(f"ALTER TABLE absence_published DROP COLUMN {column}")

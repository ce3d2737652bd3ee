"""Version 8: the texts of a meeting's papers, minutes of its points, and what a goal weighs in the economy."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import columns_of, read

revision = "0008"
down_revision = "0007"

_ADDED = (("goals", "economy", "BOOLEAN"), ("meetings", "sent", "DATE"), ("agenda_items", "minutes", "INTEGER"))


def upgrade() -> None:
    """Make what is lacking: stores of this version were made before it had a migration."""
    connection = op.get_bind()
    schema = read(Path(__file__).with_name("schema_0008.sql"), connection.dialect.name)
    for table, column, kind in _ADDED:
        if column not in columns_of(connection, table):
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    for table, made in schema.tables.items():
        if not columns_of(connection, table):
            for statement in (made, *schema.indexes[table].values()):
                connection.exec_driver_sql(statement)

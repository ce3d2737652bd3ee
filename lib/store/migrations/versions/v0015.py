"""Version 15: the groups that a board compares itself with."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import columns_of, read

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the table."""
    connection = op.get_bind()
    schema = read(Path(__file__).with_name("schema_0015.sql"), connection.dialect.name)
    if not columns_of(connection, "comparisons"):
        for statement in (schema.tables["comparisons"], *schema.indexes["comparisons"].values()):
            connection.exec_driver_sql(statement)

"""Version 13: presentations as several servers share them; those of before were in no table."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import statements

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the two tables again: nothing was ever written to them."""
    connection = op.get_bind()
    for table in ("presentations", "presentation_windows"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in statements(Path(__file__).with_name("schema_0013.sql"), connection.dialect.name):
        connection.exec_driver_sql(statement)
